using System.Net;

namespace Gongkai.Workbench.Hosting;

/// <summary>只应答本机。看连接的两端，也看 Host 头：后者防的是借域名指回本机的网页（DNS rebinding）。</summary>
public static class LoopbackOnly
{
    /// <summary>拒绝时说的话。</summary>
    public const string Refusal = "年报体检目前只能在本机使用：请在运行它的电脑上，用 http://localhost 开头的地址打开。";

    /// <summary>加上这一关。</summary>
    public static IApplicationBuilder UseLoopbackOnly(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        if (IsLocal(context))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(Refusal, context.RequestAborted);
    });

    /// <summary>连接的两端与 Host 头都是本机。</summary>
    public static bool IsLocal(HttpContext context) =>
        IsLoopback(context.Connection.RemoteIpAddress)
        && IsLoopback(context.Connection.LocalIpAddress)
        && LoopbackUrls.IsLoopbackHost(context.Request.Host);

    private static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);
}
