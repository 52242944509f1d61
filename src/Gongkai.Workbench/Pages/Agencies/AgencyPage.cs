using Gongkai.UseCases;
using Gongkai.UseCases.Agencies;
using Gongkai.UseCases.Calendar;
using Gongkai.Workbench.Parts;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages.Agencies;

/// <summary>填一个机关的页。</summary>
public abstract class AgencyPage(ManageAgencies agencies, KeepRegionClock clock) : StaffPage
{
    /// <summary>填的。</summary>
    [BindProperty]
    public AgencyInput Input { get; set; } = new();

    /// <summary>保存之后的提醒，显示一次。</summary>
    [TempData]
    public string? Warning { get; set; }

    /// <summary>填错的各项，名字与表单上的相同。</summary>
    public IReadOnlyList<InputProblem> InputProblems => [.. Problems.Select(p => p with { Field = $"Input.{p.Field}" })];

    /// <summary>能改名称、路径、在树上的位置与办理口径。</summary>
    public bool MayChangeStructure => ManageAgencies.MayChangeStructure(Actor);

    /// <summary>不能改的人看：办理口径找谁改。</summary>
    public IReadOnlyList<string> RegionAdministrators { get; private set; } = [];

    /// <summary>本地区期限怎样算。</summary>
    public RegionClockForm RegionClock { get; private set; } = new();

    /// <summary>可以选作上级、主管的机关。</summary>
    public IReadOnlyList<AgencyLine> Others { get; private set; } = [];

    /// <summary>用例。</summary>
    protected ManageAgencies Agencies { get; } = agencies;

    /// <summary>取出可以选的机关。</summary>
    protected async Task ShowAsync(int? self, CancellationToken cancellation)
    {
        RegionClock = await clock.ViewAsync(Actor, cancellation);
        Others = MayChangeStructure ? [.. (await Agencies.ListAsync(Actor, cancellation)).Where(l => l.Row.Id != self)] : [];
        RegionAdministrators = MayChangeStructure ? [] : await Agencies.RegionAdministratorsAsync(Actor, cancellation);
    }
}
