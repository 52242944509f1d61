using System.Collections.Concurrent;
using Gongkai.Storage.Sealing;

namespace Gongkai.Storage.Files;

/// <summary>放在本地目录里的文件：<c>ab/cdef…</c>。写在 <c>incoming</c> 里，同步之后改名，再同步目录。</summary>
public sealed class FileStore : IFileStore
{
    private const int BufferSize = 64 * 1024;
    private readonly string _root;
    private readonly string _incoming;
    private readonly ConcurrentDictionary<string, bool> _synced = new(StringComparer.Ordinal);

    /// <param name="root">目录；没有就建。</param>
    public FileStore(string root)
    {
        _root = Path.GetFullPath(root);
        _incoming = Path.Combine(_root, "incoming");
        PrivateFolder.Create(_root);
        Directory.CreateDirectory(_incoming);
    }

    /// <inheritdoc/>
    public async Task<StoredFile> AddAsync(Stream content, long maxBytes, CancellationToken cancellation)
    {
        var temporary = Path.Combine(_incoming, $"{Guid.NewGuid():N}");
        try
        {
            var (address, length) = await SpoolAsync(content, temporary, maxBytes, cancellation);
            var path = PathOf(address);
            EnsureFolder(address);
            // 已经有同样的也照样改名盖上：内容一样，时刻变新，清理的就不会把它当旧的删去。
            File.Move(temporary, path, overwrite: true);
            DirectorySync.Flush(Path.GetDirectoryName(path)!);
            return new StoredFile(address, length, File.GetLastWriteTimeUtc(path));
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<Stream> OpenAsync(string address, CancellationToken cancellation)
    {
        var path = PathOf(address);
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileDamagedException(address, isMissing: true);
        }

        try
        {
            var hash = await Sm3.HashAsync(file, cancellation);
            if (Convert.ToHexStringLower(hash) != address)
            {
                throw new FileDamagedException(address, isMissing: false);
            }

            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public bool Exists(string address) => File.Exists(PathOf(address));

    /// <inheritdoc/>
    public void Remove(string address)
    {
        var path = PathOf(address);
        if (File.Exists(path))
        {
            File.Delete(path);
            DirectorySync.Flush(Path.GetDirectoryName(path)!);
        }
    }

    /// <inheritdoc/>
    public bool RemoveIfOlder(string address, DateTime before)
    {
        var path = PathOf(address);
        // 先挪开再看时刻：看了再删，中间又存进来的会被误删。
        var aside = Path.Combine(_incoming, address);
        try
        {
            File.Move(path, aside, overwrite: true);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }

        if (File.GetLastWriteTimeUtc(aside) >= before)
        {
            File.Move(aside, path, overwrite: true);
            DirectorySync.Flush(Path.GetDirectoryName(path)!);
            return false;
        }

        File.Delete(aside);
        return true;
    }

    /// <inheritdoc/>
    public int RemoveUnfinished(DateTime before)
    {
        var old = new DirectoryInfo(_incoming).EnumerateFiles().Where(f => f.LastWriteTimeUtc < before).ToList();
        foreach (var file in old)
        {
            file.Delete();
        }

        return old.Count;
    }

    /// <inheritdoc/>
    public IEnumerable<StoredFile> List() =>
        from folder in Directory.EnumerateDirectories(_root)
        where Path.GetFileName(folder).Length == 2
        from file in new DirectoryInfo(folder).EnumerateFiles()
        let address = Path.GetFileName(folder) + file.Name
        where IsAddress(address)
        select new StoredFile(address, file.Length, file.LastWriteTimeUtc);

    /// <summary>地址的样子对不对。</summary>
    public static bool IsAddress(string address) => address.Length == 2 * Sm3.Size && address.All(char.IsAsciiHexDigitLower);

    /// <summary>地址在哪个文件。样子不对的不变成路径。</summary>
    internal string PathOf(string address) => IsAddress(address)
        ? Path.Combine(_root, address[..2], address[2..])
        : throw new FormatException("A file address is 64 lower-case hexadecimal digits.");

    // 别的进程建了子目录，未必已经同步：本进程第一次用到它时自己同步一次。
    private void EnsureFolder(string address)
    {
        var name = address[..2];
        if (_synced.ContainsKey(name))
        {
            return;
        }

        Directory.CreateDirectory(Path.Combine(_root, name));
        DirectorySync.Flush(_root);
        DirectorySync.Flush(Path.GetDirectoryName(_root)!);
        _synced.TryAdd(name, true);
    }

    private static async Task<(string Address, long Length)> SpoolAsync(Stream content, string path, long maxBytes, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);
        using var hash = Sm3.Start();
        var buffer = new byte[BufferSize];
        var length = 0L;
        int read;
        while ((read = await content.ReadAsync(buffer, cancellation)) > 0)
        {
            length += read;
            if (length > maxBytes)
            {
                throw new FileTooLargeException(maxBytes);
            }

            hash.Append(buffer.AsSpan(0, read));
            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        file.Flush(flushToDisk: true);
        return (Convert.ToHexStringLower(hash.Finish()), length);
    }
}
