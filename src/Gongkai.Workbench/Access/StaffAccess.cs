using System.Threading.RateLimiting;
using Gongkai.WebKit;
using Gongkai.Workbench.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Workbench.Access;

/// <summary>谁能进来：配了存储的站点要登录；没有配的只有年报体检，只应答本机。</summary>
public static class StaffAccess
{
    // 不用数据的页，没有存储时也在。
    private static readonly string[] WithoutStorage = ["/Check", "/Rules", "/Status", "/Kit"];

    private static readonly string[] Anonymous = ["/SignIn", "/SetUp", "/Status", "/Kit"];

    /// <summary>配了存储的站点：cookie、授权、初次设置。</summary>
    public static void AddStaffAccess(this IServiceCollection services)
    {
        services.AddStaffCookie();
        services.AddSingleton<FirstRun>();
        services.AddSingleton<GuessLimits>();
        services.AddSingleton<Cases.PrivateSearch>();
        services.AddHostedService<DailyClocks>();
        services.AddHostedService<DailySweep>();
        services.AddSingleton<IAuthorizationHandler, LocalOrSignedIn>();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(LocalOrSignedIn.Policy, policy => policy.AddRequirements(new LocalOrSignedIn()));
        services.Configure<RazorPagesOptions>(pages =>
        {
            foreach (var page in Anonymous)
            {
                pages.Conventions.AllowAnonymousToPage(page);
            }

            pages.Conventions.AllowAnonymousToFolder("/Rules");
            pages.Conventions.AuthorizeFolder("/Check", LocalOrSignedIn.Policy);
        });

        // 由本机上的反向代理转来的，认它说的来处与 https；别处来的不认。
        services.Configure<ForwardedHeadersOptions>(forwarded => forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.Configure<CookieTempDataProviderOptions>(note =>
        {
            note.Cookie.Name = "gongkai.note";
            note.Cookie.SameSite = SameSiteMode.Strict;
            note.Cookie.HttpOnly = true;
        });
    }

    /// <summary>没有存储的站点：要用数据的页一概没有。</summary>
    public static void RemovePagesThatNeedStorage(this IServiceCollection services) =>
        services.Configure<RazorPagesOptions>(pages => pages.Conventions.AddFolderRouteModelConvention("/", Remove));

    /// <summary>没有登录也能来的，按来处限次：登录与初次设置、期限日历的秘密地址。</summary>
    public static RateLimitPartition<string>? LimitOf(HttpContext context)
    {
        var limits = context.RequestServices.GetRequiredService<WorkbenchLimits>();
        var path = context.Request.Path;
        return HttpMethods.IsPost(context.Request.Method) && (path == "/sign-in" || path == "/set-up") ? PerMinute("sign-in", limits.SignInsPerMinute)
            : path.StartsWithSegments("/due-dates", StringComparison.OrdinalIgnoreCase) ? PerMinute("feed", limits.FeedsPerMinute)
            : null;

        RateLimitPartition<string> PerMinute(string what, int times) => RateLimitPartition.GetFixedWindowLimiter(
            $"{what}/{ClientAddress.Of(context)}", _ => new FixedWindowRateLimiterOptions { PermitLimit = times, Window = TimeSpan.FromMinutes(1) });
    }

    /// <summary>认人、初次设置、授权。</summary>
    public static void UseStaffAccess(this IApplicationBuilder app)
    {
        app.UseAuthentication();
        var guesses = app.ApplicationServices.GetRequiredService<GuessLimits>();
        app.Use(next => context => guesses.WatchAsync(context, next));
        app.Use(FirstRunAsync);
        app.UsePendingSteps();
        app.UseAuthorization();
    }

    private static async Task FirstRunAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path;
        var isSetUp = path == "/set-up";
        var isNeeded = await context.RequestServices.GetRequiredService<FirstRun>().IsNeededAsync(context.RequestAborted);
        if (isNeeded && !isSetUp && !path.StartsWithSegments("/status", StringComparison.Ordinal) && !path.StartsWithSegments("/preferences", StringComparison.Ordinal))
        {
            context.Response.Redirect(context.Request.PathBase + "/set-up");
        }
        else if (!isNeeded && isSetUp)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else
        {
            await next(context);
        }
    }

    private static void Remove(PageRouteModel page)
    {
        if (!Array.Exists(WithoutStorage, name => page.ViewEnginePath == name || page.ViewEnginePath.StartsWith(name + "/", StringComparison.Ordinal)))
        {
            page.Selectors.Clear();
        }
    }
}
