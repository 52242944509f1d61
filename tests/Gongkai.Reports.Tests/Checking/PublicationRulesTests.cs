using Gongkai.Reports.Checking;

namespace Gongkai.Reports.Tests.Checking;

public class PublicationRulesTests
{
    [Theory]
    [InlineData("望河县财政局", 2023, "发布时间：2024-01-31", null)]
    [InlineData("望河县财政局", 2023, "发布时间：2024-02-02", "Error")]
    [InlineData("望河县财政局", 2023, "发布日期：2024年2月18日　浏览次数：12", "Error")]
    [InlineData("望河县财政局", 2023, "更新时间：2024-03-02", null)]
    [InlineData("望河县财政局", 2022, "发布时间：2025-08-02", "Warning")]
    [InlineData("望河县财政局", 2020, "发布时间：2021-02-01", "Warning")]
    [InlineData("望河县财政局", 2021, "发布时间：2022-02-07", "Warning")]
    [InlineData("望河县财政局", 2021, "发布时间：2022-02-08", "Error")]
    [InlineData("望河县财政局清溪分局", 2023, "发布时间：2024-02-02", "Warning")]
    [InlineData("望河县信访局", 2023, "发布时间：2024-02-02", "Warning")]
    [InlineData("望河县机关事务管理局", 2023, "发布时间：2024-02-02", "Warning")]
    [InlineData("望河县台办", 2023, "发布时间：2024-02-02", null)]
    [InlineData("望河县地方志编纂委员会办公室", 2023, "发布时间：2024-02-02", null)]
    [InlineData("望河县公路管理局", 2023, "发布时间：2024-02-02", null)]
    [InlineData("望河新区人民政府", 2023, "发布时间：2024-04-03", null)]
    [InlineData("望河县乡村振兴局", 2023, "发布时间：2024-02-02", "Error")]
    [InlineData("望河县清溪镇财政所", 2023, "发布时间：2024-02-02", null)]
    [InlineData("望河县清溪镇综合执法办公室", 2023, "发布时间：2024-02-02", null)]
    [InlineData("望河经济开发区应急管理局", 2023, "发布时间：2024-02-02", null)]
    [InlineData("中共望河县委办公室", 2023, "发布时间：2024-02-02", null)]
    [InlineData("望河县人民政府办公室", 2023, "发布时间：2024-02-02", "Error")]
    [InlineData("望河县人民政府", 2023, "发布时间：2024-03-29", null)]
    [InlineData("望河县人民政府", 2023, "发布时间：2024-04-03", "Error")]
    [InlineData("望河县人民政府", 2019, "发布时间：2020-03-31", null)]
    [InlineData("望河县清溪镇人民政府", 2023, "发布时间：2024-04-20", null)]
    [InlineData("望河区清溪街道办事处", 2023, "发布时间：2024-04-20", null)]
    [InlineData("国家税务总局望河县税务局", 2023, "发布时间：2024-02-02", null)]
    [InlineData("望河县公共资源交易中心", 2023, "发布时间：2024-02-02", null)]
    [InlineData("望河县财政局", 2023, "来源：本局", null)]
    public void Who_owes_which_date_decides_what_is_late(string agency, int year, string line, string? severity) =>
        Assert.Equal(severity, RuleTrial.Severity("E29", new SpecimenChanges { Agency = agency, Year = year, SourceLine = line, Form = year <= 2020 ? "2019" : "2021" }));

    [Fact]
    public void A_late_report_is_told_by_how_much_and_quotes_its_line_of_publication()
    {
        var finding = Assert.Single(RuleTrial.Of("E29", new SpecimenChanges { Agency = "云溪县水务局", SourceLine = "来源：云溪县水务局　时间：2024-02-02" }));
        Assert.Contains("2024-01-31", finding.Message, StringComparison.Ordinal);
        Assert.Contains("迟了 2 天", finding.Message, StringComparison.Ordinal);
        var quote = Assert.Single(finding.Quotes);
        Assert.Contains("时间：2024-02-02", quote.Text, StringComparison.Ordinal);
        Assert.Equal(2, quote.Place.First);
    }

    [Theory]
    [InlineData("lianxi", "望河县清溪镇人民政府", "发布时间：2025-01-31", null)]
    [InlineData("lianxi", "望河县清溪镇人民政府", "发布时间：2025-03-01", "Error")]
    [InlineData("lianxi", "望河区人民政府", "发布时间：2025-02-25", "Error")]
    [InlineData("national", "望河区人民政府", "发布时间：2025-02-25", null)]
    [InlineData("wuwei", "望河区人民政府", "发布时间：2025-02-25", null)]
    public void A_region_may_be_stricter(string region, string agency, string line, string? severity) =>
        Assert.Equal(severity, RuleTrial.Severity("E29", new SpecimenChanges { Agency = agency, Year = 2024, SourceLine = line }, region));

    [Theory]
    [InlineData(null, "2023年12月31日", null)]
    [InlineData(null, "2023年12月28日", "Warning")]
    [InlineData(null, "2023年1月12日", "Warning")]
    [InlineData("发布时间：2023-01-12", "2024年1月12日", "Warning")]
    [InlineData("更新时间：2023-01-12", "2024年1月12日", null)]
    [InlineData("发布时间：2024-01-12", "", null)]
    public void No_report_is_dated_before_its_year_is_over(string? line, string signature, string? severity) =>
        Assert.Equal(severity, RuleTrial.Severity("E30", new SpecimenChanges { SourceLine = line, SignedOn = signature }));

    [Theory]
    [InlineData("发布时间：2024-01-15", "2024年1月20日", null)]
    [InlineData("发布时间：2024-01-15", "2024年1月25日", "Warning")]
    [InlineData("发布时间：2024-01-15", "", null)]
    [InlineData("发布时间：2023-01-15", "2024年1月15日", null)]
    public void A_page_is_not_published_long_before_it_is_signed(string line, string signature, string? severity) =>
        Assert.Equal(severity, RuleTrial.Severity("E31", new SpecimenChanges { SourceLine = line, SignedOn = signature }));

    [Theory]
    [InlineData("2024年1月20日，本机关召开会议。", true)]
    [InlineData("2024年1月5日，本机关召开会议。", false)]
    [InlineData("2024年3月1日起召开季度例会。", false)]
    [InlineData("计划2024年3月1日召开会议。", false)]
    [InlineData("2024年3月1日前完成整改。", false)]
    public void What_has_happened_happened_before_publication(string sentence, bool fires) =>
        Assert.Equal(fires, RuleTrial.Of("E31", new SpecimenChanges { SourceLine = "发布时间：2024-01-10", SignedOn = "", Replacements = [("（五）监督保障。", "（五）监督保障。" + sentence)] }).Length > 0);
}
