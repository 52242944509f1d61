using Gongkai.Core.Reports;
using Gongkai.Reports.Reading.Facts;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>在一份报告里找三张表：先到各自的部分里找，标题缺了或表放错了地方，再通篇找。</summary>
internal static class TableFinder
{
    /// <summary>一张表所在的一段至多读这么多字符；真的表不到其百分之一。</summary>
    private const int MaximumRegion = 400_000;

    private delegate DecodedTable Decoder(FlatText flat, int start, int end, ReportForm expected);

    public static DecodedTable[] Find(FlatText flat, ReportSpan span, ReportForm expected, int? year)
    {
        var requests = Find(flat, span, 3, expected, RequestsDecoder.Decode, Enough(6));
        var form = requests.Reading.Proof is TableProof.Absent or TableProof.Unreadable
            ? expected
            : requests.Reading.Form.Form == ReportForms.V2019.Id ? ReportForms.V2019 : ReportForms.V2021;
        var proactive = Find(flat, span, 2, form, ProactiveDecoder.Decode, Enough(4));
        var remedies = Find(flat, span, 4, form, (f, s, e, x) => RemediesDecoder.Decode(f, s, e, x, year), Enough(3));
        return [proactive, requests, remedies];
    }

    private static Predicate<DecodedTable> Enough(int rows) => table => table.Rows >= rows;

    private static DecodedTable Find(FlatText flat, ReportSpan span, int section, ReportForm expected, Decoder decode, Predicate<DecodedTable> enough)
    {
        var (start, end) = Region(span, section);
        var own = start < 0 ? null : decode(flat, start, Math.Min(end, start + MaximumRegion), expected);
        if (own is not null && (enough(own) || own.Reading.Proof is TableProof.Unreadable))
        {
            return own;
        }

        if (own is { Reading.Proof: not TableProof.Absent } || (start == span.Start && end == span.End))
        {
            return own!;
        }

        var whole = decode(flat, span.Start, Math.Min(span.End, span.Start + MaximumRegion), expected);
        return enough(whole) ? whole : own ?? (whole.Reading.Proof is TableProof.Unreadable ? DecodedTable.Missing(whole.Reading.Form, picture: false) : whole with { Reading = TableReading.None(whole.Reading.Form), Notes = [] });
    }

    /// <summary>一个部分的正文；没有这个标题时为 (-1, -1)，通篇没有标题时为全文。</summary>
    private static (int Start, int End) Region(ReportSpan span, int section)
    {
        if (span.Headings.Count == 0)
        {
            return (span.Start, span.End);
        }

        for (var i = 0; i < span.Headings.Count; i++)
        {
            if (span.Headings[i].Section == section)
            {
                return (span.Headings[i].End, i + 1 < span.Headings.Count ? span.Headings[i + 1].Start : span.End);
            }
        }

        return (-1, -1);
    }
}
