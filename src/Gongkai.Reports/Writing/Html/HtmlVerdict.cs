using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;

namespace Gongkai.Reports.Writing.Html;

/// <summary>一份报告（或读不了的文件）的结论：语气、符号、几个字。</summary>
/// <param name="Tone">样式与筛选用的名字：wrong、caution、unsure、good、quiet。</param>
/// <param name="Symbol">符号。</param>
/// <param name="Words">如「3 处错误 · 1 处警告」。</param>
internal readonly record struct HtmlVerdict(string Tone, string Symbol, string Words)
{
    /// <summary>读不了。</summary>
    public static readonly HtmlVerdict Unreadable = new("quiet", "▨", "读不了");

    /// <summary>各种语气，连同筛选时的说法。</summary>
    public static IReadOnlyList<(string Tone, string Symbol, string Words)> Tones { get; } =
        [("wrong", "✕", "有错误"), ("caution", "!", "有警告"), ("unsure", "?", "没读全"), ("good", "✓", "没有问题"), ("quiet", "▨", "读不了")];

    /// <summary>由并好的问题得出结论。</summary>
    public static HtmlVerdict Of(CheckedReport report, IReadOnlyList<FindingGroup> groups)
    {
        var critical = groups.Count(g => g.Severity is Severity.Critical);
        var errors = groups.Count(g => g.Severity is Severity.Error);
        var warnings = groups.Count(g => g.Severity is Severity.Warning);
        var unread = report.Reading.Tables.Count(t => t.Proof is TableProof.Ambiguous or TableProof.Partial or TableProof.Unreadable or TableProof.Absent);
        List<string> words = [];
        Add(critical, "处严重");
        Add(errors, "处错误");
        Add(warnings, "处警告");
        Add(unread, "张表没读全");
        var tone = Tones[critical + errors > 0 ? 0 : warnings > 0 ? 1 : unread > 0 ? 2 : 3];
        return new HtmlVerdict(tone.Tone, critical > 0 ? ReportWords.Symbol(Severity.Critical) : tone.Symbol, words.Count == 0 ? "没有发现问题" : string.Join(" · ", words));

        void Add(int count, string unit)
        {
            if (count > 0)
            {
                words.Add($"{count} {unit}");
            }
        }
    }

    /// <summary>轻重的语气。</summary>
    public static string ToneOf(Severity severity) => severity switch
    {
        Severity.Critical or Severity.Error => "wrong",
        Severity.Warning => "caution",
        _ => "quiet",
    };

    /// <summary>一张表读得怎样的语气与符号。</summary>
    public static (string Tone, string Symbol) ToneOf(TableProof proof) => proof switch
    {
        TableProof.Consistent or TableProof.Proved => ("good", "✓"),
        TableProof.Inconsistent => ("wrong", "✕"),
        TableProof.Ambiguous => ("unsure", "?"),
        TableProof.Unchecked => ("quiet", "i"),
        TableProof.Partial or TableProof.Absent => ("caution", "!"),
        _ => ("quiet", "▨"),
    };
}
