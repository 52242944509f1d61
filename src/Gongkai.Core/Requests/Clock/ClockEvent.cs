namespace Gongkai.Core.Requests.Clock;

/// <summary>影响答复期限的一件事。</summary>
/// <param name="On">发生在哪一天（北京时间）。</param>
public abstract record ClockEvent(DateOnly On)
{
    /// <summary>要求补正（《条例》第三十条）。</summary>
    /// <param name="On">发出补正通知之日。</param>
    /// <param name="Days">通知写明几个工作日内补正；null 按地区默认。</param>
    public sealed record SupplementAsked(DateOnly On, int? Days = null) : ClockEvent(On)
    {
        /// <summary>申请人收到之日，次日起算补正期限；不给就是发出之日，null 为还不知道，期限没有起算。</summary>
        public DateOnly? ServedOn { get; init; } = On;
    }

    /// <summary>收到补正：答复期限自这一天重新计算（《条例》第三十条）。</summary>
    public sealed record SupplementReceived(DateOnly On) : ClockEvent(On);

    /// <summary>发出征求意见书（《条例》第三十二条至第三十四条）。</summary>
    /// <param name="On">发出之日，当日照计。</param>
    /// <param name="Id">这份征求意见书的编号，一件申请之内不重复。</param>
    /// <param name="To">征求谁的意见。</param>
    /// <param name="ServedOn">送达之日；null 按发出之日，使扣除的日子最少。</param>
    public sealed record ConsultationSent(DateOnly On, string Id, ConsultedParty To, DateOnly? ServedOn = null) : ClockEvent(On);

    /// <summary>收到意见。</summary>
    /// <param name="On">收到之日，当日不计入期限。</param>
    /// <param name="Id">哪一份征求意见书。</param>
    public sealed record ConsultationAnswered(DateOnly On, string Id) : ClockEvent(On);

    /// <summary>延长答复期限（《条例》第三十三条）。</summary>
    /// <param name="On">告知申请人之日。</param>
    /// <param name="By">延长多少，谁同意的。</param>
    public sealed record Extended(DateOnly On, Extension By) : ClockEvent(On);

    /// <summary>发出收费通知（国办函〔2020〕109号第六条）。</summary>
    /// <param name="On">发出之日。</param>
    /// <param name="ServedOn">申请人收到之日，次日起算缴费期限；null 为还不知道，期限没有起算。</param>
    public sealed record FeeNotified(DateOnly On, DateOnly? ServedOn) : ClockEvent(On);

    /// <summary>知道了先前的一份通知是哪一天收到的：所给的期限从那一天起算。</summary>
    /// <param name="On">记下之日。</param>
    /// <param name="Notice">哪一种通知。</param>
    /// <param name="ServedOn">对方收到之日，在发出与记下之间。</param>
    /// <param name="Id">哪一份征求意见书；别的通知为 null。</param>
    public sealed record NoticeServed(DateOnly On, NoticeKind Notice, DateOnly ServedOn, string? Id = null) : ClockEvent(On);

    /// <summary>缴清费用。</summary>
    public sealed record FeePaid(DateOnly On) : ClockEvent(On);

    /// <summary>要求说明理由（《条例》第三十五条）。默认不停止计算。</summary>
    public sealed record ReasonsAsked(DateOnly On) : ClockEvent(On);

    /// <summary>收到理由。</summary>
    public sealed record ReasonsReceived(DateOnly On) : ClockEvent(On);
}
