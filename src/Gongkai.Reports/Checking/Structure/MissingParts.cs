using Gongkai.Core.Reports;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Facts;

namespace Gongkai.Reports.Checking.Structure;

/// <summary>一个没有认出标题的部分，其实是怎样。</summary>
internal enum PartFate
{
    /// <summary>真的没有。</summary>
    Missing,

    /// <summary>有一处像它的标题：多半是读漏了，不说。</summary>
    Resembled,

    /// <summary>标题印在别的位置。</summary>
    Displaced,
}

/// <summary>核实没有认出的部分：全文再找一遍，凡有像它的标题的，就不说它缺。</summary>
internal static class MissingParts
{
    private const int LongestHeading = 40;
    private const int LongAlias = 7;

    // A real report has a tenth of this; of a longer one nothing is said.
    private const int LongestReport = 400_000;

    /// <summary>一个部分的下落；印在别处时给出标题与位置。</summary>
    public static (PartFate Fate, Quote? Where) Find(ReportReading report, int section)
    {
        var (flat, span) = (report.Flat!, report.Span);
        if (span.End - span.Start > LongestReport)
        {
            return (PartFate.Resembled, null);
        }

        Span<char> letters = stackalloc char[LongestHeading];
        Span<int> positions = stackalloc int[LongestHeading];
        var text = flat.Text.AsSpan(0, span.End);
        var (before, after) = Neighbours(span, section);
        for (var at = span.Start; at < span.End;)
        {
            var length = text[at..].IndexOf('\n');
            var end = length < 0 ? span.End : at + length;
            var begin = Glyphs.SkipSpaces(text, at);
            if (begin < end && !IsHeading(span, begin))
            {
                var number = HeadingNumber.Read(text, begin);
                var count = Glyphs.Take(text[..end], number?.End ?? begin, letters, positions, 0, 200);
                var line = letters[..count];
                var exact = HeadingAliases.TryExact(line, out var found, out var matched) && found == section && (number is not null || matched == count);
                if (exact && number is { Style: NumberStyle.Han or NumberStyle.Part } && count - matched <= 4 && begin > span.HeadEnd && (begin < before || begin > after))
                {
                    return (PartFate.Displaced, new Quote(WholeText.Of(text[begin..end].Trim()), section, flat.PlaceAt(begin)));
                }

                if (exact || (!IsRowOfTable(text[begin..end], line) && count is > 1 and < LongestHeading && ((count > 2 && HeadingAliases.IsNear(section, line)) || (number is { } n && (HeadingAliases.HasGist(section, line) || (n.Value == section && n.Style is NumberStyle.Han or NumberStyle.Part))))))
                {
                    return (PartFate.Resembled, null);
                }
            }

            at = end + 1;
        }

        return (SaysAlias(text[span.HeadEnd..], section) ? PartFate.Resembled : PartFate.Missing, null);
    }

    // 一、本年新收……四、结转下年度继续办理: the rows of table three are numbered like the parts; the head of table four says 行政复议 and 行政诉讼.
    private static bool IsRowOfTable(ReadOnlySpan<char> printed, ReadOnlySpan<char> line) =>
        printed.TrimEnd().Contains('\t') || line.StartsWith("本年") || line.StartsWith("上年") || line.StartsWith("结转") || line.StartsWith("新收");

    private static (int Before, int After) Neighbours(ReportSpan span, int section)
    {
        var (before, after) = (0, int.MaxValue);
        foreach (var hit in span.Headings)
        {
            before = hit.Section < section ? hit.Start : before;
            after = hit.Section > section && after == int.MaxValue ? hit.Start : after;
        }

        return (before, after);
    }

    private static bool IsHeading(ReportSpan span, int at)
    {
        foreach (var hit in span.Headings)
        {
            if (at >= hit.Start && at < hit.End)
            {
                return true;
            }
        }

        return false;
    }

    // A heading broken over lines or grown into its paragraph: look for its words with everything else taken out.
    private static bool SaysAlias(ReadOnlySpan<char> text, int section)
    {
        var letters = new char[text.Length];
        var count = 0;
        foreach (var c in text)
        {
            if (Glyphs.KindOf(c) == Glyph.Letter)
            {
                letters[count++] = HanFold.Fold(c);
            }
        }

        foreach (var alias in HeadingAliases.Of(section))
        {
            if (alias.Length >= LongAlias && letters.AsSpan(0, count).IndexOf(alias) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
