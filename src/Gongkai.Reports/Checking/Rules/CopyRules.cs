using Gongkai.Core.Reports;
using Gongkai.Reports.Checking.Likeness;
using Gongkai.Reports.Reading.Narrative;

namespace Gongkai.Reports.Checking.Rules;

/// <summary>与上一年雷同的规则。引言与统计表本该相似，不比；只比第一、五部分。</summary>
internal static class CopyRules
{
    /// <summary>
    /// 相同四字所占比例到这里即为雷同：约合逐字相似度 0.85（第一部分）与 0.75（第五部分）。
    /// 同城不同单位套用同一模板的第五部分，这个比例不过 0.15 左右。
    /// </summary>
    public const double PartOneLimit = 0.60;

    /// <inheritdoc cref="PartOneLimit"/>
    public const double PartFiveLimit = 0.50;

    /// <summary>第五部分里改进措施从这些词语开始。</summary>
    public static readonly PhraseSet Remedies = new("改进情况", "改进措施", "改进方向", "改进打算", "下一步", "下步", "整改措施", "针对以上", "针对上述", "针对存在", "今后", "我们将", "我局将", "我镇将", "本机关将");

    /// <summary>交代上年问题整改情况的词语。</summary>
    public static readonly PhraseSet Accounts = new("上年度", "上一年度", "上年", "去年", "整改到位", "已整改", "完成整改", "已完成", "持续整改", "整改后", "较上年", "仍然存在", "仍存在", "尚未完全解决", "得到改善", "有所改善", "有所改进", "得到解决", "2019年", "2020年", "2021年", "2022年", "2023年", "2024年", "2025年", "2026年");

    private const string Basis = "国办公开办函〔2021〕30号：内容雷同、敷衍塞责造成不良后果的，依照《政府信息公开条例》第四十七条追责";

    private const string OldProblems = "存在的主要问题：一是防汛预案专题更新不够及时，群众查找不便；二是办事指南中部分联系电话没有同步修改，影响群众办事。";

    private const string OldFive = OldProblems + "\n改进情况：一是由防汛科按月核对专题内容，发现过时的三日内更新；二是由办公室每季度逐条核对办事指南，核对结果在例会上通报，并纳入科室考核。";

    private const string NewFive = "存在的主要问题：一是政策解读以文字为主，图解和视频较少；二是乡镇政务公开专区设备老化，老年人使用不便。\n改进情况：一是重要文件一律同步制作图解；二是会同财政部门分批更换专区设备，并安排志愿者现场指导。";

    public static IReadOnlyList<Rule> All { get; } =
    [
        new()
        {
            Code = "E13",
            Title = "与上年雷同",
            Basis = Basis,
            Severity = Severity.Warning,
            Needs = RuleNeeds.Previous,
            Summary = "去掉数字、引言和统计表之后，第一或第五部分与本单位上一年的报告大半相同。",
            Examples =
            [
                new("两年的第五部分各写各的", false) { Previous = new() { Year = 2022, Sections = [(1, OldOne), (5, OldFive)] }, Report = new() { Sections = [(5, NewFive)] } },
                new("第一部分照抄上年，只改年份", true) { Previous = new() { Year = 2022 }, Report = new() { Sections = [(5, NewFive)] } },
            ],
            Check = Copied,
        },
        new()
        {
            Code = "E47",
            Title = "问题年年相同",
            Basis = Basis + "；条例第五十条第一款第四项：报告存在的主要问题及改进情况",
            Severity = Severity.Warning,
            Needs = RuleNeeds.Previous,
            Summary = "第五部分的问题与上一年一字不差，又没有交代上年的问题整改得怎样。",
            Examples =
            [
                new("写明上年的问题已经整改，又列出新的问题", false)
                {
                    Previous = new() { Year = 2022, Sections = [(1, OldOne), (5, OldFive)] },
                    Report = new() { Sections = [(5, "上年指出的专题更新不及时的问题已经整改到位。" + NewFive)] },
                },
                new("问题照抄上年，只改了改进措施", true)
                {
                    Previous = new() { Year = 2022, Sections = [(1, OldOne), (5, OldFive)] },
                    Report = new() { Sections = [(5, OldProblems + "\n改进情况：会同网信部门建立专题巡查制度，每周检查一次，并把办事指南与一体化平台打通，联系电话自动更新。")] },
                },
            ],
            Check = SameProblems,
        },
    ];

    private static string OldOne =>
        """
        2022年，本机关以制度建设为抓手，修订了公开工作规程和责任清单。
        （一）主动公开。发布重点领域信息三百余条，召开新闻通气会两次。
        （二）依申请公开。明确专人值守，规范文书格式，接受电话咨询二十余次。
        （三）政府信息管理。对历年文件进行了一次全面清理，标注效力状态。
        （四）政府信息公开平台建设。完成专栏改版，增设无障碍浏览功能。
        （五）监督保障。聘请社会监督员五名，工作考核合格，社会评议满意，未发生责任追究情形。
        """;

    private static void Copied(Rule rule, CheckContext context)
    {
        foreach (var (section, last, limit) in new[] { (1, context.Previous!.PartOne, PartOneLimit), (5, context.Previous.PartFive, PartFiveLimit) })
        {
            if (last is not null && context.Sketch(section)?.LikenessTo(last) is { } likeness && likeness >= limit
                && !(section == 5 && RepeatedProblem(context) is not null))
            {
                context.Find(
                    rule,
                    $"第{(section == 1 ? "一" : "五")}部分与本单位 {context.Previous.Year} 年度的报告约{Share(likeness)}相同（已除去数字）。年度报告应写本年的情况，请重写与上年相同的内容。",
                    quotes: [Heading(context.Text, section)]);
            }
        }
    }

    private static void SameProblems(Rule rule, CheckContext context)
    {
        if (RepeatedProblem(context) is { } quote)
        {
            context.Find(
                rule,
                $"第五部分所写的问题与本单位 {context.Previous!.Year} 年度的报告一字不差，也没有交代上年的问题整改得怎样。请写明上年问题的整改情况和本年的新问题。",
                quotes: [quote]);
        }
    }

    /// <summary>与上年一字不差的第一个问题；问题大多是新的，或交代了上年问题的整改时为 null。</summary>
    private static Quote? RepeatedProblem(CheckContext context)
    {
        if (context.Previous!.Problems.Length == 0)
        {
            return null;
        }

        var text = context.Text;
        var (all, same, first) = (0, 0, -1);
        foreach (var (sentence, print, letters) in SentencePrints.Each(text, 5))
        {
            var (start, end) = (text.SentenceSpan[sentence].Start, text.SentenceSpan[sentence].End);
            if (Within(text.Hits.Of(Accounts), start, end, OtherYear(context)))
            {
                return null;
            }

            if (Within(text.Hits.Of(Remedies), start, end, _ => true))
            {
                break;
            }

            all += letters;
            if (Array.BinarySearch(context.Previous.Problems, print) >= 0)
            {
                same += letters;
                first = first < 0 ? sentence : first;
            }
        }

        return same >= 20 && same * 10 >= all * 7
            ? text.QuoteOf(text.SentenceSpan[first].Start, text.SentenceSpan[first].End)
            : null;
    }

    // This year's own number is on every page; only another year tells of what was done about last year's problems.
    private static Predicate<int> OtherYear(CheckContext context) =>
        phrase => !char.IsAsciiDigit(Accounts.Phrases[phrase][0]) || Accounts.Phrases[phrase] == $"{context.Report.Year - 1}年";

    private static bool Within(ReadOnlySpan<PhraseHit> hits, int start, int end, Predicate<int> counts)
    {
        foreach (var hit in hits)
        {
            if (hit.Start >= start && hit.End <= end && counts(hit.Phrase))
            {
                return true;
            }
        }

        return false;
    }

    private static string Share(double likeness) => likeness switch
    {
        >= 0.95 => "全部",
        >= 0.85 => "九成",
        >= 0.75 => "八成",
        >= 0.65 => "七成",
        >= 0.55 => "六成",
        _ => "一半",
    };

    private static Quote Heading(NarrativeText text, int section)
    {
        foreach (var paragraph in text.ParagraphSpan)
        {
            if (paragraph.Section == section)
            {
                return text.QuoteOf(paragraph.Start, paragraph.End);
            }
        }

        throw new InvalidOperationException("A part that was compared has paragraphs.");
    }
}
