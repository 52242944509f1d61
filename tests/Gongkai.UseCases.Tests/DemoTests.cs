using Gongkai.TestHost;
using Gongkai.UseCases.Demo;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Tests;

public class DemoTests
{
    private const int Requests = 60;

    // 并案、拆开、重新处理的，另外这么多件。
    private const int Specials = 6;

    [Theory]
    [EveryStore]
    public async Task The_demo_county_has_requests_in_every_stage_and_most_outcomes_and_is_filled_once(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        List<string> said = [];
        Assert.True(await DemoData.EnsureAsync(store.Options, store.Clock, said.Add, TestContext.Current.CancellationToken, Requests), string.Join('\n', said));
        Assert.False(await DemoData.EnsureAsync(store.Options, store.Clock, said.Add, TestContext.Current.CancellationToken));
        await using var db = store.NewDb();
        var rows = await db.Requests.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Requests + Specials, rows.Count);
        Assert.Superset(new HashSet<string> { "Handling", "Concluded", "Archived", "Merged", "Split" }, rows.Select(r => r.Stage).ToHashSet());
        Assert.True(rows.Select(r => r.Outcome).Distinct().Count() >= 8);
        Assert.True(await db.RequestEvents.AnyAsync(e => e.Type == "redoOrdered", TestContext.Current.CancellationToken));
        Assert.Contains(rows, r => r.Outcome?.StartsWith("Record", StringComparison.Ordinal) == true);
        Assert.All(rows.GroupBy(r => r.AgencyId), g => Assert.Equal(g.Count(), g.Select(r => r.Number).Distinct().Count()));
    }
}
