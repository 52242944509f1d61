using System.Data;
using Gongkai.Storage.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

public sealed partial class GongkaiDb
{
    /// <summary>此后的读都读同一时刻的数据，不挡别人写。用完丢弃。</summary>
    internal async Task<Snapshot> SnapshotAsync(CancellationToken cancellation)
    {
        if (!IsSqlite)
        {
            return new Snapshot(await Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation), null);
        }

        await Database.OpenConnectionAsync(cancellation);
        var connection = (SqliteConnection)Database.GetDbConnection();
        // EF 自己开始的会先拿写锁，这里只读。
        var transaction = connection.BeginTransaction(deferred: true);
        return new Snapshot((await Database.UseTransactionAsync(transaction, cancellation))!, transaction);
    }
}
