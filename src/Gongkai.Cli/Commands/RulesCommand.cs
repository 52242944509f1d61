using System.Buffers;
using System.CommandLine;
using System.Text;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Writing;
using Gongkai.Reports.Writing.Json;
using Gongkai.Reports.Writing.Text;

namespace Gongkai.Cli.Commands;

/// <summary><c>gongkai rules</c>：列出检查规则。</summary>
internal static class RulesCommand
{
    /// <summary>建这个命令。</summary>
    public static Command Build(CliHost host)
    {
        var code = new Argument<string>("CODE") { Arity = ArgumentArity.ZeroOrOne };
        var format = new Option<string>("--format");
        var command = new Command("rules") { code, format };
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetValue(code);
            var rule = wanted is null ? null : RuleCatalogue.Find(wanted);
            if (wanted is not null && rule is null)
            {
                var known = string.Join("、", RuleCatalogue.All.Select(r => r.Code));
                return host.WrongUsage($"没有代号为 {wanted} 的规则。{(known.Length > 0 ? $"现有 {known}。" : "")}", "请看全部规则：./gongkai rules");
            }

            var rules = rule is null ? RuleCatalogue.All : [rule];
            switch (parsed.GetValue(format) ?? "text")
            {
                case "text":
                    return host.Write(rule is null ? List(rules) : Detail(rule));
                case "json":
                    var buffer = new ArrayBufferWriter<byte>();
                    RulesJson.Write(buffer, rules);
                    return host.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
                case "markdown":
                    return host.Write(RulesMarkdown.Write(rules));
                case var other:
                    return host.WrongUsage($"--format 只能是 text、json 或 markdown，不能是 {other}。", HelpText.Remedy(command));
            }
        });
        return command;
    }

    private static string List(IReadOnlyList<Rule> rules)
    {
        var width = rules.Select(r => DisplayWidth.Of(r.Title)).DefaultIfEmpty(0).Max();
        var output = new StringBuilder();
        foreach (var rule in rules)
        {
            output.AppendLine($"{rule.Code}  {ReportWords.Name(rule.Severity)}  {DisplayWidth.PadRight(rule.Title, width)}  {rule.Summary}");
        }

        return output.AppendLine($"共 {rules.Count} 条。看一条的依据和例子：./gongkai rules 代号").ToString();
    }

    private static string Detail(Rule rule)
    {
        var output = new StringBuilder();
        output.AppendLine($"{rule.Code}  {rule.Title}（{ReportWords.Name(rule.Severity)}）");
        output.AppendLine(rule.Summary);
        output.AppendLine($"依据：{rule.Basis}");
        output.Append(ReportWords.Scope(rule) is { Length: > 0 } scope ? $"适用：{scope}\n" : "");
        foreach (var example in rule.Examples.OrderBy(e => e.Fires))
        {
            output.AppendLine($"  {(example.Fires ? "✕ 不通过" : "✓ 通过")}  {example.Title}");
            foreach (var line in ExampleWords.Of(example))
            {
                output.AppendLine($"      {line.Replace("`", "", StringComparison.Ordinal)}");
            }
        }

        return output.ToString();
    }
}
