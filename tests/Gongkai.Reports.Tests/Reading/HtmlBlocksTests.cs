using Gongkai.Core.Reports;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Tests.Reading;

public class HtmlBlocksTests
{
    [Fact]
    public void Blocks_and_line_breaks_make_paragraphs_and_white_space_folds()
    {
        var document = SourceFiles.Html("<title>题</title><div>一、总体\n   <b>情况</b><p>甲<br>乙 &nbsp;丙</p>\u3000丁</div><pre>子\t丑\n寅</pre>");

        Assert.Equal(["P:一、总体 情况", "P:甲", "P:乙 \u00A0丙", "P:\u3000丁", "P:子\t丑", "P:寅"], document.Show());
        Assert.Equal(Enumerable.Range(1, 6).Select(Place.AtParagraph), document.Blocks.Cast<ParagraphBlock>().Select(p => p.Place));
    }

    [Fact]
    public void What_the_page_does_not_show_is_not_read() =>
        Assert.Equal(
            ["P:见"],
            SourceFiles.Html("<body><script>var a='<p>x</p>'</script><style>p{}</style><noscript>x</noscript><template><p>x</p></template><p hidden>x</p><div style='color:red; display : none'>x<p>x</p></div><svg><text>x</text></svg><select><option>x</select>见").Show());

    [Theory]
    [InlineData("<p><del>8</del>5")]
    [InlineData("<p><s>8</s>5<strike>9</strike>")]
    [InlineData("<p><span style='TEXT-DECORATION: red Line-Through'>8</span>5")]
    [InlineData("<p><span style='text-decoration-line:line-through'>8</span>5")]
    [InlineData("<del><table><tr><td>a<td>1<tr><td>b<td>2</table></del><p>5")]
    [InlineData("<style>.old{text-decoration:line-through}</style><p><b class=old>8</b>5")]
    public void What_is_struck_out_is_not_read(string page) => Assert.Equal(["P:5"], SourceFiles.Html(page).Show());

    [Fact]
    public void A_struck_row_is_left_out_and_a_struck_cell_keeps_its_place() =>
        Assert.Equal(
            ["0,0=a|0,1=|0,2=2|1,0=c|1,1=3|1,2=4"],
            SourceFiles.Html("<table><tr><td>a<td style='text-decoration:line-through'>1<td>2<tr style='text-decoration:line-through'><td>b<td>8<td>9<tr><td>c<td>3<td>4</table>").Show());

    [Fact]
    public void A_row_struck_out_cell_by_cell_is_left_out_but_still_counted()
    {
        var grid = SourceFiles.Html("<table><tr><td rowspan=3>a<td>1<td>2<tr><td><del>8</del><td><s>9</s><tr><td>3<td>4<tr><td>b<td><del>7</del><td>6</table>");

        Assert.Equal(["0,0[2x1]=a|0,1=1|0,2=2|1,1=3|1,2=4|2,0=b|2,1=|2,2=6"], grid.Show());
        Assert.Equal(Place.AtTableCell(1, 3, 2), grid.Grid().Cells[3].Place);
    }

    [Theory]
    [InlineData(".old{display:none}", true)]
    [InlineData("p{margin:0} td , span.old { color:red; DISPLAY : none !important }", true)]
    [InlineData("<!-- /* a{} */ #o { visibility: hidden } -->", true)]
    [InlineData(".old{font-size:0px}", true)]
    [InlineData("td .old{display:none}", true)]
    [InlineData("@media screen{.old{display:none}}", true)]
    [InlineData(".old{display:none}.old{display:inline}", false)]
    [InlineData(".old{display:none}.old.on{display:inline}", false)]
    [InlineData(".old{display:none}.page .old{display:inline}", false)]
    [InlineData("@media print{.old{display:none}}", false)]
    [InlineData(".menu .old{display:none}", false)]
    [InlineData(".old:hover{display:none}", false)]
    [InlineData(".older,.ol{display:none}.old{font-size:0.5em", false)]
    public void Simple_rules_of_the_page_s_own_style_sheet_hide_elements(string css, bool hides) =>
        Assert.Equal([hides ? "P:5" : "P:85"], SourceFiles.Html($"<style>{css}</style><p><span id=o class='x old on'>8</span>5").Show());

    [Theory]
    [InlineData("165<sup>1</sup>", "165")]
    [InlineData("11<sup><a href='#n'>[1]</a></sup>", "11")]
    [InlineData("11<sup>①</sup><sup>注2</sup>", "11")]
    [InlineData("11<span style='vertical-align:super;font-size:8pt'>*</span>", "11")]
    [InlineData("<sup>1</sup>23", "23")]
    [InlineData("<sup>12</sup>", "12")]
    [InlineData("5<sup>123</sup>", "5 123")]
    public void A_footnote_mark_is_not_part_of_the_number_in_a_cell(string cell, string text) =>
        Assert.Equal([$"0,0=a|0,1={text}"], SourceFiles.Html($"<table><tr><td>a<td>{cell}</table>").Show());

    [Fact]
    public void A_superscript_outside_a_table_stands_apart_from_the_number_before_it() =>
        Assert.Equal(["P:收到12 1件，km2"], SourceFiles.Html("<p>收到12<sup>1</sup>件，km<sup>2</sup>").Show());

    [Fact]
    public void A_page_too_large_for_a_tree_leaves_out_the_same()
    {
        var filler = string.Concat(Enumerable.Repeat("<i></i>", 40_000));

        Assert.Equal(
            ["P:5", "0,0=a|0,1=|1,0=c|1,1=2"],
            SourceFiles.Html($"<style>.old{{display:none}}</style>{filler}<p><del>8</del><b class=old>9</b>5<table><tr><td>a<td style='text-decoration:line-through'>1<tr><td>c<td>2<sup>1</sup></table>").Show());
    }

    [Theory]
    [InlineData("<tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d", "0,0[2x1]=a|0,1[1x2]=b|1,1=c|1,2=d")]
    [InlineData("<tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d", "0,0[3x1]=a|0,1=b|1,1=c|2,1=d")]
    [InlineData("<tr><td rowspan=99>a<td>b<tr><td>c", "0,0[2x1]=a|0,1=b|1,1=c")]
    [InlineData("<tbody><tr><td rowspan=3>a<td>b</tbody><tbody><tr><td>c<td>d</tbody>", "0,0=a|0,1=b|1,0=c|1,1=d")]
    [InlineData("<tr><td>a<td rowspan=2>b<tr><td colspan=3>c<tr><td>d", "0,0=a|0,1[2x1]=b|1,0=c|2,0=d")]
    [InlineData("<tr><td>a<tr><td>b<td>c<td>d", "0,0=a|1,0=b|1,1=c|1,2=d")]
    [InlineData("<tr><td colspan=x>a<td rowspan='-1'>b<td colspan=0>c", "0,0=a|0,1=b|0,2=c")]
    public void Spans_are_resolved_to_grid_coordinates(string rows, string cells) =>
        Assert.Equal([cells], SourceFiles.Html($"<table>{rows}</table>").Show());

    [Fact]
    public void A_huge_span_is_capped()
    {
        var grid = SourceFiles.Html("<table><tr><td colspan=999999999 rowspan=999999999>a<td>b<tr><td>c<td>d</table>").Grid();

        Assert.All(grid.Cells, c => Assert.InRange(c.Column + c.ColumnSpan, 1, ReadLimits.Columns));
        Assert.All(grid.Cells, c => Assert.InRange(c.Row + c.RowSpan, 1, 2));
    }

    [Fact]
    public void Lines_in_a_cell_are_joined_and_its_place_is_printed_from_one()
    {
        var grid = SourceFiles.Html("<table><tr><td>x<td>x</table><table><tr><td>一、本年<p>新收&nbsp;</p><br>数量 <tr><td rowspan=2>a<td>\u3000<tr><td>b</table>").Blocks[1] as GridBlock;

        Assert.Equal("一、本年\n新收\u00A0\n数量", grid!.Cells[0].Text);
        Assert.Equal("\u3000", grid.Cells[2].Text);
        Assert.Equal(Place.AtTableCell(2, 3, 2), grid.Cells[3].Place);
    }

    [Fact]
    public void Pictures_stand_in_cells_or_between_paragraphs() =>
        Assert.Equal(
            ["P:甲乙", "PIC", $"0,0={GridBlock.PictureText}|0,1=字"],
            SourceFiles.Html("<p>甲<img src='http://example.invalid/a.png'>乙</p><table><tr><td><img><td>字<img></table>").Show());

    [Fact]
    public void A_table_used_for_layout_is_unfolded_in_order() =>
        Assert.Equal(
            ["P:导航", "P:二、主动公开", "0,0=规章|0,1=1|1,0=件|1,1=2", "P:之后"],
            SourceFiles.Html("<table><tr><td>导航<td>二、主动公开<table><tr><td>规章<td>1<tr><td>件<td>2</table>之后</table>").Show());

    [Fact]
    public void A_table_of_one_column_is_only_a_frame() =>
        Assert.Equal(["P:甲", "P:乙", "P:丙"], SourceFiles.Html("<table><tr><td>甲<p>乙<tr><td>丙</table>").Show());

    [Fact]
    public void A_row_of_prose_divides_the_table_that_frames_the_whole_report()
    {
        var prose = new string('文', 150);

        var document = SourceFiles.Html($"<table><tr><td colspan=2>一、总体情况<tr><td colspan=2>{prose}<p>次段<tr><td>规章<td>1<tr><td>件<td>2<tr><td>总<td>3</table>");

        Assert.Equal(["P:一、总体情况", "P:" + prose, "P:次段", "0,0=规章|0,1=1|1,0=件|1,1=2|2,0=总|2,1=3"], document.Show());
        Assert.Equal(Place.AtTableCell(1, 5, 2), ((GridBlock)document.Blocks[^1]).Cells[^1].Place);
    }

    [Fact]
    public void A_table_inside_a_data_cell_becomes_the_text_of_that_cell() =>
        Assert.Equal(
            ["0,0=a|0,1=b|0,2=c|1,0=d|1,1=前\n1\t2\n3\t4\n后|1,2=f"],
            SourceFiles.Html("<table><tr><td>a<td>b<td>c<tr><td>d<td>前<table><tr><td>1<td>2<tr><td>3<td>4</table>后<td>f</table>").Show());

    [Theory]
    [InlineData("<meta name=PubDate content='2024-01-30 09:12'>", 30)]
    [InlineData("<meta name=\"ArticlePubDate\" content=\"2024年1月29日\">", 29)]
    [InlineData("<meta name=publishdate content=20240128>", 28)]
    [InlineData("<meta name=publishdate content=2024/1/28><meta name=pubdate content=2024/1/27>", 27)]
    public void The_publication_date_comes_from_the_meta_data(string meta, int day) =>
        Assert.Equal(new DateOnly(2024, 1, day), SourceFiles.Html(meta + "<p>文</p>").PublishedOn);

    [Fact]
    public void An_impossible_date_in_the_meta_data_is_no_date() =>
        Assert.Null(SourceFiles.Html("<meta name=PubDate content='2024-02-31'><meta name=pubdate content=''><p>文</p>").PublishedOn);
}
