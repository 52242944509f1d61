using System.Text;
using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;

namespace Gongkai.Bench.Checks;

/// <summary>按规则汇总：该查出几处、查出几处、冤枉几处。</summary>
public static class RuleScoreTable
{
    private static readonly string[] Head = ["rule", "asked for", "found", "recall", "false errors", "false warnings", "false hints"];

    /// <summary>一行一条规则，末行合计；各格以制表符分开。</summary>
    public static string Text(IReadOnlyList<CheckScore> scores) =>
        string.Concat(Rows(scores).Prepend(Head).Select(row => string.Join('\t', row) + "\n"));

    /// <summary>docs/conformance.md 里的一节。</summary>
    public static string Markdown(IReadOnlyList<CheckScore> scores)
    {
        var text = new StringBuilder();
        text.Append("\n## Rules\n\n");
        text.Append($"{scores.Count} cases in `tests/cases/checks/<theme>/`, {scores.Count(s => s.Case.Author == "blind")} of them by people who had not read the rules' code; {scores.Count(s => s.Case.IsFaultless)} are faultless.\n");
        text.Append("A finding that its case neither asks for nor allows is a false accusation.\n");
        text.Append($"False accusations of severity error or critical: {scores.Sum(s => s.FalseErrors.Count())}, on faultless reports: {scores.Where(s => s.Case.IsFaultless).Sum(s => s.FalseErrors.Count())}.\n\n");
        foreach (var row in new[] { Head, ["---", .. Enumerable.Repeat("---:", Head.Length - 1)] }.Concat(Rows(scores)))
        {
            text.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        }

        text.Append("\n### Cases with rule truths\n\n");
        foreach (var theme in scores.GroupBy(s => s.Case.Theme))
        {
            text.Append($"- {theme.Key}: {theme.Count(s => s.Mistakes.Count == 0)} of {theme.Count()} right\n");
        }

        return text.ToString();
    }

    private static IEnumerable<string[]> Rows(IReadOnlyList<CheckScore> scores)
    {
        var codes = RuleCatalogue.All.Select(r => r.Code)
            .Concat(scores.SelectMany(s => s.Case.Reports).SelectMany(r => r.Must).Select(m => m.Rule))
            .Distinct()
            .Order(StringComparer.Ordinal);
        return codes.Select(code => Row(code, scores, rule => rule == code)).Append(Row("all rules", scores, _ => true));
    }

    private static string[] Row(string name, IReadOnlyList<CheckScore> scores, Predicate<string> isIt)
    {
        var asked = scores.SelectMany(s => s.Case.Reports).SelectMany(r => r.Must).Count(m => isIt(m.Rule));
        var found = scores.SelectMany(s => s.Found).Count(r => isIt(r));
        CheckMistake[] wrong = [.. scores.SelectMany(s => s.Mistakes).Where(m => m.IsFalse && isIt(m.Rule))];
        return
        [
            name,
            $"{asked}",
            $"{found}",
            asked == 0 ? "" : $"{100.0 * found / asked:F0} %",
            $"{wrong.Count(m => m.Severity >= Severity.Error)}",
            $"{wrong.Count(m => m.Severity is Severity.Warning)}",
            $"{wrong.Count(m => m.Severity is Severity.Info)}",
        ];
    }
}
