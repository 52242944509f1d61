using System.Diagnostics;

namespace Gongkai.Bench.Measuring;

/// <summary>两件事交替地做，各取中位数：机器忙闲对两边一样。</summary>
public static class Rounds
{
    private const int Fewest = 7;
    private const int Most = 101;

    /// <summary>两件事各一次用时的中位数，微秒。</summary>
    /// <param name="floor">底线。</param>
    /// <param name="work">要量的事。</param>
    /// <param name="budget">这一对最多量多久；至少量 7 轮。</param>
    public static (double Floor, double Work) Measure(Action floor, Action work, TimeSpan budget)
    {
        List<double> floors = [], works = [];
        var started = Stopwatch.GetTimestamp();
        while (works.Count < Fewest || (works.Count < Most && Stopwatch.GetElapsedTime(started) < budget))
        {
            floors.Add(Time(floor));
            works.Add(Time(work));
        }

        return (Median(floors), Median(works));
    }

    /// <summary>中位数。</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    private static double Time(Action action)
    {
        var started = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(started).TotalMicroseconds;
    }
}
