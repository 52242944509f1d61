using System.Text;
using Gongkai.Core.Agencies;
using Gongkai.Storage.Rows;
using Gongkai.UseCases;
using Gongkai.UseCases.Requests;
using Gongkai.Workbench.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages.Requests;

/// <summary>一份文书，可以打印、下载、作废。</summary>
public sealed class LetterModel(ViewCase cases, VoidLetter voids, SeeApplicant see) : CasePage
{
    /// <summary>哪一份，地址里的一段。</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Letter { get; set; }

    /// <summary>台账里的一行。</summary>
    public LetterRow Row { get; private set; } = null!;

    /// <summary>网页片段，出文书时写好的，文字都已编码。</summary>
    public string Fragment { get; private set; } = "";

    /// <summary>可以作废。</summary>
    public bool MayVoid => Actor.Has(View.Row.AgencyId, StaffRole.Officer, StaffRole.DisclosureHead);

    /// <summary>为什么怎么填都不能作废；能作废的为 null。</summary>
    public string? WhyNotVoid => VoidLetter.WhyNot(View.Request, View.Letters, Row);

    /// <summary>作废就要重出。</summary>
    public bool MustReissue => VoidLetter.MustReissue(View.Request, Row);

    /// <summary>没有送达的答复书，申请已经撤回或者并案：只作废。</summary>
    public bool IsDropped => VoidLetter.IsDropped(View.Request, Row);

    /// <summary>显示。</summary>
    public Task OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>作废。</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ShowAsync(cancellation);
        IssuedLetter? again = null;
        if (await TryAsync(async () => again = await voids.RunAsync(Actor, View.Row.Id, Letter, Typed("Reason"), Typed("Again") == "true", cancellation)))
        {
            return Back(again is null ? $"{Row.Number} 已经作废。" : $"{Row.Number} 已经作废，重出为 {again.Number}。");
        }

        await ShowAsync(cancellation);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Row = View.Letters.SingleOrDefault(l => l.Id == Letter) ?? throw new NoSuchThingException();
        if (View.Papers is null)
        {
            throw new NoSuchThingException();
        }

        await see.RunAsync(Actor, View, cancellation);
        var page = await cases.FileAsync(Actor, Number, IssueLetter.PageOf(Letter), cancellation);
        using var reader = new StreamReader(page.Content, Encoding.UTF8);
        Fragment = await reader.ReadToEndAsync(cancellation);
    }
}
