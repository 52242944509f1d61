namespace Gongkai.WebKit;

/// <summary>从开始算起，至少过了一段时间才回答：答得快慢不露出有没有这个账号、这个编号。</summary>
/// <param name="time">时钟。</param>
/// <param name="least">至少多久；要比核对本身慢得多，才盖得住快慢的差别。</param>
public sealed class EvenPace(TimeProvider time, TimeSpan least)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>等到够了那么久；已经够了的不等。</summary>
    public Task HoldAsync(CancellationToken cancellation)
    {
        var left = least - time.GetElapsedTime(_start);
        return left > TimeSpan.Zero ? Task.Delay(left, time, cancellation) : Task.CompletedTask;
    }
}
