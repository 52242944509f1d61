namespace Gongkai.Reports.Reading.Facts;

/// <summary>标题没有年度时，由统计期限、再由第一部分里说得最多的年份看。</summary>
internal static class ReportYear
{
    private const int Reach = 20_000;
    private const int FirstYear = 2000;

    /// <summary>年度；看不出时为 null。</summary>
    public static int? Find(ReadOnlySpan<char> text, ReportSpan span)
    {
        var head = text[Math.Max(span.Start, span.HeadEnd - Reach)..span.HeadEnd];
        return Period(head) ?? Mentioned(FirstSection(text, span));
    }

    // “2023年1月1日至2023年12月31日”: two days of one year, the first and the last.
    private static int? Period(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length;)
        {
            var step = text[at..].IndexOfAny("2２二");
            if (step < 0)
            {
                return null;
            }

            at += step;
            if (PrintedDate.Read(text, at) is { } date)
            {
                if (date.Date is { Month: 12, Day: 31 })
                {
                    return date.Date.Year;
                }

                at = date.End;
            }
            else
            {
                at++;
            }
        }

        return null;
    }

    private static ReadOnlySpan<char> FirstSection(ReadOnlySpan<char> text, ReportSpan span)
    {
        if (span.Headings.Count == 0)
        {
            return text[span.Start..span.HeadEnd];
        }

        var from = span.Headings[0].End;
        var to = span.Headings.Count > 1 ? span.Headings[1].Start : span.End;

        // A heading broken over two lines may run into the next one.
        return text[from..Math.Clamp(to, from, from + Reach)];
    }

    private static int? Mentioned(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[100];
        counts.Clear();
        var (total, best) = (0, 0);
        for (var at = 0; at < text.Length;)
        {
            var step = text[at..].IndexOfAny("2２二");
            if (step < 0)
            {
                break;
            }

            at += step;
            var end = at;
            if ((at == 0 || PrintedDate.Digit(text[at - 1]) < 0)
                && PrintedDate.ReadYear(text, ref end) is { } year
                && Glyphs.SkipSpaces(text, end) is var next
                && next < text.Length
                && text[next] == '年')
            {
                total++;
                best = ++counts[year - FirstYear] > counts[best] ? year - FirstYear : best;
                at = end;
            }
            else
            {
                at++;
            }
        }

        return counts[best] >= 2 && counts[best] * 2 > total ? best + FirstYear : null;
    }
}
