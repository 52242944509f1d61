using System.Diagnostics;

namespace Gongkai.Bench.Measuring;

/// <summary>一对要比的事：底线，与要量的事。</summary>
/// <param name="floor">底线。</param>
/// <param name="floorRepeats">底线一次计时里做几遍：太短的事，看钟也要时间。</param>
/// <param name="work">要量的事。</param>
public sealed class Pair(Action floor, int floorRepeats, Action work)
{
    private readonly List<double> _floors = [];
    private readonly List<double> _works = [];

    /// <summary>底线用时的中位数，微秒。</summary>
    public double Floor => Rounds.Median(_floors);

    /// <summary>要量的事用时的中位数，微秒。</summary>
    public double Work => Rounds.Median(_works);

    /// <summary>量过几轮。</summary>
    public int Count => _works.Count;

    /// <summary>各做一次；轮流谁先。</summary>
    internal void Once()
    {
        if (Count % 2 == 0)
        {
            _floors.Add(Time(floor, floorRepeats));
            _works.Add(Time(work, 1));
        }
        else
        {
            _works.Add(Time(work, 1));
            _floors.Add(Time(floor, floorRepeats));
        }
    }

    /// <summary>忘掉热身时量的。</summary>
    internal void Forget()
    {
        _floors.Clear();
        _works.Clear();
    }

    private static double Time(Action action, int repeats)
    {
        var started = ThreadClock.Nanoseconds();
        for (var n = 0; n < repeats; n++)
        {
            action();
        }

        return (ThreadClock.Nanoseconds() - started) / 1000 / repeats;
    }
}

/// <summary>一轮一轮地量：每轮把全部各对都量到，机器一时的忙闲便摊给了大家。</summary>
public static class Rounds
{
    private const int Fewest = 7;
    private const int Most = 101;
    private const int PerVisit = 3;
    private const int WarmingStages = 12;
    private const double Settled = 0.95;

    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(1.5);

    /// <summary>热身，再量全部各对。</summary>
    /// <param name="pairs">各对。</param>
    /// <param name="budget">热身之后最多量多久；至少量 7 轮。</param>
    public static void Measure(IReadOnlyList<Pair> pairs, TimeSpan budget)
    {
        WarmUp(pairs);
        var started = Stopwatch.GetTimestamp();
        while (pairs[0].Count < Fewest || (pairs[0].Count < Most && Stopwatch.GetElapsedTime(started) < budget))
        {
            Visit(pairs);
        }
    }

    /// <summary>中位数。</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    // The runtime compiles hot code anew in the background: warm up until neither side gets faster.
    private static void WarmUp(IReadOnlyList<Pair> pairs)
    {
        var (lastFloor, lastWork) = (double.MaxValue, double.MaxValue);
        for (var stage = 0; stage < WarmingStages; stage++)
        {
            var started = Stopwatch.GetTimestamp();
            do
            {
                Visit(pairs);
            }
            while (Stopwatch.GetElapsedTime(started) < Warming);

            var (floor, work) = (pairs.Sum(p => Math.Log(p.Floor)), pairs.Sum(p => Math.Log(p.Work)));
            foreach (var pair in pairs)
            {
                pair.Forget();
            }

            var change = Math.Log(Settled) * pairs.Count;
            if (stage > 1 && floor - lastFloor > change && work - lastWork > change)
            {
                return;
            }

            (lastFloor, lastWork) = (floor, work);
        }
    }

    private static void Visit(IReadOnlyList<Pair> pairs)
    {
        foreach (var pair in pairs)
        {
            for (var n = 0; n < PerVisit; n++)
            {
                pair.Once();
            }
        }
    }
}
