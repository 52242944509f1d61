using Gongkai.Core.Reports;
using Gongkai.Reports.Reading.Facts;

namespace Gongkai.Reports.Tests.Facts;

public class FactFinderTests
{
    [Theory]
    [InlineData("清溪县应急管理局2023年政府信息公开工作年度报告", "清溪县应急管理局")]
    [InlineData("清溪县应急管理局2023年\n政府信息公开工作年度报告", "清溪县应急管理局")]
    [InlineData("清溪县应急管理局\n2023年\n政府信息公开工作年度报告", "清溪县应急管理局")]
    [InlineData("清溪县应急\n管理局2023年\n政府信息公开工作年度报告", "清溪县应急管理局")]
    [InlineData("2023年度清溪县应急管理局政府信息公开工作年度报告", "清溪县应急管理局")]
    [InlineData("2023年度\n清溪县应急管理局\n政府信息公开工作年度报告", "清溪县应急管理局")]
    [InlineData("普查中心 2023 年政府信息公开工作年度报告", "普查中心")]
    [InlineData("清溪县应急管理局关于2023年政府信息公开工作情况的报告", "清溪县应急管理局")]
    [InlineData("清溪县应急管理局２０２３年政府信息公开年报", "清溪县应急管理局")]
    [InlineData("清溪县应急管理局二〇二三年政府信息公开工作年度报告", "清溪县应急管理局")]
    [InlineData("清溪县应急管理局二○二三年度政府信息公开工作报告", "清溪县应急管理局")]
    [InlineData("清溪县应急管理局政府信息公开工作年度报告（2023年）", "清溪县应急管理局")]
    [InlineData("清溪县应急管理局政府信息公开工作2023年度报告", "清溪县应急管理局")]
    [InlineData("清 溪 县 应 急 管 理 局 2 0 2 3 年 政 府 信 息 公 开 工 作 年 度 报 告", "清溪县应急管理局")]
    [InlineData("清溪縣應急管理局2023年政府信息公開工作年度報告", "清溪縣應急管理局")]
    [InlineData("清溪县应急管理局（清溪县地震局）2023年政府信息公开工作年度报告", "清溪县应急管理局（清溪县地震局）")]
    [InlineData("清溪县人民政府2023年政府信息公开工作年度报告", "清溪县人民政府")]
    [InlineData("清溪县人民政府信息公开工作2023年度报告", "清溪县人民政府")]
    [InlineData("清溪县人民政府办公室2023年政府信息公开工作年度报告", "清溪县人民政府办公室")]
    [InlineData("清溪县2023年政府信息公开工作年度报告", "清溪县")]
    [InlineData("当前位置：首页 > 政府信息公开 > 年报\n清溪县人民政府 The People's Government of Qingxi\n清溪县水务局2023年度政府信息公开工作 年度报告\n来源:清溪县水务局 时间:2024-02-02\n清溪县水务局2023年度政府信息公开工作\n\n年度报告", "清溪县水务局")]
    [InlineData("清溪县水务局2023年政府信息公开工作年度报告_清溪县人民政府\n首页\n政务公开\n清溪县水务局2023年政府信息公开工作年度报告", "清溪县水务局")]
    [InlineData("清溪县教育局2023年政府信息公开工作年度报告\n清溪县财政局2023年政府信息公开工作年度报告\n清溪县民政局2023年政府信息公开工作年度报告\n清溪县水务局2023年政府信息公开工作年度报告\n发布日期：2024-01-20\n清溪县水务局2023年政府信息公开工作年度报告", "清溪县水务局")]
    [InlineData("和平区应急管理局2023年政府信息公开工作年度报告", "和平区应急管理局")]
    [InlineData("信息中心2023年政府信息公开工作年度报告", "信息中心")]
    [InlineData("清溪县人民政府（本级）2023年政府信息公开工作年度报告", "清溪县人民政府（本级）")]
    [InlineData("中共清溪县委机构编制委员会办公室2023年政府信息公开工作年度报告", "中共清溪县委机构编制委员会办公室")]
    [InlineData("清溪县水务局——2023年政府信息公开工作年度报告", "清溪县水务局")]
    [InlineData("首页 > 清溪县水务局 > 2023年政府信息公开工作年度报告", "清溪县水务局")]
    [InlineData("清溪县\n水务局\n政府信息公开工作年度报告\n（2023年度）", "清溪县水务局")]
    [InlineData("清溪县水务局\n2023 年度政府信息公开\n工作年度报告", "清溪县水务局")]
    [InlineData("清溪县水务局2022年政府信息公开工作年度报告\n清溪县水务局2021年政府信息公开工作年度报告\n清溪县水务局2023年政府信息公开工作年度报告", "清溪县水务局")]
    [InlineData("现将清溪县水务局2023年政府信息公开工作年度报告公布如下：", "清溪县水务局")]
    [InlineData("国家税务总局清溪县税务局2023年政府信息公开工作年度报告", "国家税务总局清溪县税务局")]
    [InlineData("清溪县白石镇2023年度政务公开工作年度报告", "清溪县白石镇")]
    [InlineData("关于清溪县水务局2023年政府信息公开工作的报告", "清溪县水务局")]
    [InlineData("清溪县人民政府\n2023年政府信息公开工作年度报告\n本报告由清溪县水务局编制。", "清溪县水务局")]
    [InlineData("清溪县人民政府\n2023年政府信息公开工作年度报告\n请与清溪县水务局联系（电话：0000-0000000）。", "清溪县水务局")]
    [InlineData("清溪县白石街道办事处\n2023年政府信息公开工作年度报告\n请与清溪县白石街道办事处办公室联系（电话：0000-0000000）。", "清溪县白石街道办事处")]
    [InlineData("清溪县水务局\n2023年政府信息公开工作年度报告\n请联系清溪县水务局法规科（电话：0000-0000000）。", "清溪县水务局")]
    [InlineData("目 录\n一、总体情况……1\n二、主动公开政府信息情况……2\n三、收到和处理政府信息公开申请情况……3\n四、政府信息公开行政复议、行政诉讼情况……4\n\n2023年清溪县水务局政府信息公开工作年度报告", "清溪县水务局")]
    [InlineData("第 2 页 共 6\n2023年清溪县水务局政府信息公开工作年度报告", "清溪县水务局")]
    [InlineData("清溪县水务局2022年政府信息公开工作年度报告2023-01-20\n清溪县水务局2021年政府信息公开工作年度报告2022-01-20\n清溪县水务局2020年政府信息公开工作年度报告2021-01-20\n清溪县水务局2023年政府信息公开工作年度报告\n发布时间：2024-01-20", "清溪县水务局")]
    [InlineData("清溪县教育局2022年政府信息公开工作年度报告\n清溪县水务局2022年政府信息公开工作年度报告\n清溪县水务局2021年政府信息公开工作年度报告\n清溪县水务局2023年政府信息公开工作年度报告\n发布时间：2024-01-20", "清溪县水务局")]
    public void Agency_and_year_come_from_the_title(string title, string agency)
    {
        var facts = Find(Samples.Report(title));
        Assert.Equal(agency, facts.Agency);
        Assert.Equal(2023, facts.Year);
    }

    [Fact]
    public void The_title_is_one_line_without_its_breaks() =>
        Assert.Equal("清溪县应急管理局2023年政府信息公开工作年度报告", Find(Samples.Report("清溪县应急管理局2023年\n政府信息公开工作年度报告")).Title);

    [Theory]
    [InlineData("政府信息公开工作年度报告\n本报告由清溪县水务局编制。", "", "清溪县水务局")]
    [InlineData("政府信息公开工作年度报告\n来源：清溪县水务局 时间：2024-01-02", "", "清溪县水务局")]
    [InlineData("政府信息公开工作年度报告\n如有疑问，请联系清溪县水务局，电话：0000-0000000。", "", "清溪县水务局")]
    [InlineData("政府信息公开工作年度报告", "清溪县水务局\n2024年1月8日", "清溪县水务局")]
    [InlineData("政府信息公开工作年度报告", "清溪县水务局2024年1月8日", "清溪县水务局")]
    [InlineData("政府信息公开工作年度报告", "", null)]
    public void Without_a_name_in_the_title_the_report_speaks_for_itself(string title, string signature, string? agency)
    {
        var facts = Find(Samples.Report(title, signature));
        Assert.Equal(agency, facts.Agency);
        Assert.Equal(2023, facts.Year);
    }

    // The reports of others in a list beside the text, whether or not the list carries dates.
    private const string Links =
        "县教育局2023年政府信息公开工作年度报告{0}\n县财政局2023年政府信息公开工作年度报告{0}\n县教育局2022年政府信息公开工作年度报告{0}\n县财政局2022年政府信息公开工作年度报告{0}\n";

    [Theory]
    [InlineData("2023年政府信息公开工作年度报告", "2024-01-20", "清溪县水务局\n2024年1月8日", "清溪县水务局", 2023)]
    [InlineData("2023年政府信息公开工作年度报告", "", "清溪县水务局\n2024年1月8日", "清溪县水务局", 2023)]
    [InlineData("2023年政府信息公开工作年度报告\n发布时间：2024-01-20 来源：清溪县水务局", "2024-01-20", "", "清溪县水务局", 2023)]
    [InlineData("清溪县水务局2023年政府信息公开工作年度报告\n发布时间：2024-01-20", "2024-01-20", "", "清溪县水务局", 2023)]
    [InlineData("清溪县水务局2021年政府信息公开工作年度报告\n发布时间：2022-01-20", "2024-01-20", "清溪县水务局\n2022年1月8日", "清溪县水务局", 2021)]
    public void A_list_of_links_to_the_reports_of_others_is_not_the_title(string title, string date, string signature, string agency, int year)
    {
        var links = Links.Replace("{0}", date, StringComparison.Ordinal);
        var text = links + title + "\n一、总体情况\n本机关认真落实条例。\n" + Samples.Body[Samples.Body.IndexOf("二、主动", StringComparison.Ordinal)..] + signature;
        var facts = Find(text);
        Assert.Equal((agency, year), (facts.Agency, facts.Year));
    }

    [Theory]
    [InlineData("2022", 2022)]
    [InlineData("2023", 2023)]
    public void The_year_of_the_title_wins_over_the_years_in_a_list(string year, int expected)
    {
        var links = string.Concat(Enumerable.Range(2019, 3).Select(y => $"清溪县水务局{y}年政府信息公开工作年度报告{y}-01-20\n"));
        var facts = Find(links + $"清溪县水务局{year}年政府信息公开工作年度报告\n一、总体情况\n{year}年公开3条。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n");
        Assert.Equal(("清溪县水务局", expected), (facts.Agency, facts.Year));
    }

    [Theory]
    [InlineData("清溪县水务局2022年政府信息公开工作年度报告.docx", "清溪县水务局", 2022)]
    [InlineData("reports/清溪县水务局.txt", "清溪县水务局", null)]
    [InlineData("003_d1b84c.txt", null, null)]
    [InlineData("", null, null)]
    public void The_file_name_is_the_last_resort(string fileName, string? agency, int? year)
    {
        var facts = FactFinder.Find("一、总体情况\n无。\n", new ReportSpan(0, 10, HeadingFinder.Find("一、总体情况\n无。\n")), fileName, null);
        Assert.Equal((agency, year), (facts.Agency, facts.Year));
    }

    [Fact]
    public void An_unclear_year_is_null()
    {
        const string Text = "清溪县水务局政府信息公开工作年度报告\n一、总体情况\n2022年公开3条。2023年公开4条。\n二、主动公开政府信息情况\n";
        Assert.Null(FactFinder.Find(Text, ReportSplitter.Split(Text)[0], "", null).Year);
    }

    [Theory]
    [InlineData("发布时间：2024-02-02", "2024-02-02")]
    [InlineData("来源:清溪县水务局 时间:2024-02-02", "2024-02-02")]
    [InlineData("发布日期： 2024年2月2日 10:12 浏览次数：12", "2024-02-02")]
    [InlineData("发布于2024年2月2日", "2024-02-02")]
    [InlineData("發佈時間：２０２４－０２－０２", "2024-02-02")]
    [InlineData("2024-02-02 10:12 来源：清溪县水务局 字号：大 中 小", "2024-02-02")]
    [InlineData("发布日期：2024-02-30", null)]
    [InlineData("成文日期：2024-02-02", null)]
    [InlineData("数据截至2024年2月2日", null)]
    [InlineData("成文日期：2024-01-02 发布日期：2024-02-02", "2024-02-02")]
    [InlineData("更新时间：2024-03-03\n发布时间：2024-02-02\n", "2024-02-02")]
    public void The_publication_date_is_the_labelled_one_near_the_title(string line, string? date) =>
        Assert.Equal(date, Find(Samples.Report("清溪县水务局2023年政府信息公开工作年度报告\n" + line)).PublishedOn?.ToString("yyyy-MM-dd", null));

    [Fact]
    public void The_date_of_the_page_stands_in_when_none_is_printed()
    {
        var text = Samples.Report("清溪县水务局2023年政府信息公开工作年度报告");
        var meta = new DateOnly(2024, 1, 20);
        Assert.Equal(meta, FactFinder.Find(text, ReportSplitter.Split(text)[0], "", meta).PublishedOn);
    }

    [Theory]
    [InlineData("清溪县水务局\n2024年1月8日", "2024-01-08")]
    [InlineData("清溪县水务局\n\n　　　　二〇二四年一月八日\n", "2024-01-08")]
    [InlineData("清溪县水务局\n二○二四年一月二十一日\n", "2024-01-21")]
    [InlineData("2024.1.8", "2024-01-08")]
    [InlineData("清溪县水务局（盖章）\n2024 年 1 月 8 日\n- 2 -\n", "2024-01-08")]
    [InlineData("清溪县水务局 2024年1月8日 版权所有 网站地图", "2024-01-08")]
    [InlineData("清溪县水务局\n2024年13月8日", null)]
    [InlineData("清溪县水务局\n2024年2月30日", null)]
    [InlineData("自2024年1月8日起施行。", null)]
    [InlineData("我局于2024年1月8日\n召开了会议。", null)]
    [InlineData("发布时间：2024-01-08", null)]
    [InlineData("", null)]
    public void The_signing_date_is_the_one_under_the_report(string signature, string? date) =>
        Assert.Equal(date, Find(Samples.Report("清溪县水务局2023年政府信息公开工作年度报告", signature)).SignedOn?.ToString("yyyy-MM-dd", null));

    [Fact]
    public void A_page_on_one_line_keeps_its_facts()
    {
        var text = Samples.Report("首页 > 政务公开 > 清溪县水务局2023年政府信息公开工作年度报告 发布时间：2024-01-20 清溪县水务局2023年政府信息公开工作年度报告", "清溪县水务局 2024年1月8日 主办：清溪县人民政府").Replace('\n', ' ');
        var facts = Find(text);
        Assert.Equal(
            ("清溪县水务局", AgencyLevel.Department, 2023, new DateOnly(2024, 1, 20), new DateOnly(2024, 1, 8)),
            (facts.Agency, facts.Level, facts.Year, facts.PublishedOn, facts.SignedOn));
    }

    private static ReportFacts Find(string text) => FactFinder.Find(text, Assert.Single(ReportSplitter.Split(text)), "", null);

    [Theory]
    [InlineData("（2022年度）", 2022)]
    [InlineData("2022年度", 2022)]
    [InlineData("\n〔2022〕", 2022)]
    [InlineData("（2024年1月8日）", null)]
    [InlineData("2022 年我局公开信息", null)]
    public void The_line_below_the_title_may_be_its_year(string below, int? year)
    {
        var text = "清溪县水务局\n政府信息公开工作年度报告\n" + below + "\n一、总体情况\n持续公开。\n";
        Assert.Equal(year, FactFinder.Find(text, ReportSplitter.Split(text)[0], "", null).Year);
    }

    [Fact]
    public void Invisible_characters_in_names_and_dates_are_not_there()
    {
        var text = Samples.Report(
            "清\uFEFF溪县\u200B水务\u00AD局20\u206023年政府信息公开工作年\u200E度报告\n发布时\uFEFF间：2024-\u200B01-1\u00AD0",
            "清溪\uFEFF县水务局\n2024年1\u200B月8\uFEFF日\n");
        var facts = FactFinder.Find(text, Assert.Single(ReportSplitter.Split(text)), "", null);
        Assert.Equal(("清溪县水务局", 2023), (facts.Agency, facts.Year));
        Assert.Equal((new DateOnly(2024, 1, 10), new DateOnly(2024, 1, 8)), (facts.PublishedOn, facts.SignedOn));
    }

    [Fact]
    public void Terminal_sequences_in_a_name_are_not_there()
    {
        var text = Samples.Report("清溪县\u001B[31m水务\u202E局2023年政府信息公开工作年度报告", "清溪县水务局\n2024年1月8日\n");
        Assert.Equal("清溪县水务局", FactFinder.Find(text, Assert.Single(ReportSplitter.Split(text)), "", null).Agency);
    }
}
