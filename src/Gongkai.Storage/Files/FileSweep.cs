using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage.Files;

/// <summary>清理没有附件用到的文件：存了文件而申请没有提交成的，资料已销毁的，写到一半断了的。</summary>
public sealed class FileSweep(IDbContextFactory<GongkaiDb> databases, IFileStore files, TimeProvider clock)
{
    private const int BatchSize = 500;

    /// <summary>清理一遍。给出删去几个。</summary>
    /// <param name="grace">存下不到这么久的不动：它的申请可能正要提交。至少一小时。</param>
    /// <param name="cancellation">取消。</param>
    public async Task<int> RunAsync(TimeSpan grace, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(grace, TimeSpan.FromHours(1));
        var before = clock.GetUtcNow().UtcDateTime - grace;
        var removed = files.RemoveUnfinished(before);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        foreach (var batch in files.List().Where(f => f.WrittenAt < before).Chunk(BatchSize))
        {
            var addresses = batch.Select(f => f.Address).ToList();
            var used = await db.Attachments.Where(a => addresses.Contains(a.Address) && a.FileName != null).Select(a => a.Address).ToListAsync(cancellation);
            removed += addresses.Except(used).Count(address => files.RemoveIfOlder(address, before));
        }

        return removed;
    }
}
