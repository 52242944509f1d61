using Gongkai.WebKit;
using Gongkai.Workbench.Checks;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Hosting;

/// <summary>打开或关闭长者模式，然后回到原来的页。</summary>
public static class LargeTypeChoice
{
    /// <summary>加上这个去处。</summary>
    public static void MapLargeTypeChoice(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/preferences/large-type", (HttpContext context, [FromForm] bool on, [FromForm] string? from) =>
        {
            LargeType.Remember(context.Response, on);
            return Results.LocalRedirect(IsLocal(from) ? from! : "/check");
        }).WithMetadata(new BodyLimitAttribute(CheckLimits.PreferenceBytes));

    /// <summary>只回站内的路径；<c>//</c>、<c>/\</c> 开头的会被浏览器当成别的站。</summary>
    private static bool IsLocal(string? path) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(char.IsControl);
}
