using System.Text;
using System.Text.Json;
using Gongkai.Storage.Files;
using Gongkai.Storage.Rows;
using Gongkai.Storage.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>
/// 销毁了哪些申请，另记一份在主密钥文件旁边，数据目录和备份之外：从销毁之前的备份恢复，照它再抹去（<see cref="DestroyedAgain"/>）。
/// 一件一行 json，只增，同步到磁盘；只有编号与归档、鉴定、销毁的事件，没有申请人资料。
/// </summary>
internal sealed class DestroyedRegister(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly string[] _kept = ["archived", "appraised", RequestEventRow.Destroyed];

    /// <summary>记着的全部；同一件记了几次的，以最后一次为准。</summary>
    /// <exception cref="KeysFileException">文件坏了。</exception>
    public async Task<IReadOnlyDictionary<Guid, DestroyedRequest>> ReadAsync(CancellationToken cancellation)
    {
        var all = new Dictionary<Guid, DestroyedRequest>();
        if (!File.Exists(path))
        {
            return all;
        }

        await using var file = await OpenAsync(FileMode.Open, FileAccess.Read, cancellation);
        var bytes = new byte[EndOfLastLine(file)];
        file.Position = 0;
        await file.ReadExactlyAsync(bytes, cancellation);
        foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                var request = JsonSerializer.Deserialize<DestroyedRequest>(line, JsonSerializerOptions.Strict)!;
                all[request.Id] = request;
            }
            catch (JsonException e)
            {
                throw new KeysFileException($"销毁名单 {path} 有一行坏了，不能照它核对哪些申请人资料已经销毁。请从保管的地方取回。", e);
            }
        }

        return all;
    }

    /// <summary>记下库里已经销毁的几件。</summary>
    public async Task AppendAsync(GongkaiDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var events = (await db.RequestEvents.AsNoTracking().Where(e => ids.Contains(e.RequestId) && _kept.Contains(e.Type)).OrderBy(e => e.Sequence).ToListAsync(cancellation)).ToLookup(e => e.RequestId);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = await OpenAsync(FileMode.OpenOrCreate, FileAccess.ReadWrite, cancellation);
        // 上次写到一半断了的，那半行不要。
        file.SetLength(EndOfLastLine(file));
        file.Position = file.Length;
        foreach (var id in ids)
        {
            // 每种只要最后一个：从前续存的鉴定不要。
            var last = events[id].GroupBy(e => e.Type, StringComparer.Ordinal).Select(g => g.Last()).OrderBy(e => e.Sequence);
            await JsonSerializer.SerializeAsync(file, new DestroyedRequest(id, [.. last.Select(e => new DestroyedEvent(e.Type, e.On, e.Payload))]), JsonSerializerOptions.Strict, cancellation);
            file.WriteByte((byte)'\n');
        }

        file.Flush(flushToDisk: true);
        DirectorySync.Flush(Path.GetDirectoryName(path)!);
    }

    private static long EndOfLastLine(FileStream file)
    {
        for (var end = file.Length; end > 0; end--)
        {
            file.Position = end - 1;
            if (file.ReadByte() == '\n')
            {
                return end;
            }
        }

        return 0;
    }

    // 两个网站、命令行可以同时来：一次只有一个开着。
    private async Task<FileStream> OpenAsync(FileMode mode, FileAccess access, CancellationToken cancellation)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = FileShare.None };
        if (!OperatingSystem.IsWindows() && mode == FileMode.OpenOrCreate)
        {
            options.UnixCreateMode = OwnerOnly;
        }

        for (var left = 200; ; left--)
        {
            try
            {
                return new FileStream(path, options);
            }
            catch (IOException e) when (left > 0 && e is not (FileNotFoundException or DirectoryNotFoundException))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
            }
        }
    }
}

/// <summary>销毁了的一件。</summary>
/// <param name="Id">申请的编号。</param>
/// <param name="Events">归档、鉴定、销毁，依次。</param>
internal sealed record DestroyedRequest(Guid Id, IReadOnlyList<DestroyedEvent> Events);

/// <summary>销毁名单里的一个事件。</summary>
/// <param name="Type">代号。</param>
/// <param name="On">哪一天。</param>
/// <param name="Payload">内容，json。</param>
internal sealed record DestroyedEvent(string Type, DateOnly On, string Payload);
