namespace Gongkai.Reports.Reading.Pdf;

/// <summary>页面上自上而下的一项：一行字、一张表，或一张图片。</summary>
/// <param name="Page">第几页。</param>
/// <param name="Box">框。</param>
internal abstract record PageItem(int Page, Box Box);

/// <summary>一行字。</summary>
/// <param name="Page">第几页。</param>
/// <param name="Line">这一行。</param>
/// <param name="Right">这一行可用的右边界：多数长行到这里折行。</param>
/// <param name="Left">这一行可用的左边界。</param>
internal sealed record LineItem(int Page, TextLine Line, double Right, double Left) : PageItem(Page, Line.Box);

/// <summary>一张表。</summary>
/// <param name="Page">第几页。</param>
/// <param name="Table">表。</param>
internal sealed record TableItem(int Page, RuledTable Table) : PageItem(Page, Table.Box);

/// <summary>一张图片。</summary>
/// <param name="Page">第几页。</param>
/// <param name="Box">框。</param>
internal sealed record PictureItem(int Page, Box Box) : PageItem(Page, Box);

/// <summary>把一页的词分给表格和正文，按次序排好。</summary>
internal static class PageItems
{
    public static List<PageItem> Of(PdfPage page)
    {
        // 小的先认领：表格可以套在画了框的版面里。
        var tables = RuledTables.Find(page).OrderBy(t => t.Box.Width * t.Box.Height).ToList();
        var free = Assign(page.Words, tables);
        foreach (var layout in tables.Where(t => t.IsLayout).ToList())
        {
            free.AddRange(layout.Cells.SelectMany(c => c.Words));
            tables.Remove(layout);
        }

        tables = [.. tables.SelectMany(SideBySide.Split)];
        var unruled = UnruledTables.Take(free, page.Number);
        unruled.ForEach(t => t.SetTexts());
        tables.AddRange(unruled);
        List<PageItem> items = [.. tables.Select(t => new TableItem(page.Number, t)), .. page.Pictures.Select(p => new PictureItem(page.Number, p))];
        foreach (var (lines, right, left) in Columns.Split(free, page.Size).Select(c => (TextLines.Of(c.Words), c.Right, c.Words.Min(w => w.Box.X0))))
        {
            items.AddRange(lines.Select(l => new LineItem(page.Number, l, right, left)));
        }

        return Ordered(items);
    }

    private static List<PdfWord> Assign(List<PdfWord> words, List<RuledTable> tables)
    {
        List<PdfWord> free = [];
        foreach (var word in words)
        {
            var table = tables.Find(t => t.Box.Contains(word.Box.CenterX, word.Box.CenterY));
            if (table is null)
            {
                free.Add(word);
                continue;
            }

            foreach (var part in WordSplit.AtCells(word, table))
            {
                (table.CellAt(part.Box.CenterX, part.Box.CenterY)?.Words ?? free).Add(part);
            }
        }

        foreach (var table in tables)
        {
            table.SetTexts();
        }

        return free;
    }

    /// <summary>自上而下；分栏的行保持各栏的先后，其余各项插在它上方的行之后。</summary>
    private static List<PageItem> Ordered(List<PageItem> items)
    {
        List<PageItem> ordered = [.. items.OfType<LineItem>()];
        foreach (var item in items.Where(i => i is not LineItem).OrderBy(i => i.Box.Y0))
        {
            var after = ordered.FindLastIndex(o => o.Box.CenterY < item.Box.Y0 + 2 || (o is not LineItem && o.Box.Y0 <= item.Box.Y0));
            ordered.Insert(after + 1, item);
        }

        return ordered;
    }
}

/// <summary>两栏的正文：先左后右。</summary>
internal static class Columns
{
    private const int LeastLines = 6;
    private const double LeastMargin = 0.75;

    /// <summary>各栏的词和右边界；不分栏时只有一栏。</summary>
    public static List<(List<PdfWord> Words, double Right)> Split(List<PdfWord> words, Box page)
    {
        if (words.Count == 0)
        {
            return [];
        }

        var middle = page.CenterX;
        List<PdfWord> left = [.. words.Where(w => w.Box.X1 <= middle)];
        List<PdfWord> right = [.. words.Where(w => w.Box.X0 >= middle)];
        if (left.Count + right.Count == words.Count && IsColumn(left, page.Width) && IsColumn(right, page.Width))
        {
            return [(left, left.Max(w => w.Box.X1)), (right, right.Max(w => w.Box.X1))];
        }

        // 全页都是短行时，最长的那行也没有排满。
        return [(words, Math.Max(words.Max(w => w.Box.X1), LeastMargin * page.Width))];
    }

    private static bool IsColumn(List<PdfWord> words, double pageWidth)
    {
        var rows = TextLines.Rows(words);
        return rows.Count >= LeastLines && 2 * rows.Count(r => r[^1].Box.X1 - r[0].Box.X0 > 0.3 * pageWidth) >= rows.Count;
    }
}

/// <summary>poppler 有时把相邻两格的字当成一个词；按表格线拆开。</summary>
internal static class WordSplit
{
    private const double Overhang = 2;

    public static IEnumerable<PdfWord> AtCells(PdfWord word, RuledTable table)
    {
        var cell = table.CellAt(word.Box.CenterX, word.Box.CenterY);
        if (cell is null || word.Text.Length == 1 || (word.Box.X0 >= cell.Box.X0 - Overhang && word.Box.X1 <= cell.Box.X1 + Overhang))
        {
            yield return word;
            yield break;
        }

        // 不知道每个字的位置时，按字的宽窄均摊。
        var edges = word.Edges ?? Even(word);
        var start = 0;
        for (var i = 1; i <= word.Text.Length; i++)
        {
            if (i == word.Text.Length || Owner(i) != Owner(i - 1))
            {
                yield return new PdfWord(word.Text[start..i], word.Box with { X0 = edges[start], X1 = edges[i] });
                start = i;
            }
        }

        RuledCell? Owner(int i) => table.CellAt((edges[i] + edges[i + 1]) / 2, word.Box.CenterY);
    }

    /// <summary>各字的左端和末字的右端，按字的宽窄均摊。</summary>
    public static double[] Even(PdfWord word)
    {
        var edges = new double[word.Text.Length + 1];
        edges[0] = word.Box.X0;
        for (var i = 0; i < word.Text.Length; i++)
        {
            edges[i + 1] = edges[i] + (word.Box.Width / word.Units * PdfWord.UnitsOf(word.Text[i]));
        }

        return edges;
    }
}
