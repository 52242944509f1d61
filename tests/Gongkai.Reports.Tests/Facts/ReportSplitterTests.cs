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
}
