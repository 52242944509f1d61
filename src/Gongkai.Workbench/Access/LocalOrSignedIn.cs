using Gongkai.Workbench.Hosting;
using Microsoft.AspNetCore.Authorization;

namespace Gongkai.Workbench.Access;

/// <summary>年报体检不看登记的数据：在运行它的电脑上可以不登录，从别处来的要登录。</summary>
public sealed class LocalOrSignedIn : AuthorizationHandler<LocalOrSignedIn>, IAuthorizationRequirement
{
    /// <summary>策略名。</summary>
    public const string Policy = "local-or-signed-in";

    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, LocalOrSignedIn requirement)
    {
        if (context.User.Identity?.IsAuthenticated is true || context.Resource is HttpContext http && LoopbackOnly.IsLocal(http) && !IsForwarded(http.Request))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    // 本机上的反向代理替别处的人来的，不算本机。
    private static bool IsForwarded(HttpRequest request) =>
        request.Headers.Keys.Any(k => k.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) || k.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase)
            || k.Equals("Forwarded", StringComparison.OrdinalIgnoreCase) || k.Equals("X-Real-IP", StringComparison.OrdinalIgnoreCase) || k.Equals("Via", StringComparison.OrdinalIgnoreCase));
}
