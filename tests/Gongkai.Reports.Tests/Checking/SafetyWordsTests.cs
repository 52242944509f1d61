using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;

namespace Gongkai.Reports.Tests.Checking;

/// <summary>E27、E28、E43。</summary>
public class SafetyWordsTests
{
    [Theory]
    [InlineData("根据亚博体育_亚博app$官网娱乐平台规定，现予公布。")]
    [InlineData("认真贯彻落实新万博体育官网及其他有关法律法规精神。")]
    [InlineData("认真贯彻落实新萬博體育官網精神。")]
    [InlineData("更多精彩请看万.博体育。")]
    [InlineData("更多精彩请看必_威、乐 鱼 体 育。")]
    [InlineData("友情链接 ｍａｎｂｅｔｘ 手机版")]
    [InlineData("亚&#8203;博体育直播")]
    [InlineData("推荐：百★家★乐在线")]
    [InlineData("首页 体育 彩票 棋牌app下载 联系我们")]
    [InlineData("首页 亚博 体育 app 联系我们")]
    [InlineData("推荐：澳门金沙娱乐城注册送彩金。")]
    [InlineData("同城裸聊、成人视频在线观看")]
    [InlineData("传奇私服发布网最新开区")]
    [InlineData("代开发票电话请加微信")]
    [InlineData("友情链接：百家乐 老虎机 时时彩")]
    [InlineData("认真贯彻落实百家乐有关规定。")]
    [InlineData("更多精彩：皇冠现金网官网、娱乐城开户送彩金。")]
    [InlineData("2023年时时彩平台注册工作稳步推进。")]
    [InlineData("落实欢乐时光app官方下载-安卓通用版实施细则，保障公众权利。")]
    public void Words_of_gambling_and_of_word_farms_are_critical(string sentence)
    {
        var finding = Assert.Single(WordChecks.Of("E27", sentence));
        Assert.Equal(Severity.Critical, finding.Severity);
        Assert.NotEmpty(finding.Quotes);
    }

    [Theory]
    [InlineData("清溪县体育局", "通过本局官网、全民健身app公布体育场馆、体育中心和体育公园开放情况，办理体育彩票网点公示。")]
    [InlineData("清溪县体育彩票管理中心", "公布体育彩票公益金使用情况，规范投注站设置，提示理性购彩、拒绝网上投注平台等非法彩票。")]
    [InlineData("清溪县公安局", "打击网络赌博、百家乐、老虎机赌场等违法犯罪，查处卖淫嫖娼、涉黄涉赌案件42起。")]
    [InlineData("清溪县公安局", "集中侦破亚博体育app等跨境网络赌博案件3起。")]
    [InlineData("清溪县文化和旅游局", "依据《娱乐场所管理条例》公开娱乐场所、棋牌室、网吧的检查结果。")]
    [InlineData("清溪县政务服务局", "优化平台功能，“清溪办”app下载量达10万次，官网、手机版同步更新，登录注册更便捷。")]
    [InlineData("清溪县大数据局", "公开云平台官网运行情况，万博商务区、江南体育中心接入政务外网。")]
    [InlineData("国家税务总局清溪县税务局", "为小微企业代开发票1200份，打击虚开代开发票。")]
    [InlineData("清溪县应急管理局", "开展网站自查，清除被植入的博彩网站暗链1处。")]
    [InlineData("清溪县金沙镇人民政府", "金沙镇体育馆、银河国际社区、永利街的应急预案已公开。")]
    [InlineData("清溪县应急管理局", "万达广场、百家乐超市、皇冠花园的消防检查结果已公开。")]
    [InlineData("清溪县就业服务中心", "开展“百家乐业”进社区招聘32场，“时时彩虹”志愿服务18次。")]
    [InlineData("清溪县就业服务中心", "落实“百家·乐业”行动有关要求，打造“百家乐”平台。")]
    [InlineData("清溪县退役军人事务局", "走访慰问军人妻子，公布医院三级片区划分。")]
    [InlineData("清溪县应急管理局", "公开救援交通保障、对口支援交流和救援交接情况。")]
    [InlineData("清溪县市场监督管理局", "企业开办证刻章一日办结，新企业注册即送印章一套。")]
    [InlineData("清溪县文化和旅游局", "公布金沙大道娱乐城消防检查结果、体育投注站设置，打造娱乐城市。")]
    [InlineData("清溪县六合镇人民政府", "举办六合彩灯节、捕鱼达人游戏，公开农商行现金网点。")]
    [InlineData("清溪县教育局", "开展防沉迷、远离网络赌博平台宣传。")]
    [InlineData("清溪县体育局", "首页 体育 彩票 棋牌 app 下载 联系我们")]
    [InlineData("清溪县文化和旅游局", "首页 体育 app下载 联系我们")]
    public void Offices_that_fight_it_or_mind_sports_and_lotteries_are_not_accused(string agency, string sentence) => Assert.Empty(WordChecks.Of("E27", sentence, agency));

    [Fact]
    public void A_hijacked_title_banner_heading_and_tail_are_seen()
    {
        Assert.NotEmpty(WordChecks.Of("E27", new SpecimenChanges { Title = "亚博体育官网2023年政府信息公开工作年度报告" }));
        Assert.NotEmpty(WordChecks.Of("E27", new SpecimenChanges { Banner = "乐鱼体育app下载 | 首页 | 政务公开" }));
        Assert.NotEmpty(WordChecks.Of("E27", new SpecimenChanges { Headings = [(3, "三、收到和处理必威体育官网申请情况")] }));
        Assert.NotEmpty(WordChecks.Of("E27", new SpecimenChanges { SignedOn = "2024年1月15日\n线上赌场 足球外围投注" }));
    }

    [Theory]
    [InlineData("<title>电竞投注_清溪县应急管理局</title>", "")]
    [InlineData("<meta name=\"Keywords\" content=\"亚博体育,政务公开\">", "")]
    [InlineData("", "<div style=\"display:none\"><a href=\"http://example.invalid\">百家乐开户</a></div>")]
    public void What_a_page_hides_from_its_readers_is_looked_at_too(string head, string tail)
    {
        var lines = Specimen.Print(new SpecimenChanges()).Split('\n').Select(l => $"<p>{l}</p>");
        Finding[] findings = [.. WordChecks.Check("例.html", $"<html><head>{head}</head><body>{string.Concat(lines)}{tail}</body></html>").Findings.Where(f => f.Rule == "E27")];
        Assert.Equal(Severity.Critical, Assert.Single(findings).Severity);
    }

    [Theory]
    [InlineData("详见错误！未找到引用源。")]
    [InlineData("全年收到申请××件。")]
    [InlineData("全年公开信息XX条，其中公文__件。")]
    [InlineData("（此处填写培训情况）")]
    [InlineData("HYPERLINK \"http://example.invalid\" 点击查看")]
    public void What_editing_left_behind_is_a_warning(string sentence) => Assert.Equal(Severity.Warning, WordChecks.Worst(WordChecks.Of("E28", sentence)));

    [Theory]
    [InlineData("对张××、李XX提出的申请已答复，手机139XXXX1234已遮去。")]
    [InlineData("联系电话0999-6601234，文号清政发〔2023〕5号，日期2023-1-15。")]
    [InlineData("领导批注、修订公开指南、待办事项均已办结。")]
    public void Masks_telephones_and_dates_are_no_residue(string sentence) => Assert.Empty(WordChecks.Of("E28", sentence));

    [Fact]
    public void A_line_of_residue_is_quoted_once() =>
        Assert.Single(Assert.Single(WordChecks.Of("E28", new SpecimenChanges { Replacements = [("\n四、政府信息公开", "\n- 2 -\n四、政府信息公开")] })).Quotes);

    [Theory]
    [InlineData("\n四、政府信息公开", "\n- 2 -\n四、政府信息公开")]
    [InlineData("\n四、政府信息公开", "\n[bookmark: _GoBack]\n四、政府信息公开")]
    [InlineData("\n五、存在的", "\n第 3 页 共 5 页\n五、存在的")]
    [InlineData("\n五、存在的", "\n[bookmark: _GoBack]五、存在的")]
    public void Residue_between_the_tables_is_seen(string from, string to) =>
        Assert.Single(Assert.Single(WordChecks.Of("E28", new SpecimenChanges { Replacements = [(from, to)] })).Quotes);

    [Theory]
    [InlineData("已向身份证号为11010519491231002X的申请人送达。", "11010519491231002X")]
    [InlineData("已向身份证号为１１０１０５１９４９１２３１００２Ｘ的申请人送达。", "１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData("申请人李某某（手机13900001234）的申请已办结。", "13900001234")]
    [InlineData("村民王某（139-0000-1234）的申请已办结。", "139-0000-1234")]
    [InlineData("户名周某，银行卡号6222020000123456787。", "6222020000123456787")]
    public void A_persons_numbers_are_critical_and_never_repeated(string sentence, string number)
    {
        var report = WordChecks.Check("例.txt", Specimen.Print(new SpecimenChanges { Sections = [(1, "2022年我局未收到申请，" + sentence)] }));
        Assert.Equal(Severity.Critical, report.Findings.Single(f => f.Rule == "E43").Severity);
        Assert.Contains(report.Findings, f => f.Rule == "E15");
        Assert.All(report.Findings, f => Assert.DoesNotContain(f.Quotes.Select(q => q.Text).Append(f.Message), t => t.Contains(number, StringComparison.Ordinal)));
        Assert.Contains(report.Findings, f => f.Quotes.Any(q => q.Text.Contains("****", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_full_name_with_an_address_is_critical() =>
        Assert.Equal(Severity.Critical, WordChecks.Worst(WordChecks.Of("E43", "申请人李建国（住清溪县文昌路18号3单元502室）的申请已办结。")));

    [Theory]
    [InlineData("咨询电话0999-6601234，值班手机13900001234，邮编999001。")]
    [InlineData("欢迎广大市民拨打公开热线13900001234咨询。")]
    [InlineData("统一社会信用代码11999901MB1234567X，项目代码2302-999901-04-01-123456。")]
    [InlineData("索引号110105194912310021，受理号20230512000123456，订单编号13900001234。")]
    [InlineData("申请人李某某（身份证号1101***********02X）的申请已办结。")]
    [InlineData("收款账户：清溪县财政局，账号6222020000123456787。")]
    [InlineData("申请人张某某住清溪县文昌镇，其申请已办结。")]
    [InlineData("全年收费1390000.1234万元，公开住房保障信息18条。")]
    public void The_offices_own_numbers_codes_and_masked_ones_are_fine(string sentence) => Assert.Empty(WordChecks.Of("E43", sentence));

    [Fact]
    public void A_mobile_number_that_is_nobodys_is_a_warning() =>
        Assert.Equal(Severity.Warning, WordChecks.Worst(WordChecks.Of("E43", "个别栏目更新不及时13900001234需要改进。")));

    [Theory]
    [InlineData("万.")]
    [InlineData("138")]
    [InlineData("亚&#8203;")]
    [InlineData("根据亚博体育app")]
    [InlineData("住1号")]
    public void Hostile_repetition_is_looked_at_in_bounded_time(string piece)
    {
        var text = Specimen.Print(new SpecimenChanges { Sections = [(1, string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length)))] });
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        Assert.True(WordChecks.Check("例.txt", text).Findings.Count < 200);
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
    }
}
