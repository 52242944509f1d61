using Gongkai.Core.Reports;
using Gongkai.Reports.Writing.Printing;

namespace Gongkai.Reports.Writing.Html;

/// <summary>一张照原样印出的表。</summary>
/// <param name="html">写到哪里。</param>
/// <param name="prefix">本份报告的锚点前缀，如 <c>r12-</c>。</param>
internal sealed class HtmlTable(HtmlWriter html, string prefix)
{
    /// <summary>写一张表。</summary>
    public void Write(PrintedTable printed)
    {
        var form = printed.Reading.Form;
        html.Write($"<div class=\"sheet\" role=\"region\" aria-label=\"{form.Table.ShortName()}，可左右滚动\" tabindex=\"0\"><table class=\"form form--{form.Table.Key()}\"><caption class=\"vh\">{form.Table.ShortName()}，照原样排列，{form.Form} 年格式</caption><colgroup>");
        foreach (var width in printed.ColumnWidths)
        {
            html.Write($"<col class=\"col-{width}\">");
        }

        html.Raw("</colgroup>\n");
        if (printed.Head.Count > 0)
        {
            Rows("thead", printed.Head);
        }

        foreach (var body in printed.Bodies)
        {
            Rows("tbody", body);
        }

        html.Raw("</table></div>\n");
    }

    private void Rows(string section, IReadOnlyList<PrintedRow> rows)
    {
        html.Raw($"<{section}>\n");
        foreach (var row in rows)
        {
            html.Raw("<tr>");
            foreach (var head in row.Heads)
            {
                Head(head);
            }

            foreach (var cell in row.Cells)
            {
                Cell(cell);
            }

            html.Raw("</tr>\n");
        }

        html.Raw($"</{section}>\n");
    }

    private void Head(PrintedHead head)
    {
        html.Raw(head.Id.Length == 0 ? "<td class=\"corner\"" : "<th");
        if (head.Id.Length > 0)
        {
            html.Write($" id=\"{prefix}{head.Id}\" scope=\"{head.Scope}\"");
            Headers(head.Headers);
        }

        Span("rowspan", head.RowSpan);
        Span("colspan", head.ColumnSpan);
        if (head.Id.Length == 0)
        {
            html.Raw("></td>");
        }
        else
        {
            html.Write($"><span>{head.Text}</span></th>");
        }
    }

    private void Cell(PrintedCell cell)
    {
        html.Write($"<td class=\"{CellWords.Css(cell)}\" id=\"{prefix}{PrintedTable.Anchor(cell.Form.Address)}\"");
        Headers(cell.Headers);
        Span("colspan", cell.ColumnSpan);
        html.Write($" title=\"{CellWords.Title(cell)}\">");
        State(cell.Reading);
        if (cell.Mark is { Mend: { } mend, Finding: var number })
        {
            html.Write($" <a class=\"mend\" href=\"#{prefix}f-{number}\"><span class=\"vh\">应改为</span><span aria-hidden=\"true\">→</span> {PrintedTable.Show(mend)}<span class=\"vh\">，见 {cell.Mark.Rules}</span></a>");
        }
        else if (cell.Mark.Finding > 0)
        {
            html.Write($"<a class=\"cite\" href=\"#{prefix}f-{cell.Mark.Finding}\"><span class=\"vh\">见 {cell.Mark.Rules}</span></a>");
        }

        html.Raw("</td>");
    }

    private void State(CellReading cell)
    {
        switch (cell.State)
        {
            case CellState.Number:
                html.Write($"<span class=\"num\">{PrintedTable.Show(cell.Value)}</span>");
                break;
            case CellState.Absent:
                html.Raw("<span class=\"sym\">未印</span>");
                break;
            case CellState.Ambiguous:
                html.Write($"<span class=\"sym\" aria-hidden=\"true\">?</span><span class=\"vh\">两可：</span><span class=\"either\">{PrintedTable.ShowCandidates(cell)}</span>");
                break;
            default:
                html.Write($"<span class=\"sym\" aria-hidden=\"true\">{ReportWords.Show(cell)}</span><span class=\"vh\">{ReportWords.Name(cell.State)}</span>");
                break;
        }
    }

    private void Headers(string ids)
    {
        if (ids.Length > 0)
        {
            html.Write($" headers=\"{string.Join(' ', ids.Split(' ').Select(id => prefix + id))}\"");
        }
    }

    private void Span(string name, int span)
    {
        if (span > 1)
        {
            html.Write($" {name}=\"{span}\"");
        }
    }
}
