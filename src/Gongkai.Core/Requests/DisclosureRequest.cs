using System.Globalization;
using Gongkai.Core.Calendar;
using Gongkai.Core.Requests.Clock;

namespace Gongkai.Core.Requests;

/// <summary>
/// 一件依申请公开的申请，由它的事件折叠而成：办到哪一步、时钟、决定与表三的一行都由事件推出，谁也不手填。
/// 每件能做的事都有一对：<c>WhyNotX</c> 说出此刻不能做的全部理由，<c>X</c> 做，做不得就带着同样的理由抛出。
/// </summary>
public sealed partial class DisclosureRequest
{
    private readonly List<RequestEvent> _events = [];
    private readonly List<RequestEvent> _fresh = [];
    private readonly List<ConsultationRecord> _consultations = [];
    private readonly HashSet<ReviewKind> _passed = [];
    private readonly RequestSettings _settings;
    private readonly WorkingDayCalendar _calendar;

    private DisclosureRequest(RequestSettings settings, WorkingDayCalendar calendar)
    {
        (_settings, _calendar) = (settings, calendar);
        Clock = ReplyClock.Unconfirmed(settings.Clock);
    }

    /// <summary>口径。</summary>
    public RequestSettings Settings => _settings;

    /// <summary>提交时的情形。</summary>
    public Submitted Submission { get; private set; } = null!;

    /// <summary>办到了哪一步。</summary>
    public RequestStage Stage { get; private set; }

    /// <summary>时钟。</summary>
    public ReplyClock Clock { get; private set; }

    /// <summary>收到之日；还没有确认的为 null。</summary>
    public DateOnly? ReceivedOn { get; private set; }

    /// <summary>登记之日。</summary>
    public DateOnly? RegisteredOn { get; private set; }

    /// <summary>由哪一件拆出；不是拆出的为 null。</summary>
    public Guid? Parent { get; private set; }

    /// <summary>隔年拆出、由同时拆出的第一件代为计数：表三不计它。</summary>
    public bool IsCountedByAnother { get; private set; }

    /// <summary>承办；还没有交办的为 null。</summary>
    public Assigned? Assignment { get; private set; }

    /// <summary>正等着的补正；没有要求过、收到了的为 null。</summary>
    public SupplementAsked? Supplement { get; private set; }

    /// <summary>要求说明理由；没有要求过的为 null。</summary>
    public ReasonsAsked? Reasons { get; private set; }

    /// <summary>申请人说明的理由；没有收到的为 null。</summary>
    public ReasonsReceived? ReasonsGiven { get; private set; }

    /// <summary>收费通知；没有的为 null。</summary>
    public FeeNotified? Fee { get; private set; }

    /// <summary>提出了、负责人还没有表态的延长；没有的为 null。</summary>
    public ExtensionProposed? ProposedExtension { get; private set; }

    /// <summary>延迟答复的期限（第三十五条）；没有的为 null。</summary>
    public ReplyDelayed? Delay { get; private set; }

    /// <summary>现在这一稿；没有的为 null。</summary>
    public ReplyDrafted? Draft { get; private set; }

    /// <summary>签发；没有的为 null。</summary>
    public ReplySigned? Signature { get; private set; }

    /// <summary>送达；没有的为 null。</summary>
    public ReplyServed? Service { get; private set; }

    /// <summary>最近一次重新处理的缘由；没有的为 null。</summary>
    public RedoOrdered? Redo { get; private set; }

    /// <summary>归档；没有的为 null。</summary>
    public RequestArchived? Archive { get; private set; }

    /// <summary>并入了哪一件；没有的为 null。</summary>
    public Guid? MergedInto { get; private set; }

    /// <summary>拆开过：自身不再计数。</summary>
    public bool WasSplit { get; private set; }

    /// <summary>最近一次办结时的答复期限：登记簿、督办据此看按没按期。停着、等着时办结的，更正记录，并案、拆开的，没有办结的，为 null。</summary>
    public DueDate? DueAtConclusion { get; private set; }

    /// <summary>最近一次逾期的答复：送达晚于期限。期限只是暂定的不算，等放假安排公布了再看；没有的为 null。</summary>
    public LateReply? Late { get; private set; }

    /// <summary>第一次办结之日；重新处理不改它。并案计入其他处理的，为并案之日。</summary>
    public DateOnly? ConcludedOn { get; private set; }

    /// <summary>表三计的结果：办结当年之内重新处理过的，以后一次为准。</summary>
    public Outcome? CountedOutcome { get; private set; }

    /// <summary>最近一次办结的结果：隔年重新处理的，与表三计的不同。没有办结过、并案、拆开的为 null。</summary>
    public Outcome? LatestOutcome { get; private set; }

    /// <summary>补正收到过。</summary>
    public bool WasSupplemented { get; private set; }

    /// <summary>全部事件，依次。</summary>
    public IReadOnlyList<RequestEvent> Events => _events;

    /// <summary>最后一件事。交办、移交只是谁来办，不算：补记在它之前发生的事不受它妨碍。</summary>
    public RequestEvent Last => _events.Last(e => e is not Assigned);

    /// <summary>这次加上、还没有存下的事件。</summary>
    public IReadOnlyList<RequestEvent> Fresh => _fresh;

    /// <summary>历次征求意见，按发出的先后；重新处理时还没有答复的不再算。</summary>
    public IReadOnlyList<ConsultationRecord> Consultations => _consultations;

    /// <summary>下一次征求意见的代号：按发出过几次编，重新处理之后也不重号。</summary>
    public string NextConsultationId => string.Create(CultureInfo.InvariantCulture, $"k{_events.Count(e => e is ConsultationSent) + 1}");

    /// <summary>这一稿已通过的审查。</summary>
    public IReadOnlyCollection<ReviewKind> PassedReviews => _passed;

    /// <summary>还能往下办：没有办结、并案或拆开。</summary>
    public bool IsOpen => Stage < RequestStage.Concluded;

    /// <summary>由存下的事件折叠。日历换了，日期随之重算；已经发生的事不再重新判断该不该发生。</summary>
    public static DisclosureRequest From(IEnumerable<RequestEvent> events, RequestSettings settings, WorkingDayCalendar calendar)
    {
        var request = new DisclosureRequest(settings, calendar);
        foreach (var happened in events)
        {
            request.Apply(happened);
        }

        return request.Submission is null
            ? throw new ArgumentException("A request begins with its submission.", nameof(events))
            : request;
    }

    /// <summary>时钟在这一天的读数。更正记录没有法定期限，也有一只时钟，但不作数，见 <see cref="HasDueDate"/>。</summary>
    public ClockReading ReadClock(DateOnly today) => Clock.At(today, _calendar);

    /// <summary>是要求更正与自身相关的记录（条例第四十一条），不是政府信息公开申请。</summary>
    public bool IsCorrection => Submission.Matter == RequestMatter.RecordCorrection;

    /// <summary>有没有答复期限：更正记录没有法定的期限，被责令重新处理时有命令的期限。</summary>
    public bool HasDueDate => !IsCorrection || Redo is not null;

    /// <summary>申请人说明理由的最后一天；没有要求过、还不知道他哪一天收到的为 null。</summary>
    public DateOnly? ReasonsLastDay => Reasons is { ServedOn: { } served } asked ? _calendar.WorkingDaysAfter(_settings.Clock.CountFrom(served), asked.Days).Date : null;

    /// <summary><see cref="ReasonsLastDay"/> 是暂定的：那时的放假安排还没有公布，不能据此认定他没有说明。</summary>
    public bool IsReasonsLastDayProvisional => ReasonsLastDay is { } last && _calendar.IsProvisional(last);

    /// <summary>答复最迟哪一天，没有办结的才有；见 <see cref="Due"/>。</summary>
    public DateOnly? DueOn(DateOnly today) => Due(today)?.Date;

    /// <summary>答复最迟哪一天：时钟的日子，或已告知的延迟答复之日；停着、但在那之前已经届满的，仍是届满的那一天。停着、等着、办结了的时候为 null。</summary>
    public DueDate? Due(DateOnly today) => IsOpen ? DueAt(today) : null;

    /// <summary>告知书里写的期限：还在征求意见的，按当日就得到答复推算；此后停多少天，期限再往后移多少天。</summary>
    /// <param name="on">成文之日。</param>
    /// <param name="beforeExtension">延长之前的期限。</param>
    public DateOnly? ExpectedDueOn(DateOnly on, bool beforeExtension = false) => ExpectedDue(on, beforeExtension)?.Date;

    /// <summary>同 <see cref="ExpectedDueOn"/>，连同这个日子是不是暂定：时钟停着的时候，读数说不出来。</summary>
    /// <param name="on">成文之日。</param>
    /// <param name="beforeExtension">延长之前的期限。</param>
    public DueDate? ExpectedDue(DateOnly on, bool beforeExtension = false)
    {
        if (!HasDueDate || Clock.ReceivedOn is not { } received)
        {
            return null;
        }

        var clock = ReplyClock.Received(received, Clock.Settings);
        foreach (var happened in Clock.Events.Where(e => !(beforeExtension && e is ClockEvent.Extended)))
        {
            clock = clock.Recorded(happened);
        }

        foreach (var unanswered in _consultations.Where(c => c.Answer is null))
        {
            clock = clock.Recorded(new ClockEvent.ConsultationAnswered(on, unanswered.Sent.Id));
        }

        return clock.At(on, _calendar) is { DueOn: { } due } reading ? new DueDate(due, reading.IsProvisional) : null;
    }

    private DueDate? DueAt(DateOnly day)
    {
        if (!HasDueDate)
        {
            return null;
        }

        var reading = ReadClock(day);
        var due = reading.DueOn is { } date ? new DueDate(date, reading.IsProvisional) : reading.PassedDue;

        // 延迟到哪一天是机关定的，放假安排动不了它。
        return due is { } by && Delay is { } delay && delay.Until > by.Date ? new DueDate(delay.Until, false) : due;
    }

    private void Record(RequestEvent happened)
    {
        Apply(happened);
        _fresh.Add(happened);
    }

    private void Apply(RequestEvent happened)
    {
        switch (happened)
        {
            case Submitted e: Begin(e); break;
            case SplitOff e: (Parent, IsCountedByAnother) = (e.Parent, !e.IsCounted); break;
            case ReceiptConfirmed e: StartClock(e.On); break;
            case Registered e: (RegisteredOn, Stage) = (e.On, RequestStage.Handling); break;
            case Assigned e: Assignment = e; break;
            case SupplementAsked e: (Clock, Supplement) = (Clock.Recorded(new ClockEvent.SupplementAsked(e.On, e.Days) { ServedOn = e.ServedOn }), e); break;
            case SupplementReceived e: (Clock, Supplement, WasSupplemented) = (Clock.Recorded(new ClockEvent.SupplementReceived(e.On)), null, true); break;
            case ReasonsAsked e: (Clock, Reasons) = (Clock.Recorded(new ClockEvent.ReasonsAsked(e.On)), e); break;
            case ReasonsReceived e: (Clock, ReasonsGiven) = (Clock.Recorded(new ClockEvent.ReasonsReceived(e.On)), e); break;
            case ConsultationSent e: Clock = Clock.Recorded(new ClockEvent.ConsultationSent(e.On, e.Id, e.To, e.ServedOn)); _consultations.Add(new ConsultationRecord(e)); break;
            case ConsultationAnswered e: Clock = Clock.Recorded(new ClockEvent.ConsultationAnswered(e.On, e.Id)); Change(e.Id, c => c with { Answer = e }); break;
            case ObjectionOverridden e: Change(e.Id, c => c with { OverriddenOn = e.On }); break;
            case FeeNotified e: (Clock, Fee) = (Clock.Recorded(new ClockEvent.FeeNotified(e.On, e.ServedOn)), e); break;
            case NoticeServed e: Served(e); break;
            case FeePaid e: Clock = Clock.Recorded(new ClockEvent.FeePaid(e.On)); break;
            case ExtensionProposed e: (ProposedExtension, Stage) = (e, RequestStage.ExtensionProposed); break;
            case ExtensionReturned: Settle(); break;
            case ReplyPeriodExtended e: Settle(); Clock = Clock.Recorded(new ClockEvent.Extended(e.On, new Extension(e.WorkingDays, e.ApprovedBy))); break;
            case ReplyDelayed e: Delay = e; break;
            case ReplyDrafted e: (Draft, Signature, ProposedExtension, Stage) = (e, null, null, RequestStage.Drafted); _passed.Clear(); break;
            case ReplyReviewed e: Reviewed(e); break;
            case ReplyReturned: Stage = RequestStage.Handling; break;
            case ReplySigned e: (Signature, Stage) = (e, RequestStage.AwaitingService); break;
            case ReplyServed e: Answered(e); break;
            case RequestWithdrawn e: Conclude(e.On, Outcome.Withdrawn); break;
            case RequestLapsed e: Conclude(e.On, e.Outcome); break;
            case RequestMerged e: Merge(e); break;
            case RequestSplit: (WasSplit, Stage) = (true, RequestStage.Split); break;
            case RedoOrdered e: Restart(e); break;
            case RequestArchived e: (Archive, Appraisal, Stage) = (e, null, RequestStage.Archived); break;
            case RetentionAppraised e: Appraisal = e; break;
            case ApplicantDestroyed e: DestroyedOn = e.On; break;
            default: throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "Unknown event.");
        }

        _events.Add(happened);
    }

    private void Begin(Submitted submitted)
    {
        Submission = submitted;
        Stage = RequestStage.AwaitingConfirmation;
        if (submitted.Channel is ReceiptChannel.Counter or ReceiptChannel.RegisteredPost)
        {
            StartClock(submitted.On);
        }
    }

    private void StartClock(DateOnly receivedOn)
    {
        (ReceivedOn, Stage) = (receivedOn, RequestStage.Received);
        Clock = ReplyClock.Received(receivedOn, _settings.Clock);
    }

    // 负责人表了态。早先的记录没有提出这一步，办到哪一步不变。
    private void Settle() => (ProposedExtension, Stage) = (null, Stage == RequestStage.ExtensionProposed ? RequestStage.Handling : Stage);

    private void Reviewed(ReplyReviewed review)
    {
        if (review.Passed)
        {
            _passed.Add(review.Kind);
            return;
        }

        _passed.Remove(review.Kind);
        Stage = RequestStage.Handling;
    }

    private void Answered(ReplyServed served)
    {
        Service = served;
        Conclude(served.On, Draft!.Decision.Outcome);
        if (DueAtConclusion is { IsProvisional: false } due && served.On > due.Date)
        {
            Late = new LateReply(due.Date, served.On);
        }
    }

    private void Conclude(DateOnly on, Outcome outcome)
    {
        DueAtConclusion = DueAt(on);
        (Stage, ProposedExtension, LatestOutcome) = (RequestStage.Concluded, null, outcome);
        if (ConcludedOn is not { } first)
        {
            (ConcludedOn, CountedOutcome) = (on, outcome);
        }
        else if (first.Year == on.Year)
        {
            CountedOutcome = outcome;
        }
    }

    private ConsultationRecord? Consultation(string id) => _consultations.LastOrDefault(c => c.Sent.Id == id);

    // 早先的记录里，重新处理之后可能有同号的：说的是后一次。
    private void Change(string id, Func<ConsultationRecord, ConsultationRecord> change)
    {
        var at = _consultations.FindLastIndex(c => c.Sent.Id == id);
        _consultations[at] = change(_consultations[at]);
    }

    private void Merge(RequestMerged merged)
    {
        (MergedInto, Stage) = (merged.Into, RequestStage.Merged);
        if (merged.IsCounted)
        {
            (ConcludedOn, CountedOutcome) = (merged.On, Outcome.OtherHandling);
        }
    }

    private void Restart(RedoOrdered redo)
    {
        (Redo, Stage) = (redo, RequestStage.Handling);
        (Draft, Signature, Service, Delay, ProposedExtension, Supplement, DueAtConclusion) = (null, null, null, null, null, null, null);
        _passed.Clear();

        // 没有答复的征求意见、没有说明的理由，随原来的期限一起作罢；还要的，重新发出。
        _consultations.RemoveAll(c => c.Answer is null);
        Reasons = ReasonsGiven is null ? null : Reasons;
        Clock = ReplyClock.Received(redo.On, _settings.Clock with { ReplyDays = redo.WorkingDays });
    }
}

/// <summary>一次逾期的答复。</summary>
/// <param name="DueOn">期限。</param>
/// <param name="ServedOn">送达之日，晚于期限。</param>
public readonly record struct LateReply(DateOnly DueOn, DateOnly ServedOn);

/// <summary>一次征求意见的始末。</summary>
/// <param name="Sent">发出。</param>
/// <param name="Answer">答复；还没有的为 null。</param>
/// <param name="OverriddenOn">因公共利益仍决定公开、书面告知之日；没有的为 null。</param>
public sealed record ConsultationRecord(ConsultationSent Sent, ConsultationAnswered? Answer = null, DateOnly? OverriddenOn = null)
{
    /// <summary>第三方不同意、理由成立，也没有作公共利益的例外：不得公开。</summary>
    public bool ForbidsDisclosure => Sent.To == ConsultedParty.ThirdParty && Answer?.Position is ConsultationPosition.ObjectsWithReason or ConsultationPosition.AgreesInPart && OverriddenOn is null;
}
