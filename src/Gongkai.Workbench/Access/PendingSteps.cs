using Gongkai.UseCases.Staff;

namespace Gongkai.Workbench.Access;

/// <summary>登录之后先要做完的一步：换掉一次性密码，启用两步验证。没有做完，别的页不开。</summary>
public static class PendingSteps
{
    private static readonly string[] Open = ["/account/password", "/account/second-factor", "/sign-out", "/status", "/preferences", "/rules"];

    /// <summary>加上这一关；放在认出是谁之后。</summary>
    public static IApplicationBuilder UsePendingSteps(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var current = context.RequestServices.GetRequiredService<CurrentActor>();
        if (current.IsSignedIn && current.Session.Pending != PendingStep.None && !Array.Exists(Open, p => context.Request.Path.StartsWithSegments(p, StringComparison.Ordinal)))
        {
            context.Response.Redirect(context.Request.PathBase + (current.Session.Pending == PendingStep.ChangePassword ? "/account/password" : "/account/second-factor"));
            return Task.CompletedTask;
        }

        return next(context);
    });
}
