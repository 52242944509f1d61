using Gongkai.Core;
using Gongkai.Core.Requests;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.TestHost;
using Gongkai.UseCases.Reports;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;
using Gongkai.UseCases.Tests.Durability;
using Gongkai.UseCases.Tests.Reports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Tests.Requests;

/// <summary>随机的办理：只许有写明的异常，行总是事件折叠的样子，表三的勾稽总成立，版本就是事件的个数。</summary>
public class RandomActTests
{
    // 两种数据库用同一个种子：做的事一样，哪一种不一样就看得出是它。
    private const int Seed = 20260302;
    private const int Acts = 500;
    private const int RequestCount = 16;
    private const int Tries = 24;

    [Theory]
    [EveryStore]
    public async Task Whatever_is_tried_the_register_stays_true(StoreKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var random = new Random(Seed);
        var acts = new RandomActs(random);
        Actor[] staff = [office.Officer, office.Officer, office.Head, office.Reviewer, office.Leader, office.Stranger, Actor.Applicant];
        List<Guid> ids = [];
        Dictionary<Guid, DateOnly> written = [];
        Dictionary<Guid, (RequestRow Row, DisclosureRequest Request, int Events)> folded = [];
        var (done, refused) = (0, 0);
        HashSet<string> reached = [];
        for (var n = 0; n < Acts; n++)
        {
            if (ids.Count < RequestCount && random.Next(20) == 0 || ids.Count == 0)
            {
                ids.Add((await office.FileAsync()).Id);
                written[ids[^1]] = office.Today;
                folded[ids[^1]] = await office.FoldAsync(ids[^1]);
            }

            if (random.Next(6) == 0)
            {
                office.Store.Clock.Advance(TimeSpan.FromDays(random.Next(1, 6)));
            }

            var id = ids[random.Next(ids.Count)];
            var before = folded[id];
            var (actor, act) = Choose(acts, staff, random, office.Today, before.Request, ids);
            var version = random.Next(25) == 0 ? before.Row.Version - 1 : before.Row.Version;
            try
            {
                var acted = await office.AskAsync<PerformAct, ActDone>(t => t.RunAsync(actor, id, version, act, CancellationToken.None));
                Assert.Equal(before.Row.Version + (act is ExtendReply ? 2 : 1), acted.Version);
                done++;
                written[id] = office.Today;
                folded[id] = await TrueAsync(office, id, acted.Version, written[id]);
                reached.Add(folded[id].Row.Stage);
            }
            catch (Exception e) when (e is NoSuchThingException or NotAllowedException or RefusedException or BadInputException or StaleDataException)
            {
                refused++;
                folded[id] = await TrueAsync(office, id, before.Row.Version, written[id]);
            }
            catch (Exception e) when (e is not Xunit.Sdk.IAssertionException)
            {
                throw new InvalidOperationException($"Seed {Seed}, act {n}: {act} by {actor.Name}.", e);
            }

            if (n % 100 == 99)
            {
                await CountAsync(office, random, ids);
            }
        }

        await using var db = office.Store.NewDb();
        Assert.True(done > Acts / 4 && refused > Acts / 10, $"{done} done, {refused} refused: the acts no longer reach far enough.");
        Assert.True(reached.Count >= 5, string.Join(' ', reached));
        // 每种字、每一年各自连号。
        var numbers = await db.Letters.Select(l => l.Number).ToListAsync(TestContext.Current.CancellationToken);
        Assert.All(numbers.GroupBy(n => n[..n.IndexOf('〕', StringComparison.Ordinal)]), Register.Gapless);
        await using var node = office.Node();
        await Register.VerifyAsync(node);
    }

    // 多半挑一件此刻做得成的，由管它的人来做，不然走不远。
    private static (Actor Actor, RequestAct Act) Choose(RandomActs acts, Actor[] staff, Random random, DateOnly today, DisclosureRequest request, List<Guid> ids)
    {
        var act = acts.Any(today, request, ids);
        if (random.Next(5) == 0)
        {
            return (staff[random.Next(staff.Length)], act);
        }

        for (var left = Tries; left > 0; left--)
        {
            // 撤回、并案一做就完，改稿要从头审起，少挑。
            var able = staff.FirstOrDefault(a => act.Roles.Any(r => a.Grants.Any(g => g.Role == r)));
            if (able is not null && act.On <= today && act.WhyNot(request, able).Count == 0 && (!Ends(act, request) || random.Next(12) == 0))
            {
                return (able, act);
            }

            act = acts.Any(today, request, ids);
        }

        return (staff[0], act);
    }

    private static bool Ends(RequestAct act, DisclosureRequest request) =>
        act is WithdrawRequest or MergeRequest || (act is DraftReply or ReturnReply or ReviewReply { Passed: false } && request.Stage == RequestStage.Drafted);

    // 投影是写的那一天的：时钟过些日子自己会走到别处，每日重算另有其事。
    private static async Task<(RequestRow Row, DisclosureRequest Request, int Events)> TrueAsync(Office office, Guid id, int version, DateOnly writtenOn)
    {
        var (row, request, events) = await office.FoldAsync(id);
        Assert.Equal((version, version), (row.Version, events));
        var projected = Looks(row);
        RequestDesk.Project(row, request, writtenOn);
        Assert.Equal(Looks(row), projected);
        Assert.False(row.ConcludedOn < row.ReceivedOn);

        // 交办、移交之后还可以补记此前的事，别的都依先后。
        var days = request.Events.Where(e => e is not Assigned).Select(e => e.On).ToList();
        Assert.Equal(days.Order(), days);
        return (row, request, events);
    }

    private static object Looks(RequestRow r) =>
        (r.ReceivedOn, r.Stage, r.ClockState, r.DueOn, r.IsProvisional, r.Outcome, r.ConcludedOn, (r.AssignedTo, r.Fate, r.LateOn));

    private static async Task CountAsync(Office office, Random random, List<Guid> ids)
    {
        List<(Guid Id, DisclosureRequest Request)> all = [];
        foreach (var id in ids)
        {
            all.Add((id, (await office.FoldAsync(id)).Request));
        }

        // 并来并去，总要有一件还计数。
        Assert.All(all.Where(a => a.Request.MergedInto is not null), a => Assert.Null(Last(a.Id, all).MergedInto));
        var from = office.Today.AddDays(-random.Next(120));
        foreach (var (first, last) in new[] { (new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)), (from, office.Today), (from, from) })
        {
            var table = await office.AskAsync<CountTableThree, TableThree>(t => t.RunAsync(office.Officer, office.Emergency, first, last, CancellationToken.None));
            var folded = TableThree.Count(all.Select(a => RequestFate.Of(a.Request)).OfType<RequestFate>(), first, last);
            Assert.All(TableThree.Rows, row => Assert.All(TableThree.Columns, column => Assert.Equal(folded[row, column], table[row, column])));
            Linkages.Hold(table);
            var (row, column) = (TableThree.Rows[random.Next(TableThree.Rows.Count)], TableThree.Columns[random.Next(2) * 6]);
            var listed = await office.AskAsync<CountTableThree, IReadOnlyList<CountedRequest>>(t => t.RequestsInAsync(office.Officer, office.Emergency, first, last, row, column, CancellationToken.None));
            Assert.Equal(table[row, column], listed.Count);
        }
    }

    private static DisclosureRequest Last(Guid id, List<(Guid Id, DisclosureRequest Request)> all)
    {
        var at = all.Single(a => a.Id == id).Request;
        for (var steps = 0; at.MergedInto is { } into && steps < all.Count; steps++)
        {
            at = all.Single(a => a.Id == into).Request;
        }

        return at;
    }
}
