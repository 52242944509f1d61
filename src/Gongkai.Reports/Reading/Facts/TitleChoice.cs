namespace Gongkai.Reports.Reading.Facts;

/// <summary>几处都像标题时选哪一处：旁边列着别的单位、别的年份的报告也不上当。</summary>
internal static class TitleChoice
{
    /// <summary>这一份的标题；没有时为 null。</summary>
    public static TitleCandidate? Best(ReadOnlySpan<char> text, ReportSpan span, Signature? signature)
    {
        var candidates = TitleFinder.FindAll(text, span.Start, span.HeadEnd);
        if (candidates.Count <= 1)
        {
            return candidates.Count == 0 ? null : candidates[0];
        }

        int? year = SameYears(candidates) ? null : ReportYear.Find(text, span);
        var (best, bestScore) = (candidates[0], int.MinValue);
        foreach (var candidate in candidates)
        {
            var score = Score(text, span, candidate, candidates, signature, year);
            if (score > bestScore)
            {
                (best, bestScore) = (candidate, score);
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
        score += signature?.Agency == c.Agency ? 6 : 0;
        return score + (SaysAgain(head, c, all) ? 4 : 0);
    }

    private static bool SaysAgain(ReadOnlySpan<char> head, TitleCandidate c, List<TitleCandidate> all)
    {
        if (all.TrueForAll(o => o.Agency == null || o.Agency == c.Agency))
        {
            return false;
        }

        return head.IndexOf(c.Agency) >= 0;
    }

    private static bool SameYears(List<TitleCandidate> candidates) => candidates.TrueForAll(c => c.Year == candidates[0].Year);
}
