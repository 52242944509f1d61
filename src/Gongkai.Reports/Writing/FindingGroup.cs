using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Writing;

/// <summary>
/// 说的是同一处的几条问题：改正建议一模一样的并成一条。一格错了，它所在的行、列各破一处，规则响几次，改的却只有一处。
/// </summary>
public sealed class FindingGroup
{
    private FindingGroup(IReadOnlyList<Finding> findings)
    {
        Findings = findings;
        Severity = findings.Max(f => f.Severity);
        Codes = [.. findings.Select(f => f.Rule).Distinct()];
        Cells = [.. findings.SelectMany(f => f.Cells).Except(Suggestions.Select(s => s.Cell)).Distinct()];
        Quotes = [.. findings.SelectMany(f => f.Quotes).Distinct()];
        (Sentences, Advice) = Divide([.. findings.Select(f => f.Message).Distinct()]);
        Part = PartOf(findings);
    }

    /// <summary>各条问题，照原来的次序。</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>最重的轻重。</summary>
    public Severity Severity { get; }

    /// <summary>规则代号，不重复。</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>共同的改正建议。</summary>
    public IReadOnlyList<Suggestion> Suggestions => Findings[0].Suggestions;

    /// <summary>涉及的格，不含建议改的那几格。</summary>
    public IReadOnlyList<CellAddress> Cells { get; }

    /// <summary>引的原文，不重复。</summary>
    public IReadOnlyList<Quote> Quotes { get; }

    /// <summary>各条说的是什么；不含几条末尾相同的话。</summary>
    public IReadOnlyList<string> Sentences { get; }

    /// <summary>几条末尾相同的话，多是怎么改；只有一条时为空串。</summary>
    public string Advice { get; }

    /// <summary>在报告的第几部分，1 至 6；不在哪一部分时为 null。</summary>
    public int? Part { get; }

    /// <summary>各条规则的依据，不重复。</summary>
    public IEnumerable<string> Bases => Codes.Select(c => RuleCatalogue.Find(c)?.Basis ?? "").Where(b => b.Length > 0).Distinct();

    /// <summary>并成若干条：重的在前，同样轻重的照原来的次序。</summary>
    public static IReadOnlyList<FindingGroup> Of(IReadOnlyList<Finding> findings)
    {
        List<List<Finding>> groups = [];
        Dictionary<string, List<Finding>> bySuggestion = new(StringComparer.Ordinal);
        foreach (var finding in findings)
        {
            var key = finding.Suggestions.Count == 0
                ? null
                : string.Join(' ', finding.Suggestions.Select(s => $"{s.Cell}={ReportWords.Number(s.Value)}"));
            if (key is not null && bySuggestion.TryGetValue(key, out var same))
            {
                same.Add(finding);
                continue;
            }

            List<Finding> group = [finding];
            groups.Add(group);
            if (key is not null)
            {
                bySuggestion.Add(key, group);
            }
        }

        return [.. groups.Select(g => new FindingGroup(g)).OrderByDescending(g => g.Severity)];
    }

    /// <summary>一格给人看的名字，如「（七）总计·自然人」；格式里没有的写地址。</summary>
    public static string NameOf(ReportReading reading, CellAddress cell) =>
        reading[cell.Table].Form.Find(cell.Row, cell.Column)?.Name ?? DisplayText.Clean(cell.ToString(), 80);

    /// <summary>引文在哪里，如「第一部分 · 第 12 行第 3 列」；没有位置时为空串。</summary>
    public static string Where(Quote quote)
    {
        var part = quote.Section is { } section and >= 1 and <= 6 ? PartName(section) : "";
        var place = quote.Place.ToString();
        return part.Length > 0 && place.Length > 0 ? $"{part} · {place}" : part + place;
    }

    /// <summary>如「第三部分」。</summary>
    public static string PartName(int part) => $"第{"一二三四五六"[part - 1]}部分";

    /// <summary>按句拆开，几条末尾相同的句子只留一份。</summary>
    private static (IReadOnlyList<string> Sentences, string Advice) Divide(string[] messages)
    {
        if (messages.Length < 2)
        {
            return (messages, "");
        }

        var tail = 0;
        var shortest = messages.Min(m => m.Length);
        for (var length = 1; length < shortest && messages.All(m => m[^length] == messages[0][^length]); length++)
        {
            if (messages[0][^(length + 1)] == '。')
            {
                tail = length;
            }
        }

        return tail == 0 ? (messages, "") : ([.. messages.Select(m => m[..^tail])], messages[0][^tail..]);
    }

    private static int? PartOf(IReadOnlyList<Finding> findings) =>
        findings.SelectMany(f => f.Suggestions.Select(s => s.Cell).Concat(f.Cells)).Select(c => (int?)c.Table + 2)
            .Concat(findings.SelectMany(f => f.Quotes).Select(q => q.Section is >= 1 and <= 6 ? q.Section : null))
            .FirstOrDefault(p => p is not null);
}
