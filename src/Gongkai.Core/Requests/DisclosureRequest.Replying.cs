using Gongkai.Core.Requests.Clock;

namespace Gongkai.Core.Requests;

public sealed partial class DisclosureRequest
{
    private int LastRevision => _events.OfType<ReplyDrafted>().LastOrDefault()?.Revision ?? 0;

    /// <summary>为什么此刻不能拟这样的答复。</summary>
    public IReadOnlyList<Refusal> WhyNotDraft(Decision decision, DateOnly on)
    {
        var reasons = WhyNotWork();
        if (reasons.Count > 0)
        {
            return reasons;
        }

        var reading = ReadClock(on);
        var clock = reading.State;
        return
        [
            .. Refusal.When(Stage == RequestStage.AwaitingService, RequestRefusals.AlreadySigned),
            .. Refusal.When(clock == ClockState.AwaitingSupplement, RequestRefusals.SupplementAwaited),
            .. Refusal.When(clock == ClockState.AwaitingFee, RequestRefusals.FeeAwaited),
            .. Refusal.When(clock == ClockState.Lapsed, reading.IsLatestProvisional ? RequestRefusals.LapseProvisional : RequestRefusals.HasLapsed),
            .. Refusal.When(_consultations.Any(c => c.Answer is null && c.Sent.To != ConsultedParty.OtherAgency), RequestRefusals.ConsultationOpen),
            .. WhyNotDecide(decision, on),
        ];
    }

    /// <summary>拟出答复，或改出新的一稿。</summary>
    public void DraftReply(Decision decision, string digest, Guid by, DateOnly on) =>
        Do(WhyNotDraft(decision, on), new ReplyDrafted(on, LastRevision + 1, decision, digest, by));

    /// <summary>为什么此刻不能审查。</summary>
    public IReadOnlyList<Refusal> WhyNotReview(ReviewKind kind, Guid by) =>
    [
        .. Refusal.When(Stage != RequestStage.Drafted, RequestRefusals.NothingToReview),
        .. Refusal.When(_passed.Contains(kind), RequestRefusals.AlreadyReviewed),
        .. Refusal.When(Draft?.By == by, RequestRefusals.ReviewsOwnDraft),
    ];

    /// <summary>审查这一稿。</summary>
    public void Review(ReviewKind kind, bool passed, Guid by, DateOnly on) =>
        Do(WhyNotReview(kind, by), new ReplyReviewed(on, Draft?.Revision ?? 0, kind, passed, by));

    /// <summary>为什么此刻不能签发；<paramref name="digest"/> 是签发人看到的那一稿的摘要。</summary>
    public IReadOnlyList<Refusal> WhyNotSign(string digest, Guid by) =>
    [
        .. Refusal.When(Stage != RequestStage.Drafted, RequestRefusals.NothingToSign),
        .. Refusal.When(Draft is not null && Draft.Digest != digest, RequestRefusals.DraftChanged),
        .. Refusal.When(Draft?.By == by, RequestRefusals.SignsOwnDraft),
        .. Refusal.When(Stage == RequestStage.Drafted && _settings.Reviews.Contains(ReviewKind.Legal) && !_passed.Contains(ReviewKind.Legal), RequestRefusals.LegalReviewMissing),
        .. Refusal.When(Stage == RequestStage.Drafted && _settings.Reviews.Contains(ReviewKind.Secrecy) && !_passed.Contains(ReviewKind.Secrecy), RequestRefusals.SecrecyReviewMissing),
    ];

    /// <summary>为什么此刻不能退回这一稿；<paramref name="digest"/> 是签发人看到的那一稿的摘要。</summary>
    public IReadOnlyList<Refusal> WhyNotReturn(string digest) =>
    [
        .. Refusal.When(Stage != RequestStage.Drafted, RequestRefusals.NothingToSign),
        .. Refusal.When(Draft is not null && Draft.Digest != digest, RequestRefusals.DraftChanged),
    ];

    /// <summary>签发领导不签，退回修改。</summary>
    public void ReturnDraft(string digest, Guid by, DateOnly on) => Do(WhyNotReturn(digest), new ReplyReturned(on, Draft?.Revision ?? 0, by));

    /// <summary>签发审查过的这一稿。</summary>
    public void Sign(string digest, Guid by, DateOnly on) => Do(WhyNotSign(digest, by), new ReplySigned(on, Draft?.Revision ?? 0, by));

    /// <summary>为什么此刻不能这样送达（国办公开办函〔2016〕235号）。</summary>
    /// <param name="mode">方式。</param>
    /// <param name="isPostalService">邮寄的，是不是邮政企业（邮政法第五十五条：快递企业不得寄递国家机关公文）。</param>
    /// <param name="on">送达的时点。</param>
    public IReadOnlyList<Refusal> WhyNotServe(ServiceMode mode, bool isPostalService, DateOnly on) =>
    [
        .. Refusal.When(Stage != RequestStage.AwaitingService, RequestRefusals.NotSigned),
        .. Refusal.When(Signature is not null && on < Signature.On, RequestRefusals.OutOfOrder),
        .. Refusal.When(mode == ServiceMode.Post && !isPostalService, RequestRefusals.NotPostal),
        .. Refusal.When(mode == ServiceMode.Electronic && Submission.Delivery is not (DeliveryForm.Email or DeliveryForm.Online), RequestRefusals.ElectronicNotAsked),
    ];

    /// <summary>送达，本件办结。</summary>
    public void Serve(ServiceMode mode, bool isPostalService, string proof, DateOnly on) =>
        Do(WhyNotServe(mode, isPostalService, on), new ReplyServed(on, mode, proof));

    /// <summary>为什么此刻不能撤回。</summary>
    public IReadOnlyList<Refusal> WhyNotWithdraw() =>
    [
        .. Refusal.When(!IsOpen, RequestRefusals.Concluded),
        .. Refusal.When(Redo is not null, RequestRefusals.Ordered),
        .. Refusal.When(Stage == RequestStage.AwaitingConfirmation, RequestRefusals.NotConfirmed),
    ];

    /// <summary>申请人撤回。</summary>
    public void Withdraw(DateOnly on) => Do(WhyNotWithdraw(), new RequestWithdrawn(on));

    /// <summary>为什么此刻不能以逾期不补正或不缴费不再处理。</summary>
    public IReadOnlyList<Refusal> WhyNotLapse(DateOnly on) =>
    [
        .. WhyNotHandle(),
        .. Refusal.When(IsOpen && MayNotBeLate(on), RequestRefusals.LapseProvisional),
        .. Refusal.When(IsOpen && ReadClock(on).State != ClockState.Lapsed, PendingNotices.Any(p => p.Notice is NoticeKind.Supplement or NoticeKind.Fee) ? RequestRefusals.LapseNotServed : RequestRefusals.NotLapsed),
    ];

    /// <summary>逾期不补正或不缴费，视为放弃，不再处理（条例第三十条；国办函〔2020〕109号第六条）。</summary>
    public void Lapse(DateOnly on) =>
        Do(WhyNotLapse(on), new RequestLapsed(on, Clock.Events.LastOrDefault(e => e is ClockEvent.FeeNotified or ClockEvent.SupplementAsked) is ClockEvent.FeeNotified ? Outcome.FeeOverdue : Outcome.SupplementOverdue));

    /// <summary>为什么此刻不能重新处理。</summary>
    public IReadOnlyList<Refusal> WhyNotRedo(int workingDays, DateOnly on) =>
    [
        .. Refusal.When(Stage is not (RequestStage.Concluded or RequestStage.Archived), RequestRefusals.NotConcluded),
        .. Refusal.When(MergedInto is not null || WasSplit, RequestRefusals.Concluded),
        .. Refusal.When(DestroyedOn is not null, RequestRefusals.Destroyed),
        .. Refusal.When(workingDays is < 1 or > 120, RequestRefusals.DaysOutOfRange),
        .. Refusal.When(on < Last.On, RequestRefusals.OutOfOrder),
    ];

    /// <summary>依复议决定、判决或自行纠正重新处理。</summary>
    /// <param name="cause">缘由。</param>
    /// <param name="workingDays">多少个工作日。</param>
    /// <param name="on">收到决定、判决之日。</param>
    /// <param name="isFixed">期限是复议决定、判决写明的。</param>
    /// <param name="document">决定书、裁判文书的文号；没有的为空。</param>
    public void OrderRedo(RedoCause cause, int workingDays, DateOnly on, bool isFixed = false, string document = "")
    {
        var isOrdered = cause != RedoCause.OwnCorrection;
        Do(WhyNotRedo(workingDays, on), new RedoOrdered(on, cause, workingDays, isFixed && isOrdered, isOrdered ? document : ""));
    }

    /// <summary>为什么此刻不能归档。</summary>
    public IReadOnlyList<Refusal> WhyNotArchive(string retentionCode) =>
    [
        .. Refusal.When(Stage is not (RequestStage.Concluded or RequestStage.Merged or RequestStage.Split), RequestRefusals.NotConcluded),
        .. Refusal.When(string.IsNullOrWhiteSpace(retentionCode), RequestRefusals.NoRetentionCode),
    ];

    /// <summary>归档。</summary>
    public void PutIntoArchive(string retentionCode, int? years, DateOnly on) => Do(WhyNotArchive(retentionCode), new RequestArchived(on, retentionCode, years));

    private IEnumerable<Refusal> WhyNotDecide(Decision decision, DateOnly on)
    {
        if (IsCorrection)
        {
            return Refusal.When(decision.Outcome.Info().Group != OutcomeGroup.Correction || decision.Parts.Count > 0, RequestRefusals.WrongMatter);
        }

        DecisionPart[] disclosed = [.. decision.Parts.Where(p => p.Outcome.Info().Group == OutcomeGroup.Granted)];
        Outcome[] all = decision.Outcome == Outcome.PartlyGranted ? [.. decision.Parts.Select(p => p.Outcome)] : [decision.Outcome, .. decision.Parts.Select(p => p.Outcome)];
        var withheld = decision.Parts.Count(p => p.Outcome.Info().Group == OutcomeGroup.Refused || p.Outcome == Outcome.OtherHandling);
        return
        [
            .. Refusal.When(all.Any(o => o.Info().Group == OutcomeGroup.Correction), RequestRefusals.WrongMatter),
            .. Refusal.When(all.Any(o => o is Outcome.Withdrawn or Outcome.SupplementOverdue or Outcome.FeeOverdue), RequestRefusals.NotByReply),
            .. Refusal.When(decision.Outcome == Outcome.PartlyGranted && (disclosed.Length == 0 || withheld == 0), RequestRefusals.PartlyNeedsBoth),
            .. Refusal.When(decision.Parts.Any(p => p.Outcome == Outcome.PartlyGranted), RequestRefusals.PartInPart),
            .. Refusal.When(decision.Outcome != Outcome.PartlyGranted && all.Any(o => o.Info().Group == OutcomeGroup.Granted) && all.Any(o => o.Info().Group == OutcomeGroup.Refused), RequestRefusals.MustBePartly),
            .. Refusal.When(decision.Outcome != Outcome.PartlyGranted && all.Select(o => o.Info().ReconsiderationFirst).Distinct().Count() > 1 && !all.Any(o => o.Info().Group == OutcomeGroup.Granted), RequestRefusals.RemediesDiffer),
            .. Refusal.When(decision.Outcome != Outcome.PartlyGranted && decision.Parts.Count > 0 && _settings.Mixed == MixedOutcomes.Split, RequestRefusals.SplitFirst),
            .. Refusal.When(decision.Uses(Outcome.NotFound) && decision.Search is not { Where.Length: > 0 }, RequestRefusals.SearchRecordMissing),
            .. Refusal.When(decision.Uses(Outcome.UnclearAfterSupplement) && !WasSupplemented, RequestRefusals.NotSupplemented),
            .. decision.Uses(Outcome.Excessive) ? WhyNotExcessive(on) : [],
            .. Refusal.When(decision.Uses(Outcome.Repeated) && string.IsNullOrWhiteSpace(decision.EarlierRequest), RequestRefusals.EarlierRequestMissing),
            .. Refusal.When(decision.Discloses && !all.Contains(Outcome.ThirdPartyRights) && _consultations.Any(c => c.ForbidsDisclosure), RequestRefusals.ObjectionStands),
        ];
    }

    // 说明了、认定不合理的，或者给的工作日过了没有说明的，才可以。
    private IReadOnlyList<Refusal> WhyNotExcessive(DateOnly on) => (Reasons, ReasonsGiven) switch
    {
        (null, _) or (_, { Reasonable: true }) => [RequestRefusals.ReasonsNotHeard],
        ({ ServedOn: null }, null) => [RequestRefusals.ReasonsNotServed],
        (_, null) when on <= ReasonsLastDay => [RequestRefusals.ReasonsAwaited],
        (_, null) when IsReasonsLastDayProvisional => [RequestRefusals.ReasonsProvisional],
        _ => [],
    };
}
