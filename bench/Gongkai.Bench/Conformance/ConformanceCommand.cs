using Gongkai.Bench.Checks;

namespace Gongkai.Bench.Conformance;

/// <summary><c>Gongkai.Bench conformance [--write PATH] [--details] [--copies FOLDER]</c>：读完整个测试集，按版式印出得分。<c>--copies</c>：改读那个文件夹里由案例转成的 pdf、doc（版式/案例.pdf，由 <c>copies</c> 做成），<c>--write</c> 写它们的得分。</summary>
public static class ConformanceCommand
{
    private const string Usage = "usage: Gongkai.Bench conformance [--write PATH] [--details] [--copies FOLDER]";

    /// <summary>运行；有一处断言了错的数或有一个案例不全对时返回 1，用法不对返回 64。</summary>
    public static int Run(string[] args)
    {
        string? write = null;
        string? copies = null;
        var details = false;
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--write" when i + 1 < args.Length:
                    write = args[++i];
                    break;
                case "--copies" when i + 1 < args.Length:
                    copies = args[++i];
                    break;
                case "--details":
                    details = true;
                    break;
                default:
                    Console.Error.WriteLine(Usage);
                    return 64;
            }
        }

        var folder = ConformanceSuite.Folder(ConformanceSuite.RepositoryRoot(AppContext.BaseDirectory));
        CaseScore[] scores = [.. Cases(folder, copies).Select(c => c.Score())];
        Console.Write(ScoreTable.Text(scores));
        foreach (var mistake in scores.SelectMany(s => s.Mistakes.Take(details ? int.MaxValue : 3), (s, m) => $"{s.Case.Id}: {m}"))
        {
            Console.WriteLine(mistake);
        }

        if (write is not null)
        {
            if (copies is not null)
            {
                File.WriteAllText(write, CopyTable.Markdown(scores));
                return scores.All(s => s.Mistakes.Count == 0) ? 0 : 1;
            }

            CheckScore[] checks = [.. CheckCase.LoadAll(ConformanceSuite.RepositoryRoot(AppContext.BaseDirectory)).Select(CheckScore.Of)];
            File.WriteAllText(write, ScoreTable.Markdown(scores) + RuleScoreTable.Markdown(checks));
        }

        return scores.All(s => s.Mistakes.Count == 0) ? 0 : 1;
    }

    private static IEnumerable<ConformanceCase> Cases(string folder, string? copies) =>
        copies is null ? ConformanceSuite.LoadAll(folder) : ConformanceSuite.Copies(copies).Select(c => ConformanceSuite.LoadCopy(c, folder));
}
