using Gongkai.Core.Reports;
using Gongkai.Reports.Checking.Likeness;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Checking.Batches;

/// <summary>一份报告在整批里相比要用的部分，大小一定。由检查这份报告的线程算好。</summary>
internal sealed class BatchPrint
{
    private BatchPrint(ReportReading report, CheckContext context)
    {
        Member = new BatchMember(report.File, report.Index, report.Agency);
        (Agency, Year) = (report.Agency ?? "", report.Year);
        (PartOne, PartFive) = (context.Sketch(1), context.Sketch(5));
        Kind = AgencyKinds.Of(report.Agency);
        Decisions = Sum(report[ReportTable.Proactive]);
    }

    public BatchMember Member { get; }

    public string Agency { get; }

    public int? Year { get; }

    public TextSketch? PartOne { get; }

    public TextSketch? PartFive { get; }

    /// <summary>职能；看不出时为 null。</summary>
    public AgencyKind? Kind { get; }

    /// <summary>许可、处罚、强制的处理决定之和；有一格不知道时为 null。</summary>
    public decimal? Decisions { get; }

    public static BatchPrint Of(CheckContext context) => new(context.Report, context);

    private static decimal? Sum(TableReading table)
    {
        var sum = 0m;
        foreach (var cell in table.Form.Cells)
        {
            if (cell.Column.Id is "decisions")
            {
                if (table.Cells[cell.Index].ForLinkage is not { } value)
                {
                    return null;
                }

                sum += value;
            }
        }

        return sum;
    }
}
