using Gongkai.Workbench.Checks;
using Microsoft.AspNetCore.Diagnostics;

namespace Gongkai.Workbench.Hosting;

/// <summary>自报长度就已超限的请求，一个字节也不读。</summary>
public static class UploadSize
{
    /// <summary>加上这一关；放在状态页之后，好让拒绝有一页说明。</summary>
    public static IApplicationBuilder UseUploadSize(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var refusing = context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (!refusing && context.Request.ContentLength > CheckLimits.RequestBytes)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        return next(context);
    });
}
