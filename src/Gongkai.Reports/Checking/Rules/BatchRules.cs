using Gongkai.Core.Reports;

namespace Gongkai.Reports.Checking.Rules;

/// <summary>要看整批的规则；查法在 <see cref="Batches.BatchChecks"/>。</summary>
internal static class BatchRules
{
    private const string NewFive = "存在的主要问题：一是政策解读以文字为主，图解和视频较少，老年群众看不明白；二是乡镇政务公开专区设备老化。\n改进情况：一是重要文件一律同步制作图解；二是会同财政部门分批更换专区设备，并安排志愿者现场指导。";

    private static readonly string[] Places = ["云溪县", "望河县", "听泉县", "枫林县", "石桥县", "白鹭县"];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new()
        {
            Code = "E14",
            Title = "单位之间雷同",
            Basis = "国办公开办函〔2021〕30号：内容雷同、敷衍塞责造成不良后果的，依照《政府信息公开条例》第四十七条追责",
            Severity = Severity.Warning,
            Needs = RuleNeeds.Batch,
            Summary = "去掉数字、引言和统计表之后，两个单位同一年度的第一或第五部分大半相同。同城单位的引言用同一模板，不算。",
            Examples =
            [
                new("两个单位的引言相同，正文各写各的", false)
                {
                    Report = new() { Sections = [(1, OwnOne), (5, NewFive)] },
                    Batch = [new() { Agency = "清溪县水务局" }],
                },
                new("第五部分与另一单位相同", true)
                {
                    Report = new() { Sections = [(1, OwnOne)] },
                    Batch = [new() { Agency = "清溪县水务局" }],
                },
            ],
        },
        new()
        {
            Code = "E36",
            Title = "独它为零",
            Basis = "国办公开办函〔2021〕30号表二：处理决定数量含已公开和依法未公开的全部决定",
            Severity = Severity.Warning,
            Needs = RuleNeeds.Batch,
            Summary = "同批同类单位至少五个有许可、处罚、强制决定，平均超过 100 件，而本单位三项全为 0：多半是漏填。",
            Examples =
            [
                new("同类单位也都很少", false) { Batch = [.. Peers("3")] },
                new("六个县的应急管理局平均数百件，本单位全为 0", true) { Batch = [.. Peers("420")] },
            ],
        },
    ];

    private static string OwnOne =>
        """
        2023年，本机关以制度建设为抓手，修订了公开工作规程和责任清单。
        （一）主动公开。发布重点领域信息三百余条，召开新闻通气会两次。
        （二）依申请公开。明确专人值守，规范文书格式，接受电话咨询二十余次。
        （三）政府信息管理。对历年文件进行了一次全面清理，标注效力状态。
        （四）政府信息公开平台建设。完成专栏改版，增设无障碍浏览功能。
        （五）监督保障。聘请社会监督员五名，工作考核合格，社会评议满意，未发生责任追究情形。
        """;

    private static IEnumerable<SpecimenChanges> Peers(string decisions) =>
        Places.Select(place => new SpecimenChanges { Agency = place + "应急管理局", Cells = [("proactive.licensing.decisions", decisions)] });
}
