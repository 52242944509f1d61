using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;

namespace Gongkai.Reports.Tests.Checking;

/// <summary>E15、E17、E32：范本是 2023 年度的报告。</summary>
public class YearWordsTests
{
    [Theory]
    [InlineData("2022年我局未发生政务公开责任追究情况。")]
    [InlineData("2022年全年主动公开政府信息86条。")]
    [InlineData("2022年，我局收到政府信息公开申请4件，均已按期答复。")]
    [InlineData("2022年度未发生因政府信息公开引起的行政复议和行政诉讼。")]
    [InlineData("二〇二二年，本机关没有收到政府信息公开申请。")]
    [InlineData("2021年，我局没有发出收费通知。")]
    [InlineData("（二）依申请公开。2022年我局共受理申请七件，全部办结。")]
    [InlineData("我局2022年未收到政府信息公开申请。")]
    [InlineData("2025年度，我局未收到政府信息公开申请。")]
    [InlineData("2022年，我局深入贯彻落实《条例》，政府信息公开工作扎实推进。")]
    [InlineData("2022年1-12月，我局共发布信息33条。")]
    [InlineData("2022年我局未发生责任追究情形。2023年，我局组织业务学习，队伍建设得到加强。")]
    public void A_sentence_of_another_year_told_as_this_years_own_is_an_error(string sentence)
    {
        var finding = Assert.Single(WordChecks.Of("E15", sentence));
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Contains("2023", finding.Message, StringComparison.Ordinal);
        Assert.Contains(Assert.Single(finding.Quotes).Text, sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2022年我局在区政务公开工作考核中取得了良好成绩。")]
    [InlineData("2022年，我局组织公开业务培训2次，收到较好效果，更新制度3项。")]
    [InlineData("截至2022年12月31日，我局专栏共设栏目6个。")]
    public void Where_the_sentence_may_mean_it_the_rule_only_warns(string sentence) =>
        Assert.Equal(Severity.Warning, WordChecks.Worst(WordChecks.Of("E15", sentence)));

    [Theory]
    [InlineData("较2022年增加12条。")]
    [InlineData("2022年收到申请3件，2023年收到申请5件。")]
    [InlineData("2022年我局收到申请3件。2023年我局收到申请5件。")]
    [InlineData("2022年我局公开信息300条。本年公开420条。")]
    [InlineData("2022年未发生政府信息公开行政复议；2023年发生1件，申请人撤回。")]
    [InlineData("2022年未发生责任追究。2023年有1人因泄露申请人信息被追究责任。")]
    [InlineData("截至2022年底，已建成查阅点9个；2023年，又新建4个。")]
    [InlineData("自2020年以来，我局未发生责任追究情形。")]
    [InlineData("2020年至2022年，我局未收到申请。")]
    [InlineData("继续执行2021年印发的保密审查办法。")]
    [InlineData("按照《清溪县2022年政务公开工作要点》要求查漏补缺。")]
    [InlineData("根据清政办发〔2022〕5号，更新公开目录。")]
    [InlineData("在2022年度全县政务公开考核中，我局被评为优秀等次。")]
    [InlineData("2022年部门决算和2023年部门预算均在法定期限内公开。")]
    [InlineData("2022年度政府信息公开工作年度报告于1月按时公布。")]
    [InlineData("2022年12月收到的1件申请结转至本年办结。")]
    [InlineData("2024年，我局将公开各类信息200条以上。")]
    [InlineData("针对2022年存在的问题，逐条整改到位。")]
    [InlineData("群众来信说“2022年我局未收到申请”一句不实，已经答复。")]
    public void Comparison_background_names_and_plans_are_no_residue(string sentence) =>
        Assert.Empty(WordChecks.Of("E15", sentence));

    [Fact]
    public void The_introduction_that_announces_another_years_report_is_an_error() =>
        Assert.Equal(Severity.Error, WordChecks.Worst(WordChecks.OfIntroduction("E15", "现将清溪县应急管理局2022年度政府信息公开工作情况公布如下。")));

    [Theory]
    [InlineData("2024年改进：今后每月更新两次公开栏，2024年公开信息力争达到200条。")]
    [InlineData("改进情况：2024年统一栏目样式，公众号每周更新三次。")]
    public void Part_five_may_speak_of_next_year(string sentence) => Assert.Empty(WordChecks.Of("E15", sentence, section: 5));

    [Theory]
    [InlineData("按照《望河市2020年政务公开重点工作任务责任分解表》（望政办发〔2020〕9号）抓好落实。")]
    [InlineData("认真落实《2021年清溪县政务公开工作要点》。")]
    [InlineData("按照2021年全县政务公开工作安排，逐项抓好落实。")]
    [InlineData("对照《政务公开工作要点》（清政办发〔2019〕12号）自查。")]
    public void A_task_list_of_two_years_ago_is_a_stale_basis(string sentence) =>
        Assert.Equal(Severity.Warning, WordChecks.Worst(WordChecks.Of("E17", sentence)));

    [Theory]
    [InlineData("按照《清溪县2023年政务公开工作要点》抓好落实。")]
    [InlineData("按照《清溪县2022年政务公开工作要点》抓好落实。")]
    [InlineData("根据《清溪县政府信息公开办法》（清政发〔2015〕3号）办理。")]
    [InlineData("落实《清溪县法治政府建设规划（2021—2025年）》重点任务。")]
    [InlineData("清理2019年工作要点等失效文件12件。")]
    [InlineData("落实《政务公开三年行动工作任务清单（2020—2022年）》。")]
    public void Rules_plans_and_recent_lists_are_no_stale_basis(string sentence) => Assert.Empty(WordChecks.Of("E17", sentence));

    [Theory]
    [InlineData("本报告统计期限为2022年1月1日至2022年12月31日。")]
    [InlineData("本报告所列数据的统计期限自2023年1月1日起至11月30日止。")]
    [InlineData("数据统计时间：2022.12.1-2023.11.30。")]
    [InlineData("本报告所列数据截至2022年12月31日。")]
    public void A_period_that_is_not_the_whole_year_is_an_error(string introduction) =>
        Assert.Equal(Severity.Error, WordChecks.Worst(WordChecks.OfIntroduction("E32", introduction)));

    [Theory]
    [InlineData("本报告统计期限为2023年1月1日至2023年12月31日。")]
    [InlineData("所列数据自2023年1月1日起至12月31日止，电子版可在网站下载。")]
    [InlineData("所列数据截至2023年12月31日。")]
    [InlineData("统计期限自2023年4月1日起至2023年12月31日止，本机关于2023年4月1日挂牌成立。")]
    [InlineData("数据统计截至2023年底。")]
    [InlineData("统计时间：二〇二三年一月一日至二〇二三年十二月三十一日。")]
    public void The_whole_year_in_any_writing_is_right(string introduction) => Assert.Empty(WordChecks.OfIntroduction("E32", introduction));

    [Theory]
    [InlineData("2023，我局公开工作仍有不足。")]
    [InlineData("2023度我局公开工作仍有不足。")]
    public void A_year_without_its_letter_is_a_warning(string sentence) => Assert.Equal(Severity.Warning, WordChecks.Worst(WordChecks.Of("E32", sentence, section: 5)));

    [Fact]
    public void A_wrong_title_year_is_said_once_not_at_every_sentence()
    {
        var changes = new SpecimenChanges { Title = "清溪县应急管理局2022年政府信息公开工作年度报告", SignedOn = "" };
        Assert.Single(WordChecks.Of("E45", changes));
        Assert.Empty(WordChecks.Of("E15", changes));
        Assert.Empty(WordChecks.Of("E32", changes));
    }

    [Fact]
    public void Text_full_of_years_is_looked_at_in_bounded_time()
    {
        var sentence = string.Concat(Enumerable.Repeat("2022年我局未收到", 20_000));
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        Assert.True(WordChecks.Of("E15", sentence).Length <= 20);
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
    }
}
