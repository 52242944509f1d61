using Gongkai.Core.Reports;
using Gongkai.WebKit;

namespace Gongkai.Workbench.Checks;

/// <summary>一条的结论：语气，和几个字的说法。</summary>
/// <param name="Tone">语气。</param>
/// <param name="Words">如「3 处错误 · 1 处警告」。</param>
public sealed record Verdict(Tone Tone, string Words)
{
    /// <summary>由一条结果得出结论。</summary>
    public static Verdict Of(CheckEntry entry)
    {
        if (entry.Report is not { } report)
        {
            return new Verdict(Tone.Quiet, "读不了");
        }

        var errors = report.Findings.Count(f => f.Severity >= Severity.Error);
        var warnings = report.Findings.Count(f => f.Severity is Severity.Warning);
        var unread = report.Reading.Tables.Count(t => t.Proof is TableProof.Ambiguous or TableProof.Partial or TableProof.Unreadable or TableProof.Absent);
        string[] words =
        [
            .. errors > 0 ? [$"{errors} 处错误"] : Array.Empty<string>(),
            .. warnings > 0 ? [$"{warnings} 处警告"] : Array.Empty<string>(),
            .. unread > 0 ? [$"{unread} 张表没读全"] : Array.Empty<string>(),
        ];
        var tone = (errors, warnings, unread) switch
        {
            ( > 0, _, _) => Tone.Wrong,
            (_, > 0, _) => Tone.Caution,
            (_, _, > 0) => Tone.Unsure,
            _ => Tone.Good,
        };
        return new Verdict(tone, words.Length == 0 ? "没有发现问题" : string.Join(" · ", words));
    }
}
