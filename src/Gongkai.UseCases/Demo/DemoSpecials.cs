using Gongkai.Core.Requests;
using Gongkai.Reports;
using Gongkai.Storage;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.UseCases.Demo;

/// <summary>少见而该看得到的：每种结果、每个地步各一件，重复提交并案的，按一事一申请拆开的，复议之后重新处理的。</summary>
public static class DemoSpecials
{
    // 并案两件，拆开的一件与拆出的两件，重新处理的一件；等着补正而逾期的、等着确认收到的；后来才记下送达之日的，收了迟到的补正的。
    private const int Others = 10;

    // 几天以前收到的还在办：够走到每个地步，又没有到期。
    private const int Recent = 21;

    private static readonly Outcome[] Endings = [.. Outcomes.All.Concat(Outcomes.Corrections).Select(o => o.Outcome)];

    /// <summary>一共几件。</summary>
    public static int Count => Endings.Length + DemoPlan.Stopping.Count + Others;

    /// <summary>各步与日子。</summary>
    internal static IEnumerable<(DateOnly Day, Func<Task> Act)> Of(IServiceProvider services, IReadOnlyList<DemoOffice> offices, Random random, DateOnly today, CancellationToken cancellation) =>
    [
        .. Merged(services, offices[1], random, WorkingDay(today.AddDays(-20)), cancellation),
        .. Split(services, offices[4], random, WorkingDay(today.AddDays(-12)), cancellation),
        .. Planned(services, offices[7], ReceiptChannel.Counter, random, WorkingDay(today.AddDays(-150)), p => p.Redone(), today, cancellation),
        .. Planned(services, offices[2], ReceiptChannel.Counter, random, WorkingDay(today.AddDays(-40)), DemoPlan.Stopping[3], today, cancellation),
        .. Planned(services, offices[3], ReceiptChannel.Email, random, WorkingDay(today.AddDays(-Recent)), DemoPlan.Stopping[0], today, cancellation),
        .. Planned(services, offices[1], ReceiptChannel.RegisteredPost, random, WorkingDay(today.AddDays(-Recent)), p => p.ServedLater(), today, cancellation),
        .. Planned(services, offices[1], ReceiptChannel.Counter, random, WorkingDay(today.AddDays(-60)), p => p.Late(), today, cancellation),
        .. DemoPlan.Stopping.SelectMany((steps, i) => Planned(services, offices[i % offices.Count], ReceiptChannel.Counter, random, WorkingDay(today.AddDays(-Recent)), steps, today, cancellation)),
        .. Endings.SelectMany((outcome, i) => Planned(services, offices[i % offices.Count], ReceiptChannel.Counter, random, WorkingDay(today.AddDays(-100 - (3 * i))), p => p.Ending(outcome), today, cancellation, outcome)),
    ];

    private static IEnumerable<(DateOnly, Func<Task>)> Merged(IServiceProvider services, DemoOffice office, Random random, DateOnly day, CancellationToken cancellation)
    {
        var first = DemoFiling.Make(random, office, day) with { Channel = ReceiptChannel.Counter };
        var later = PublishedHolidays.Calendar.WorkingDaysAfter(day, 3).Date;
        var again = first with { Once = DemoFiling.Id(random), Channel = ReceiptChannel.RegisteredPost, On = later };
        yield return (day, () => DemoData.FileAsync(services, office, first, cancellation));
        yield return (day, () => DemoData.DoAsync(services, office, Who.Officer, first.Once, new RegisterRequest(day), cancellation));
        yield return (later, () => DemoData.FileAsync(services, office, again, cancellation));
        yield return (later, () => DemoData.DoAsync(services, office, Who.Officer, again.Once, new RegisterRequest(later), cancellation));
        yield return (later, () => DemoData.DoAsync(services, office, Who.Officer, again.Once, new MergeRequest(later, first.Once), cancellation));
    }

    private static IEnumerable<(DateOnly, Func<Task>)> Split(IServiceProvider services, DemoOffice office, Random random, DateOnly day, CancellationToken cancellation)
    {
        string[] topics = ["2025年城关镇三组征地补偿安置方案", "2025年土地出让收入使用情况"];
        var filing = DemoFiling.Make(random, office, day) with { Channel = ReceiptChannel.Counter, Subject = string.Join("；", topics), Description = $"请求公开：一、{topics[0]}；二、{topics[1]}。" };
        yield return (day, () => DemoData.FileAsync(services, office, filing, cancellation));
        yield return (day, () => DemoData.DoAsync(services, office, Who.Officer, filing.Once, new RegisterRequest(day), cancellation));
        yield return (day, () => SplitAsync(services, office, filing.Once, [.. topics.Select(t => new RequestPart(t, $"请求公开{t}。"))], cancellation));
    }

    private static IEnumerable<(DateOnly, Func<Task>)> Planned(
        IServiceProvider services, DemoOffice office, ReceiptChannel channel, Random random, DateOnly day, Func<DemoPlan, IReadOnlyList<DemoStep>> steps, DateOnly today, CancellationToken cancellation, Outcome ending = Outcome.Granted)
    {
        var filing = DemoFiling.Make(random, office, day) with { Channel = channel };
        filing = ending.Info().Group == OutcomeGroup.Correction ? DemoFiling.Correction(filing) : filing;
        yield return (day, () => DemoData.FileAsync(services, office, filing, cancellation));
        foreach (var step in steps(new DemoPlan(random, PublishedHolidays.Calendar, day, filing.Subject)).Where(s => s.On <= today))
        {
            yield return (step.On, () => DemoData.DoAsync(services, office, step.Who, filing.Once, step.Act(step.On), cancellation));
        }
    }

    private static async Task SplitAsync(IServiceProvider services, DemoOffice office, Guid id, IReadOnlyList<RequestPart> parts, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var version = await scope.ServiceProvider.GetRequiredService<GongkaiDb>().Requests.Where(r => r.Id == id).Select(r => r.Version).SingleAsync(cancellation);
        await scope.ServiceProvider.GetRequiredService<SplitRequest>().RunAsync(office.Staff[Who.Officer], id, version, parts, cancellation);
    }

    private static DateOnly WorkingDay(DateOnly day) => PublishedHolidays.Calendar.WorkingDaysAfter(day.AddDays(-1), 1).Date;
}
