using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Core.Reports;
using Gongkai.Reports.Summing;

namespace Gongkai.Reports.Writing.Docx;

/// <summary>
/// 汇总年度报告的草稿：六个部分的框架，三张表已填好合计，前有说明，后附不完整的合计与各单位情况。
/// 写的全是文字：没有公式、链接、宏和域。
/// </summary>
public static class SumDocument
{
    private const int MostUnits = 3_000;
    private const int MostNamed = 8;
    private const int MostCells = 6;
    private const string ToWrite = "（由汇总单位撰写。）";

    /// <summary>写成 docx。</summary>
    /// <param name="output">写到哪里，须可读可写可移动，归调用者所有。</param>
    /// <param name="total">汇总。</param>
    public static void Write(Stream output, RegionTotal total)
    {
        using var document = WordprocessingDocument.Create(output, WordprocessingDocumentType.Document, autoSave: true);
        var main = document.AddMainDocumentPart();
        main.AddNewPart<StyleDefinitionsPart>().Styles = SumStyles.Build();
        Body body = new();
        body.Append(Paragraph("Title", SumWords.Title(total)));
        body.Append(Paragraph("Subtitle", "（汇总草稿，未经审核）"));
        Explain(body, total);
        foreach (var section in total.Form.Sections)
        {
            body.Append(Paragraph("Heading", section.Heading));
            if (section.Number is >= 2 and <= 4)
            {
                var table = total.Tables[section.Number - 2];
                body.Append(SumTable.Statutory(table, total));
                body.Append(Paragraph("Note", table.Form.Cells.Any(c => !total[c].IsComplete) ? $"{SumWords.IncompleteMark} 合计不完整，只是计入各份之和，见附件 1。" : ""));
            }
            else
            {
                body.Append(Paragraph("Body", ToWrite));
            }
        }

        Incomplete(body, total);
        Units(body, total);
        body.Append(SumStyles.Section());
        main.Document = new Document(body);
        document.PackageProperties.Title = SumWords.Title(total);
    }

    private static void Explain(Body body, RegionTotal total)
    {
        body.Append(Paragraph("Heading", "汇总说明"));
        foreach (var sentence in SumWords.Sentences(total).Concat(SumNotes.Of(total).Select(n => n.Message)))
        {
            body.Append(Paragraph("Body", sentence));
        }

        foreach (var table in total.Tables)
        {
            foreach (var linkage in table.Broken)
            {
                body.Append(Paragraph("Body", $"不成立：{SumWords.Broken(table, linkage)}。"));
            }
        }
    }

    /// <summary>同一些报告没有计入的格并成一行。</summary>
    private static void Incomplete(Body body, RegionTotal total)
    {
        var groups = total.Incomplete
            .GroupBy(c => (c.Form.Address.Table, c.LeftOutCount, Units: string.Join(',', c.LeftOut)))
            .Select(g => g.ToArray())
            .ToArray();
        body.Append(Paragraph("Annex", "附件 1　不完整的合计"));
        if (groups.Length == 0)
        {
            body.Append(Paragraph("Body", "没有。"));
            return;
        }

        body.Append(SumTable.List(
            [("表", 12), ("不完整的格", 68), ("没有计入的份数", 20), ("没有计入的报告", 56)],
            groups.Select(g => (IReadOnlyList<string>)
            [
                g[0].Form.Address.Table.ShortName(),
                string.Join("、", g.Take(MostCells).Select(c => c.Form.Name)) + (g.Length > MostCells ? $"等 {g.Length} 格" : ""),
                g[0].LeftOutCount.ToString(CultureInfo.InvariantCulture),
                string.Join("、", g[0].LeftOut.Take(MostNamed).Select(n => SumWords.NameOf(total.Units[n]))) + (g[0].LeftOutCount > MostNamed ? $"等 {g[0].LeftOutCount} 份" : ""),
            ])));
    }

    private static void Units(Body body, RegionTotal total)
    {
        body.Append(Paragraph("Annex", "附件 2　各单位情况"));
        var rows = (total.Coverage?.Missing.Select(r => (IReadOnlyList<string>)[
                DisplayText.Clean(r.Unit.Name, 60),
                "没有报告",
                r.Maybe.Count > 0 ? $"可能是：{string.Join("、", r.Maybe.Select(SumWords.NameOf))}。不能断定，没有当作它" : "",
            ]) ?? [])
            .Concat(total.Units.Select(u => (IReadOnlyList<string>)[
                SumWords.NameOf(u),
                SumWords.Name(u.Status),
                string.Join("；", new[] { SumWords.Remark(total, u), total.Coverage is not null && u is { Listed: null, IsOwn: false } ? "不在名录里" : "" }.Where(s => s.Length > 0)),
            ]))
            .Concat(total.Unread.Select(f => (IReadOnlyList<string>)[DisplayText.FilePath(f.File), "读不了，未计入", DisplayText.Clean(f.Error.Message, 200)]));
        body.Append(SumTable.List([("单位", 58), ("情况", 34), ("说明", 64)], rows.Take(MostUnits)));
        var count = (total.Coverage?.Missing.Count() ?? 0) + total.Units.Count + total.Unread.Count;
        body.Append(Paragraph("Note", count > MostUnits ? $"另有 {count - MostUnits} 行没有列出，见工作簿或 json 的结果。" : ""));
    }

    private static Paragraph Paragraph(string style, string text)
    {
        Paragraph paragraph = new(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        if (text.Length > 0)
        {
            paragraph.Append(SumTable.Run(text));
        }

        return paragraph;
    }
}
