using Gongkai.Reports.Reading.Facts;

namespace Gongkai.Reports.Tests.Facts;

public class HeadingFinderTests
{
    private const string All = "123456";

    [Fact]
    public void A_plain_report_has_its_six_sections_and_no_sub_heading()
    {
        var text = Samples.Report("清溪县应急管理局2023年政府信息公开工作年度报告");
        var hits = HeadingFinder.Find(text);
        Assert.Equal(
            ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"],
            hits.Select(h => text[h.Start..h.End]));
        Assert.All(hits, h => Assert.True(h.Numbered));
    }

    [Theory]
    [InlineData("1、")]
    [InlineData("1.")]
    [InlineData("1．")]
    [InlineData("（一）")]
    [InlineData("(一)")]
    [InlineData("第一部分 ")]
    [InlineData("第一部分：")]
    [InlineData("一.")]
    [InlineData("一，")]
    [InlineData("一 、 ")]
    [InlineData("一　")]
    [InlineData("")]
    public void Headings_are_found_whatever_their_number_style(string style)
    {
        string Number(int n) => style.Replace("1", n.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("一", "一二三四五六"[n - 1].ToString(), StringComparison.Ordinal);
        var body = Samples.Body.Replace("（一）主动公开情况", "主动公开方面", StringComparison.Ordinal).Replace("（二）依申请公开情况", "依申请方面", StringComparison.Ordinal);
        string[] words = ["总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项"];
        for (var i = 0; i < 6; i++)
        {
            body = body.Replace("\n" + "一二三四五六"[i] + "、" + words[i], "\n" + Number(i + 1) + words[i], StringComparison.Ordinal);
        }

        body = Number(1) + body["一、".Length..];
        Assert.Equal(All, Sections(body));
    }

    [Theory]
    [InlineData("三、收到和处理政府信息\n公开申请情况", 3)]
    [InlineData("三、\n收到和处理政府信息公开申请情况", 3)]
    [InlineData("[bookmark: _GoBack]五、存在的主要问题及改进情况", 5)]
    [InlineData("五、[bookmark: _GoBack]存在的主要问[bookmark: _Toc1]题及改进情况", 5)]
    [InlineData("五、存在的主要问题及改进情况和下一步打算", 5)]
    [InlineData("## 二、主动公开政府信息情况", 2)]
    [InlineData("二、主 动 公 开 政 府 信 息 情 况", 2)]
    [InlineData("　　二、主动公开政府信息情况：", 2)]
    [InlineData("三、收到和处里政府信息公开申请情况", 3)]
    [InlineData("四、政府信息公开行政复议、行政诉讼清况", 4)]
    [InlineData("五、政府信息公开工作存在的问题和下一步改进措施", 5)]
    [InlineData("三、收到和處理政府信息公開申請情況", 3)]
    [InlineData("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", 4)]
    [InlineData("六、其他需要报告的事项无", 6)]
    [InlineData("五、其他需要报告的事项", 6)]
    [InlineData("二、主动公开政府信息情况和收到申请的情况都较好，没有问题。", 0)]
    [InlineData("一、总体情况良好，全年没有问题。", 0)]
    [InlineData("三、本年度办理结果", 0)]
    [InlineData("一、本年新收政府信息公开申请数量", 0)]
    [InlineData("本报告由总体情况、主动公开政府信息情况等六部分组成", 0)]
    [InlineData("主动公开政府信息情况如下表所示，全年公开五十三条。", 0)]
    [InlineData("详见“二、主动公开政府信息情况”一节", 0)]
    public void A_line_is_a_heading_or_not(string line, int section) =>
        Assert.Equal(section == 0 ? "" : section.ToString(System.Globalization.CultureInfo.InvariantCulture), Sections("说明文字。\n" + line + "\n说明文字。\n"));

    [Fact]
    public void The_heading_of_a_wrapped_line_ends_where_its_words_end()
    {
        const string Text = "三、收到和处理政府信息\n公开申请情况\n表";
        var hit = Assert.Single(HeadingFinder.Find(Text));
        Assert.Equal("三、收到和处理政府信息\n公开申请情况", Text[hit.Start..hit.End]);
    }

    [Theory]
    [InlineData("一、总体情况......1\n二、主动公开政府信息情况......2\n三、收到和处理政府信息公开申请情况......3\n四、政府信息公开行政复议、行政诉讼情况......5\n五、存在的主要问题及改进情况......6\n六、其他需要报告的事项......6\n")]
    [InlineData("一、总体情况\t1\n（一）主动公开……1\n（二）依申请公开……2\n二、主动公开政府信息情况\t2\n三、收到和处理政府信息公开申请情况\t3\n四、政府信息公开行政复议、行政诉讼情况\t5\n五、存在的主要问题及改进情况\t6\n六、其他需要报告的事项\t6\n")]
    [InlineData("一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n")]
    [InlineData("一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况；四、政府信息公开行政复议、行政诉讼情况；五、存在的主要问题及改进情况；六、其他需要报告的事项。\n")]
    public void A_table_of_contents_is_not_the_report(string contents)
    {
        var text = "目录\n" + contents + Samples.Intro + Samples.Body;
        var hits = HeadingFinder.Find(text);
        Assert.Equal(All, string.Concat(hits.Select(h => h.Section)));
        Assert.Equal(text.Length - Samples.Body.Length, hits[0].Start);
        Assert.Single(ReportSplitter.Split(text));
    }

    [Fact]
    public void Links_to_the_sections_below_the_report_are_no_second_report()
    {
        var text = Samples.Report("清溪县水务局2023年政府信息公开工作年度报告", "清溪县水务局\n2024年1月8日\n")
            + "快速导航\n一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n";
        Assert.Equal(All, Sections(text));
    }

    [Fact]
    public void The_whole_page_on_one_line_still_has_its_sections()
    {
        var text = Samples.Report("首页 > 公开 > 清溪县应急管理局2023年政府信息公开工作年度报告").Replace('\n', ' ').Replace('\t', ' ');
        Assert.Equal(All, Sections(text));
        Assert.Equal(All, Sections(text.Replace(" ", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("一、总体情况\n（一）主动公开政府信息情况\n公开53条。\n（二）收到和处理政府信息公开申请情况\n无。\n二、主动公开政府信息情况\n表。\n三、收到和处理政府信息公开申请情况\n表。\n", "一二三")]
    [InlineData("一、总体情况\n1.主动公开情况\n公开53条。\n2.依申请公开情况\n无。\n二、主动公开政府信息情况\n表。\n三、收到和处理政府信息公开申请情况\n表。\n", "一二三")]
    [InlineData("一、总体情况\n1、基本情况\n好。\n2、主动公开情况\n公开53条。\n3、依申请公开情况\n无。\n二、主动公开政府信息情况\n表。\n三、收到和处理政府信息公开申请情况\n表。\n", "一二三")]
    [InlineData("第一部分 总体情况\n一、主动公开情况\n公开53条。\n二、依申请公开情况\n无。\n第二部分 主动公开政府信息情况\n表。\n第三部分 收到和处理政府信息公开申请情况\n表。\n", "第第第")]
    [InlineData("一、总体情况\n主动公开情况\n公开53条。\n依申请公开情况\n无。\n四、政府信息公开行政复议、行政诉讼情况\n表。\n", "一四")]
    [InlineData("一、总体情况\n（一）主动公开情况\n公开53条。\n（二）依申请公开情况\n无。\n四、政府信息公开行政复议、行政诉讼情况\n表。\n", "一四")]
    public void Sub_headings_of_section_one_are_not_sections(string text, string starts) =>
        Assert.Equal(starts, string.Concat(HeadingFinder.Find(text).Select(h => text[h.Start])));

    private static string Sections(string text) => string.Concat(HeadingFinder.Find(text).Select(h => h.Section));

    [Theory]
    [InlineData("概述")]
    [InlineData("本局工作总体开展情形")]
    [InlineData("本年度各单位主动公开的各类信息")]
    [InlineData("群众申请信息公开办理")]
    [InlineData("被提起诉讼和复议")]
    [InlineData("尚有不足，今后怎样改进")]
    [InlineData("还有哪些事项需要说明")]
    [InlineData("存在的主要间题及改迸情况")]
    public void The_sieve_lets_every_heading_worded_anew_through(string words)
    {
        var letters = Glyphs.Folded(words);
        for (var section = 1; section <= 6; section++)
        {
            if (HeadingAliases.HasGist(section, letters) || HeadingAliases.IsNear(section, letters))
            {
                Assert.True(HeadingSieve.MayBeWorded("、" + words, 1, section, 240));
                Assert.True(HeadingSieve.MayBeWorded(words + "\n后文", 0, section, 240));
                return;
            }
        }

        Assert.Fail("No section's heading.");
    }

    [Theory]
    [InlineData("属于国家秘密\n0\n0", 1)]
    [InlineData("保护第三方合法权益\t0\t0\n5.属于三类内部事务信息\t0", 4)]
    [InlineData("\n总体情况", 1)]
    public void The_sieve_keeps_rows_of_tables_back(string row, int section) => Assert.False(HeadingSieve.MayBeWorded(row, 0, section, 240));
}
