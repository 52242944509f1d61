using System.Text;
using Gongkai.Bench.Conformance;
using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;

namespace Gongkai.Reports.Tests.Checking;

/// <summary>正文与表比：E06、E07、E08、E12、L10、E33、E37。</summary>
public class ClaimRulesTests
{
    // 新收 12，结转入 1，公开 6，部分公开 2，不予公开 2，无法提供 1，总计 11，结转出 2；复议 1，直接起诉 2，复议后起诉 1；规范性文件 2/1/6，许可 34，处罚 9，收费 14.67。
    private static readonly (string Cell, string Printed)[] Cells =
    [
        .. Row("received", 12), .. Row("carriedIn", 1), .. Row("granted", 6), .. Row("partlyGranted", 2), .. Row("refused.deliberative", 2), .. Row("unavailable.notHeld", 1), .. Row("total", 11), .. Row("carriedOut", 2),
        ("remedies.review.upheld", "1"), ("remedies.review.total", "1"), ("remedies.directLawsuit.upheld", "2"), ("remedies.directLawsuit.total", "2"),
        ("remedies.lawsuitAfterReview.pending", "1"), ("remedies.lawsuitAfterReview.total", "1"),
        ("proactive.normative.issued", "2"), ("proactive.normative.repealed", "1"), ("proactive.normative.inForce", "6"), ("proactive.licensing.decisions", "34"), ("proactive.penalty.decisions", "9"), ("proactive.charges.amount", "14.67"),
    ];

    private static readonly string[] Codes = ["E06", "E07", "E08", "E12", "E33", "E37", "L10"];

    [Theory]
    [InlineData("收到政府信息公开申请12件。", "")]
    [InlineData("收到政府信息公开申请13件。", "")]
    [InlineData("受理政府信息公开申请11件。", "")]
    [InlineData("收到政府信息公开申请14件。", "E06")]
    [InlineData("收到政府信息公开申请十四件。", "E06")]
    [InlineData("新收政府信息公开申请13件。", "E06")]
    [InlineData("收到政府信息公开申请12件(含上年结转1件)。", "E06")]
    [InlineData("收到政府信息公开申请13件(含上年结转1件)。", "")]
    [InlineData("收到政府信息公开申请13件,其中上年结转2件。", "E06")]
    [InlineData("收到政府信息公开申请12件,受理10件。", "")]
    [InlineData("收到政府信息公开申请12件,全部予以公开。", "E06")]
    [InlineData("收到政府信息公开申请12件,已于年内全部办结。", "E06")]
    [InlineData("收到政府信息公开申请10余件。", "")]
    [InlineData("收到政府信息公开申请100余件。", "E06")]
    [InlineData("收到政府信息公开申请约12件。", "")]
    [InlineData("收到政府信息公开申请约50件。", "E06")]
    [InlineData("收到政府信息公开申请12件,办结10件。", "")]
    [InlineData("收到政府信息公开申请12件,办结9件。", "E06")]
    [InlineData("收到政府信息公开申请12件,其中网上申请30件。", "E06")]
    [InlineData("收到政府信息公开申请12件,其中网上申请3件。", "")]
    [InlineData("政府信息公开申请予以公开6件,部分公开2件,不予公开2件,无法提供1件。", "")]
    [InlineData("政府信息公开申请予以公开8件,部分公开2件。", "E06")]
    [InlineData("政府信息公开申请予以公开8件。", "")]
    [InlineData("政府信息公开申请部分公开1件。", "E06")]
    [InlineData("收到政府信息公开申请12件,结转下年度3件。", "E06")]
    [InlineData("全年未收到政府信息公开申请。", "E06")]
    [InlineData("2022年未收到政府信息公开申请。", "")]
    [InlineData("全县收到政府信息公开申请300件。", "")]
    [InlineData("政府信息公开行政复议1件,行政诉讼3件。", "")]
    [InlineData("政府信息公开行政复议1件,行政诉讼2件。", "E07")]
    [InlineData("政府信息公开行政复议、行政诉讼共4件。", "")]
    [InlineData("政府信息公开行政复议、行政诉讼共3件。", "E07")]
    [InlineData("政府信息公开行政诉讼直接起诉2件,复议后起诉1件。", "")]
    [InlineData("政府信息公开行政诉讼直接起诉1件,复议后起诉2件。", "E07 E07")]
    [InlineData("政府信息公开行政复议1件,其中纠正1件。", "E07")]
    [InlineData("未发生行政复议、行政诉讼。", "E07 E07")]
    [InlineData("未新增政府信息公开行政复议、行政诉讼案件。", "")]
    [InlineData("全年办理行政复议案件86件。", "")]
    [InlineData("制发规范性文件2件,废止1件,现行有效6件。", "")]
    [InlineData("制发规范性文件3件,废止1件,现行有效6件。", "E08")]
    [InlineData("作出行政许可决定34件、行政处罚决定8件。", "E08")]
    [InlineData("行政许可30余件。", "")]
    [InlineData("未实施行政强制。", "")]
    [InlineData("未办理行政处罚案件。", "E08")]
    [InlineData("办理行政处罚案件18件。", "")]
    [InlineData("查办18件行政处罚案件。", "")]
    [InlineData("行政许可办件量1200件。", "")]
    [InlineData("行政事业性收费14.7万元。", "")]
    [InlineData("行政事业性收费146,700元。", "")]
    [InlineData("行政事业性收费15万元。", "")]
    [InlineData("行政事业性收费18万元。", "E12")]
    [InlineData("本机关无行政事业性收费。", "E12")]
    [InlineData("未收取信息处理费。", "")]
    [InlineData("上半年收到政府信息公开申请3件,下半年收到7件,共10件。", "E06")]
    [InlineData("上半年收到政府信息公开申请5件,下半年收到7件,共12件。", "")]
    [InlineData("依申请公开:一季度收到政府信息公开申请2件,二季度4件,三季度6件,四季度8件,四个季度合计20件。", "E06")]
    [InlineData("收到政府信息公开申请12件、信访8件,共20件。", "")]
    [InlineData("监察大队作出行政处罚决定59件,综合股37件,合计96件。", "E08")]
    [InlineData("县公安局作出行政处罚决定59件,县财政局37件,合计96件。", "")]
    [InlineData("监察大队作出行政处罚决定59件,综合股37件,其他单位还有,合计99件。", "")]
    [InlineData("收到政府信息公开申请12件,申请人均为自然人。", "")]
    [InlineData("收到政府信息公开申请12件,其中网上3件,申请人均为自然人。", "")]
    [InlineData("收到政府信息公开申请12件,申请人均为自然人的没有。", "")]
    [InlineData("政府信息公开申请方面,网络、信函、当面各渠道全年均未收到申请。", "E06")]
    [InlineData("政府信息公开申请方面,网络、信函、当面各渠道均未收到申请人的投诉。", "")]
    [InlineData("政府信息公开申请方面,当面渠道未收到申请。", "")]
    [InlineData("全年保持政府信息公开“零申请”。", "E06")]
    [InlineData("全年继续保持政府信息公开零复议、零诉讼。", "E07 E07")]
    [InlineData("受理“零跑腿”申请30件。", "")]
    [InlineData("群众申请办理行政许可35件。", "")]
    [InlineData("作出行政许可决定35件。", "E08")]
    public void A_sentence_is_held_against_the_tables(string sentence, string rules) =>
        Assert.Equal(rules, Rules(new SpecimenChanges { Sections = [(1, sentence)], Cells = Cells }));

    [Theory]
    [InlineData("市政府共收到政府信息公开申请12件，全市各级行政机关共收到450件。", "")]
    [InlineData("全市各级行政机关共收到政府信息公开申请450件。", "E06")]
    public void A_government_may_count_itself_and_the_whole_place(string sentence, string rules) =>
        Assert.Equal(rules, Rules(new SpecimenChanges { Agency = "清溪市人民政府", Sections = [(1, sentence)], Cells = Cells }));

    [Theory]
    [InlineData("无。", "E33")]
    [InlineData("没有其他需要报告的事项。", "E33")]
    [InlineData("本年度没有产生信息处理费。", "")]
    [InlineData("未向申请人收取任何费用。", "")]
    [InlineData("共发出收费通知2件,金额120元,实际收取120元。", "")]
    public void Part_six_accounts_for_the_fees(string sixth, string rules) =>
        Assert.Equal(rules, Rules(new SpecimenChanges { Sections = [(6, sixth)] }));

    [Fact]
    public void Fees_are_not_asked_for_before_there_were_any() =>
        Assert.Equal("", Rules(new SpecimenChanges { Year = 2020, Form = "2019", Sections = [(6, "无。")] }));

    [Theory]
    [InlineData("发出收费通知1件,申请人逾期未缴。", "")]
    [InlineData("本年度未收取信息处理费。", "L10")]
    [InlineData("没有发出收费通知。", "L10")]
    [InlineData("无。", "E33 L10")]
    public void An_overdue_fee_needs_a_notice(string sixth, string rules) =>
        Assert.Equal(rules, Rules(new SpecimenChanges { Sections = [(6, sixth)], Cells = [.. Row("received", 3), .. Row("granted", 2), .. Row("other.feeOverdue", 1), .. Row("total", 3)] }));

    [Theory]
    [InlineData(1, 0, "E37")]
    [InlineData(1, 1, "")]
    [InlineData(2, 0, "")]
    public void A_request_is_not_repeated_before_there_is_one(int received, int carriedIn, string rules) =>
        Assert.Equal(rules, Rules(new SpecimenChanges
        {
            Cells = [.. Row("received", received), .. Row("carriedIn", carriedIn), .. Row("unprocessed.repeated", 1), .. Row("granted", received + carriedIn - 1), .. Row("total", received + carriedIn)],
        }));

    [Fact]
    public void A_finding_names_the_cells_quotes_the_sentence_and_says_both_numbers()
    {
        var finding = Assert.Single(Check(new SpecimenChanges { Sections = [(1, "开篇一句。全年未收到政府信息公开申请，办理规范。")], Cells = Cells }).Findings, f => f.Rule == "E06");
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Equal("requests.received.total", Assert.Single(finding.Cells).ToString());
        var quote = Assert.Single(finding.Quotes);
        Assert.Equal(("全年未收到政府信息公开申请，办理规范。", 1), (quote.Text, quote.Section));
        Assert.Equal("正文说“未收到政府信息公开申请”，表三收到的申请为 12 件，两处不一致。请核对登记台账，改正文或改表三。", finding.Message);
        Assert.Empty(finding.Suggestions);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("")]
    public void A_total_that_is_not_printed_is_what_its_columns_add_up_to(string printed)
    {
        var cells = Cells.Select(c => c.Cell == "requests.received.total" ? (c.Cell, printed) : c).ToArray();
        Assert.Equal("", Rules(new SpecimenChanges { Sections = [(1, "收到政府信息公开申请12件。")], Cells = cells }));
    }

    [Fact]
    public void Where_total_and_columns_differ_the_narrative_may_agree_with_either()
    {
        var cells = Cells.Select(c => c.Cell == "requests.received.total" ? (c.Cell, "21") : c).ToArray();
        Assert.Equal("", Rules(new SpecimenChanges { Sections = [(1, "新收政府信息公开申请12件。")], Cells = cells }));
        Assert.Equal("E06", Rules(new SpecimenChanges { Sections = [(1, "新收政府信息公开申请25件。")], Cells = cells }));
    }

    [Fact]
    public void Without_a_table_nothing_contradicts_it() =>
        Assert.Equal("", Rules(new SpecimenChanges { Sections = [(1, "收到政府信息公开申请12件。")], TablesLeftOut = [3] }));

    private static IEnumerable<(string Cell, string Printed)> Row(string row, int value) => value == 0 ? [] : [($"requests.{row}.person", $"{value}"), ($"requests.{row}.total", $"{value}")];

    private static string Rules(SpecimenChanges changes) => string.Join(' ', Check(changes).Findings.Select(f => f.Rule).Where(Codes.Contains).Order(StringComparer.Ordinal));

    private static CheckedReport Check(SpecimenChanges changes) =>
        Assert.Single(ReportChecker.CheckFile("例.txt", Encoding.UTF8.GetBytes(Specimen.Print(changes)), ConformanceCase.Options).Reports);
}
