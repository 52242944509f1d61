using Gongkai.TestHost;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage.Tests;

public sealed class SchemaTests
{
    [Theory, EveryStore]
    public async Task The_migrations_build_what_the_model_says(StoreKind kind)
    {
        await using var migrated = await TestStore.CreateAsync(kind);
        await using var created = await TestStore.CreateEmptyAsync(kind);
        await using var model = created.NewDb();
        await model.Database.ExecuteSqlRawAsync(model.Database.GenerateCreateScript().Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await using var db = migrated.NewDb();

        var expected = await Catalogue.OfAsync(model);
        var actual = await Catalogue.OfAsync(db);

        Assert.Equal(expected, actual);
        Assert.Contains(expected, line => line.Contains("Requests", StringComparison.Ordinal));
    }

    [Theory, EveryStore]
    public async Task Preparing_twice_changes_nothing(StoreKind kind)
    {
        await using var store = await TestStore.CreateEmptyAsync(kind);
        await StorageStart.PrepareAsync(store.Options, TestContext.Current.CancellationToken);
        var agency = await Samples.AgencyAsync(store);
        var keys = await File.ReadAllBytesAsync(store.Options.KeysPath, TestContext.Current.CancellationToken);

        await StorageStart.PrepareAsync(store.Options, TestContext.Current.CancellationToken);

        await using var db = store.NewDb();
        Assert.Equal(agency, await db.Agencies.Select(a => a.Id).SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal(keys, await File.ReadAllBytesAsync(store.Options.KeysPath, TestContext.Current.CancellationToken));
    }

    [Theory, EveryStore]
    public async Task Written_events_and_audit_records_cannot_be_changed_by_anyone(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        await Samples.FileAsync(store, await Samples.AgencyAsync(store), "1");
        await using var db = store.NewDb();

        await RefusedAsync(() => db.RequestEvents.ExecuteUpdateAsync(s => s.SetProperty(e => e.Payload, "{}")));
        await RefusedAsync(() => db.RequestEvents.ExecuteDeleteAsync());
        await RefusedAsync(() => db.Audits.ExecuteUpdateAsync(s => s.SetProperty(e => e.Actor, "x")));
        await RefusedAsync(() => db.Audits.ExecuteDeleteAsync());
        await RefusedAsync(() => db.AuditHeads.ExecuteDeleteAsync());
        if (kind == StoreKind.Sqlite)
        {
            await RefusedAsync(() => db.Database.ExecuteSqlRawAsync("INSERT OR REPLACE INTO \"Audits\" SELECT * FROM \"Audits\" LIMIT 1"));
            await RefusedAsync(() => db.Database.ExecuteSqlRawAsync("INSERT OR REPLACE INTO \"RequestEvents\" SELECT * FROM \"RequestEvents\" LIMIT 1"));
        }
        else
        {
            await RefusedAsync(() => db.Database.ExecuteSqlRawAsync("TRUNCATE \"Audits\""));
            await RefusedAsync(() => db.Database.ExecuteSqlRawAsync("TRUNCATE \"RequestEvents\""));
        }
    }

    [Theory, EveryStore]
    public async Task The_context_refuses_to_rewrite_an_event_before_the_database_does(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        await Samples.FileAsync(store, await Samples.AgencyAsync(store), "1");
        await using var db = store.NewDb();
        var written = await db.RequestEvents.SingleAsync(TestContext.Current.CancellationToken);
        written.Payload = "{}";

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.CommitAsync(Samples.Entry(store), TestContext.Current.CancellationToken));
        db.ChangeTracker.Clear();
        db.Remove(await db.Audits.FirstAsync(TestContext.Current.CancellationToken));
        Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
    }

    [Theory, EveryStore]
    public async Task Instants_come_back_as_utc_and_others_are_refused(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var request = await Samples.FileAsync(store, await Samples.AgencyAsync(store), "1");
        await using var db = store.NewDb();

        var read = await db.Requests.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);

        Assert.Equal((request.SubmittedAt, DateTimeKind.Utc), (read.SubmittedAt, read.SubmittedAt.Kind));
        db.Requests.Add(Samples.Request(request.AgencyId, "2", new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Local)));
        await Assert.ThrowsAnyAsync<Exception>(() => db.CommitAsync(Samples.Entry(store), TestContext.Current.CancellationToken));
    }

    private static async Task RefusedAsync(Func<Task<int>> act)
    {
        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(act);
        Assert.Matches("append-only|keeps its row|UNIQUE", refused.Message);
    }
}
