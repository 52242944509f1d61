using Gongkai.Core.Requests.Clock;
using Gongkai.Core.Tests.Calendar;

namespace Gongkai.Core.Tests.Requests.Clock;

/// <summary>
/// 照着法律的文字一天一天走出来的答复期限，用来核对 <see cref="ReplyClock"/>。
/// 不用累计表，不并时段，不存中间结果：每问一次都从收到之日重新走。
/// </summary>
internal sealed class DayWalk(DateOnly received, ClockSettings law)
{
    private static readonly DateOnly First = new(2018, 1, 1);
    private static readonly bool[] Working = [.. Enumerable.Range(0, 366 * 13).Select(i => Published.IsWorkingNaively(First.AddDays(i)))];

    private readonly List<ClockEvent> _lawful = [];

    private enum Waiting
    {
        Nothing,
        Supplement,
        Fee,
    }

    public static bool IsWorking(DateOnly day) => Working[day.DayNumber - First.DayNumber];

    /// <summary>试一件事：不合法时给出理由，合法的记下。</summary>
    public SortedSet<string> Try(ClockEvent e)
    {
        var before = _lawful.Count > 0 ? _lawful[^1].On : received;
        var served = e is ClockEvent.ConsultationSent c ? c.ServedOn : e is ClockEvent.FeeNotified f ? f.ServedOn : e is ClockEvent.SupplementAsked a ? a.ServedOn : null;
        if (e.On < before || (served is { } s && s < e.On) || (e is ClockEvent.NoticeServed n && n.ServedOn > n.On))
        {
            return ["event.outOfOrder"];
        }

        var codes = Objections(e);
        if (codes.Count == 0)
        {
            _lawful.Add(e);
        }

        return codes;
    }

    /// <summary>照样收下：迟到而有正当理由的补正。</summary>
    public void Take(ClockEvent e) => _lawful.Add(e);

    /// <summary>某一天的样子：状态、起算日、届满日，与停着时已经过了的届满日。</summary>
    public (ClockState State, DateOnly Started, DateOnly? Due, DateOnly? Passed) At(DateOnly day)
    {
        List<ClockEvent> known = [.. _lawful.Where(e => e.On <= day)];
        var (waiting, lastDay) = WaitingFor(known);
        var started = StartedOn(known);
        if (waiting is not Waiting.Nothing)
        {
            return (day > lastDay ? ClockState.Lapsed : waiting is Waiting.Fee ? ClockState.AwaitingFee : ClockState.AwaitingSupplement, started, null, null);
        }

        var consulting = known.OfType<ClockEvent.ConsultationSent>().Any(c => Answer(known, c.Id) is null && (LastDayOf(c, known) is not { } last || day <= last));
        var reasoning = law.ReasonsRequestSuspends && known.LastOrDefault(e => e is ClockEvent.ReasonsAsked or ClockEvent.ReasonsReceived) is ClockEvent.ReasonsAsked;
        return consulting || reasoning
            ? (ClockState.Suspended, started, null, Due(known, horizon: day) is var due && due <= day ? due : null)
            : (ClockState.Running, started, Due(known), null);
    }

    private SortedSet<string> Objections(ClockEvent e)
    {
        SortedSet<string> codes = new(StringComparer.Ordinal);
        var (waiting, lastDay) = WaitingFor(_lawful);
        var answersIt = e is ClockEvent.NoticeServed || (waiting is Waiting.Supplement && e is ClockEvent.SupplementReceived) || (waiting is Waiting.Fee && e is ClockEvent.FeePaid);
        if (waiting is not Waiting.Nothing && e.On > lastDay)
        {
            codes.UnionWith(["event.lapsed", "event.notAwaited"]);
        }
        else if (waiting is not Waiting.Nothing && !answersIt)
        {
            codes.Add("event.notAwaited");
        }

        var late = waiting is Waiting.Nothing && e.On > Due(_lawful, horizon: e.On);
        switch (e)
        {
            case ClockEvent.SupplementAsked asked:
                Add(codes, "supplement.second", _lawful.Exists(x => x is ClockEvent.SupplementAsked));
                Add(codes, "supplement.late", e.On > NthDay(received, law.SupplementAskDays, at: e.On));
                Add(codes, "supplement.noDays", asked.Days <= 0);
                break;
            case ClockEvent.Extended extended:
                Add(codes, "extension.second", _lawful.Exists(x => x is ClockEvent.Extended));
                Add(codes, "extension.tooLong", extended.By.WorkingDays > 20);
                Add(codes, "extension.noDays", extended.By.WorkingDays <= 0);
                Add(codes, "extension.unapproved", extended.By.ApprovedBy.Trim().Length == 0);
                Add(codes, "extension.overdue", late);
                break;
            case ClockEvent.ConsultationSent sent:
                Add(codes, "consultation.duplicate", _lawful.Exists(x => x is ClockEvent.ConsultationSent same && same.Id == sent.Id));
                Add(codes, "consultation.overdue", late);
                break;
            case ClockEvent.ConsultationAnswered answered:
                Add(codes, "event.notAwaited", !_lawful.Exists(x => x is ClockEvent.ConsultationSent s && s.Id == answered.Id) || Answer(_lawful, answered.Id) is not null);
                break;
            case ClockEvent.FeeNotified:
                Add(codes, "fee.overdue", late);
                break;
            case ClockEvent.SupplementReceived or ClockEvent.FeePaid:
                Add(codes, "event.notAwaited", waiting is Waiting.Nothing);
                break;
            case ClockEvent.NoticeServed served:
                var pending = Unserved(served, waiting, lastDay);
                Add(codes, "notice.notPending", pending is null);
                Add(codes, "event.outOfOrder", served.ServedOn < pending);
                break;
            case ClockEvent.ReasonsAsked:
                Add(codes, "event.notAwaited", _lawful.Count(x => x is ClockEvent.ReasonsAsked) > _lawful.Count(x => x is ClockEvent.ReasonsReceived));
                Add(codes, "reasons.overdue", late);
                break;
            case ClockEvent.ReasonsReceived:
                Add(codes, "event.notAwaited", _lawful.Count(x => x is ClockEvent.ReasonsAsked) == _lawful.Count(x => x is ClockEvent.ReasonsReceived));
                break;
        }

        return codes;
    }

    private static void Add(SortedSet<string> codes, string code, bool applies)
    {
        if (applies)
        {
            codes.Add(code);
        }
    }

    // 最后一次要求补正或者收费之后没有了下文，就是还在等。
    private (Waiting, DateOnly? LastDay) WaitingFor(List<ClockEvent> known) =>
        known.LastOrDefault(e => e is ClockEvent.SupplementAsked or ClockEvent.SupplementReceived or ClockEvent.FeeNotified or ClockEvent.FeePaid) switch
        {
            ClockEvent.SupplementAsked e => (Waiting.Supplement, (e.ServedOn ?? ServedLater(known, e, NoticeKind.Supplement)) is { } from ? NthDay(from, e.Days ?? law.SupplementAnswerDays) : null),
            ClockEvent.FeeNotified e => (Waiting.Fee, (e.ServedOn ?? ServedLater(known, e, NoticeKind.Fee)) is { } from ? NthDay(from, law.FeePaymentDays) : null),
            _ => (Waiting.Nothing, null),
        };

    // 先前发出、还不知道哪一天收到的那一份，是哪一天发的。
    private DateOnly? Unserved(ClockEvent.NoticeServed served, Waiting waiting, DateOnly? lastDay) => served.Notice switch
    {
        NoticeKind.Consultation => _lawful.OfType<ClockEvent.ConsultationSent>().FirstOrDefault(c => c.Id == served.Id && c.ServedOn is null && ServedLater(_lawful, c, served.Notice, c.Id) is null && Answer(_lawful, c.Id) is null)?.On,
        NoticeKind.Supplement when waiting is Waiting.Supplement && lastDay is null => _lawful.FindLast(e => e is ClockEvent.SupplementAsked)!.On,
        NoticeKind.Fee when waiting is Waiting.Fee && lastDay is null => _lawful.FindLast(e => e is ClockEvent.FeeNotified)!.On,
        _ => null,
    };

    private static DateOnly? ServedLater(List<ClockEvent> known, ClockEvent notice, NoticeKind kind, string? id = null) =>
        known.Skip(known.IndexOf(notice)).OfType<ClockEvent.NoticeServed>().FirstOrDefault(n => n.Notice == kind && n.Id == id)?.ServedOn;

    private DateOnly StartedOn(List<ClockEvent> known) =>
        known.LastOrDefault(e => e is ClockEvent.SupplementReceived || (e is ClockEvent.FeePaid && law.FeePaid is FeePaidEffect.Restart))?.On ?? received;

    private DateOnly Due(List<ClockEvent> known, DateOnly? horizon = null)
    {
        var started = StartedOn(known);
        var restartedAt = known.FindLastIndex(e => e is ClockEvent.SupplementReceived || (e is ClockEvent.FeePaid && law.FeePaid is FeePaidEffect.Restart));
        var extension = known.Skip(restartedAt + 1).OfType<ClockEvent.Extended>().SingleOrDefault()?.By.WorkingDays ?? 0;
        var left = law.ReplyDays + extension;
        var day = law.CountsFromNextDay ? started.AddDays(1) : started;
        while (true)
        {
            if (IsWorking(day) && !IsExcluded(day, known) && --left == 0)
            {
                return day;
            }

            // 只问过了没有时，走过了那一天就不用再走：还没有答复、又不限期的，期限走不到头。
            if (day > horizon)
            {
                return day;
            }

            day = day.AddDays(1);
        }
    }

    private bool IsExcluded(DateOnly day, List<ClockEvent> known)
    {
        for (var i = 0; i < known.Count; i++)
        {
            switch (known[i])
            {
                case ClockEvent.ConsultationSent c when day > c.On && !(day > Answer(known, c.Id)) && !(day > LastDayOf(c, known)):
                    return true;
                case ClockEvent.FeeNotified f when law.FeePaid is FeePaidEffect.Resume && day > f.On && !(day > Next<ClockEvent.FeePaid>(known, i)):
                    return true;
                case ClockEvent.ReasonsAsked r when law.ReasonsRequestSuspends && day > r.On && !(day > Next<ClockEvent.ReasonsReceived>(known, i)):
                    return true;
            }
        }

        return false;
    }

    private static DateOnly? Next<T>(List<ClockEvent> known, int from) where T : ClockEvent => known.Skip(from).OfType<T>().FirstOrDefault()?.On;

    private static DateOnly? Answer(List<ClockEvent> known, string id) => known.OfType<ClockEvent.ConsultationAnswered>().FirstOrDefault(a => a.Id == id)?.On;

    private DateOnly? LastDayOf(ClockEvent.ConsultationSent c, List<ClockEvent> known)
    {
        var days = c.To switch { ConsultedParty.ThirdParty => law.ThirdPartyDays, ConsultedParty.CoProducer => law.CoProducerDays, _ => law.OtherAgencyDays };
        return days is { } limit ? NthDay(c.ServedOn ?? ServedLater(known, c, NoticeKind.Consultation, c.Id) ?? c.On, limit) : null;
    }

    // 从这一天的次日（或者当日）起第几个工作日。问的是“过了没有”时，走到 at 还没有满就不用再走。
    private DateOnly NthDay(DateOnly from, int count, DateOnly? at = null)
    {
        var day = law.CountsFromNextDay ? from : from.AddDays(-1);
        while (count > 0 && !(day > at))
        {
            day = day.AddDays(1);
            count -= IsWorking(day) ? 1 : 0;
        }

        // 第 n 个工作日之后的周末、放假还没有到第 n+1 个工作日：发在这几天不算晚。
        while (at is not null && !IsWorking(day.AddDays(1)))
        {
            day = day.AddDays(1);
        }

        return day;
    }
}
