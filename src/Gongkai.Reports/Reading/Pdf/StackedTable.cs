namespace Gongkai.Reports.Reading.Pdf;

/// <summary>
/// 没有画线的表四：列窄，标签一行一个字地竖排，还会折到下一页。各列的字自上而下连起来，
/// 末尾都是「结果维持」一类的列名时，才认作表头；其下的数按左右归到各列。
/// </summary>
internal static class StackedTable
{
    private const int MostLines = 40;
    private const int LeastColumns = 5;
    private const int MostValueLines = 4;
    private const double SameColumn = 0.6;

    // Word 表格一格左右的边距，点。
    private const double Padding = 10.8;

    /// <summary>把竖排的表头和其下的数换成一张表；认不准的照原样留着。</summary>
    /// <param name="items">各页的各项，依次连起来。</param>
    public static void Replace(List<PageItem> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (IsStacked(items[i]) && Found(items, i) is { } found)
            {
                items.RemoveRange(found.Start, found.Count);
                items.Insert(found.Start, found.Table);
                i = found.Start;
            }
        }
    }

    /// <summary>一行里各词大半只有一个汉字，不止一个。</summary>
    private static bool IsStacked(PageItem item) =>
        item is LineItem { Line.Words: { Count: > 1 } words } && words.All(w => PdfWord.UnitsOf(w.Text[0]) == 2) && 2 * words.Count(w => w.Text.Length == 1) > words.Count;

    /// <summary>表头的行：没有数，字都很短。</summary>
    private static bool IsHeader(PageItem item) => item is LineItem line && line.Line.Words.All(w => w.Text.Length <= 10 && PdfWord.UnitsOf(w.Text[0]) == 2 && !w.Text.Contains('、', StringComparison.Ordinal));

    private static bool IsValues(PageItem item) => item is LineItem line && line.Line.Words.All(LineSegment.IsNumber);

    private static (int Start, int Count, TableItem Table)? Found(List<PageItem> items, int stacked)
    {
        var start = stacked;
        while (start > 0 && IsHeader(items[start - 1]))
        {
            start--;
        }

        var values = stacked;
        while (values < items.Count && values - start < MostLines && IsHeader(items[values]))
        {
            values++;
        }

        var end = values;
        while (end < items.Count && end - values < MostValueLines && IsValues(items[end]))
        {
            end++;
        }

        List<LineItem> header = [.. items[start..values].Cast<LineItem>()];
        List<LineItem> rows = [.. items[values..end].Cast<LineItem>()];
        return rows.Count > 0 && Columns(header) is { } columns && Values(rows, columns) is { } cells
            ? (start, end - start, Build(columns, cells, header[0], rows))
            : null;
    }

    /// <summary>各列，自左而右；有一列的字连起来不是列名的，为 null。</summary>
    private static List<StackedColumn>? Columns(List<LineItem> header)
    {
        List<StackedColumn> columns = [];
        foreach (var (line, word) in header.SelectMany(l => l.Line.Words, (l, w) => (l, w)).OrderBy(p => p.w.Box.X0))
        {
            if (columns.Count == 0 || word.Box.X0 - columns[^1].Left > SameColumn * word.Em)
            {
                columns.Add(new StackedColumn(word.Box.X0, word.Em));
            }

            columns[^1].Words.Add((line, word));
        }

        return columns.Count >= LeastColumns && columns.TrueForAll(c => c.TryName(header)) ? columns : null;
    }

    /// <summary>各列的数，折成几行的有几个；归不准的，为 null。</summary>
    private static List<PdfWord>[]? Values(List<LineItem> rows, List<StackedColumn> columns)
    {
        List<PdfWord>[] cells = [.. columns.Select(_ => new List<PdfWord>())];
        foreach (var word in rows.SelectMany(r => r.Line.Words))
        {
            // 数左对齐、居中、右对齐的都有：看哪一列离得最近，且不能再近另一列。
            var nearest = columns.OrderBy(c => c.Distance(word.Box)).Take(2).ToList();
            var at = columns.IndexOf(nearest[0]);
            if (nearest[0].Distance(word.Box) > nearest[0].Em || nearest[1].Distance(word.Box) < 2 * nearest[0].Distance(word.Box) || cells[at].Exists(w => Math.Abs(w.Box.CenterY - word.Box.CenterY) < 1))
            {
                return null;
            }

            cells[at].Add(word);
        }

        return cells;
    }

    private static TableItem Build(List<StackedColumn> columns, List<PdfWord>[] values, LineItem head, List<LineItem> rows)
    {
        List<RuledCell> cells = [];
        var pitch = columns.Zip(columns.Skip(1), (a, b) => b.Left - a.Left).Min();
        int[] blocks = [.. Enumerable.Range(0, columns.Count).Where(i => columns[i].Block.Length > 0 || i == 0)];
        for (var i = 0; i < blocks.Length; i++)
        {
            var width = (i + 1 < blocks.Length ? blocks[i + 1] : columns.Count) - blocks[i];
            cells.Add(new RuledCell(0, blocks[i], 1, width, head.Box) { Page = head.Page, Text = columns[blocks[i]].Block });
        }

        cells.AddRange(columns.Select((c, i) => new RuledCell(1, i, 1, 1, head.Box) { Page = head.Page, Text = c.Name }));
        cells.AddRange(columns.Select((c, i) => new RuledCell(2, i, 1, 1, rows[0].Box with { X0 = c.Left, X1 = c.Left + c.Em }) { Page = rows[0].Page, Text = Joined(values[i], c.Left, pitch) }));
        for (var i = 0; i < columns.Count; i++)
        {
            cells[^(columns.Count - i)].Words.AddRange(values[i]);
        }

        return new TableItem(rows[0].Page, new RuledTable([double.NaN], rows.Select(r => r.Box).Aggregate((a, b) => a.Union(b)), cells));
    }

    /// <summary>一格里折成几行的数：上一行再放不下一位，下一行从头起，是同一个数。</summary>
    private static string Joined(List<PdfWord> values, double left, double pitch)
    {
        var text = values.Count > 0 ? values[0].Text : "";
        foreach (var (above, below) in values.Zip(values.Skip(1)))
        {
            var digit = above.Box.Width / above.Text.Length;
            var isBroken = above.Box.X1 + digit > left + pitch - Padding && Math.Abs(below.Box.X0 - left) < 1 && char.IsAsciiDigit(above.Text[^1]) && char.IsAsciiDigit(below.Text[0]);
            text += (isBroken ? "" : "\n") + below.Text;
        }

        return text;
    }

    /// <summary>竖排表头的一列。</summary>
    private sealed class StackedColumn(double left, double em)
    {
        private static readonly string[] Names = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];

        public double Left { get; } = left;

        public double Em { get; } = em;

        public List<(LineItem Line, PdfWord Word)> Words { get; } = [];

        /// <summary>列名。</summary>
        public string Name { get; private set; } = "";

        /// <summary>列名之上的字，如「行政诉讼」「未经复议直接起诉」；没有时为空串。</summary>
        public string Block { get; private set; } = "";

        /// <summary>数与这一列的左端或中线相距多少。</summary>
        public double Distance(Box box) => Math.Min(Math.Abs(box.X0 - Left), Math.Abs(box.CenterX - (Left + (Em / 2))));

        public bool TryName(List<LineItem> header)
        {
            List<string> parts = [];
            var isRun = false;
            foreach (var (_, word) in Words.OrderBy(w => header.IndexOf(w.Line)))
            {
                if (isRun && word.Text.Length == 1)
                {
                    parts[^1] += word.Text;
                }
                else
                {
                    parts.Add(word.Text);
                }

                isRun = word.Text.Length == 1;
            }

            Name = Names.FirstOrDefault(n => parts[^1].EndsWith(n, StringComparison.Ordinal)) ?? "";
            parts[^1] = parts[^1][..^Name.Length];
            Block = string.Join('\n', parts.Where(p => p.Length > 0));
            return Name.Length > 0;
        }
    }
}
