using System.Diagnostics;
using System.Runtime;

namespace Gongkai.Bench.Measuring;

/// <summary>
/// 一轮一轮地量：每轮先把一组的底线各做一遍，再把要量的事各做一遍，各取最少的一次。
/// 两边一样：都像在一个文件夹里走过，每份文件只做一次，不在同一份上反复。
/// </summary>
public static class Rounds
{
    private const int Fewest = 15;
    private const int FewestStages = 3;
    private const int MostStages = 60;
    private const int FewMethods = 4;

    private static readonly TimeSpan Stage = TimeSpan.FromSeconds(1);

    /// <summary>中位数。</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>热身：运行时在后台把常用的代码重新编译，编译完了才量。</summary>
    /// <param name="sets">各组。</param>
    /// <returns>编译完了；到了限度还没有编译完为 false。</returns>
    public static bool WarmUp(IReadOnlyList<IReadOnlyList<Pair>> sets)
    {
        var quiet = 0;
        for (var stage = 0; stage < MostStages && quiet < FewestStages; stage++)
        {
            var compiled = JitInfo.GetCompiledMethodCount();
            var started = Stopwatch.GetTimestamp();
            do
            {
                foreach (var pair in sets.SelectMany(s => s))
                {
                    pair.TryFloor();
                    pair.TryWork();
                }
            }
            while (Stopwatch.GetElapsedTime(started) < Stage);

            quiet = JitInfo.GetCompiledMethodCount() - compiled <= FewMethods ? quiet + 1 : 0;
        }

        return quiet == FewestStages;
    }

    /// <summary>量全部各组；每轮都量到每一组，机器一时的忙闲便摊给了大家。</summary>
    /// <param name="sets">各组。</param>
    /// <param name="budget">最多量多久；至少量 15 轮。</param>
    /// <returns>量了几轮；垃圾回收占了多少（它不在最少的一次里，另外报告）。</returns>
    public static (int Count, double Collecting) Measure(IReadOnlyList<IReadOnlyList<Pair>> sets, TimeSpan budget)
    {
        var (started, paused) = (Stopwatch.GetTimestamp(), GC.GetTotalPauseDuration());
        var count = 0;
        for (; count < Fewest || Stopwatch.GetElapsedTime(started) < budget; count++)
        {
            foreach (var set in sets)
            {
                foreach (var pair in set)
                {
                    pair.TimeFloor();
                }

                foreach (var pair in set)
                {
                    pair.TimeWork();
                }
            }
        }

        return (count, (GC.GetTotalPauseDuration() - paused) / Stopwatch.GetElapsedTime(started));
    }
}
