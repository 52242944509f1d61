using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Gongkai.WebKit;

/// <summary>两个站点共用的安全响应头。</summary>
public static class SecurityHeaders
{
    /// <summary>内容安全策略：只用本站的样式与脚本，没有内联，没有第三方，不得被嵌入。</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>给每个响应加上安全头；放在管道的最前面，出错的响应也要有。</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        Apply(context.Response.Headers);
        context.Response.OnStarting(static state =>
        {
            // 自己说了能缓存的（带版本号的样式与脚本）除外，一律不存。
            var headers = ((HttpContext)state).Response.Headers;
            if (headers.CacheControl.Count == 0)
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        }, context);
        return next(context);
    });

    /// <summary>写上安全头；响应中途清空过的，也由它补上。</summary>
    public static void Apply(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }
}
