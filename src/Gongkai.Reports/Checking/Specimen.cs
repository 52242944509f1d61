using System.Text;
using Gongkai.Core.Reports;

namespace Gongkai.Reports.Checking;

/// <summary>范本：一份虚构机关的、挑不出错的年度报告，印成制表符分开的文本。规则的例子都是在它上面改几处。</summary>
public static class Specimen
{
    /// <summary>印一份改动过的范本。</summary>
    /// <exception cref="FormatException">改动指向范本里没有的格或没有的字。</exception>
    public static string Print(SpecimenChanges changes)
    {
        var form = changes.Form == ReportForms.V2019.Id ? ReportForms.V2019 : ReportForms.V2021;
        var cells = changes.Cells.ToDictionary(c => CellAddress.TryParse(c.Cell, out var address) && form[address.Table].Find(address.Row, address.Column) is not null
            ? address
            : throw new FormatException($"The form has no cell {c.Cell}."), c => c.Printed);
        var text = new StringBuilder();
        Line(text, changes.Banner);
        Line(text, changes.Title ?? $"{changes.Agency}{changes.Year}年政府信息公开工作年度报告");
        Line(text, changes.SourceLine);
        Line(text, changes.Introduction ?? Introduction(changes));
        foreach (var section in form.Sections)
        {
            Line(text, Of(changes.Headings, section.Number) ?? section.Heading);
            Line(text, Of(changes.Sections, section.Number) ?? Body(changes, section.Number));
            if (section.Number is >= 2 and <= 4 && !changes.TablesLeftOut.Contains(section.Number))
            {
                Print(text, form[(ReportTable)(section.Number - 2)], cells);
            }
        }

        if (changes.SignedOn != "")
        {
            Line(text, changes.Agency);
            Line(text, changes.SignedOn ?? $"{changes.Year + 1}年1月15日");
        }

        return changes.Replacements.Aggregate(text.ToString(), (said, replacement) => said.Contains(replacement.From, StringComparison.Ordinal)
            ? said.Replace(replacement.From, replacement.To, StringComparison.Ordinal)
            : throw new FormatException($"The specimen does not say {replacement.From}."));
    }

    private static string Introduction(SpecimenChanges changes) =>
        $"本报告根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）编制，"
        + $"所列数据的统计期限自{changes.Year}年1月1日起至{changes.Year}年12月31日止。如有疑问，请与{changes.Agency}办公室联系（地址：清溪县文昌路18号；邮编：999001；电话：0999-6601234）。";

    private static string Body(SpecimenChanges changes, int section) => section switch
    {
        1 => $"""
            {changes.Year}年，本机关认真执行《中华人民共和国政府信息公开条例》，各项公开工作有序开展。
            （一）主动公开。对照法定主动公开内容，通过门户网站及时发布机构职能、办事指南和应急预案。
            （二）依申请公开。畅通当面、邮寄和网上三种受理渠道，登记、审核、答复各环节责任到人。
            （三）政府信息管理。严格先审查后公开，定期清理公开目录，动态调整信息的公开属性。
            （四）政府信息公开平台建设。维护门户网站政府信息公开专栏，按季度更新公开指南。
            （五）监督保障。由分管负责人牵头，全年培训两次；工作考核合格，社会评议总体满意，未发生责任追究情形。
            """,
        5 => $"""
            存在的主要问题：{changes.Year}年抽查发现，防汛预案专题更新不够及时，办事指南中两处联系电话已经变更而没有同步修改。
            改进情况：{changes.Year + 1}年起，专题内容由防汛科按月核对，办事指南由办公室每季度逐条核对，核对结果在例会上通报。
            """,
        6 => $"{changes.Year}年，没有发出收费通知，没有收取信息处理费。没有其他需要报告的事项。",
        _ => "",
    };

    private static void Print(StringBuilder text, FormTable table, Dictionary<CellAddress, string> cells)
    {
        string Printed(FormCell cell) => cells.GetValueOrDefault(cell.Address, "0");
        IEnumerable<string> RowOf(FormRow row) => table.Cells.Where(c => c.Row == row).Select(Printed);
        switch (table.Table)
        {
            case ReportTable.Proactive:
                foreach (var block in table.Rows.GroupBy(r => (r.Group, string.Join('\t', table.Cells.Where(c => c.Row == r).Select(c => c.Column.Label)))))
                {
                    Line(text, block.Key.Group);
                    Line(text, $"信息内容\t{block.Key.Item2}");
                    foreach (var row in block)
                    {
                        Line(text, string.Join('\t', [row.Label, .. RowOf(row)]));
                    }
                }

                break;
            case ReportTable.Requests:
                Line(text, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况");
                Line(text, "\t自然人\t法人或其他组织\t\t\t\t\t总计");
                Line(text, "\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t");
                string? group = null;
                foreach (var row in table.Rows)
                {
                    var label = row.Group is null || row.Group == group ? row.Label : $"{row.Group}\t{row.Label}";
                    Line(text, string.Join('\t', [label, .. RowOf(row)]));
                    group = row.Group;
                }

                break;
            default:
                Line(text, "行政复议\t\t\t\t\t行政诉讼");
                Line(text, "\t\t\t\t\t未经复议直接起诉\t\t\t\t\t复议后起诉");
                Line(text, string.Join('\t', table.Rows.SelectMany(_ => table.Columns).Select(c => c.Label)));
                Line(text, string.Join('\t', table.Cells.Select(Printed)));
                break;
        }
    }

    private static string? Of(IReadOnlyList<(int Section, string Text)> changes, int section)
    {
        foreach (var (number, text) in changes)
        {
            if (number == section)
            {
                return text;
            }
        }

        return null;
    }

    private static void Line(StringBuilder text, string? line)
    {
        if (!string.IsNullOrEmpty(line))
        {
            text.Append(line).Append('\n');
        }
    }
}
