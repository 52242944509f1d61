namespace Gongkai.Reports.Reading.Facts;

/// <summary>认出目录：几个标题一个接一个，中间没有内容，后面又从头来过。</summary>
internal static class ContentsList
{
    private const int LeastEntries = 3;
    private const int LongestGap = 400;

    /// <summary>去掉目录里的标题。</summary>
    public static List<HeadingCandidate> Drop(ReadOnlySpan<char> text, List<HeadingCandidate> candidates)
    {
        if (candidates.Count <= LeastEntries)
        {
            return candidates;
        }

        var kept = new List<HeadingCandidate>(candidates.Count);
        for (var first = 0; first < candidates.Count;)
        {
            var last = first;
            while (last + 1 < candidates.Count
                && candidates[last + 1].Section > candidates[last].Section
                && IsEmpty(text[candidates[last].End..Math.Max(candidates[last].End, candidates[last + 1].Start)]))
            {
                last++;
            }

            var comesAgain = last + 1 < candidates.Count && candidates[last + 1].Section <= candidates[first].Section;
            if (last - first + 1 < LeastEntries || !(comesAgain || IsSideList(text, kept, candidates[first], last - first + 1)))
            {
                kept.AddRange(candidates.GetRange(first, last - first + 1));
            }

            first = last + 1;
        }

        return kept;
    }

    // A list of links to the sections, below the report or beside it: all sections again, and no title of another report before them.
    private static bool IsSideList(ReadOnlySpan<char> text, List<HeadingCandidate> kept, HeadingCandidate first, int entries) =>
        entries > LeastEntries
        && kept.Count >= entries
        && kept[^1].Section >= first.Section
        && !TitleFinder.FindAll(text, kept[^1].End, first.Start).Exists(t => t.Alone || t.Agency != null);

    // Dots, page numbers and sub-entries that themselves end in a page number are no content.
    private static bool IsEmpty(ReadOnlySpan<char> gap)
    {
        if (gap.Length > LongestGap || gap.Contains('\uFFFC'))
        {
            return false;
        }

        foreach (var range in gap.Split('\n'))
        {
            var line = gap[range];
            var (han, last) = (0, '\0');
            foreach (var c in line)
            {
                var kind = Glyphs.KindOf(c);
                han += kind == Glyph.Letter && !char.IsAsciiDigit(HanFold.Fold(c)) ? 1 : 0;
                last = kind is Glyph.Letter or Glyph.Mark ? HanFold.Fold(c) : last;
            }

            if (han > 0 && !(char.IsAsciiDigit(last) && line.IndexOfAny("…..·") >= 0))
            {
                return false;
            }
        }

        return true;
    }
}
