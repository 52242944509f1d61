using Gongkai.Portal.Following;
using Gongkai.UseCases;
using Gongkai.UseCases.Requests;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Portal.Pages.Follow;

/// <summary>一份文书的可打印页。</summary>
public sealed class LetterModel(TrackRequest track, Access access) : FollowPage(track, access)
{
    /// <summary>哪一份。</summary>
    public TrackedLetter Letter { get; private set; } = null!;

    /// <summary>内容：出文书时由本系统写成、文字都已编码的网页片段，取出时核对过没有被改动。</summary>
    public IHtmlContent Html { get; private set; } = HtmlString.Empty;

    /// <summary>显示；不是发给他的、还没有送达的，为没有。</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await OpenAsync(cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        Letter = Case.Letters.FirstOrDefault(l => l.Id == id) ?? throw new NoSuchThingException();
        var file = await Track.FileAsync(Number, Code, Letter.Page, cancellation);
        using var reader = new StreamReader(file.Content);
        Html = new HtmlString(await reader.ReadToEndAsync(cancellation));
        return Page();
    }

    /// <inheritdoc/>
    protected override Task<IActionResult> StaleAsync(CancellationToken cancellation) => Task.FromResult<IActionResult>(NotFound());
}
