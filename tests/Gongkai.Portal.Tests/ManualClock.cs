namespace Gongkai.Portal.Tests;

/// <summary>停在一刻的时钟，由测试拨动；定时器照真的走。</summary>
public sealed class ManualClock(DateTimeOffset now) : TimeProvider
{
    private long _ticks = now.UtcTicks;

    /// <summary>只响一次的定时器不等，立刻响；要等多久记在 <see cref="Waits"/> 里。</summary>
    public bool Hurries { get; set; }

    /// <summary>催着走的时候，各处要等多久。</summary>
    public System.Collections.Concurrent.ConcurrentQueue<TimeSpan> Waits { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (Hurries && dueTime > TimeSpan.Zero && period <= TimeSpan.Zero)
        {
            Waits.Enqueue(dueTime);
            dueTime = TimeSpan.FromMilliseconds(1);
        }

        return base.CreateTimer(callback, state, dueTime, period);
    }

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
