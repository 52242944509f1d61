using Gongkai.Core.Reports;
using Gongkai.Reports.Checking.Structure;

namespace Gongkai.Reports.Checking.Rules;

/// <summary>地区另外的要求：总体情况的字数、应写的数。全国没有这些要求，不选地区就不查。</summary>
internal static class RegionRules
{
    private const string Enough = "2023年，本机关通过门户网站和公众号发布信息120条，解读政策3件，回应留言8条，公开重点领域信息15条；现行有效行政规范性文件0件；维护专栏2个。依申请公开渠道畅通；坚持先审查后公开；组织培训2次。";

    public static IReadOnlyList<Rule> All { get; } =
    [
        new Rule
        {
            Code = "R01",
            Title = "超过地区规定的字数",
            Basis = "所选地区的规定（data/regions 的 mostLettersOfPartOne）",
            Severity = Severity.Warning,
            Summary = "第一部分的字数超过所选地区的规定；超出不到一成的不说。",
            Examples =
            [
                new("没有超过", false) { Report = new() { Sections = [(1, Enough)] }, Region = "wuwei" },
                new("全国没有限制", false) { Report = new() { Sections = [(1, Long())] } },
                new("第一部分写了一千多字", true) { Report = new() { Sections = [(1, Long())] }, Region = "wuwei" },
            ],
            Check = CheckLength,
        },
        new Rule
        {
            Code = "R02",
            Title = "缺地区要求的数",
            Basis = "所选地区的规定（data/regions 的 requiredFigures）",
            Severity = Severity.Warning,
            Summary = "第一部分没有写所选地区要求写出的数：要求的词与一个数（年份、日期不算）连着，就算写了。",
            Examples =
            [
                new("各个数都写了", false) { Report = new() { Sections = [(1, Enough)] }, Region = "wuwei" },
                new("全国没有要求", false) { Report = new() { Cells = [("proactive.licensing.decisions", "3")] } },
                new("没有写解读的数量", true) { Report = new() { Sections = [(1, Enough.Replace("解读政策3件，", "及时解读政策。", StringComparison.Ordinal))] }, Region = "wuwei" },
            ],
            Check = CheckFigures,
        },
    ];

    private static string Long() => string.Concat(Enumerable.Repeat(Enough, 13));

    private static void CheckLength(Rule rule, CheckContext context)
    {
        if (context.Region.MostLettersOfPartOne is not { } most)
        {
            return;
        }

        var (start, end) = StructureWords.Body(context.Text, 1);
        if (end - start > most + (most / 10))
        {
            context.Find(rule, $"第一部分约 {end - start} 字，{context.Region.Name}规定原则上不超过 {most} 字（{context.Region.Source}）。请精简。", quotes: ReportQuotes.Heading(context, 1));
        }
    }

    private static void CheckFigures(Rule rule, CheckContext context)
    {
        var (start, end) = StructureWords.Body(context.Text, 1);
        if (end == 0 || context.Region.RequiredFigures.Count == 0)
        {
            return;
        }

        var missing = context.Region.RequiredFigures.Where(f => !Says(context, start, end, f)).Select(f => f.Name).ToList();
        if (missing.Count > 0)
        {
            context.Find(rule, $"第一部分没有写{context.Region.Name}要求的数：{string.Join("；", missing)}（{context.Region.Source}）。请补写；没有的写 0。", quotes: ReportQuotes.Heading(context, 1));
        }
    }

    private static bool Says(CheckContext context, int start, int end, RequiredFigure figure)
    {
        foreach (var sentence in context.Text.SentenceSpan)
        {
            if (sentence.Start < start || sentence.End > end)
            {
                continue;
            }

            var words = context.Text.Letters.AsSpan(sentence.Start, sentence.End - sentence.Start);
            foreach (var word in figure.AnyOf)
            {
                if (words.IndexOf(word) is var at and >= 0 && HasCount(Around(words, at)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // “发布政策解读，共12篇”: the clause of the word, and the one after it.
    private static ReadOnlySpan<char> Around(ReadOnlySpan<char> sentence, int at)
    {
        var start = sentence[..at].LastIndexOf(',') + 1;
        var next = sentence[at..].IndexOf(',');
        if (next < 0)
        {
            return sentence[start..];
        }

        var end = at + next + 1;
        var after = sentence[end..].IndexOf(',');
        return sentence[start..(after < 0 ? sentence.Length : end + after)];
    }

    private static bool HasCount(ReadOnlySpan<char> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!char.IsAsciiDigit(words[i]))
            {
                continue;
            }

            while (i < words.Length && char.IsAsciiDigit(words[i]))
            {
                i++;
            }

            if (i < words.Length && words[i] is not ('年' or '月' or '日' or '号' or '时' or ')'))
            {
                return true;
            }
        }

        foreach (var word in (ReadOnlySpan<string>)["未", "没有", "无"])
        {
            if (words.IndexOf(word) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
