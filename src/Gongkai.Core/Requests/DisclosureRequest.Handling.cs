using Gongkai.Core.Requests.Clock;

namespace Gongkai.Core.Requests;

public sealed partial class DisclosureRequest
{
    private const int LongestDays = 60;

    /// <summary>为什么此刻不能告知补正（条例第三十条：七个工作日内，只一次）。</summary>
    public IReadOnlyList<Refusal> WhyNotAskForSupplement(int days, DateOnly on, DateOnly? servedOn = null) =>
        Handling(() => Redo is not null ? [RequestRefusals.SupplementInRedo] : days > LongestDays ? [RequestRefusals.DaysOutOfRange] : Clock.WhyNot(new ClockEvent.SupplementAsked(on, days) { ServedOn = servedOn }, _calendar), on);

    /// <summary>告知补正；申请人哪一天收到还不知道的，以后由 <see cref="RecordService"/> 记。</summary>
    public void AskForSupplement(int days, DateOnly on, DateOnly? servedOn = null) => Do(WhyNotAskForSupplement(days, on, servedOn), new SupplementAsked(on, days, servedOn));

    /// <summary>为什么此刻不能收补正。</summary>
    public IReadOnlyList<Refusal> WhyNotReceiveSupplement(DateOnly on) => Handling(() => Supplement is not null && MayNotBeLate(on) ? [] : Clock.WhyNotReceiveSupplement(on, _calendar), on);

    /// <summary>收到补正，期限重新计算。</summary>
    public void ReceiveSupplement(DateOnly on) => Do(WhyNotReceiveSupplement(on), new SupplementReceived(on));

    /// <summary>为什么此刻不能要求说明理由（条例第三十五条）。</summary>
    public IReadOnlyList<Refusal> WhyNotAskForReasons(int days, DateOnly on, DateOnly? servedOn = null) =>
    [
        .. Handling(() => Clock.WhyNotAskForReasons(on, _calendar), on),
        .. Refusal.When(days is < 1 or > 60, RequestRefusals.DaysOutOfRange),
        .. Refusal.When(Reasons is not null, RequestRefusals.ReasonsAlreadyAsked),
        .. Refusal.When(servedOn < on, RequestRefusals.OutOfOrder),
    ];

    /// <summary>要求说明理由；申请人哪一天收到还不知道的，以后由 <see cref="RecordService"/> 记。</summary>
    public void AskForReasons(int days, DateOnly on, DateOnly? servedOn = null) => Do(WhyNotAskForReasons(days, on, servedOn), new ReasonsAsked(on, days, servedOn));

    /// <summary>为什么此刻不能收理由说明。</summary>
    public IReadOnlyList<Refusal> WhyNotReceiveReasons(DateOnly on) =>
    [
        .. Handling(() => Clock.WhyNotReceiveReasons(on, _calendar), on),
        .. Refusal.When(Reasons is null, RequestRefusals.ReasonsNotAsked),
        .. Refusal.When(ReasonsGiven is not null, RequestRefusals.ReasonsAlreadyGiven),
    ];

    /// <summary>收到理由说明，并认定是否合理。</summary>
    public void ReceiveReasons(bool reasonable, DateOnly on) => Do(WhyNotReceiveReasons(on), new ReasonsReceived(on, reasonable));

    /// <summary>为什么此刻不能征求意见（条例第三十二至三十四条）。</summary>
    public IReadOnlyList<Refusal> WhyNotSendConsultation(string id, ConsultedParty to, DateOnly? servedOn, DateOnly on) => Handling(
        () => _events.Any(e => e is ConsultationSent sent && sent.Id == id)
            ? [RequestRefusals.ConsultationIdUsed]
            // 告知了延迟答复的，说好的日子以前不算期限届满：这时才发现涉及第三方的，照样要征求意见（第三十二条）；说好的日子不因此再动。
            : [.. Clock.WhyNotSendConsultation(id, to, servedOn, on, _calendar).Where(r => r != ClockRules.ConsultationOverdue || !(on <= Delay?.Until))],
        on);

    /// <summary>发出征求意见书或协办函，不计入期限。</summary>
    public void SendConsultation(string id, ConsultedParty to, DateOnly? servedOn, DateOnly on) =>
        Do(WhyNotSendConsultation(id, to, servedOn, on), new ConsultationSent(on, id, to, servedOn));

    /// <summary>为什么此刻不能收征求意见的答复。</summary>
    public IReadOnlyList<Refusal> WhyNotAnswerConsultation(string id, ConsultationPosition position, DateOnly on) =>
    [
        .. Handling(() => Clock.WhyNotAnswerConsultation(id, on, _calendar), on),
        .. position == ConsultationPosition.Silent ? WhyNotSilent(id, on) : [],
        .. Refusal.When(position == ConsultationPosition.Informs && Consultation(id) is { } asked && !ConsultationPositions.For(asked.Sent.To).Contains(position), RequestRefusals.PositionMissing),
    ];

    /// <summary>收到征求意见的答复，或记下到期未答复。</summary>
    public void AnswerConsultation(string id, ConsultationPosition position, DateOnly on) =>
        Do(WhyNotAnswerConsultation(id, position, on), new ConsultationAnswered(on, id, position));

    /// <summary>为什么此刻不能作公共利益的例外（条例第三十二条）。</summary>
    public IReadOnlyList<Refusal> WhyNotOverrideObjection(string id, DateOnly on) =>
    [
        .. Handling(() => [], on),
        .. Refusal.When(Consultation(id) is not { Sent.To: ConsultedParty.ThirdParty, Answer: { } answer } || answer.Position is not (ConsultationPosition.ObjectsWithReason or ConsultationPosition.ObjectsWithoutReason or ConsultationPosition.AgreesInPart), RequestRefusals.NoObjection),
    ];

    /// <summary>认为不公开可能对公共利益造成重大影响，决定公开，并已书面告知第三方。</summary>
    public void OverrideObjection(string id, DateOnly on) => Do(WhyNotOverrideObjection(id, on), new ObjectionOverridden(on, id));

    /// <summary>为什么此刻不能发收费通知（国办函〔2020〕109号）：一件只收一次，重新处理的也不再收；按量的，要看要求怎样获取。</summary>
    public IReadOnlyList<Refusal> WhyNotNotifyFee(int yuan, bool byPage, DateOnly? servedOn, DateOnly on) =>
    [
        .. Handling(() => Clock.WhyNotNotifyFee(servedOn, on, _calendar), on),
        .. Refusal.When(yuan <= 0, RequestRefusals.NothingToPay),
        .. Refusal.When(byPage && !MayPayByPage, RequestRefusals.FeeNotByPage),
        .. Refusal.When(_events.Any(e => e is FeePaid), RequestRefusals.FeeSecond),
    ];

    /// <summary>能不能按量计收：申请人要求提供纸质件、发送电子邮件、复制电子数据等的才可以（国办函〔2020〕109号第五条），网上下载也是拿到电子数据；现场查阅的只能按件。</summary>
    public bool MayPayByPage => Submission.Delivery is not DeliveryForm.Inspection;

    /// <summary>发出收费通知。</summary>
    public void NotifyFee(int yuan, int quantity, bool byPage, DateOnly? servedOn, DateOnly on) =>
        Do(WhyNotNotifyFee(yuan, byPage, servedOn, on), new FeeNotified(on, servedOn, yuan, quantity, byPage));

    /// <summary>为什么此刻不能收费。</summary>
    public IReadOnlyList<Refusal> WhyNotPayFee(DateOnly on) => Handling(() => AwaitsFee && MayNotBeLate(on) ? [] : Clock.WhyNotPayFee(on, _calendar), on);

    /// <summary>完成缴费，期限重新计算。</summary>
    public void PayFee(DateOnly on) => Do(WhyNotPayFee(on), new FeePaid(on));

    /// <summary>为什么此刻不能提出延长（条例第三十三条：一次，最长二十个工作日，期限届满之前）。</summary>
    public IReadOnlyList<Refusal> WhyNotProposeExtension(int workingDays, DateOnly on) => Handling(
        () => [.. Refusal.When(ProposedExtension is not null, RequestRefusals.ExtensionPending), .. WhyNotExtend(new Extension(workingDays, "proposed"), on)], on);

    /// <summary>提出延长答复期限，等负责人同意。</summary>
    public void ProposeExtension(int workingDays, Guid by, DateOnly on) =>
        Do(WhyNotProposeExtension(workingDays, on), new ExtensionProposed(on, workingDays, by));

    /// <summary>为什么此刻不能同意延长：没有人提出，或者提出之后期限已经届满。</summary>
    public IReadOnlyList<Refusal> WhyNotApproveExtension(Guid by, DateOnly on) => Handling(
        () => ProposedExtension is { } proposed ? WhyNotExtend(new Extension(proposed.WorkingDays, by.ToString("D")), on) : [RequestRefusals.ExtensionNotProposed], on);

    /// <summary>负责人同意，期限从此延长（条例第三十三条）。</summary>
    public void ApproveExtension(Guid by, DateOnly on) =>
        Do(WhyNotApproveExtension(by, on), new ReplyPeriodExtended(on, ProposedExtension?.WorkingDays ?? 0, by.ToString("D")));

    /// <summary>为什么此刻不能退回延长。</summary>
    public IReadOnlyList<Refusal> WhyNotReturnExtension(DateOnly on) => Handling(
        () => Refusal.When(ProposedExtension is null, RequestRefusals.ExtensionNotProposed), on);

    /// <summary>负责人不同意，退回；期限不变。</summary>
    public void ReturnExtension(Guid by, DateOnly on) => Do(WhyNotReturnExtension(on), new ExtensionReturned(on, by));

    /// <summary>为什么此刻不能确定延迟答复（条例第三十五条：理由合理、但无法按期答复）。</summary>
    public IReadOnlyList<Refusal> WhyNotDelay(DateOnly until, DateOnly on) =>
    [
        .. Handling(() => [], on),
        .. Refusal.When(ReasonsGiven is not { Reasonable: true }, RequestRefusals.NoReasonableReasons),
        .. Refusal.When(Delay is not null, RequestRefusals.AlreadyDelayed),
        .. Refusal.When(!(on <= ReadClock(on).DueOn), RequestRefusals.DelayTooLate),
        .. Refusal.When(until <= (ReadClock(on).DueOn ?? on), RequestRefusals.DelayNotLater),
    ];

    /// <summary>确定延迟答复的合理期限并告知申请人。</summary>
    public void DelayReply(DateOnly until, DateOnly on) => Do(WhyNotDelay(until, on), new ReplyDelayed(on, until));

    private IReadOnlyList<Refusal> WhyNotExtend(Extension extension, DateOnly on) =>
        Redo is { IsFixed: true } ? [RequestRefusals.ExtensionFixed] : Clock.WhyNotExtend(extension, on, _calendar);

    // 补正、征求意见、收费、延长都是政府信息公开申请的答复期限里的事；更正记录的没有。
    private List<Refusal> Handling(Func<IReadOnlyList<Refusal>> byClock, DateOnly on)
    {
        var reasons = WhyNotHandle();
        reasons.AddRange(Refusal.When(reasons.Count == 0 && IsCorrection, RequestRefusals.NotForCorrection));
        if (reasons.Count == 0)
        {
            reasons.AddRange(Refusal.When(on < Last.On, RequestRefusals.OutOfOrder));
            reasons.AddRange(byClock());
        }

        return reasons;
    }

    // 没有回的，自收到之日起过了十五个工作日才谈得上「逾期未提出」；其他机关没有这个期限。
    private IReadOnlyList<Refusal> WhyNotSilent(string id, DateOnly on)
    {
        if (Consultation(id) is not { } asked || _settings.Clock.ConsultationDays(asked.Sent.To) is not { } days)
        {
            return [RequestRefusals.SilenceTooEarly];
        }

        if (asked.Sent.ServedOn is not { } served)
        {
            return [RequestRefusals.SilenceNotServed];
        }

        var last = _calendar.WorkingDaysAfter(served, days);
        return on <= last.Date ? [RequestRefusals.SilenceTooEarly] : Refusal.When(last.IsProvisional, RequestRefusals.SilenceProvisional);
    }

    // 最后一天只是暂定：放假安排公布之后会往后移，现在来的就不能说是迟的。
    private bool MayNotBeLate(DateOnly on) => ReadClock(on) is { State: ClockState.Lapsed, IsLatestProvisional: true };

    private void Do(IReadOnlyList<Refusal> reasons, RequestEvent happened)
    {
        RefusedException.ThrowIfAny(reasons);
        Record(happened);
    }
}
