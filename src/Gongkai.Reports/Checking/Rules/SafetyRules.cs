using Gongkai.Core.Reports;
using Gongkai.Reports.Checking.Words;

namespace Gongkai.Reports.Checking.Rules;

/// <summary>发布安全的各条规则：网页被篡改、编辑残留、个人信息。</summary>
internal static class SafetyRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new Rule
        {
            Code = "E27",
            Title = "网页被篡改",
            Basis = "网络安全法第二十三条：防止网页被篡改；国办秘函〔2019〕19号：政府网站单项否决指标",
            Severity = Severity.Critical,
            Summary = "赌博、色情、词站的字样混进标题或正文，或顶替了法规、机关的名称，不论怎样断开、变形。体育、文旅、公安、彩票管理等单位说自己的工作不算。",
            Examples =
            [
                new("体育局说体育彩票和官网", false)
                {
                    Report = new() { Agency = "清溪县体育局", Sections = [(1, "（一）主动公开。通过本局官网和全民健身app公布体育场馆开放、体育彩票公益金使用情况，联合公安机关整治网络赌博平台。")] },
                },
                new("法规的名称换成了赌博网站的招牌", true) { Report = new() { Introduction = "根据亚博体育_亚博app$官网娱乐平台规定，现将2023年度报告予以公布。" } },
                new("招牌夹着符号", true) { Report = new() { Banner = "清溪县人民政府 必.威体育 在线客服" } },
            ],
            Check = HijackScan.Check,
        },
        new Rule
        {
            Code = "E28",
            Title = "编辑残留",
            Basis = "国办发〔2017〕47号：政府网站信息须准确、规范",
            Severity = Severity.Warning,
            Summary = "正文里留有书签标记、断了的引用、域代码、页码或没有填的空。",
            Examples =
            [
                new("有意遮去的人名不是没填的空", false) { Report = new() { Sections = [(1, "对李××提出的申请，已在法定期限内答复；咨询电话0999-6601234。")] } },
                new("标题前留有书签", true) { Report = new() { Headings = [(5, "[bookmark: _GoBack]五、存在的主要问题及改进情况")] } },
                new("引用断了", true) { Report = new() { Sections = [(1, "公开情况见错误！未找到引用源。")] } },
                new("件数没有填", true) { Report = new() { Sections = [(1, "全年主动公开政府信息XX条。")] } },
            ],
            Check = EditingResidue.Check,
        },
        new Rule
        {
            Code = "E43",
            Title = "个人信息",
            Basis = "个人信息保护法第二十五条：不得公开其处理的个人信息；条例第十五条",
            Severity = Severity.Critical,
            Summary = "正文印出了私人的身份证号码、手机号码、银行卡号或姓名加住址。单位的联系方式、信用代码、各种编号不算；看不出是谁的手机号只作警告。",
            Examples =
            [
                new("单位的联系手机和统一社会信用代码", false) { Report = new() { Sections = [(6, "信息公开咨询电话13800000000，统一社会信用代码11999901MB1234567X。没有发出收费通知，没有收取信息处理费。")] } },
                new("申请人的手机号码", true) { Report = new() { Sections = [(1, "（二）依申请公开。申请人李某某（手机13900001234）申请公开的信息已答复。")] } },
                new("身份证号码", true) { Report = new() { Sections = [(1, "（二）依申请公开。已向身份证号为11010519491231002X的申请人送达。")] } },
            ],
            Check = PersonalData.Check,
        },
    ];
}
