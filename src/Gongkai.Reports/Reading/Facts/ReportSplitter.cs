namespace Gongkai.Reports.Reading.Facts;

/// <summary>把一个文件分成若干份报告。</summary>
internal static class ReportSplitter
{
    /// <summary>各份报告的范围，首尾相接，盖满全文；没有部分标题的文件是一份，除非几个标题之下各有统计表。</summary>
    public static List<ReportSpan> Split(string text)
    {
        if (!VisibleText.IsNeeded(text))
        {
            return SplitVisible(text);
        }

        var visible = VisibleText.Of(text);
        var spans = new List<ReportSpan>();
        foreach (var span in SplitVisible(visible.Text))
        {
            var headings = new List<HeadingHit>(span.Headings.Count);
            foreach (var hit in span.Headings)
            {
                headings.Add(hit with { Start = visible.Before(hit.Start), End = visible.After(hit.End) });
            }

            spans.Add(new ReportSpan(visible.Before(span.Start), span.End == visible.Text.Length ? text.Length : visible.Before(span.End), headings));
        }

        return spans;
    }

    private static List<ReportSpan> SplitVisible(string text)
    {
        var cuts = TitledTables.Cuts(text);
        var spans = new List<ReportSpan>();
        var start = 0;
        foreach (var cut in cuts)
        {
            SplitAtHeadings(text, start, cut, spans);
            start = cut;
        }

        SplitAtHeadings(text, start, text.Length, spans);
        return spans;
    }

    private static void SplitAtHeadings(string text, int start, int to, List<ReportSpan> spans)
    {
        var hits = HeadingFinder.Find(text, start, to);
        var first = 0;
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

        spans.Add(new ReportSpan(start, to, first == 0 ? hits : hits.GetRange(first, hits.Count - first)));
    }

    // Back from heading one to the title; titles are often printed twice, above and below the publication line.
    private static int StartOfNext(string text, int floor, int heading)
    {
        var titles = TitleFinder.FindAll(text, floor, heading).FindAll(t => t.Alone || t.Agency != null);
        if (titles.Count == 0)
        {
            return Signature.Find(text, floor, heading) is { } signature ? signature.End : heading;
        }

        return FirstPrint(titles).Start;
    }

    /// <summary>最后一个标题印了几次时，第一次印的。</summary>
    internal static TitleCandidate FirstPrint(List<TitleCandidate> titles)
    {
        var at = titles.Count - 1;
        while (at > 0 && IsSameReport(titles[at - 1], titles[at]))
        {
            at--;
        }

        return titles[at];
    }

    private static bool IsSameReport(TitleCandidate above, TitleCandidate below) =>
        below.Start - above.End < 600
        && (above.Agency == null || below.Agency == null || above.Agency == below.Agency)
        && (above.Year == null || below.Year == null || above.Year == below.Year);
}
