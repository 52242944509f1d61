using System.Buffers;
using System.Globalization;
using Gongkai.Reports.Reading;

namespace Gongkai.Cli.Batch;

/// <summary>一个文件的内容；用完归还缓冲区。</summary>
/// <remarks>先看大小再分配；管道、套接字、设备从不打开（打开管道会一直等下去）。</remarks>
internal readonly struct FileContent : IDisposable
{
    /// <summary>读一个文件的大小限度，字节。</summary>
    public const long MostBytes = 64L << 20;

    private readonly byte[]? _rented;

    private FileContent(byte[]? rented, int length, ReadError? error, bool isSpecial) =>
        (_rented, Bytes, Error, IsSpecial) = (rented, rented.AsMemory(0, length), error, isSpecial);

    /// <summary>内容。</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>读不了的原因；读得了时为 null。</summary>
    public ReadError? Error { get; }

    /// <summary>是管道、套接字或设备。</summary>
    public bool IsSpecial { get; }

    /// <summary>读一个文件。对文件系统的一切从不抛出。</summary>
    public static FileContent Read(string path)
    {
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists)
            {
                return Failed("file.notFound", "没有这个文件，或无权查看。请核对路径。");
            }

            // 特殊文件的大小一律为 0，所以大小为 0 的从不打开：空文件也没有可读的。
            if (SizeOf(info) is var size && size == 0)
            {
                return FileKind.IsSpecial(path)
                    ? new FileContent(null, 0, new ReadError("file.special", "是管道、套接字或设备，不是普通文件。请换成普通文件。"), true)
                    : new FileContent(null, 0, null, false);
            }

            return size > MostBytes
                ? Failed("file.tooLarge", string.Create(CultureInfo.InvariantCulture, $"文件有 {size >> 20} MB，超过 {MostBytes >> 20} MB 的限度，没有读。"))
                : ReadRegular(path, (int)size);
        }
        catch (UnauthorizedAccessException)
        {
            return Failed("file.noAccess", "无权读取这个文件。请检查它的权限。");
        }
        catch (Exception e) when (e is IOException or NotSupportedException or ArgumentException)
        {
            return Failed("file.readFailed", $"读取时出错：{IoFailure.Words(e)}。");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }
    }

    private static long SizeOf(FileInfo info) =>
        info.LinkTarget is null ? info.Length : info.ResolveLinkTarget(returnFinalTarget: true) is FileInfo { Exists: true } target ? target.Length : 0;

    private static FileContent ReadRegular(string path, int size)
    {
        using var handle = File.OpenHandle(path, options: FileOptions.SequentialScan);
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        var length = 0;
        while (length < size && RandomAccess.Read(handle, buffer.AsSpan(length, size - length), length) is > 0 and var read)
        {
            length += read;
        }

        return new FileContent(buffer, length, null, false);
    }

    private static FileContent Failed(string code, string message) => new(null, 0, new ReadError(code, message), false);
}
