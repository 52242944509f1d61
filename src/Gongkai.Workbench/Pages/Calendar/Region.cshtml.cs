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

    /// <summary>显示。</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (!ManageAgencies.MayChangeStructure(Actor))
        {
            throw new NotAllowedException([Core.Agencies.StaffRole.Administrator]);
        }

        Days = string.Join('\n', (await region.ViewAsync(Actor, cancellation)).Select(KeepRegionalDays.Say));
    }

    /// <summary>保存，重算。</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        IReadOnlyList<MovedDate> moved = [];
        return await TryAsync(async () => moved = await region.RunAsync(Actor, Days ?? "", cancellation))
            ? DoneTo("/Calendar/Index", $"已保存，重算完毕：{moved.Count} 件的期限有变，都记在操作记录里。")
            : Page();
    }
}
