using Gongkai.Letters.Writing;
using Gongkai.UseCases;
using Gongkai.UseCases.Requests;

namespace Gongkai.Portal.Following;

/// <summary>下载：自己传的文件、随答复提供的信息、文书的 docx。先看有没有凭查询码打开过。</summary>
public static class FollowDownloads
{
    /// <summary>加上各个去处。</summary>
    public static void MapFollowDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/letter.css", () => Results.Text(LetterHtml.Stylesheet, "text/css"));
        routes.MapGet("/follow/{number}/files/{id:guid}", (HttpContext context, string number, Guid id, TrackRequest track, Access access, CancellationToken cancellation) =>
            SendAsync(context, number, id, track, access, v => v.Files.Any(f => f.Id == id), cancellation));
        routes.MapGet("/follow/{number}/letters/{id:guid}/docx", (HttpContext context, string number, Guid id, TrackRequest track, Access access, CancellationToken cancellation) =>
            SendAsync(context, number, id, track, access, v => v.Letters.Any(l => l.Id == id), cancellation));
    }

    private static async Task<IResult> SendAsync(
        HttpContext context, string number, Guid id, TrackRequest track, Access access, Func<TrackedRequest, bool> has, CancellationToken cancellation)
    {
        if (access.CodeOf(context, number) is not { } code || !has(await track.RunAsync(number, code, cancellation)))
        {
            throw new NoSuchThingException();
        }

        // 一律作为附件下载，不在本站的网页里打开；响应头已有 nosniff 与 no-store。
        var file = await track.FileAsync(number, code, id, cancellation);
        return Results.File(file.Content, file.MediaType, file.Name);
    }
}
