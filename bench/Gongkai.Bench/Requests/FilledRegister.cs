using System.Data.Common;
using System.Diagnostics;
using Gongkai.Bench.Measuring;
using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.Storage;
using Gongkai.TestHost;
using Gongkai.UseCases;
using Gongkai.UseCases.Reports;
using Gongkai.UseCases.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Bench.Requests;

/// <summary>列表的快慢，毫秒，各取中位数。</summary>
/// <param name="Work">用例。</param>
/// <param name="Bare">手写的查询，同样的一页与同样的总数。</param>
internal sealed record ListSpeed(double Work, double Bare)
{
    /// <summary>几倍。</summary>
    public double Times => Work / Bare;
}

/// <summary>很多年的登记簿：一个机关十万件；SQLite 上另一个机关一百万件。由数据库自己造出来，没有事件。</summary>
internal sealed class FilledRegister : IAsyncDisposable
{
    private const int Listed = 100_000;
    private const int Counted = 1_000_000;
    private const int Looks = 21;

    private readonly TestStore _store;
    private readonly ServiceProvider _services;
    private readonly int _listed;
    private readonly int _counted;

    private FilledRegister(TestStore store, int listed, int counted)
    {
        (_store, _listed, _counted) = (store, listed, counted);
        _services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(store.Clock).AddGongkaiStorage(store.Options).AddGongkaiUseCases().BuildServiceProvider();
    }

    public static async Task<FilledRegister> CreateAsync(StoreKind kind)
    {
        var store = await TestStore.CreateAsync(kind);
        var register = new FilledRegister(store, await BenchAgency.AddAsync(store, "yjj"), await BenchAgency.AddAsync(store, "swj"));
        await register.FillAsync(register._listed, Listed);
        if (kind == StoreKind.Sqlite)
        {
            await register.FillAsync(register._counted, Counted);
        }

        return register;
    }

    /// <summary>列第一页。</summary>
    /// <param name="openOnly">只列没有办结的，按期限先后；否则全部，新的在前。</param>
    public async Task<ListSpeed> ListAsync(bool openOnly)
    {
        var officer = Actor.Staff(Guid.NewGuid(), "经办小李", [new Grant(_listed, StaffRole.Officer)]);
        await using var bare = _store.NewDb();
        await bare.Database.OpenConnectionAsync();
        List<double> works = [], bares = [];
        for (var look = 0; look < Looks + 5; look++)
        {
            var started = Stopwatch.GetTimestamp();
            await using (var scope = _services.CreateAsyncScope())
            {
                var page = await scope.ServiceProvider.GetRequiredService<ListRequests>().RunAsync(officer, new RequestFilter { OpenOnly = openOnly }, CancellationToken.None);
                Demand(page.Items.Count == ListRequests.PageSize);
            }

            works.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            started = Stopwatch.GetTimestamp();
            Demand(Bare(bare.Database.GetDbConnection(), openOnly) == ListRequests.PageSize);
            bares.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        // 头几次是热身。
        return new ListSpeed(Rounds.Median(works.Skip(5)), Rounds.Median(bares.Skip(5)));
    }

    /// <summary>数一百万件的一年，三次里最快的，秒。</summary>
    public async Task<double> TableThreeAsync()
    {
        var best = double.MaxValue;
        for (var look = 0; look < 3; look++)
        {
            var started = Stopwatch.GetTimestamp();
            await using var scope = _services.CreateAsyncScope();
            var table = await scope.ServiceProvider.GetRequiredService<CountTableThree>().RunAsync(Actor.Operator, _counted, new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31), CancellationToken.None);
            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalSeconds);
            Demand(table["received", "total"] + table["carriedIn", "total"] == table["total", "total"] + table["carriedOut", "total"] && table["received", "total"] > Counted / 10);
        }

        return best;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _store.DisposeAsync();
    }

    private static void Demand(bool holds)
    {
        if (!holds)
        {
            throw new InvalidOperationException("The answer is not what was asked for: its speed means nothing.");
        }
    }

    private int Bare(DbConnection connection, bool openOnly)
    {
        var (where, order) = openOnly
            ? ("""AND r."Stage" IN ('AwaitingConfirmation', 'Received', 'Handling', 'ExtensionProposed', 'Drafted', 'AwaitingService')""", """r."DueOn" IS NULL, r."DueOn", r."Number" """)
            : ("", """r."SubmittedAt" DESC, r."Number" """);
        using var count = Command(connection, $"""SELECT COUNT(*) FROM "Requests" r WHERE r."AgencyId" = @agency {where}""");
        Demand(Convert.ToInt64(count.ExecuteScalar(), null) > 0);
        using var page = Command(connection, $"""
            SELECT r.*, v."MaskedName" FROM (SELECT * FROM "Requests" r WHERE r."AgencyId" = @agency {where} ORDER BY {order} LIMIT {ListRequests.PageSize}) r
            LEFT JOIN "ApplicantVaults" v ON v."RequestId" = r."Id" ORDER BY {order}
            """);
        using var reader = page.ExecuteReader();
        var values = new object[reader.FieldCount];
        var rows = 0;
        while (reader.Read())
        {
            reader.GetValues(values);
            rows++;
        }

        return rows;
    }

    private DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        var agency = command.CreateParameter();
        (agency.ParameterName, agency.Value) = ("agency", _listed);
        command.Parameters.Add(agency);
        return command;
    }

    // 每五十件有一件没有办结；题目、日子、去处各不相同。
    private async Task FillAsync(int agency, int count)
    {
        await using var db = _store.NewDb();
        db.Database.SetCommandTimeout(600);
        await db.Database.OpenConnectionAsync();
        var (numbers, id, day, moment) = db.IsSqlite
            ? ($"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})",
                $"printf('%08X-%04X-7000-8000-%012X', i * 7919 % {count} + 1, {agency}, i)", "date('2023-01-01', '+' || ({0}) || ' days')", "datetime('2023-01-01', '+' || ({0}) || ' days')")
            : ($"WITH n(i) AS (SELECT generate_series(1, {count}))",
                $"(lpad(to_hex(i::bigint * 7919 % {count} + 1), 8, '0') || '-' || lpad(to_hex({agency}), 4, '0') || '-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid", "(DATE '2023-01-01' + ({0}))", "(TIMESTAMPTZ '2023-01-01' + ({0}) * INTERVAL '1 day')");
        string Day(string offset) => string.Format(null, day, offset);
        await ExecuteAsync(db, $"""
            {numbers}
            INSERT INTO "Requests" ("Id", "AgencyId", "Number", "Channel", "SubmittedAt", "ReceivedOn", "Stage", "ClockState", "DueOn", "IsProvisional", "Subject", "ApplicantKind", "Outcome", "Fate", "ConcludedOn", "Version")
            SELECT {id}, {agency}, 'p{agency}-' || i, '{nameof(ReceiptChannel.Internet)}', {string.Format(null, moment, "i % 1150")}, {Day("i % 1150")},
                CASE WHEN i % 50 = 0 THEN '{nameof(RequestStage.Handling)}' ELSE '{nameof(RequestStage.Archived)}' END, 'Running',
                CASE WHEN i % 50 = 0 THEN {Day("1155 + i % 20")} END, {(db.IsSqlite ? "0" : "FALSE")}, '防汛物资采购合同第' || i || '号',
                CASE i % 6 {string.Concat(Enum.GetNames<ApplicantKind>().Select((name, i) => $"WHEN {i} THEN '{name}' "))} END,
                CASE WHEN i % 50 = 0 THEN NULL ELSE '{nameof(Outcome.Granted)}' END,
                CASE WHEN i % 50 = 0 THEN '{RequestDesk.OpenFate}' ELSE CASE i % 21 {string.Concat(TableThree.Rows.Skip(2).Take(21).Select((row, i) => $"WHEN {i} THEN '{row}' "))} END END,
                CASE WHEN i % 50 = 0 THEN NULL ELSE {Day("14 + i % 1150")} END, 9
            FROM n
            """);
        await ExecuteAsync(db, $"""
            INSERT INTO "ApplicantVaults" ("RequestId", "KeyVersion", "Cipher", "MaskedName")
            SELECT "Id", 1, {(db.IsSqlite ? "zeroblob(900)" : "convert_to(repeat('x', 900), 'UTF8')")}, '张**' FROM "Requests" WHERE "AgencyId" = {agency} AND {agency} = {_listed}
            """);
        if (!db.IsSqlite)
        {
            await ExecuteAsync(db, "ANALYZE");
        }
    }

    private static async Task ExecuteAsync(GongkaiDb db, string sql)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }
}
