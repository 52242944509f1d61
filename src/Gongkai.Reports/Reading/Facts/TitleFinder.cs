namespace Gongkai.Reports.Reading.Facts;

/// <summary>找年度报告的标题，可分两三行印，可有网站导航在前。</summary>
internal static class TitleFinder
{
    private const int Reach = 8_000;
    private const int MaxCandidates = 64;

    /// <summary>两处之间所有像标题的地方，按先后。</summary>
    public static List<TitleCandidate> FindAll(ReadOnlySpan<char> text, int from, int to)
    {
        var candidates = new List<TitleCandidate>();
        from = Math.Max(from, to - Reach);
        for (var at = from; at < to;)
        {
            var step = text[at..to].IndexOfAny('报', '報');
            if (step < 0)
            {
                break;
            }

            at += step;
            if (EndOfAnchor(text, at, to) is { } end && TitleLine.Read(text, from, at, end) is { } candidate)
            {
                if (candidates.Count == MaxCandidates)
                {
                    candidates.RemoveAt(0);
                }

                candidates.Add(candidate);
            }

            at++;
        }

        return candidates;
    }

    // “报告” or “年报”, perhaps with spaces between; not “报告格式”, “年报表”.
    private static int? EndOfAnchor(ReadOnlySpan<char> text, int at, int to)
    {
        var next = Glyphs.SkipBlank(text[..Math.Min(to, at + 8)], at + 1);
        var end = next < to && HanFold.Fold(text[next]) == '告' ? next + 1 : at + 1;
        if (end == at + 1)
        {
            var before = Glyphs.TrimBack(text, at, Math.Max(0, at - 4)) - 1;
            if (before < 0 || text[before] != '年' || (next < to && HanFold.Fold(text[next]) is '表' or '道' or '送' or '名'))
            {
                return null;
            }
        }

        Span<char> letters = stackalloc char[2];
        Span<int> positions = stackalloc int[2];
        return Glyphs.Take(text[..to], end, letters, positions, 0, 4) == 2 && letters.SequenceEqual("格式") ? null : end;
    }
}
