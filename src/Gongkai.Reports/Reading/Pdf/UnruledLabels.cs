namespace Gongkai.Reports.Reading.Pdf;

/// <summary>没有画线的表格里的一个标签：第几行起，各行字。</summary>
internal sealed class UnruledLabel(int row, LineSegment first)
{
    public int Row { get; set; } = row;

    public List<PdfWord> Words { get; } = [.. first.Words];

    public Box Box { get; private set; } = first.Box;

    /// <summary>末一行的中线。</summary>
    public double LastY { get; private set; } = first.Box.CenterY;

    public string Text { get; private set; } = first.Text;

    /// <summary>左右有重叠、紧接在下一行、没有编号的，是这个标签的后一行。</summary>
    public bool TryContinue(LineSegment next)
    {
        const double Pitch = 2;
        var isNext = next.IsAbove(Box) && next.Box.CenterY - LastY <= Pitch * next.Em && next.Box.CenterY > LastY && !IsNumbered(next.Text);
        if (isNext)
        {
            Add(next);
        }

        return isNext;
    }

    /// <summary>「一、」「（一）」「1.」起头；折下来的「三类内部事务」不是。</summary>
    public static bool IsNumbered(string text) =>
        text is ['（' or '(', var c, '）' or ')', ..] ? IsNumeral(c) : text is [var first, '、' or '.' or '．', ..] && (IsNumeral(first) || char.IsAsciiDigit(first));

    private static bool IsNumeral(char c) => c is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十';

    public void Add(LineSegment next)
    {
        Words.AddRange(next.Words);
        Box = Box.Union(next.Box);
        LastY = next.Box.CenterY;
        Text += next.Text;
    }
}

/// <summary>
/// 折成几行的标签分给各行数：顶端对齐的，数与首行平；居中的，数在各行正中。
/// 两种都说得通而结果不同时，不分。
/// </summary>
internal sealed class UnruledLabels
{
    private const int MostAbove = 4;
    private readonly List<UnruledLine> _lines;
    private readonly List<int> _rows;
    private readonly int _start;
    private readonly HashSet<LineSegment> _uppers = [];

    /// <param name="lines">自可能的首行标签至可能的末行标签。</param>
    /// <param name="rows">有数的各行。</param>
    /// <param name="start">头一个标签的头一行。</param>
    private UnruledLabels(List<UnruledLine> lines, List<int> rows, int start)
    {
        (_lines, _rows, _start) = (lines, rows, start);
        for (var i = 0; i < lines.Count; i++)
        {
            _uppers.UnionWith(lines[i].Labels.SkipLast(1));
            if (lines[i].Values.Count == 0 && lines[i].Labels is [.., var last] && IsLeftOfNeighbours(i, last))
            {
                _uppers.Add(last);
            }
        }
    }

    /// <summary>各行的末级标签，自上而下。</summary>
    public List<UnruledLabel> Leaves { get; } = [];

    /// <summary>上级标签。</summary>
    public List<UnruledLabel> Uppers { get; } = [];

    /// <summary>分好的标签；分不准时为 null。</summary>
    /// <param name="lines">各行，前后可以多带几行只有标签的。</param>
    /// <param name="rows">有数的各行的序号。</param>
    public static UnruledLabels? Of(List<UnruledLine> lines, List<int> rows)
    {
        var top = new UnruledLabels(lines, rows, rows[0]);
        var isTop = top.TryTop();
        List<UnruledLabels> fits = isTop ? [top] : [];
        for (var above = 0; above <= Math.Min(MostAbove, rows[0]); above++)
        {
            var middle = new UnruledLabels(lines, rows, rows[0] - above);
            if (middle.TryMiddle(above) && !fits.Exists(f => f.IsSame(middle)))
            {
                fits.Add(middle);
            }
        }

        return fits.Count == 1 ? fits[0] : null;
    }

    private bool IsSame(UnruledLabels other) => Leaves.Select(l => l.Text).SequenceEqual(other.Leaves.Select(l => l.Text));

    /// <summary>数与标签的首行平齐。</summary>
    private bool TryTop()
    {
        for (var i = 0; i < _rows.Count; i++)
        {
            var labels = _lines[_rows[i]].Labels;
            if (labels.Count == 0)
            {
                return false;
            }

            foreach (var upper in labels.SkipLast(1))
            {
                AddUpper(upper, i);
            }

            Leaves.Add(new UnruledLabel(i, labels[^1]));
            var isLast = i + 1 == _rows.Count;
            foreach (var segment in Between(_rows[i] + 1, isLast ? _lines.Count : _rows[i + 1]).SelectMany(l => l.Labels))
            {
                if (Leaves[^1].TryContinue(segment) || Uppers.FindLast(u => u.Box.X0 < segment.Box.X1 && segment.Box.X0 < u.Box.X1)?.TryContinue(segment) == true)
                {
                    continue;
                }

                if (isLast)
                {
                    break;
                }

                return false;
            }
        }

        return true;
    }

    /// <summary>数在标签各行的正中：上面几行，下面也几行。</summary>
    private bool TryMiddle(int above)
    {
        List<LineSegment> waiting = [.. Between(_start, _rows[0]).SelectMany(l => LeafOf(l))];
        if (waiting.Count != above)
        {
            return false;
        }

        for (var i = 0; i < _rows.Count; i++)
        {
            var isLast = i + 1 == _rows.Count;
            List<LineSegment> parts = [.. waiting, .. LeafOf(_lines[_rows[i]]).Where(s => waiting.Count == 0 || s.IsAbove(waiting[^1].Box))];
            List<LineSegment> following = [.. Between(_rows[i] + 1, isLast ? _lines.Count : _rows[i + 1]).SelectMany(LeafOf)];
            if (parts.Count == 0 || following.Count < waiting.Count || following.Count - waiting.Count > MostAbove)
            {
                return false;
            }

            parts.AddRange(following.Take(waiting.Count));
            var y = _lines[_rows[i]].Values.Average(v => v.Box.CenterY);
            if (Math.Abs(((parts[0].Box.CenterY + parts[^1].Box.CenterY) / 2) - y) > 0.5 * parts[0].Em || parts.Skip(1).Any(p => UnruledLabel.IsNumbered(p.Text)))
            {
                return false;
            }

            Leaves.Add(new UnruledLabel(i, parts[0]));
            parts.Skip(1).ToList().ForEach(Leaves[^1].Add);
            waiting = following[waiting.Count..];
        }

        AddUppers();
        return true;
    }

    /// <summary>居中的上级标签，归到它所跨的头一行：那里的末级标签编号是 1。</summary>
    private void AddUppers()
    {
        HashSet<PdfWord> leaves = [.. Leaves.SelectMany(l => l.Words)];
        foreach (var segment in Between(_start, _lines.Count).SelectMany(l => l.Labels).Where(s => !leaves.Contains(s.Words[0])))
        {
            if (segment.Box.CenterY > Leaves[^1].Box.Y1)
            {
                break;
            }

            AddUpper(segment, Leaves.FindLastIndex(l => l.Box.Y0 <= segment.Box.CenterY) is >= 0 and var row ? row : 0);
        }

        foreach (var upper in Uppers)
        {
            var first = Leaves.FindLastIndex(upper.Row, l => l.Text is ['1', '.' or '．' or '、', ..]);
            upper.Row = first >= 0 && !Uppers.Exists(u => u != upper && u.Row >= first && u.Row < upper.Row && u.Box.X0 < upper.Box.X1 && upper.Box.X0 < u.Box.X1) ? first : upper.Row;
        }
    }

    private void AddUpper(LineSegment segment, int row)
    {
        if (Uppers.FindLast(u => u.Box.X0 < segment.Box.X1 && segment.Box.X0 < u.Box.X1)?.TryContinue(segment) != true)
        {
            Uppers.Add(new UnruledLabel(row, segment));
        }
    }

    private IEnumerable<UnruledLine> Between(int from, int to) => _lines.Take(to).Skip(from);

    private IEnumerable<LineSegment> LeafOf(UnruledLine line) => line.Labels.Where(s => !IsUpper(s));

    private bool IsUpper(LineSegment segment) => _uppers.Contains(segment);

    /// <summary>单独一行的字，邻近的行都在它右边另有标签：是上级标签。</summary>
    private bool IsLeftOfNeighbours(int line, LineSegment segment)
    {
        const double Near = 2.5;
        return Beside(-1) || Beside(1);

        bool Beside(int step)
        {
            for (var i = line + step; i >= 0 && i < _lines.Count && Math.Abs(_lines[i].Y - _lines[line].Y) <= Near * segment.Em; i += step)
            {
                if (_lines[i].Labels is [.., var last] && last.Box.X0 >= segment.Box.X1 - 1)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
