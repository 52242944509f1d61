using System.Buffers;
using System.Text;

namespace Gongkai.Reports.Reading.Converters;

/// <summary>在后台线程里读尽一条管道，只留限度以内的。</summary>
internal sealed class PipeReader
{
    private readonly ArrayBufferWriter<byte> _kept = new();
    private readonly Thread _thread;
    private readonly int _limit;
    private readonly bool _stopsAtLimit;
    private volatile bool _isOverLimit;

    /// <param name="pipe">管道。</param>
    /// <param name="limit">至多留多少字节。</param>
    /// <param name="stopsAtLimit">超过限度就不再读；否则继续读而不留。</param>
    public PipeReader(Stream pipe, int limit, bool stopsAtLimit)
    {
        (_limit, _stopsAtLimit) = (limit, stopsAtLimit);
        _thread = new Thread(() => Drain(pipe), 256 << 10) { IsBackground = true, Name = "tool pipe" };
        _thread.Start();
    }

    /// <summary>管道里的超过了限度。</summary>
    public bool IsOverLimit => _isOverLimit;

    /// <summary>读到的字节；<see cref="Join"/> 之后才可用。</summary>
    public byte[] Bytes => _kept.WrittenSpan.ToArray();

    /// <summary>读到的文字；还没有读完时为空。</summary>
    public string Text => _thread.IsAlive ? "" : Encoding.UTF8.GetString(_kept.WrittenSpan);

    /// <summary>等到读完；到时还没有读完时为否。</summary>
    public bool Join(TimeSpan patience) => _thread.Join(patience);

    private void Drain(Stream pipe)
    {
        var buffer = new byte[1 << 16];
        try
        {
            while (pipe.Read(buffer) is > 0 and var read)
            {
                _isOverLimit |= _kept.WrittenCount + read > _limit;
                _kept.Write(buffer.AsSpan(0, Math.Min(read, _limit - _kept.WrittenCount)));
                if (_isOverLimit && _stopsAtLimit)
                {
                    return;
                }
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // 工具已被终止，管道断了。
        }
    }
}
