using Gongkai.Core.Reports;

namespace Gongkai.Reports.Checking.Rules;

/// <content>各条规则与例子。</content>
internal static partial class ClaimRules
{
    private static (string Cell, string Printed)[] TwelveAndOne =>
    [
        ("requests.received.person", "12"), ("requests.received.total", "12"), ("requests.carriedIn.person", "1"), ("requests.carriedIn.total", "1"), ("requests.granted.person", "8"), ("requests.granted.total", "8"),
        ("requests.refused.deliberative.person", "3"), ("requests.refused.deliberative.total", "3"), ("requests.total.person", "11"), ("requests.total.total", "11"), ("requests.carriedOut.person", "2"), ("requests.carriedOut.total", "2"),
    ];

    private static Rule Requests => new()
    {
        Code = "E06",
        Title = "正文申请件数与表三不一致",
        Basis = $"{Form30}：内容准确；表三",
        Severity = Severity.Error,
        Summary = "正文说的收到、办理、结转和各种处理结果的件数，在表三里总有一种说法对得上；「受理」「答复」等可以指几个总数，都对不上才算。",
        Examples =
        [
            new("含上年结转共收到 13 件，表三新收 12 件、上年结转 1 件", false) { Report = Said("2023年，本机关共收到政府信息公开申请13件（含上年结转1件），办结11件，结转下年度2件。", TwelveAndOne) },
            new("去年的件数用来比较", false) { Report = Said("2023年，本机关收到政府信息公开申请12件，较2022年的9件增加3件；2022年办结9件。", TwelveAndOne) },
            new("未收到申请，表三新收 12 件", true) { Report = Said("2023年度，本机关未收到政府信息公开申请。", TwelveAndOne) },
            new("收到十五件，哪一种说法都不是 15", true) { Report = Said("全年共收到公民、法人和其他组织提出的政府信息公开申请十五件，均已办理。", TwelveAndOne) },
            new("予以公开 9 件，表三是 8 件", true) { Report = Said("共办结政府信息公开申请11件，其中予以公开9件，不予公开3件。", TwelveAndOne) },
        ],
        Check = (rule, context) => Compare(rule, context, ReportTable.Requests, isMoney: false),
    };

    private static Rule Remedies => new()
    {
        Code = "E07",
        Title = "正文复议诉讼件数与表四不一致",
        Basis = $"{Form30}：内容准确；表四",
        Severity = Severity.Error,
        Summary = "正文说的政府信息公开行政复议、行政诉讼件数和结果与表四一致；行政诉讼为未经复议直接起诉与复议后起诉之和。",
        Examples =
        [
            new("诉讼 3 件为两块之和", false) { Report = Said("因政府信息公开引发行政复议1件、行政诉讼3件。", Three) },
            new("复议机关办理的案件不是被复议的案件", false) { Report = Said("作为复议机关，全年办理行政复议案件86件。", Three) },
            new("未发生复议，表四有 1 件", true) { Report = Said("全年未发生政府信息公开行政复议、行政诉讼案件。", Three) },
            new("诉讼说 2 件，两块之和是 3 件", true) { Report = Said("因政府信息公开被提起行政诉讼2件。", Three) },
        ],
        Check = (rule, context) => Compare(rule, context, ReportTable.Remedies, isMoney: false),
    };

    private static Rule Proactive => new()
    {
        Code = "E08",
        Title = "正文文件和决定件数与表二不一致",
        Basis = $"{Form30}：内容准确；表二",
        Severity = Severity.Warning,
        Summary = "正文说的规章、行政规范性文件、行政许可、行政处罚、行政强制的件数与表二一致；公开的条数不在此列。",
        Form = "2021",
        Examples =
        [
            new("主动公开行政许可信息 30 条，不是决定件数", false) { Report = Said("主动公开行政许可信息30条、行政处罚信息7条。", Decisions) },
            new("制发 2 件，与表二一致", false) { Report = Said("全年制发行政规范性文件2件，废止1件。", Decisions) },
            new("作出行政处罚决定 7 件，表二是 9 件", true) { Report = Said("全年作出行政许可决定34件、行政处罚决定7件。", Decisions) },
            new("未制定规范性文件，表二制发 2 件", true) { Report = Said("本年度未制定规范性文件。", Decisions) },
        ],
        Check = (rule, context) => Compare(rule, context, ReportTable.Proactive, isMoney: false),
    };

    private static Rule Charges => new()
    {
        Code = "E12",
        Title = "正文收费与表二不一致",
        Basis = $"{Form30}：表二「行政事业性收费」本年收费金额（单位：万元）",
        Severity = Severity.Warning,
        Summary = "正文说的行政事业性收费金额与表二一致，说没有收费的表二为 0；信息处理费不在此列。",
        Form = "2021",
        Examples =
        [
            new("没有收取信息处理费，与行政事业性收费无关", false) { Report = new() { Cells = [("proactive.charges.amount", "14.67")] } },
            new("146700 元就是 14.67 万元", false) { Report = Published("全年收取行政事业性收费146700元。", ("proactive.charges.amount", "14.67")) },
            new("未设置收费，表二有金额", true) { Report = Published("本机关未设置行政事业性收费。", ("proactive.charges.amount", "14.67")) },
            new("正文 146.7 万元，表二 14.67", true) { Report = Published("全年收取行政事业性收费146.7万元。", ("proactive.charges.amount", "14.67")) },
        ],
        Check = (rule, context) => Compare(rule, context, ReportTable.Proactive, isMoney: true),
    };

    private static Rule FeeOverdue => new()
    {
        Code = "L10",
        Title = "逾期未缴费而未交代收费通知",
        Basis = "国办函〔2020〕109号；表三（六）2.申请人逾期未按收费通知要求缴纳费用",
        Severity = Severity.Warning,
        Summary = "表三有逾期未按收费通知缴费的，第六部分要说发出收费通知的情况。",
        Form = "2021",
        Examples =
        [
            new("第六部分说明发出收费通知 1 件", false) { Report = Overdue("2023年，依申请提供政府信息发出收费通知1件，金额80元，申请人逾期未缴纳，实际收取信息处理费0元。") },
            new("第六部分说没有发出收费通知", true) { Report = Overdue(null) },
            new("第六部分没有说收费", true) { Report = Overdue("没有其他需要报告的事项。") },
        ],
        Check = CheckFeeOverdue,
    };

    private static Rule FeesUnsaid => new()
    {
        Code = "E33",
        Title = "第六部分未交代信息处理费",
        Basis = "国办函〔2020〕109号；国办公开办函〔2021〕30号第六部分",
        Severity = Severity.Warning,
        Summary = "收取信息处理费的情况在第六部分报告；没有收取也要说明。",
        FromYear = 2021,
        Examples =
        [
            new("没有收取也说明", false) { Report = new() { Sections = [(6, "本年度未收取政府信息公开信息处理费。")] } },
            new("换一种说法", false) { Report = new() { Sections = [(6, "按照信息处理费管理办法，2023年未产生收费，无其他事项。")] } },
            new("只写无", true) { Report = new() { Sections = [(6, "无。")] } },
        ],
        Check = CheckFeesUnsaid,
    };

    private static Rule Repeated => new()
    {
        Code = "E37",
        Title = "重复申请存疑",
        Basis = "表三（五）2.重复申请：已经答复的又以同样内容申请",
        Severity = Severity.Warning,
        Summary = "全年只收到 1 件、又没有上年结转，却把它计作重复申请：没有在前的申请，重复从何而来。给了上一年的报告时，上一年办结过申请的不说。",
        Form = "2021",
        Examples =
        [
            new("收到 2 件，1 件为重复申请", false)
            {
                Report = new()
                {
                    Cells =
                    [
                        ("requests.received.person", "2"), ("requests.received.total", "2"), ("requests.granted.person", "1"), ("requests.granted.total", "1"), ("requests.unprocessed.repeated.person", "1"), ("requests.unprocessed.repeated.total", "1"),
                        ("requests.total.person", "2"), ("requests.total.total", "2"),
                    ],
                },
            },
            new("上一年办结过 1 件", false) { Report = new() { Cells = OneRepeated }, Previous = new() { Year = 2022, Cells = [("requests.received.total", "1"), ("requests.granted.total", "1"), ("requests.total.total", "1")] } },
            new("只收到 1 件，就是重复申请", true) { Report = new() { Cells = OneRepeated } },
            new("上一年也没有办结的申请", true) { Report = new() { Cells = OneRepeated }, Previous = new() { Year = 2022 } },
        ],
        Check = CheckRepeated,
    };

    private static (string Cell, string Printed)[] OneRepeated =>
    [
        ("requests.received.person", "1"), ("requests.received.total", "1"), ("requests.unprocessed.repeated.person", "1"), ("requests.unprocessed.repeated.total", "1"), ("requests.total.person", "1"), ("requests.total.total", "1"),
    ];

    private static (string Cell, string Printed)[] Three =>
    [
        ("remedies.review.upheld", "1"), ("remedies.review.total", "1"), ("remedies.directLawsuit.upheld", "2"), ("remedies.directLawsuit.total", "2"), ("remedies.lawsuitAfterReview.pending", "1"), ("remedies.lawsuitAfterReview.total", "1"),
    ];

    private static (string Cell, string Printed)[] Decisions =>
        [("proactive.normative.issued", "2"), ("proactive.normative.repealed", "1"), ("proactive.normative.inForce", "6"), ("proactive.licensing.decisions", "34"), ("proactive.penalty.decisions", "9")];

    private static SpecimenChanges Said(string sentence, params (string Cell, string Printed)[] cells) =>
        new() { Sections = [(1, $"（一）主动公开。通过门户网站及时发布机构职能和办事指南。\n（二）依申请公开。登记、审核、答复各环节责任到人。{sentence}")], Cells = cells };

    private static SpecimenChanges Published(string sentence, params (string Cell, string Printed)[] cells) =>
        new() { Sections = [(1, $"（一）主动公开。通过门户网站及时发布机构职能和办事指南。{sentence}\n（二）依申请公开。登记、审核、答复各环节责任到人。")], Cells = cells };

    private static SpecimenChanges Overdue(string? sixth) => new()
    {
        Sections = sixth is null ? [] : [(6, sixth)],
        Cells =
        [
            ("requests.received.person", "1"), ("requests.received.total", "1"), ("requests.other.feeOverdue.person", "1"), ("requests.other.feeOverdue.total", "1"), ("requests.total.person", "1"), ("requests.total.total", "1"),
        ],
    };
}
