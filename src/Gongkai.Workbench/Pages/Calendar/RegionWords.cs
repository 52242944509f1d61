using Gongkai.UseCases.Calendar;

namespace Gongkai.Workbench.Pages.Calendar;

/// <summary>本地区期限怎样算，说给人听。</summary>
public static class RegionWords
{
    /// <summary>哪些期限不归地区定。</summary>
    public const string FixedByLaw = "法律写明的期限谁也不能改：答复 20 个工作日，延长最多 20 个工作日，7 个工作日内告知补正，缴费 20 个工作日，第三方和共同制作的机关提出意见 15 个工作日。";

    /// <summary>一项一行：什么，怎样算。</summary>
    public static IReadOnlyList<(string What, string How)> Of(RegionClockForm clock) =>
    [
        ("期限从哪天起数", clock.CountsFromNextDay ? "次日" : "当日就算第一天"),
        ("缴费之后", clock.FeeRestarts ? "答复期限重新计算" : "扣除等待的日子，余下的接着算"),
        ("要求说明理由期间", clock.ReasonsSuspend ? "停止计算" : "照常计算"),
        ("补正期限", $"{clock.SupplementAnswerDays} 个工作日（补正通知没有写明时用）"),
        ("征求其他机关意见", clock.OtherAgencyDays is { } most ? $"最多扣除 {most} 个工作日" : "扣除的日子不限"),
    ];
}
