namespace Gongkai.Reports.Reading.Pdf;

/// <summary>没有画线的表格里数的各列：上下对得齐的，由位置定；对不齐而每行一样多的，由先后定。</summary>
internal sealed class UnruledColumns(UnruledLine first)
{
    private List<Box> _columns = first.Values.ConvertAll(v => v.Box);
    private double _labelRight = first.LabelRight;
    private bool _isUneven;
    private bool _isOrdered;

    public int Count => _columns.Count;

    /// <summary>再加一行数；归不准时不加，返回否。</summary>
    public bool TryAdd(UnruledLine line)
    {
        var values = line.Values;
        var right = Math.Max(_labelRight, line.LabelRight);

        // 标签伸进了头一列的，数可能被它盖住：不能说那一格空着。
        if (!_isOrdered && Aligned(values) is { } wider && (right <= wider[0].X0 || (!_isUneven && values.Count == Count)))
        {
            _labelRight = right;
            _isUneven |= values.Count != Count;
            _columns = wider;
            return true;
        }

        // 合并的标签格没有画线时，LibreOffice 把这一行的数往左移：各行一样多，次序还是准的。
        if (_isUneven || values.Count != Count)
        {
            return false;
        }

        return _isOrdered = true;
    }

    /// <summary>一行里第几列的框和词；空着的没有词。</summary>
    public (Box Box, List<PdfWord> Words) Cell(List<LineSegment> values, int column)
    {
        var value = _isOrdered ? values[column] : values.Find(v => v.IsAbove(_columns[column]));
        return value is null ? (_columns[column] with { Y0 = values[0].Box.Y0, Y1 = values[0].Box.Y1 }, []) : (value.Box, value.Words);
    }

    /// <summary>这一行的数一一落在各列里，列随之放宽；落不准时为 null。</summary>
    private List<Box>? Aligned(List<LineSegment> values)
    {
        var boxes = values.ConvertAll(v => v.Box);
        var (few, many) = boxes.Count > Count ? (_columns, boxes) : (boxes, _columns);
        List<Box> wider = [.. many];
        var last = -1;
        foreach (var box in few)
        {
            var at = many.FindIndex(m => m.X0 < box.X1 && box.X0 < m.X1);
            if (at <= last || many.FindLastIndex(m => m.X0 < box.X1 && box.X0 < m.X1) != at)
            {
                return null;
            }

            (last, wider[at]) = (at, many[at].Union(box));
        }

        return wider.Zip(wider.Skip(1)).All(p => p.First.X1 < p.Second.X0) ? wider : null;
    }
}
