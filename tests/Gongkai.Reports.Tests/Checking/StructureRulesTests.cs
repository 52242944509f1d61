using Gongkai.Reports.Checking;

namespace Gongkai.Reports.Tests.Checking;

public class StructureRulesTests
{
    [Theory]
    [InlineData(5, "", "Error")]
    [InlineData(6, "", "Error")]
    [InlineData(2, "", "Warning")]
    [InlineData(4, "", "Warning")]
    [InlineData(2, "二、主动公开政府信息的情况", null)]
    [InlineData(3, "三、收到和处理政府信息公开申请的情况", null)]
    [InlineData(4, "四、政府信息公开行政复议和行政诉讼情况", null)]
    [InlineData(6, "六、其它需要报告的事项", null)]
    [InlineData(1, "一、基本情况", "Warning")]
    [InlineData(5, "五、存在的问题及改进措施", "Warning")]
    [InlineData(6, "六、其他", null)]
    [InlineData(5, "五、几点不足", null)]
    [InlineData(5, "第五部分　问题", null)]
    [InlineData(5, "五、不足", null)]
    [InlineData(6, "七、其他需要报告的事项", null)]
    [InlineData(2, "三、主动公开政府信息情况", "Warning")]
    public void A_part_is_missing_only_when_nothing_looks_like_its_heading(int section, string heading, string? severity) =>
        Assert.Equal(severity, RuleTrial.Severity("E19", new SpecimenChanges
        {
            Agency = "云溪县水务局",
            Headings = [(section, heading)],
            Sections = heading.Length == 0 && section is 5 or 6 ? [(section, "")] : [],
        }));

    [Fact]
    public void A_part_and_its_table_left_out_are_named_once()
    {
        var changes = new SpecimenChanges { Headings = [(4, "")], TablesLeftOut = [4] };
        Assert.Contains("“四、政府信息公开行政复议、行政诉讼情况”", Assert.Single(RuleTrial.Of("E19", changes)).Message, StringComparison.Ordinal);
        Assert.Empty(RuleTrial.Of("E54", changes));
    }

    [Fact]
    public void Parts_in_the_wrong_order_are_a_warning_not_a_missing_part()
    {
        var text = Specimen.Print(new SpecimenChanges());
        var five = text.IndexOf("五、存在的主要问题", StringComparison.Ordinal);
        var six = text.IndexOf("六、其他需要报告", StringComparison.Ordinal);
        var end = text.IndexOf("清溪县应急管理局\n2024年", StringComparison.Ordinal);
        var swapped = text[..five] + text[six..end] + text[five..six] + text[end..];
        var findings = RuleTrial.Of("E19", new SpecimenChanges(), text: swapped);
        Assert.NotEmpty(findings);
        Assert.All(findings, f => Assert.Equal(Core.Reports.Severity.Warning, f.Severity));
        Assert.Contains(findings, f => f.Message.Contains("次序", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("（一）甲事。\n（二）乙事。", false)]
    [InlineData("（一）甲事。\n（1）子事。\n（2）子事。\n（二）乙事。", false)]
    [InlineData("（一）甲事。\n（1）子事。\n（二）乙事。", false)]
    [InlineData("（一）甲事。\n（2）乙事。", true)]
    [InlineData("（1）甲事。\n（二）乙事。", true)]
    [InlineData("(一)甲事。\n(2)乙事。", true)]
    public void Numbering_is_mixed_when_it_goes_on_in_the_other_style(string body, bool fires) =>
        Assert.Equal(fires, RuleTrial.Of("E22", new SpecimenChanges { Sections = [(6, body)], Replacements = Plain }).Length > 0);

    [Fact]
    public void Numbering_is_mixed_when_one_part_uses_one_style_and_another_the_other() =>
        Assert.Single(RuleTrial.Of("E22", new SpecimenChanges { Sections = [(6, "（1）没有收费。\n（2）没有其他事项。")] }));

    // Part one without its own numbering, so that only part six is looked at.
    private static readonly (string, string)[] Plain = [("（一）主动公开", "主动公开"), ("（二）依申请公开", "依申请公开"), ("（三）政府信息管理", "政府信息管理"), ("（四）政府信息公开平台", "政府信息公开平台"), ("（五）监督保障", "监督保障")];

    [Theory]
    [InlineData("2023年，我局主动公开信息120条；收到依申请公开0件；严格保密审查；办好微信公众号；开展培训1次。", null)]
    [InlineData("2023年，我局公开各类政府信息120条，没有收到申请，定期清理目录，更新网站栏目，落实专人负责。", null)]
    [InlineData("2023年，我局主动公开信息120条，没有收到申请，办好微信公众号，开展培训1次。", "政府信息管理")]
    [InlineData("2023年，我局高度重视，各项工作取得成效。", "主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障")]
    public void Five_aspects_are_looked_for_by_their_words(string body, string? missing)
    {
        var findings = RuleTrial.Of("E20", new SpecimenChanges { Sections = [(1, body)] });
        Assert.Equal(missing is not null, findings.Length > 0);
        Assert.All(findings, f => Assert.Contains(missing! + "。", f.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("望河县人民政府", "年度考评位列前茅，满意度测评良好，没有问责。", null)]
    [InlineData("望河县人民政府", "年度考核合格，没有追责情形。", "Warning")]
    [InlineData("望河县人民政府", "扎实开展培训。", "Error")]
    [InlineData("望河县清溪镇人民政府", "扎实开展培训。", "Error")]
    [InlineData("望河市人民政府", "扎实开展培训。", "Error")]
    [InlineData("望河县财政局", "扎实开展培训。", null)]
    [InlineData("望河区清溪街道办事处", "扎实开展培训。", null)]
    public void Governments_report_assessment_rating_and_accountability(string agency, string body, string? severity) =>
        Assert.Equal(severity, RuleTrial.Severity("E21", new SpecimenChanges { Agency = agency, Sections = [(1, "2023年，主动公开信息一批；" + body)] }));

    [Theory]
    [InlineData("本报告由望河县财政局编制，电话：0999-6600000。", false)]
    [InlineData("本报告由望河县财政局编制，邮箱：a@example.com。", false)]
    [InlineData("本报告由望河县财政局编制，地址：望河县文昌路1号。", true)]
    [InlineData("如有疑问，请拨打+86-999-6600000。", false)]
    [InlineData("如有疑问，请拨打86-0999-6600000。", false)]
    [InlineData("办公室（0999）6600000转803。", false)]
    [InlineData("如有疑问，请拨打6600000。", false)]
    [InlineData("统计期限2023-01-01—2023-12-31，邮编099900，代码11999901MB1234567X。", true)]
    [InlineData("本报告由望河县财政局编制。", true)]
    public void The_introduction_says_how_to_reach_the_office(string introduction, bool fires) =>
        Assert.Equal(fires, RuleTrial.Of("E44", new SpecimenChanges { Introduction = introduction }).Length > 0);

    [Theory]
    [InlineData("无。", "Warning")]
    [InlineData("", "Warning")]
    [InlineData("公开专区资料更换不及时，个别点位仍张挂过期文件，部分群众不会用手机查询，窗口人员解释口径也不一致。", "Warning")]
    [InlineData("问题：窗口人员对答复口径掌握不一。改进：编印口径手册，每季度核对，2024年起逐件抽查答复文书。", null)]
    [InlineData("惠农补贴名单公示位置偏僻、部分村民不知情。2024年把公示栏移到村口，并在微信群同步推送，同时落实专人值守。", null)]
    [InlineData("公开意识不强，力度不够，人手不足，队伍能力有待提高。今后将进一步提高认识，进一步加强领导，进一步完善制度，狠抓落实，再上新台阶。", "Info")]
    public void Part_five_names_problems_and_improvements(string body, string? severity) =>
        Assert.Equal(severity, RuleTrial.Severity("E46", new SpecimenChanges { Sections = [(5, body)] }));

    [Fact]
    public void A_report_of_many_thousand_headings_is_checked_in_time()
    {
        var hostile = Specimen.Print(new SpecimenChanges { Headings = [(5, ""), (6, "")], Sections = [(5, ""), (6, string.Concat(Enumerable.Repeat("七、附件\n（一）甲\n（2）乙\n2024年1月20日召开\n", 5_000)))] });
        var clock = System.Diagnostics.Stopwatch.StartNew();
        RuleTrial.Of("E19", new SpecimenChanges(), text: hostile);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"It took {clock.Elapsed}.");
    }
}
