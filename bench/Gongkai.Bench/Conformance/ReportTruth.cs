using System.Diagnostics.CodeAnalysis;
using Gongkai.Core.Reports;

namespace Gongkai.Bench.Conformance;

/// <summary>一项可以不评判的答案：答案文件没写这个键，就不评判；写了 null，读者就必须说没有。</summary>
public readonly record struct Judged<T>(bool IsJudged, T? Value)
{
    /// <summary>不评判。</summary>
    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "The only value that needs no type argument spelled out.")]
    public static Judged<T> Not => default;
}

/// <summary>一份报告的答案。</summary>
public sealed class ReportTruth
{
    /// <summary>单位名称。</summary>
    public Judged<string> Agency { get; init; }

    /// <summary>单位的层级与类别。</summary>
    public Judged<AgencyLevel> Level { get; init; }

    /// <summary>报告年度。</summary>
    public Judged<int?> Year { get; init; }

    /// <summary>整份报告的格式版本。</summary>
    public Judged<string> Form { get; init; }

    /// <summary>各表的格式版本，按 <see cref="ReportTable"/> 的次序。</summary>
    public required IReadOnlyList<Judged<string>> Forms { get; init; }

    /// <summary>发布日期。</summary>
    public Judged<DateOnly?> PublishedOn { get; init; }

    /// <summary>落款日期。</summary>
    public Judged<DateOnly?> SignedOn { get; init; }

    /// <summary>读到的部分，按先后。</summary>
    public Judged<IReadOnlyList<int>> Sections { get; init; }

    /// <summary>三张表各格的答案，按 <see cref="ReportTable"/> 的次序。</summary>
    public required IReadOnlyList<TableTruth> Tables { get; init; }

    /// <summary>各表可以接受的结论，按 <see cref="ReportTable"/> 的次序。</summary>
    public required IReadOnlyList<Judged<IReadOnlyList<TableProof>>> Proof { get; init; }

    /// <summary>应当响的勾稽规则，各一次。</summary>
    public Judged<IReadOnlyList<string>> Findings { get; init; }

    /// <summary>唯一的改正建议。</summary>
    public Judged<Suggestion> Suggestion { get; init; }

    /// <summary>全部格的答案。</summary>
    public IEnumerable<CellTruth> Cells => Tables.SelectMany(t => t.Cells);
}

/// <summary>一张表各格的答案。</summary>
/// <param name="Form">按哪一版格式写的答案。</param>
/// <param name="Cells">各格，序号同 <see cref="FormTable.Cells"/>。</param>
public sealed record TableTruth(FormTable Form, IReadOnlyList<CellTruth> Cells);

/// <summary>一个案例的答案。</summary>
/// <param name="About">这个版式特别在哪里（英文一句）。</param>
/// <param name="Author">谁写的；<c>blind</c> 指没有看过读者代码的人。</param>
/// <param name="Reports">文件里的各份报告，按先后。</param>
public sealed record CaseTruth(string About, string Author, IReadOnlyList<ReportTruth> Reports)
{
    /// <summary>LibreOffice、Chromium 由它做的副本上，印着的与原件不同时的答案；没有不同时为 null。</summary>
    public CaseTruth? Copy { get; init; }

    /// <summary>这是副本的答案时，是哪些扩展名的副本；空的是全部。原件的答案为 null。</summary>
    public IReadOnlyList<string>? CopyOf { get; init; }

    /// <summary>写案例的人没有看过读者的代码。</summary>
    public bool IsBlind => Author == "blind";

    /// <summary>答案里非 0 的格数。</summary>
    public int NonZeroCells => Reports.SelectMany(r => r.Cells).Count(c => c.IsNonZero);

    /// <summary>答案里两位及以上的数的个数。</summary>
    public int LongNumbers => Reports.SelectMany(r => r.Cells).Count(c => c.IsNonZero && Math.Abs(c.Accepted[0].Value) >= 10);

    /// <summary>印出的数全是 0；一个数也没有印的（如图片）不算。</summary>
    public bool IsAllZero => NonZeroCells == 0 && Reports.SelectMany(r => r.Cells).Any(c => c.Accepted[0].State is CellState.Number);
}
