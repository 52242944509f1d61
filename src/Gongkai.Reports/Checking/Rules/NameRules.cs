using Gongkai.Core.Reports;
using Gongkai.Reports.Checking.Words;

namespace Gongkai.Reports.Checking.Rules;

/// <summary>名称的各条规则：自称、组成部分的说法、标题与落款。</summary>
internal static class NameRules
{
    private const string Form30 = "国办公开办函〔2021〕30号";

    public static IReadOnlyList<Rule> All { get; } =
    [
        new Rule
        {
            Code = "E16",
            Title = "主体残留",
            Basis = $"{Form30}：内容须准确，不得雷同、敷衍",
            Severity = Severity.Error,
            Summary = "自称与编制单位的类别不符，如局的报告说“我镇”、街道的报告说“我局”。引别人的话、说所在的县市区不算；说不准的只作警告。",
            Examples =
            [
                new("局的报告说我县，引用群众的话里有我镇", false) { Report = new() { Sections = [(1, "本机关牵头我县应急预案公开，群众来信反映“我镇广播听不清”，已答复。")] } },
                new("局的报告说我镇", true) { Report = new() { Sections = [(1, "（五）监督保障。群众对我镇信息公开工作的评议结果较好。")] } },
                new("街道的报告说我局", true) { Report = new() { Agency = "清溪县文昌街道办事处", Sections = [(1, "（五）监督保障。我局定期开展业务培训。")] } },
            ],
            Check = UnitWords.Check,
        },
        new Rule
        {
            Code = "E18",
            Title = "组成部分的说法过时",
            Basis = $"{Form30}：年度报告由六个部分组成",
            Severity = Severity.Warning,
            Summary = "引言自己列的组成部分不是现行的六个部分，多是 2008 年起用的旧说法。换个说法列六个部分不算。",
            Examples =
            [
                new("换个说法列六个部分", false) { Report = new() { Introduction = "本报告由总体情况、主动公开情况、申请办理情况、复议诉讼情况、主要问题及改进、其他事项等六部分组成。" } },
                new("列的是旧格式的八个部分", true)
                {
                    Report = new() { Introduction = "本报告全文包括概述，主动公开政府信息的情况，依申请公开政府信息的情况，政府信息公开收费及减免情况，申请行政复议、提起行政诉讼的情况，存在的主要问题及改进情况，其他需要报告的事项。" },
                },
            ],
            Check = PartsList.Check,
        },
        new Rule
        {
            Code = "E45",
            Title = "标题与正文不合",
            Basis = "条例第五十条：年度报告由本机关编制、公布，报告本年度的情况",
            Severity = Severity.Error,
            Summary = "标题的单位与落款、引言所说的编制单位肯定不是同一个；或标题的年度与统计期、正文不是同一年。简称、办公室替政府发布不算。",
            Examples =
            [
                new("落款用简称", false) { Report = new() { Replacements = [("\n清溪县应急管理局\n2024", "\n县应急局\n2024")] } },
                new("落款是另一个局", true) { Report = new() { Replacements = [("\n清溪县应急管理局\n2024", "\n云溪县水务局\n2024")] } },
                new("标题的年度早一年", true) { Report = new() { Title = "清溪县应急管理局2022年政府信息公开工作年度报告", SignedOn = "" } },
            ],
            Check = TitleConflict.Check,
        },
    ];
}
