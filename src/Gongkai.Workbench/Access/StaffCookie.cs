using System.Security.Claims;
using Gongkai.UseCases.Staff;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Gongkai.Workbench.Access;

/// <summary>登录的 cookie：只给脚本以外、只给本站、关了浏览器就没有，八小时不用就失效。</summary>
public static class StaffCookie
{
    /// <summary>名称。</summary>
    public const string Name = "gongkai.staff";

    /// <summary>多久不用就失效。</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(8);

    private const string Stamp = "stamp";

    /// <summary>登记。</summary>
    public static void AddStaffCookie(this IServiceCollection services) =>
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = Name;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = Idle;
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/sign-in";
            cookie.AccessDeniedPath = "/status/403";
            cookie.ReturnUrlParameter = "from";
            cookie.Events.OnValidatePrincipal = ResumeAsync;
        });

    /// <summary>发给登录的人。</summary>
    public static Task GiveAsync(HttpContext context, SignedIn signedIn)
    {
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, signedIn.AccountId.ToString("D")), new Claim(Stamp, signedIn.Stamp)], CookieAuthenticationDefaults.AuthenticationScheme);
        return context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = false });
    }

    // 不信 cookie 里的职责：每次都到库里看这个人此刻是谁、能做什么。
    private static async Task ResumeAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var session = context.Principal is { } principal
            && Guid.TryParseExact(principal.FindFirstValue(ClaimTypes.NameIdentifier), "D", out var account)
            && principal.FindFirstValue(Stamp) is { } stamp
            ? await services.GetRequiredService<SignIn>().ResumeAsync(new SignedIn(account, stamp), context.HttpContext.RequestAborted)
            : null;
        services.GetRequiredService<CurrentActor>().Become(session);
        if (session is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        }
    }
}
