using System.Globalization;
using System.Text;
using Gongkai.Reports.Writing;

namespace Gongkai.Reports.Checking;

/// <summary>规则目录写成 Markdown，即 <c>docs/rules.md</c> 的全文。</summary>
public static class RulesMarkdown
{
    /// <summary>写全部规则。</summary>
    public static string Write(IReadOnlyList<Rule> rules)
    {
        var output = new StringBuilder();
        output.Append("# 检查规则\n\n");
        output.Append("由规则目录生成：`./gongkai rules --format markdown`。代号不改义、不重用。例子是在一份虚构机关的、挑不出错的范本（2023 年度）上改几处，每个都是一个测试。\n\n");
        output.Append("| 代号 | 名称 | 轻重 | 依据 |\n|---|---|---|---|\n");
        foreach (var rule in rules)
        {
            output.Append(CultureInfo.InvariantCulture, $"| [{rule.Code}](#{rule.Code.ToLowerInvariant()}) | {Cell(rule.Title)} | {ReportWords.Name(rule.Severity)} | {Cell(rule.Basis)} |\n");
        }

        foreach (var rule in rules)
        {
            WriteRule(output, rule);
        }

        return output.ToString();
    }

    private static void WriteRule(StringBuilder output, Rule rule)
    {
        output.Append(CultureInfo.InvariantCulture, $"\n<a id=\"{rule.Code.ToLowerInvariant()}\"></a>\n## {rule.Code} {rule.Title}\n\n{rule.Summary}\n\n");
        output.Append(CultureInfo.InvariantCulture, $"- 依据：{rule.Basis}\n- 轻重：{ReportWords.Name(rule.Severity)}\n");
        if (ReportWords.Scope(rule) is { Length: > 0 } scope)
        {
            output.Append(CultureInfo.InvariantCulture, $"- 适用：{scope}\n");
        }

        WriteExamples(output, "通过的例子", rule.Examples.Where(e => !e.Fires));
        WriteExamples(output, "不通过的例子", rule.Examples.Where(e => e.Fires));
    }

    private static void WriteExamples(StringBuilder output, string heading, IEnumerable<RuleExample> examples)
    {
        var first = true;
        foreach (var example in examples)
        {
            output.Append(first ? $"\n{heading}：\n\n" : "");
            first = false;
            output.Append("- ").Append(example.Title).Append('\n');
            foreach (var line in ExampleWords.Of(example))
            {
                output.Append("  - ").Append(line).Append('\n');
            }
        }
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
