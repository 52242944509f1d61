using Gongkai.Core.Calendar;

namespace Gongkai.Core.Requests.Clock;

/// <summary>某一天看时钟。</summary>
internal static class ClockReader
{
    public static ClockReading Read(ReplyClock clock, DateOnly asOf, WorkingDayCalendar calendar)
    {
        if (clock.ReceivedOn is not { } receivedOn)
        {
            return new ClockReading(ClockState.Unconfirmed);
        }

        var facts = ClockFacts.Of(clock, asOf, calendar);
        var state = StateOf(clock.Settings, facts, asOf);
        DateOnly? due = state is ClockState.Running ? facts.DueAt(asOf) : null;
        var latest = LatestOn(facts, state, asOf);
        return new ClockReading(state)
        {
            ReceivedOn = receivedOn,
            StartedOn = facts.StartedOn,
            DueOn = due,
            IsProvisional = due is { } day && IsProvisional(facts, day, calendar),
            PassedDue = state is ClockState.Suspended && facts.DueAt(asOf) is var passed && passed <= asOf ? new DueDate(passed, IsProvisional(facts, passed, calendar)) : null,
            LatestOn = latest,
            IsLatestProvisional = latest is { } last && calendar.IsProvisional(last),
            Ledger = ClockLedger.Of(facts, state, due, asOf, calendar),
        };
    }

    private static bool IsProvisional(ClockFacts facts, DateOnly due, WorkingDayCalendar calendar) =>
        calendar.IsProvisional(facts.CountFrom.AddDays(1)) || calendar.IsProvisional(due);

    private static ClockState StateOf(ClockSettings settings, ClockFacts facts, DateOnly asOf) => facts.Awaiting switch
    {
        { } awaited when asOf > awaited.LastDay => ClockState.Lapsed,
        { What: LedgerReason.AwaitingSupplement } => ClockState.AwaitingSupplement,
        { What: LedgerReason.AwaitingFee } => ClockState.AwaitingFee,
        _ => facts.OpenOn(asOf).Any() || (settings.ReasonsRequestSuspends && facts.ReasonsAskedOn is not null) ? ClockState.Suspended : ClockState.Running,
    };

    private static DateOnly? LatestOn(ClockFacts facts, ClockState state, DateOnly asOf)
    {
        if (facts.Awaiting is { } awaited)
        {
            return awaited.LastDay;
        }

        if (state is not ClockState.Suspended || facts.OpenOn(asOf).Any(c => c.Limit is null))
        {
            return null;
        }

        return facts.OpenOn(asOf).Max(c => c.Limit);
    }
}
