namespace Gongkai.Cli.Deadlines;

/// <summary>把字节流切成行，一行太长就略过余下的，记着太长；内存只用一行的上限。</summary>
internal sealed class BoundedLines(Stream stream, int longest)
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private readonly byte[] _buffer = new byte[longest + 1];
    private int _start;
    private int _end;
    private bool _isFirst = true;

    /// <summary>下一行，不含换行符；到头时为 null。太长的行 IsTooLong 为真，内容是空的。内容在取下一行以前有效。</summary>
    public (ReadOnlyMemory<byte> Line, bool IsTooLong)? Next()
    {
        var tooLong = false;
        var searched = 0;
        while (true)
        {
            var found = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                var line = _buffer.AsMemory(_start, searched + found);
                _start += searched + found + 1;
                return Result(line, tooLong);
            }

            searched = _end - _start;
            if (searched == _buffer.Length)
            {
                (tooLong, _start, _end, searched) = (true, 0, 0, 0);
            }

            if (_start > 0)
            {
                _buffer.AsSpan(_start, searched).CopyTo(_buffer);
                (_start, _end) = (0, searched);
            }

            var read = stream.Read(_buffer.AsSpan(_end));
            if (read == 0)
            {
                _start = _end = 0;
                return searched == 0 && !tooLong ? null : Result(_buffer.AsMemory(0, searched), tooLong);
            }

            _end += read;
        }
    }

    private (ReadOnlyMemory<byte> Line, bool IsTooLong) Result(ReadOnlyMemory<byte> line, bool tooLong)
    {
        if (_isFirst && line.Span.StartsWith(ByteOrderMark))
        {
            line = line[ByteOrderMark.Length..];
        }

        _isFirst = false;
        return tooLong ? (default, true) : (line, false);
    }
}
