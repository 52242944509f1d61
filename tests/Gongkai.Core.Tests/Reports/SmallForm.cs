using Gongkai.Core.Reports;

namespace Gongkai.Core.Tests.Reports;

/// <summary>一张小表：甲、乙、总计各一行，只有一列；甲＋乙＝总计。</summary>
internal static class SmallForm
{
    public static Linkage Sum { get; } = new("L99", "件数列", [0, 1], [2]);

    public static FormTable Table { get; } = Build();

    public static CellReading Number(decimal value) => new(CellState.Number, value, value.ToString("0.##", null), Place.AtLine(1, 1));

    public static CellReading Of(CellState state) => new(state, 0, "", Place.AtLine(1, 1), state is CellState.Ambiguous ? [1, 12] : null);

    private static FormTable Build()
    {
        FormRow[] rows = [new("first", "甲", null, []), new("second", "乙", null, []), new("total", "总计", null, [])];
        var column = new FormColumn("count", "件数", null, []);
        FormCell[] cells = [.. rows.Select((row, i) => new FormCell(i, new CellAddress(ReportTable.Remedies, row.Id, column.Id), row, column, false, false, null))];
        return new FormTable("2021", ReportTable.Remedies, rows, [column], cells, [Sum]);
    }
}
