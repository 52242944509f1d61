using Gongkai.Core.Requests.Clock;
using Gongkai.Core.Tests.Calendar;

namespace Gongkai.Core.Tests.Requests.Clock;

/// <summary>账要对得上：计入的天数正好是期限，计入与不计的各段首尾相接、一天不漏。</summary>
internal static class LedgerProof
{
    private static readonly HashSet<LedgerReason> Counted = [LedgerReason.Counted, LedgerReason.MakeUp, LedgerReason.RegionalWork];

    private static readonly HashSet<LedgerReason> Skipped = [LedgerReason.Weekend, LedgerReason.Holiday, LedgerReason.RegionalOff, LedgerReason.Consultation, LedgerReason.Reasons];

    public static void Check(ClockReading reading, ReplyClock clock, int seed)
    {
        Assert.Equal(LedgerReason.Received, reading.Ledger[0].Reason);
        if (reading.DueOn is not { } due)
        {
            return;
        }

        var extension = reading.Ledger.Where(l => l.Reason is LedgerReason.Extension).Sum(l => l.WorkingDays);
        var counted = reading.Ledger.Where(l => Counted.Contains(l.Reason)).ToList();
        Assert.Equal(clock.Settings.ReplyDays + extension, counted.Sum(l => l.WorkingDays));

        var restarted = reading.Ledger.ToList().FindLastIndex(l => l.Reason is LedgerReason.Restart);
        var next = reading.Ledger[Math.Max(restarted, 0)].From.AddDays(clock.Settings.CountsFromNextDay ? 1 : 0);
        foreach (var line in reading.Ledger.Skip(restarted + 1).Where(l => Counted.Contains(l.Reason) || Skipped.Contains(l.Reason) || l.Reason is LedgerReason.AwaitingFee))
        {
            Expect(line.From == next && line.To >= line.From, seed, line);
            next = line.To.AddDays(1);
            if (Counted.Contains(line.Reason))
            {
                Expect(DayWalk.IsWorking(line.From) && DayWalk.IsWorking(line.To) && line.WorkingDays == line.To.DayNumber - line.From.DayNumber + 1, seed, line);
            }
        }

        Assert.Equal(due.AddDays(1), next);
        Assert.Equal(reading.IsProvisional, reading.Ledger.Any(l => l.Reason is LedgerReason.Provisional));
        Assert.Equal(reading.IsProvisional, Published.Calendar.IsProvisional(due) || Published.Calendar.IsProvisional(reading.StartedOn!.Value.AddDays(clock.Settings.CountsFromNextDay ? 1 : 0)));
    }

    // 说明只在不对的时候才拼。
    private static void Expect(bool holds, int seed, LedgerLine line)
    {
        if (!holds)
        {
            Assert.Fail($"seed {seed}: {line}");
        }
    }
}
