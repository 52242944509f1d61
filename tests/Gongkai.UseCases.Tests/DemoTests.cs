using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.TestHost;
using Gongkai.UseCases.Demo;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Tests;

public class DemoTests
{
    private const int Requests = 12;

    [Fact]
    public async Task The_demo_county_is_the_same_whichever_database_it_is_filled_into_and_is_filled_once()
    {
        await using var first = await TestStore.CreateAsync(StoreKind.Sqlite);
        await using var second = await TestStore.CreateAsync(PostgresCluster.Missing is null ? StoreKind.Postgres : StoreKind.Sqlite);
        await FillAsync(first, Requests);
        await FillAsync(second, Requests);
        var rows = await RowsAsync(first);
        Assert.Equal(rows, await RowsAsync(second));

        Assert.Equal(DemoState.Kept, (await DemoData.EnsureAsync(first.Options, first.Clock, _ => { }, TestContext.Current.CancellationToken)).State);
        Assert.Equal(rows, await RowsAsync(first));
        Assert.Equal(Requests + DemoSpecials.Count, rows.Count);
        Assert.Equal(rows.Count, rows.Select(r => r.Number).Distinct().Count());
        HasEverything(rows);
        Assert.Contains(rows, r => r.Events.Contains("redoOrdered", StringComparison.Ordinal));
    }

    // 那一年的放假通知还没有公布：最后一天是暂定的，谁也不算逾期；其余照样填得全。
    [Fact]
    public async Task Every_stage_and_outcome_but_being_late_is_there_in_a_year_whose_holidays_are_not_published()
    {
        await using var store = await TestStore.CreateAsync(StoreKind.Sqlite);
        store.Clock.Advance(new DateTimeOffset(2031, 6, 18, 9, 0, 0, TimeSpan.FromHours(8)) - store.Clock.GetUtcNow());
        var result = await DemoData.EnsureAsync(store.Options, store.Clock, _ => { }, TestContext.Current.CancellationToken, requests: 0);
        Assert.NotEmpty(result.Refused);
        HasEverything(await RowsAsync(store), nameof(Outcome.SupplementOverdue), nameof(Outcome.FeeOverdue), nameof(ClockState.Lapsed));
    }

    [Fact]
    public async Task A_filling_that_was_stopped_is_told_from_a_whole_one_and_other_data_is_left_alone()
    {
        await using var store = await TestStore.CreateAsync(StoreKind.Sqlite);
        Assert.False(await DemoData.IsInAsync(store.Options, TestContext.Current.CancellationToken));
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DemoData.EnsureAsync(store.Options, store.Clock, _ => stop.Cancel(), stop.Token, Requests));
        Assert.Equal(DemoState.Unfinished, (await DemoData.EnsureAsync(store.Options, store.Clock, _ => { }, TestContext.Current.CancellationToken)).State);
        Assert.True(await DemoData.IsInAsync(store.Options, TestContext.Current.CancellationToken));

        await using var office = await Office.OpenAsync(StoreKind.Sqlite);
        Assert.Equal(DemoState.NotDemo, (await DemoData.EnsureAsync(office.Store.Options, office.Store.Clock, _ => { }, TestContext.Current.CancellationToken)).State);
        Assert.False(await DemoData.IsInAsync(office.Store.Options, TestContext.Current.CancellationToken));
    }

    private static async Task FillAsync(TestStore store, int requests)
    {
        List<string> said = [];
        var result = await DemoData.EnsureAsync(store.Options, store.Clock, said.Add, TestContext.Current.CancellationToken, requests);
        Assert.Equal(DemoState.Filled, result.State);
        Assert.Empty(result.Refused);
        Assert.NotEmpty(said);
    }

    private static void HasEverything(IReadOnlyList<Filled> rows, params string[] missing)
    {
        Assert.Equal(Enum.GetNames<RequestStage>().Order(), rows.Select(r => r.Stage).Distinct().Order());
        Assert.Equal(Enum.GetNames<ClockState>().Except(missing).Order(), rows.Select(r => r.ClockState).Distinct().Order());
        Assert.Equal(Enum.GetNames<Outcome>().Except(missing).Order(), rows.Select(r => r.Outcome).OfType<string>().Distinct().Order());
    }

    private static async Task<List<Filled>> RowsAsync(TestStore store)
    {
        await using var db = store.NewDb();
        var rows = await db.Requests.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        var events = (await db.RequestEvents.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync(TestContext.Current.CancellationToken)).ToLookup(e => e.RequestId, e => $"{e.On:yyyy-MM-dd} {e.Type}");
        return [.. rows.Select(r => new Filled(r.Number, r.Subject, r.Stage, r.ClockState, r.DueOn, r.Outcome, r.ConcludedOn, string.Join("; ", events[r.Id]))).OrderBy(r => r.Number, StringComparer.Ordinal)];
    }

    private sealed record Filled(string Number, string Subject, string Stage, string ClockState, DateOnly? DueOn, string? Outcome, DateOnly? ConcludedOn, string Events);
}
