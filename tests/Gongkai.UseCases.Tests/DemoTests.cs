using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.TestHost;
using Gongkai.UseCases.Demo;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Tests;

public class DemoTests
{
    private const int Requests = 20;

    [Fact]
    public async Task The_demo_county_is_filled_in_a_year_whose_holidays_nobody_has_published()
    {
        await using var store = await TestStore.CreateAsync(StoreKind.Sqlite);
        store.Clock.Advance(TimeSpan.FromDays(365 * 20));
        Assert.True(await DemoData.EnsureAsync(store.Options, store.Clock, _ => { }, TestContext.Current.CancellationToken, 5));
        await using var db = store.NewDb();
        var rows = await db.Requests.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Enum.GetNames<RequestStage>().Order(), rows.Select(r => r.Stage).Distinct().Order());
        Assert.DoesNotContain(rows, r => r.Outcome is nameof(Outcome.SupplementOverdue) or nameof(Outcome.FeeOverdue));
    }

    [Theory]
    [EveryStore]
    public async Task The_demo_county_has_requests_in_every_stage_and_outcome_and_is_filled_once(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        List<string> said = [];
        Assert.True(await DemoData.EnsureAsync(store.Options, store.Clock, said.Add, TestContext.Current.CancellationToken, Requests), string.Join('\n', said));
        Assert.False(await DemoData.EnsureAsync(store.Options, store.Clock, said.Add, TestContext.Current.CancellationToken));
        await using var db = store.NewDb();
        var rows = await db.Requests.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Requests + DemoSpecials.Count, rows.Count);
        Assert.Equal(Enum.GetNames<RequestStage>().Order(), rows.Select(r => r.Stage).Distinct().Order());
        Assert.Equal(Enum.GetNames<ClockState>().Order(), rows.Select(r => r.ClockState).Distinct().Order());
        Assert.Equal(Enum.GetNames<Outcome>().Order(), rows.Select(r => r.Outcome).OfType<string>().Distinct().Order());
        Assert.True(await db.RequestEvents.AnyAsync(e => e.Type == "redoOrdered", TestContext.Current.CancellationToken));
        Assert.All(rows.GroupBy(r => r.AgencyId), g => Assert.Equal(g.Count(), g.Select(r => r.Number).Distinct().Count()));
    }
}
