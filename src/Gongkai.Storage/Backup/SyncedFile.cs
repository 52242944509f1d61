namespace Gongkai.Storage.Backup;

/// <summary>写完要同步到磁盘的新文件。</summary>
internal static class SyncedFile
{
    public static FileStream Create(string path) => new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);

    public static void Finish(FileStream file) => file.Flush(flushToDisk: true);
}
