using System.Globalization;
using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Writing.Printing;

namespace Gongkai.Reports.Writing.Html;

/// <summary>一份报告：单位与日期、正文的问题、三张表和旁边的问题、读法说明。</summary>
internal sealed class HtmlReport
{
    private const int MostCards = 500;
    private const int MostNotes = 40;

    private readonly HtmlWriter _html;
    private readonly CheckedReport _report;
    private readonly IReadOnlyList<FindingGroup> _groups;
    private readonly string _prefix;

    private HtmlReport(HtmlWriter html, CheckedReport report, IReadOnlyList<FindingGroup> groups, string prefix) =>
        (_html, _report, _groups, _prefix) = (html, report, groups, prefix);

    private ReportReading Reading => _report.Reading;

    /// <summary>单位名称，看不出时照实说。</summary>
    public static string AgencyOf(ReportReading reading) => DisplayText.Clean(reading.Agency, 60) is { Length: > 0 } agency ? agency : "看不出单位名称";

    /// <summary>年度，看不出时照实说。</summary>
    public static string YearOf(ReportReading reading) => reading.Year is { } year ? $"{year} 年度" : "看不出年度";

    /// <summary>写一份。</summary>
    /// <param name="html">写到哪里。</param>
    /// <param name="report">哪一份。</param>
    /// <param name="groups">并好的问题。</param>
    /// <param name="verdict">结论。</param>
    /// <param name="number">第几份，自 1 起，用作锚点。</param>
    public static void Write(HtmlWriter html, CheckedReport report, IReadOnlyList<FindingGroup> groups, HtmlVerdict verdict, long number) =>
        new HtmlReport(html, report, groups, string.Create(CultureInfo.InvariantCulture, $"r{number}-")).Write(verdict, number);

    private void Write(HtmlVerdict verdict, long number)
    {
        _html.Write($"<article class=\"report\" id=\"r{number}\" aria-labelledby=\"r{number}-title\">\n<header>\n");
        _html.Write($"<h2 id=\"r{number}-title\"><bdi>{AgencyOf(Reading)}</bdi> <span class=\"year\">{YearOf(Reading)}</span> <span class=\"badge tone-{verdict.Tone}\"><span aria-hidden=\"true\">{verdict.Symbol}</span> {verdict.Words}</span></h2>\n<dl class=\"facts\">");
        Fact("文件", Reading.Index > 0 ? $"{DisplayText.FilePath(Reading.File)}（第 {Reading.Index + 1} 份）" : DisplayText.FilePath(Reading.File));
        Fact("类别", ReportWords.Name(Reading.Level));
        Fact("格式", $"{Reading.Form} 年格式");
        Fact("落款", Date(Reading.SignedOn));
        Fact("发布", Date(Reading.PublishedOn));
        _html.Raw("</dl>\n</header>\n");

        Elsewhere();
        var marks = new CellMarks([.. _groups.Select(g => new Finding(string.Join('、', g.Codes), g.Severity, "", g.Cells, [], g.Suggestions))]);
        foreach (var table in Reading.Tables)
        {
            Table(table, marks);
        }

        Notes();
        _html.Raw("</article>\n");
    }

    private static string Date(DateOnly? date) => date?.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture) ?? "没有印出";

    private void Fact(string name, string value) => _html.Write($"<div><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div>");

    private void Elsewhere()
    {
        var cards = _groups.Select((group, index) => (group, number: index + 1)).Where(g => TableOf(g.group) is null).ToArray();
        if (cards.Length == 0)
        {
            return;
        }

        _html.Raw("<section class=\"part\"><h3>正文与其他</h3>\n<div class=\"findings findings--row\">\n");
        Cards(cards);
        _html.Raw("</div></section>\n");
    }

    private void Table(TableReading table, CellMarks marks)
    {
        var id = table.Form.Table;
        var (tone, symbol) = HtmlVerdict.ToneOf(table.Proof);
        var cards = _groups.Select((group, index) => (group, number: index + 1)).Where(g => TableOf(g.group) == id).ToArray();
        var heading = ReportForms.All.First(f => f.Id == table.Form.Form).Sections[1 + (int)id].Heading;
        _html.Write($"<section class=\"part\" id=\"{_prefix}{id.Key()}\"><h3>{heading}</h3>\n<p class=\"proof\"><span class=\"badge tone-{tone}\"><span aria-hidden=\"true\">{symbol}</span> {id.ShortName()}{ReportWords.Word(table.Proof)}</span> {Explain(table.Proof)}。</p>\n");
        _html.Raw(cards.Length > 0 ? "<div class=\"beside\">\n" : "<div>\n");
        if (table.Proof is not (TableProof.Absent or TableProof.Unreadable))
        {
            new HtmlTable(_html, _prefix).Write(TablePrinter.Print(table, marks));
        }

        if (cards.Length > 0)
        {
            _html.Raw("<div class=\"findings\">\n");
            Cards(cards);
            _html.Raw("</div>\n");
        }

        _html.Raw("</div></section>\n");
    }

    // 「一致：只有一种读法……」的头两个字已经写在记号里。
    private static string Explain(TableProof proof)
    {
        var sentence = ReportWords.Sentence(proof);
        return sentence[(sentence.IndexOf('：', StringComparison.Ordinal) + 1)..];
    }

    private void Cards((FindingGroup Group, int Number)[] cards)
    {
        var writer = new HtmlFindings(_html, Reading, _prefix);
        foreach (var (group, number) in cards.Take(MostCards))
        {
            writer.Write(group, number);
        }

        if (cards.Length > MostCards)
        {
            _html.Write($"<p class=\"quiet\">另有 {cards.Length - MostCards} 处没有列出，见 xlsx 或 json 的结果。</p>\n");
        }
    }

    private void Notes()
    {
        if (Reading.Notes.Count == 0)
        {
            return;
        }

        _html.Raw("<section class=\"part\"><h3>读法说明</h3>\n<p class=\"quiet small\">读这份报告时做了什么。说的是读法，不是报告的对错。</p>\n<ul class=\"notes\">\n");
        foreach (var note in Reading.Notes.Take(MostNotes))
        {
            _html.Write($"<li><code>{note.Code}</code> {note.Message}</li>\n");
        }

        _html.Raw("</ul></section>\n");
    }

    private static ReportTable? TableOf(FindingGroup group) =>
        group.Suggestions.Select(s => s.Cell).Concat(group.Cells).Select(c => (ReportTable?)c.Table).FirstOrDefault();
}
