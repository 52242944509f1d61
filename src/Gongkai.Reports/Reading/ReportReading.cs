using Gongkai.Core.Reports;
using Gongkai.Reports.Reading.Facts;
using Gongkai.Reports.Reading.Narrative;
using Gongkai.Reports.Reading.Tables;

namespace Gongkai.Reports.Reading;

/// <summary>读者说明：版式要求做了什么（丢弃游离的数、移行、拆分粘连的数……）。说的是读法，不是源文件的对错。</summary>
/// <param name="Code">代号，如 <c>RD03</c>；见 <see cref="ReaderNotes"/>。</param>
/// <param name="Message">给人看的中文。</param>
/// <param name="Cells">涉及的格；整篇的说明为空。</param>
public sealed record ReaderNote(string Code, string Message, IReadOnlyList<CellAddress> Cells);

/// <summary>报告的一个部分。</summary>
/// <param name="Number">第几部分，1 至 6。</param>
/// <param name="Heading">印出的标题。</param>
/// <param name="Place">标题所在。</param>
public sealed record ReportSection(int Number, string Heading, Place Place);

/// <summary>一份年度报告的读数。</summary>
public sealed class ReportReading
{
    private NarrativeText? _narrative;

    /// <summary>文件名，如调用者所给。</summary>
    public required string File { get; init; }

    /// <summary>同一文件中的第几份，自 0 起。</summary>
    public required int Index { get; init; }

    /// <summary>单位名称；看不出时为 null。</summary>
    public string? Agency { get; init; }

    /// <summary>单位的层级与类别。</summary>
    public AgencyLevel Level { get; init; }

    /// <summary>报告年度；看不出时为 null。</summary>
    public int? Year { get; init; }

    /// <summary>印出的发布日期；没有时为 null。</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>落款日期；没有时为 null。</summary>
    public DateOnly? SignedOn { get; init; }

    /// <summary>各部分，按印出的先后。</summary>
    public IReadOnlyList<ReportSection> Sections { get; init; } = [];

    /// <summary>三张表，按 <see cref="ReportTable"/> 的次序。</summary>
    public required IReadOnlyList<TableReading> Tables { get; init; }

    /// <summary>读者说明。</summary>
    public IReadOnlyList<ReaderNote> Notes { get; init; } = [];

    /// <summary>正文：标题、引言与六个部分的文字，统计表除外。要看时才取。</summary>
    public NarrativeText Narrative => _narrative ??= NarrativeSource?.Invoke() ?? NarrativeText.Empty;

    /// <summary>网页里不显示、但搜索引擎看得见的字；没有时为 null。</summary>
    internal string? Unseen { get; init; }

    /// <summary>取正文的办法。</summary>
    internal Func<NarrativeText>? NarrativeSource { get; set; }

    /// <summary>不带正文的一份：正文连着整个源文件的文字，要长久放在内存里的结果用不着它。</summary>
    public ReportReading WithoutText()
    {
        var bare = (ReportReading)MemberwiseClone();
        (bare._narrative, bare.NarrativeSource, bare.Flat) = (NarrativeText.Empty, null, null);
        return bare;
    }

    /// <summary>摊平的全文；不是从文件读来的报告没有。</summary>
    internal FlatText? Flat { get; set; }

    /// <summary>这一份在 <see cref="Flat"/> 中的范围与各部分的标题。</summary>
    internal ReportSpan Span { get; init; }

    /// <summary>三张表里与官方写法不同的标签，按 <see cref="ReportTable"/> 的次序。</summary>
    internal IReadOnlyList<IReadOnlyList<OddLabel>> OddLabels { get; init; } = [];

    /// <summary>表三里与同组的行没有对齐的行的标识。</summary>
    internal IReadOnlyList<string> UnevenRows { get; init; } = [];

    /// <summary>表三里印在分组标签后面的孤零零的数。</summary>
    internal IReadOnlyList<StrayNumber> Strays { get; init; } = [];

    /// <summary>与另一份是同一份报告的两个副本：单位、年度和三张表的读数都相同，并且至少读到了一张表。</summary>
    public bool IsCopyOf(ReportReading other) =>
        Agency is not null && Agency == other.Agency && Year == other.Year
        && Tables.Any(t => t.Proof is not (TableProof.Absent or TableProof.Unreadable))
        && Tables.Zip(other.Tables).All(p => SaysTheSame(p.First, p.Second));

    /// <summary>取一张表。</summary>
    public TableReading this[ReportTable table] => Tables[(int)table];

    /// <summary>整份报告的格式版本：表三的版本，没有表三时取表二。</summary>
    public string Form => this[ReportTable.Requests].Proof is TableProof.Absent
        ? this[ReportTable.Proactive].Form.Form
        : this[ReportTable.Requests].Form.Form;

    // The state and value of every cell, wherever and however it is printed.
    private static bool SaysTheSame(TableReading one, TableReading other) =>
        ReferenceEquals(one.Form, other.Form)
        && one.Cells.Zip(other.Cells).All(c =>
            c.First.State == c.Second.State && c.First.Value == c.Second.Value && (c.First.Candidates ?? []).SequenceEqual(c.Second.Candidates ?? []));
}

/// <summary>一个文件读不了的原因。</summary>
/// <param name="Code">代号，如 <c>file.tooLarge</c>。</param>
/// <param name="Message">给人看的中文：哪里不行，怎么办。</param>
public sealed record ReadError(string Code, string Message);

/// <summary>读一个文件的结果：若干份报告，或读不了的原因。</summary>
/// <param name="File">文件名。</param>
/// <param name="Reports">读出的报告；读不了时为空。</param>
/// <param name="Error">读不了的原因；读得了时为 null。</param>
public sealed record FileReading(string File, IReadOnlyList<ReportReading> Reports, ReadError? Error);
