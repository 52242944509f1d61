using System.Diagnostics;
using System.Text;
using Gongkai.Bench.Conformance;
using Gongkai.Bench.Fuzzing;
using Gongkai.Bench.Measuring;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;

namespace Gongkai.Bench;

/// <summary>
/// <c>report [--gate] [文件夹…]</c>：读并检查一份报告的用时，与同一次运行里的底线相比；给出文件夹时只量其中的文件。带 <c>--gate</c> 时未达标即返回 1。
/// </summary>
public static class ReportBench
{
    private const double TextTarget = 40;
    private const double ContainerTarget = 2;
    private const double FusedTarget = 50_000;
    private const string SeedsGroup = "seeds";

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(40);

    /// <summary>量一遍全部样本。</summary>
    public static int Run(string[] args)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var samples = Samples([.. args.Where(a => !a.StartsWith('-'))]);
        Pair[] pairs = [.. samples.Select(s => new Pair(Floors.For(s), () => ReadAndCheck(s)))];
        Pair[][] sets = [.. samples.Zip(pairs).GroupBy(s => (s.First.Kind, s.First.Group == SeedsGroup), s => s.Second).Select(g => g.ToArray())];
        var settled = Rounds.WarmUp(sets);

        // Not before: the thread that compiles in the background would be kept on the same core.
        OneCore();
        var (count, collecting) = Rounds.Measure(sets, Budget);
        var measured = samples.Zip(pairs, Measured).ToArray();
        Console.WriteLine($"least of {count} rounds{(settled ? "" : ", though the runtime had not finished compiling")}; garbage collection, in no figure: {collecting:P1} of the time");
        Console.WriteLine($"\n{"layout",-34} {"kind",-5} {"read",9} {"bytes",9} {"floor µs",10} {"read+check µs",14} {"ratio",7}  target");
        var missed = 0;
        foreach (var group in measured.GroupBy(m => (m.Sample.Group, m.Sample.Kind, m.Fused)))
        {
            missed += Print(group.Key.Group + (group.Key.Fused ? " (fused)" : ""), group.Key.Kind, [.. group]) ? 0 : 1;
        }

        missed += Totals(measured);
        return missed > 0 && args.Contains("--gate") ? 1 : 0;
    }

    private static Sample[] Samples(string[] folders)
    {
        if (folders.Length > 0)
        {
            return [.. folders.SelectMany(Corpus.From)];
        }

        Sample[] seeds = [.. Corpus.From(Corpus.SeedsFolder)];
        Console.WriteLine(seeds.Length > 0 ? $"seeds: {seeds.Length} in ../shared/seeds" : "seeds: none (../shared/seeds is not here)");
        return [.. seeds, .. Corpus.Load()];
    }

    private static Measurement Measured(Sample sample, Pair pair)
    {
        var read = ReportReader.Read(sample.Name, sample.Content).Reports;
        return new Measurement(sample, pair.Floor, pair.Work, read.Count > 0, IsFused(sample, read));
    }

    private static void ReadAndCheck(Sample sample)
    {
        foreach (var reading in ReportReader.Read(sample.Name, sample.Content).Reports)
        {
            ReportChecker.Check(reading, ConformanceCase.Options);
        }
    }

    // Splitting digits is a search, not a pass over the text: it has its own target.
    private static bool IsFused(Sample sample, IReadOnlyList<ReportReading> reports) =>
        sample.Group.Contains("fused", StringComparison.OrdinalIgnoreCase)
        || sample.Name.Contains("粘连", StringComparison.Ordinal)
        || reports.Any(r => r.Notes.Any(n => n.Code is ReaderNotes.DigitsSplit or ReaderNotes.SearchLimit));

    private static int Totals(Measurement[] measured)
    {
        Console.WriteLine();
        var missed = 0;
        foreach (var (name, kind) in new[] { ("all flowed text", "txt"), ("all pages", "html"), ("all documents", "docx") })
        {
            Measurement[] all = [.. measured.Where(m => m.Sample.Kind == kind && !m.Fused)];
            missed += all.Length == 0 || Print(name, kind, all) ? 0 : 1;
        }

        if (measured.Where(m => m.Fused && m.Read).MaxBy(m => m.Work) is { } worst)
        {
            var met = worst.Work <= FusedTarget;
            missed += met ? 0 : 1;
            Console.WriteLine($"fused digits, worst case: {worst.Work / 1000:F2} ms, target {FusedTarget / 1000:F0} ms: {Verdict(met)} ({worst.Sample.Group}/{worst.Sample.Name})");
        }

        if (measured.MaxBy(m => m.Work) is { } slowest)
        {
            Console.WriteLine($"slowest of all: {slowest.Work / 1000:F2} ms ({slowest.Sample.Group}/{slowest.Sample.Name})");
        }

        return missed;
    }

    private static bool Print(string name, string kind, Measurement[] files)
    {
        var (floor, work) = (files.Sum(f => f.Floor), files.Sum(f => f.Work));
        var read = files.Count(f => f.Read);
        var ratio = work / floor;
        var fused = files.All(f => f.Fused);
        var target = kind == "txt" ? TextTarget : ContainerTarget;
        var met = fused ? files.Max(f => f.Work) <= FusedTarget : ratio <= target;
        var aim = fused ? $"{FusedTarget / 1000:F0} ms" : $"{target:F0} x";
        Console.WriteLine($"{name,-34} {kind,-5} {$"{read}/{files.Length}",9} {files.Sum(f => f.Sample.Content.Length),9} {floor,10:F1} {work,14:F1} {ratio,7:F2}  {aim}: {(read == 0 ? "nothing was read" : Verdict(met))}");
        return met && read > 0;
    }

    private static string Verdict(bool met) => met ? "pass" : "FAIL";

    private static void OneCore()
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            using var self = Process.GetCurrentProcess();
            // The highest allowed core: the lowest serves most interrupts.
            self.ProcessorAffinity = (nint)(1L << System.Numerics.BitOperations.Log2((ulong)self.ProcessorAffinity));
        }
    }

    private sealed record Measurement(Sample Sample, double Floor, double Work, bool Read, bool Fused);
}
