using System.Text;
using Gongkai.Core.Reports;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Tests.Reading;

public class MarkdownBlocksTests
{
    private static SourceDocument Open(string text) => SourceFiles.Open("a.md", Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("# 一、总体情况", "P:一、总体情况")]
    [InlineData("## **二、主动公开** ##", "P:二、主动公开")]
    [InlineData("#标题", "P:标题")]
    [InlineData("> 引文", "P:引文")]
    [InlineData("- 列表", "P:列表")]
    [InlineData("1. 有序", "P:1. 有序")]
    [InlineData("*强*调**与**_斜_和`码`", "P:强调与斜和码")]
    [InlineData("旧~~12~~13件", "P:旧13件")]
    [InlineData("见[条例](http://example.invalid/a)和[^1]", "P:见条例和")]
    [InlineData("2\\*3 \\| 4\\. &lt;五&gt;&nbsp;", "P:2*3 | 4. <五>")]
    [InlineData("2*3*4", "P:2*3*4")]
    [InlineData("收到*12件", "P:收到*12件")]
    [InlineData("<p align=\"center\">居中</p>", "P:居中")]
    [InlineData("![表三](table.png)", "PIC")]
    public void The_marks_of_a_line_are_taken_off(string line, string shown) => Assert.Equal([shown], Open(line).Show());

    [Theory]
    [InlineData("| 甲 | 乙 |\n|:---|---:|\n| 一 | 2 |", "0,0=甲|0,1=乙|1,0=一|1,1=2")]
    [InlineData("甲 | 乙\n--- | ---\n一 | 2", "0,0=甲|0,1=乙|1,0=一|1,1=2")]
    [InlineData("| 甲 | 乙 |\n| 一 | |", "0,0=甲|0,1=乙|1,0=一|1,1=")]
    [InlineData("| 甲\\|丙 | **12** |", "0,0=甲|丙|0,1=12")]
    [InlineData("| 甲<br/>乙 | 10<sup>1</sup> |", "0,0=甲\n乙|0,1=10")]
    [InlineData("| 甲 | 1[^2] |\r\n|---|---|\r\n", "0,0=甲|0,1=1")]
    public void A_pipe_table_is_a_grid(string text, string shown) => Assert.Equal([shown], Open(text).Show());

    [Fact]
    public void An_html_table_is_read_as_a_page_would_be() =>
        Assert.Equal(
            ["P:前", "0,0[2x1]=类|0,1=1|1,1=2", "P:后"],
            Open("前\n<table><tr><td rowspan=2>类</td><td>1</td></tr>\n\n<tr><td>2</td></tr></table>\n后").Show());

    [Fact]
    public void Places_are_lines_and_columns_of_the_file()
    {
        var document = Open("# 题\n\n| 甲 | **12** |\n<table>\n<tr><td>a</td>\n<td>3</td></tr></table>");

        Assert.Equal(Place.AtLine(1, 3), ((ParagraphBlock)document.Blocks[0]).Place);
        Assert.Equal([Place.AtLine(3, 3), Place.AtLine(3, 9)], ((GridBlock)document.Blocks[1]).Cells.Select(c => c.Place));
        Assert.Equal([Place.AtLine(5, 9), Place.AtLine(6, 5)], ((GridBlock)document.Blocks[2]).Cells.Select(c => c.Place));
    }

    [Fact]
    public void Comments_rules_and_metadata_are_not_text_and_code_is_no_table() =>
        Assert.Equal(["P:正文", "P:a | b"], Open("---\ntitle: 年报\n---\n正文\n===\n<!-- 草稿\n| 1 | 2 |\n-->\n***\n```\na | b\n```").Show());

    [Fact]
    public void A_page_called_md_is_a_page() => Assert.Equal(["P:正文"], Open("<!DOCTYPE html><p>正文</p>").Show());

    public static TheoryData<string, string> Pathological => new()
    {
        { "emphasis", string.Concat(Enumerable.Repeat("*a_b~~", 300_000)) },
        { "brackets", new string('[', 1_000_000) },
        { "angles", new string('<', 1_000_000) },
        { "ampersands", new string('&', 1_000_000) },
        { "carets", "|" + string.Concat(Enumerable.Repeat("^a", 500_000)) },
        { "tables", string.Concat(Enumerable.Repeat("<table><tr><td>1</table>\n", 100_000)) },
        { "open tables", string.Concat(Enumerable.Repeat("<table>\n", 300_000)) },
        { "open cells", "<table>" + string.Concat(Enumerable.Repeat("<td", 300_000)) + "</table>" },
        { "pipes", new string('|', 1_000_000) },
        { "rows", string.Concat(Enumerable.Repeat("|1|2|3\n", 400_000)) },
        { "fences", string.Concat(Enumerable.Repeat("```\n", 400_000)) },
        { "lines", string.Concat(Enumerable.Repeat("a\n", 1_000_000)) },
        { "backslashes", new string('\\', 1_000_000) },
    };

    [Theory]
    [MemberData(nameof(Pathological))]
    public void Pathological_markdown_is_read_in_linear_time(string way, string text)
    {
        Assert.NotEmpty(way);
        var document = Open("底\n\n" + text);

        Assert.Equal("P:底", document.Show()[0]);
        Assert.InRange(document.Blocks.Count, 1, ReadLimits.Paragraphs + 1);
    }
}
