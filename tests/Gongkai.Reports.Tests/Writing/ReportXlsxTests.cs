using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Writing.Xlsx;

namespace Gongkai.Reports.Tests.Writing;

public class ReportXlsxTests
{
    [Fact]
    public void The_workbook_is_valid_and_its_sheets_are_frozen_and_filtered()
    {
        using var book = Open([new("a", [InventedReport.Faulty()], null), new("b", [InventedReport.Faultless()], null)]);
        Assert.Empty(new OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath} {e.Description}"));
        Assert.Equal(["报告", "问题", "数据"], book.WorkbookPart!.Workbook.Descendants<Sheet>().Select(s => s.Name!.Value!));
        foreach (var sheet in book.WorkbookPart.WorksheetParts)
        {
            Assert.Equal(PaneStateValues.Frozen, sheet.Worksheet.Descendants<Pane>().Single().State!.Value);
            Assert.Single(sheet.Worksheet.Elements<AutoFilter>());
        }
    }

    [Fact]
    public void Nothing_in_a_report_becomes_a_formula_or_a_link()
    {
        using var book = Open([.. InventedReport.HostileTexts.Select(t => new CheckedFile(t, [InventedReport.Faulty(text: t)], new ReadError("x", t)))]);
        Assert.Empty(new OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath} {e.Description}"));
        var styles = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToArray();
        var quoted = 0;
        foreach (var sheet in book.WorkbookPart.WorksheetParts)
        {
            Assert.Empty(sheet.Worksheet.Descendants<CellFormula>());
            Assert.Empty(sheet.HyperlinkRelationships);
            foreach (var cell in sheet.Worksheet.Descendants<Cell>().Where(c => c.DataType is not null))
            {
                Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
                if (cell.InnerText.Length > 0 && "=+-@＝＋－＠".Contains(cell.InnerText[0], StringComparison.Ordinal))
                {
                    Assert.True(styles[(int)cell.StyleIndex!.Value].QuotePrefix?.Value, cell.InnerText);
                    quoted++;
                }

                Assert.True(cell.InnerText.Length <= 32_767);
                Assert.DoesNotContain(cell.InnerText, c => char.IsControl(c) || c is '\u202E' or '\u2066' or '\uFFFE');
            }
        }

        Assert.True(quoted > 20);
    }

    [Fact]
    public void A_report_is_a_row_and_so_is_a_file_that_could_not_be_read()
    {
        using var book = Open([new("目录/a.docx", [InventedReport.Faulty(file: "目录/a.docx")], null), new("b.pdf", [], new ReadError("x", "这种文件读不了。"))]);
        var rows = Rows(book, "报告");
        Assert.Equal("文件,第几份,单位,层级与类别,年度,格式,落款日期,发布日期,表二,表三,表四,严重,错误,警告,提示,说明", string.Join(',', rows[0].Values));
        Assert.Equal("目录/a.docx,1,清溪县应急管理局,政府部门,2023,2021,45299,45324,已读,不一致,不一致,1,7,2,1", string.Join(',', rows[1].Values.Take(15)));
        Assert.Equal(["b.pdf", "读不了：这种文件读不了。"], rows[2].Values);
    }

    [Fact]
    public void A_finding_is_a_row_with_where_and_what_it_should_be()
    {
        using var book = Open([new("a", [InventedReport.Faulty()], null)]);
        var rows = Rows(book, "问题");
        Assert.Equal(12, rows.Count);
        Assert.Equal(("L01", "错误", "收办守恒", "表三 （七）总计·自然人", "表三 （七）总计·自然人 改为 13"), (rows[1]["E"], rows[1]["F"], rows[1]["G"], rows[1]["I"], rows[1]["L"]));
        Assert.Equal(("“2023年，本机关未收到政府信息公开申请。”", "第一部分 · 第 9 段"), (rows[5]["J"], rows[5]["K"]));
        Assert.Equal("表四 行政复议·总计 改为 2；或 表四 行政复议·结果维持 改为 3", rows[10]["L"]);
    }

    [Fact]
    public void The_sheet_of_cells_has_a_column_a_cell_and_words_where_there_is_no_number()
    {
        using var book = Open([new("a", [InventedReport.Faulty()], null)]);
        var rows = Rows(book, "数据");
        Assert.Equal(204, rows[1].Count);
        string At(string address) => rows[2].GetValueOrDefault(rows[1].Single(c => c.Value == address).Key, "");
        Assert.Equal("表三 （七）总计·自然人", rows[0][rows[1].Single(c => c.Value == "requests.total.person").Key]);
        Assert.Equal(("12", "未印", "横线", "空格", "两可：未印 或 8 或 80", "25.1"),
            (At("requests.total.person"), At("requests.received.research"), At("proactive.rules.inForce"), At("proactive.rules.repealed"), At("requests.granted.business"), At("proactive.charges.amount")));
    }

    [Fact]
    public void Cells_of_the_old_form_get_their_columns_only_when_there_are_such_reports()
    {
        var clean = InventedReport.Faultless().Reading;
        var old = new CheckedReport(
            new ReportReading
            {
                File = "old",
                Index = 0,
                Year = 2020,
                Tables = [.. ReportForms.V2019.Tables.Select(f => new TableReading(f, [.. f.Cells.Select(c => new CellReading(CellState.Number, c.Index, "", Place.Nowhere))], TableProof.Unchecked))],
            },
            []);
        using var book = Open([new("a", [new CheckedReport(clean, [])], null), new("b", [old], null)]);
        var rows = Rows(book, "数据");
        var expected = ReportForms.All.SelectMany(f => f.Tables).SelectMany(t => t.Cells).Select(c => c.Address).Distinct().Count();
        Assert.Equal(4 + expected, rows[1].Count);
        foreach (var cell in ReportForms.V2019.Tables.SelectMany(t => t.Cells))
        {
            Assert.Equal($"{cell.Index}", rows[3][rows[1].Single(c => c.Value == cell.Address.ToString()).Key]);
        }
    }

    [Fact]
    public void Beyond_the_limit_of_rows_the_last_one_says_how_many_are_missing()
    {
        using var book = Open([.. Enumerable.Range(0, 9).Select(i => new CheckedFile($"{i}", [InventedReport.Faulty()], null))], mostRows: 6);
        var reports = Rows(book, "报告");
        Assert.Equal(6, reports.Count);
        Assert.Equal("到此为止：一张工作表最多 6 行，另有 5 行没有列出。请分批检查，或用 json 的结果。", reports[5]["A"]);
        Assert.Contains($"另有 {99 - 4} 行", Rows(book, "问题")[5]["A"], StringComparison.Ordinal);
        Assert.Contains("另有 6 行", Rows(book, "数据")[5]["A"], StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_cell_that_a_finding_would_mend_is_marked_wrong()
    {
        using var book = Open([new("a", [InventedReport.Faulty()], null)]);
        var sheet = ((WorksheetPart)book.WorkbookPart!.GetPartById("rId3")).Worksheet;
        var addresses = sheet.Descendants<Row>().ElementAt(1).Elements<Cell>().ToDictionary(c => c.CellReference!.Value!.TrimEnd('2'), c => c.InnerText);
        Assert.Equal(
            ["requests.total.person", "remedies.review.upheld", "remedies.review.total"],
            sheet.Descendants<Row>().ElementAt(2).Elements<Cell>().Where(c => c.StyleIndex! == (uint)SheetStyle.WrongNumber).Select(c => addresses[c.CellReference!.Value!.TrimEnd('3')]));
    }

    [Fact]
    public void A_number_too_long_for_a_sheet_to_keep_is_written_as_text()
    {
        using var sheet = new MemoryStream();
        using (var writer = new SheetWriter(sheet, [10, 10], 1, 10))
        {
            writer.BeginRow();
            writer.Number(123456789012345m);
            writer.Number(1234567890123456m);
            writer.Date(new DateOnly(1900, 3, 1));
            writer.Date(new DateOnly(1899, 1, 1));
            writer.EndRow();
            writer.Finish();
        }

        var xml = System.Text.Encoding.UTF8.GetString(sheet.ToArray());
        Assert.Contains("<v>123456789012345</v>", xml, StringComparison.Ordinal);
        Assert.Contains("<is><t>1234567890123456</t></is>", xml, StringComparison.Ordinal);
        Assert.Contains("<v>61</v>", xml, StringComparison.Ordinal);
        Assert.Contains("<is><t>1899-01-01</t></is>", xml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    [InlineData(16383, "XFD")]
    public void Columns_are_lettered(int column, string letters) => Assert.Equal(letters, SheetWriter.Letters(column));

    [Fact]
    public void The_same_batch_gives_the_same_bytes()
    {
        CheckedFile[] files = [new("a", [InventedReport.Faulty()], null)];
        Assert.Equal(Write(files), Write(files));
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

    private static SpreadsheetDocument Open(IReadOnlyList<CheckedFile> files, int mostRows = 0) => SpreadsheetDocument.Open(new MemoryStream(Write(files, mostRows)), isEditable: false);

    private static byte[] Write(IReadOnlyList<CheckedFile> files, int mostRows = 0)
    {
        using var xlsx = new ReportXlsx(() => new MemoryStream(), mostRows);
        foreach (var file in files)
        {
            xlsx.Add(file);
        }

        using var output = new MemoryStream();
        xlsx.Finish(output);
        return output.ToArray();
    }
}
