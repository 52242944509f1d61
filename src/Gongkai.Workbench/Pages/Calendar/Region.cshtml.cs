using Gongkai.UseCases;
using Gongkai.UseCases.Agencies;
using Gongkai.UseCases.Calendar;
using Gongkai.Workbench.Parts;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages.Calendar;

/// <summary>本地区在全国安排之上增减的日子。</summary>
public sealed class RegionModel(KeepRegionalDays region) : StaffPage
{
    /// <summary>一行一天。</summary>
    [BindProperty]
    public string? Days { get; set; }

    /// <summary>打开这一页时存着的那一份的摘要。</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>现在存着的那一份的摘要。</summary>
    public string Digest { get; private set; } = "";

    /// <summary>显示。</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (!ManageAgencies.MayChangeStructure(Actor))
        {
            throw new NotAllowedException([Core.Agencies.StaffRole.Administrator]);
        }

        var days = await region.ViewAsync(Actor, cancellation);
        (Days, Digest) = (string.Join('\n', days.Select(KeepRegionalDays.Say)), KeepRegionalDays.DigestOf(days));
    }

    /// <summary>保存，重算。</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        IReadOnlyList<MovedDate> moved = [];
        if (await TryAsync(async () => moved = await region.RunAsync(Actor, Days ?? "", Seen ?? "", cancellation)))
        {
            return DoneTo("/Calendar/Index", $"已保存，重算完毕：{moved.Count} 件的期限有变，都记在操作记录里。");
        }

        Digest = KeepRegionalDays.DigestOf(await region.ViewAsync(Actor, cancellation));
        return Page();
    }
}
