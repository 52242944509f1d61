using Gongkai.Core.Reports;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Checking.Claims;

/// <summary>表里几格之和可以是多少：从格读数看，把握不住的格给出上下限。</summary>
internal readonly struct TableValues(ReportReading report)
{
    private const decimal Boundless = 1e15m;

    /// <summary>一种说法的上下限；这版格式没有其中的格、或没有这张表时为 null。</summary>
    /// <param name="id">哪张表。</param>
    /// <param name="sum">哪些格。</param>
    /// <param name="isPrinted">只看各格自己印的；否则总计一格还要看它的各项。</param>
    public (decimal Low, decimal High)? Of(ReportTable id, CellSum sum, bool isPrinted = false)
    {
        var table = report[id];
        if (table.Proof is TableProof.Absent or TableProof.Unreadable)
        {
            return null;
        }

        var (low, high) = (0m, 0m);
        foreach (var (row, column, sign) in sum.Terms)
        {
            if (table.Form.Find(row, column) is not { } cell)
            {
                return null;
            }

            var (least, most) = isPrinted ? Own(table.Cells[cell.Index]) : Range(table, cell);
            (low, high) = sign > 0 ? (low + least, high + most) : (low - most, high - least);
        }

        return (low, Math.Min(high, Boundless));
    }

    private static (decimal Low, decimal High) Range(TableReading table, FormCell cell)
    {
        var (low, high) = Own(table.Cells[cell.Index]);
        if (cell.Address.Column != "total" || cell.Address.Table is ReportTable.Proactive)
        {
            return (low, high);
        }

        // 总计一格与它的各项对不上时（勾稽规则会说），两个数都可以是真的。
        var isBlank = table.Cells[cell.Index].State is not CellState.Number;
        var (sumLow, sumHigh) = Parts(table, cell);
        if (isBlank && high > low)
        {
            return (Math.Max(low, sumLow), Math.Max(sumLow, Math.Min(high, sumHigh)));
        }

        return sumLow <= high && low <= sumHigh ? (low, high) : (Math.Min(low, sumLow), Math.Max(high, sumHigh));
    }

    // The linkage that adds up to this total: the row of table three (L03), the block of table four (L04).
    private static (decimal Low, decimal High) Parts(TableReading table, FormCell cell)
    {
        foreach (var i in table.Form.LinkagesOf(cell.Index))
        {
            var linkage = table.Form.Linkages[i];
            if (linkage.Code is not ("L03" or "L04"))
            {
                continue;
            }

            var (low, high) = (0m, 0m);
            foreach (var part in linkage.Left)
            {
                var (least, most) = Own(table.Cells[part]);
                (low, high) = (low + least, high + most);
            }

            return (low, high);
        }

        return (0, Boundless);
    }

    private static (decimal Low, decimal High) Own(CellReading cell) => cell.State switch
    {
        CellState.Number => (cell.Value, cell.Value),
        CellState.Blank or CellState.Dash => (0, 0),
        CellState.Ambiguous when cell.Candidates is { Count: > 0 } candidates && !candidates.Contains(null) => (candidates[0]!.Value, candidates[^1]!.Value),
        _ => (0, Boundless),
    };
}
