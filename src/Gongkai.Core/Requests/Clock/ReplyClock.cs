using Gongkai.Core.Calendar;

namespace Gongkai.Core.Requests.Clock;

/// <summary>答复时钟（《条例》第三十条、第三十二条至第三十五条，国办函〔2020〕109号第六条）：从收到申请起，记下影响期限的每一件事，随时说出期限是哪一天、怎样算的。</summary>
/// <remarks>
/// 不可变：每件事得到一个新的时钟。事情按日子先后记，同一天的按记下的先后；哪一天看就只看到那一天为止的事。
/// 法律没有写明的地方按 <see cref="ClockSettings"/> 与 docs/adr/0008。
/// </remarks>
public sealed class ReplyClock
{
    private readonly ClockEvent[] _events;

    private ReplyClock(ClockSettings settings, DateOnly? receivedOn, ClockEvent[] events) =>
        (Settings, ReceivedOn, _events) = (settings, receivedOn, events);

    /// <summary>地区的设置。</summary>
    public ClockSettings Settings { get; }

    /// <summary>收到申请之日；没有确认时为 null。</summary>
    public DateOnly? ReceivedOn { get; }

    /// <summary>已经成立的事，按先后。</summary>
    public IReadOnlyList<ClockEvent> Events => _events;

    /// <summary>最后一件事的日子，没有时为收到之日；下一件事不能比它早。</summary>
    public DateOnly? LastOn => _events.Length > 0 ? _events[^1].On : ReceivedOn;

    /// <summary>收到日还没有确认：没有期限，也不能有别的事。</summary>
    public static ReplyClock Unconfirmed(ClockSettings settings) => new(settings, null, []);

    /// <summary>收到申请，时钟起算。</summary>
    /// <param name="receivedOn">收到之日，见 <see cref="ReceiptDay"/>。</param>
    /// <param name="settings">地区的设置。</param>
    public static ReplyClock Received(DateOnly receivedOn, ClockSettings settings) => new(settings, receivedOn, []);

    /// <summary>为什么此刻不能有这件事；空表示可以。理由全部列出，只有先后不对时其余无从判断。</summary>
    public IReadOnlyList<Refusal> WhyNot(ClockEvent happening, WorkingDayCalendar calendar) => ClockRules.WhyNot(this, happening, calendar);

    /// <summary>有了这件事；不合法时抛出 <see cref="RefusedException"/>。</summary>
    public ReplyClock With(ClockEvent happening, WorkingDayCalendar calendar)
    {
        RefusedException.ThrowIfAny(WhyNot(happening, calendar));
        return Recorded(happening);
    }

    /// <summary>照录当时已经判断过、成立的事，不再判断：后来的放假通知不能使过去的事变得不合法。从存下的事件重建时用。</summary>
    public ReplyClock Recorded(ClockEvent happened) => ReceivedOn is null
        ? throw new InvalidOperationException("Nothing can happen before the receipt is confirmed.")
        : new ReplyClock(Settings, ReceivedOn, [.. _events, happened]);

    /// <summary>某一天终了时看时钟。这一天以后的事当作还没有发生；收到日以前看，与收到当日相同。</summary>
    public ClockReading At(DateOnly asOf, WorkingDayCalendar calendar) => ClockReader.Read(this, asOf, calendar);

    /// <summary>为什么不能要求补正（《条例》第三十条）。</summary>
    /// <param name="days">通知写明几个工作日内补正。</param>
    /// <param name="on">发出通知之日。</param>
    /// <param name="calendar">工作日历。</param>
    public IReadOnlyList<Refusal> WhyNotAskForSupplement(int days, DateOnly on, WorkingDayCalendar calendar) =>
        WhyNot(new ClockEvent.SupplementAsked(on, days), calendar);

    /// <summary>要求补正：一次，收到申请 7 个工作日内；当日收到。</summary>
    public ReplyClock AskForSupplement(int days, DateOnly on, WorkingDayCalendar calendar) => With(new ClockEvent.SupplementAsked(on, days), calendar);

    /// <summary>为什么不能登记收到补正。</summary>
    public IReadOnlyList<Refusal> WhyNotReceiveSupplement(DateOnly on, WorkingDayCalendar calendar) => WhyNot(new ClockEvent.SupplementReceived(on), calendar);

    /// <summary>收到补正，重新计算。</summary>
    public ReplyClock ReceiveSupplement(DateOnly on, WorkingDayCalendar calendar) => With(new ClockEvent.SupplementReceived(on), calendar);

    /// <summary>为什么不能征求意见（《条例》第三十二条至第三十四条）。</summary>
    /// <param name="id">征求意见书的编号。</param>
    /// <param name="to">征求谁的意见。</param>
    /// <param name="servedOn">送达之日；null 按发出之日。</param>
    /// <param name="on">发出之日。</param>
    /// <param name="calendar">工作日历。</param>
    public IReadOnlyList<Refusal> WhyNotSendConsultation(string id, ConsultedParty to, DateOnly? servedOn, DateOnly on, WorkingDayCalendar calendar) =>
        WhyNot(new ClockEvent.ConsultationSent(on, id, to, servedOn), calendar);

    /// <summary>发出征求意见书，次日起停止计算。</summary>
    public ReplyClock SendConsultation(string id, ConsultedParty to, DateOnly? servedOn, DateOnly on, WorkingDayCalendar calendar) =>
        With(new ClockEvent.ConsultationSent(on, id, to, servedOn), calendar);

    /// <summary>为什么不能登记收到意见。</summary>
    public IReadOnlyList<Refusal> WhyNotAnswerConsultation(string id, DateOnly on, WorkingDayCalendar calendar) =>
        WhyNot(new ClockEvent.ConsultationAnswered(on, id), calendar);

    /// <summary>收到意见，次日起接着算。超过 15 个工作日才收到的也照记，不再影响期限。</summary>
    public ReplyClock AnswerConsultation(string id, DateOnly on, WorkingDayCalendar calendar) => With(new ClockEvent.ConsultationAnswered(on, id), calendar);

    /// <summary>为什么不能延长（《条例》第三十三条）。</summary>
    public IReadOnlyList<Refusal> WhyNotExtend(Extension by, DateOnly on, WorkingDayCalendar calendar) => WhyNot(new ClockEvent.Extended(on, by), calendar);

    /// <summary>延长答复期限：一次，最长 20 个工作日，负责人同意，在届满之前。</summary>
    public ReplyClock Extend(Extension by, DateOnly on, WorkingDayCalendar calendar) => With(new ClockEvent.Extended(on, by), calendar);

    /// <summary>为什么不能发收费通知（国办函〔2020〕109号第六条）。</summary>
    /// <param name="servedOn">申请人收到之日；还不知道为 null。</param>
    /// <param name="on">发出之日。</param>
    /// <param name="calendar">工作日历。</param>
    public IReadOnlyList<Refusal> WhyNotNotifyFee(DateOnly? servedOn, DateOnly on, WorkingDayCalendar calendar) =>
        WhyNot(new ClockEvent.FeeNotified(on, servedOn), calendar);

    /// <summary>发出收费通知，等待缴费。</summary>
    public ReplyClock NotifyFee(DateOnly? servedOn, DateOnly on, WorkingDayCalendar calendar) => With(new ClockEvent.FeeNotified(on, servedOn), calendar);

    /// <summary>为什么不能登记缴费。</summary>
    public IReadOnlyList<Refusal> WhyNotPayFee(DateOnly on, WorkingDayCalendar calendar) => WhyNot(new ClockEvent.FeePaid(on), calendar);

    /// <summary>缴清费用，重新计算（或按地区设置接着算）。</summary>
    public ReplyClock PayFee(DateOnly on, WorkingDayCalendar calendar) => With(new ClockEvent.FeePaid(on), calendar);

    /// <summary>为什么不能要求说明理由（《条例》第三十五条）。</summary>
    public IReadOnlyList<Refusal> WhyNotAskForReasons(DateOnly on, WorkingDayCalendar calendar) => WhyNot(new ClockEvent.ReasonsAsked(on), calendar);

    /// <summary>要求说明理由。默认不停止计算。</summary>
    public ReplyClock AskForReasons(DateOnly on, WorkingDayCalendar calendar) => With(new ClockEvent.ReasonsAsked(on), calendar);

    /// <summary>为什么不能登记收到理由。</summary>
    public IReadOnlyList<Refusal> WhyNotReceiveReasons(DateOnly on, WorkingDayCalendar calendar) => WhyNot(new ClockEvent.ReasonsReceived(on), calendar);

    /// <summary>收到理由。</summary>
    public ReplyClock ReceiveReasons(DateOnly on, WorkingDayCalendar calendar) => With(new ClockEvent.ReasonsReceived(on), calendar);
}
