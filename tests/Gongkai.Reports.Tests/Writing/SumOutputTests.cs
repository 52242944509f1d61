using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Gongkai.Core.Reports;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Summing;
using Gongkai.Reports.Tests.Summing;
using Gongkai.Reports.Writing.Docx;
using Gongkai.Reports.Writing.Json;
using Gongkai.Reports.Writing.Text;
using Gongkai.Reports.Writing.Xlsx;

namespace Gongkai.Reports.Tests.Writing;

public class SumOutputTests
{
    private static readonly string[] Hostile = [.. InventedReport.HostileTexts, "=HYPERLINK(\"http://x\")&\u001b[31m局", "<script>alert(1)</script>\u202e\0\uFFFE\uD800局", "]]>&lt;局"];

    [Theory]
    [InlineData("2021")]
    [InlineData("2019")]
    public void The_docx_is_valid_and_reads_back_as_the_same_totals(string form)
    {
        var total = Units.Sum(Enumerable.Range(1, 12).Select(i => Units.Report($"清溪县第{i}局", i, form == "2019" ? 2020 : 2023, form: ReportForms.All.Single(f => f.Id == form))));
        var bytes = Docx(total);
        Valid(WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false));
        var read = Assert.Single(ReportReader.Read("汇总.docx", bytes).Reports);
        Assert.Equal((total.Year, form), (read.Year, read.Form));
        Assert.All(total.Cells, c => Assert.Equal(c.Value, read[c.Form.Address.Table][c.Form.Row.Id, c.Form.Column.Id].Value));
        Assert.All(read.Tables.SelectMany(t => t.Verdicts), v => Assert.Equal(LinkageVerdict.Holds, v));
    }

    [Fact]
    public void The_docx_marks_an_incomplete_total_and_lists_whose_cells_are_missing()
    {
        var text = Text(Docx(Rich()));
        Assert.Contains("※", text, StringComparison.Ordinal);
        Assert.Contains("附件 1　不完整的合计", text, StringComparison.Ordinal);
        Assert.Contains("清溪县民政局", text[text.IndexOf("附件 1", StringComparison.Ordinal)..text.IndexOf("附件 2", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Contains("没有报告", text[text.IndexOf("附件 2", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("名录里应报的 4 个单位中，计入 2 个，没有报告的 1 个，有报告而没有计入的 1 个", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_workbook_is_valid_and_its_first_row_of_data_is_the_sum_of_the_rest()
    {
        var total = Rich();
        using var book = SpreadsheetDocument.Open(new MemoryStream(Xlsx(total)), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
        Assert.Equal(["汇总三张表", "分单位数据", "覆盖情况", "不完整的合计"], book.WorkbookPart!.Workbook.Descendants<Sheet>().Select(s => s.Name!.Value!));
        var rows = Rows(book, "分单位数据");
        Assert.Equal(2 + 1 + total.CountOf(SumStatus.Counted), rows.Count);
        foreach (var cell in total.Cells)
        {
            var column = rows[1].Single(c => c.Value == cell.Form.Address.ToString()).Key;
            decimal At(Dictionary<string, string> row) => decimal.TryParse(row[column], out var value) ? value : 0;
            Assert.Equal(cell.Value, At(rows[2]));
            Assert.Equal(cell.Value, rows.Skip(3).Sum(At));
        }

        Assert.Equal(1 + total.Incomplete.Count(), Rows(book, "不完整的合计").Count);
        Assert.Equal(1 + 4 + 2 + 1, Rows(book, "覆盖情况").Count);
    }

    [Fact]
    public void The_first_sheet_shows_every_total_in_its_place()
    {
        var total = Units.Sum(Units.Report("清溪县水务局", 3), Units.Report("清溪县民政局", 4));
        using var book = SpreadsheetDocument.Open(new MemoryStream(Xlsx(total)), isEditable: false);
        var numbers = Rows(book, "汇总三张表").SelectMany(r => r.Values).Where(v => decimal.TryParse(v, out _)).Select(decimal.Parse);
        Assert.Equal(total.Cells.Select(c => c.Value), numbers);
        Assert.DoesNotContain("缺", Rows(book, "汇总三张表").SelectMany(r => r.Values));
    }

    [Fact]
    public void Names_from_files_stay_text_in_every_output()
    {
        var sum = new RegionSum();
        foreach (var (name, i) in Hostile.Select((name, i) => (name, i)))
        {
            sum.Add(Units.Report(name, i + 1, change: c => c.Index == 0 ? CellReading.Absent : null, file: name));
            sum.AddUnread(name, new ReadError("x", name));
        }

        var total = sum.Finish(ExpectedUnits.FromText(string.Join('\n', Hostile.Select(h => h.Replace('\n', ' ')))), new SumOptions { RegionName = Hostile[^1] + Hostile[^2] });
        Assert.Equal(Hostile.Length, total.Units.Count);
        Valid(WordprocessingDocument.Open(new MemoryStream(Docx(total)), isEditable: false));
        Assert.DoesNotContain(Text(Docx(total)), c => char.IsControl(c) || c is '\u202E' or '\uFFFE');
        using (var book = SpreadsheetDocument.Open(new MemoryStream(Xlsx(total)), isEditable: false))
        {
            Assert.Empty(new OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken).Select(e => e.Description));
            var cells = book.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<Cell>()).ToArray();
            Assert.DoesNotContain(cells, c => c.CellFormula is not null || c.InnerText.Any(char.IsControl));
            var styles = book.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToArray();
            Assert.All(cells.Where(c => c.InnerText.StartsWith('=')), c => Assert.True(styles[(int)c.StyleIndex!.Value].QuotePrefix?.Value));
            Assert.Contains(cells, c => c.InnerText.StartsWith('='));
        }

        Assert.DoesNotContain(SumText.Of(total, Ink.Plain), c => (char.IsControl(c) && c != '\n') || c is '\u202E');
        using var json = JsonDocument.Parse(Json(total));
        Assert.DoesNotContain((char)0x1b, Json(total));
    }

    [Fact]
    public void The_json_says_what_was_counted_and_what_each_total_lacks()
    {
        using var json = JsonDocument.Parse(Json(Rich()));
        var root = json.RootElement;
        Assert.Equal(("gongkai.sum/1", 2023, "2021", false), (root.GetProperty("schema").GetString(), root.GetProperty("year").GetInt32(), root.GetProperty("form").GetString(), root.GetProperty("complete").GetBoolean()));
        Assert.Equal(200, root.GetProperty("cells").EnumerateObject().Count());
        var cell = root.GetProperty("cells").GetProperty("remedies.review.total");
        Assert.Equal((false, 2, 1, 1), (cell.GetProperty("complete").GetBoolean(), cell.GetProperty("counted").GetInt32(), cell.GetProperty("missing").GetProperty("count").GetInt32(), cell.GetProperty("missing").GetProperty("reports")[0].GetInt32()));
        Assert.Equal(["counted", "counted", "counted", "conflict", "conflict"], root.GetProperty("reports").EnumerateArray().Select(r => r.GetProperty("status").GetString()!));
        Assert.Equal(["counted", "counted", "notCounted", "missing"], root.GetProperty("coverage").GetProperty("units").EnumerateArray().Select(u => u.GetProperty("state").GetString()!));
        Assert.Equal(42, "holds broken unknown".Split(' ').Sum(v => root.GetProperty("linkages").GetProperty(v).GetInt32()));
        Assert.Equal(3, root.GetProperty("linkages").GetProperty("unknown").GetInt32());
        Assert.Equal("file.damaged", root.GetProperty("unreadable")[0].GetProperty("error").GetProperty("code").GetString());
    }

    /// <summary>样样都有的一份：缺表四的、冲突的、没报的、不在名录里的、读不了的。</summary>
    private static RegionTotal Rich()
    {
        var sum = new RegionSum();
        sum.Add(Units.Report("清溪县水务局", 1));
        sum.Add(Units.Report("清溪县民政局", 2, change: c => c.Address.Table is ReportTable.Remedies ? CellReading.Absent : null));
        sum.Add(Units.Report("清溪县气象局", 3));
        sum.Add(Units.Report("清溪县教育局", 4, file: "a.docx"));
        sum.Add(Units.Report("清溪县教育局", 5, file: "b.docx"));
        sum.AddUnread("c.docx", new ReadError("file.damaged", "文件读不出来；请重新导出后再试。"));
        return sum.Finish(ExpectedUnits.FromText("清溪县水务局\n清溪县民政局\n清溪县教育局\n清溪县财政局\n"), new SumOptions());
    }

    private static byte[] Docx(RegionTotal total)
    {
        using var output = new MemoryStream();
        SumDocument.Write(output, total);
        return output.ToArray();
    }

    private static byte[] Xlsx(RegionTotal total)
    {
        using var output = new MemoryStream();
        SumXlsx.Write(output, total);
        return output.ToArray();
    }

    private static string Json(RegionTotal total)
    {
        using var output = new MemoryStream();
        SumJson.Write(output, total);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static void Valid(WordprocessingDocument document)
    {
        using (document)
        {
            Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath} {e.Description}"));
            Assert.Empty(document.MainDocumentPart!.HyperlinkRelationships);
        }
    }

    private static string Text(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return string.Join(' ', document.MainDocumentPart!.Document.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(p => p.InnerText));
    }

    private static List<Dictionary<string, string>> Rows(SpreadsheetDocument book, string name)
    {
        var sheet = book.WorkbookPart!.Workbook.Descendants<Sheet>().Single(s => s.Name == name);
        return
        [
            .. ((WorksheetPart)book.WorkbookPart.GetPartById(sheet.Id!)).Worksheet.Descendants<Row>()
                .Select(r => r.Elements<Cell>().ToDictionary(c => c.CellReference!.Value!.TrimEnd("0123456789".ToCharArray()), c => c.InnerText)),
        ];
    }
}
