using System.Text;
using Gongkai.Core.Reports;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Tests.Reading;

/// <summary>一格里印的是什么：各种写法的数，数后面的注，没有印出来的数。</summary>
public class LexerTests
{
    [Theory]
    [InlineData("1796。", 1796)]
    [InlineData("129.", 129)]
    [InlineData("（117）", 117)]
    [InlineData("［159］", 159)]
    [InlineData("\"186\"", 186)]
    [InlineData("十二", 12)]
    [InlineData("一百零五", 105)]
    [InlineData("零", 0)]
    [InlineData("1 234", 1234)]
    [InlineData("5\u200B06", 506)]
    [InlineData("1\u00AD7", 17)]
    [InlineData("12[1]", 12)]
    [InlineData("12（注1）", 12)]
    [InlineData("12①", 12)]
    [InlineData("3（含上年）", 3)]
    [InlineData("8*", 8)]
    public void A_value_is_read_however_it_is_written(string written, int value)
    {
        Assert.Equal(value, Issued($"行政规范性文件\t{written}\t4\t9", "\t").Value);
        Assert.Equal(value, Issued($"行政规范性文件 | {written} | 4 | 9", " | ").Value);
    }

    [Theory]
    [InlineData("#####")]
    [InlineData("#REF!")]
    [InlineData("#DIV/0!")]
    [InlineData("*")]
    [InlineData("一百五")]
    public void What_is_not_surely_a_number_is_neither_a_number_nor_blank(string written)
    {
        var cell = Issued($"行政规范性文件\t{written}\t4\t9", "\t");

        Assert.Equal(CellState.Unreadable, cell.State);
    }

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("；")]
    [InlineData("\\cell ")]
    public void Cells_may_be_parted_by_commas_semicolons_or_control_words(string separator)
    {
        Assert.Equal(1, Issued(string.Join(separator, "行政规范性文件", "1", "114", "112"), separator).Value);
    }

    [Fact]
    public void A_comma_between_thousands_parts_no_cells()
    {
        Assert.Equal(1234, Issued("行政规范性文件  1,234  1,002  5,600", "  ").Value);
    }

    private static CellReading Issued(string row, string separator)
    {
        var text = $"清溪县水务局2023年政府信息公开工作年度报告\n一、总体情况\n认真落实条例。\n二、主动公开政府信息情况\n第二十条第（一）项\n"
            + $"{string.Join(separator, "信息内容", "本年制发件数", "本年废止件数", "现行有效件数")}\n{string.Join(separator, "规章", "0", "0", "0")}\n{row}\n第二十条第（五）项\n"
            + "三、收到和处理政府信息公开申请情况\n无。\n四、政府信息公开行政复议、行政诉讼情况\n无。\n五、存在的主要问题及改进情况\n公开不够及时。\n六、其他需要报告的事项\n无。\n清溪县水务局\n2024年1月8日\n";
        return Assert.Single(ReportReader.Read("a.txt", Encoding.UTF8.GetBytes(text)).Reports)[ReportTable.Proactive]["normative", "issued"];
    }
}
