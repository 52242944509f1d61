using System.Diagnostics;
using Gongkai.Bench.Fuzzing;
using Gongkai.Bench.Measuring;

namespace Gongkai.Bench;

/// <summary><c>hostile [name]</c>：有名字的恶意文件，各在一个子进程里读，报告用时与内存。</summary>
public static class HostileBench
{
    private const long MemoryLimit = 500_000_000;

    /// <summary>运行；有一个失败即返回 1。</summary>
    public static int Run(string[] args) => args is [var name] ? One(name) : All();

    private static int All()
    {
        var failed = 0;
        foreach (var name in HostileInputs.All.Keys)
        {
            using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["hostile", name]))!;
            child.WaitForExit();
            failed += child.ExitCode == 0 ? 0 : 1;
            if (child.ExitCode is not (0 or 1))
            {
                Console.WriteLine($"{name,-36} FAIL: the process ended with {child.ExitCode}");
            }
        }

        Console.WriteLine($"{HostileInputs.All.Count - failed} passed, {failed} failed");
        return failed == 0 ? 0 : 1;
    }

    private static int One(string name)
    {
        if (!HostileInputs.All.TryGetValue(name, out var make))
        {
            Console.Error.WriteLine($"unknown: {name}");
            return 64;
        }

        var input = make();
        Memory.ForgetPeak();
        using var watchdog = new Watchdog();
        var broken = watchdog.Check(input).ToList();
        var peak = Memory.OwnPeak() ?? Environment.WorkingSet;
        if (peak > MemoryLimit)
        {
            broken.Add($"the process held {peak / 1e6:F0} MB, the limit is {MemoryLimit / 1e6:F0} MB");
        }

        var outcome = watchdog.Result is { } result ? result.Error?.Code ?? $"{result.Reports.Count} reports" : "none";
        Console.WriteLine($"{name,-36} {watchdog.Slowest.TotalMilliseconds,6:F0} ms {peak / 1e6,5:F0} MB  {outcome}{string.Concat(broken.Take(5).Select(b => "\n    FAIL: " + b))}");
        return broken.Count == 0 ? 0 : 1;
    }
}
