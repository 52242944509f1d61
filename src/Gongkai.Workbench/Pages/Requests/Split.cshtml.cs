using System.Globalization;
using Gongkai.UseCases;
using Gongkai.UseCases.Requests;
using Gongkai.Workbench.Cases;
using Gongkai.Workbench.Cases.Acts;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages.Requests;

/// <summary>按一事一申请拆成几件。</summary>
public sealed class SplitModel(SplitRequest split) : CasePage
{
    private const int Most = 50;

    /// <summary>各件，填过的。</summary>
    public IReadOnlyList<RequestPart> Parts { get; private set; } = [];

    /// <summary>为什么此刻不能拆开。</summary>
    public IReadOnlyList<string> Reasons => ActForms.For(View, Actor).Single(a => a.Path == "split").Reasons;

    /// <summary>显示，先给两件的地方。</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await ShowAsync(cancellation);
        Parts = [new RequestPart(View.Row.Subject, ""), new RequestPart("", "")];
    }

    /// <summary>拆开，或者再加一件。</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ShowAsync(cancellation);
        var count = int.TryParse(Typed("Count"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? Math.Clamp(given, 2, Most) : 2;
        List<RequestPart> parts = [.. Enumerable.Range(0, count).Select(i => new RequestPart(Typed($"Subject{i}"), Typed($"Description{i}")))];
        Parts = parts;
        if (Typed("Do") == "more")
        {
            Parts = count < Most ? [.. parts, new RequestPart("", "")] : parts;
            return Page();
        }

        IReadOnlyList<string> numbers = [];
        if (await TryAsync(async () => numbers = await split.RunAsync(Actor, View.Row.Id, Version, parts, cancellation)))
        {
            return Back($"已经拆成 {numbers.Count} 件：{string.Join("、", numbers)}。");
        }

        await ShowAsync(cancellation);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (View.Papers is null)
        {
            throw new NoSuchThingException();
        }
    }
}
