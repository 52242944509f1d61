using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.UseCases.Requests;

namespace Gongkai.Portal.Following;

/// <summary>一件申请的页上，什么时候、怎样说不服怎么办。</summary>
public static class Remedies
{
    // 《行政复议法》第二十条，《行政诉讼法》第四十六条；逾期不答复不属于先复议的（第二十三条）。
    private const string Overdue = "可以自答复期限届满之日起 60 日内申请行政复议，也可以自届满之日起 6 个月内提起行政诉讼。";

    private const string Either = "可以在知道之日起 60 日内申请行政复议，也可以在 6 个月内提起行政诉讼。";

    /// <summary>什么情形，怎么办；还没有可以不服的，为 null。</summary>
    /// <param name="view">这件申请。</param>
    /// <param name="today">今天（中国）。</param>
    public static (string When, string What)? Of(TrackedRequest view, DateOnly today) => view.Request switch
    {
        { Service: not null, IsCorrection: true } => ("对结果不服的", "可以依法申请行政复议，或者提起行政诉讼；期限、向谁提出，不予更正的告知书里写明了。"),
        { Service: not null } => ("对答复不服的", "可以依法申请行政复议，或者提起行政诉讼；期限、向谁提出，答复书里写明了。对不予公开不服的，要先申请行政复议（《行政复议法》第二十三条）。"),
        { IsOpen: false, LatestOutcome: Outcome.SupplementOverdue or Outcome.FeeOverdue } => ("对不再处理不服的", Either),
        { IsOpen: true } when view.Due is { IsProvisional: false, Date: var due } && due < today && view.Clock.State is ClockState.Running or ClockState.Suspended => ("过了期限没有答复的", "可以投诉举报（《条例》第五十一条）；" + Overdue),
        _ => null,
    };
}
