using Gongkai.Core.Requests;
using Gongkai.Reports;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;

namespace Gongkai.UseCases.Demo;

/// <summary>少见而该看得到的：每种结果、每个地步各一件，重复提交并案的，按一事一申请拆开的，复议之后重新处理的。</summary>
public static class DemoSpecials
{
    // 并案两件，拆开的一件与拆出的两件，重新处理的一件；等着补正而逾期的、等着确认收到的；后来才记下送达之日的，收了迟到的补正的；
    // 重复申请之前已经答复的一件。
    private const int Others = 11;

    // 几天以前收到的还在办：够走到每个地步，又没有到期。
    private const int Recent = 21;

    private static readonly Outcome[] Endings = [.. Outcomes.All.Concat(Outcomes.Corrections).Select(o => o.Outcome)];

    /// <summary>一共几件。</summary>
    public static int Count => Endings.Length + DemoPlan.Stopping.Count + Others;

    /// <summary>各步与日子。</summary>
    internal static IEnumerable<(DateOnly Day, Func<Task> Act)> Of(DemoRun run, IReadOnlyList<DemoOffice> offices, Random random, DateOnly today) =>
    [
        .. Merged(run, offices[1], random, WorkingDay(today.AddDays(-20))),
        .. Split(run, offices[4], random, WorkingDay(today.AddDays(-12))),
        .. Planned(run, offices[7], ReceiptChannel.Counter, random, WorkingDay(today.AddDays(-150)), p => p.Redone(), today),
        .. Planned(run, offices[2], ReceiptChannel.Counter, random, WorkingDay(today.AddDays(-40)), DemoPlan.Stopping[3], today),
        .. Planned(run, offices[3], ReceiptChannel.Email, random, WorkingDay(today.AddDays(-Recent)), DemoPlan.Stopping[0], today),
        .. Planned(run, offices[1], ReceiptChannel.RegisteredPost, random, WorkingDay(today.AddDays(-Recent)), p => p.ServedLater(), today),
        .. Planned(run, offices[1], ReceiptChannel.Counter, random, WorkingDay(today.AddDays(-60)), p => p.Late(), today),
        .. DemoPlan.Stopping.SelectMany((steps, i) => Planned(run, offices[i % offices.Count], ReceiptChannel.Counter, random, WorkingDay(today.AddDays(-Recent)), steps, today)),
        .. Repeated(run, offices[0], random, WorkingDay(today.AddDays(-180)), today),
        .. Endings.Where(o => o != Outcome.Repeated).SelectMany((outcome, i) => Planned(run, offices[i % offices.Count], ReceiptChannel.Counter, random, WorkingDay(today.AddDays(-100 - (3 * i))), p => p.Ending(outcome), today, outcome)),
    ];

    private static IEnumerable<(DateOnly, Func<Task>)> Merged(DemoRun run, DemoOffice office, Random random, DateOnly day)
    {
        var first = DemoFiling.Make(random, office, day) with { Channel = ReceiptChannel.Counter };
        var later = PublishedHolidays.Calendar.WorkingDaysAfter(day, 3).Date;
        var again = first with { Once = DemoFiling.Id(random), Channel = ReceiptChannel.RegisteredPost, On = later };
        yield return (day, () => run.FileAsync(office, first));
        yield return (day, () => run.DoAsync(office, Who.Officer, first.Once, new RegisterRequest(day)));
        yield return (later, () => run.FileAsync(office, again));
        yield return (later, () => run.DoAsync(office, Who.Officer, again.Once, new RegisterRequest(later)));
        yield return (later, () => run.DoAsync(office, Who.Officer, again.Once, new MergeRequest(later, first.Once)));
    }

    private static IEnumerable<(DateOnly, Func<Task>)> Split(DemoRun run, DemoOffice office, Random random, DateOnly day)
    {
        string[] topics = [$"{day.Year - 1}年城关镇三组征地补偿安置方案", $"{day.Year - 1}年土地出让收入使用情况"];
        var filing = DemoFiling.Make(random, office, day) with { Channel = ReceiptChannel.Counter, Subject = string.Join("；", topics), Description = $"请求公开：一、{topics[0]}；二、{topics[1]}。" };
        yield return (day, () => run.FileAsync(office, filing));
        yield return (day, () => run.DoAsync(office, Who.Officer, filing.Once, new RegisterRequest(day)));
        yield return (day, () => run.SplitAsync(office, filing.Once, [.. topics.Select(t => new RequestPart(t, $"请求公开{t}。"))]));
    }

    private static IEnumerable<(DateOnly, Func<Task>)> Planned(
        DemoRun run, DemoOffice office, ReceiptChannel channel, Random random, DateOnly day, Func<DemoPlan, IReadOnlyList<DemoStep>> steps, DateOnly today, Outcome ending = Outcome.Granted)
    {
        var filing = DemoFiling.Make(random, office, day) with { Channel = channel };
        filing = ending.Info().Group == OutcomeGroup.Correction ? DemoFiling.Correction(filing) : filing;
        yield return (day, () => run.FileAsync(office, filing));
        foreach (var step in steps(new DemoPlan(random, PublishedHolidays.Calendar, day, filing.Subject)).Where(s => s.On <= today))
        {
            yield return (step.On, () => run.DoAsync(office, step, filing.Once));
        }
    }

    // 答复过了，同一个人再要一次。
    private static IEnumerable<(DateOnly, Func<Task>)> Repeated(DemoRun run, DemoOffice office, Random random, DateOnly day, DateOnly today)
    {
        var first = DemoFiling.Make(random, office, day) with { Channel = ReceiptChannel.Counter };
        var later = PublishedHolidays.Calendar.WorkingDaysAfter(day, 25).Date;
        var again = first with { Once = DemoFiling.Id(random), On = later };
        var plan = new DemoPlan(random, PublishedHolidays.Calendar, later, again.Subject);
        yield return (day, async () => plan.EarlierRequest = (await run.FileAsync(office, first)).Number);
        yield return (later, () => run.FileAsync(office, again));
        var answered = new DemoPlan(random, PublishedHolidays.Calendar, day, first.Subject).Ending(Outcome.Granted).Select(s => (s, first.Once));
        foreach (var (step, id) in answered.Concat(plan.Ending(Outcome.Repeated).Select(s => (s, again.Once))).Where(s => s.s.On <= today))
        {
            yield return (step.On, () => run.DoAsync(office, step, id));
        }
    }

    private static DateOnly WorkingDay(DateOnly day) => PublishedHolidays.Calendar.WorkingDaysAfter(day.AddDays(-1), 1).Date;
}
