using Gongkai.UseCases;
using Gongkai.UseCases.Agencies;
using Gongkai.UseCases.Calendar;
using Gongkai.Workbench.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gongkai.Workbench.Pages.Calendar;

/// <summary>本地区的设置：在全国安排之上增减的日子，期限怎样算。两张表单，各存各的。</summary>
public sealed class RegionModel(KeepRegionalDays region, KeepRegionClock clock) : StaffPage
{
    /// <summary>一行一天。</summary>
    [BindProperty]
    public string? Days { get; set; }

    /// <summary>期限怎样算。</summary>
    [BindProperty]
    public RegionClockForm Clock { get; set; } = new();

    /// <summary>期限里填错的各项，名字与表单上的相同。</summary>
    public IReadOnlyList<InputProblem> ClockProblems => [.. Problems.Select(p => p with { Field = $"Clock.{p.Field}" })];

    /// <summary>打开这一页时，这张表单所存着的那一份的摘要。</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>现在存着的日子的摘要。</summary>
    public string DaysDigest { get; private set; } = "";

    /// <summary>现在存着的期限算法的摘要。</summary>
    public string ClockDigest { get; private set; } = "";

    /// <summary>显示。</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (!ManageAgencies.MayChangeStructure(Actor))
        {
            throw new NotAllowedException([Core.Agencies.StaffRole.Administrator]);
        }

        await ShowDaysAsync(cancellation);
        await ShowClockAsync(cancellation);
    }

    /// <summary>保存日子，重算。</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        IReadOnlyList<MovedDate> moved = [];
        if (await TryAsync(async () => moved = await region.RunAsync(Actor, Days ?? "", Seen ?? "", cancellation)))
        {
            return Saved(moved);
        }

        var typed = Days;
        await ShowDaysAsync(cancellation);
        (Days, DaysDigest) = (typed, StillSeen(Seen, DaysDigest));
        await ShowClockAsync(cancellation);
        return Page();
    }

    /// <summary>保存期限怎样算，重算。</summary>
    public async Task<IActionResult> OnPostClockAsync(CancellationToken cancellation)
    {
        if (ModelState.GetFieldValidationState("Clock.OtherAgencyDays") == ModelValidationState.Invalid)
        {
            // 填的不是数：不能当作没有填，那是不限。
            Clock = Clock with { OtherAgencyDays = 0 };
        }

        IReadOnlyList<MovedDate> moved = [];
        if (await TryAsync(async () => moved = await clock.RunAsync(Actor, Clock, Seen ?? "", cancellation), "Clock."))
        {
            return Saved(moved);
        }

        var typed = Clock;
        await ShowClockAsync(cancellation);
        (Clock, ClockDigest) = (typed, StillSeen(Seen, ClockDigest));
        await ShowDaysAsync(cancellation);
        return Page();
    }

    private RedirectToPageResult Saved(IReadOnlyList<MovedDate> moved) => DoneTo("/Calendar/Index", $"已保存，重算完毕：{moved.Count} 件的期限有变，都记在操作记录里。");

    private async Task ShowDaysAsync(CancellationToken cancellation)
    {
        var days = await region.ViewAsync(Actor, cancellation);
        (Days, DaysDigest) = (string.Join('\n', days.Select(KeepRegionalDays.Say)), KeepRegionalDays.DigestOf(days));
    }

    private async Task ShowClockAsync(CancellationToken cancellation)
    {
        Clock = await clock.ViewAsync(Actor, cancellation);
        ClockDigest = Clock.Digest();
    }
}
