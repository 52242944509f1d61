using Gongkai.Workbench.Checks;
using Microsoft.AspNetCore.Http.Metadata;

namespace Gongkai.Workbench.Hosting;

/// <summary>自报长度就已超限的请求，一个字节也不读。</summary>
public static class UploadSize
{
    /// <summary>加上这一关；放在说明页之后，好让拒绝有一页说明；放在路由之后，好知道去处自定的限度。</summary>
    public static IApplicationBuilder UseUploadSize(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize
            ?? (context.Request.Path == "/check" ? CheckLimits.RequestBytes : CheckLimits.FormBytes);
        if (context.Request.ContentLength > limit)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        return next(context);
    });
}
