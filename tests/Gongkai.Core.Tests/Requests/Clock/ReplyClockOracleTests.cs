using Gongkai.Core.Requests.Clock;
using Gongkai.Core.Tests.Calendar;

namespace Gongkai.Core.Tests.Requests.Clock;

public class ReplyClockOracleTests
{
    private const int Histories = 24_000;

    [Fact]
    public void Any_order_of_events_gives_what_a_walk_day_by_day_gives()
    {
        Dictionary<ClockState, int> states = [];
        Dictionary<string, int> codes = [];
        var (late, passed) = (0, 0);
        for (var seed = 0; seed < Histories; seed++)
        {
            var history = new RandomHistory(seed);
            var clock = ReplyClock.Received(history.Received, history.Settings);
            var walk = new DayWalk(history.Received, history.Settings);
            foreach (var (i, happening) in history.Events.Index())
            {
                if (history.Redo is { } redo && redo.Before == i)
                {
                    var (on, settings) = (clock.LastOn!.Value.AddDays(seed % 9), history.Settings with { ReplyDays = redo.WorkingDays });
                    (clock, walk) = (ReplyClock.Received(on, settings), new DayWalk(on, settings));
                }

                var expected = walk.Try(happening);
                var refused = clock.WhyNot(happening, Published.Calendar).Select(r => r.Code).Order(StringComparer.Ordinal).ToList();
                Assert.True(expected.SequenceEqual(refused), $"seed {seed}, {happening}: expected [{string.Join(", ", expected)}], was [{string.Join(", ", refused)}]");
                clock = refused.Count == 0 ? clock.With(happening, Published.Calendar) : clock;
                if (refused is ["event.lapsed", "event.notAwaited"] && history.TakesLateSupplements && happening is ClockEvent.SupplementReceived
                    && clock.Events.Last(e => e is ClockEvent.SupplementAsked or ClockEvent.FeeNotified) is ClockEvent.SupplementAsked)
                {
                    walk.Take(happening);
                    clock = clock.Recorded(happening);
                    late++;
                }

                foreach (var code in refused)
                {
                    codes[code] = codes.GetValueOrDefault(code) + 1;
                }
            }

            var last = clock.LastOn!.Value;
            foreach (var asOf in new[] { clock.ReceivedOn!.Value, last, last.AddDays(-3), last.AddDays(seed % 70) })
            {
                var expected = walk.At(asOf);
                var reading = clock.At(asOf, Published.Calendar);
                Assert.True(
                    expected == (reading.State, reading.StartedOn!.Value, reading.DueOn, reading.PassedDue?.Date),
                    $"seed {seed} at {asOf}: expected {expected}, was {(reading.State, reading.StartedOn, reading.DueOn, reading.PassedDue)}");
                Assert.Equal(reading.LatestOn is { } latest && Published.Calendar.IsProvisional(latest), reading.IsLatestProvisional);
                passed += reading.PassedDue is null ? 0 : 1;
                LedgerProof.Check(reading, clock, seed);
                states[reading.State] = states.GetValueOrDefault(reading.State) + 1;
            }
        }

        Assert.True(late > 50 && passed > 50, $"{late} late supplements, {passed} passed due dates");

        // 走到过每一种状态、每一个代号，才算查过。
        Assert.All(Enum.GetValues<ClockState>().Except([ClockState.Unconfirmed]), state => Assert.True(states.GetValueOrDefault(state) > 500, $"{state}: {states.GetValueOrDefault(state)}"));
        Assert.All(RefusalText.Codes.Where(ClockCodes.Contains), code => Assert.True(codes.GetValueOrDefault(code) > 100, $"{code}: {codes.GetValueOrDefault(code)}"));
    }

    [Fact]
    public void Every_code_the_clock_refuses_with_has_a_text() => Assert.Empty(ClockCodes.Except(RefusalText.Codes));

    private static readonly string[] ClockCodes =
    [
        "supplement.late", "supplement.second", "supplement.noDays", "extension.second", "extension.tooLong", "extension.noDays", "extension.overdue", "extension.unapproved",
        "notice.notPending", "consultation.overdue", "consultation.duplicate", "reasons.overdue", "fee.overdue", "event.outOfOrder", "event.notAwaited", "event.lapsed",
    ];
}
