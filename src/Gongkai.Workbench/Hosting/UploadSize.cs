using Gongkai.Workbench.Checks;

namespace Gongkai.Workbench.Hosting;

/// <summary>自报长度就已超限的请求，一个字节也不读。</summary>
public static class UploadSize
{
    /// <summary>加上这一关；放在说明页之后，好让拒绝有一页说明。</summary>
    public static IApplicationBuilder UseUploadSize(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (context.Request.ContentLength > CheckLimits.RequestBytes)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        return next(context);
    });
}
