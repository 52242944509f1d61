using System.Globalization;
using System.Text;
using Gongkai.Bench.Fuzzing;
using Gongkai.Bench.Measuring;

namespace Gongkai.Bench;

/// <summary><c>batch [count=10000]</c>：一个文件夹的文本报告经命令行读查，报告每秒份数、处理器时间与最大内存。</summary>
public static class BatchBench
{
    private const int Distinct = 2000;
    private const int PerFolder = 1000;
    private const int Tried = 200;
    private const double FilesPerSecond = 3000;
    private const long MemoryLimit = 300_000_000;

    /// <summary>做出文件、读查、清理。</summary>
    public static int Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
        if (!CommandLine.IsBuilt())
        {
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("gongkai-batch-").FullName;
        try
        {
            return Measure(folder, count, args.Contains("--gate"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Measure(string folder, int count, bool gate)
    {
        var (all, some) = (Path.Combine(folder, "all"), Path.Combine(folder, "some"));
        var bytes = Write(all, count);
        Write(some, Tried);

        // Speed means nothing if the files are not read: look at a few first, which also warms the disk cache of the program.
        var output = Path.Combine(folder, "some.jsonl");
        CommandLine.Run(output, "report", "check", some, "--format", "json");
        var lines = File.ReadLines(output).Where(l => l.Contains("\"gongkai.report/1\"", StringComparison.Ordinal)).ToArray();
        var errors = lines.Count(l => l.Contains("\"error\":{", StringComparison.Ordinal));
        Console.WriteLine($"a look at {Tried} files: {lines.Length} lines, {errors} of them errors");

        var run = CommandLine.Run("/dev/null", "report", "check", all, "--format", "json");
        var rate = count / run.Elapsed.TotalSeconds;
        var worked = run.ExitCode is 0 or 1 && lines.Length >= Tried && errors == 0;
        var (fast, small) = (rate >= FilesPerSecond, run.PeakMemory is null or <= MemoryLimit);
        string Verdict(bool met) => !worked ? "not judged" : met ? "pass" : "FAIL";
        Console.WriteLine($"{count:N0} files, {bytes / 1e6:F1} MB, on {Environment.ProcessorCount} cores: exit code {run.ExitCode}");
        Console.WriteLine($"  {run.Elapsed.TotalSeconds:F2} s, {rate:N0} files a second, target {FilesPerSecond:N0}: {Verdict(fast)}");
        Console.WriteLine($"  processor time {run.Processor?.TotalSeconds ?? double.NaN:F2} s, {run.Processor?.TotalMicroseconds / count ?? double.NaN:F0} µs a file");
        Console.WriteLine($"  peak memory {run.PeakMemory / 1e6 ?? double.NaN:F0} MB, target {MemoryLimit / 1e6:F0} MB: {Verdict(small)}");
        if (!worked)
        {
            Console.WriteLine("  the command line did not read every report: these figures mean nothing yet");
        }

        return gate && !(worked && fast && small) ? 1 : 0;
    }

    /// <summary>写出 count 份，分在子文件夹里；前 2000 份各不相同，其后是它们的硬链接。</summary>
    private static long Write(string folder, int count)
    {
        var samples = Corpus.Load()
            .Where(s => s.Kind == "txt" && s.Content.Length is > 1000 and < 50_000 && System.Text.Unicode.Utf8.IsValid(s.Content))
            .ToArray();
        var paths = new string[Math.Min(count, Distinct)];
        long bytes = 0;
        for (var n = 0; n < count; n++)
        {
            var subfolder = Path.Combine(folder, (n / PerFolder).ToString("D4", CultureInfo.InvariantCulture));
            if (n % PerFolder == 0)
            {
                Directory.CreateDirectory(subfolder);
            }

            var path = Path.Combine(subfolder, $"{n:D6}.txt");
            if (n < paths.Length)
            {
                File.WriteAllBytes(path, Vary(samples[n % samples.Length].Content, n));
                paths[n] = path;
            }
            else
            {
                HardLink.Create(paths[n % paths.Length], path);
            }

            bytes += new FileInfo(path).Length;
        }

        return bytes;
    }

    // Tables stay as they are, so that every variant still adds up; the narrative differs in words and length.
    private static byte[] Vary(byte[] sample, int number)
    {
        var text = Encoding.UTF8.GetString(sample);
        var at = text.IndexOf("总体情况\n", StringComparison.Ordinal);
        var chance = new Chance(1, (ulong)number);
        var paragraph = string.Concat(Enumerable.Range(0, chance.Between(1, 12)).Select(_ => $"第{chance.Between(1, 9)}季度更新栏目{chance.Between(2, 90)}个，答复咨询{chance.Between(2, 900)}件。"));
        return Encoding.UTF8.GetBytes(at < 0 ? text : text.Insert(at + "总体情况\n".Length, paragraph + "\n"));
    }
}
