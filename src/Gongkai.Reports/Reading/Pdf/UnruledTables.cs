namespace Gongkai.Reports.Reading.Pdf;

/// <summary>
/// 没有画线的表格：标签在左，数在右。各行的数左右对得齐，就是列；空着的格也由此看出。
/// 标签折成几行时，顶端对齐的和居中的都认；列对不齐、标签分不准的，留给按文字的读法。
/// </summary>
internal static class UnruledTables
{
    private const int LeastRows = 2;
    private const int LeastValues = 3;
    private const int LabelColumns = 4;
    private const double FarthestLine = 4;
    private const int MostLeading = 4;

    /// <summary>从正文的词里取出表格；取走的词从 <paramref name="words"/> 里去掉。</summary>
    public static List<RuledTable> Take(List<PdfWord> words, int page)
    {
        List<RuledTable> tables = [];
        FusedWords.Split(words);
        List<UnruledLine> lines = [.. TextLines.Rows(words).Select(UnruledLine.Of)];
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Values.Count >= LeastValues && Region(lines, i) is { Rows.Count: >= LeastRows } region
                && UnruledLabels.Of(lines[region.Start..region.End], region.Rows) is { } labels)
            {
                tables.Add(Build(lines, region, labels, page));
                words.RemoveAll(tables[^1].Cells.SelectMany(c => c.Words).ToHashSet().Contains);
                i = region.Start + region.Rows[^1];
            }
        }

        return tables;
    }

    /// <summary>自这一行起，数上下对得齐的各行，和其间、前后只有标签的行。</summary>
    private static UnruledRegion Region(List<UnruledLine> lines, int first)
    {
        var columns = new UnruledColumns(lines[first]);
        List<int> rows = [first];
        var end = first + 1;
        for (; end < lines.Count; end++)
        {
            var line = lines[end];
            if (line.Y - lines[end - 1].Y > FarthestLine * line.Em || IsHeading(line)
                || line.Labels.Exists(l => l.IsValue || l.Box.X1 > (line.Values.Count > 0 ? line : lines[rows[^1]]).Values[0].Box.X0) || (line.Values.Count > 0 && !columns.TryAdd(line)))
            {
                break;
            }

            if (line.Values.Count > 0)
            {
                rows.Add(end);
            }
        }

        var start = first;
        while (start > 0 && first - start < MostLeading && lines[start - 1] is { Values.Count: 0 } above && !IsHeading(above)
            && lines[start].Y - above.Y <= 2 * above.Em && above.Labels.TrueForAll(l => l.Box.X1 <= lines[first].Values[0].Box.X0))
        {
            start--;
        }

        return new UnruledRegion(start, end, rows.ConvertAll(r => r - start), columns);
    }

    /// <summary>另起一部分的标题，如「四、政府信息公开行政复议、行政诉讼情况」。</summary>
    private static bool IsHeading(UnruledLine line) => string.Concat(line.Labels.Select(l => l.Text)).Contains("政府信息公开行政", StringComparison.Ordinal);

    private static RuledTable Build(List<UnruledLine> lines, UnruledRegion region, UnruledLabels labels, int page)
    {
        List<RuledCell> cells = [];
        for (var row = 0; row < region.Rows.Count; row++)
        {
            var values = lines[region.Start + region.Rows[row]].Values;
            for (var i = 0; i < region.Columns.Count; i++)
            {
                var (box, words) = region.Columns.Cell(values, i);
                AddCell(row, LabelColumns + i, box, words);
            }

            AddCell(row, LabelColumns - 1, labels.Leaves[row].Box, labels.Leaves[row].Words);
            var uppers = labels.Uppers.Where(u => u.Row == row).OrderBy(u => u.Box.X0).TakeLast(LabelColumns - 1).ToList();
            for (var i = 0; i < uppers.Count; i++)
            {
                AddCell(row, LabelColumns - 1 - uppers.Count + i, uppers[i].Box, uppers[i].Words);
            }
        }

        // 各页的列不同：从不与别的表格接成一张。
        return new RuledTable([double.NaN], cells.Select(c => c.Box).Aggregate((a, b) => a.Union(b)), [.. cells.OrderBy(c => c.Row).ThenBy(c => c.Column)]);

        void AddCell(int row, int column, Box box, List<PdfWord> words)
        {
            var cell = new RuledCell(row, column, 1, 1, box) { Page = page };
            cell.Words.AddRange(words);
            cells.Add(cell);
        }
    }

    /// <param name="Start">头一行可能的标签。</param>
    /// <param name="End">末一行可能的标签之后。</param>
    /// <param name="Rows">有数的各行，自 <paramref name="Start"/> 数起。</param>
    /// <param name="Columns">各列。</param>
    private sealed record UnruledRegion(int Start, int End, List<int> Rows, UnruledColumns Columns);
}
