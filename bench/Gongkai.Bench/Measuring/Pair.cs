namespace Gongkai.Bench.Measuring;

/// <summary>一对要比的事：底线，与要量的事。</summary>
/// <param name="floor">底线。</param>
/// <param name="work">要量的事。</param>
public sealed class Pair(Action floor, Action work)
{
    // What two looks at the clock cost by themselves: a floor may take a few microseconds in all.
    private static readonly double Looking = Enumerable.Range(0, 2_000).Min(_ => Time(static () => { }));

    /// <summary>底线最少的一次用时，微秒。</summary>
    public double Floor { get; private set; } = double.MaxValue;

    /// <summary>要量的事最少的一次用时，微秒。</summary>
    public double Work { get; private set; } = double.MaxValue;

    /// <summary>做一次底线而不计时。</summary>
    internal void TryFloor() => floor();

    /// <summary>做一次要量的事而不计时。</summary>
    internal void TryWork() => work();

    /// <summary>做一次底线，计时。</summary>
    internal void TimeFloor() => Floor = Math.Min(Floor, Time(floor) - Looking);

    /// <summary>做一次要量的事，计时。</summary>
    internal void TimeWork() => Work = Math.Min(Work, Time(work) - Looking);

    private static double Time(Action action)
    {
        var started = ThreadClock.Nanoseconds();
        action();
        return (ThreadClock.Nanoseconds() - started) / 1000;
    }
}
