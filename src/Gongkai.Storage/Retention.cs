using Gongkai.Storage.Files;
using Gongkai.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>
/// 销毁一件申请里认得出人的一切：毁去它的密钥，清空密文、杂凑与题目，删去它的附件与文书的内容。登记编号、事件、文号和统计不动。
/// 该不该销毁由用例定：期满要先鉴定（档案法实施条例第二十四条），从不自动销毁。
/// </summary>
public sealed class Retention(IFileStore files, StorageOptions options)
{
    /// <summary>在这个上下文里抹去，随后由调用者与事件、审计记录一起提交。给出提交之后要删去的文件。</summary>
    /// <param name="db">上下文。</param>
    /// <param name="request">哪一件，取自同一个上下文。</param>
    /// <param name="cancellation">取消。</param>
    public static async Task<IReadOnlyList<string>> EraseAsync(GongkaiDb db, RequestRow request, CancellationToken cancellation)
    {
        var vault = await db.ApplicantVaults.SingleAsync(v => v.RequestId == request.Id, cancellation);
        (vault.WrappedKey, vault.Cipher, vault.NameHash, vault.PhoneHash, vault.IdHash, vault.MaskedName) = (null, [], null, null, null, null);
        (request.Subject, request.QueryCodeHash) = ("", null);
        var attachments = await db.Attachments.Where(a => a.RequestId == request.Id).ToListAsync(cancellation);
        foreach (var attachment in attachments)
        {
            attachment.FileName = null;
        }

        return [.. attachments.Select(a => a.Address).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>提交之后，在数据与备份之外的销毁名单里也记下：从旧的备份恢复时照它再抹去。没来得及记的，下次启动补上。</summary>
    public Task RememberAsync(GongkaiDb db, Guid request, CancellationToken cancellation) =>
        new DestroyedRegister(options.DestroyedPath).AppendAsync(db, [request], cancellation);

    /// <summary>提交之后删去文件，并让旧的字节离开数据库的空闲处。中间断了不要紧：没有附件用到的文件，清理时会删去。</summary>
    public async Task RemoveAsync(GongkaiDb db, IReadOnlyList<string> addresses, CancellationToken cancellation)
    {
        foreach (var address in addresses)
        {
            if (!await db.Attachments.AnyAsync(a => a.Address == address && a.FileName != null, cancellation))
            {
                files.Remove(address);
            }
        }

        // SQLite 截去日志（删去的页已清零），PostgreSQL 清理死行。
        await db.Database.ExecuteSqlRawAsync(
            db.IsSqlite ? "PRAGMA wal_checkpoint(TRUNCATE)" : "VACUUM \"ApplicantVaults\", \"Attachments\", \"Requests\"", cancellation);
    }
}
