using System.Net;
using System.Text;

namespace Gongkai.Reports.Tests.Properties;

/// <summary>网页的各种印法。</summary>
internal static class HtmlLayouts
{
    /// <summary>有合并的表格。</summary>
    public static byte[] Spans(RandomReport report, Random random) =>
        Page(report, Paragraph, t => Table(t, c => WebUtility.HtmlEncode(c.Text)));

    /// <summary>标签断成几段，夹着不换行空格；值也在段里。</summary>
    public static byte[] SplitSpans(RandomReport report, Random random) =>
        Page(report, Paragraph, t => Table(t, c => c.IsValue
            ? $"<p>&nbsp;{c.Text}</p>"
            : $"<p>{WebUtility.HtmlEncode(TextLayouts.Split(c.Text, random, "\n")).Replace("\n", random.Next(2) == 0 ? "</p><p>" : "&nbsp;<br>", StringComparison.Ordinal)}</p>"));

    /// <summary>没有表格，一格一段。</summary>
    public static byte[] Paragraphs(RandomReport report, Random random) =>
        Page(report, Paragraph, t => string.Concat(t.Cells.Select(c => Paragraph(c.Text))));

    /// <summary>整篇在一张排版用的表格里，旁边是导航。</summary>
    public static byte[] Nested(RandomReport report, Random random) =>
        Page(
            report,
            Paragraph,
            t => Table(t, c => $"<span>{WebUtility.HtmlEncode(c.Text)}</span>"),
            body => $"<div><a href='/'>首页</a> <a href='/xxgk'>政府信息公开</a></div><table><tr><td><ul><li>公开指南</li><li>公开年报</li></ul></td><td>{body}</td></tr></table><div>版权所有</div>");

    /// <summary>表格的一行里，各格的数粘连在一格中。</summary>
    public static byte[] FusedCells(RandomReport report, Random random) =>
        Page(report, Paragraph, t => Table(t.WithFusedRows(), c => WebUtility.HtmlEncode(c.Text)));

    private static byte[] Page(RandomReport report, Func<string, string> paragraph, Func<PrintedTable, string> table, Func<string, string>? around = null)
    {
        var printed = PrintedReport.Of(report);
        var body = string.Join('\n', printed.Parts.Select(p => p is PrintedTable t ? table(t) : paragraph((string)p)));
        return Encoding.UTF8.GetBytes(
            $"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>{printed.Title}</title></head><body>{around?.Invoke(body) ?? body}</body></html>");
    }

    private static string Paragraph(string text) => $"<p>{WebUtility.HtmlEncode(text)}</p>";

    private static string Table(PrintedTable table, Func<PrintedCell, string> content)
    {
        var html = new StringBuilder("<table border=\"1\"><tbody>");
        foreach (var row in Enumerable.Range(0, table.Rows))
        {
            html.Append("<tr>");
            foreach (var cell in table.Row(row).Where(c => c.Row == row))
            {
                html.Append("<td");
                html.Append(cell.RowSpan > 1 ? $" rowspan=\"{cell.RowSpan}\"" : "").Append(cell.ColumnSpan > 1 ? $" colspan=\"{cell.ColumnSpan}\"" : "");
                html.Append('>').Append(content(cell)).Append("</td>");
            }

            html.Append("</tr>\n");
        }

        return html.Append("</tbody></table>").ToString();
    }
}
