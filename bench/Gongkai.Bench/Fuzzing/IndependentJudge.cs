using Gongkai.Core.Reports;

namespace Gongkai.Bench.Fuzzing;

/// <summary>
/// 另一个裁判：只凭读出的各格判断勾稽关系，与产品的判法各写各的，以便互相印证。
/// 每格是一个区间：已知的两端相等，未印或读不出的自 0 起没有上限，两可的在其候选之间。
/// </summary>
public static class IndependentJudge
{
    /// <summary>判一处勾稽关系。</summary>
    public static LinkageVerdict Judge(TableReading table, Linkage linkage)
    {
        var (leftLow, leftHigh) = Sum(table, linkage.Left);
        var (rightLow, rightHigh) = Sum(table, linkage.Right);
        if (leftLow > rightHigh || rightLow > leftHigh)
        {
            return LinkageVerdict.Broken;
        }

        return leftLow == leftHigh && rightLow == rightHigh ? LinkageVerdict.Holds : LinkageVerdict.Unknown;
    }

    private static (decimal Low, decimal? High) Sum(TableReading table, IReadOnlyList<int> cells)
    {
        decimal low = 0;
        decimal? high = 0;
        foreach (var index in cells)
        {
            var (cellLow, cellHigh) = Range(table.Cells[index]);
            low += cellLow;
            high += cellHigh;
        }

        return (low, high);
    }

    // A null top means "no limit"; comparisons with null are false, which is what "cannot be exceeded" wants.
    private static (decimal Low, decimal? High) Range(CellReading cell) => cell.State switch
    {
        CellState.Number => (cell.Value, cell.Value),
        CellState.Blank or CellState.Dash => (0, 0),
        CellState.Ambiguous when cell.Candidates is { Count: > 0 } candidates && !candidates.Contains(null) => (candidates.Min()!.Value, candidates.Max()),
        _ => (0, null),
    };
}
