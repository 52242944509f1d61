using System.Runtime.InteropServices;

namespace Gongkai.Reports.Reading;

/// <summary>一格的草稿；位置到发出时才定。</summary>
internal struct DraftCell
{
    public int Row;
    public int Column;
    public int RowSpan;
    public int ColumnSpan;
    public bool HasPicture;

    /// <summary>内容都划去了。</summary>
    public bool IsStruck;
    public string Text;

    /// <summary>格内有嵌套表格时，文字与表格的先后；没有嵌套时为 null。</summary>
    public List<object>? Items;
}

/// <summary>把一行行的格放进网格：算出每格的行、列，解开行、列合并。</summary>
internal sealed class GridBuilder
{
    private readonly List<DraftCell> cells = new(32);

    // 每列被上方的格占到哪一行（不含），以及是哪一格。
    private int[] busyUntil = new int[16];
    private int[] owner = new int[16];
    private int row = -1;
    private int column;
    private int width;
    private int groupStart;

    /// <summary>各格。</summary>
    public Span<DraftCell> Cells => CollectionsMarshal.AsSpan(cells);

    /// <summary>有没有开始过一行。</summary>
    public bool HasRow => row >= 0;

    /// <summary>开始一行。</summary>
    public void StartRow()
    {
        row++;
        column = 0;
    }

    /// <summary>跳过几列（Word 的 gridBefore）。</summary>
    public void SkipColumns(int count) => column = Math.Min(column + Math.Max(count, 0), ReadLimits.Columns);

    /// <summary>放一格，跳过被上方的格占住的列；越过列数限度时不放，返回 -1，否则返回格的序号。</summary>
    /// <param name="rowSpan">占几行；0 表示到本组末行。</param>
    /// <param name="columnSpan">占几列。</param>
    public int Place(int rowSpan, int columnSpan)
    {
        while (column < width && busyUntil[column] > row)
        {
            column++;
        }

        if (column >= ReadLimits.Columns)
        {
            return -1;
        }

        // 与上方的合并格相叠时让开：一个坐标只属于一格。
        var end = column + 1;
        var limit = Math.Min(column + Math.Clamp(columnSpan, 1, ReadLimits.ColumnSpan), ReadLimits.Columns);
        while (end < limit && (end >= width || busyUntil[end] <= row))
        {
            end++;
        }

        return Add(rowSpan <= 0 ? ReadLimits.RowSpan : Math.Min(rowSpan, ReadLimits.RowSpan), end);
    }

    /// <summary>放 Word 的一格：列号由前面各格的 gridSpan 定，纵向合并由 vMerge 逐行说明。续接上方的格时返回 -1。</summary>
    /// <param name="columnSpan">占几列。</param>
    /// <param name="continues">接上一行同列的格。</param>
    public int PlaceMerged(int columnSpan, bool continues)
    {
        if (column >= ReadLimits.Columns)
        {
            return -1;
        }

        var end = Math.Min(column + Math.Clamp(columnSpan, 1, ReadLimits.ColumnSpan), ReadLimits.Columns);
        if (continues && column < width && busyUntil[column] == row && row > 0)
        {
            ref var above = ref Cells[owner[column]];
            if (above.Column == column && above.Column + above.ColumnSpan == end)
            {
                above.RowSpan++;
                busyUntil.AsSpan(column, end - column).Fill(row + 1);
                column = end;
                return -1;
            }
        }

        return Add(1, end);
    }

    /// <summary>行组（thead、tbody）或整张表结束：行合并不越过它。</summary>
    public void EndGroup()
    {
        foreach (ref var cell in Cells[groupStart..])
        {
            cell.RowSpan = Math.Min(cell.RowSpan, row + 1 - cell.Row);
        }

        groupStart = cells.Count;
        busyUntil.AsSpan(0, width).Clear();
    }

    private int Add(int rowSpan, int end)
    {
        Widen(end);
        busyUntil.AsSpan(column, end - column).Fill(row + rowSpan);
        owner.AsSpan(column, end - column).Fill(cells.Count);
        cells.Add(new DraftCell { Row = row, Column = column, RowSpan = rowSpan, ColumnSpan = end - column, Text = "" });
        column = end;
        return cells.Count - 1;
    }

    private void Widen(int end)
    {
        if (end > busyUntil.Length)
        {
            Array.Resize(ref busyUntil, ReadLimits.Columns);
            Array.Resize(ref owner, ReadLimits.Columns);
        }

        width = Math.Max(width, end);
    }
}
