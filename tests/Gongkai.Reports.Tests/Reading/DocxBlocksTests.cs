using System.Text;
using Gongkai.Core.Reports;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Tests.Reading;

public class DocxBlocksTests
{
    private static string P(string text) => $"<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    private static string Tc(string text, string properties = "") => $"<w:tc><w:tcPr><w:tcW w:w=\"100\"/>{properties}</w:tcPr>{P(text)}</w:tc>";

    private static string Tr(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    [Fact]
    public void Runs_join_and_what_is_deleted_hidden_or_a_field_code_is_left_out()
    {
        var document = SourceFiles.Docx(
            "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:t>本年</w:t></w:r><w:bookmarkStart w:name=\"_GoBack\"/><w:ins><w:r><w:t>新收</w:t></w:r></w:ins>"
            + "<w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>显</w:t></w:r>"
            + "<w:r><w:instrText> PAGE </w:instrText><w:tab/><w:t xml:space=\"preserve\"> 12 </w:t><w:br/><w:t>件</w:t></w:r></w:p><w:p/><w:p><w:r/></w:p>"
            + "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>" + P("控件") + "</w:sdtContent></w:sdt><w:sectPr/>");

        Assert.Equal(["P:本年新收显\t 12 \n件", "P:控件"], document.Show());
        Assert.Equal(Place.AtParagraph(2), ((ParagraphBlock)document.Blocks[1]).Place);
    }

    [Fact]
    public void Merged_cells_become_spans()
    {
        var document = SourceFiles.Docx("<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid>"
            + Tr(Tc("甲", "<w:vMerge w:val=\"restart\"/>"), Tc("乙", "<w:gridSpan w:val=\"2\"/>"))
            + Tr(Tc("不显", "<w:vMerge/>"), Tc("丙"), Tc("丁"))
            + Tr(Tc("", "<w:vMerge w:val=\"continue\"/>"), Tc("戊"), "<w:tc><w:p/></w:tc>")
            + "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + Tc("己") + "</w:tr>"
            + "</w:tbl>");

        Assert.Equal(["0,0[3x1]=甲|0,1[1x2]=乙|1,1=丙|1,2=丁|2,1=戊|2,2=|3,1=己"], document.Show());
        Assert.Equal(Place.AtTableCell(1, 4, 2), document.Grid().Cells[^1].Place);
    }

    [Fact]
    public void A_merge_that_continues_nothing_is_a_cell_of_its_own() =>
        Assert.Equal(
            ["0,0=甲|0,1=乙|1,0[1x2]=丙|1,2=丁"],
            SourceFiles.Docx("<w:tbl>" + Tr(Tc("甲", "<w:vMerge/>"), Tc("乙")) + Tr(Tc("丙", "<w:gridSpan w:val=\"2\"/><w:vMerge/>"), Tc("丁")) + "</w:tbl>").Show());

    [Fact]
    public void Paragraphs_in_a_cell_are_joined_by_line_breaks_and_nested_tables_by_tabs() =>
        Assert.Equal(
            ["0,0=甲\n乙|0,1=丙|0,2=丁|1,0=前\n1\t2\n后|1,1=戊|1,2=己"],
            SourceFiles.Docx("<w:tbl>" + Tr("<w:tc>" + P("甲") + P("乙") + "</w:tc>", Tc("丙"), Tc("丁"))
                + Tr("<w:tc>" + P("前") + "<w:tbl>" + Tr(Tc("1"), Tc("2")) + "</w:tbl>" + P("后") + "</w:tc>", Tc("戊"), Tc("己")) + "</w:tbl>").Show());

    [Fact]
    public void A_text_box_follows_its_paragraph_and_is_read_once() =>
        Assert.Equal(
            ["P:前后", "P:框", "0,0=1|0,1=2", "P:下段"],
            SourceFiles.Docx("<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>" + P("框") + "<w:tbl>" + Tr(Tc("1"), Tc("2")) + "</w:tbl></w:txbxContent></wps:txbx></mc:Choice>"
                + "<mc:Fallback><w:pict><v:textbox><w:txbxContent>" + P("框") + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>" + P("下段")).Show());

    [Fact]
    public void Pictures_stand_in_cells_or_after_their_paragraph() =>
        Assert.Equal(
            ["P:图", "PIC", $"0,0={GridBlock.PictureText}|0,1=字"],
            SourceFiles.Docx("<w:p><w:r><w:drawing><a:blip/></w:drawing><w:t>图</w:t></w:r></w:p><w:tbl>" + Tr("<w:tc><w:p><w:r><w:pict><v:imagedata/></w:pict></w:r></w:p></w:tc>", Tc("字")) + "</w:tbl>").Show());

    [Fact]
    public void A_strike_is_seen_after_other_properties_of_the_run()
    {
        static string Run(string format, string text) => $"<w:r><w:rPr>{format}</w:rPr><w:t>{text}</w:t></w:r>";

        Assert.Equal(["P:12"], SourceFiles.Docx("<w:p>" + Run("<w:b/><w:sz w:val=\"20\"/>", "1") + Run("<w:b/><w:sz w:val=\"20\"/><w:strike/>", "8") + Run("<w:b/>", "2") + "</w:p>").Show());
    }

    [Fact]
    public void A_hair_thin_column_that_no_one_sees_is_not_counted()
    {
        const string grid = "<w:tblGrid><w:gridCol w:w=\"600\"/><w:gridCol w:w=\"599\"/><w:gridCol w:w=\"1\"/><w:gridCol w:w=\"600\"/></w:tblGrid>";
        static string Cell(string text, int span) => $"<w:tc><w:tcPr><w:gridSpan w:val=\"{span}\"/></w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>";

        Assert.Equal(
            ["0,0[1x2]=甲|0,2=乙|1,0=1|1,1=2|1,2=3"],
            SourceFiles.Docx($"<w:tbl>{grid}<w:tr>{Cell("甲", 2)}{Cell("乙", 2)}</w:tr><w:tr>{Cell("1", 1)}{Cell("2", 2)}{Cell("3", 1)}</w:tr></w:tbl>").Show());
    }

    [Fact]
    public void Struck_runs_are_left_out_unless_the_strike_is_switched_off()
    {
        static string Run(string properties, string text) => $"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>";

        Assert.Equal(
            ["P:123"],
            SourceFiles.Docx("<w:p>" + Run("<w:strike/>", "8") + Run("<w:strike w:val=\"0\"/>", "1") + Run("<w:dstrike w:val=\"true\"/>", "9") + Run("<w:dstrike w:val=\"false\"/>", "2")
                + Run("<w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange>", "3") + "</w:p>").Show());
    }

    [Fact]
    public void Deleted_and_hidden_rows_are_left_out() =>
        Assert.Equal(
            ["0,0=a|0,1=1|1,1=2"],
            SourceFiles.Docx("<w:tbl>" + Tr("<w:trPr><w:del w:id=\"1\"/></w:trPr>", Tc("x"), Tc("8")) + Tr(Tc("a"), Tc("1")) + Tr("<w:trPr><w:hidden/></w:trPr>", Tc("y"), Tc("9"))
                + Tr("<w:trPr><w:gridBefore w:val=\"1\"/><w:ins w:id=\"2\"/></w:trPr>", Tc("2")) + "</w:tbl>").Show());

    [Fact]
    public void A_superscript_footnote_mark_is_not_part_of_the_number_in_a_cell()
    {
        static string Marked(string mark) => "<w:tc><w:p><w:r><w:t>14.67</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>" + mark + "</w:t></w:r></w:p></w:tc>";

        Assert.Equal(["0,0=14.67|0,1=14.67"], SourceFiles.Docx("<w:tbl>" + Tr(Marked("1"), Marked("[注2]")) + "</w:tbl>").Show());
    }

    [Fact]
    public void A_style_can_strike_out_or_raise()
    {
        const string styles = "<w:style w:styleId=\"Old\"><w:rPr><w:strike/></w:rPr></w:style><w:style w:styleId=\"Older\"><w:basedOn w:val=\"Old\"/></w:style><w:style w:styleId=\"Note\"><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>";
        var document = SourceFiles.Open("a.docx", SourceFiles.Zip(
            ("word/document.xml", Encoding.UTF8.GetBytes($"<w:document xmlns:w=\"{SourceFiles.WordNamespace}\"><w:body><w:tbl>"
                + Tr("<w:tc><w:p><w:r><w:rPr><w:rStyle w:val=\"Older\"/></w:rPr><w:t>8</w:t></w:r><w:r><w:t>5</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"Note\"/></w:rPr><w:t>1</w:t></w:r></w:p></w:tc>",
                    "<w:tc><w:p><w:pPr><w:pStyle w:val=\"Old\"/></w:pPr><w:r><w:t>7</w:t></w:r><w:r><w:rPr><w:strike w:val=\"0\"/></w:rPr><w:t>6</w:t></w:r></w:p></w:tc>")
                + "</w:tbl></w:body></w:document>")),
            ("word/styles.xml", Encoding.UTF8.GetBytes($"<w:styles xmlns:w=\"{SourceFiles.WordNamespace}\">{styles}</w:styles>"))));

        Assert.Equal(["0,0=5|0,1=6"], document.Show());
    }

    [Fact]
    public void Automatic_numbers_are_written_out()
    {
        static string Numbered(string list, int level, string text) => $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";
        const string numbering =
            "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCountingThousand\"/><w:pStyle w:val=\"a1\"/><w:lvlText w:val=\"%1、\"/></w:lvl>"
            + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"（%2）\"/></w:lvl>"
            + "<w:lvl w:ilvl=\"2\"><w:start w:val=\"3\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%3.\"/></w:lvl></w:abstractNum>"
            + "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\uF0B7\"/></w:lvl></w:abstractNum>"
            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
            + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"12\"/></w:lvlOverride></w:num>";

        var document = SourceFiles.Docx(
            Numbered("1", 0, "总体情况") + Numbered("1", 1, "甲") + Numbered("1", 1, "乙") + Numbered("1", 2, "丙") + Numbered("1", 2, "丁")
            + "<w:p><w:pPr><w:pStyle w:val=\"a1\"/></w:pPr><w:r><w:t>主动公开</w:t></w:r></w:p>" + Numbered("1", 1, "戊") + Numbered("2", 0, "点") + Numbered("0", 0, "无") + Numbered("3", 0, "续") + Numbered("3", 0, "再"),
            numbering);

        Assert.Equal(["P:一、总体情况", "P:（一）甲", "P:（二）乙", "P:3.丙", "P:4.丁", "P:二、主动公开", "P:（一）戊", "P:点", "P:无", "P:十二、续", "P:十三、再"], document.Show());
    }
}
