using System.Text;
using Gongkai.Core.Reports;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Tests.Reading;

/// <summary>同一页上的副本只算一份。</summary>
public class RepeatedReportTests
{
    [Fact]
    public void A_second_copy_of_the_same_report_is_not_another_report()
    {
        var page = $"<div class='pc'>{Report("清溪县水务局", 2023, 7)}</div><div class='mobile'>{Report("清溪县水务局", 2023, 7)}</div><div class='print'>{Report("清溪县水务局", 2023, 7)}</div>";

        var report = Assert.Single(Read(page));

        Assert.Equal(["清溪县水务局2023年"], [$"{report.Agency}{report.Year}年"]);
        Assert.Equal(7, report[ReportTable.Proactive]["normative", "issued"].Value);
        var note = Assert.Single(report.Notes, n => n.Code == ReaderNotes.Repeated);
        Assert.Empty(note.Cells);
        Assert.Contains("同一份报告", note.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Copies_among_other_reports_keep_the_order_and_the_numbering()
    {
        var reports = Read(Report("清溪县水务局", 2023, 7) + Report("清溪县财政局", 2023, 7) + Report("清溪县水务局", 2023, 7) + Report("清溪县教育局", 2023, 7));

        Assert.Equal(["清溪县水务局", "清溪县财政局", "清溪县教育局"], reports.Select(r => r.Agency));
        Assert.Equal([0, 1, 2], reports.Select(r => r.Index));
        Assert.Equal([1, 0, 0], reports.Select(r => r.Notes.Count(n => n.Code == ReaderNotes.Repeated)));
    }

    [Theory]
    [InlineData("清溪县财政局", 2023, 7)]
    [InlineData("清溪县水务局", 2022, 7)]
    [InlineData("清溪县水务局", 2023, 8)]
    public void Another_agency_year_or_number_is_another_report(string agency, int year, int issued)
    {
        var reports = Read(Report("清溪县水务局", 2023, 7) + Report(agency, year, issued));

        Assert.Equal(2, reports.Count);
        Assert.DoesNotContain(reports.SelectMany(r => r.Notes), n => n.Code == ReaderNotes.Repeated);
    }

    private static IReadOnlyList<ReportReading> Read(string page) => ReportReader.Read("a.html", Encoding.UTF8.GetBytes($"<html>{page}</html>")).Reports;

    private static string Report(string agency, int year, int issued) =>
        $"<h1>{agency}{year}年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>认真落实条例。</p><h2>二、主动公开政府信息情况</h2>"
        + "<table><tr><td colspan=4>第二十条第（一）项</td></tr><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>"
        + $"<tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr><tr><td>行政规范性文件</td><td>{issued}</td><td>1</td><td>9</td></tr></table>"
        + "<h2>三、收到和处理政府信息公开申请情况</h2><p>无。</p><h2>四、政府信息公开行政复议、行政诉讼情况</h2><p>无。</p>"
        + "<h2>五、存在的主要问题及改进情况</h2><p>公开不够及时。</p><h2>六、其他需要报告的事项</h2><p>无。</p>"
        + $"<p>{agency}</p><p>{year + 1}年1月8日</p>";
}
