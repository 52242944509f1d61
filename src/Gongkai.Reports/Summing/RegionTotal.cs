using Gongkai.Core.Reports;

namespace Gongkai.Reports.Summing;

/// <summary>一个地区的合计，连同它是怎样来的：加了谁、没加谁、哪些格不完整。</summary>
public sealed class RegionTotal
{
    private readonly CellTotal[] _cells;
    private readonly int[] _starts;

    internal RegionTotal(string? region, int? year, ReportForm form, CellTotal[] cells, IReadOnlyList<SumUnit> units, IReadOnlyList<UnreadFile> unread)
    {
        (RegionName, Year, Form, _cells, Units, Unread) = (region, year, form, cells, units, unread);
        _starts = [.. form.Tables.Select((_, i) => form.Tables.Take(i).Sum(t => t.Cells.Count))];
        Tables = [.. form.Tables.Select(t => TableOf(t))];
    }

    /// <summary>地区名称；没有给、也看不出时为 null。</summary>
    public string? RegionName { get; }

    /// <summary>哪一年度；一份也没有时为 null。</summary>
    public int? Year { get; }

    /// <summary>年度是指定的，不是按份数定的。</summary>
    public bool IsYearChosen { get; init; }

    /// <summary>按哪一版格式加。</summary>
    public ReportForm Form { get; }

    /// <summary>各格的合计，三张表相接，次序同格式。</summary>
    public IReadOnlyList<CellTotal> Cells => _cells;

    /// <summary>三张表：完整的合计是数，不完整的当作未知。勾稽由此判断。</summary>
    public IReadOnlyList<TableReading> Tables { get; }

    /// <summary>输入的各份报告，照加入的次序。</summary>
    public IReadOnlyList<SumUnit> Units { get; }

    /// <summary>读不了的文件。</summary>
    public IReadOnlyList<UnreadFile> Unread { get; }

    /// <summary>应报单位的覆盖情况；没有名录时为 null。</summary>
    public SumCoverage? Coverage { get; init; }

    /// <summary>应报单位名录；没有时为 null。</summary>
    public ExpectedUnits? Expected { get; init; }

    /// <summary>要加政府的汇总数，而有这么多单位看不出是否属于它们。</summary>
    public int Unplaced { get; init; }

    /// <summary>政府本级的那一份；没有时为 null。</summary>
    public SumUnit? Own => Units.FirstOrDefault(u => u.IsOwn);

    /// <summary>计入的各份。</summary>
    public IEnumerable<SumUnit> Counted => Units.Where(u => u.Status is SumStatus.Counted);

    /// <summary>不完整的格。</summary>
    public IEnumerable<CellTotal> Incomplete => _cells.Where(c => !c.IsComplete);

    /// <summary>该加的都加了：各格完整，没有冲突、读不了、看不出单位或年度、因有错而没加的，名录里的单位全部计入。</summary>
    public bool IsComplete =>
        Unread.Count == 0 && _cells.All(c => c.IsComplete) && Coverage is null or { IsFull: true }
        && !Units.Any(u => u.Status is SumStatus.Conflict or SumStatus.YearUnknown or SumStatus.Unnamed or SumStatus.NotClean or SumStatus.AlreadyTotal
            || (u.IsOwn && u.Status is not SumStatus.Counted));

    /// <summary>一格的合计。</summary>
    public CellTotal this[FormCell cell] => _cells[_starts[(int)cell.Address.Table] + cell.Index];

    /// <summary>某种情形的份数。</summary>
    public int CountOf(SumStatus status) => Units.Count(u => u.Status == status);

    private TableReading TableOf(FormTable table)
    {
        CellReading[] cells = [.. table.Cells.Select(c => this[c].ForLinkage)];
        var reading = new TableReading(table, cells, TableProof.Unchecked);
        return reading.With(reading switch
        {
            { Broken.Count: > 0 } => TableProof.Inconsistent,
            _ when cells.Any(c => c.State is CellState.Absent) => TableProof.Partial,
            { Verdicts.Count: 0 } => TableProof.Unchecked,
            _ => TableProof.Consistent,
        });
    }
}
