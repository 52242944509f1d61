using Gongkai.UseCases;
using Gongkai.UseCases.Requests;
using Gongkai.Workbench.Parts;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages.Requests;

/// <summary>交接。</summary>
public sealed class HandOverModel(HandOver handOver, ListRequests list) : StaffPage
{
    /// <summary>哪个机关。</summary>
    [BindProperty(SupportsGet = true, Name = "agency")]
    public int? Agency { get; set; }

    /// <summary>交出的人。</summary>
    [BindProperty]
    public string? From { get; set; }

    /// <summary>接手的人。</summary>
    [BindProperty]
    public string? To { get; set; }

    /// <summary>他办理的机关。</summary>
    public IReadOnlyList<KeyValuePair<int, string>> Agencies { get; private set; } = [];

    /// <summary>各人与手上的件数。</summary>
    public IReadOnlyList<Workload> Staff { get; private set; } = [];

    /// <summary>显示。</summary>
    public Task OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>交接。</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ShowAsync(cancellation);
        var count = 0;
        _ = Guid.TryParse(From, out var from);
        _ = Guid.TryParse(To, out var to);
        if (await TryAsync(async () => count = await handOver.RunAsync(Actor, Agency!.Value, from, to, cancellation)))
        {
            Done = $"已经交接 {count} 件。";
            return Redirect(Url.Content($"~/handover?agency={Agency}"));
        }

        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        Agencies = (await list.NamesAsync(Actor, cancellation)).Agencies;
        Agency ??= Agencies.Count > 0 ? Agencies[0].Key : throw new NoSuchThingException();
        Staff = await handOver.WorkloadsAsync(Actor, Agency.Value, cancellation);
    }
}
