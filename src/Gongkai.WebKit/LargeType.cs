using Microsoft.AspNetCore.Http;

namespace Gongkai.WebKit;

/// <summary>长者模式：字大、单栏、间距宽。选择记在一个 cookie 里，不记别的。</summary>
public static class LargeType
{
    private const string Cookie = "gongkai.large";

    /// <summary>这个请求要不要长者模式。</summary>
    public static bool IsOn(HttpRequest request) => request.Cookies[Cookie] == "1";

    /// <summary>记住选择，一年有效；关掉就删去 cookie。</summary>
    public static void Remember(HttpResponse response, bool on)
    {
        var options = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromDays(365), IsEssential = true };
        if (on)
        {
            response.Cookies.Append(Cookie, "1", options);
        }
        else
        {
            response.Cookies.Delete(Cookie, options);
        }
    }
}
