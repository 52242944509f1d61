using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage.Backup;

/// <summary>SQLite 的备份和恢复：整理着抄成一个文件，不带日志，也不带删去的字节。</summary>
internal static class SqliteCopy
{
    public const string FileName = "database.sqlite";

    public static async Task WriteAsync(GongkaiDb db, string path, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {path}", cancellation);
        await using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        SyncedFile.Finish(file);
    }

    public static async Task RestoreAsync(string source, string path, CancellationToken cancellation)
    {
        await using var from = File.OpenRead(source);
        await using var to = SyncedFile.Create(path);
        await from.CopyToAsync(to, cancellation);
        SyncedFile.Finish(to);
    }

    /// <summary>直接读备份出来的那个文件，不在它旁边留日志。</summary>
    public static DbContextOptions<GongkaiDb> ReadOnlyOptions(string path) => new DbContextOptionsBuilder<GongkaiDb>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString).Options;
}
