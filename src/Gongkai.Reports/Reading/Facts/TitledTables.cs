namespace Gongkai.Reports.Reading.Facts;

/// <summary>只有标题和统计表、没有六个部分的几份报告：看哪些标题之下紧接着统计表的表头。</summary>
internal static class TitledTables
{
    // A title, a caption, a section's heading and the lead of a table, with the blanks of a table's cells.
    private const int Reach = 400;

    // Letters that a caption, a heading and what stands above the first words of a table have together.
    private const int MostLetters = 64;

    // The report's own title stands this near its start.
    private const int OwnTitle = 8_000;
    private const int MaxTries = 20_000;

    // The first words of the first and of the second table, in all forms.
    private const string FirstTable = "信息内容", SecondTable = "申请人情况";

    /// <summary>第二份起各份标题的起点；只有一份时为空。</summary>
    public static List<int> Cuts(string text)
    {
        var cuts = new List<int>();
        var (first, second) = (Next(text, FirstTable, -1), Next(text, SecondTable, -1));
        for (var (above, start, tries) = (-1, 0, 0); Math.Min(first, second) < text.Length && tries < MaxTries; tries++)
        {
            var head = Math.Min(first, second);

            // What stands above the first table belongs to the first report, whatever is listed there.
            if (above >= 0 && TitleAbove(text, above, head) is { } title && IsAnother(text, start, title))
            {
                cuts.Add(title.Start);
                start = title.Start;
            }

            above = head;
            (first, second) = head == first ? (Next(text, FirstTable, first), second) : (first, Next(text, SecondTable, second));
        }

        return cuts;
    }

    private static int Next(string text, string words, int after)
    {
        var step = text.AsSpan(after + 1).IndexOf(words);
        return step < 0 ? text.Length : after + 1 + step;
    }

    private static TitleCandidate? TitleAbove(ReadOnlySpan<char> text, int above, int tableHead)
    {
        var titles = TitleFinder.FindAll(text, Math.Max(above, tableHead - Reach), tableHead);
        if (titles is not [.., { Agency: not null } title])
        {
            return null;
        }

        // Only captions and headings between: a title named in a sentence is no title.
        var between = text[title.End..tableHead];
        var letters = 0;
        foreach (var c in between)
        {
            if (c is '。' or '》' or '；')
            {
                return null;
            }

            letters += Glyphs.KindOf(c) == Glyph.Letter ? 1 : 0;
        }

        return letters <= MostLetters ? title with { Start = ReportSplitter.FirstPrint(titles).Start } : null;
    }

    // A running head or an annex repeats the report's own title.
    private static bool IsAnother(ReadOnlySpan<char> text, int start, TitleCandidate title)
    {
        var known = false;
        var titles = TitleFinder.FindAll(text, start, title.Start);
        titles.AddRange(TitleFinder.FindAll(text, start, Math.Min(title.Start, start + OwnTitle)));
        foreach (var other in titles)
        {
            known |= other.Agency != null;
            if (other.Agency == title.Agency && (other.Year == title.Year || other.Year == null || title.Year == null))
            {
                return false;
            }
        }

        return known;
    }
}
