using System.CommandLine;
using System.CommandLine.Parsing;

namespace Gongkai.Cli;

/// <summary>用法错误的中文说法。库里的说法是英文的，且退出码 1 在这里另有含义。</summary>
internal static class Usage
{
    /// <summary>哪里不对；没有不对时为 null。</summary>
    public static string? ProblemOf(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (Strays(parsed).FirstOrDefault(t => t.StartsWith('-') && t.Length > 1) is { } option)
        {
            var near = Nearest(option, Names(parsed.CommandResult));
            return $"不认识的选项 {option}。{(near is null ? "" : $"是不是想写 {near}？")}";
        }

        if (command.Name is "check" or "sum" && Strays(parsed).Contains("-"))
        {
            return "不读标准输入，请写文件名。";
        }

        foreach (var error in parsed.Errors)
        {
            if (error.SymbolResult is OptionResult result)
            {
                return result.Tokens.Count == 0 ? $"选项 {result.Option.Name} 后面要写一个值。" : $"选项 {result.Option.Name} 只能写一次、写一个值。";
            }
        }

        if (parsed.UnmatchedTokens is [var first, ..])
        {
            var near = Nearest(first, command.Subcommands.Select(c => c.Name));
            return command.Subcommands.Count == 0
                ? $"多了一个参数 {first}。"
                : $"没有 {first} 这个命令。{(near is null ? "" : $"是不是想写 {near}？")}";
        }

        // 上面没有说到的错误，只可能是少了命令：由调用者印出帮助。
        return null;
    }

    // 库把不认识的选项当作文件名收下，这里挑出来；“--”之后的本来就是文件名。
    private static IEnumerable<string> Strays(ParseResult parsed)
    {
        var before = parsed.Tokens.TakeWhile(t => t.Type != TokenType.DoubleDash).Select(t => t.Value).ToHashSet(StringComparer.Ordinal);
        return parsed.UnmatchedTokens.Concat(parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).Select(t => t.Value)).Where(before.Contains);
    }

    private static IEnumerable<string> Names(CommandResult command) =>
        command.Command.Options.SelectMany(o => o.Aliases.Append(o.Name)).Append("--help").Where(n => n.StartsWith("--", StringComparison.Ordinal));

    /// <summary>最像的名字，差两个字母以内；没有时为 null。</summary>
    internal static string? Nearest(string word, IEnumerable<string> names)
    {
        var nearest = names.Select(name => (Name: name, Distance: Distance(word.Split('=')[0], name))).OrderBy(n => n.Distance).FirstOrDefault();
        return nearest.Distance <= 2 ? nearest.Name : null;
    }

    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
