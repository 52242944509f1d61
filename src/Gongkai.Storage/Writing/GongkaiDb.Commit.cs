using System.Data;
using System.Data.Common;
using Gongkai.Storage.Rows;
using Gongkai.Storage.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Gongkai.Storage;

public sealed partial class GongkaiDb
{
    private const string TakeNumber = """
        INSERT INTO "SeriesCounters" ("AgencyId", "Series", "Year", "Next") VALUES (@agency, @series, @year, 2)
        ON CONFLICT ("AgencyId", "Series", "Year") DO UPDATE SET "Next" = "SeriesCounters"."Next" + 1
        RETURNING "Next" - 1
        """;

    private const string ReadHead = """SELECT "Sequence", "Hash" FROM "AuditHeads" WHERE "Id" = 1""";

    private const string Append = """
        INSERT INTO "Audits" ("Sequence", "At", "Actor", "AgencyId", "Action", "Subject", "Detail", "PreviousHash", "Hash")
        VALUES (@sequence, @at, @actor, @agency, @action, @subject, @detail, @previous, @hash);
        UPDATE "AuditHeads" SET "Sequence" = @sequence, "Hash" = @hash WHERE "Id" = 1
        """;

    private readonly List<WriteGate> _entered = [];
    private IDbContextTransaction? _transaction;
    private bool _tookNumber;

    /// <summary>数据库是 SQLite；否则是 PostgreSQL。</summary>
    public bool IsSqlite => Database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite";

    /// <summary>
    /// 取序列里的下一个号（从 1 起，不跳号）。号与随后的 <see cref="CommitAsync"/> 同在一个事务里：没有提交，号就没有取走。
    /// 取号之后别人要等到提交才能取，所以取号要紧挨着提交；这期间同一任务不得用另一个 <see cref="GongkaiDb"/> 写入。
    /// 一次要取几个序列的号，按固定的次序取。
    /// </summary>
    public async Task<int> TakeNumberAsync(int agencyId, string series, int year, CancellationToken cancellation)
    {
        if (!IsSqlite && !_tookNumber)
        {
            // 只排一个机关的队：再取别的机关的号不排，两队交错会互相等死，行锁则有数据库看着。
            await EnterAsync(WriteGate.For($"{Database.GetConnectionString()}#{agencyId}"), cancellation);
            _tookNumber = true;
        }

        await BeginAsync(cancellation);
        await using var command = Command(TakeNumber, ("agency", agencyId), ("series", series), ("year", year));
        try
        {
            await PrepareAsync(command, cancellation);
            return Convert.ToInt32(await command.ExecuteScalarAsync(cancellation), null);
        }
        catch (DbException e) when (IsConflict(e))
        {
            throw new StaleDataException("Another transaction holds the series.", e);
        }
    }

    /// <summary>
    /// 写入的唯一途径：这个上下文里的全部改动和一条审计记录在一个事务里提交，返回时已同步到磁盘。
    /// 抛出异常时什么也没有写入。新加的事件，审计记录里自带它们的摘要；一次动了几件申请的，各记一条。
    /// </summary>
    /// <exception cref="StaleDataException">别人先改了同一件申请。</exception>
    /// <exception cref="TakenException">用户名、网页路径已经有人用了。</exception>
    public async Task CommitAsync(AuditEntry entry, CancellationToken cancellation)
    {
        try
        {
            RefuseRewriting();
            var entries = EventClaims.Cover(entry, ChangeTracker.Entries<RequestEventRow>().Where(e => e.State == EntityState.Added).Select(e => e.Entity));
            await BeginAsync(cancellation);
            await base.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellation);
            if (!IsSqlite)
            {
                await EnterAsync(WriteGate.For($"{Database.GetConnectionString()}#head"), cancellation);
            }

            await AppendAsync(entries, cancellation);
            await _transaction!.CommitAsync(CancellationToken.None);
            ChangeTracker.AcceptAllChanges();
        }
        catch (DbUpdateConcurrencyException e)
        {
            throw new StaleDataException("A row changed since it was read.", e);
        }
        catch (Exception e) when (IsConflict(e as DbException) || IsConflict(e.InnerException as DbException))
        {
            throw new StaleDataException("An event with this sequence exists, or the database chose another writer.", e);
        }
        catch (DbUpdateException e) when (TakenException.ValueOf(e.InnerException as DbException) is { } taken)
        {
            throw new TakenException(taken, e);
        }
        finally
        {
            await EndAsync();
        }
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseRewriting();
        return await GatedAsync(() => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken), cancellationToken);
    }

    /// <summary>直接执行的写入（ExecuteUpdate、UPDATE … RETURNING）也在门口排队。</summary>
    internal async Task<T> GatedAsync<T>(Func<Task<T>> write, CancellationToken cancellation)
    {
        if (_transaction is not null || Gate() is not { } gate)
        {
            return await write();
        }

        await gate.EnterAsync(cancellation);
        try
        {
            return await write();
        }
        finally
        {
            gate.Leave();
        }
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseRewriting();
        if (_transaction is not null || Gate() is not { } gate)
        {
            return base.SaveChanges(acceptAllChangesOnSuccess);
        }

        gate.Enter();
        try
        {
            return base.SaveChanges(acceptAllChangesOnSuccess);
        }
        finally
        {
            gate.Leave();
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await EndAsync();
        await base.DisposeAsync();
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _transaction?.Dispose();
        _transaction = null;
        Leave();
        base.Dispose();
    }

    /// <summary>这个数据库的门；PostgreSQL 没有。</summary>
    internal WriteGate? Gate() => IsSqlite ? WriteGate.For(Path.GetFullPath(new SqliteConnectionStringBuilder(Database.GetConnectionString()).DataSource)) : null;

    private async Task BeginAsync(CancellationToken cancellation)
    {
        if (_transaction is not null)
        {
            return;
        }

        if (Gate() is { } gate)
        {
            await EnterAsync(gate, cancellation);
        }

        try
        {
            // 写不成的整个放弃，从不退回到一半：不必每次存点。
            Database.AutoSavepointsEnabled = false;

            // SQLite 的驱动以 BEGIN IMMEDIATE 开始：先拿写锁，读到的链头就不会再变。
            _transaction = IsSqlite
                ? await Database.BeginTransactionAsync(cancellation)
                : await Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation);
        }
        finally
        {
            if (_transaction is null)
            {
                Leave();
            }
        }
    }

    private async Task EndAsync()
    {
        try
        {
            if (_transaction is { } transaction)
            {
                _transaction = null;
                await transaction.DisposeAsync();
            }
        }
        finally
        {
            Leave();
        }
    }

    private async Task EnterAsync(WriteGate gate, CancellationToken cancellation)
    {
        await gate.EnterAsync(cancellation);
        _entered.Add(gate);
    }

    private void Leave()
    {
        _entered.ForEach(gate => gate.Leave());
        _entered.Clear();
        _tookNumber = false;
    }

    private async Task AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellation)
    {
        var (sequence, hash) = await HeadAsync(IsSqlite ? ReadHead : ReadHead + " FOR UPDATE", cancellation);
        foreach (var entry in entries)
        {
            var row = AuditChain.Next(sequence, hash, entry);
            await using var command = Command(
                Append,
                ("sequence", row.Sequence),
                ("at", row.At),
                ("actor", row.Actor),
                ("agency", row.AgencyId),
                ("action", row.Action),
                ("subject", row.Subject),
                ("detail", row.Detail),
                ("previous", row.PreviousHash),
                ("hash", row.Hash));
            await PrepareAsync(command, cancellation);
            await command.ExecuteNonQueryAsync(cancellation);
            (sequence, hash) = (row.Sequence, row.Hash);
        }
    }

    private async Task<(long Sequence, byte[] Hash)> HeadAsync(string sql, CancellationToken cancellation)
    {
        await using var command = Command(sql);
        await PrepareAsync(command, cancellation);
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, cancellation);
        return await reader.ReadAsync(cancellation)
            ? (reader.GetInt64(0), (byte[])reader.GetValue(1))
            : throw new InvalidOperationException("The audit head is missing.");
    }

    // 每次写入都要的这几条，PostgreSQL 的连接上准备一次，以后不再解析；SQLite 每次都要准备，省不了。
    private Task PrepareAsync(DbCommand command, CancellationToken cancellation) => IsSqlite ? Task.CompletedTask : command.PrepareAsync(cancellation);

    private DbCommand Command(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = _transaction!.GetDbTransaction();
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            if (value is null)
            {
                // 准备好的语句认参数的类型：空的也要说是什么。
                parameter.DbType = name == "agency" ? DbType.Int32 : DbType.String;
            }

            command.Parameters.Add(parameter);
        }

        return command;
    }

    // 数据库里另有触发器把守；这里先说，说得清楚。
    private void RefuseRewriting()
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Modified or EntityState.Deleted && entry.Entity is RequestEventRow or AuditRow)
            {
                throw new InvalidOperationException($"{entry.Metadata.GetTableName()} is append-only.");
            }
        }
    }

    // 事件的主键重复，是别人先记了同一次序的事件；死锁是 PostgreSQL 选了别人。
    private static bool IsConflict(DbException? e) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "PK_RequestEvents" } => true,
        PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure } => true,
        SqliteException { SqliteErrorCode: 19 } s => s.Message.Contains("RequestEvents.", StringComparison.Ordinal),
        _ => false,
    };
}
