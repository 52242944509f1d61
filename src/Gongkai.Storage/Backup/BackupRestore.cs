using System.Text.Json;
using Gongkai.Storage.Files;
using Gongkai.Storage.Migrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Storage.Backup;

/// <summary>从备份恢复，只往空的地方。先核对全部杂凑，对不上的什么也不写。</summary>
public static class BackupRestore
{
    private const string FileList = "files.txt";
    private const long LargestManifest = 16 * 1024 * 1024;

    /// <summary>恢复。</summary>
    /// <param name="source">备份的目录。</param>
    /// <param name="options">恢复到哪里：数据目录不存在或空，PostgreSQL 的库里没有表。</param>
    /// <param name="cancellation">取消。</param>
    /// <exception cref="BackupException">备份不完好，或那里不是空的。</exception>
    public static async Task<BackupManifest> RunAsync(string source, StorageOptions options, CancellationToken cancellation)
    {
        var manifest = await ReadAsync(source, cancellation);
        var addresses = await VerifyAsync(source, manifest, cancellation);
        if (manifest.Provider != (options.UsesPostgres ? "postgres" : "sqlite"))
        {
            throw new BackupException($"这份备份是 {manifest.Provider} 的，不能恢复到另一种数据库。");
        }

        await using var db = new GongkaiDb(StorageSetup.ContextOptions(options));
        await RefuseUsedAsync(db, options, cancellation);
        if (!db.Database.GetMigrations().Contains(manifest.Migration))
        {
            throw new BackupException($"这份备份是更新的程序做的（{manifest.Migration}），请用那一版或更新的程序恢复。");
        }

        var files = new FileStore(options.FilesFolder);
        await CopyFilesAsync(new FileStore(Path.Combine(source, "files")), files, addresses, cancellation);
        if (options.UsesPostgres)
        {
            // 先到备份时的样子，抄进数据，再到最新。
            await db.GetService<IMigrator>().MigrateAsync(manifest.Migration, cancellation);
            await PostgresDump.RestoreAsync(db, source, manifest, cancellation);
        }
        else
        {
            await SqliteCopy.RestoreAsync(Path.Combine(source, SqliteCopy.FileName), options.DatabaseFile, cancellation);
            DirectorySync.Flush(options.DataFolder);
        }

        await Migrating.RunAsync(db, options, cancellation);
        // 备份之后销毁了的，不能因恢复又在。
        await DestroyedAgain.RunAsync(options, TimeProvider.System, cancellation);
        return manifest;
    }

    private static async Task<BackupManifest> ReadAsync(string source, CancellationToken cancellation)
    {
        var path = Path.Combine(source, BackupManifest.FileName);
        try
        {
            await using var file = File.OpenRead(path);
            if (file.Length > LargestManifest || await JsonSerializer.DeserializeAsync<BackupManifest>(file, BackupJson.Options, cancellation) is not { Schema: BackupManifest.CurrentSchema or BackupManifest.FirstSchema } manifest)
            {
                throw new BackupException($"{path} 不是本程序认得的备份清单。");
            }

            if (!manifest.IsWhole())
            {
                throw new BackupException($"{path} 的内容变了，备份已损坏，没有恢复。请换一份完好的备份。");
            }

            return manifest;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BackupException($"{source} 里没有 {BackupManifest.FileName}，不是备份的目录，或备份没有做完。", e);
        }
        catch (JsonException e)
        {
            throw new BackupException($"{path} 的内容不对，备份已损坏。", e);
        }
    }

    private static async Task<IReadOnlyList<string>> VerifyAsync(string source, BackupManifest manifest, CancellationToken cancellation)
    {
        foreach (var part in manifest.Parts)
        {
            // 路径只有这几种，别的不认：清单可能被人动过。
            var expected = part.Table is { } table && table.All(char.IsAsciiLetter) ? $"tables/{table}.copy" : manifest.Provider == "sqlite" && part.Path == SqliteCopy.FileName ? SqliteCopy.FileName : FileList;
            if (part.Path != expected || !File.Exists(Path.Combine(source, part.Path)))
            {
                throw new BackupException($"备份里缺 {part.Path}，没有恢复。请换一份完好的备份。");
            }

            var actual = await BackupWriter.PartAsync(source, part.Path, cancellation);
            if (actual.Length != part.Length || actual.Sm3 != part.Sm3)
            {
                throw new BackupException($"备份里的 {part.Path} 与清单不符，已损坏或被改动，没有恢复。请换一份完好的备份。");
            }
        }

        if (manifest.Parts.All(p => p.Path != FileList) || (manifest.Provider == "sqlite" && manifest.Parts.All(p => p.Path != SqliteCopy.FileName)))
        {
            throw new BackupException("备份的清单不全，没有恢复。请换一份完好的备份。");
        }

        return await VerifyFilesAsync(source, manifest, cancellation);
    }

    private static async Task<IReadOnlyList<string>> VerifyFilesAsync(string source, BackupManifest manifest, CancellationToken cancellation)
    {
        var addresses = await File.ReadAllLinesAsync(Path.Combine(source, FileList), cancellation);
        if (addresses.Length != manifest.FileCount || !addresses.All(FileStore.IsAddress))
        {
            throw new BackupException("备份的附件清单与总清单不符，没有恢复。请换一份完好的备份。");
        }

        var files = new FileStore(Path.Combine(source, "files"));
        foreach (var address in addresses)
        {
            try
            {
                await using var content = await files.OpenAsync(address, cancellation);
            }
            catch (FileDamagedException e)
            {
                throw new BackupException($"备份里的附件 {address} {(e.IsMissing ? "不见了" : "内容变了")}，没有恢复。请换一份完好的备份。", e);
            }
        }

        return addresses;
    }

    private static async Task RefuseUsedAsync(GongkaiDb db, StorageOptions options, CancellationToken cancellation)
    {
        if (Directory.Exists(options.DataFolder) && Directory.EnumerateFileSystemEntries(options.DataFolder).Any())
        {
            throw new BackupException($"数据目录 {options.DataFolder} 已经有东西。只往空的地方恢复，请换一个不存在的目录。");
        }

        if (options.UsesPostgres && !await PostgresDump.IsEmptyAsync(db, cancellation))
        {
            throw new BackupException("这个 PostgreSQL 数据库里已经有表。只往空的地方恢复，请新建一个空的数据库。");
        }
    }

    private static async Task CopyFilesAsync(FileStore from, FileStore to, IReadOnlyList<string> addresses, CancellationToken cancellation)
    {
        foreach (var address in addresses)
        {
            await using var content = await from.OpenAsync(address, cancellation);
            await to.AddAsync(content, long.MaxValue, cancellation);
        }
    }
}
