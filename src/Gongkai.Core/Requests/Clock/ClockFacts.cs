using Gongkai.Core.Calendar;

namespace Gongkai.Core.Requests.Clock;

/// <summary>不计入期限的一段：<paramref name="After"/> 的次日到 <paramref name="Through"/> 当日。</summary>
internal readonly record struct Stop(DateOnly After, DateOnly Through, LedgerReason Reason, string? Detail);

/// <summary>一份征求意见书：到 <paramref name="Limit"/> 为止停止计算，null 为不限。</summary>
internal sealed record Consultation(string Id, ConsultedParty To, DateOnly SentOn, bool IsServed, DateOnly? Limit, DateOnly? AnsweredOn);

/// <summary>等申请人补正或者缴费；他哪一天收到通知还不知道的，<paramref name="LastDay"/> 为 null。</summary>
internal sealed record Awaited(LedgerReason What, DateOnly Since, int Days, DateOnly? LastDay);

/// <summary>等到了：<paramref name="On"/> 收到补正或者缴费，重新计算。</summary>
internal sealed record Restarted(LedgerReason What, DateOnly Since, DateOnly On);

/// <summary>到某一天为止成立的事合起来的样子。</summary>
internal sealed class ClockFacts
{
    private readonly ClockSettings _settings;
    private readonly WorkingDayCalendar _calendar;
    private readonly List<Consultation> _consultations = [];
    private readonly List<Restarted> _awaitedBefore = [];
    private readonly List<Stop> _stops = [];

    private ClockFacts(ClockSettings settings, DateOnly receivedOn, WorkingDayCalendar calendar)
    {
        (_settings, _calendar) = (settings, calendar);
        (ReceivedOn, StartedOn) = (receivedOn, receivedOn);
    }

    public DateOnly ReceivedOn { get; }

    public DateOnly StartedOn { get; private set; }

    public LedgerReason StartedBy { get; private set; } = LedgerReason.Received;

    public bool SupplementWasAsked { get; private set; }

    public bool ExtensionWasUsed { get; private set; }

    /// <summary>现在这个期限上的延长；重新计算以后没有了。</summary>
    public ClockEvent.Extended? Extended { get; private set; }

    public Awaited? Awaiting { get; private set; }

    /// <summary>引起重新计算的等待，按先后，止于其答复之日。</summary>
    public IReadOnlyList<Restarted> AwaitedBefore => _awaitedBefore;

    public IReadOnlyList<Consultation> Consultations => _consultations;

    public DateOnly? ReasonsAskedOn { get; private set; }

    public int Days => _settings.ReplyDays + (Extended?.By.WorkingDays ?? 0);

    /// <summary>起算日，当日不计。</summary>
    public DateOnly CountFrom => _settings.CountFrom(StartedOn);

    public static ClockFacts Of(ReplyClock clock, DateOnly through, WorkingDayCalendar calendar)
    {
        var facts = new ClockFacts(clock.Settings, clock.ReceivedOn!.Value, calendar);
        foreach (var happened in clock.Events.TakeWhile(e => e.On <= through))
        {
            facts.Apply(happened);
        }

        return facts;
    }

    public IEnumerable<Consultation> OpenOn(DateOnly day) => _consultations.Where(c => c.AnsweredOn is null && !(day > c.Limit));

    /// <summary>到这一天看，不计的各段，合并了重叠的，按先后。还没有答复又不限的，算到这一天。</summary>
    public IReadOnlyList<Stop> StopsAt(DateOnly day)
    {
        IEnumerable<Stop> stops = _stops.Concat(_consultations.Select(c => new Stop(c.SentOn, Earlier(c.AnsweredOn, c.Limit) ?? day, LedgerReason.Consultation, c.Id)));
        if (_settings.ReasonsRequestSuspends && ReasonsAskedOn is { } asked)
        {
            stops = stops.Append(new Stop(asked, day, LedgerReason.Reasons, null));
        }

        List<Stop> merged = [];
        foreach (var stop in stops.Where(s => s.Through > s.After && s.Through > CountFrom).OrderBy(s => s.After))
        {
            if (merged is [.., var last] && stop.After <= last.Through)
            {
                var detail = string.Join('、', new[] { last.Detail, stop.Detail }.Where(d => d is not null));
                merged[^1] = last with { Through = Later(last.Through, stop.Through), Detail = detail.Length > 0 ? detail : null };
            }
            else
            {
                merged.Add(stop with { After = Later(stop.After, CountFrom) });
            }
        }

        return merged;
    }

    /// <summary>答复期限届满之日，按到这一天为止所知的。</summary>
    public DateOnly DueAt(DateOnly day)
    {
        var (from, left) = (CountFrom, Days);
        foreach (var stop in StopsAt(day))
        {
            var between = _calendar.WorkingDaysBetween(from, stop.After);
            if (left <= between)
            {
                break;
            }

            (from, left) = (stop.Through, left - between);
        }

        return _calendar.WorkingDaysAfter(from, left).Date;
    }

    private void Apply(ClockEvent happened)
    {
        switch (happened)
        {
            case ClockEvent.SupplementAsked e:
                SupplementWasAsked = true;
                Await(LedgerReason.AwaitingSupplement, e.On, e.ServedOn, e.Days ?? _settings.SupplementAnswerDays);
                break;
            case ClockEvent.SupplementReceived e:
                Restart(e.On);
                break;
            case ClockEvent.ConsultationSent e:
                _consultations.Add(new Consultation(e.Id, e.To, e.On, e.ServedOn is not null, LimitOf(e.To, e.ServedOn ?? e.On), null));
                break;
            case ClockEvent.ConsultationAnswered e:
                var asked = _consultations.FindIndex(c => c.Id == e.Id);
                _consultations[asked] = _consultations[asked] with { AnsweredOn = e.On };
                break;
            case ClockEvent.Extended e:
                (ExtensionWasUsed, Extended) = (true, e);
                break;
            case ClockEvent.FeeNotified e:
                Await(LedgerReason.AwaitingFee, e.On, e.ServedOn, _settings.FeePaymentDays);
                break;
            case ClockEvent.NoticeServed { Notice: NoticeKind.Consultation } e:
                var served = _consultations.FindIndex(c => c.Id == e.Id);
                _consultations[served] = _consultations[served] with { IsServed = true, Limit = LimitOf(_consultations[served].To, e.ServedOn) };
                break;
            case ClockEvent.NoticeServed e:
                Awaiting = Awaiting! with { LastDay = LastDay(e.ServedOn, Awaiting.Days) };
                break;
            case ClockEvent.FeePaid e when _settings.FeePaid is FeePaidEffect.Resume:
                _stops.Add(new Stop(Awaiting!.Since, e.On, LedgerReason.AwaitingFee, null));
                Awaiting = null;
                break;
            case ClockEvent.FeePaid e:
                Restart(e.On);
                break;
            case ClockEvent.ReasonsAsked e:
                ReasonsAskedOn = e.On;
                break;
            case ClockEvent.ReasonsReceived e:
                if (_settings.ReasonsRequestSuspends)
                {
                    _stops.Add(new Stop(ReasonsAskedOn!.Value, e.On, LedgerReason.Reasons, null));
                }

                ReasonsAskedOn = null;
                break;
            default:
                throw new InvalidOperationException($"The clock does not know {happened.GetType().Name}.");
        }
    }

    private void Restart(DateOnly on)
    {
        _awaitedBefore.Add(new Restarted(Awaiting!.What, Awaiting.Since, on));
        (StartedOn, StartedBy, Extended, Awaiting) = (on, Awaiting.What, null, null);
    }

    private void Await(LedgerReason what, DateOnly since, DateOnly? servedOn, int days) =>
        Awaiting = new Awaited(what, since, days, servedOn is { } from ? LastDay(from, days) : null);

    private DateOnly? LimitOf(ConsultedParty to, DateOnly from) => _settings.ConsultationDays(to) is { } days ? LastDay(from, days) : null;

    private DateOnly LastDay(DateOnly from, int days) => _calendar.WorkingDaysAfter(_settings.CountFrom(from), days).Date;

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other : one;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
