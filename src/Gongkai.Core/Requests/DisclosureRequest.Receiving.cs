using Gongkai.Core.Calendar;

namespace Gongkai.Core.Requests;

public sealed partial class DisclosureRequest
{
    /// <summary>收到一件申请。当面提交和签收的邮件当日就是收到之日；互联网提交按口径即时确认；其他渠道等双方确认（条例第三十一条）。</summary>
    public static DisclosureRequest Submit(Submitted submitted, RequestSettings settings, WorkingDayCalendar calendar)
    {
        var request = new DisclosureRequest(settings, calendar);
        request.Record(submitted);
        if (submitted.Channel == ReceiptChannel.Internet && settings.ConfirmsInternetAtOnce)
        {
            request.Record(new ReceiptConfirmed(submitted.On));
        }

        return request;
    }

    /// <summary>为什么此刻不能确认收到。</summary>
    public IReadOnlyList<Refusal> WhyNotConfirm(DateOnly on, DateOnly today) =>
    [
        .. Refusal.When(Stage != RequestStage.AwaitingConfirmation, RequestRefusals.AlreadyReceived),
        .. Refusal.When(on < Submission.On, RequestRefusals.BeforeSubmission),
        .. Refusal.When(on > today, RequestRefusals.InFuture),
    ];

    /// <summary>与申请人双方确认收到。</summary>
    public void Confirm(DateOnly on, DateOnly today)
    {
        RefusedException.ThrowIfAny(WhyNotConfirm(on, today));
        Record(new ReceiptConfirmed(on));
    }

    /// <summary>为什么此刻不能登记。</summary>
    public IReadOnlyList<Refusal> WhyNotRegister() =>
    [
        .. Refusal.When(Stage == RequestStage.AwaitingConfirmation, RequestRefusals.NotConfirmed),
        .. Refusal.When(Stage is not (RequestStage.AwaitingConfirmation or RequestStage.Received), RequestRefusals.AlreadyRegistered),
    ];

    /// <summary>登记（条例第四十五条）。</summary>
    public void Register(DateOnly today)
    {
        RefusedException.ThrowIfAny(WhyNotRegister());
        Record(new Registered(today));
    }

    /// <summary>为什么此刻不能交办。</summary>
    public IReadOnlyList<Refusal> WhyNotAssign() => WhyNotWork();

    /// <summary>交给承办单位、承办人。</summary>
    public void Assign(string unit, Guid? person, DateOnly today)
    {
        RefusedException.ThrowIfAny(WhyNotAssign());
        Record(new Assigned(today, unit, person));
    }

    /// <summary>为什么此刻不能并案：只有未答复期间同一申请人重复提交的可以。</summary>
    public IReadOnlyList<Refusal> WhyNotMerge() =>
    [
        .. Refusal.When(IsCorrection, RequestRefusals.NotForCorrection),
        .. Refusal.When(!IsOpen, RequestRefusals.Concluded),
        .. Refusal.When(ConcludedOn is not null, RequestRefusals.AlreadyCounted),
        .. Refusal.When(Stage == RequestStage.AwaitingService, RequestRefusals.AlreadySigned),
    ];

    /// <summary>并入先收到的一件。</summary>
    public void MergeInto(Guid other, DateOnly today)
    {
        RefusedException.ThrowIfAny(WhyNotMerge());
        var isCounted = ReceivedOn is { } received && (_settings.Merged == MergedRequests.OtherHandling || received.Year < today.Year);
        Record(new RequestMerged(today, other, isCounted));
    }

    /// <summary>为什么此刻不能拆开：只有刚登记、还没有补正、征求、收费、延长、拟稿的可以。</summary>
    public IReadOnlyList<Refusal> WhyNotSplit(int parts) =>
    [
        .. WhyNotWork(),
        .. Refusal.When(parts is < 2 or > 50, RequestRefusals.SplitParts),
        .. Refusal.When(Parent is not null, RequestRefusals.AlreadySplit),
        .. Refusal.When(_events.Any(e => e is not (Submitted or ReceiptConfirmed or Registered or Assigned)), RequestRefusals.SplitTooLate),
    ];

    /// <summary>按一事一申请拆开；各件从这一件的提交与收到起算，由 <see cref="PartOf"/> 建立。</summary>
    /// <param name="ids">拆成的各件。</param>
    /// <param name="today">今天（中国）。</param>
    public void Split(IReadOnlyList<Guid> ids, DateOnly today)
    {
        RefusedException.ThrowIfAny(WhyNotSplit(ids.Count));
        Record(new RequestSplit(today, ids.Count, ids));
    }

    /// <summary>拆出的一件：同一天提交、同一天收到。</summary>
    /// <param name="whole">原来那一件。</param>
    /// <param name="wholeId">原来那一件的标识。</param>
    /// <param name="isFirst">是第一件；隔年拆开的只有它计入表三。</param>
    /// <param name="today">今天（中国）。</param>
    public static DisclosureRequest PartOf(DisclosureRequest whole, Guid wholeId, bool isFirst, DateOnly today)
    {
        var part = new DisclosureRequest(whole._settings, whole._calendar);
        part.Record(whole.Submission);
        if (whole._events.OfType<ReceiptConfirmed>().FirstOrDefault() is { } confirmed)
        {
            part.Record(confirmed);
        }

        part.Record(new SplitOff(today, wholeId, isFirst || whole.ReceivedOn?.Year == today.Year));
        part.Record(new Registered(today));
        return part;
    }

    private List<Refusal> WhyNotWork() =>
    [
        .. Refusal.When(Stage == RequestStage.AwaitingConfirmation, RequestRefusals.NotConfirmed),
        .. Refusal.When(Stage == RequestStage.Received, RequestRefusals.NotRegistered),
        .. Refusal.When(!IsOpen, RequestRefusals.Concluded),
    ];

    private List<Refusal> WhyNotHandle() =>
    [
        .. WhyNotWork(),
        .. Refusal.When(Stage is RequestStage.Drafted, RequestRefusals.InReview),
        .. Refusal.When(Stage is RequestStage.AwaitingService, RequestRefusals.AlreadySigned),
    ];
}
