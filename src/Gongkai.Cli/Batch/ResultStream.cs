namespace Gongkai.Cli.Batch;

/// <summary>结果写去的地方，自带缓冲；写不出去时抛 <see cref="OutputFailedException"/>，此后不再尝试。</summary>
internal sealed class ResultStream(Stream target, bool closes) : Stream
{
    private const int BufferSize = 1 << 16;

    private readonly byte[] _buffer = new byte[BufferSize];
    private int _used;
    private bool _failed;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.Length > BufferSize - _used)
        {
            Send();
        }

        if (buffer.Length > BufferSize)
        {
            Send(buffer);
            return;
        }

        buffer.CopyTo(_buffer.AsSpan(_used));
        _used += buffer.Length;
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush() => Send();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && closes)
        {
            target.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Send()
    {
        var bytes = _buffer.AsSpan(0, _used);
        _used = 0;
        Send(bytes);
    }

    private void Send(ReadOnlySpan<byte> bytes)
    {
        if (_failed || bytes.IsEmpty)
        {
            return;
        }

        try
        {
            target.Write(bytes);
            target.Flush();
        }
        catch (IOException e)
        {
            _failed = true;
            throw new OutputFailedException(e.Message, e);
        }
    }
}
