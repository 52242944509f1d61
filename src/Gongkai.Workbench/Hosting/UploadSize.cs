using Gongkai.WebKit;
using Microsoft.AspNetCore.Http.Features;

namespace Gongkai.Workbench.Hosting;

/// <summary>请求体的大小：自报已超限的一个字节也不读；不报长度的，读到限度为止。</summary>
public static class UploadSize
{
    /// <summary>加上这一关；放在说明页之后，好让拒绝有一页说明；放在路由之后，好知道去处自定的限度。</summary>
    public static IApplicationBuilder UseUploadSize(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var limit = LimitOf(context);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limit;
        }

        if (context.Request.ContentLength > limit)
        {
            Refuse(context, StatusCodes.Status413PayloadTooLarge);
            return Task.CompletedTask;
        }

        return next(context);
    });

    /// <summary>先把表单读进来：读到一半才超限的、不成表单的，也有一页说明。放在授权之后：没有资格的人传来的，一个字节也不读。</summary>
    public static IApplicationBuilder UseFormReading(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        if (context.GetEndpoint() is not null && HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType && await FormReading.FailureAsync(context) is { } status)
        {
            Refuse(context, status);
            return;
        }

        await next(context);
    });

    private static long LimitOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<BodyLimitAttribute>()?.Bytes ?? BodyLimits.Form;

    private static void Refuse(HttpContext context, int status)
    {
        context.Items[BodyLimits.Key] = LimitOf(context);
        context.Response.StatusCode = status;
    }
}
