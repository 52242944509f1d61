using Gongkai.Core.Requests.Clock;

namespace Gongkai.Core.Tests.Requests.Clock;

/// <summary>随机的一串事，合法的与不合法的都有；同一个种子总是同一串。</summary>
internal sealed class RandomHistory
{
    private static readonly string[] Ids = ["k1", "k2", "k3"];

    private readonly Random _random;

    public RandomHistory(int seed)
    {
        _random = new Random(seed);
        Received = new DateOnly(2018, 12, 20).AddDays(_random.Next(365 * 8 + 30));
        Settings = _random.Next(3) > 0 ? ClockSettings.Default : new ClockSettings
        {
            FeePaid = One(FeePaidEffect.Restart, FeePaidEffect.Resume),
            CountsFromNextDay = _random.Next(3) > 0,
            OtherAgencyDays = One<int?>(null, 10),
            ThirdPartyDays = One<int?>(15, null),
            ReasonsRequestSuspends = _random.Next(2) == 0,
            SupplementAnswerDays = One(10, 15),
        };
        Events = [.. Happenings()];
        TakesLateSupplements = _random.Next(2) == 0;
        Redo = Events.Count > 2 && _random.Next(4) == 0 ? (_random.Next(1, Events.Count), _random.Next(1, 31)) : null;
    }

    public DateOnly Received { get; }

    public ClockSettings Settings { get; }

    public IReadOnlyList<ClockEvent> Events { get; }

    /// <summary>补正迟到，认定有正当理由，照样收下。</summary>
    public bool TakesLateSupplements { get; }

    /// <summary>第几件事之前收到重新处理的决定，给多少个工作日：期限从那一天重来。没有为 null。</summary>
    public (int Before, int WorkingDays)? Redo { get; }

    private IEnumerable<ClockEvent> Happenings()
    {
        var day = Received;
        for (var left = _random.Next(9); left > 0; left--)
        {
            day = day.AddDays(_random.Next(12) switch { 0 => -_random.Next(1, 5), < 4 => 0, < 9 => _random.Next(1, 6), 9 or 10 => _random.Next(5, 25), _ => _random.Next(20, 60) });
            yield return Happening(day);
        }
    }

    private ClockEvent Happening(DateOnly day) => _random.Next(19) switch
    {
        0 or 1 => new ClockEvent.SupplementAsked(day, One<int?>(null, null, 5, 15, 0)),
        2 or 3 => new ClockEvent.SupplementReceived(day),
        4 or 5 or 6 => new ClockEvent.ConsultationSent(day, One(Ids), One(ConsultedParty.ThirdParty, ConsultedParty.CoProducer, ConsultedParty.OtherAgency), Served(day)),
        7 or 8 or 9 => new ClockEvent.ConsultationAnswered(day, One(Ids)),
        10 or 11 => new ClockEvent.Extended(day, new Extension(One(20, 20, 10, 1, 21, 0), One("局长", "局长", "局长", " "))),
        12 => new ClockEvent.FeeNotified(day, _random.Next(3) == 0 ? null : Served(day) ?? day),
        16 => new ClockEvent.NoticeServed(day, NoticeKind.Consultation, day.AddDays(-_random.Next(-1, 6)), One(Ids)),
        17 => new ClockEvent.NoticeServed(day, One(NoticeKind.Supplement, NoticeKind.Fee, NoticeKind.Reasons), day.AddDays(-_random.Next(-1, 6))),
        18 => new ClockEvent.SupplementAsked(day, One<int?>(null, 5)) { ServedOn = One<DateOnly?>(null, day.AddDays(2)) },
        13 => new ClockEvent.FeePaid(day),
        14 => new ClockEvent.ReasonsAsked(day),
        _ => new ClockEvent.ReasonsReceived(day),
    };

    private DateOnly? Served(DateOnly day) => _random.Next(6) switch { 0 or 1 => null, 2 => day, 5 when _random.Next(4) == 0 => day.AddDays(-1), _ => day.AddDays(_random.Next(1, 8)) };

    private T One<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
