namespace Gongkai.Reports.Reading.Pdf;

/// <summary>一行里连着的几个词：一格里的一行字，或一个数。</summary>
internal sealed record LineSegment(List<PdfWord> Words, Box Box)
{
    private const int LongestValue = 12;

    /// <summary>各词接起来。</summary>
    public string Text { get; } = TextLines.Line(Words).Text;

    /// <summary>字号，点。</summary>
    public double Em => Words.Max(w => w.Em);

    /// <summary>数或空白的记号。</summary>
    public bool IsValue => Words is [var word] && IsNumber(word);

    /// <summary>上下有重叠的一段。</summary>
    public bool IsAbove(Box other) => Box.X0 < other.X1 && other.X0 < Box.X1;

    /// <summary>数、「/」「-」；「1.」是编号。</summary>
    public static bool IsNumber(PdfWord word) =>
        word.Text.Length <= LongestValue && !word.Text.EndsWith('.') && word.Text.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-' or '—' or '/');
}

/// <summary>一行：左边的标签各段，和右边末尾的数。</summary>
internal sealed class UnruledLine
{
    private const double Joined = 0.6;

    // 行末连着这么多数，头一个就不是标签里的，挨得再近也是。
    private const int LeastTail = 3;

    private UnruledLine(List<LineSegment> labels, List<LineSegment> values, double y, double em) => (Labels, Values, Y, Em) = (labels, values, y, em);

    public List<LineSegment> Labels { get; }

    public List<LineSegment> Values { get; }

    /// <summary>这一行的中线。</summary>
    public double Y { get; }

    public double Em { get; }

    /// <summary>标签的右端。</summary>
    public double LabelRight => Labels.Count == 0 ? double.NegativeInfinity : Labels.Max(l => l.Box.X1);

    public IEnumerable<PdfWord> Words => Labels.Concat(Values).SelectMany(s => s.Words);

    /// <summary>把一行词分段：挨得近的成一段，两个数从不并成一段。</summary>
    public static UnruledLine Of(List<PdfWord> words)
    {
        List<LineSegment> segments = [];
        var tail = words.FindLastIndex(w => !LineSegment.IsNumber(w)) + 1;
        tail = words.Count - tail >= LeastTail ? tail : words.Count;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (i < tail && segments.Count > 0 && segments[^1] is var last && word.Box.X0 - last.Box.X1 < Joined * word.Em && !(last.IsValue && LineSegment.IsNumber(word)))
            {
                segments[^1] = new LineSegment([.. last.Words, word], last.Box.Union(word.Box));
            }
            else
            {
                segments.Add(new LineSegment([word], word.Box));
            }
        }

        var first = segments.FindLastIndex(s => !s.IsValue) + 1;
        return new UnruledLine(segments.GetRange(0, first), segments.GetRange(first, segments.Count - first), words.Average(w => w.Box.CenterY), words.Max(w => w.Em));
    }
}
