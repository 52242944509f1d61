namespace Gongkai.Reports.Reading.Facts;

/// <summary>几处都像标题时选哪一处：旁边列着别的单位、别的年份的报告也不上当。</summary>
internal static class TitleChoice
{
    private const int LeastLinks = 3;
    private const int LinkGap = 40;
    private const int InList = 6;
    private const int Last = 2;

    /// <summary>这一份的标题；没有时为 null。</summary>
    public static TitleCandidate? Best(ReadOnlySpan<char> text, ReportSpan span, Signature? signature)
    {
        var candidates = TitleFinder.FindAll(text, span.Start, span.HeadEnd);
        if (candidates.Count <= 1)
        {
            return candidates.Count == 0 ? null : candidates[0];
        }

        int? year = SameYears(candidates) ? null : ReportYear.Find(text, span) ?? YearBefore(text, span, signature);
        var lists = Lists(candidates);
        var (best, bestScore) = (candidates[0], int.MinValue);
        for (var i = 0; i < candidates.Count; i++)
        {
            var score = Score(text, span, candidates[i], candidates, signature, year) - (lists[i] ? InList : 0) + (i == candidates.Count - 1 ? Last : 0);
            if (score > bestScore)
            {
                (best, bestScore) = (candidates[i], score);
            }
        }

        return best;
    }

    /// <summary>文件名里的名称与年度；都没有时为 null。</summary>
    public static TitleCandidate? InFileName(string fileName)
    {
        var name = Path.GetFileNameWithoutExtension(fileName.AsSpan());
        if (name.Length > 200)
        {
            return null;
        }

        if (TitleFinder.FindAll(name, 0, name.Length) is [var title, ..])
        {
            return title;
        }

        // “清溪县应急管理局.docx”: as if it were a title without its words.
        Span<char> words = stackalloc char[name.Length + 6];
        name.CopyTo(words);
        "信息公开年报".CopyTo(words[name.Length..]);
        return TitleFinder.FindAll(words, 0, words.Length) is [.., { Agency: not null } only] ? only : null;
    }

    private static int Score(ReadOnlySpan<char> text, ReportSpan span, TitleCandidate c, List<TitleCandidate> all, Signature? signature, int? year)
    {
        var score = (c.Agency != null ? c.Joined ? 3 : 5 : 0) + (c.Year != null ? 3 : 0) + (c.Alone ? 3 : 0);
        score += year == null || c.Year == null ? 0 : c.Year == year ? 4 : -4;
        if (c.Agency == null)
        {
            return score;
        }

        foreach (var other in all)
        {
            var near = Math.Max(other.Start - c.End, c.Start - other.End) < 40;
            score += other == c ? 0
                : other.Agency == c.Agency && other.Year == c.Year ? 1
                : near && other.Agency != null ? -2 : 0;
        }

        // Its own name comes again in the introduction or under the report; a neighbour's in a list does not.
        var head = text[c.End..Math.Min(span.End, Math.Max(c.End, span.HeadEnd + 1_500))];
        head = head.Length > 6_000 ? head[^6_000..] : head;
        score += signature?.Agency is not { } signer ? 0 : signer == c.Agency ? 6 : AgencyName.AreCompatible(signer, c.Agency) ? 0 : -6;
        return score + (SaysAgain(text, head, c, all) ? 4 : 0);
    }

    // A report is signed and published in the year after the one it is about.
    private static int? YearBefore(ReadOnlySpan<char> text, ReportSpan span, Signature? signature) =>
        (signature?.SignedOn ?? PublicationDate.Find(text, span.Start, span.HeadEnd))?.Year - 1;

    // Titles close under each other that name different reports are a list of links. The last may be the report's own:
    // it stands alone on its line where the links carry dates, or the publication line follows it.
    private static bool[] Lists(List<TitleCandidate> all)
    {
        var listed = new bool[all.Count];
        for (var first = 0; first < all.Count;)
        {
            var last = first;
            while (last + 1 < all.Count
                && all[last + 1].Start - all[last].End < LinkGap
                && all[last + 1].Agency != null
                && (all[last + 1].Agency != all[last].Agency || all[last + 1].Year != all[last].Year))
            {
                last++;
            }

            if (last - first + 1 >= LeastLinks)
            {
                listed.AsSpan(first, last - first).Fill(true);
                listed[last] = last < all.Count - 1 || all[last].Alone == all[first].Alone;
            }

            first = last + 1;
        }

        return listed;
    }

    private static bool SaysAgain(ReadOnlySpan<char> text, ReadOnlySpan<char> head, TitleCandidate c, List<TitleCandidate> all)
    {
        if (c.Agency is not { } agency || all.TrueForAll(o => o.Agency == null || o.Agency == agency))
        {
            return false;
        }

        text.Overlaps(head, out var start);
        for (var at = head.IndexOf(agency); at >= 0;)
        {
            if (!IsInTitle(all, start + at))
            {
                return true;
            }

            var next = head[(at + agency.Length)..].IndexOf(agency);
            at = next < 0 ? -1 : at + agency.Length + next;
        }

        return false;
    }

    // The name in another title of a list is not the report speaking of itself.
    private static bool IsInTitle(List<TitleCandidate> all, int at) => all.Exists(o => at >= o.Start && at < o.End);

    private static bool SameYears(List<TitleCandidate> candidates) => candidates.TrueForAll(c => c.Year == candidates[0].Year);
}
