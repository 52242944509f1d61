namespace Gongkai.Workbench.Tests.Fakes;

/// <summary>停在一刻的时钟，由测试拨动。</summary>
public sealed class ManualClock(DateTimeOffset now) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.UtcTicks;

    /// <summary>只响一次的定时器不等，立刻响；要等多久记在 <see cref="Waits"/> 里。</summary>
    public bool Hurries { get; set; }

    /// <summary>催着走的时候，各处要等多久。</summary>
    public System.Collections.Concurrent.ConcurrentQueue<TimeSpan> Waits { get; } = [];

    /// <summary>往后拨；其间到点的定时器都响一次。</summary>
    public void Advance(TimeSpan by)
    {
        _now += by;
        Timer[] timers;
        lock (_gate)
        {
            timers = [.. _timers];
        }

        foreach (var timer in timers)
        {
            timer.RingIfDue(_now);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (Hurries && dueTime > TimeSpan.Zero && period <= TimeSpan.Zero)
        {
            Waits.Enqueue(dueTime);
            ThreadPool.QueueUserWorkItem(_ => callback(state));
            return new Timer(this, () => { });
        }

        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (_gate)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    private sealed class Timer(ManualClock clock, Action ring) : ITimer
    {
        private DateTimeOffset? _due;
        private TimeSpan _period;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            (_due, _period) = (dueTime < TimeSpan.Zero ? null : clock._now + dueTime, period);
            return true;
        }

        public void RingIfDue(DateTimeOffset now)
        {
            if (_due > now || _due is null)
            {
                return;
            }

            _due = _period > TimeSpan.Zero ? now + _period : null;
            ring();
        }

        public void Dispose()
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
