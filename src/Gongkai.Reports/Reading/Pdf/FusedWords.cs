namespace Gongkai.Reports.Reading.Pdf;

/// <summary>
/// 没有画线的表格，左格的字靠右、右格的字靠左时，poppler 把两格并成一个词：「0」和「3」成了「03」。
/// 同一字体的同一个数字总是一样宽，比它宽的那一处就是两格之间。
/// </summary>
internal static class FusedWords
{
    private const int LeastNumbers = 3;
    private const double Wider = 1.15;

    /// <summary>把成行的数里并错的词拆开；正文不动。</summary>
    public static void Split(List<PdfWord> words)
    {
        var widths = Widths(words);
        foreach (var row in TextLines.Rows(words).Where(r => r.Count(LineSegment.IsNumber) >= LeastNumbers))
        {
            foreach (var word in row)
            {
                int[] cuts = [.. Enumerable.Range(1, word.Text.Length - 1).Where(i => IsCut(word, i, widths))];
                if (cuts.Length > 0)
                {
                    words.Remove(word);
                    words.AddRange(Parts(word, [0, .. cuts, word.Text.Length]));
                }
            }
        }
    }

    /// <summary>一页上各字体的各个数字最窄的一处。</summary>
    private static Dictionary<(int Font, char Digit), double> Widths(List<PdfWord> words)
    {
        Dictionary<(int, char), double> widths = [];
        foreach (var word in words.Where(w => w.Edges is not null))
        {
            for (var i = 0; i < word.Text.Length; i++)
            {
                var key = (word.Font, word.Text[i]);
                if (char.IsAsciiDigit(word.Text[i]))
                {
                    widths[key] = Math.Min(Width(word, i), widths.GetValueOrDefault(key, double.PositiveInfinity));
                }
            }
        }

        return widths;
    }

    private static double Width(PdfWord word, int at) => word.Edges![at + 1] - word.Edges[at];

    /// <summary>第 at 个字之前是两格之间。</summary>
    private static bool IsCut(PdfWord word, int at, Dictionary<(int Font, char Digit), double> widths)
    {
        var (before, after) = (word.Text[at - 1], word.Text[at]);
        if (!char.IsAsciiDigit(after))
        {
            return false;
        }

        // 标签太长盖住了后面的格：「部分公开（区分处理19」。
        return PdfWord.UnitsOf(before) == 2
            ? word.Text.AsSpan(at).IndexOfAnyExceptInRange('0', '9') < 0
            : char.IsAsciiDigit(before) && word.Edges is not null && Width(word, at - 1) > Wider * widths[(word.Font, before)];
    }

    private static IEnumerable<PdfWord> Parts(PdfWord word, int[] cuts)
    {
        var edges = word.Edges ?? WordSplit.Even(word);
        for (var i = 1; i < cuts.Length; i++)
        {
            var (start, end) = (cuts[i - 1], cuts[i]);
            yield return word with
            {
                Text = word.Text[start..end],
                Box = word.Box with { X0 = edges[start], X1 = edges[end] },
                Edges = word.Edges is null ? null : edges[start..(end + 1)],
            };
        }
    }
}
