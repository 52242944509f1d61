using System.Text.Json;
using Gongkai.Storage.Checking;
using Gongkai.Storage.Files;
using Gongkai.Storage.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage.Backup;

/// <summary>
/// 备份到一个目录：同一时刻的数据库、附件、清单。网站开着也可以做。主密钥不在里面，要另外保管。
/// </summary>
public sealed class BackupWriter(IDbContextFactory<GongkaiDb> databases, IFileStore files, TimeProvider clock)
{
    private const string FileList = "files.txt";

    /// <summary>备份。写在旁边的 <c>.partial</c> 目录里，全部同步之后才改成这个名称。</summary>
    /// <param name="destination">不存在的目录，或空的。</param>
    /// <param name="cancellation">取消。</param>
    /// <exception cref="BackupException">不能备份到那里。</exception>
    public async Task<BackupManifest> WriteAsync(string destination, CancellationToken cancellation)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(destination));
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
        {
            throw new BackupException($"{destination} 已经有东西。备份不覆盖旧的，请换一个不存在的目录。");
        }

        var folder = $"{target}.partial";
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        PrivateFolder.Create(folder);
        var manifest = await FillAsync(folder, cancellation);
        if (Directory.Exists(target))
        {
            Directory.Delete(target);
        }

        Directory.Move(folder, target);
        DirectorySync.Flush(Path.GetDirectoryName(target)!);
        return manifest;
    }

    private async Task<BackupManifest> FillAsync(string folder, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var parts = new List<BackupPart>();
        IReadOnlyList<string> addresses;
        Rows.AuditHeadRow head;
        string migration;
        if (db.IsSqlite)
        {
            var path = Path.Combine(folder, SqliteCopy.FileName);
            await SqliteCopy.WriteAsync(db, path, cancellation);
            parts.Add(await PartAsync(folder, SqliteCopy.FileName, cancellation));
            // 附件和链头从备份出来的那一份读：与它同一时刻。
            await using var copy = new GongkaiDb(SqliteCopy.ReadOnlyOptions(path));
            (migration, head, addresses) = await FactsAsync(copy, cancellation);
        }
        else
        {
            await using var snapshot = await db.SnapshotAsync(cancellation);
            parts.AddRange(await PostgresDump.WriteAsync(db, folder, cancellation));
            (migration, head, addresses) = await FactsAsync(db, cancellation);
        }

        var absent = await CopyFilesAsync(folder, addresses, cancellation);
        parts.Add(await PartAsync(folder, FileList, cancellation));
        var manifest = new BackupManifest(
            BackupManifest.CurrentSchema, clock.GetUtcNow().UtcDateTime, db.IsSqlite ? "sqlite" : "postgres", migration, head.Sequence, Convert.ToHexStringLower(head.Hash), parts, addresses.Count - absent.Count, absent).Sealed();
        await using var file = SyncedFile.Create(Path.Combine(folder, BackupManifest.FileName));
        await JsonSerializer.SerializeAsync(file, manifest, BackupJson.Options, cancellation);
        SyncedFile.Finish(file);
        DirectorySync.Flush(folder);
        return manifest;
    }

    private static async Task<(string Migration, Rows.AuditHeadRow Head, IReadOnlyList<string> Addresses)> FactsAsync(GongkaiDb db, CancellationToken cancellation) =>
        ((await db.Database.GetAppliedMigrationsAsync(cancellation)).Last(),
        await db.AuditHeads.AsNoTracking().SingleAsync(cancellation),
        await StorageCheck.ReferencedFiles(db).ToListAsync(cancellation));

    private async Task<IReadOnlyList<string>> CopyFilesAsync(string folder, IReadOnlyList<string> addresses, CancellationToken cancellation)
    {
        var absent = new List<string>();
        var target = new FileStore(Path.Combine(folder, "files"));
        await using var list = SyncedFile.Create(Path.Combine(folder, FileList));
        await using var lines = new StreamWriter(list, leaveOpen: true) { NewLine = "\n" };
        foreach (var address in addresses.Order(StringComparer.Ordinal))
        {
            try
            {
                await using var content = await files.OpenAsync(address, cancellation);
                await target.AddAsync(content, long.MaxValue, cancellation);
                await lines.WriteLineAsync(address.AsMemory(), cancellation);
            }
            catch (FileDamagedException)
            {
                // 刚销毁的也会不见：不因一个附件不备份其余，写在清单里。
                absent.Add(address);
            }
        }

        await lines.FlushAsync(cancellation);
        SyncedFile.Finish(list);
        return absent;
    }

    internal static async Task<BackupPart> PartAsync(string folder, string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(Path.Combine(folder, path));
        return new BackupPart(path, file.Length, Convert.ToHexStringLower(await Sm3.HashAsync(file, cancellation)));
    }
}
