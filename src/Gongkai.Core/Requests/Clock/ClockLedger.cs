using Gongkai.Core.Calendar;

namespace Gongkai.Core.Requests.Clock;

/// <summary>把一个期限怎样算出来的写成账：计入的、不计的各段，每段写明为什么。</summary>
internal sealed class ClockLedger
{
    private readonly ClockFacts _facts;
    private readonly WorkingDayCalendar _calendar;
    private readonly List<LedgerLine> _lines = [];

    private ClockLedger(ClockFacts facts, WorkingDayCalendar calendar) => (_facts, _calendar) = (facts, calendar);

    public static IReadOnlyList<LedgerLine> Of(ClockFacts facts, ClockState state, DateOnly? due, DateOnly asOf, WorkingDayCalendar calendar)
    {
        var ledger = new ClockLedger(facts, calendar);
        ledger.WriteStart();
        if (facts.Awaiting is { } awaited)
        {
            ledger.Add(awaited.Since, awaited.LastDay ?? asOf, awaited.What);
            if (state is ClockState.Lapsed && awaited.LastDay is { } last)
            {
                ledger.Add(last.AddDays(1), last.AddDays(1), LedgerReason.Lapsed);
            }
        }
        else
        {
            ledger.WriteDays(asOf, due ?? asOf);
        }

        if (due is { } day)
        {
            ledger.WriteProvisional(day);
            ledger.Add(day, day, LedgerReason.Due);
        }

        return ledger._lines;
    }

    private void WriteStart()
    {
        Add(_facts.ReceivedOn, _facts.ReceivedOn, LedgerReason.Received);
        foreach (var awaited in _facts.AwaitedBefore)
        {
            Add(awaited.Since, awaited.On, awaited.What);
            Add(awaited.On, awaited.On, LedgerReason.Restart);
        }
    }

    private void WriteDays(DateOnly asOf, DateOnly end)
    {
        var next = _facts.CountFrom.AddDays(1);
        foreach (var stop in _facts.StopsAt(asOf).TakeWhile(s => s.After < end))
        {
            WriteStretches(next, stop.After);
            var through = stop.Through < end ? stop.Through : end;
            Add(stop.After.AddDays(1), through, stop.Reason, _calendar.WorkingDaysBetween(stop.After, through), stop.Detail);
            next = stop.Through.AddDays(1);
        }

        WriteStretches(next, end);
        if (_facts.Extended is { } extended)
        {
            var at = _lines.FindIndex(l => l.From > extended.On);
            _lines.Insert(at < 0 ? _lines.Count : at, new LedgerLine(extended.On, extended.On, LedgerReason.Extension, extended.By.WorkingDays));
        }
    }

    // 停着的时候期限还没有走完，已经走的不会多于期限的天数，所以这里逐日走也有限。
    private void WriteStretches(DateOnly from, DateOnly through)
    {
        for (var day = from; day <= through; day = day.AddDays(1))
        {
            var (kind, name, _) = _calendar.DayOf(day);
            var reason = ReasonOf(kind);
            var detail = name.Length > 0 ? name : null;
            var counted = _calendar.IsWorkingDay(day) ? 1 : 0;
            if (day > from && _lines[^1] is var last && last.Reason == reason && last.Detail == detail)
            {
                _lines[^1] = last with { To = day, WorkingDays = last.WorkingDays + counted };
            }
            else
            {
                Add(day, day, reason, counted, detail);
            }
        }
    }

    // 没有公布的日子在两头，中间是连着的：或者从头到有安排的前一天，或者从没有安排的那天到届满。
    private void WriteProvisional(DateOnly due)
    {
        var first = _facts.CountFrom.AddDays(1);
        var (from, to) = (first, due);
        while (from < due && !_calendar.IsProvisional(from))
        {
            from = from.AddDays(1);
        }

        while (to > from && !_calendar.IsProvisional(to))
        {
            to = to.AddDays(-1);
        }

        if (_calendar.IsProvisional(from))
        {
            Add(from, to, LedgerReason.Provisional);
        }
    }

    private void Add(DateOnly from, DateOnly to, LedgerReason reason, int workingDays = 0, string? detail = null) =>
        _lines.Add(new LedgerLine(from, to, reason, workingDays, detail));

    private static LedgerReason ReasonOf(DayKind kind) => kind switch
    {
        DayKind.Workday => LedgerReason.Counted,
        DayKind.Weekend => LedgerReason.Weekend,
        DayKind.Holiday => LedgerReason.Holiday,
        DayKind.MakeUp => LedgerReason.MakeUp,
        DayKind.RegionalOff => LedgerReason.RegionalOff,
        DayKind.RegionalWork => LedgerReason.RegionalWork,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
