namespace Gongkai.Storage.Sealing;

/// <summary>已核对过的密文流，边读边解密；只能从头读到尾。</summary>
internal sealed class UnsealingStream(Stream cipher, Sm4Ctr ctr, long length) : Stream
{
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = cipher.Read(buffer[..(int)Math.Min(buffer.Length, length - _position)]);
        return Decrypted(buffer[..read]);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await cipher.ReadAsync(buffer[..(int)Math.Min(buffer.Length, length - _position)], cancellationToken);
        return Decrypted(buffer.Span[..read]);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

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
            ctr.Dispose();
            cipher.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Decrypted(Span<byte> read)
    {
        ctr.Transform(read);
        _position += read.Length;
        return read.Length;
    }
}
