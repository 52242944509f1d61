using Gongkai.Reports.Reading.Facts;
using Gongkai.Reports.Reading.Narrative;

namespace Gongkai.Reports.Checking.Words;

/// <summary>报告自己说的统计期。</summary>
/// <param name="From">起日；没有说时为 null。</param>
/// <param name="To">止日。</param>
/// <param name="At">在正文中的位置。</param>
internal readonly record struct ReportPeriod(DateOnly? From, DateOnly To, int At)
{
    private const int Reach = 80;
    private const int MostHits = 40;

    /// <summary>找统计期；没有说、或日子写得不成日子时为 null。</summary>
    public static ReportPeriod? Find(NarrativeText text)
    {
        var looked = 0;
        foreach (var hit in text.Hits.Of(WordSets.PeriodWords))
        {
            if (++looked > MostHits)
            {
                return null;
            }

            if (text.SectionAt(hit.Start) <= 1 && Read(text, hit.End) is { } period)
            {
                return period;
            }
        }

        return null;
    }

    /// <summary>恰是这一年的 1 月 1 日至 12 月 31 日；只说止日的，看止日。</summary>
    public bool IsWholeOf(int year) => (From is not { } from || from == new DateOnly(year, 1, 1)) && To == new DateOnly(year, 12, 31);

    /// <summary>恰是某一年的全年时，是哪一年。</summary>
    public int? WholeYear => IsWholeOf(To.Year) ? To.Year : null;

    private static ReportPeriod? Read(NarrativeText text, int from)
    {
        var end = text.SentenceSpan[text.SentenceAt(from - 1)].End;
        var stop = Math.Min(end, from + Reach);
        var letters = text.Letters.AsSpan();
        if (FirstDate(letters, from, stop) is not { } first)
        {
            return null;
        }

        // “自2023年1月1日起至2023年12月31日止”, “2023.1.1-2023.12.31”, “自2023年1月1日起至12月31日止”.
        var at = first.End;
        if (at < stop && letters[at] == '起')
        {
            at++;
        }

        if (at < stop && letters[at] is ',' or '、')
        {
            at++;
        }

        var joins = 0;
        while (at < stop && letters[at] is '至' or '到' or '-' or '—' or '–' or '~' or '～' or '截' or '止')
        {
            (at, joins) = (at + 1, joins + 1);
        }

        if (joins > 0)
        {
            return PrintedDate.Read(letters[..stop], at) is { } second ? Of(first.Date, second.Date, first.Start)
                : MonthDay(letters[..stop], at, first.Date.Year) is { } day ? Of(first.Date, day, first.Start)
                : null;
        }

        var before = letters[Math.Max(0, first.Start - 3)..first.Start];
        var isUntil = before.EndsWith("截至") || before.EndsWith("截止") || before.EndsWith("截止到") || before.EndsWith("截至到") || before.EndsWith("止于")
            || letters[(from - 2)..from] is "截至" or "截止";
        return isUntil ? new ReportPeriod(null, first.Date, first.Start) : null;
    }

    private static ReportPeriod? Of(DateOnly from, DateOnly to, int at) => from <= to ? new ReportPeriod(from, to, at) : null;

    private static PrintedDate? FirstDate(ReadOnlySpan<char> letters, int from, int stop)
    {
        for (var at = from; at < stop; at++)
        {
            if (PrintedDate.Digit(letters[at]) == 2 && PrintedDate.Read(letters[..stop], at) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    // “12月31日”, of the year that was said before.
    private static DateOnly? MonthDay(ReadOnlySpan<char> letters, int at, int year)
    {
        Span<int> parts = stackalloc int[2];
        foreach (ref var part in parts)
        {
            var begin = at;
            while (at < letters.Length && at - begin < 2 && char.IsAsciiDigit(letters[at]))
            {
                part = (part * 10) + letters[at++] - '0';
            }

            if (at == begin || at >= letters.Length || letters[at] is not ('月' or '日' or '号'))
            {
                return null;
            }

            at++;
        }

        return parts[0] is >= 1 and <= 12 && parts[1] >= 1 && parts[1] <= DateTime.DaysInMonth(year, parts[0]) ? new DateOnly(year, parts[0], parts[1]) : null;
    }
}
