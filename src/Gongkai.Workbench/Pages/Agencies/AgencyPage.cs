using Gongkai.UseCases;
using Gongkai.UseCases.Agencies;
using Gongkai.Workbench.Parts;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages.Agencies;

/// <summary>填一个机关的页。</summary>
public abstract class AgencyPage(ManageAgencies agencies) : StaffPage
{
    /// <summary>哪些期限不归地区定。</summary>
    public const string FixedByLaw = "法律写明的期限谁也不能改：答复 20 个工作日，延长最多 20 个工作日，7 个工作日内告知补正，缴费 20 个工作日，第三方和共同制作的机关提出意见 15 个工作日。";

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

    /// <summary>可以选作上级、主管的机关。</summary>
    public IReadOnlyList<AgencyLine> Others { get; private set; } = [];

    /// <summary>用例。</summary>
    protected ManageAgencies Agencies { get; } = agencies;

    /// <summary>取出可以选的机关。</summary>
    protected async Task ShowAsync(int? self, CancellationToken cancellation)
    {
        Others = MayChangeStructure ? [.. (await Agencies.ListAsync(Actor, cancellation)).Where(l => l.Row.Id != self)] : [];
        RegionAdministrators = MayChangeStructure ? [] : await Agencies.RegionAdministratorsAsync(Actor, cancellation);
    }

    /// <summary>最多扣除几个工作日，一句话。</summary>
    public static string Limit(int? days) => days is { } most ? $"最多扣除 {most} 个工作日" : "扣除的日子不限";
}
