using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Gongkai.Portal.Hosting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Gongkai.Portal.Applying;

/// <summary>
/// 草稿放在申请人浏览器的 cookie 里：加密、防改、到时作废，关掉浏览器就没有了；服务器上什么也不留。
/// 每份草稿的 cookie 只送到它自己的网址，所以两个窗口各填各的。
/// </summary>
public sealed class DraftBox(IDataProtectionProvider protection, PortalLimits limits, TimeProvider clock)
{
    // 各项都到长度上限、字字不同也放得下；浏览器一个 cookie 只有 4 KB，所以分段。
    private const int LongestPayload = 20 * 1024;

    private const string Cookie = "gongkai.draft";

    private readonly IDataProtector _protector = protection.CreateProtector("Gongkai.Portal.Draft/1");
    private readonly ChunkingCookieManager _cookies = new();

    /// <summary>新的一份。</summary>
    /// <param name="agency">机关在网页路径里的那一段。</param>
    /// <param name="isCorrection">要求更正与自身相关的记录。</param>
    public Draft New(string agency, bool isCorrection = false) => new()
    {
        IsCorrection = isCorrection,
        Id = RandomNumberGenerator.GetHexString(16, lowercase: true),
        Once = Guid.CreateVersion7(clock.GetUtcNow()),
        Agency = agency,
        StartedAt = clock.GetUtcNow(),
    };

    /// <summary>放进浏览器；太长放不下时给出 false，什么也没有放。</summary>
    public bool TryKeep(HttpContext context, Draft draft)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal))
        {
            JsonSerializer.Serialize(deflate, draft);
        }

        var payload = _protector.Protect(packed.ToArray());
        if (payload.Length > LongestPayload)
        {
            return false;
        }

        _cookies.AppendResponseCookie(context, Cookie, WebEncoders.Base64UrlEncode(payload), Options(context, draft.Agency, draft.Id));
        return true;
    }

    /// <summary>取出；没有、过期、被改过，或者不是这个机关的这一份，为 null。</summary>
    public Draft? Open(HttpContext context, string agency, string id)
    {
        if (_cookies.GetRequestCookie(context, Cookie) is not { Length: > 0 and <= LongestPayload * 2 } sealedText)
        {
            return null;
        }

        try
        {
            using var packed = new MemoryStream(_protector.Unprotect(WebEncoders.Base64UrlDecode(sealedText)));
            using var deflate = new DeflateStream(packed, CompressionMode.Decompress);
            var draft = JsonSerializer.Deserialize<Draft>(deflate);
            return draft is not null && clock.GetUtcNow() - draft.StartedAt < limits.DraftLifetime && draft.Agency == agency && draft.Id == id ? draft : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException or JsonException or InvalidDataException)
        {
            // 别人造的、旧版本的：当作没有。
            return null;
        }
    }

    private static CookieOptions Options(HttpContext context, string agency, string id) => new()
    {
        Path = $"{context.Request.PathBase}/apply/{agency}/{id}",
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        IsEssential = true,
    };
}
