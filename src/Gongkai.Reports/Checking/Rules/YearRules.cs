using Gongkai.Core.Reports;
using Gongkai.Reports.Checking.Words;

namespace Gongkai.Reports.Checking.Rules;

/// <summary>年份的各条规则：别的年份的句子、过期的依据、写错的统计期。</summary>
internal static class YearRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new Rule
        {
            Code = "E15",
            Title = "年份残留",
            Basis = "条例第五十条：年度报告报告本年度的情况；国办公开办函〔2021〕30号：内容须准确，不得雷同、敷衍",
            Severity = Severity.Error,
            Summary = "报告本年工作的句子写着别的年份，像是沿用了以前的稿子。对比、背景、文件名、计划不算；对上年度的考核结果等说不准的只作警告。",
            Examples =
            [
                new("与上年对比，提到 2022 年", false) { Report = new() { Sections = [(1, "2023年，本机关收到申请0件；2022年收到政府信息公开申请3件，同比减少3件。")] } },
                new("背景里的年份", false) { Report = new() { Sections = [(1, "自2020年以来，本机关坚持先审查后公开，2021年印发的保密审查办法继续执行。")] } },
                new("2023 年度的报告说 2022 年未发生责任追究", true) { Report = new() { Sections = [(1, "（五）监督保障。全年培训两次。2022年我局未发生责任追究情形。")] } },
                new("2023 年度的报告说 2022 年全年公开的信息", true) { Report = new() { Sections = [(1, "2022年全年主动公开政府信息120条。")] } },
                new("上一年度的考核成绩，没有说何时公布（警告）", true) { Report = new() { Sections = [(1, "2022年我局在全县政务公开考核中取得较好成绩。")] } },
            ],
            Check = YearResidue.Check,
        },
        new Rule
        {
            Code = "E17",
            Title = "依据过期",
            Basis = "政务公开工作要点、重点工作任务分解表一年一发",
            Severity = Severity.Warning,
            Summary = "引作依据的年度任务文件比报告年度早两年以上。法规、办法、规定、意见、规划与上年、本年的文件不算。",
            Examples =
            [
                new("引用本年的要点和 2020 年的办法", false) { Report = new() { Sections = [(1, "按照《清溪县2023年政务公开工作要点》和《清溪县政府信息公开办法》（清政发〔2020〕5号），各项工作有序开展。")] } },
                new("引用 2020 年的任务分解表", true) { Report = new() { Sections = [(1, "按照《清溪县2020年政务公开重点工作任务分解表》（清政办发〔2020〕6号）的要求，各项工作有序开展。")] } },
            ],
            Check = StaleBasis.Check,
        },
        new Rule
        {
            Code = "E32",
            Title = "统计期写错",
            Basis = "条例第五十条；DB51/T 2660—2019 第 2.1 条：统计期为上年 1 月 1 日至 12 月 31 日",
            Severity = Severity.Error,
            Summary = "报告说的统计期不是报告年度的 1 月 1 日至 12 月 31 日；年份漏了“年”字的，警告。新成立、撤并的单位不算。",
            Examples =
            [
                new("只印止日，是报告年度的最后一天", false) { Report = new() { Introduction = "本报告所列数据截至2023年12月31日。" } },
                new("统计期止于 11 月 30 日", true) { Report = new() { Introduction = "本报告所列数据的统计期限自2023年1月1日起至2023年11月30日止。" } },
                new("统计期是上一年", true) { Report = new() { Introduction = "本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。" } },
                new("漏了“年”字（警告）", true) { Report = new() { Sections = [(5, "2023，本机关在信息公开时效上还有不足，办事指南中两处电话没有同步修改。2024年起由办公室逐条核对。")] } },
            ],
            Check = PeriodFault.Check,
        },
    ];
}
