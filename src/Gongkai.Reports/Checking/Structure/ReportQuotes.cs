using Gongkai.Core.Reports;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Facts;

namespace Gongkai.Reports.Checking.Structure;

/// <summary>说的是「缺了什么」时引什么：部分的标题、报告的标题；说日期时引印着它的那一行。</summary>
internal static class ReportQuotes
{
    private const int LongestLine = 120;

    // The dates of a real page stand within its first and last few hundred letters.
    private const int Reach = 20_000;

    /// <summary>某一部分的标题；没有这个标题时引报告的标题。</summary>
    public static IReadOnlyList<Quote> Heading(CheckContext context, int section)
    {
        foreach (var found in context.Report.Sections)
        {
            if (found.Number == section)
            {
                return [new Quote(found.Heading, section, found.Place)];
            }
        }

        return Title(context);
    }

    /// <summary>报告的标题：引言之前说到年度报告的一段，没有时为第一段。</summary>
    public static IReadOnlyList<Quote> Title(CheckContext context)
    {
        var text = context.Text;
        foreach (var paragraph in text.ParagraphSpan)
        {
            if (paragraph.Section != 0)
            {
                break;
            }

            if (text.Letters.AsSpan(paragraph.Start, paragraph.End - paragraph.Start).IndexOf("报告") >= 0)
            {
                return [text.QuoteOf(paragraph.Start, Math.Min(paragraph.End, paragraph.Start + LongestLine))];
            }
        }

        return text.Paragraphs.Count > 0 ? [text.QuoteOf(text.Paragraphs[0].Start, Math.Min(text.Paragraphs[0].End, text.Paragraphs[0].Start + LongestLine))]
            : context.Report.Sections is [var first, ..] ? [new Quote(first.Heading, first.Number, first.Place)]
            : [];
    }

    /// <summary>第一个部分之前印着这个发布日期的一行；没有时（来自网页元数据）为 null。</summary>
    public static Quote? Publication(ReportReading report, DateOnly date) =>
        report.Flat is { } flat && report.Span.Headings.Count > 0 ? Line(flat, report.Span.Start, report.Span.HeadEnd, date, null, last: false) : null;

    /// <summary>印着落款日期的一行；没有时为 null。</summary>
    public static Quote? Signature(ReportReading report, DateOnly date) =>
        report.Flat is { } flat && report.Span.Headings is [.., var heading] ? Line(flat, heading.End, report.Span.End, date, heading.Section, last: true) : null;

    /// <summary>这一行说的是更新、生成的日期，不是首次发布的日期。</summary>
    public static bool IsUpdate(Quote line) =>
        line.Text.Contains("更新", StringComparison.Ordinal) || line.Text.Contains("生成", StringComparison.Ordinal) || line.Text.Contains("发文", StringComparison.Ordinal);

    private static Quote? Line(FlatText flat, int from, int to, DateOnly date, int? section, bool last)
    {
        Quote? found = null;
        (from, to) = last ? (Math.Max(from, to - Reach), to) : (from, Math.Min(to, from + Reach));
        var text = flat.Text.AsSpan(0, to);
        for (var at = from; at < to;)
        {
            var step = text[at..].IndexOfAny("2２二");
            if (step < 0)
            {
                break;
            }

            at += step;
            if (PrintedDate.Read(text, at) is not { } printed)
            {
                at++;
                continue;
            }

            if (printed.Date == date)
            {
                found = QuoteAt(flat, from, to, printed, section);
                if (!last && found.Text.AsSpan().IndexOfAny(LabelLetters) >= 0)
                {
                    break;
                }
            }

            at = printed.End;
        }

        return found;
    }

    // 发布、时间、日期、来源：the line of publication has one of them.
    private static readonly System.Buffers.SearchValues<char> LabelLetters = System.Buffers.SearchValues.Create("发时期源");

    private static Quote QuoteAt(FlatText flat, int from, int to, PrintedDate date, int? section)
    {
        var text = flat.Text.AsSpan();
        var start = Math.Max(text[from..date.Start].LastIndexOf('\n') + 1 + from, date.Start - LongestLine);
        var rest = text[date.End..to].IndexOf('\n');
        var end = Math.Min(rest < 0 ? to : date.End + rest, date.End + LongestLine);
        return new Quote(WholeText.Of([.. text[start..end].ToArray().Select(c => char.IsWhiteSpace(c) || char.IsControl(c) ? ' ' : c)]).Trim(), section, flat.PlaceAt(date.Start));
    }
}
