namespace Gongkai.Reports.Reading.Facts;

/// <summary>把一个文件分成若干份报告。</summary>
internal static class ReportSplitter
{
    /// <summary>各份报告的范围，首尾相接，盖满全文；没有部分标题的文件是一份。</summary>
    public static List<ReportSpan> Split(string text)
    {
        var hits = HeadingFinder.Find(text);
        var spans = new List<ReportSpan>();
        var (start, first) = (0, 0);
        for (var i = 1; i < hits.Count; i++)
        {
            if (hits[i].Section > hits[i - 1].Section)
            {
                continue;
            }

            var end = StartOfNext(text, hits[i - 1].End, hits[i].Start);
            spans.Add(new ReportSpan(start, end, hits.GetRange(first, i - first)));
            (start, first) = (end, i);
        }

        spans.Add(new ReportSpan(start, text.Length, first == 0 ? hits : hits.GetRange(first, hits.Count - first)));
        return spans;
    }

    // Back from heading one to the title; titles are often printed twice, above and below the publication line.
    private static int StartOfNext(string text, int floor, int heading)
    {
        var titles = TitleFinder.FindAll(text, floor, heading).FindAll(t => t.Alone || t.Agency != null);
        if (titles.Count == 0)
        {
            return Signature.Find(text, floor, heading) is { } signature ? signature.End : heading;
        }

        var at = titles.Count - 1;
        while (at > 0 && IsSameReport(titles[at - 1], titles[at]))
        {
            at--;
        }

        return titles[at].Start;
    }

    private static bool IsSameReport(TitleCandidate above, TitleCandidate below) =>
        below.Start - above.End < 600
        && (above.Agency == null || below.Agency == null || above.Agency == below.Agency)
        && (above.Year == null || below.Year == null || above.Year == below.Year);
}
