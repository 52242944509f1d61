using System.Globalization;
using System.Security.Cryptography;
using Gongkai.Portal.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.Portal.Following;

/// <summary>凭编号与查询码打开过的一件申请：记在只送往那一件网址的 cookie 里，加密、短时，别的申请打不开。</summary>
public sealed class Access(IDataProtectionProvider protection, PortalLimits limits, TimeProvider clock)
{
    private const string Cookie = "gongkai.follow";
    private const int LongestCookie = 2000;

    private readonly IDataProtector _protector = protection.CreateProtector("Gongkai.Portal.Follow/1");

    /// <summary>记住。</summary>
    /// <param name="context">这次访问。</param>
    /// <param name="number">登记编号。</param>
    /// <param name="code">查询码，已经核对过。</param>
    public void Grant(HttpContext context, string number, string code) =>
        context.Response.Cookies.Append(Cookie, _protector.Protect($"{number}\n{code}\n{(clock.GetUtcNow() + limits.AccessLifetime).ToUnixTimeSeconds()}"), Options(context, number));

    /// <summary>这一件的查询码；没有打开过、过了时、是别的一件的，为 null。</summary>
    public string? CodeOf(HttpContext context, string number)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 and <= LongestCookie } sealedText)
        {
            return null;
        }

        try
        {
            var parts = _protector.Unprotect(sealedText).Split('\n');
            return parts is [var granted, var code, var until] && granted == number
                && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && clock.GetUtcNow().ToUnixTimeSeconds() < seconds
                ? code
                : null;
        }
        catch (CryptographicException)
        {
            // 造的、过期的、旧钥匙的：当作没有。
            return null;
        }
    }

    /// <summary>退出。</summary>
    public void Leave(HttpContext context, string number) => context.Response.Cookies.Delete(Cookie, Options(context, number));

    private static CookieOptions Options(HttpContext context, string number) => new()
    {
        Path = $"{context.Request.PathBase}/follow/{number}",
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        IsEssential = true,
    };
}
