using Gongkai.Bench.Fuzzing;
using Gongkai.Bench.Measuring;

namespace Gongkai.Bench;

/// <summary><c>startup</c>：<c>gongkai rules</c> 从起到止的用时，十次取中位数。</summary>
public static class StartupBench
{
    private const int Runs = 10;
    private const double Target = 300;

    /// <summary>直接运行程序，再经仓库根上的启动脚本（有时）。</summary>
    public static int Run(string[] args)
    {
        if (!CommandLine.IsBuilt())
        {
            return 2;
        }

        var met = Measure("dotnet gongkai.dll rules", () => CommandLine.Run("/dev/null", "rules"));
        var launcher = Path.Combine(Corpus.Root, "gongkai");
        if (File.Exists(launcher))
        {
            met &= Measure("./gongkai rules", () => CommandLine.Watch("/bin/sh", ["-c", "exec \"$0\" rules > /dev/null", launcher]));
        }

        return met || !args.Contains("--gate") ? 0 : 1;
    }

    private static bool Measure(string name, Func<CommandRun> run)
    {
        run();
        CommandRun[] runs = [.. Enumerable.Range(0, Runs).Select(_ => run())];
        var median = Median([.. runs.Select(r => r.Elapsed.TotalMilliseconds).Order()]);
        var met = median <= Target;
        Console.WriteLine($"{name}: median of {Runs} {median:F0} ms, target {Target:F0} ms: {(met ? "pass" : "FAIL")}; exit code {runs[^1].ExitCode}, peak memory {runs.Max(r => r.PeakMemory) / 1e6 ?? double.NaN:F0} MB");
        return met;
    }

    private static double Median(double[] sorted) =>
        sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
}
