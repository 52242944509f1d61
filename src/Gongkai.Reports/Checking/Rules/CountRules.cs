using System.Globalization;
using Gongkai.Core.Reports;
using Gongkai.Reports.Checking.Structure;

namespace Gongkai.Reports.Checking.Rules;

/// <summary>单看格里的数就知道不对的：负数、小数、空格，规章的制定权，现行有效件数，先复议后诉讼。</summary>
internal static class CountRules
{
    private static readonly string[] RuleColumns = ["issued", "repealed", "inForce", "made"];
    private static readonly string[] FileRows = ["rules", "normative"];

    // 《条例》第十四至十六条；「行政查询事项」不在其内。
    private static readonly string[] RefusedRows =
        ["refused.stateSecret", "refused.prohibitedByLaw", "refused.securityAndStability", "refused.thirdPartyRights", "refused.internalAffairs", "refused.deliberative", "refused.enforcementFile"];

    private static readonly string[] MakingVerbs = ["制定", "制发", "出台", "颁布"];
    private static readonly string[] NotMaking = ["未", "没有", "无", "起草", "代拟", "参与", "配合", "清理", "修改", "依据", "根据", "上级", "国家"];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new Rule
        {
            Code = "E10",
            Title = "正文自称制定规章",
            Basis = "《规章制定程序条例》第十二条（有权制定规章的主体）",
            Severity = Severity.Warning,
            Summary = "没有规章制定权的单位，正文说自己制定了几件规章而表二规章一行是 0（表二填了数的由 L11 说，不说两遍）。",
            Examples =
            [
                new("正文说制定规范性文件", false) { Report = new() { Sections = [(1, "2023年，本机关主动公开信息一批，制定规范性文件2件，畅通依申请公开渠道，坚持先审查后公开，维护网站专栏，组织培训。")] } },
                new("正文说健全规章制度", false) { Report = new() { Sections = [(1, "2023年，本机关主动公开信息一批，制定规章制度3项，畅通依申请公开渠道，坚持先审查后公开，维护网站专栏，组织培训。")] } },
                new("县局说制定规章 2 件", true) { Report = new() { Sections = [(1, "2023年，本机关主动公开信息一批，制定规章2件，畅通依申请公开渠道，坚持先审查后公开，维护网站专栏，组织培训。")] } },
            ],
            Check = CheckRuleClaims,
        },
        new Rule
        {
            Code = "L07",
            Title = "现行有效件数说不通",
            Basis = "国办公开办函〔2021〕30号表二：现行有效件数为年末时点数，含历年",
            Severity = Severity.Error,
            Summary = "现行有效件数是负数的是错误；本年制发多于废止而现行有效为 0 的是警告：当年制发的当年又全部失效，才会如此。",
            Form = "2021",
            Examples =
            [
                new("制发 2 件，废止 2 件，现行有效 0 件", false) { Report = new() { Cells = [("proactive.normative.issued", "2"), ("proactive.normative.repealed", "2")] } },
                new("制发 2 件，现行有效 0 件", true) { Report = new() { Cells = [("proactive.normative.issued", "2")] } },
                new("现行有效 -1 件", true) { Report = new() { Cells = [("proactive.normative.inForce", "-1"), ("proactive.normative.repealed", "1")] } },
            ],
            Check = CheckInForce,
        },
        new Rule
        {
            Code = "L09",
            Title = "不是件数的数",
            Basis = "国办公开办函〔2021〕30号所附统一格式：件数为非负整数，金额不为负，各格均须填报",
            Severity = Severity.Error,
            Summary = "件数为负数、小数，金额为负数的是错误（现行有效件数为负由 L07 说）；格子空着的是警告，那一行总计为 0 或空的可一键补 0。",
            Examples =
            [
                new("收费 14.67 万元", false) { Report = new() { Cells = [("proactive.charges.amount", "14.67")] } },
                new("行政许可 2.5 件", true) { Report = new() { Cells = [("proactive.licensing.decisions", "2.5")] } },
                new("行政处罚 -3 件", true) { Report = new() { Cells = [("proactive.penalty.decisions", "-3")] } },
                new("表三有空格", true) { Report = new() { Cells = [("requests.received.business", ""), ("requests.received.research", "")] } },
            ],
            Check = CheckCounts,
        },
        new Rule
        {
            Code = "L11",
            Title = "没有规章制定权而填了规章",
            Basis = "《规章制定程序条例》第十二条（有权制定规章的主体）：规章由国务院部门和省、自治区、直辖市、设区的市、自治州的人民政府制定",
            Severity = Severity.Error,
            Summary = "县级政府、乡镇街道、地方部门的表二规章一行应当是 0。凭名称说不准有没有制定权的（市级以上政府、国务院部门、政府办公室、垂直管理部门）不判；名单在 data/agencies/rule-makers.json。",
            Examples =
            [
                new("市政府可以制定规章", false) { Report = new() { Agency = "清溪市人民政府", Cells = [("proactive.rules.issued", "1"), ("proactive.rules.inForce", "12")] } },
                new("县局填的是规范性文件", false) { Report = new() { Cells = [("proactive.normative.issued", "3"), ("proactive.normative.inForce", "12")] } },
                new("县局填规章 3 件", true) { Report = new() { Cells = [("proactive.rules.issued", "3"), ("proactive.rules.inForce", "3")] } },
                new("镇政府填现行有效规章 1 件", true) { Report = new() { Agency = "清溪县文昌镇人民政府", Cells = [("proactive.rules.inForce", "1")] } },
            ],
            Check = CheckRuleMaking,
        },
        new Rule
        {
            Code = "L12",
            Title = "不予公开而直接起诉",
            Basis = "《行政复议法》（2023 年修订，2024 年 1 月 1 日起施行）第二十三条第一款第（四）项：申请政府信息公开，行政机关不予公开的，应当先申请行政复议",
            Severity = Severity.Info,
            Summary = "2024 年度起，表三有不予公开，表四又有未经复议直接起诉：不予公开的争议应当先复议，请核对填在哪一块。",
            FromYear = 2024,
            Examples =
            [
                new("2023 年度", false) { Report = new() { Cells = Refused(), Year = 2023 } },
                new("2024 年度，起诉的都经过复议", false) { Report = new() { Cells = [.. Refused()[..^2], ("remedies.lawsuitAfterReview.upheld", "1"), ("remedies.lawsuitAfterReview.total", "1")], Year = 2024 } },
                new("2024 年度，有不予公开又有直接起诉", true) { Report = new() { Cells = Refused(), Year = 2024 } },
            ],
            Check = CheckReviewFirst,
        },
    ];

    private static (string, string)[] Refused() =>
    [
        ("requests.received.person", "1"), ("requests.received.total", "1"), ("requests.refused.deliberative.person", "1"), ("requests.refused.deliberative.total", "1"),
        ("requests.total.person", "1"), ("requests.total.total", "1"), ("remedies.directLawsuit.upheld", "1"), ("remedies.directLawsuit.total", "1"),
    ];

    private static void CheckCounts(Rule rule, CheckContext context)
    {
        foreach (var table in context.Report.Tables)
        {
            if (table.Proof is TableProof.Absent or TableProof.Unreadable)
            {
                continue;
            }

            var totalOnly = IsTotalOnly(table);
            List<FormCell>? blank = null;
            for (var i = 0; i < table.CellSpan.Length; i++)
            {
                ref readonly var reading = ref table.CellSpan[i];
                if (reading.State is CellState.Blank || (totalOnly && reading.State is CellState.Dash))
                {
                    (blank ??= []).Add(table.Form.Cells[i]);
                }
                else if (reading is { State: CellState.Number } && reading.Value != 0)
                {
                    CheckValue(rule, context, table.Form.Cells[i], reading);
                }
            }

            if (blank is not null)
            {
                SayBlank(rule, context, table, blank);
            }
        }
    }

    /// <summary>表三只填了总计列，其余各列空着或印着横线：没有填，不是写法不规范。</summary>
    public static bool IsTotalOnly(TableReading table)
    {
        if (table.Form.Table is not ReportTable.Requests || table.CellSpan[0].State is CellState.Number)
        {
            return false;
        }

        var totals = false;
        for (var i = 0; i < table.CellSpan.Length; i++)
        {
            var isTotal = table.Form.Cells[i].Column.Id == "total";
            var number = table.CellSpan[i].State is CellState.Number;
            totals |= isTotal && number;
            if ((!isTotal && table.CellSpan[i].State is not (CellState.Blank or CellState.Dash)))
            {
                return false;
            }
        }

        return totals;
    }

    private static void CheckValue(Rule rule, CheckContext context, FormCell cell, in CellReading reading)
    {
        var problem = reading.Value < 0 && !cell.MayBeNegative && cell.Column.Id != "inForce" ? "是负数"
            : !cell.IsDecimal && decimal.Truncate(reading.Value) != reading.Value ? "不是整数"
            : null;
        if (problem is not null)
        {
            context.Find(rule, $"{cell.Address.Table.ShortName()}“{cell.Name}”印作“{reading.Raw}”，{problem}。{(cell.IsDecimal ? "金额" : "件数")}应为{(cell.IsDecimal ? "不小于 0 的数" : "不小于 0 的整数")}，请核实更正。", [cell.Address]);
        }
    }

    private static void SayBlank(Rule rule, CheckContext context, TableReading table, List<FormCell> blank)
    {
        List<Suggestion> fill = [];
        foreach (var cell in blank)
        {
            // 一行（表四一块）的总计是 0 或也空着：空着的只能是 0。
            if (table.Form.Table is not ReportTable.Proactive && table[cell.Row.Id, "total"].ForLinkage == 0)
            {
                fill.Add(new Suggestion(cell.Address, 0));
            }
        }

        context.Find(
            rule,
            $"{table.Form.Table.ShortName()}有 {blank.Count} 格{(table[blank[0].Row.Id, blank[0].Column.Id].State is CellState.Dash ? "没有填数" : "空着")}，如“{blank[0].Name}”。没有的应填 0，请补上{(fill.Count > 0 && fill.Count < blank.Count ? $"（其中 {fill.Count} 格所在行的总计为 0，可直接补 0，其余请核对台账）" : "")}。",
            [.. blank.Select(c => c.Address)],
            suggestions: fill,
            severity: Severity.Warning);
    }

    private static void CheckInForce(Rule rule, CheckContext context)
    {
        var table = context.Report[ReportTable.Proactive];
        foreach (var row in FileRows)
        {
            var inForce = table[row, "inForce"];
            if (inForce.State is not CellState.Number || (row == "rules" && inForce.Value == 0 && RuleMakers.CertainlyNot(context.Report.Agency, context.Report.Level)))
            {
                // 没有制定权而填了规章，由 L11 说。
                continue;
            }

            var name = table.Form.Find(row, "inForce")!.Row.Label;
            if (inForce.Value < 0)
            {
                context.Find(rule, $"表二“{name}”的现行有效件数印作“{inForce.Raw}”，不会小于 0。请核对年末实有件数。", [Cell(row, "inForce")]);
            }
            else if (inForce.Value == 0 && table[row, "issued"] is { State: CellState.Number } issued && table[row, "repealed"].ForLinkage is { } repealed && issued.Value > 0 && repealed < issued.Value)
            {
                context.Find(
                    rule,
                    $"表二“{name}”本年制发 {Say(issued.Value)} 件、废止 {Say(repealed)} 件，现行有效却是 0。现行有效件数是年末时点数，含历年；请核对，确在年内失效的请说明。",
                    [Cell(row, "issued"), Cell(row, "repealed"), Cell(row, "inForce")],
                    severity: Severity.Warning);
            }
        }

        static CellAddress Cell(string row, string column) => new(ReportTable.Proactive, row, column);
    }

    private static void CheckRuleMaking(Rule rule, CheckContext context)
    {
        if (RulesMade(context) is { Count: > 0 } cells && RuleMakers.CertainlyNot(context.Report.Agency, context.Report.Level))
        {
            var table = context.Report[ReportTable.Proactive];
            context.Find(
                rule,
                $"表二“规章”一行填了数（{string.Join("，", cells.Select(c => $"{table.Form.Find(c.Row, c.Column)!.Column.Label} {Say(table[c.Row, c.Column].Value)}"))}），而本单位没有规章制定权，应当是 0。如果是行政规范性文件，请移到下一行。",
                cells);
        }
    }

    private static List<CellAddress> RulesMade(CheckContext context)
    {
        List<CellAddress> cells = [];
        foreach (var column in RuleColumns)
        {
            if (context.Report[ReportTable.Proactive]["rules", column] is { State: CellState.Number, Value: > 0 })
            {
                cells.Add(new CellAddress(ReportTable.Proactive, "rules", column));
            }
        }

        return cells;
    }

    private static void CheckRuleClaims(Rule rule, CheckContext context)
    {
        var text = context.Text;
        foreach (var hit in text.Hits.Of(StructureWords.Set))
        {
            if ((StructureWords.FamiliesOf(hit) & StructureWords.Rules.Bit) == 0 || !ClaimsRules(text.Letters, text.Sentences[text.SentenceAt(hit.Start)].Start, hit.Start, hit.End)
                || !RuleMakers.CertainlyNot(context.Report.Agency, context.Report.Level) || RulesMade(context).Count > 0)
            {
                continue;
            }

            context.Find(
                rule,
                "正文说本单位制定了规章，而本单位没有规章制定权，表二的规章一行也没有填数。如果是行政规范性文件或内部制度，请改用相应的名称。",
                [new CellAddress(ReportTable.Proactive, "rules", context.Report[ReportTable.Proactive].Form.Form == ReportForms.V2019.Id ? "made" : "issued")],
                [text.QuoteSentence(hit.Start)]);
            return;
        }
    }

    /// <summary>「制定规章2件」「制定2件规章」：动词、件数、规章连着，又不是否定、起草、引用。</summary>
    private static bool ClaimsRules(string letters, int sentence, int start, int end)
    {
        var before = letters.AsSpan(sentence, start - sentence);
        var after = letters.AsSpan(end, Math.Min(6, letters.Length - end));
        var clause = before[(before.LastIndexOf(',') + 1)..];
        foreach (var word in NotMaking)
        {
            if (clause.IndexOf(word) >= 0)
            {
                return false;
            }
        }

        var digits = 0;
        while (digits < after.Length && char.IsAsciiDigit(after[digits]))
        {
            digits++;
        }

        // 规章2件
        if (digits > 0 && digits < after.Length && after[digits] is '件' or '部' && after[0] != '0')
        {
            return EndsWithVerb(clause);
        }

        // 制定2件规章
        if (clause.Length < 3 || clause[^1] is not ('件' or '部') || after.StartsWith("制度"))
        {
            return false;
        }

        clause = clause[..^1];
        var number = clause.Length;
        while (number > 0 && char.IsAsciiDigit(clause[number - 1]))
        {
            number--;
        }

        return number < clause.Length && clause[number] != '0' && EndsWithVerb(clause[..number]);
    }

    private static bool EndsWithVerb(ReadOnlySpan<char> words)
    {
        foreach (var verb in MakingVerbs)
        {
            if (words.EndsWith(verb) || words.EndsWith(verb + "政府") || words.EndsWith(verb + "了"))
            {
                return true;
            }
        }

        return false;
    }

    private static void CheckReviewFirst(Rule rule, CheckContext context)
    {
        if (context.Report.Year is null || context.Report[ReportTable.Remedies]["directLawsuit", "total"] is not { State: CellState.Number, Value: > 0 } sued)
        {
            return;
        }

        var requests = context.Report[ReportTable.Requests];
        CellAddress[] refused = [.. RefusedRows.Where(r => requests[r, "total"] is { State: CellState.Number, Value: > 0 }).Select(r => new CellAddress(ReportTable.Requests, r, "total"))];
        if (refused.Length > 0)
        {
            context.Find(
                rule,
                $"表四“未经复议直接起诉”有 {Say(sued.Value)} 件，表三有依《条例》第十四至十六条不予公开的申请。2024 年起这类争议应当先申请复议；请核对这些案件是否应填在“复议后起诉”，属于其他争议的可不改。",
                [new CellAddress(ReportTable.Remedies, "directLawsuit", "total"), .. refused]);
        }
    }

    private static string Say(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
