using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage.Migrations;

/// <summary>执行迁移。</summary>
internal static class Migrating
{
    /// <summary>迁移到最新。给出新执行了哪些。</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(GongkaiDb db, StorageOptions options, CancellationToken cancellation)
    {
        if (!db.IsSqlite)
        {
            return await MigrateAsync(db, cancellation);
        }

        // 一次只有一个进程迁移这个文件：进程死了，系统收回锁。
        await using var single = await LockAsync(Path.Combine(options.DataFolder, "migrating.lock"), cancellation);
        // EF 自己的锁是表里的一行，进程死在半路就永远留着；拿到了文件锁，那一行必是死人的。
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellation);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellation);
        return await MigrateAsync(db, cancellation);
    }

    private static async Task<IReadOnlyList<string>> MigrateAsync(GongkaiDb db, CancellationToken cancellation)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellation)).ToList();
        if (pending.Count > 0)
        {
            await db.Database.MigrateAsync(cancellation);
        }

        return pending;
    }

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
            }
        }
    }
}
