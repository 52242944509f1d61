using Gongkai.Core.Reports;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Tests.Reading;

public class XlsxBlocksTests
{
    private const string Styles = "<numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/><numFmt numFmtId=\"177\" formatCode=\"[$-409]0.00&quot;万&quot;\"/></numFmts>"
        + "<fonts><font/><font><strike/></font></fonts><cellXfs><xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"9\" fontId=\"0\"/><xf numFmtId=\"10\" fontId=\"0\"/><xf numFmtId=\"14\" fontId=\"0\"/><xf numFmtId=\"176\" fontId=\"0\"/><xf numFmtId=\"177\" fontId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\"/></cellXfs>";

    private static string[] Show(byte[] file) => SourceFiles.Open("a.xlsx", file).Show();

    [Theory]
    [InlineData("", "<v>3</v>", "3")]
    [InlineData("", "<v>3.0</v>", "3")]
    [InlineData("", "<v>14.670000000000002</v>", "14.67")]
    [InlineData("", "<v>1.2E3</v>", "1200")]
    [InlineData("", "<v>-0.5</v>", "-0.5")]
    [InlineData("s=\"1\"", "<v>0.95</v>", "95%")]
    [InlineData("s=\"2\"", "<v>0.98765</v>", "98.76%")]
    [InlineData("s=\"3\"", "<v>45306</v>", "2024年1月15日")]
    [InlineData("s=\"4\"", "<v>45306.5</v>", "2024年1月15日")]
    [InlineData("s=\"5\"", "<v>14.67</v>", "14.67")]
    [InlineData("s=\"99\"", "<v>7</v>", "7")]
    [InlineData("", "<f>SUM(B1:B9)</f><v>12</v>", "12")]
    [InlineData("t=\"str\"", "<f>A1&amp;B1</f><v>合_x000D_计</v>", "合 计")]
    [InlineData("t=\"s\"", "<v>1</v>", "本年新收")]
    [InlineData("t=\"b\"", "<v>1</v>", "是")]
    [InlineData("t=\"e\"", "<f>1/0</f><v>#DIV/0!</v>", "#DIV/0!")]
    public void A_cell_shows_what_the_spreadsheet_shows(string attributes, string content, string expected) =>
        Assert.Equal(
            [$"0,0=甲|0,1={expected}"],
            Show(WorkbookFile.Of($"<row r=\"1\">{WorkbookFile.Cell("A1", "甲")}<c r=\"B1\" {attributes}>{content}</c></row>", strings: "<si><t>其他</t></si><si><r><t>本年</t></r><r><t>新收</t></r><rPh><t>ben</t></rPh></si>", styles: Styles)));

    [Fact]
    public void Formulas_without_a_stored_result_are_blank_and_never_computed() =>
        Assert.Equal(
            ["0,0=项|0,1=数|0,2=计|1,0=甲|1,1=|1,2=1"],
            Show(WorkbookFile.Of(WorkbookFile.Row(1, "项", "数", "计") + $"<row r=\"2\">{WorkbookFile.Cell("A2", "甲")}<c r=\"B2\"><f>WEBSERVICE(\"http://example.invalid\")</f></c><c r=\"C2\"><v>1</v></c></row>")));

    [Fact]
    public void Struck_text_and_superscript_notes_are_not_part_of_a_number() =>
        Assert.Equal(
            ["0,0=甲|0,1=10|0,2=2"],
            Show(WorkbookFile.Of(
                $"<row r=\"1\">{WorkbookFile.Cell("A1", "甲")}<c r=\"B1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c><c r=\"D1\" s=\"6\"><v>9</v></c></row>",
                strings: "<si><r><t>10</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r></si><si><r><rPr><strike/></rPr><t>8</t></r><r><t>2</t></r></si>",
                styles: Styles)));

    [Fact]
    public void Merged_cells_become_spans_and_what_they_cover_is_not_shown() =>
        Assert.Equal(
            ["0,0[2x1]=类|0,1[1x2]=数|1,1=1|1,2=2"],
            Show(WorkbookFile.Of(
                WorkbookFile.Row(1, "类", "数", "盖住") + WorkbookFile.Row(2, "盖住", "1", "2"),
                "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/></mergeCells>")));

    [Fact]
    public void Cells_that_are_not_in_the_file_are_blank_and_not_missing() =>
        Assert.Equal(["0,0=甲|0,1=乙|0,2=丙|1,0=一|1,1=|1,2=3"], Show(WorkbookFile.Of(WorkbookFile.Row(1, "甲", "乙", "丙") + WorkbookFile.Row(2, "一", "", "3"))));

    [Fact]
    public void Headings_and_prose_between_tables_are_paragraphs() =>
        Assert.Equal(
            ["P:清溪县应急管理局2023年政府信息公开工作年度报告", "P:一、总体情况", "P:全年公开12条。", "P:其余见下。", "P:二、主动公开政府信息情况", "0,0=规章|0,1=1", "P:注：单位为件"],
            Show(WorkbookFile.Of(
                WorkbookFile.Row(1, "清溪县应急管理局2023年政府信息公开工作年度报告") + WorkbookFile.Row(3, "一、总体情况") + WorkbookFile.Row(4, "全年公开12条。\n其余见下。") + WorkbookFile.Row(5, "二、主动公开政府信息情况")
                + WorkbookFile.Row(6, "规章", "1") + WorkbookFile.Row(7, "注：单位为件"))));

    [Fact]
    public void A_label_whose_values_are_all_blank_stays_in_its_table() =>
        Assert.Equal(["0,0=一|0,1=1|1,0=四、结转下年度继续办理|1,1="], Show(WorkbookFile.Of(WorkbookFile.Row(1, "一", "1") + WorkbookFile.Row(2, "四、结转下年度继续办理"))));

    [Fact]
    public void Hidden_rows_and_columns_are_not_read_and_do_not_cut_a_table() =>
        Assert.Equal(
            ["0,0=甲|0,1=1|1,0=乙|1,1=2"],
            Show(WorkbookFile.Of(
                WorkbookFile.Row(1, "甲", "99", "1") + WorkbookFile.Row(2, "草稿", "9", "9").Replace("<row", "<row hidden=\"1\"", StringComparison.Ordinal) + WorkbookFile.Row(3, "乙", "98", "2"),
                before: "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>")));

    [Fact]
    public void Hidden_sheets_are_left_out_and_that_is_said()
    {
        var row = $"<sheetData>{WorkbookFile.Row(1, "甲", "1")}</sheetData>";
        var document = SourceFiles.Open("a.xlsx", WorkbookFile.Of([("旧", "state=\"veryHidden\"", row), ("新", "", row)]));

        Assert.Equal(Place.AtSheetCell("新", 1, 2), document.Grid().Cells[1].Place);
        Assert.Equal([ReaderNotes.HiddenSheets], document.Notes.Select(n => n.Code));
    }

    [Fact]
    public void Places_name_the_sheet_and_the_cell_wherever_the_table_begins()
    {
        var document = SourceFiles.Open("a.txt", WorkbookFile.Of(WorkbookFile.Row(7, "", "甲", "乙") + WorkbookFile.Row(8, "", "1", "2")));

        Assert.Equal(["B7", "C7", "B8", "C8"], document.Grid().Cells.Select(c => c.Place.SheetCell));
        Assert.All(document.Grid().Cells, c => Assert.Equal("表一", c.Place.Sheet));
    }

    [Fact]
    public void Cells_without_addresses_follow_each_other() =>
        Assert.Equal(["0,0=甲|0,1=1"], Show(WorkbookFile.Of("<row><c t=\"inlineStr\"><is><t>甲</t></is></c><c><v>1</v></c></row>")));
}
