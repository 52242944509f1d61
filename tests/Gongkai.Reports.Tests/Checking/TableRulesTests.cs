using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;

namespace Gongkai.Reports.Tests.Checking;

public class TableRulesTests
{
    [Theory]
    [InlineData("本年制发件数", "本年发件", "Warning")]
    [InlineData("现行有效件数", "现行有效件", "Warning")]
    [InlineData("属于行政执法案卷", "属于行政执法案件卷宗", "Warning")]
    [InlineData("商业企业", "企业", "Info")]
    [InlineData("行政规范性文件", "规范性文件", "Info")]
    [InlineData("法人或其他组织", "法人或者其他组织", null)]
    [InlineData("3.其他\t", "3.其它\t", null)]
    [InlineData("本年处理决定数量", "本年度处理决定数量", null)]
    public void Labels_are_printed_as_the_form_has_them(string official, string printed, string? severity) =>
        Assert.Equal(severity, RuleTrial.Severity("E23", new SpecimenChanges { Agency = "云溪县水务局", Replacements = [(official, printed)] }));

    [Fact]
    public void A_wrong_label_is_quoted_with_its_place()
    {
        var finding = Assert.Single(RuleTrial.Of("E23", new SpecimenChanges { Replacements = [("本年废止件数", "本年废件数")] }));
        Assert.Equal("本年废件数", Assert.Single(finding.Quotes).Text);
        Assert.NotEqual(Place.Nowhere, finding.Quotes[0].Place);
    }

    [Theory]
    [InlineData("2019", 2021, "Error")]
    [InlineData("2019", 2024, "Error")]
    [InlineData("2019", 2020, null)]
    [InlineData("2021", 2021, null)]
    [InlineData("2021", 2020, null)]
    public void The_old_form_ends_with_2020(string form, int year, string? severity) =>
        Assert.Equal(severity, RuleTrial.Severity("E53", new SpecimenChanges { Form = form, Year = year }));

    [Theory]
    [InlineData(2, null, "Error")]
    [InlineData(3, null, "Error")]
    [InlineData(4, "详见附件。", "Warning")]
    [InlineData(4, "本年度未发生行政复议、行政诉讼。", "Error")]
    public void A_part_without_its_table_says_so(int section, string? body, string severity) =>
        Assert.Equal(severity, RuleTrial.Severity("E54", new SpecimenChanges { TablesLeftOut = [section], Sections = body is null ? [] : [(section, body)] }));

    [Theory]
    [InlineData("proactive.licensing.decisions", "1,234", true)]
    [InlineData("proactive.licensing.decisions", "１２", true)]
    [InlineData("proactive.licensing.decisions", "12件", true)]
    [InlineData("proactive.licensing.decisions", "无", true)]
    [InlineData("proactive.licensing.decisions", "-", true)]
    [InlineData("proactive.licensing.decisions", "1234", false)]
    [InlineData("proactive.charges.amount", "14.67", false)]
    [InlineData("proactive.charges.amount", "0.5", false)]
    [InlineData("proactive.charges.amount", "14.67万元", true)]
    [InlineData("proactive.penalty.decisions", "-3", false)]
    public void Numbers_are_plain_arabic(string cell, string printed, bool fires) =>
        Assert.Equal(fires, RuleTrial.Of("E34", new SpecimenChanges { Cells = [(cell, printed)] }).Length > 0);

    [Fact]
    public void A_number_written_oddly_comes_with_the_plain_one()
    {
        var finding = Assert.Single(RuleTrial.Of("E34", new SpecimenChanges { Cells = [("proactive.licensing.decisions", "1,234")] }));
        Assert.Equal(1234, Assert.Single(finding.Suggestions).Value);
    }

    [Theory]
    [InlineData("proactive.licensing.decisions", "2.5", "Error")]
    [InlineData("proactive.penalty.decisions", "-1", "Error")]
    [InlineData("proactive.charges.amount", "-1", "Error")]
    [InlineData("proactive.charges.amount", "2.5", null)]
    [InlineData("requests.received.business", "", "Warning")]
    [InlineData("proactive.licensing.decisions", "7", null)]
    public void A_count_is_a_whole_number_not_below_zero(string cell, string printed, string? severity) =>
        Assert.Equal(severity, RuleTrial.Severity("L09", new SpecimenChanges { Cells = [(cell, printed)] }));

    [Theory]
    [InlineData("望河县财政局", "Error")]
    [InlineData("望河县清溪镇人民政府", "Error")]
    [InlineData("望河区清溪街道办事处", "Error")]
    [InlineData("望河县人民政府", "Error")]
    [InlineData("青江省财政厅", "Error")]
    [InlineData("望河市人民政府", null)]
    [InlineData("青江省人民政府", null)]
    [InlineData("望河市人民政府办公室", null)]
    [InlineData("望河市司法局", null)]
    [InlineData("国家望河总局", null)]
    [InlineData("望河新区", null)]
    [InlineData("望河中心", null)]
    public void Who_may_make_rules_is_read_from_data(string agency, string? severity) =>
        Assert.Equal(severity, RuleTrial.Severity("L11", new SpecimenChanges { Agency = agency, Cells = [("proactive.rules.issued", "2"), ("proactive.rules.inForce", "2")] }));

    [Theory]
    [InlineData("制定规章2件。", true)]
    [InlineData("出台了3部规章。", true)]
    [InlineData("制定规章制度2件。", false)]
    [InlineData("配合起草政府规章2件。", false)]
    [InlineData("未制定规章2件以上的单位不必填。", false)]
    [InlineData("制定规章0件。", false)]
    public void A_claim_of_having_made_rules_is_not_for_every_office(string sentence, bool fires) =>
        Assert.Equal(fires, RuleTrial.Of("E10", new SpecimenChanges { Agency = "云溪县水务局", Replacements = [("（五）监督保障。", "（五）监督保障。" + sentence)] }).Length > 0);

    [Fact]
    public void What_table_two_says_of_rules_is_not_said_again_of_the_text()
    {
        var changes = new SpecimenChanges { Cells = [("proactive.rules.issued", "2")], Replacements = [("（五）监督保障。", "（五）监督保障。制定规章2件。")] };
        Assert.Single(RuleTrial.Of("L11", changes));
        Assert.Empty(RuleTrial.Of("E10", changes));
        Assert.Empty(RuleTrial.Of("L07", changes));
    }

    [Fact]
    public void Only_the_total_column_filled_is_a_warning_that_can_be_mended()
    {
        var text = Specimen.Print(new SpecimenChanges { TablesLeftOut = [4] }).Replace("\t0\t0\t0\t0\t0\t0\t0\n", "\t/\t/\t/\t/\t/\t/\t0\n", StringComparison.Ordinal);
        var finding = Assert.Single(RuleTrial.Of("L09", new SpecimenChanges(), text: text));
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Equal(150, finding.Suggestions.Count);
        Assert.Empty(RuleTrial.Of("E34", new SpecimenChanges(), text: text));
    }

    [Fact]
    public void A_stray_zero_beside_the_name_of_a_group_is_told_with_its_place()
    {
        var text = Specimen.Print(new SpecimenChanges()).Replace("（六）其他处理\t", "（六）其他处理\t0\t", StringComparison.Ordinal);
        Assert.Single(RuleTrial.Of("E25", new SpecimenChanges(), text: text));
        Assert.Empty(RuleTrial.Of("E25", new SpecimenChanges()));
    }

    [Theory]
    [InlineData("一千字以内", false)]
    [InlineData("long", true)]
    public void A_region_may_limit_part_one(string body, bool fires) =>
        Assert.Equal(fires, RuleTrial.Of("R01", new SpecimenChanges { Sections = [(1, body == "long" ? string.Concat(Enumerable.Repeat("本机关公开信息若干。", 130)) : body)] }, "wuwei").Length > 0);
}
