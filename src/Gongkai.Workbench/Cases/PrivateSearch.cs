using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.Workbench.Cases;

/// <summary>
/// 查找的字可能是申请人的姓名、电话、证件号码，不能明着写在地址里：地址会留在浏览器的历史、代理的日志里。
/// 查找用 POST 交，地址里写的是封好的，只有本站打得开。
/// </summary>
public sealed class PrivateSearch(IDataProtectionProvider protection)
{
    /// <summary>地址里的参数名。</summary>
    public const string Parameter = "find";

    /// <summary>查找的字最长几个。</summary>
    public const int Longest = 100;

    private const int LongestSealed = 2000;

    private readonly IDataProtector _protector = protection.CreateProtector("gongkai.search");

    /// <summary>封好，写进地址；空的为空串。</summary>
    public string Hide(string? text) => text?.Trim() is { Length: > 0 and <= Longest } given ? _protector.Protect(given) : "";

    /// <summary>打开；没有、过期了、不是本站封的，为 null。</summary>
    public string? Show(string? hidden)
    {
        if (hidden is not { Length: > 0 and <= LongestSealed })
        {
            return null;
        }

        try
        {
            return _protector.Unprotect(hidden);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
