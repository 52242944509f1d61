using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Writing;
using Gongkai.WebKit;

namespace Gongkai.Workbench.Checks;

/// <summary>一条的结论：属于哪一类，几个字的说法。一条恰属一类，所以各类的条数加起来就是总数。</summary>
/// <param name="Kind">哪一类。</param>
/// <param name="Words">如「3 处错误 · 1 处警告」。</param>
public sealed record Verdict(VerdictKind Kind, string Words)
{
    /// <summary>语气。</summary>
    public Tone Tone => Kind.Tone;

    /// <summary>由一份报告得出结论；读不了的文件传 null。</summary>
    public static Verdict Of(CheckedReport? report)
    {
        if (report is null)
        {
            return new Verdict(VerdictKind.Unreadable, "读不了");
        }

        // 几条规则说的是同一处改动，算一处：与右边的卡片数得一样。
        var groups = FindingGroup.Of(report.Findings);
        var errors = groups.Count(f => f.Severity >= Severity.Error);
        var warnings = groups.Count(f => f.Severity is Severity.Warning);
        var unread = report.Reading.Tables.Count(t => t.Proof is TableProof.Ambiguous or TableProof.Partial or TableProof.Unreadable or TableProof.Absent);
        string[] words =
        [
            .. errors > 0 ? [$"{errors} 处错误"] : Array.Empty<string>(),
            .. warnings > 0 ? [$"{warnings} 处警告"] : Array.Empty<string>(),
            .. unread > 0 ? [$"{unread} 张表没读全"] : Array.Empty<string>(),
        ];
        var kind = (errors, warnings, unread) switch
        {
            ( > 0, _, _) => VerdictKind.Wrong,
            (_, > 0, _) => VerdictKind.Caution,
            (_, _, > 0) => VerdictKind.Unsure,
            _ => VerdictKind.Good,
        };
        return new Verdict(kind, words.Length == 0 ? "没有发现问题" : string.Join(" · ", words));
    }
}

/// <summary>结论的一类。</summary>
/// <param name="Key">地址里的写法，如 <c>error</c>。</param>
/// <param name="Name">筛选条上的说法，如「有错误」。</param>
/// <param name="Counted">汇总里数的时候的说法，接在数后，如「份有错误」。</param>
/// <param name="Tone">语气。</param>
public sealed record VerdictKind(string Key, string Name, string Counted, Tone Tone)
{
    /// <summary>有错误。</summary>
    public static readonly VerdictKind Wrong = new("error", "有错误", "份有错误", Tone.Wrong);

    /// <summary>没有错误，有警告。</summary>
    public static readonly VerdictKind Caution = new("warning", "有警告", "份有警告", Tone.Caution);

    /// <summary>没有问题，但有表没有读全。</summary>
    public static readonly VerdictKind Unsure = new("partial", "没读全", "份没读全", Tone.Unsure);

    /// <summary>没有发现问题。</summary>
    public static readonly VerdictKind Good = new("good", "没有问题", "份没有发现问题", Tone.Good);

    /// <summary>读不了。</summary>
    public static readonly VerdictKind Unreadable = new("unread", "读不了", "个文件读不了", Tone.Quiet);

    /// <summary>各类，重的在前。</summary>
    public static IReadOnlyList<VerdictKind> All { get; } = [Wrong, Caution, Unsure, Good, Unreadable];
}
