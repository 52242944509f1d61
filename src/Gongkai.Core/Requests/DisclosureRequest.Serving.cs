using Gongkai.Core.Requests.Clock;

namespace Gongkai.Core.Requests;

public sealed partial class DisclosureRequest
{
    /// <summary>发出了、还不知道对方哪一天收到的通知：给对方的期限没有起算，不能说他逾期。</summary>
    public IReadOnlyList<PendingNotice> PendingNotices =>
    [
        .. Supplement is { ServedOn: null } supplement ? [new PendingNotice(NoticeKind.Supplement, supplement.On)] : Array.Empty<PendingNotice>(),
        .. Reasons is { ServedOn: null } reasons && ReasonsGiven is null ? [new PendingNotice(NoticeKind.Reasons, reasons.On)] : Array.Empty<PendingNotice>(),
        .. Fee is { ServedOn: null } fee && AwaitsFee ? [new PendingNotice(NoticeKind.Fee, fee.On)] : Array.Empty<PendingNotice>(),
        .. _consultations.Where(c => c is { Answer: null, Sent.ServedOn: null }).Select(c => new PendingNotice(NoticeKind.Consultation, c.Sent.On, c.Sent.Id)),
    ];

    private bool AwaitsFee => Clock.Events.LastOrDefault(e => e is ClockEvent.FeeNotified or ClockEvent.FeePaid) is ClockEvent.FeeNotified;

    /// <summary>为什么此刻不能记这份通知的送达之日。</summary>
    /// <param name="notice">哪一种通知。</param>
    /// <param name="id">哪一次征求意见；别的通知为 null。</param>
    /// <param name="servedOn">对方收到之日。</param>
    /// <param name="on">记下之日。</param>
    public IReadOnlyList<Refusal> WhyNotRecordService(NoticeKind notice, string? id, DateOnly servedOn, DateOnly on) => Handling(
        () => PendingNotices.FirstOrDefault(p => p.Notice == notice && p.Id == id) switch
        {
            null => [RequestRefusals.NoticeNotPending],
            var pending when servedOn < pending.SentOn || servedOn > on => [RequestRefusals.OutOfOrder],
            _ => notice == NoticeKind.Reasons ? [] : Clock.WhyNot(new ClockEvent.NoticeServed(on, notice, servedOn, id), _calendar),
        },
        on);

    /// <summary>记下先前的通知是哪一天收到的，给对方的期限从那一天起算。</summary>
    public void RecordService(NoticeKind notice, string? id, DateOnly servedOn, DateOnly on) =>
        Do(WhyNotRecordService(notice, id, servedOn, on), new NoticeServed(on, notice, servedOn, id));

    /// <summary>为什么此刻不能收迟到的补正：期限没有过，或者已经按不再处理办结。</summary>
    public IReadOnlyList<Refusal> WhyNotAcceptLateSupplement(DateOnly on) => Handling(
        () => Refusal.When(Supplement is null || ReadClock(on) is not { State: ClockState.Lapsed, IsLatestProvisional: false }, RequestRefusals.SupplementNotLate), on);

    /// <summary>补正迟到，但有正当理由（条例第三十条）：照样收下，期限重新计算。</summary>
    public void AcceptLateSupplement(DateOnly on) => Do(WhyNotAcceptLateSupplement(on), new SupplementReceived(on, IsLate: true));

    private void Served(NoticeServed served)
    {
        switch (served.Notice)
        {
            case NoticeKind.Supplement: Supplement = Supplement! with { ServedOn = served.ServedOn }; break;
            case NoticeKind.Reasons: Reasons = Reasons! with { ServedOn = served.ServedOn }; return;
            case NoticeKind.Fee: Fee = Fee! with { ServedOn = served.ServedOn }; break;
            case NoticeKind.Consultation: Change(served.Id!, c => c with { Sent = c.Sent with { ServedOn = served.ServedOn } }); break;
            default: throw new ArgumentOutOfRangeException(nameof(served), served.Notice, "Unknown notice.");
        }

        Clock = Clock.Recorded(new ClockEvent.NoticeServed(served.On, served.Notice, served.ServedOn, served.Id));
    }
}

/// <summary>还不知道对方哪一天收到的一份通知。</summary>
/// <param name="Notice">哪一种。</param>
/// <param name="SentOn">发出之日。</param>
/// <param name="Id">哪一次征求意见；别的通知为 null。</param>
public sealed record PendingNotice(NoticeKind Notice, DateOnly SentOn, string? Id = null);
