namespace Gongkai.Reports.Reading.Pdf;

/// <summary>画了线的表格里的一格：网格坐标、框，和落在里面的词。</summary>
internal sealed class RuledCell(int row, int column, int rowSpan, int columnSpan, Box box)
{
    public int Row { get; set; } = row;

    public int Column { get; set; } = column;

    public int RowSpan { get; set; } = rowSpan;

    public int ColumnSpan { get; set; } = columnSpan;

    public Box Box { get; } = box;

    public int Page { get; init; }

    public List<PdfWord> Words { get; } = [];

    public string Text { get; set; } = "";
}

/// <summary>一张画了线的表格：由横线、竖线的位置得出的网格。</summary>
internal sealed class RuledTable
{
    private const int LongText = 150;

    /// <param name="xs">各条竖线的位置，自左而右，至少三条。</param>
    /// <param name="box">框。</param>
    /// <param name="cells">各格，先行后列。</param>
    public RuledTable(double[] xs, Box box, List<RuledCell> cells) => (Xs, Box, Cells) = (xs, box, cells);

    public double[] Xs { get; set; }

    public Box Box { get; }

    public List<RuledCell> Cells { get; }

    /// <summary>顶上没有横线：这一行是上一页切过来的。</summary>
    public bool IsOpenAbove { get; init; }

    /// <summary>底下没有横线：这一行在下一页接着。</summary>
    public bool IsOpenBelow { get; set; }

    /// <summary>没有画线：列由字的位置得出，只在这一页有用。</summary>
    public bool IsUnruled => double.IsNaN(Xs[0]);

    public int Rows => Cells.Count == 0 ? 0 : Cells.Max(c => c.Row + c.RowSpan);

    /// <summary>大半是长文的是版面，不是数据表：里面的字按正文读。</summary>
    public bool IsLayout
    {
        get
        {
            var filled = Cells.Count(c => c.Text.Length > 0);
            var isLong = Cells.Count(c => c.Text.Length > LongText);
            return filled == 0 || (isLong > 0 && filled <= (3 * isLong) + 4);
        }
    }

    public RuledCell? CellAt(double x, double y) => Cells.Find(c => c.Box.Contains(x, y));

    /// <summary>各格的词排成文字。</summary>
    public void SetTexts()
    {
        foreach (var cell in Cells)
        {
            cell.Text = CellText.Of(cell);
        }
    }
}

/// <summary>一格里的词排成文字。</summary>
internal static class CellText
{
    public static string Of(RuledCell cell)
    {
        var lines = TextLines.Of(cell.Words);
        if (lines.Count == 0)
        {
            return "";
        }

        var text = lines[0].Text;
        for (var i = 1; i < lines.Count; i++)
        {
            text += (IsBrokenNumber(cell, lines[i - 1], lines[i]) ? "" : "\n") + lines[i].Text;
        }

        return text;
    }

    /// <summary>格太窄，一个数折成了两行：上一行已经排满，再放不下一位。</summary>
    private static bool IsBrokenNumber(RuledCell cell, TextLine above, TextLine below)
    {
        const double Padding = 12;
        return char.IsAsciiDigit(above.Text[^1]) && char.IsAsciiDigit(below.Text[0]) && !above.Text.Contains(' ', StringComparison.Ordinal)
            && above.Box.Width + (above.Em / 2) + Math.Min(Padding, cell.Box.Width / 2) > cell.Box.Width
            && below.Box.Width <= above.Box.Width + 0.5;
    }
}
