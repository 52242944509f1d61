using Gongkai.Storage.Files;
using Gongkai.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>保存期满，销毁申请人资料：毁去那件申请的密钥，清空密文和杂凑，删去它的附件。事件和统计不动。</summary>
public sealed class Retention(IDbContextFactory<GongkaiDb> databases, IFileStore files, TimeProvider clock)
{
    /// <summary>销毁所有期满的。给出几件。</summary>
    /// <param name="today">今天（中国时间）；<see cref="RequestRow.DestroyAfter"/> 早于今天的为期满。</param>
    /// <param name="actor">谁：账号的编号，或 system、cli。</param>
    /// <param name="cancellation">取消；已经销毁的不回来，余下的下次再做。</param>
    public async Task<int> DestroyDueAsync(DateOnly today, string actor, CancellationToken cancellation)
    {
        List<Guid> due;
        await using (var db = await databases.CreateDbContextAsync(cancellation))
        {
            due = await (from request in db.Requests
                         join vault in db.ApplicantVaults on request.Id equals vault.RequestId
                         where request.DestroyAfter < today && vault.WrappedKey != null
                         select request.Id).ToListAsync(cancellation);
        }

        foreach (var request in due)
        {
            await DestroyAsync(request, actor, cancellation);
        }

        return due.Count;
    }

    /// <summary>销毁一件申请的申请人资料。</summary>
    public async Task DestroyAsync(Guid requestId, string actor, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var agency = await db.Requests.Where(r => r.Id == requestId).Select(r => (int?)r.AgencyId).SingleAsync(cancellation);
        var vault = await db.ApplicantVaults.SingleAsync(v => v.RequestId == requestId, cancellation);
        (vault.WrappedKey, vault.Cipher, vault.NameHash, vault.PhoneHash, vault.IdHash, vault.MaskedName) = (null, [], null, null, null, null);
        var attachments = await db.Attachments.Where(a => a.RequestId == requestId).ToListAsync(cancellation);
        foreach (var attachment in attachments)
        {
            attachment.FileName = null;
        }

        await db.CommitAsync(new AuditEntry(clock.GetUtcNow().UtcDateTime, actor, agency, "applicant.destroy", requestId.ToString()), cancellation);
        foreach (var address in attachments.Select(a => a.Address).Distinct(StringComparer.Ordinal))
        {
            // 这之前断了也不要紧：没有附件用到的文件，清理时会删去。
            if (!await db.Attachments.AnyAsync(a => a.Address == address && a.FileName != null, cancellation))
            {
                files.Remove(address);
            }
        }

        await ForgetAsync(db, cancellation);
    }

    // 旧的字节还在日志和空闲的页里：SQLite 截去日志（删去的页已清零），PostgreSQL 清理死行。
    private static async Task ForgetAsync(GongkaiDb db, CancellationToken cancellation) =>
        await db.Database.ExecuteSqlRawAsync(db.IsSqlite ? "PRAGMA wal_checkpoint(TRUNCATE)" : "VACUUM \"ApplicantVaults\", \"Attachments\"", cancellation);
}
