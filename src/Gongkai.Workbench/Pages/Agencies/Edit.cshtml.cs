using Gongkai.Storage.Rows;
using Gongkai.UseCases.Agencies;
using Gongkai.UseCases.Calendar;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages.Agencies;

/// <summary>改一个机关。</summary>
public sealed class EditModel(ManageAgencies agencies, KeepRegionClock clock) : AgencyPage(agencies, clock)
{
    /// <summary>哪个机关。</summary>
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>打开这一页时存着的那一份的摘要。</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>存下的。</summary>
    public AgencyRow Row { get; private set; } = null!;

    /// <summary>显示。</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await OpenAsync(cancellation);
        Input = AgencyInput.Of(AgencyForm.Of(Row));
    }

    /// <summary>保存。</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        SavedAgency? saved = null;
        if (await TryAsync(async () => saved = await Agencies.ChangeAsync(Actor, Id, Input.ToForm(), Seen ?? "", cancellation), "Input."))
        {
            Warning = saved!.Warning;
            return DoneTo("/Agencies/Edit", "已保存。", new { id = Id });
        }

        await OpenAsync(cancellation);
        if (!MayChangeStructure)
        {
            // 不归他改的几项，表单上没有，显示存下的。
            Input = AgencyInput.Of(Input.ToForm().WithRegionPartOf(AgencyForm.Of(Row))) with { RetentionYears = Input.RetentionYears };
        }

        return Page();
    }

    /// <summary>撤并。</summary>
    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancellation)
    {
        await Agencies.CloseAsync(Actor, Id, cancellation);
        return DoneTo("/Agencies/Edit", "已撤并，不再受理新的申请。", new { id = Id });
    }

    /// <summary>恢复受理。</summary>
    public async Task<IActionResult> OnPostReopenAsync(CancellationToken cancellation)
    {
        await Agencies.ReopenAsync(Actor, Id, cancellation);
        return DoneTo("/Agencies/Edit", "已恢复受理。", new { id = Id });
    }

    private async Task OpenAsync(CancellationToken cancellation)
    {
        Row = await Agencies.ViewAsync(Actor, Id, cancellation);
        await ShowAsync(Id, cancellation);
    }
}
