using Gongkai.Storage.Checking;
using Gongkai.Storage.Rows;
using Gongkai.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Storage.Tests;

public sealed class CommitTests
{
    [Theory, EveryStore]
    public async Task Two_officers_at_once_the_second_is_told_and_nothing_is_overwritten(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var cancel = TestContext.Current.CancellationToken;
        var filed = await Samples.FileAsync(store, await Samples.AgencyAsync(store), "1");
        await using var first = store.NewDb();
        await using var second = store.NewDb();
        Act(store, first, await first.Requests.SingleAsync(cancel), "First");
        Act(store, second, await second.Requests.SingleAsync(cancel), "Second");

        await first.CommitAsync(Samples.Entry(store, "first"), cancel);
        await Assert.ThrowsAsync<StaleDataException>(() => second.CommitAsync(Samples.Entry(store, "second"), cancel));

        await using var db = store.NewDb();
        Assert.Equal("First", (await db.Requests.SingleAsync(cancel)).Stage);
        Assert.Equal(["Submitted", "First"], await db.RequestEvents.Where(e => e.RequestId == filed.Id).OrderBy(e => e.Sequence).Select(e => e.Type).ToListAsync(cancel));
        Assert.False(await db.Audits.AnyAsync(a => a.Action == "second", cancel));
    }

    // 同一个连接上先收下、再失败、再收下：准备好的语句还是原来那几条，结果也对得上。
    [Fact]
    public async Task What_every_filing_runs_is_prepared_once_on_a_connection_and_outlives_a_failure()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        await using var store = await TestStore.CreateAsync(StoreKind.Postgres);
        var cancel = TestContext.Current.CancellationToken;
        var agency = await Samples.AgencyAsync(store);
        await using var db = store.NewDb();
        await db.Database.OpenConnectionAsync(cancel);
        await FileAsync("1");
        var prepared = await PreparedAsync();
        Assert.Contains(prepared, s => s.Contains("INSERT INTO \"Requests\"", StringComparison.Ordinal));
        Assert.Contains(prepared, s => s.Contains("\"PagePath\" =", StringComparison.Ordinal));

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => FileAsync("1"));
        await FileAsync("2");
        Assert.Equal(prepared, await PreparedAsync());
        Assert.Equal(["1", "2"], await db.Requests.OrderBy(r => r.Number).Select(r => r.Number).ToListAsync(cancel));
        Assert.Empty((await store.Services.GetRequiredService<StorageCheck>().RunAsync(cancel)).Problems);

        async Task FileAsync(string number)
        {
            db.ChangeTracker.Clear();
            await db.Agencies.TagWith(GongkaiDb.PreparedOnce).SingleAsync(a => a.PagePath == "qingxi-emergency", cancel);
            var request = Samples.Request(agency, number, store.Now);
            db.Requests.Add(request);
            db.RequestEvents.Add(Samples.Event(request, 1, store.Now));
            db.ApplicantVaults.Add(Samples.Vault(store, request));
            await db.CommitAsync(Samples.Entry(store, "request.file", request.Id.ToString("D")), cancel);
        }

        async Task<List<string>> PreparedAsync() =>
            await db.Database.SqlQueryRaw<string>("SELECT name || ' ' || statement AS \"Value\" FROM pg_prepared_statements ORDER BY 1").ToListAsync(cancel);
    }

    [Theory, EveryStore]
    public async Task The_same_event_written_twice_is_stale_even_where_the_request_row_is_not_touched(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var cancel = TestContext.Current.CancellationToken;
        var filed = await Samples.FileAsync(store, await Samples.AgencyAsync(store), "1");
        await using var db = store.NewDb();
        db.RequestEvents.Add(Samples.Event(filed, 1, store.Now));

        await Assert.ThrowsAsync<StaleDataException>(() => db.CommitAsync(Samples.Entry(store), cancel));
    }

    [Theory, EveryStore]
    public async Task Two_nodes_filing_at_once_lose_nothing_and_use_no_number_twice(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var cancel = TestContext.Current.CancellationToken;
        var agency = await Samples.AgencyAsync(store);
        await using var other = store.NewNode();
        const int writers = 16, each = 8;

        // 每隔几件有一件取了号又放弃：号不能因此跳过。
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(
            async () =>
            {
                for (var i = 0; i < each; i++)
                {
                    await using var scope = (writer % 2 == 0 ? store.Services : other).CreateAsyncScope();
                    var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
                    var number = await db.TakeNumberAsync(agency, "request", 2026, cancel);
                    var request = Samples.Request(agency, $"{number}", store.Now);
                    db.Requests.Add(request);
                    db.RequestEvents.Add(Samples.Event(request, 1, store.Now));
                    db.ApplicantVaults.Add(Samples.Vault(store, request));
                    if (i % 4 == 3)
                    {
                        continue;
                    }

                    await db.CommitAsync(Samples.Entry(store, "request.file", request.Id.ToString("D")), cancel);
                }
            },
            cancel)));

        await using var check = store.NewDb();
        var numbers = await check.Requests.Select(r => r.Number).ToListAsync(cancel);
        Assert.Equal(Enumerable.Range(1, writers * each * 3 / 4), numbers.Select(n => int.Parse(n, null)).Order());
        var report = await store.Services.GetRequiredService<StorageCheck>().RunAsync(cancel);
        Assert.Empty(report.Problems);
        Assert.Equal(numbers.Count + 1, report.HeadSequence);
    }

    [Theory, EveryStore]
    public async Task Series_are_counted_by_agency_kind_and_year(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var cancel = TestContext.Current.CancellationToken;
        var one = await Samples.AgencyAsync(store, "one");
        var two = await Samples.AgencyAsync(store, "two");
        await using var db = store.NewDb();

        int[] numbers =
        [
            await db.TakeNumberAsync(one, "reply", 2026, cancel), await db.TakeNumberAsync(one, "reply", 2026, cancel),
            await db.TakeNumberAsync(two, "reply", 2026, cancel), await db.TakeNumberAsync(one, "extension", 2026, cancel), await db.TakeNumberAsync(one, "reply", 2027, cancel),
        ];
        await db.CommitAsync(Samples.Entry(store), cancel);

        Assert.Equal([1, 2, 1, 1, 1], numbers);
        Assert.Equal(3, await db.TakeNumberAsync(one, "reply", 2026, cancel));
    }

    [Theory, EveryStore]
    public async Task A_failed_commit_leaves_nothing_and_lets_the_next_writer_in(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var cancel = TestContext.Current.CancellationToken;
        var agency = await Samples.AgencyAsync(store);
        await using (var failing = store.NewDb())
        {
            await failing.TakeNumberAsync(agency, "request", 2026, cancel);
            failing.Requests.Add(Samples.Request(999, "1", store.Now));
            await Assert.ThrowsAsync<DbUpdateException>(() => failing.CommitAsync(Samples.Entry(store, "bad"), cancel));
        }

        await using var db = store.NewDb();
        Assert.Equal(1, await db.TakeNumberAsync(agency, "request", 2026, cancel));
        await db.CommitAsync(Samples.Entry(store), cancel);
        Assert.Empty(await db.Requests.ToListAsync(cancel));
        Assert.False(await db.Audits.AnyAsync(a => a.Action == "bad", cancel));
    }

    [Theory, EveryStore]
    public async Task A_cancelled_waiter_leaves_the_queue_in_order(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var cancel = TestContext.Current.CancellationToken;
        var agency = await Samples.AgencyAsync(store);
        await using var holder = store.NewDb();
        await holder.TakeNumberAsync(agency, "request", 2026, cancel);
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await using var waiter = store.NewDb();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiter.TakeNumberAsync(agency, "request", 2026, impatient.Token));

        await holder.CommitAsync(Samples.Entry(store), cancel);
        await using var next = store.NewDb();
        Assert.Equal(2, await next.TakeNumberAsync(agency, "request", 2026, cancel));
    }

    [Theory, EveryStore]
    public async Task Every_kind_of_tampering_with_the_audit_chain_is_found(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var cancel = TestContext.Current.CancellationToken;
        for (var i = 0; i < 4; i++)
        {
            await using var db = store.NewDb();
            await db.CommitAsync(Samples.Entry(store, $"act{i}", detail: i % 2 == 0 ? null : "{}"), cancel);
        }

        var check = store.Services.GetRequiredService<StorageCheck>();
        Assert.Empty((await check.RunAsync(cancel)).Problems);
        foreach (var tampering in (string[])
        [
            """UPDATE "Audits" SET "Actor" = 'someone' WHERE "Sequence" = 2""",
            """UPDATE "Audits" SET "Detail" = '' WHERE "Sequence" = 1""",
            """UPDATE "Audits" SET "Hash" = "PreviousHash" WHERE "Sequence" = 3""",
            """DELETE FROM "Audits" WHERE "Sequence" = 4""",
            """DELETE FROM "Audits" WHERE "Sequence" = 2""",
            """UPDATE "AuditHeads" SET "Sequence" = 9""",
        ])
        {
            await using var db = store.NewDb();
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await DisarmAsync(db);
            Assert.Equal(1, await db.Database.ExecuteSqlRawAsync(tampering, cancel));
            var problems = new List<string>();
            await StorageCheck.ChainAsync(db, problems, cancel);
            Assert.NotEmpty(problems);
        }
    }

    [Theory, EveryStore]
    public async Task A_request_with_a_hole_in_its_events_is_found(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var cancel = TestContext.Current.CancellationToken;
        var filed = await Samples.FileAsync(store, await Samples.AgencyAsync(store), "17");
        await using var db = store.NewDb();
        db.RequestEvents.Add(Samples.Event(filed, 3, store.Now));
        (await db.Requests.SingleAsync(cancel)).Version = 3;
        await db.CommitAsync(Samples.Entry(store), cancel);

        var report = await store.Services.GetRequiredService<StorageCheck>().RunAsync(cancel);

        Assert.Contains("申请 17", Assert.Single(report.Problems), StringComparison.Ordinal);
    }

    [Theory, EveryStore]
    public async Task An_event_changed_behind_the_programs_back_is_named(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var cancel = TestContext.Current.CancellationToken;
        var agency = await Samples.AgencyAsync(store);
        var changed = await Samples.FileAsync(store, agency, "changed-1");
        await Samples.FileAsync(store, agency, "intact-2");
        var added = await Samples.FileAsync(store, agency, "added-3");
        await using var db = store.NewDb();
        Assert.Empty((await store.Services.GetRequiredService<StorageCheck>().RunAsync(cancel)).Problems);

        await db.Database.ExecuteSqlRawAsync(kind == StoreKind.Sqlite ? "DROP TRIGGER \"RequestEvents_no_UPDATE\"" : "ALTER TABLE \"RequestEvents\" DISABLE TRIGGER \"RequestEvents_append_only\"", cancel);
        await db.RequestEvents.Where(e => e.RequestId == changed.Id).ExecuteUpdateAsync(s => s.SetProperty(e => e.Payload, """{"channel":"Counter"}"""), cancel);
        db.RequestEvents.Add(Samples.Event(added, 2, store.Now));
        (await db.Requests.SingleAsync(r => r.Id == added.Id, cancel)).Version = 2;
        await db.SaveChangesAsync(cancel);

        var problems = (await store.Services.GetRequiredService<StorageCheck>().RunAsync(cancel)).Problems;
        Assert.Contains(problems, p => p.Contains("changed-1", StringComparison.Ordinal) && p.Contains("事件被改过", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains("added-3", StringComparison.Ordinal) && p.Contains("第 2 个事件起，审计记录里没有", StringComparison.Ordinal));
        Assert.DoesNotContain(problems, p => p.Contains("intact-2", StringComparison.Ordinal));
    }

    [Theory, EveryStore]
    public async Task A_request_taken_out_whole_is_named(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var cancel = TestContext.Current.CancellationToken;
        var agency = await Samples.AgencyAsync(store);
        var gone = await Samples.FileAsync(store, agency, "gone-1");
        var kept = await Samples.FileAsync(store, agency, "kept-2");
        await using var db = store.NewDb();
        await db.Database.ExecuteSqlRawAsync(kind == StoreKind.Sqlite ? "DROP TRIGGER \"RequestEvents_no_DELETE\"" : "ALTER TABLE \"RequestEvents\" DISABLE TRIGGER ALL", cancel);
        await db.ApplicantVaults.Where(v => v.RequestId == gone.Id).ExecuteDeleteAsync(cancel);
        await db.RequestEvents.Where(e => e.RequestId == gone.Id).ExecuteDeleteAsync(cancel);
        await db.Requests.Where(r => r.Id == gone.Id).ExecuteDeleteAsync(cancel);

        var problem = Assert.Single((await store.Services.GetRequiredService<StorageCheck>().RunAsync(cancel)).Problems);
        Assert.Contains(gone.Id.ToString("D"), problem, StringComparison.Ordinal);
        Assert.Contains("整件都不见了", problem, StringComparison.Ordinal);
        Assert.DoesNotContain(kept.Id.ToString("D"), problem, StringComparison.Ordinal);
    }

    [Theory, EveryStore]
    public async Task An_applicant_gone_without_a_record_of_destruction_is_named(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var cancel = TestContext.Current.CancellationToken;
        var agency = await Samples.AgencyAsync(store);
        var keyless = await Samples.FileAsync(store, agency, "keyless-1");
        var rowless = await Samples.FileAsync(store, agency, "rowless-2");
        var destroyed = await Samples.FileAsync(store, agency, "destroyed-3");
        var revived = await Samples.FileAsync(store, agency, "revived-4");
        await using var db = store.NewDb();
        var wrapped = (await db.ApplicantVaults.AsNoTracking().SingleAsync(v => v.RequestId == revived.Id, cancel)).WrappedKey;
        await VaultTests.DestroyAsync(store, destroyed.Id);
        await VaultTests.DestroyAsync(store, revived.Id);
        Assert.Empty((await store.Services.GetRequiredService<StorageCheck>().RunAsync(cancel)).Problems);

        await db.ApplicantVaults.Where(v => v.RequestId == keyless.Id).ExecuteUpdateAsync(s => s.SetProperty(v => v.WrappedKey, (byte[]?)null), cancel);
        await db.ApplicantVaults.Where(v => v.RequestId == revived.Id).ExecuteUpdateAsync(s => s.SetProperty(v => v.WrappedKey, wrapped), cancel);
        await db.ApplicantVaults.Where(v => v.RequestId == rowless.Id).ExecuteDeleteAsync(cancel);

        var problems = (await store.Services.GetRequiredService<StorageCheck>().RunAsync(cancel)).Problems;
        Assert.Equal(3, problems.Count);
        Assert.Contains(problems, p => p.Contains("keyless-1", StringComparison.Ordinal) && p.Contains("没有销毁的记录", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains("rowless-2", StringComparison.Ordinal) && p.Contains("整行不见了", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains("revived-4", StringComparison.Ordinal) && p.Contains("密钥却还在", StringComparison.Ordinal));
    }

    [Theory, EveryStore]
    public async Task Each_request_touched_by_one_commit_has_its_own_audit_record(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var cancel = TestContext.Current.CancellationToken;
        var agency = await Samples.AgencyAsync(store);
        var one = await Samples.FileAsync(store, agency, "1");
        var two = await Samples.FileAsync(store, agency, "2");
        await using var db = store.NewDb();
        foreach (var id in new[] { one.Id, two.Id })
        {
            Act(store, db, await db.Requests.SingleAsync(r => r.Id == id, cancel), "Moved");
        }

        await db.CommitAsync(Samples.Entry(store, "handOver", "somebody", """{"count":2}"""), cancel);

        var written = await db.Audits.Where(a => a.Action == "handOver").OrderBy(a => a.Sequence).Select(a => a.Subject).ToListAsync(cancel);
        Assert.Equal(["somebody", .. new[] { one.Id, two.Id }.Order().Select(id => id.ToString("D"))], written);
        Assert.Empty((await store.Services.GetRequiredService<StorageCheck>().RunAsync(cancel)).Problems);
    }

    [Theory, EveryStore]
    public async Task A_user_name_or_a_path_taken_meanwhile_is_said_to_be_taken(StoreKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind);
        var cancel = TestContext.Current.CancellationToken;
        await Samples.AgencyAsync(store, "shuiwu");
        await using var db = store.NewDb();
        db.Agencies.Add(new AgencyRow { Name = "云溪县水务局", PagePath = "shuiwu", RetentionYears = 10 });
        Assert.Equal(TakenValue.AgencyPath, (await Assert.ThrowsAsync<TakenException>(() => db.CommitAsync(Samples.Entry(store), cancel))).Value);
        db.ChangeTracker.Clear();
        db.Users.AddRange(new StaffAccount { Id = Guid.NewGuid(), NormalizedUserName = "LI" }, new StaffAccount { Id = Guid.NewGuid(), NormalizedUserName = "LI" });
        Assert.Equal(TakenValue.UserName, (await Assert.ThrowsAsync<TakenException>(() => db.CommitAsync(Samples.Entry(store), cancel))).Value);
        Assert.False(await db.Users.AnyAsync(cancel));
    }

    private static void Act(TestStore store, GongkaiDb db, RequestRow request, string type)
    {
        request.Stage = type;
        request.Version++;
        var written = Samples.Event(request, request.Version, store.Now);
        written.Type = type;
        db.RequestEvents.Add(written);
    }

    // 篡改的人有数据库的全部权限：先去掉触发器。
    private static Task<int> DisarmAsync(GongkaiDb db) => db.Database.ExecuteSqlRawAsync(db.IsSqlite
        ? """DROP TRIGGER "Audits_no_UPDATE"; DROP TRIGGER "Audits_no_DELETE" """
        : """ALTER TABLE "Audits" DISABLE TRIGGER ALL""");
}
