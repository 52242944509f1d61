using System.Diagnostics.CodeAnalysis;
using Gongkai.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>领取后台事务。几个节点同时领，一件只归一个；领了没有做完（进程死了），过了有效期别人再领。</summary>
[SuppressMessage("Naming", "CA1711", Justification = "It is a queue, kept in a table.")]
public sealed class OutboxQueue(IDbContextFactory<GongkaiDb> databases, TimeProvider clock)
{
    /// <summary>领取到期的，早的在先。</summary>
    /// <param name="kind">哪一种；null 为不论哪种。</param>
    /// <param name="max">至多几件。</param>
    /// <param name="lease">有效期。</param>
    /// <param name="cancellation">取消。</param>
    public async Task<IReadOnlyList<OutboxRow>> ClaimAsync(string? kind, int max, TimeSpan lease, CancellationToken cancellation)
    {
        var now = Now();
        var until = Mapping.InstantConverter.Stored(now + lease);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.GatedAsync(
            async () =>
            {
                var rows = db.IsSqlite
                    ? db.Outbox.FromSql($"""
                        UPDATE "Outbox" SET "ClaimedUntil" = {until}, "Attempts" = "Attempts" + 1 WHERE "Id" IN (
                            SELECT "Id" FROM "Outbox" WHERE "NotBefore" <= {now} AND ("ClaimedUntil" IS NULL OR "ClaimedUntil" < {now}) AND ({kind} IS NULL OR "Kind" = {kind})
                            ORDER BY "NotBefore", "Id" LIMIT {max})
                        RETURNING *
                        """)
                    : db.Outbox.FromSql($"""
                        UPDATE "Outbox" SET "ClaimedUntil" = {until}, "Attempts" = "Attempts" + 1 WHERE "Id" IN (
                            SELECT "Id" FROM "Outbox" WHERE "NotBefore" <= {now} AND ("ClaimedUntil" IS NULL OR "ClaimedUntil" < {now}) AND ({kind}::text IS NULL OR "Kind" = {kind})
                            ORDER BY "NotBefore", "Id" LIMIT {max} FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """);
                var claimed = await rows.AsNoTracking().ToListAsync(cancellation);
                return claimed.OrderBy(r => r.NotBefore).ThenBy(r => r.Id).ToList();
            },
            cancellation);
    }

    /// <summary>做完了，删去。有效期已过、别人又领去的不动，给出 false。</summary>
    public async Task<bool> CompleteAsync(OutboxRow row, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.GatedAsync(() => db.Outbox.Where(o => o.Id == row.Id && o.ClaimedUntil == row.ClaimedUntil).ExecuteDeleteAsync(cancellation), cancellation) == 1;
    }

    /// <summary>没有做成，过一会儿再做。</summary>
    public async Task RetryLaterAsync(OutboxRow row, TimeSpan wait, CancellationToken cancellation)
    {
        var notBefore = Now() + wait;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await db.GatedAsync(
            () => db.Outbox.Where(o => o.Id == row.Id && o.ClaimedUntil == row.ClaimedUntil)
                .ExecuteUpdateAsync(s => s.SetProperty(o => o.ClaimedUntil, (DateTime?)null).SetProperty(o => o.NotBefore, notBefore), cancellation),
            cancellation);
    }

    private DateTime Now() => Mapping.InstantConverter.Stored(clock.GetUtcNow().UtcDateTime);
}
