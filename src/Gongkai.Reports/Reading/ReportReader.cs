using Gongkai.Core.Reports;
using Gongkai.Reports.Reading.Facts;
using Gongkai.Reports.Reading.Narrative;
using Gongkai.Reports.Reading.Tables;

namespace Gongkai.Reports.Reading;

/// <summary>读一个文件里的年度报告。对文件所说的一切从不抛出：读不了就说为什么。</summary>
public static class ReportReader
{
    /// <summary>一个文件里至多这么多份报告；更多的不读，并作说明。</summary>
    private const int MaximumReports = 500;

    /// <summary>标题连同其间的空白，绝大多数不超过这么多字符。</summary>
    private const int UsualHeading = 64;

    /// <summary>读一个文件；同样的字节在任何机器上都得到同样的结果。</summary>
    /// <param name="fileName">文件名，只用来认扩展名、补认单位和写进结果。</param>
    /// <param name="content">文件内容。</param>
    public static FileReading Read(string fileName, ReadOnlyMemory<byte> content)
    {
        if (SourceOpener.Open(fileName, content, out var error) is not { } source)
        {
            return new FileReading(fileName, [], error ?? new ReadError("file.damaged", "文件读不出来；请重新导出后再试。"));
        }

        var flat = FlatText.From(source);
        List<ReportReading> reports = [];
        List<List<ReaderNote>> notes = [];
        foreach (var span in ReportSplitter.Split(flat.Text).Take(MaximumReports))
        {
            List<ReaderNote> own = [.. source.Notes];
            if (ReadReport(fileName, reports.Count, source, flat, span, own) is not { } report)
            {
                continue;
            }

            // 页面上常有同一份报告的打印版或手机版。
            if (reports.FindIndex(report.IsCopyOf) is >= 0 and var first)
            {
                if (!notes[first].Contains(NoteTexts.RepeatedReport))
                {
                    notes[first].Add(NoteTexts.RepeatedReport);
                }
            }
            else
            {
                reports.Add(report);
                notes.Add(own);
            }
        }

        return reports.Count > 0
            ? new FileReading(fileName, reports, null)
            : new FileReading(fileName, [], new ReadError("report.notFound", "没有找到政府信息公开工作年度报告：既没有三张统计表，也没有六个部分的标题。请检查是否选错了文件。"));
    }

    private static ReportReading? ReadReport(string fileName, int index, SourceDocument source, FlatText flat, ReportSpan span, List<ReaderNote> notes)
    {
        var facts = FactFinder.Find(flat.Text, span, fileName, source.PublishedOn);
        var expected = facts.Year is <= 2020 ? ReportForms.V2019 : ReportForms.V2021;
        var tables = TableFinder.Find(flat, span, expected, facts.Year);
        if (span.Headings.Count < 3 && tables.All(t => t.Reading.Proof is TableProof.Absent or TableProof.Unreadable) && facts.Title is null)
        {
            return null;
        }

        foreach (var table in tables)
        {
            notes.AddRange(table.Notes);
        }

        return new ReportReading
        {
            File = fileName,
            Index = index,
            Agency = facts.Agency is { } agency ? WholeText.Of(agency) : null,
            Level = facts.Level,
            Year = facts.Year,
            PublishedOn = facts.PublishedOn,
            SignedOn = facts.SignedOn,
            Sections = [.. span.Headings.Select(h => new ReportSection(h.Section, Heading(flat.Text, h), flat.PlaceAt(h.Start)))],
            Tables = [.. tables.Select(t => t.Reading)],
            Notes = notes,
            OddLabels = [.. tables.Select(t => t.OddLabels)],
            UnevenRows = tables[(int)ReportTable.Requests].UnevenRows,
            Strays = tables[(int)ReportTable.Requests].Strays,
            Flat = flat,
            Span = span,
            Unseen = source.Unseen,
            NarrativeSource = () => NarrativeBuilder.Build(flat, span),
        };
    }

    /// <summary>印出的标题，去掉其间的空白。</summary>
    private static string Heading(string text, HeadingHit hit)
    {
        var length = hit.End - hit.Start;
        var kept = length <= UsualHeading ? stackalloc char[UsualHeading] : new char[length];
        var count = 0;
        foreach (var c in text.AsSpan(hit.Start, length))
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
            {
                kept[count++] = c;
            }
        }

        return WholeText.Of(kept[..count]);
    }
}
