using Gongkai.Core.Reports;
using Gongkai.Reports.Checking.Structure;

namespace Gongkai.Reports.Checking.Rules;

/// <summary>各部分应当说到的事：五方面、三项结果、联系方式、问题与改进。</summary>
internal static class ContentRules
{
    // “无。” and its like.
    private const int ShortestProblems = 30;

    // Stock phrases enough to fill a part by themselves.
    private const int ManyEmptyPhrases = 5;

    // In a short part fewer will do: one in so many letters.
    private const int FewestEmptyPhrases = 3;
    private const int LettersToAPhrase = 30;

    private static readonly string[] CorrectedRows = ["review", "directLawsuit", "lawsuitAfterReview"];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new Rule
        {
            Code = "E20",
            Title = "五方面不全",
            Basis = "国办公开办函〔2021〕30号：总体情况应综述主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障",
            Severity = Severity.Warning,
            Summary = "第一部分通篇没有说到五方面中的某一方面（不看有没有小标题，只看有没有说到）。",
            FromYear = 2019,
            Examples =
            [
                new("没有小标题，五方面都说到了", false) { Report = new() { Sections = [(1, "2023年，本机关主动公开信息一批，畅通依申请公开渠道，坚持先审查后公开，维护网站专栏，并组织培训。")] } },
                new("只说主动公开和依申请公开", true) { Report = new() { Sections = [(1, "2023年，本机关主动公开信息一批，依申请公开渠道畅通，全年没有收到申请。")] } },
            ],
            Check = CheckAspects,
        },
        new Rule
        {
            Code = "E21",
            Title = "政府报告缺考核、评议、追责",
            Basis = "《政府信息公开条例》第五十条第一款第（四）项：各级人民政府的年度报告还应当包括工作考核、社会评议和责任追究结果情况",
            Severity = Severity.Error,
            Summary = "省、市、县、乡镇政府的报告通篇没有说到工作考核、社会评议、责任追究：三项都没有的是错误，少一两项的是警告。",
            FromYear = 2019,
            Levels = [AgencyLevel.Province, AgencyLevel.City, AgencyLevel.County, AgencyLevel.Township],
            Examples =
            [
                new("镇政府写了考核、满意度和问责", false) { Report = new() { Agency = "清溪县文昌镇人民政府", Replacements = [("工作考核合格，社会评议总体满意，未发生责任追究情形", "年度考评合格，群众满意度调查良好，没有问责情形")] } },
                new("部门不必写", false) { Report = new() { Replacements = [("；工作考核合格，社会评议总体满意，未发生责任追究情形", "")] } },
                new("镇政府三项都没有写", true) { Report = new() { Agency = "清溪县文昌镇人民政府", Replacements = [("；工作考核合格，社会评议总体满意，未发生责任追究情形", "")] } },
                new("县政府没有写责任追究", true) { Report = new() { Agency = "清溪县人民政府", Replacements = [("，未发生责任追究情形", "")] } },
            ],
            Check = CheckResults,
        },
        new Rule
        {
            Code = "E41",
            Title = "被纠正而没有说改进",
            Basis = "《政府信息公开条例》第五十条第一款第（四）项：政府信息公开工作存在的主要问题及改进情况",
            Severity = Severity.Info,
            Summary = "表四有“结果纠正”的案件，第五部分没有说到复议、诉讼、答复中的问题。",
            Examples =
            [
                new("第五部分说了答复的问题", false) { Report = new() { Cells = [("remedies.review.corrected", "1"), ("remedies.review.total", "1")], Replacements = [("存在的主要问题：", "存在的主要问题：有一件申请的答复被复议机关撤销；")] } },
                new("第五部分只字不提", true) { Report = new() { Cells = [("remedies.review.corrected", "1"), ("remedies.review.total", "1")] } },
            ],
            Check = CheckCorrections,
        },
        new Rule
        {
            Code = "E44",
            Title = "没有联系电话",
            Basis = "年度报告的惯例：引言写明地址、邮编、电话，便于公众查询",
            Severity = Severity.Info,
            Summary = "引言和文末都没有电话、传真、邮箱一类的联系方式；只有地址的也说。",
            Examples =
            [
                new("只写了电话", false) { Report = new() { Introduction = "本报告由清溪县应急管理局编制，电话：0999-6601234。" } },
                new("没有写“电话”二字的号码", false) { Report = new() { Introduction = "本报告由清溪县应急管理局编制，如有疑问请拨打+86-999-6601234转803。" } },
                new("引言没有联系方式", true) { Report = new() { Introduction = "本报告由清溪县应急管理局编制，所列数据的统计期限自2023年1月1日起至2023年12月31日止。" } },
            ],
            Check = CheckContact,
        },
        new Rule
        {
            Code = "E46",
            Title = "问题与改进空泛",
            Basis = "《政府信息公开条例》第五十条第一款第（四）项；国办公开办函〔2021〕30号",
            Severity = Severity.Warning,
            Summary = "第五部分不足 30 字，或只有问题没有改进、只有改进没有问题的，是警告；全是哪个单位都能说的话、没有一个具体的数或事的，只作提示。",
            FromYear = 2019,
            Examples =
            [
                new("问题和改进都具体", false) { Report = new() { Sections = [(5, "存在问题：抽查发现3个栏目更新不及时。改进情况：已于年内补齐，并由办公室按月核对栏目更新情况。")] } },
                new("只写“无。”", true) { Report = new() { Sections = [(5, "无。")] } },
                new("只有问题", true) { Report = new() { Sections = [(5, "本机关在政府信息公开中存在的问题主要是公开内容单一，工作人员较少，业务不熟，公开时效与公众期待有差距。")] } },
            ],
            Check = CheckProblems,
        },
    ];

    private static void CheckAspects(Rule rule, CheckContext context)
    {
        var (start, end) = StructureWords.Body(context.Text, 1);
        if (end == 0)
        {
            return;
        }

        var missing = StructureWords.Missing(StructureWords.Aspects, StructureWords.Said(context.Text, start, end), out var count);
        if (count > 0)
        {
            context.Find(
                rule,
                $"第一部分没有说到五方面中的 {count} 方面：{missing}。总体情况应综述主动公开、依申请公开、政府信息管理、平台建设、监督保障；没有做的也请写明。",
                quotes: ReportQuotes.Heading(context, 1));
        }
    }

    private static void CheckResults(Rule rule, CheckContext context)
    {
        // 没有认出第一部分，就不知道有没有读全。
        if (StructureWords.Body(context.Text, 1).End == 0)
        {
            return;
        }

        var missing = StructureWords.Missing(StructureWords.Results, StructureWords.Said(context.Text, 0, context.Text.Letters.Length), out var count);
        if (count == 0)
        {
            return;
        }

        var sure = count == StructureWords.Results.Length && context.Report.Agency is { } agency && agency.EndsWith("政府", StringComparison.Ordinal);
        context.Find(
            rule,
            $"政府的年度报告应当写明工作考核、社会评议和责任追究结果，这份报告没有说到{missing}。请在“监督保障”中补写；没有发生的写明没有。",
            quotes: ReportQuotes.Heading(context, 1),
            severity: sure ? Severity.Error : Severity.Warning);
    }

    private static void CheckCorrections(Rule rule, CheckContext context)
    {
        var remedies = context.Report[ReportTable.Remedies];
        List<CellAddress>? cells = null;
        foreach (var row in CorrectedRows)
        {
            if (remedies[row, "corrected"] is { State: CellState.Number, Value: > 0 })
            {
                (cells ??= []).Add(new CellAddress(ReportTable.Remedies, row, "corrected"));
            }
        }

        if (cells is null)
        {
            return;
        }

        var (start, end) = StructureWords.Body(context.Text, 5);
        if (end > 0 && (StructureWords.Said(context.Text, start, end) & StructureWords.Corrections.Bit) == 0)
        {
            context.Find(rule, "表四有被纠正的案件，第五部分没有说到它反映的问题和改进。请考虑补写。", cells, ReportQuotes.Heading(context, 5));
        }
    }

    private static void CheckContact(Rule rule, CheckContext context)
    {
        // 引言、第六部分和落款之后：正文里说的“开通咨询电话”不是本报告的联系方式。
        var text = context.Text;
        foreach (var hit in text.Hits.Of(StructureWords.Set))
        {
            if ((StructureWords.FamiliesOf(hit) & StructureWords.Contact.Bit) != 0 && text.SectionAt(hit.Start) is 0 or 6)
            {
                return;
            }
        }

        if (!TelephoneNumber.IsIn(text) && ReportQuotes.Title(context) is { Count: > 0 } title)
        {
            context.Find(rule, "报告里没有联系电话或邮箱，公众有疑问时无从联系。建议在引言中写明地址、邮编、电话。", quotes: title);
        }
    }

    private static void CheckProblems(Rule rule, CheckContext context)
    {
        if (!context.Report.Sections.Any(s => s.Number == 5))
        {
            return;
        }

        var text = context.Text;
        var (start, end) = StructureWords.Body(text, 5);
        if (end - start < ShortestProblems)
        {
            Say($"第五部分只有 {end - start} 字，没有写清主要问题和改进情况。请结合本年的实际补写。", Severity.Warning);
            return;
        }

        var said = StructureWords.Said(text, start, end);
        var missing = StructureWords.Missing(StructureWords.Problems, said, out var count);
        if (count > 0)
        {
            Say($"第五部分没有说到{missing}。这一部分应当既写主要问题，又写改进情况；请补写。", Severity.Warning);
        }
        else if (IsEmpty(context, start, end))
        {
            Say("第五部分没有本年的具体事实，哪个单位都能这样写。建议写出具体的问题（哪个栏目、几件、何时）和改进的对象。", Severity.Info);
        }

        void Say(string message, Severity severity) => context.Find(
            rule,
            message,
            quotes: end > start ? [text.QuoteSentence(start)] : ReportQuotes.Heading(context, 5),
            severity: severity);
    }

    /// <summary>套话成堆，又没有一个数（年份除外）、一个文件名、一个加引号的名称。</summary>
    private static bool IsEmpty(CheckContext context, int start, int end)
    {
        var letters = context.Text.Letters;
        var phrases = 0;
        foreach (var hit in context.Text.Hits.Of(StructureWords.Set))
        {
            phrases += hit.Start >= start && hit.End <= end && (StructureWords.FamiliesOf(hit) & StructureWords.Empty.Bit) != 0 ? 1 : 0;
        }

        if (phrases < ManyEmptyPhrases && (phrases < FewestEmptyPhrases || phrases * LettersToAPhrase < end - start))
        {
            return false;
        }

        for (var i = start; i < end; i++)
        {
            if (letters[i] is '《' or '“' or '%' or '个' or '次' or '件' or '条' or '篇')
            {
                return false;
            }

            if (char.IsAsciiDigit(letters[i]))
            {
                var stop = i;
                while (stop < end && char.IsAsciiDigit(letters[stop]))
                {
                    stop++;
                }

                // (1), 1. and 1、 number the items; 2024年 is the year.
                if (!(stop < end && letters[stop] is '年' or ')' or '、' or '.'))
                {
                    return false;
                }

                i = stop;
            }
        }

        return true;
    }
}
