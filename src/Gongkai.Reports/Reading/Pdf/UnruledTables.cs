namespace Gongkai.Reports.Reading.Pdf;

/// <summary>
/// 没有画线的表格：标签在左，折成几行，同样多的数与标签的首行平齐。按数的先后和标签的首行分格。
/// 只认这一种：数居中对齐或有空格时，哪个数归哪一格说不定，留给按文字的读法。
/// </summary>
internal static class UnruledTables
{
    private const int LeastRows = 2;
    private const int LeastValues = 3;
    private const int LabelColumns = 4;

    /// <summary>从正文的词里取出表格；取走的词从 <paramref name="words"/> 里去掉。</summary>
    public static List<RuledTable> Take(List<PdfWord> words, int page)
    {
        List<RuledTable> tables = [];
        var lines = TextLines.Rows(words);
        for (var i = 0; i < lines.Count; i++)
        {
            if (FirstValue(lines[i]) > 0 && Region(lines, i) is var region && region.Rows >= LeastRows)
            {
                var taken = lines.GetRange(i, region.Lines);
                tables.Add(Build(taken, page));
                words.RemoveAll(taken.SelectMany(l => l).ToHashSet().Contains);
                i += region.Lines - 1;
            }
        }

        return tables;
    }

    /// <summary>一行数据里第一个数的序号：左边有标签，右边全是数。不是这样的行为 -1。</summary>
    private static int FirstValue(List<PdfWord> line)
    {
        var first = line.FindIndex(IsValue);
        return first > 0 && line.Count - first >= LeastValues && line.Skip(first).All(IsValue) ? first : -1;
    }

    /// <summary>自这一行起，同样多数的数据行与其间折行的标签：几行字，几行数据。</summary>
    private static (int Lines, int Rows) Region(List<List<PdfWord>> lines, int start)
    {
        var (end, rows) = (start + 1, 1);
        var first = FirstValue(lines[start]);
        var values = lines[start].Count - first;
        var left = lines[start][first].Box.X0;
        for (var i = start + 1; i < lines.Count; i++)
        {
            var line = lines[i];
            first = FirstValue(line);
            if (first > 0 && line.Count - first == values)
            {
                left = line[first].Box.X0;
                rows++;
            }
            else if (line.Exists(IsValue) || line.Exists(w => w.Box.X1 > left) || IsHeading(line)
                || TableJoin.StartsLabel(line[0].Text) || line[0].Box.Y0 - lines[i - 1][0].Box.Y0 > 3 * line[0].Em)
            {
                break;
            }

            end = i + 1;
        }

        return (end - start, rows);
    }

    /// <summary>另起一部分的标题，如「四、政府信息公开行政复议、行政诉讼情况」。</summary>
    private static bool IsHeading(List<PdfWord> line) => TextLines.Line(line).Text.Contains("政府信息公开行政", StringComparison.Ordinal);

    private static RuledTable Build(List<List<PdfWord>> lines, int page)
    {
        List<RuledCell> cells = [];
        var row = -1;
        foreach (var line in lines)
        {
            var first = FirstValue(line);
            var labels = first > 0 ? line.GetRange(0, first) : line;
            for (var i = labels.Count; i < line.Count; i++)
            {
                row += i == labels.Count ? 1 : 0;
                var cell = new RuledCell(row, LabelColumns + i - labels.Count, 1, 1, line[i].Box) { Page = page };
                cell.Words.Add(line[i]);
                cells.Add(cell);
            }

            foreach (var group in Groups(labels))
            {
                AddLabel(group);
            }
        }

        // 末一级标签紧挨着数：上一级只印一次，各行的级数不同。
        foreach (var labels in cells.Where(c => c.Column < LabelColumns).GroupBy(c => c.Row))
        {
            var shift = LabelColumns - 1 - labels.Max(c => c.Column);
            foreach (var label in labels.ToList())
            {
                label.Column += shift;
            }
        }

        // 各页的列不同：从不与别的表格接成一张。
        var ordered = cells.OrderBy(c => c.Row).ThenBy(c => c.Column).ToList();
        var box = lines.SelectMany(l => l).Select(w => w.Box).Aggregate((a, b) => a.Union(b));
        return new RuledTable([double.NaN], box, ordered);

        // 与上一行同一位置的接着写；否则是这一行的又一级标签。
        void AddLabel(List<PdfWord> group)
        {
            var box = group.Select(w => w.Box).Aggregate((a, b) => a.Union(b));
            List<RuledCell> own = cells.FindAll(c => c.Row == row && c.Column < LabelColumns);
            if (own.Find(c => Math.Abs(c.Box.X0 - box.X0) < group[0].Em / 2) is { } same)
            {
                same.Words.AddRange(group);
            }
            else
            {
                var cell = new RuledCell(row, Math.Min(own.Count, LabelColumns - 1), 1, 1, box) { Page = page };
                cell.Words.AddRange(group);
                cells.Add(cell);
            }
        }
    }

    /// <summary>一行里隔得开的各段。</summary>
    private static List<List<PdfWord>> Groups(List<PdfWord> words)
    {
        List<List<PdfWord>> groups = [];
        foreach (var word in words.OrderBy(w => w.Box.X0))
        {
            if (groups.Count > 0 && word.Box.X0 - groups[^1][^1].Box.X1 < 0.6 * word.Em)
            {
                groups[^1].Add(word);
            }
            else
            {
                groups.Add([word]);
            }
        }

        return groups;
    }

    private static bool IsValue(PdfWord word) => word.Text.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-' or '—' or '/') && word.Text.Length <= 9;
}
