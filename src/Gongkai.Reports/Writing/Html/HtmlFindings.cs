using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Writing.Printing;

namespace Gongkai.Reports.Writing.Html;

/// <summary>问题的卡片：说的是同一处的几条并成一张，与表里的格互相链接。</summary>
/// <param name="html">写到哪里。</param>
/// <param name="reading">哪一份报告。</param>
/// <param name="prefix">本份报告的锚点前缀。</param>
internal sealed class HtmlFindings(HtmlWriter html, ReportReading reading, string prefix)
{
    private const int MostCells = 12;
    private const int MostQuotes = 12;
    private const int MostQuoteText = 400;

    /// <summary>写一张卡片。</summary>
    /// <param name="group">并好的问题。</param>
    /// <param name="number">在本份报告里的序号，自 1 起。</param>
    public void Write(FindingGroup group, int number)
    {
        html.Write($"<article class=\"finding tone-{HtmlVerdict.ToneOf(group.Severity)}\" id=\"{prefix}f-{number}\" aria-labelledby=\"{prefix}f-{number}-t\">\n");
        html.Write($"<h4 class=\"finding__head\" id=\"{prefix}f-{number}-t\"><span class=\"badge\"><span aria-hidden=\"true\">{ReportWords.Symbol(group.Severity)}</span> {ReportWords.Name(group.Severity)}</span> <span class=\"finding__title\">{Title(group)}</span>");
        foreach (var code in group.Codes)
        {
            html.Write($" <code>{code}</code>");
        }

        html.Raw("</h4>\n");
        if (group.Suggestions.Count > 0)
        {
            Mends(group);
        }

        Sentences(group);
        foreach (var quote in group.Quotes.Take(MostQuotes))
        {
            html.Write($"<blockquote><p>“<bdi>{DisplayText.Clean(quote.Text, MostQuoteText)}</bdi>”</p><footer>{FindingGroup.Where(quote)}</footer></blockquote>\n");
        }

        if (group.Quotes.Count > MostQuotes)
        {
            html.Write($"<p class=\"quiet small\">另有 {group.Quotes.Count - MostQuotes} 处原文没有列出。</p>\n");
        }

        Cells(group);
        foreach (var basis in group.Bases)
        {
            html.Write($"<p class=\"quiet small\">依据：{basis}</p>\n");
        }

        html.Raw("</article>\n");
    }

    private static string Title(FindingGroup group) =>
        string.Join('、', group.Codes.Select(c => RuleCatalogue.Find(c)?.Title ?? "").Where(t => t.Length > 0).Distinct());

    private void Mends(FindingGroup group)
    {
        html.Write($"<ul class=\"mends\" aria-label=\"{(group.Suggestions.Count > 1 ? "改正建议，任改一处" : "改正建议")}\">\n");
        foreach (var mend in group.Suggestions)
        {
            var cell = reading[mend.Cell.Table][mend.Cell.Row, mend.Cell.Column];
            html.Write($"<li><a href=\"#{prefix}{PrintedTable.Anchor(mend.Cell)}\">{FindingGroup.NameOf(reading, mend.Cell)}</a> <span class=\"mending\"><s>{CellWords.Value(cell)}</s> <span aria-hidden=\"true\">→</span><span class=\"vh\">改为</span> <b>{PrintedTable.Show(mend.Value)}</b></span></li>\n");
        }

        html.Raw("</ul>\n");
    }

    private void Sentences(FindingGroup group)
    {
        if (group.Sentences.Count == 1)
        {
            html.Write($"<p>{group.Sentences[0]}{group.Advice}</p>\n");
            return;
        }

        html.Raw("<ul class=\"sentences\">");
        foreach (var sentence in group.Sentences)
        {
            html.Write($"<li>{sentence}</li>");
        }

        html.Raw("</ul>\n");
        if (group.Advice.Length > 0)
        {
            html.Write($"<p>{group.Advice}</p>\n");
        }
    }

    private void Cells(FindingGroup group)
    {
        if (group.Cells.Count == 0)
        {
            return;
        }

        html.Raw("<p class=\"small cells\"><span class=\"quiet\">涉及</span>");
        foreach (var cell in group.Cells.Take(MostCells))
        {
            html.Write($" <a href=\"#{prefix}{PrintedTable.Anchor(cell)}\">{FindingGroup.NameOf(reading, cell)}</a>");
        }

        if (group.Cells.Count > MostCells)
        {
            html.Write($" <span class=\"quiet\">等另外 {group.Cells.Count - MostCells} 格</span>");
        }

        html.Raw("</p>\n");
    }
}
