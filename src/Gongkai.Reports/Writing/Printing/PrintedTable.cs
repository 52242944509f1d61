using System.Globalization;
using Gongkai.Core.Reports;

namespace Gongkai.Reports.Writing.Printing;

/// <summary>照原样印出的一张表：表头、表身，合并的格都已算好。</summary>
/// <param name="Reading">读数。</param>
/// <param name="Head">表头各行。</param>
/// <param name="Bodies">表身；表二每块一段，其余一段。</param>
/// <param name="ColumnWidths">各列的宽度类别，自左至右：group、label、number。</param>
public sealed record PrintedTable(
    TableReading Reading,
    IReadOnlyList<PrintedRow> Head,
    IReadOnlyList<IReadOnlyList<PrintedRow>> Bodies,
    IReadOnlyList<string> ColumnWidths)
{
    /// <summary>一格在页面里的锚点。</summary>
    public static string Anchor(CellAddress cell) => $"c-{cell}";

    /// <summary>给人看的数：不加千分位，去掉小数末尾的 0。</summary>
    public static string Show(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>两可时的各个可能值，如「1 或 12 或 未印」。</summary>
    public static string ShowCandidates(CellReading cell) =>
        string.Join(" 或 ", (cell.Candidates ?? []).Take(12).Select(c => c is { } value ? Show(value) : "未印"));
}

/// <summary>表的一行：标题格在前，数格在后。</summary>
/// <param name="Heads">标题格。</param>
/// <param name="Cells">数格。</param>
public sealed record PrintedRow(IReadOnlyList<PrintedHead> Heads, IReadOnlyList<PrintedCell> Cells);

/// <summary>一个标题格。</summary>
/// <param name="Id">元素标识；空串表示左上角的空格。</param>
/// <param name="Text">逐字的官方标签。</param>
/// <param name="Scope">col、colgroup、row 或 rowgroup。</param>
/// <param name="RowSpan">占几行。</param>
/// <param name="ColumnSpan">占几列。</param>
/// <param name="Headers">所属的上层标题格。</param>
public sealed record PrintedHead(string Id, string Text, string Scope, int RowSpan = 1, int ColumnSpan = 1, string Headers = "");

/// <summary>一个数格。</summary>
/// <param name="Form">格式里的这一格。</param>
/// <param name="Reading">读数。</param>
/// <param name="Headers">管着它的标题格，以空格分开。</param>
/// <param name="ColumnSpan">占几列。</param>
/// <param name="Mark">规则与勾稽关系对它说了什么。</param>
public sealed record PrintedCell(FormCell Form, CellReading Reading, string Headers, int ColumnSpan, CellMark Mark);
