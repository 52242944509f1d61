using Gongkai.Storage.Files;
using Gongkai.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>
/// 从销毁之前的备份恢复，资料又在了：恢复之后、每次启动，照主密钥文件旁边的销毁名单再抹去。
/// 反过来，库里销毁了而登记上没有的（别的节点销毁的，或者没来得及记），补记。
/// </summary>
internal static class DestroyedAgain
{
    private const int Batch = 200;
    private const string Archived = "Archived";

    /// <summary>核对一遍。给出再抹去了几件。</summary>
    public static async Task<int> RunAsync(StorageOptions options, TimeProvider clock, CancellationToken cancellation)
    {
        var register = new DestroyedRegister(options.DestroyedPath);
        var known = await register.ReadAsync(cancellation);
        await using var db = new GongkaiDb(StorageSetup.ContextOptions(options));
        var count = 0;
        foreach (var batch in known.Keys.Chunk(Batch))
        {
            var revived = await db.ApplicantVaults.AsNoTracking().Where(v => batch.Contains(v.RequestId) && v.WrappedKey != null).Select(v => v.RequestId).ToListAsync(cancellation);
            foreach (var id in revived)
            {
                await EraseAsync(options, known[id], clock, cancellation);
            }

            count += revived.Count;
        }

        var destroyed = await db.Requests.AsNoTracking().Where(r => r.DestroyedOn != null).Select(r => r.Id).ToListAsync(cancellation);
        foreach (var batch in destroyed.Where(id => !known.ContainsKey(id)).Chunk(Batch))
        {
            await register.AppendAsync(db, batch, cancellation);
        }

        return count;
    }

    private static async Task EraseAsync(StorageOptions options, DestroyedRequest destroyed, TimeProvider clock, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await using var db = new GongkaiDb(StorageSetup.ContextOptions(options));
                if (!await db.ApplicantVaults.AnyAsync(v => v.RequestId == destroyed.Id && v.WrappedKey != null, cancellation))
                {
                    return;
                }

                var row = await db.Requests.SingleAsync(r => r.Id == destroyed.Id, cancellation);
                var files = await Retention.EraseAsync(db, row, cancellation);
                var now = clock.GetUtcNow().UtcDateTime;
                await AppendAsync(db, row, destroyed, now, cancellation);
                await db.CommitAsync(new AuditEntry(now, "system", row.AgencyId, "applicant.destroyAgain", row.Id.ToString("D")), cancellation);
                await new Retention(new FileStore(options.FilesFolder), options).RemoveAsync(db, files, CancellationToken.None);
                return;
            }
            catch (StaleDataException)
            {
                // 另一个节点同时启动，也在抹去：重读再看。
                await Task.Yield();
            }
        }
    }

    // 备份里还没有的归档、鉴定、销毁补上：没有它们，销毁登记和核对都说不通。
    private static async Task AppendAsync(GongkaiDb db, RequestRow row, DestroyedRequest destroyed, DateTime now, CancellationToken cancellation)
    {
        var there = await db.RequestEvents.AsNoTracking().Where(e => e.RequestId == row.Id).Select(e => new { e.Type, e.Payload }).ToListAsync(cancellation);
        foreach (var happened in destroyed.Events.Where(e => !there.Exists(t => t.Type == e.Type && t.Payload == e.Payload)))
        {
            db.RequestEvents.Add(new RequestEventRow { RequestId = row.Id, Sequence = ++row.Version, At = now, On = happened.On, ActorId = "system", Type = happened.Type, Payload = happened.Payload });
        }

        (row.Stage, row.DueOn, row.IsProvisional, row.AppraisedOn) = (Archived, null, false, null);
        row.DestroyedOn = destroyed.Events.Where(e => e.Type == RequestEventRow.Destroyed).Select(e => (DateOnly?)e.On).LastOrDefault() ?? DateOnly.FromDateTime(now);
    }
}
