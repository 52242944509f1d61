namespace Gongkai.Reports.Writing.Printing;

/// <summary>表上的一格，放定在第几行第几列：标题格或数格。</summary>
/// <param name="Row">行，自 0 起。</param>
/// <param name="Column">列，自 0 起。</param>
/// <param name="RowSpan">占几行。</param>
/// <param name="ColumnSpan">占几列。</param>
/// <param name="Head">标题格；是数格时为 null。</param>
/// <param name="Cell">数格；是标题格时为 null。</param>
public sealed record GridCell(int Row, int Column, int RowSpan, int ColumnSpan, PrintedHead? Head, PrintedCell? Cell);

/// <summary>把 <see cref="PrintedTable"/> 放定到行列上，给不像网页那样自己排列的格式（docx、xlsx）用。</summary>
public sealed class TableGrid
{
    private TableGrid(int rows, int columns, int headRows, IReadOnlyList<GridCell> cells) => (Rows, Columns, HeadRows, Cells) = (rows, columns, headRows, cells);

    /// <summary>行数，含表头。</summary>
    public int Rows { get; }

    /// <summary>列数。</summary>
    public int Columns { get; }

    /// <summary>表头的行数。</summary>
    public int HeadRows { get; }

    /// <summary>各格，先行后列；被合并掉的位置不在其中。</summary>
    public IReadOnlyList<GridCell> Cells { get; }

    /// <summary>放定一张表。</summary>
    public static TableGrid Of(PrintedTable table)
    {
        PrintedRow[] rows = [.. table.Head, .. table.Bodies.SelectMany(b => b)];
        var columns = table.ColumnWidths.Count;
        var taken = new bool[rows.Length, columns];
        List<GridCell> cells = [];
        for (var row = 0; row < rows.Length; row++)
        {
            var column = 0;
            foreach (var head in rows[row].Heads)
            {
                Put(head.RowSpan, head.ColumnSpan, head, null);
            }

            foreach (var cell in rows[row].Cells)
            {
                Put(1, cell.ColumnSpan, null, cell);
            }

            void Put(int rowSpan, int columnSpan, PrintedHead? head, PrintedCell? cell)
            {
                while (taken[row, column])
                {
                    column++;
                }

                cells.Add(new GridCell(row, column, rowSpan, columnSpan, head, cell));
                for (var r = row; r < row + rowSpan; r++)
                {
                    for (var c = column; c < column + columnSpan; c++)
                    {
                        taken[r, c] = true;
                    }
                }

                column += columnSpan;
            }
        }

        return new TableGrid(rows.Length, columns, table.Head.Count, cells);
    }
}
