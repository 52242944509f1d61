using Gongkai.Storage.Rows;
using Gongkai.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

public sealed class OutboxTests
{
    private static readonly TimeSpan _lease = TimeSpan.FromMinutes(5);

    [Theory, EveryStore]
    public async Task Many_workers_on_two_nodes_share_the_jobs_and_none_is_done_twice(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        await using var other = store.NewNode();
        await AddAsync(store, 60);

        var claimed = await Task.WhenAll(Enumerable.Range(0, 12).Select(worker => Task.Run(async () =>
        {
            var queue = (worker % 2 == 0 ? store.Services : other).GetRequiredService<OutboxQueue>();
            var mine = new List<Guid>();
            while (await queue.ClaimAsync(null, 3, _lease, TestContext.Current.CancellationToken) is { Count: > 0 } rows)
            {
                mine.AddRange(rows.Select(r => r.Id));
            }

            return mine;
        })));

        var all = claimed.SelectMany(c => c).ToList();
        Assert.Equal(60, all.Count);
        Assert.Equal(60, all.Distinct().Count());
    }

    [Theory, EveryStore]
    public async Task A_job_whose_worker_died_comes_back_and_the_dead_cannot_complete_it(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var cancel = TestContext.Current.CancellationToken;
        await AddAsync(store, 1);
        var queue = store.Services.GetRequiredService<OutboxQueue>();

        var first = Assert.Single(await queue.ClaimAsync(null, 10, _lease, cancel));
        Assert.Empty(await queue.ClaimAsync(null, 10, _lease, cancel));
        store.Clock.Advance(_lease + TimeSpan.FromSeconds(1));
        var second = Assert.Single(await queue.ClaimAsync(null, 10, _lease, cancel));

        Assert.Equal((1, 2), (first.Attempts, second.Attempts));
        Assert.False(await queue.CompleteAsync(first, cancel));
        Assert.True(await queue.CompleteAsync(second, cancel));
        await using var db = store.NewDb();
        Assert.Empty(await db.Outbox.ToListAsync(cancel));
    }

    [Theory, EveryStore]
    public async Task A_job_waits_for_its_time_and_kind_and_a_failed_one_for_its_retry(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var cancel = TestContext.Current.CancellationToken;
        await AddAsync(store, 1, TimeSpan.FromHours(1));
        var queue = store.Services.GetRequiredService<OutboxQueue>();

        Assert.Empty(await queue.ClaimAsync("mail", 10, _lease, cancel));
        store.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await queue.ClaimAsync("other", 10, _lease, cancel));
        var row = Assert.Single(await queue.ClaimAsync("mail", 10, _lease, cancel));
        await queue.RetryLaterAsync(row, TimeSpan.FromMinutes(1), cancel);
        Assert.Empty(await queue.ClaimAsync("mail", 10, _lease, cancel));
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Single(await queue.ClaimAsync("mail", 10, _lease, cancel));
    }

    private static async Task AddAsync(TestStore store, int count, TimeSpan wait = default)
    {
        await using var db = store.NewDb();
        for (var i = 0; i < count; i++)
        {
            db.Outbox.Add(new OutboxRow { Id = Guid.CreateVersion7(), Kind = "mail", Payload = "{}", NotBefore = store.Now + wait });
        }

        await db.CommitAsync(Samples.Entry(store), CancellationToken.None);
    }
}
