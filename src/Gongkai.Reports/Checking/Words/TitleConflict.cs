using Gongkai.Core.Reports;
using Gongkai.Reports.Reading.Facts;
using Gongkai.Reports.Reading.Narrative;

namespace Gongkai.Reports.Checking.Words;

/// <summary>标题与落款、引言说的不是同一个单位，或标题与统计期说的不是同一年。</summary>
internal static class TitleConflict
{
    private const int TailParagraphs = 4;

    public static void Check(Rule rule, CheckContext context)
    {
        var text = context.Text;
        if (context.Report.Agency is { } agency)
        {
            if (Signer(text) is { } signature && AgencyNames.AreCertainlyDifferent(agency, signature.Name))
            {
                context.Find(
                    rule,
                    $"标题的单位是“{agency}”，落款的单位是“{signature.Name}”，不是同一个单位；请核实编制单位，改正其中的一处。",
                    quotes: TitleAnd(text, signature.At));
            }
            else if (Writer(text) is { } writer && AgencyNames.AreCertainlyDifferent(agency, writer.Name))
            {
                context.Find(
                    rule,
                    $"标题的单位是“{agency}”，引言却说由“{writer.Name}”编制，不是同一个单位；请核实编制单位，改正其中的一处。",
                    quotes: TitleAnd(text, writer.At));
            }
        }

        if (ReportPeriod.Find(text) is { } period && StatedYear.InsteadOfTitle(context, period) is { } year)
        {
            context.Find(
                rule,
                $"标题的年度是 {context.Report.Year} 年，统计期和正文说的都是 {year} 年；请核实年度，改正标题。",
                quotes: TitleAnd(text, period.At));
        }
    }

    private static Quote[] TitleAnd(NarrativeText text, int at)
    {
        foreach (var paragraph in text.ParagraphSpan)
        {
            if (paragraph.Section != 0)
            {
                break;
            }

            if (text.Letters.AsSpan(paragraph.Start, paragraph.End - paragraph.Start) is { Length: < 80 } title && (title.EndsWith("报告") || title.EndsWith("年报")) && paragraph.End <= at)
            {
                return [text.QuoteOf(paragraph.Start, paragraph.End), Wording.Quote(text, at)];
            }
        }

        return [Wording.Quote(text, at)];
    }

    // A line near the end that is nothing but a name.
    private static (string Name, int At)? Signer(NarrativeText text)
    {
        var paragraphs = text.ParagraphSpan;
        for (var i = paragraphs.Length - 1; i >= Math.Max(0, paragraphs.Length - TailParagraphs) && paragraphs[i].Section == 6 && !paragraphs[i].IsHeading; i--)
        {
            var name = text.Letters.AsSpan(paragraphs[i].Start, paragraphs[i].End - paragraphs[i].Start);
            if (name.Length is >= 4 and <= AgencyName.Longest && AgencyName.IsLikely(name) && IsPlainName(name) && HasDateBelow(text, i))
            {
                return (name.ToString(), paragraphs[i].Start);
            }
        }

        return null;
    }

    private static bool IsPlainName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!Glyphs.IsHan(c))
            {
                return false;
            }
        }

        return true;
    }

    // A web page ends with names too: of its owner, of other sites. A signature has its date below.
    private static bool HasDateBelow(NarrativeText text, int paragraph)
    {
        var next = paragraph + 1;
        return next < text.ParagraphSpan.Length && PrintedDate.Read(text.Letters.AsSpan(0, text.ParagraphSpan[next].End), text.ParagraphSpan[next].Start) is not null;
    }

    // “本报告由某某局编制”.
    private static (string Name, int At)? Writer(NarrativeText text)
    {
        foreach (var paragraph in text.ParagraphSpan)
        {
            if (paragraph.Section != 0)
            {
                return null;
            }

            var letters = text.Letters.AsSpan(paragraph.Start, Math.Min(paragraph.End - paragraph.Start, 2_000));
            if (letters.IndexOf("报告由") is >= 0 and var by && letters[(by + 3)..].IndexOf("编制") is > 3 and <= AgencyName.Longest and var length)
            {
                var name = letters.Slice(by + 3, length);
                name = name.EndsWith("负责") || name.EndsWith("组织") ? name[..^2] : name;
                return IsPlainName(name) && AgencyName.IsLikely(name) ? (name.ToString(), paragraph.Start + by) : null;
            }
        }

        return null;
    }
}
