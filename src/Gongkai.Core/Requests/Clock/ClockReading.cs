using Gongkai.Core.Calendar;

namespace Gongkai.Core.Requests.Clock;

/// <summary>时钟此刻的样子。</summary>
public enum ClockState
{
    /// <summary>在走，有答复期限。</summary>
    Running,

    /// <summary>停着：有征求意见还没有答复，也没有到限。</summary>
    Suspended,

    /// <summary>等申请人补正。</summary>
    AwaitingSupplement,

    /// <summary>等申请人缴费。</summary>
    AwaitingFee,

    /// <summary>逾期没有补正或者没有缴费，不再处理。</summary>
    Lapsed,

    /// <summary>收到日还没有确认，没有期限。</summary>
    Unconfirmed,
}

/// <summary>期限的账里，一段日子为什么这样算。</summary>
public enum LedgerReason
{
    /// <summary>收到申请之日。</summary>
    Received,

    /// <summary>等待补正，其后重新计算。</summary>
    AwaitingSupplement,

    /// <summary>等待缴费。</summary>
    AwaitingFee,

    /// <summary>重新计算的起点：收到补正或者缴费之日。</summary>
    Restart,

    /// <summary>计入的平常工作日。</summary>
    Counted,

    /// <summary>计入的调休上班日。</summary>
    MakeUp,

    /// <summary>计入的地区上班日。</summary>
    RegionalWork,

    /// <summary>周末，不计。</summary>
    Weekend,

    /// <summary>放假通知里的放假日，不计。</summary>
    Holiday,

    /// <summary>地区另放的假，不计。</summary>
    RegionalOff,

    /// <summary>征求意见，不计。</summary>
    Consultation,

    /// <summary>等待说明理由，不计（地区设置为停止计算时）。</summary>
    Reasons,

    /// <summary>延长：这一天告知延长，天数是延长的工作日。</summary>
    Extension,

    /// <summary>这一段的放假安排还没有公布，只是暂定。</summary>
    Provisional,

    /// <summary>逾期，不再处理：自这一天起。</summary>
    Lapsed,

    /// <summary>答复期限届满之日。</summary>
    Due,
}

/// <summary>期限的账里的一行。</summary>
/// <param name="From">从哪一天，含。</param>
/// <param name="To">到哪一天，含。</param>
/// <param name="Reason">为什么。</param>
/// <param name="WorkingDays">计入的行：计入几个工作日；延长的行：延长几个工作日；征求意见等不计的行：其中有几个本来的工作日没有计；其余为 0。</param>
/// <param name="Detail">节日名称、征求意见的编号等；没有时为 null。</param>
public readonly record struct LedgerLine(DateOnly From, DateOnly To, LedgerReason Reason, int WorkingDays, string? Detail = null);

/// <summary>某一天看时钟：期限是哪一天，怎样算出来的。</summary>
public sealed class ClockReading
{
    internal ClockReading(ClockState state) => State = state;

    /// <summary>时钟的样子。</summary>
    public ClockState State { get; }

    /// <summary>收到申请之日；没有确认时为 null。</summary>
    public DateOnly? ReceivedOn { get; internal init; }

    /// <summary>现在这个期限从哪一天起算：收到申请、收到补正或者缴费之日；没有确认时为 null。</summary>
    public DateOnly? StartedOn { get; internal init; }

    /// <summary>答复期限届满之日；停着、等着、逾期放弃或者没有确认时为 null。</summary>
    public DateOnly? DueOn { get; internal init; }

    /// <summary>届满之日是暂定的：算到的日子里有放假安排还没有公布的。没有届满之日时为假。</summary>
    public bool IsProvisional { get; internal init; }

    /// <summary>停着，但期限在停止之前已经届满：那个日子。届满当日才发出征求意见书的，此后不论等多久，期限都不再动（docs/adr/0008）。不是这样的为 null。</summary>
    public DueDate? PassedDue { get; internal init; }

    /// <summary>所等的补正、缴费或者意见最迟是哪一天，几份意见取最晚的；不在等、没有期限、或者还不知道通知哪一天收到时为 null。逾期放弃时是已经过去的那个最后一天。</summary>
    public DateOnly? LatestOn { get; internal init; }

    /// <summary><see cref="LatestOn"/> 是暂定的：那时的放假安排还没有公布，公布之后会往后移，不能据此认定对方逾期。</summary>
    public bool IsLatestProvisional { get; internal init; }

    /// <summary>期限的账，按日子先后。</summary>
    public IReadOnlyList<LedgerLine> Ledger { get; internal init; } = [];
}
