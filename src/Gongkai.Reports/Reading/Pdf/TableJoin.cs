namespace Gongkai.Reports.Reading.Pdf;

/// <summary>跨页的表格接成一张：重复的表头略去，被页边切开的格接上。</summary>
internal static class TableJoin
{
    private const double Tolerance = 4;
    private static readonly string[] ColumnLabels = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];

    private const string NewLabel = "（(一二三四五六七八九十";

    /// <summary>把 <paramref name="next"/> 接在 <paramref name="table"/> 之下；列不同的不是同一张，返回否。</summary>
    public static bool TryJoin(RuledTable table, RuledTable next)
    {
        // 浏览器有时不画切开的合并格的外边，所以左右边只要有一边对齐；列则要全对上。
        var (few, many) = table.Xs.Length < next.Xs.Length ? (table.Xs, next.Xs) : (next.Xs, table.Xs);
        if ((!AreSame(few[0], many[0]) && !AreSame(few[^1], many[^1])) || few.Any(x => !many.Any(y => AreSame(x, y))))
        {
            return false;
        }

        Recolumn(table, many);
        Recolumn(next, many);
        var rows = table.Rows;
        var repeated = RepeatedRows(table, next);
        var isCut = (repeated == 0 && table.IsOpenBelow && next.IsOpenAbove) || IsCutRow(table, rows, next, repeated);
        var shift = rows - repeated - (isCut ? 1 : 0);
        List<RuledCell> added = [];
        foreach (var cell in next.Cells.Where(c => c.Row >= repeated))
        {
            cell.Row += shift;
            if (table.Cells.Find(c => c.Row + c.RowSpan == rows && c.Column == cell.Column && c.ColumnSpan == cell.ColumnSpan) is { } above
                && (isCut ? cell.Row == rows - 1 : cell.Row == rows && Continues(above, cell)))
            {
                above.RowSpan = cell.Row + cell.RowSpan - above.Row;
                above.Text = above.Text == cell.Text ? above.Text : $"{above.Text}\n{cell.Text}".Trim('\n');
                above.Words.AddRange(cell.Page == above.Page ? cell.Words : []);
            }
            else
            {
                added.Add(cell);
            }
        }

        table.Cells.AddRange(added);
        table.IsOpenBelow = next.IsOpenBelow;
        return true;
    }

    /// <summary>没有画线的表格，末一行的标签折到了下一页：左端对齐、没有编号的接上。</summary>
    public static bool TryContinueLabel(RuledTable table, TextLine line)
    {
        if (!table.IsUnruled || UnruledLabel.IsNumbered(line.Text) || line.Text.Contains("  ", StringComparison.Ordinal))
        {
            return false;
        }

        var row = table.Rows - 1;
        var last = table.Cells.FindAll(c => c.Row == row);
        var label = last.Find(c => PdfWord.UnitsOf(c.Text.FirstOrDefault('0')) == 2 && Math.Abs(c.Box.X0 - line.Box.X0) < line.Em / 2)
            ?? last.Find(c => StartsLabel(c.Text + " ") && Math.Abs(c.Box.X0 - line.Box.X0) < line.Em / 2);
        if (label is null || line.Box.X1 > Math.Max(label.Box.X1, label.Box.X0) + (line.Em / 2))
        {
            return false;
        }

        label.Text += "\n" + line.Text;
        return true;
    }

    /// <summary>
    /// 一行被页边切成两半，而两半各画了边线（LibreOffice、Word 都这样）：标签的后半截在下一页，数只在其中一半。
    /// 标签不像新的一行（没有编号，而上一页的有），每列又至多一半有数，才接。
    /// </summary>
    private static bool IsCutRow(RuledTable table, int rows, RuledTable next, int row)
    {
        var isLabelCut = false;
        foreach (var cell in next.Cells.Where(c => c.Row == row && c.Text.Length > 0))
        {
            if (table.Cells.Find(c => c.Row + c.RowSpan == rows && c.Column == cell.Column && c.ColumnSpan == cell.ColumnSpan) is not { } above)
            {
                return false;
            }

            if (above.Text.Length == 0 || above.Text == cell.Text)
            {
                continue;
            }

            if (ColumnLabels.Contains(string.Concat($"{above.Text}{cell.Text}".Where(c => !char.IsWhiteSpace(c)))))
            {
                isLabelCut = true;
                continue;
            }

            if (StartsLabel(cell.Text) || !StartsLabel(above.Text) || PdfWord.UnitsOf(cell.Text[0]) == 1)
            {
                return false;
            }

            isLabelCut |= above.RowSpan == 1 || cell.RowSpan == 1;
        }

        return isLabelCut;
    }

    /// <summary>「一、」「（一）」「1.」起头。</summary>
    public static bool StartsLabel(string text) =>
        NewLabel.Contains(text[0], StringComparison.Ordinal) || (char.IsAsciiDigit(text[0]) && text.Length > 1 && text[1] is '.' or '．' or '、');

    /// <summary>下一页的这一格是上一页合并格的余下部分。</summary>
    private static bool Continues(RuledCell above, RuledCell cell) =>
        above.RowSpan > 1 || cell.RowSpan > 1
            ? above.Text.Length == 0 || cell.Text.Length == 0 || above.Text == cell.Text
                || (above.RowSpan > 1 && cell.RowSpan > 1 && !StartsLabel(cell.Text))
            : false;

    /// <summary>换用较细的列。</summary>
    private static void Recolumn(RuledTable table, double[] xs)
    {
        foreach (var cell in table.Cells)
        {
            var start = Index(table.Xs[cell.Column]);
            cell.ColumnSpan = Index(table.Xs[cell.Column + cell.ColumnSpan]) - start;
            cell.Column = start;
        }

        table.Xs = xs;

        int Index(double x) => Array.FindIndex(xs, y => AreSame(x, y));
    }

    private static bool AreSame(double x, double y) => Math.Abs(x - y) <= Tolerance;

    /// <summary>下一页开头有几行与表格开头相同，是重复的表头。</summary>
    private static int RepeatedRows(RuledTable table, RuledTable next)
    {
        var first = Rows(table);
        var second = Rows(next);
        var same = 0;
        while (same < first.Count && same < second.Count - 1 && first[same] == second[same] && first[same].Any(c => PdfWord.UnitsOf(c) == 2))
        {
            same++;
        }

        // 表头里竖着合并的格要整个略去。
        return next.Cells.Any(c => c.Row < same && c.Row + c.RowSpan > same) ? 0 : same;

        static List<string> Rows(RuledTable table) =>
            [.. table.Cells.Where(c => c.Row < 12).GroupBy(c => c.Row).OrderBy(g => g.Key).Select(g => string.Join('\t', g.Select(c => $"{c.Column},{c.RowSpan}:{c.Text}")))];
    }
}
