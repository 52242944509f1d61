using Gongkai.Bench.Conformance;

namespace Gongkai.Bench.Checks;

/// <summary><c>Gongkai.Bench checks [RULE|THEME/CASE…] [--details]</c>：查完检查案例，按规则印出查全与冤枉。</summary>
public static class ChecksCommand
{
    /// <summary>运行；有一处错误以上的冤枉时返回 1。</summary>
    public static int Run(string[] args)
    {
        string[] wanted = [.. args.Where(a => !a.StartsWith("--", StringComparison.Ordinal))];
        CheckScore[] scores = [.. CheckCase.LoadAll(ConformanceSuite.RepositoryRoot(AppContext.BaseDirectory)).Select(CheckScore.Of)];
        if (args.Contains("--details") || wanted.Length > 0)
        {
            foreach (var (score, mistake) in scores.SelectMany(s => s.Mistakes, (s, m) => (s, m)))
            {
                if (wanted.Length == 0 || wanted.Any(w => w == mistake.Rule || score.Case.Id.StartsWith(w, StringComparison.Ordinal)))
                {
                    Console.WriteLine($"{score.Case.Id}: {mistake.Words}");
                }
            }
        }

        Console.Write(RuleScoreTable.Text(scores));
        Console.WriteLine($"{scores.Count(s => s.Mistakes.Count == 0)} of {scores.Length} cases right");
        return scores.Any(s => s.FalseErrors.Any()) ? 1 : 0;
    }
}
