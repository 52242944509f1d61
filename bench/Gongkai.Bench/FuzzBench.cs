using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gongkai.Bench.Fuzzing;
using Gongkai.Bench.Measuring;

namespace Gongkai.Bench;

/// <summary>
/// <c>fuzz [count] [seed] [--keep-going]</c>：变异的样本与随机的字节，逐个读过并核对；<c>fuzz replay SEED INDEX [PATH]</c>：重做其中一个。
/// 通常遇到失败即停；带 <c>--keep-going</c> 时读到底，每种失败只说第一个。
/// </summary>
public static partial class FuzzBench
{
    private const long MemoryLimit = 500_000_000;
    private const int RereadEvery = 50;

    // Each one keeps a thread busy until the program ends.
    private const int MostHung = 3;

    private static string Folder => Path.Combine(Corpus.Root, "artifacts", "fuzz");

    /// <summary>运行；失败时把输入写进 artifacts/fuzz 并返回 1。</summary>
    public static int Run(string[] args)
    {
        Directory.CreateDirectory(Folder);
        var mutator = new Mutator(Corpus.Load());
        if (args is ["replay", var replaySeed, var replayIndex, ..])
        {
            return Replay(mutator, ulong.Parse(replaySeed, CultureInfo.InvariantCulture), int.Parse(replayIndex, CultureInfo.InvariantCulture), args.ElementAtOrDefault(3));
        }

        var keepGoing = args.Contains("--keep-going");
        args = [.. args.Where(a => a != "--keep-going")];
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        var seed = args.Length > 1 ? ulong.Parse(args[1], CultureInfo.InvariantCulture) : 1;
        var watchdog = new Watchdog();
        using var breadcrumb = File.OpenHandle(Path.Combine(Folder, "running.txt"), FileMode.Create, FileAccess.Write);
        var (reports, failed, hung) = (0, 0, 0);
        var kinds = new HashSet<string>();
        for (var index = 0; index < count; index++)
        {
            // A stack overflow ends the process at once; this line then says which input did it.
            RandomAccess.Write(breadcrumb, Encoding.ASCII.GetBytes($"fuzz replay {seed,20} {index,10}\n"), 0);
            var input = mutator.Make(seed, index);
            if (Failure(watchdog, input, index) is { Count: > 0 } failure)
            {
                failed++;
                if (kinds.Add(Kind(failure[0])))
                {
                    Report(seed, index, input, failure);
                }

                hung += watchdog.HasHung ? 1 : 0;
                if (!keepGoing || hung > MostHung)
                {
                    return 1;
                }

                watchdog = watchdog.HasHung ? new Watchdog() : watchdog;
            }

            reports += watchdog.Result?.Reports.Count ?? 0;
            if ((index + 1) % 10_000 == 0)
            {
                Console.WriteLine($"{index + 1,9:N0} inputs, {reports:N0} reports read, slowest {watchdog.Slowest.TotalMilliseconds:F0} ms, most allocated {watchdog.MostAllocated / 1e6:F0} MB, working set {Environment.WorkingSet / 1e6:F0} MB");
            }
        }

        watchdog.Dispose();
        var outcome = failed == 0 ? "passed" : $"{failed:N0} FAILED in {kinds.Count} ways";
        Console.WriteLine($"{count:N0} inputs (seed {seed}) {outcome}: {reports:N0} reports read, slowest {watchdog.Slowest.TotalMilliseconds:F0} ms, peak memory {(Memory.OwnPeak() ?? Environment.WorkingSet) / 1e6:F0} MB");
        return failed == 0 ? 0 : 1;
    }

    // Failures that differ only in numbers, cells or quoted text are one failure.
    private static string Kind(string failure) =>
        Different().Replace(failure.Split('\n') is [var message, .., _] lines ? message + lines.FirstOrDefault(l => l.StartsWith("   at ", StringComparison.Ordinal)) : failure, "*");

    [GeneratedRegex("[0-9]+|(proactive|requests|remedies)\\.[a-zA-Z.]+| says .* stands ", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Different();

    private static IReadOnlyList<string> Failure(Watchdog watchdog, FuzzInput input, int index)
    {
        var broken = watchdog.Check(input);
        if (broken.Count > 0)
        {
            return broken;
        }

        if ((watchdog.Allocated > MemoryLimit / 10 || index % 1000 == 0) && (Memory.OwnPeak() ?? Environment.WorkingSet) is var peak and > MemoryLimit)
        {
            return [$"the process holds {peak / 1e6:F0} MB, the limit is {MemoryLimit / 1e6:F0} MB"];
        }

        if (index % RereadEvery == 0)
        {
            var first = Fingerprint.Of(watchdog.Result!);
            watchdog.Check(input);
            return first == Fingerprint.Of(watchdog.Result!) ? [] : ["the same bytes were read differently the second time"];
        }

        return [];
    }

    private static int Replay(Mutator mutator, ulong seed, int index, string? path)
    {
        var input = mutator.Make(seed, index);
        path ??= Path.Combine(Folder, input.Name);
        File.WriteAllBytes(path, input.Content);
        Console.WriteLine($"{path} ({input.Content.Length:N0} bytes)");
        using var watchdog = new Watchdog();
        var broken = watchdog.Check(input);
        Console.WriteLine(broken.Count == 0 ? $"passes in {watchdog.Slowest.TotalMilliseconds:F0} ms" : string.Join('\n', broken));
        return broken.Count == 0 ? 0 : 1;
    }

    private static void Report(ulong seed, int index, FuzzInput input, IReadOnlyList<string> broken)
    {
        var path = Path.Combine(Folder, input.Name);
        File.WriteAllBytes(path, input.Content);
        Console.Error.WriteLine($"FAILED at input {index} of seed {seed} ({input.Content.Length:N0} bytes): {path}");
        foreach (var line in broken.Take(20))
        {
            Console.Error.WriteLine("  " + line);
        }

        Console.Error.WriteLine($"again: ./build bench fuzz replay {seed} {index}");
    }
}
