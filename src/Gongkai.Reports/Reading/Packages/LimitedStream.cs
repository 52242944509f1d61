namespace Gongkai.Reports.Reading.Packages;

/// <summary>边读边数展开后的字节，超过限度就停。压缩包自己写的大小不可信。</summary>
internal sealed class LimitedStream(Stream inner, long compressedLength) : Stream
{
    private readonly long limit = Math.Min(ReadLimits.PartBytes, Math.Max(ReadLimits.RatioFreeBytes, compressedLength * ReadLimits.CompressionRatio));
    private long total;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => total;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        total += read;
        return total <= limit ? read : throw new ReadLimitException("The part expands beyond its limit.");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
