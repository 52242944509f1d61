using Gongkai.Storage;
using Gongkai.UseCases;
using Gongkai.WebKit;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Gongkai.Portal.Hosting;

/// <summary>没能照办的请求，一律得到一页中文说明；各关只管给状态码。</summary>
public static class FaultPages
{
    /// <summary>请求上记着这一次最多收多少字节，说明页取它。</summary>
    public static readonly object LimitKey = new();

    /// <summary>加上说明页；放在安全头之后、其余各关之前。</summary>
    public static void UseFaultPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler("/status/500");
        app.UseStatusCodePagesWithReExecute("/status/{0}");

        // 说明页只是看一页：原来的请求体（可能正是它太大）不能再读一遍。
        app.Use(static (context, next) =>
        {
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
            {
                (context.Request.Method, context.Request.ContentType, context.Request.ContentLength) = (HttpMethods.Get, null, null);
                context.Features.Set<IAntiforgeryValidationFeature>(null);
                context.Features.Set<IFormFeature>(null);
            }

            return next(context);
        });
        app.Use(KnownAsync);
    }

    /// <summary>自报长度已超限的，一个字节也不读；读到一半才超限、或者不成表单的，也有说明。</summary>
    public static void UseFormReading(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        var limits = context.RequestServices.GetRequiredService<PortalLimits>();
        var limit = FloodLimits.IsUpload(context) ? limits.UploadBytes + limits.FormBytes : limits.FormBytes;
        context.Items.TryAdd(LimitKey, limit);

        // 不报长度的，读到限度为止。
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limit;
        }

        if (context.Request.ContentLength > limit)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (HttpMethods.IsPost(context.Request.Method) && await StatusOfFormAsync(context) is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        await next(context);
    });

    private static async Task<int?> StatusOfFormAsync(HttpContext context) =>
        context.Request.HasFormContentType ? await FormReading.FailureAsync(context) : StatusCodes.Status415UnsupportedMediaType;

    // 意料之中的几种：不是程序的错，不记作错误。
    private static async Task KnownAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (NoSuchThingException) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        catch (StaleDataException) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status409Conflict;
        }
        catch (TimeoutException) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }
}
