using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Gongkai.Workbench.Hosting;

/// <summary>没能照办的请求，一律得到一页中文说明。</summary>
public static class RefusalPages
{
    /// <summary>加上说明页；其后的各关只管给状态码。</summary>
    public static void UseRefusalPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler("/status/500");
        app.UseStatusCodePagesWithReExecute("/status/{0}");

        // 说明页只是看一页：原来的请求体（可能正是它太大）不能再读一遍。
        app.Use(static (context, next) =>
        {
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
            {
                (context.Request.Method, context.Request.ContentType, context.Request.ContentLength) = (HttpMethods.Get, null, null);

                // 原来那张表单没有通过的判定还挂在请求上，页面一碰表单就会再出一次错，说明页也就没有了。
                context.Features.Set<IAntiforgeryValidationFeature>(null);
                context.Features.Set<IFormFeature>(null);
            }

            return next(context);
        });
    }
}
