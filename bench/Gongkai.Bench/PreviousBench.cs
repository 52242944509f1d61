using System.Globalization;
using Gongkai.Bench.Fuzzing;
using Gongkai.Bench.Measuring;
using Gongkai.Reports.Checking;

namespace Gongkai.Bench;

/// <summary><c>previous [count=10000]</c>：一批报告单独查一遍，再带上一年的同样一批查一遍，两次之比。</summary>
public static class PreviousBench
{
    private const double Target = 2;
    private const int Rounds = 2;

    private static readonly string[] Rows = ["received", "granted", "total"];

    /// <summary>做出两年的文件、各查几遍、清理。</summary>
    public static int Run(string[] args)
    {
        var count = args.Length > 0 && int.TryParse(args[0], CultureInfo.InvariantCulture, out var given) ? given : 10_000;
        if (!CommandLine.IsBuilt())
        {
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("gongkai-previous-").FullName;
        try
        {
            var (now, last) = (Path.Combine(folder, "now"), Path.Combine(folder, "last"));
            Write(now, count, 2023);
            Write(last, count, 2022);
            var alone = Best(now);
            var beside = Best(now, "--previous", last);
            var ratio = beside / alone;
            Console.WriteLine($"{count:N0} reports: {alone:F2} s alone ({count / alone:N0} a second), {beside:F2} s with last year beside them, {ratio:F2} times, target {Target:F0}: {(ratio <= Target ? "pass" : "FAIL")}");
            return ratio > Target && args.Contains("--gate") ? 1 : 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Best(string folder, params string[] more)
    {
        var best = double.MaxValue;
        for (var i = 0; i < Rounds; i++)
        {
            var run = CommandLine.Run("/dev/null", ["report", "check", folder, "--as-of", "2024-02-01", "--format", "json", .. more]);
            best = run.ExitCode is 0 or 1 ? Math.Min(best, run.Elapsed.TotalSeconds) : throw new InvalidOperationException($"Exit code {run.ExitCode}.");
        }

        return best;
    }

    // Every agency once a year; words and numbers differ.
    private static void Write(string folder, int count, int year)
    {
        for (var n = 0; n < count; n++)
        {
            var subfolder = Path.Combine(folder, (n / 1000).ToString("D4", CultureInfo.InvariantCulture));
            Directory.CreateDirectory(subfolder);
            var chance = new Chance((ulong)year, (ulong)n);
            var (received, licences) = (chance.Between(0, 40), chance.Between(0, 900));
            var said = string.Concat(Enumerable.Range(0, chance.Between(4, 24)).Select(_ => $"第{chance.Between(1, 4)}季度更新栏目{chance.Between(2, 90)}个，答复咨询{chance.Between(2, 900)}件，组织培训{chance.Between(1, 9)}次。"));
            File.WriteAllText(Path.Combine(subfolder, $"{n:D6}.txt"), Specimen.Print(new SpecimenChanges
            {
                Agency = $"清溪县第{n}应急管理局",
                Year = year,
                Cells =
                [
                    ("proactive.licensing.decisions", $"{licences}"),
                    .. Rows.SelectMany(row => new[] { ($"requests.{row}.person", $"{received}"), ($"requests.{row}.total", $"{received}") }),
                ],
                Replacements = [("各项公开工作有序开展。", $"各项公开工作有序开展。{said}")],
            }));
        }
    }
}
