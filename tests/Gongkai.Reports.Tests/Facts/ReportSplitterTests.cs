using Gongkai.Reports.Reading.Facts;

namespace Gongkai.Reports.Tests.Facts;

public class ReportSplitterTests
{
    [Fact]
    public void Two_reports_in_a_file_are_parted_at_the_second_title()
    {
        var first = Samples.Report("清溪县水务局2023年政府信息公开工作年度报告", "清溪县水务局\n2024年1月8日\n");
        var second = Samples.Report("清溪县教育局2023年\n政府信息公开工作年度报告", "清溪县教育局\n2024年1月9日\n");
        var text = first + "\n" + second;
        var spans = ReportSplitter.Split(text);
        Assert.Equal([(0, first.Length + 1), (first.Length + 1, text.Length)], spans.Select(s => (s.Start, s.End)));
        var facts = spans.Select(s => FactFinder.Find(text, s, "", null)).ToList();
        Assert.Equal(["清溪县水务局", "清溪县教育局"], facts.Select(f => f.Agency));
        Assert.Equal([new DateOnly(2024, 1, 8), new DateOnly(2024, 1, 9)], facts.Select(f => f.SignedOn));
    }

    [Fact]
    public void Three_reports_on_one_line_each_are_three()
    {
        var text = string.Concat("水教财".Select(n => Samples.Report($"清溪县{n}务局2023年政府信息公开工作年度报告", $"清溪县{n}务局 2024年1月8日 ").Replace('\n', ' ')));
        var spans = ReportSplitter.Split(text);
        Assert.Equal(["清溪县水务局", "清溪县教务局", "清溪县财务局"], spans.Select(s => FactFinder.Find(text, s, "", null).Agency));
    }

    [Fact]
    public void A_title_printed_twice_belongs_to_one_report()
    {
        var text = Samples.Report("清溪县水务局2023年政府信息公开工作年度报告")
            + Samples.Report("清溪县教育局2023年政府信息公开工作年度报告\n发布时间：2024-01-20\n清溪县教育局2023年政府信息公开工作年度报告");
        var spans = ReportSplitter.Split(text);
        Assert.Equal(2, spans.Count);
        Assert.Equal(new DateOnly(2024, 1, 20), FactFinder.Find(text, spans[1], "", null).PublishedOn);
        Assert.Null(FactFinder.Find(text, spans[0], "", null).SignedOn);
    }

    [Theory]
    [InlineData("")]
    [InlineData("没有标题的文件")]
    public void A_file_without_headings_is_one_span(string text)
    {
        var span = Assert.Single(ReportSplitter.Split(text));
        Assert.Equal((0, text.Length, 0), (span.Start, span.End, span.Headings.Count));
    }

    [Theory]
    [InlineData("")]
    [InlineData("附表\n\n表一")]
    [InlineData("\n\n二、主动公开政府信息情况")]
    [InlineData("\n发布时间：2024-01-20\n清溪县{0}局2023年政府信息公开工作年度报告")]
    public void Titles_with_only_tables_under_them_are_a_report_each(string caption)
    {
        var reports = "水财林".Select(n => $"清溪县{n}局2023年政府信息公开工作年度报告{caption.Replace("{0}", n.ToString(), StringComparison.Ordinal)}\n{Tables}").ToList();
        var text = string.Concat(reports);
        var spans = ReportSplitter.Split(text);
        Assert.Equal([0, reports[0].Length, reports[0].Length + reports[1].Length], spans.Select(s => s.Start));
        Assert.Equal(["清溪县水局", "清溪县财局", "清溪县林局"], spans.Select(s => FactFinder.Find(text, s, "", null).Agency));
    }

    [Fact]
    public void Tables_of_two_years_under_two_titles_are_two_reports()
    {
        var text = $"清溪县水务局2022年政府信息公开工作年度报告\n{Tables}清溪县水务局2023年政府信息公开工作年度报告\n{Tables}";
        Assert.Equal([2022, 2023], ReportSplitter.Split(text).Select(s => FactFinder.Find(text, s, "", null).Year));
    }

    [Theory]
    [InlineData("清溪县水务局2023年政府信息公开工作年度报告\n")]
    [InlineData("清溪县水务局政府信息公开工作年度报告\n")]
    [InlineData("格式同《清溪县财政局2023年政府信息公开工作年度报告》\n")]
    [InlineData("清溪县财政局2023年政府信息公开工作年度报告已另行公布。\n")]
    public void A_running_head_or_a_mention_before_a_table_parts_nothing(string between)
    {
        Assert.Single(ReportSplitter.Split($"清溪县水务局2023年政府信息公开工作年度报告\n{Tables}{between}{Tables}"));
    }

    [Fact]
    public void A_list_of_other_reports_above_the_first_table_parts_nothing()
    {
        Assert.Single(ReportSplitter.Split($"清溪县财政局2023年政府信息公开工作年度报告\n清溪县水务局2023年政府信息公开工作年度报告\n{Tables}"));
    }

    [Fact]
    public void Invisible_characters_do_not_move_the_spans()
    {
        const string title = "\uFEFF清溪县\uFEFF{0}务\u200B局2023年政府信\u2060息公开工作年度报\u00AD告";
        var first = Samples.Report(title.Replace("{0}", "水", StringComparison.Ordinal)).Replace("二、主动", "二\uFEFF、主\u200D动", StringComparison.Ordinal);
        var text = first + Samples.Report(title.Replace("{0}", "财", StringComparison.Ordinal));
        var spans = ReportSplitter.Split(text);
        Assert.Equal([(0, first.Length + 1), (first.Length + 1, text.Length)], spans.Select(s => (s.Start, s.End)));
        Assert.Equal([1, 2, 3, 4, 5, 6], spans[0].Headings.Select(h => h.Section));
        Assert.Equal("二\uFEFF、主\u200D动公开政府信息情况", text[spans[0].Headings[1].Start..spans[0].Headings[1].End]);
        Assert.Equal(["清溪县水务局", "清溪县财务局"], spans.Select(s => FactFinder.Find(text, s, "", null).Agency));
    }

    private const string Tables =
        "第二十条第（一）项\n信息内容\t本年制发件数\n规章\t0\n第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t3\n" +
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况\n一、本年新收政府信息公开申请数量\t1\n";
}
