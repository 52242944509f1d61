using Gongkai.Core;
using Gongkai.Core.Requests;
using Gongkai.Portal.Following;
using Gongkai.Storage;
using Gongkai.UseCases;
using Gongkai.UseCases.Requests;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Portal.Pages.Follow;

/// <summary>撤回，先确认。</summary>
public sealed class WithdrawModel(TrackRequest track, Access access, ListMerged merged) : FollowPage(track, access)
{
    /// <summary>想告诉机关的话。</summary>
    public string Text { get; private set; } = "";

    /// <summary>并入这一件的各件：撤回这一件，它们也不再办理。</summary>
    public IReadOnlyList<string> Merged { get; private set; } = [];

    /// <summary>显示。</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    /// <summary>撤回；已经撤回的，不再撤一次。</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Text = Said("Text");
        if (await LoadAsync(cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        if (Case.Request is { IsOpen: false, LatestOutcome: Outcome.Withdrawn })
        {
            return Redirect(AddressOf("?done=withdrawal"));
        }

        try
        {
            await Track.WithdrawAsync(Number, Code, Text, cancellation);
            return Redirect(AddressOf("?done=withdrawal"));
        }
        catch (BadInputException bad)
        {
            return Again(bad.Problems);
        }
        catch (RefusedException refused)
        {
            return AgainFor(refused);
        }
        catch (StaleDataException)
        {
            return Again([new InputProblem("", "机关刚好同时办理了这件申请，没有撤回成。请先看办理情况，再决定要不要撤回。")], _ => null, StatusCodes.Status409Conflict);
        }
    }

    /// <inheritdoc/>
    protected override async Task<IActionResult> StaleAsync(CancellationToken cancellation)
    {
        Text = Said("Text");
        return await LoadAsync(cancellation) ?? Stale();
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await OpenAsync(cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        Merged = await merged.RunAsync(Case, cancellation);
        return null;
    }
}
