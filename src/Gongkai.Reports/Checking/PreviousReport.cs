using Gongkai.Core.Reports;
using Gongkai.Reports.Checking.Likeness;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Checking;

/// <summary>上一年的一份报告里，与今年相比要用的部分：几十个数，两个部分的草图。大小与报告长短无关。</summary>
public sealed class PreviousReport
{
    private static readonly CellAddress[] Kept =
    [
        .. ReportForms.V2021[ReportTable.Requests].Columns.Select(c => new CellAddress(ReportTable.Requests, "carriedOut", c.Id)),
        .. ReportForms.V2021[ReportTable.Requests].Rows.Select(r => new CellAddress(ReportTable.Requests, r.Id, "total")),
        .. ReportForms.V2021[ReportTable.Proactive].Cells.Select(c => c.Address),
        .. ReportForms.V2021[ReportTable.Remedies].Cells.Where(c => c.Column.Id is "pending" or "total").Select(c => c.Address),
    ];

    private readonly decimal?[] _values;

    private PreviousReport(ReportReading report)
    {
        (File, Year, Form) = (report.File, report.Year!.Value, report.Form);
        _values = [.. Kept.Select(a => report[a.Table].Proof is TableProof.Absent ? null : report[a.Table][a.Row, a.Column].ForLinkage)];
        var text = report.Narrative;
        PartOne = TextSketch.Of(text, 1);
        PartFive = TextSketch.Of(text, 5);
        Problems = SentencePrints.Of(text, 5);
    }

    /// <summary>文件名。</summary>
    public string File { get; }

    /// <summary>报告年度。</summary>
    public int Year { get; }

    /// <summary>格式版本。</summary>
    public string Form { get; }

    /// <summary>第一部分的草图；太短时为 null。</summary>
    internal TextSketch? PartOne { get; }

    /// <summary>第五部分的草图；太短时为 null。</summary>
    internal TextSketch? PartFive { get; }

    /// <summary>第五部分各句的散列，按大小排列。</summary>
    internal uint[] Problems { get; }

    /// <summary>取一格的数，空格与横线作 0；没有读到、不能断定或不在所留的格里时为 null。</summary>
    public decimal? this[CellAddress cell] => Array.IndexOf(Kept, cell) is >= 0 and var at ? _values[at] : null;

    /// <summary>与另一份的数和文字都相同：同一份报告的两个副本。</summary>
    internal bool IsSameAs(PreviousReport other) => _values.AsSpan().SequenceEqual(other._values) && Problems.AsSpan().SequenceEqual(other.Problems);

    /// <summary>取一份报告中要用的部分；看不出年度的没有用处，为 null。</summary>
    public static PreviousReport? Of(ReportReading report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Year is null ? null : new PreviousReport(report);
    }
}
