using Gongkai.Core.Calendar;

namespace Gongkai.Core.Requests.Clock;

/// <summary>一件事此刻为什么不合法。</summary>
internal static class ClockRules
{
    public static readonly Refusal ConsultationOverdue = new("consultation.overdue");
    private static readonly Refusal OutOfOrder = new("event.outOfOrder");
    private static readonly Refusal NotAwaited = new("event.notAwaited");
    private static readonly Refusal NotPending = RequestRefusals.NoticeNotPending;
    private static readonly Refusal Lapsed = new("event.lapsed");

    public static IReadOnlyList<Refusal> WhyNot(ReplyClock clock, ClockEvent happening, WorkingDayCalendar calendar)
    {
        // 先后不对，就没有一个可以据以判断的此刻。
        if (clock.LastOn is not { } last || happening.On < last || ServedOn(happening) < happening.On || happening is ClockEvent.NoticeServed { ServedOn: var served } && served > happening.On)
        {
            return [OutOfOrder];
        }

        var facts = ClockFacts.Of(clock, happening.On, calendar);
        if (facts.Awaiting is { } awaited && happening.On > awaited.LastDay)
        {
            return [Lapsed, NotAwaited, .. Own(clock.Settings, facts, happening, calendar).Where(r => r != NotAwaited)];
        }

        return
        [
            .. Refusal.When(facts.Awaiting is not null && !IsAnswerTo(facts.Awaiting, happening), NotAwaited),
            .. Own(clock.Settings, facts, happening, calendar).Where(r => r != NotAwaited || facts.Awaiting is null),
        ];
    }

    private static IReadOnlyList<Refusal> Own(ClockSettings settings, ClockFacts facts, ClockEvent happening, WorkingDayCalendar calendar) => happening switch
    {
        ClockEvent.SupplementAsked e =>
        [
            .. Refusal.When(facts.SupplementWasAsked, new("supplement.second")),
            .. Refusal.When(calendar.WorkingDaysBetween(settings.CountFrom(facts.ReceivedOn), e.On) > settings.SupplementAskDays, new("supplement.late")),
            .. Refusal.When(e.Days < 1, new("supplement.noDays")),
        ],
        ClockEvent.ConsultationSent e =>
        [
            .. Refusal.When(facts.Consultations.Any(c => c.Id == e.Id), new("consultation.duplicate")),
            .. Refusal.When(IsOverdue(facts, e.On), ConsultationOverdue),
        ],
        ClockEvent.Extended e =>
        [
            .. Refusal.When(facts.ExtensionWasUsed, new("extension.second")),
            .. Refusal.When(e.By.WorkingDays > settings.MaximumExtensionDays, new("extension.tooLong")),
            .. Refusal.When(e.By.WorkingDays < 1, new("extension.noDays")),
            .. Refusal.When(string.IsNullOrWhiteSpace(e.By.ApprovedBy), new("extension.unapproved")),
            .. Refusal.When(IsOverdue(facts, e.On), new("extension.overdue")),
        ],
        ClockEvent.FeeNotified e => Refusal.When(IsOverdue(facts, e.On), new("fee.overdue")),
        ClockEvent.ReasonsAsked e =>
        [
            .. Refusal.When(facts.ReasonsAskedOn is not null, NotAwaited),
            .. Refusal.When(IsOverdue(facts, e.On), new("reasons.overdue")),
        ],
        ClockEvent.ConsultationAnswered e => Refusal.When(!facts.Consultations.Any(c => c.Id == e.Id && c.AnsweredOn is null), NotAwaited),
        ClockEvent.ReasonsReceived => Refusal.When(facts.ReasonsAskedOn is null, NotAwaited),
        ClockEvent.NoticeServed e => WhyNotServed(facts, e),
        ClockEvent.SupplementReceived or ClockEvent.FeePaid => Refusal.When(facts.Awaiting is null, NotAwaited),
        _ => throw new ArgumentException($"The clock does not know {happening.GetType().Name}.", nameof(happening)),
    };

    // 征求意见书可以在等待别的事时记；补正、收费的，等的就是它。
    private static IReadOnlyList<Refusal> WhyNotServed(ClockFacts facts, ClockEvent.NoticeServed e)
    {
        DateOnly? sent = e.Notice switch
        {
            NoticeKind.Consultation => facts.Consultations.FirstOrDefault(c => c.Id == e.Id && c is { AnsweredOn: null, IsServed: false })?.SentOn,
            NoticeKind.Supplement => facts.Awaiting is { What: LedgerReason.AwaitingSupplement, LastDay: null } asked ? asked.Since : null,
            NoticeKind.Fee => facts.Awaiting is { What: LedgerReason.AwaitingFee, LastDay: null } notified ? notified.Since : null,
            _ => null,
        };
        return sent is null ? [NotPending] : Refusal.When(e.ServedOn < sent, OutOfOrder);
    }

    // 等待补正或者缴费时没有答复期限，也就无所谓届满。
    private static bool IsOverdue(ClockFacts facts, DateOnly day) => facts.Awaiting is null && day > facts.DueAt(day);

    private static bool IsAnswerTo(Awaited awaited, ClockEvent happening) => happening is ClockEvent.NoticeServed || awaited.What switch
    {
        LedgerReason.AwaitingSupplement => happening is ClockEvent.SupplementReceived,
        LedgerReason.AwaitingFee => happening is ClockEvent.FeePaid,
        var what => throw new InvalidOperationException($"{what} is not awaited."),
    };

    private static DateOnly? ServedOn(ClockEvent happening) => happening switch
    {
        ClockEvent.SupplementAsked e => e.ServedOn,
        ClockEvent.ConsultationSent e => e.ServedOn,
        ClockEvent.FeeNotified e => e.ServedOn,
        _ => null,
    };
}
