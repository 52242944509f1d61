using System.Data.Common;
using System.Diagnostics;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.TestHost;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Bench.Requests;

/// <summary>
/// 底线：照着真的一件申请的各行，由一个连接写进另一份同样的库，一条准备好的命令、每件一个同步的提交，
/// 没有 HTTP、没有校验、没有加密、没有折叠，杂凑也是现成的。
/// </summary>
internal sealed class FilingFloor : IAsyncDisposable
{
    private readonly GongkaiDb _db;
    private readonly DbConnection _connection;
    private readonly DbCommand _command;
    private readonly int _agency;
    private int _number;

    private FilingFloor(GongkaiDb db, int agency, DbCommand command) => (_db, _connection, _agency, _command) = (db, db.Database.GetDbConnection(), agency, command);

    /// <param name="like">照着这份库里最后一件。</param>
    /// <param name="store">写到这份库里，空的。</param>
    public static async Task<FilingFloor> OpenAsync(TestStore like, TestStore store)
    {
        var agency = await BenchAgency.AddAsync(store);
        await using var source = like.NewDb();
        var request = await source.Requests.AsNoTracking().OrderByDescending(r => r.Number).FirstAsync();
        var safe = await source.ApplicantVaults.AsNoTracking().SingleAsync(v => v.RequestId == request.Id);
        var events = await source.RequestEvents.AsNoTracking().Where(e => e.RequestId == request.Id).OrderBy(e => e.Sequence).ToListAsync();
        var audit = await source.Audits.AsNoTracking().OrderByDescending(a => a.Sequence).FirstAsync();
        var db = store.NewDb();
        await db.Database.OpenConnectionAsync();
        var command = db.Database.GetDbConnection().CreateCommand();
        var floor = new FilingFloor(db, agency, command);
        floor.Write(request, safe, events, audit);
        return floor;
    }

    /// <summary>写这么久，给出每秒几件。</summary>
    public double Run(TimeSpan length)
    {
        var started = Stopwatch.GetTimestamp();
        var count = 0;
        while (Stopwatch.GetElapsedTime(started) < length)
        {
            Once();
            count++;
        }

        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _command.DisposeAsync();
        await _db.DisposeAsync();
    }

    private void Once()
    {
        _number++;
        var id = Guid.CreateVersion7();
        _command.Parameters["id"].Value = id;
        _command.Parameters["number"].Value = $"yjj-2026-{_number:D5}";
        _command.Parameters["subjectId"].Value = id.ToString("D");
        _command.Parameters["sequence"].Value = (long)_number + 1;
        using var transaction = _connection.BeginTransaction();
        _command.Transaction = transaction;
        _command.ExecuteNonQuery();
        transaction.Commit();
    }

    private void Write(RequestRow request, ApplicantVaultRow safe, List<RequestEventRow> events, AuditRow audit)
    {
        _command.CommandText = """
            INSERT INTO "SeriesCounters" ("AgencyId", "Series", "Year", "Next") VALUES (@agency, 'request', 2026, 2)
            ON CONFLICT ("AgencyId", "Series", "Year") DO UPDATE SET "Next" = "SeriesCounters"."Next" + 1;
            INSERT INTO "Requests" ("Id", "AgencyId", "Number", "Channel", "SubmittedAt", "ReceivedOn", "Stage", "ClockState", "DueOn", "IsProvisional", "Subject", "ApplicantKind", "Fate", "Version", "QueryCodeHash")
            VALUES (@id, @agency, @number, @channel, @at, @received, @stage, @clock, @due, @provisional, @subject, @kind, @fate, @version, @code);
            INSERT INTO "ApplicantVaults" ("RequestId", "WrappedKey", "KeyVersion", "Cipher", "NameHash", "PhoneHash", "IdHash", "MaskedName")
            VALUES (@id, @wrapped, @keyVersion, @cipher, @name, @phone, @idHash, @masked);
            INSERT INTO "RequestEvents" ("RequestId", "Sequence", "At", "On", "ActorId", "Type", "Payload") VALUES (@id, 1, @at, @received, 'applicant', @type1, @payload1);
            INSERT INTO "RequestEvents" ("RequestId", "Sequence", "At", "On", "ActorId", "Type", "Payload") VALUES (@id, 2, @at, @received, 'applicant', @type2, @payload2);
            INSERT INTO "Audits" ("Sequence", "At", "Actor", "AgencyId", "Action", "Subject", "Detail", "PreviousHash", "Hash")
            VALUES (@sequence, @at, 'applicant', @agency, 'request.file', @subjectId, @detail, @hash, @hash);
            UPDATE "AuditHeads" SET "Sequence" = @sequence, "Hash" = @hash WHERE "Id" = 1
            """;
        Set("id", Guid.Empty);
        Set("number", "");
        Set("subjectId", "");
        Set("sequence", 0L);
        Set("agency", _agency);
        Set("channel", request.Channel);
        Set("at", request.SubmittedAt);
        Set("received", request.ReceivedOn!.Value);
        Set("stage", request.Stage);
        Set("clock", request.ClockState);
        Set("due", request.DueOn!.Value);
        Set("provisional", request.IsProvisional);
        Set("subject", request.Subject);
        Set("kind", request.ApplicantKind);
        Set("fate", request.Fate);
        Set("version", request.Version);
        Set("code", request.QueryCodeHash!);
        Set("wrapped", safe.WrappedKey!);
        Set("keyVersion", safe.KeyVersion);
        Set("cipher", safe.Cipher);
        Set("name", safe.NameHash!);
        Set("phone", safe.PhoneHash!);
        Set("idHash", safe.IdHash!);
        Set("masked", safe.MaskedName!);
        Set("type1", events[0].Type);
        Set("payload1", events[0].Payload);
        Set("type2", events[1].Type);
        Set("payload2", events[1].Payload);
        Set("detail", audit.Detail!);
        Set("hash", audit.Hash);
    }

    private void Set(string name, object value)
    {
        var parameter = _command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        _command.Parameters.Add(parameter);
    }
}
