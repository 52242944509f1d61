using System.Globalization;
using Gongkai.Core.Reports;
using Gongkai.Reports.Reading.Narrative;

namespace Gongkai.Reports.Checking.Rules;

/// <summary>与本单位上一年的报告相比的规则：结转、现行有效、未结案件、金额单位与突变。</summary>
internal static class PreviousYearRules
{
    /// <summary>正文里交代上年数据有变动的词语。</summary>
    public static readonly PhraseSet Corrections = new("更正", "勘误", "核减", "核增", "核实后", "重新核定", "口径调整", "统计口径", "机构改革", "职能划转", "职责划转", "职能划入", "职能划出", "划入", "划出", "撤销合并", "合并组建");

    // Below this, five times as many is chance.
    private const decimal SmallestCompared = 20;

    private static readonly string[] ComparedRequests = ["received", "granted", "total"];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new()
        {
            Code = "L05",
            Title = "上年结转",
            Basis = "国办公开办函〔2021〕30号表三：本年的“上年结转”就是上一年度报告的“结转下年度继续办理”",
            Severity = Severity.Error,
            Needs = RuleNeeds.Previous,
            Summary = "表三每一列：上年结转＝上一年报告的结转下年度继续办理；正文交代了更正或机构变动的，只作警告。",
            Examples =
            [
                new("上年结转出 2 件，今年结转入 2 件", false) { Previous = Last(("received", 2), ("carriedOut", 2)), Report = This(("carriedIn", 2), ("granted", 2), ("total", 2)) },
                new("上年结转出 2 件，今年结转入写成 0", true) { Previous = Last(("received", 2), ("carriedOut", 2)) },
                new("总计相同，申请人的类别对不上", true)
                {
                    Previous = Last(("received", 2), ("carriedOut", 2)),
                    Report = new() { Cells = [.. Cells("business", ("carriedIn", 2), ("granted", 2), ("total", 2))] },
                },
            ],
            Check = CarriedIn,
        },
        new()
        {
            Code = "L06",
            Title = "现行有效件数的来龙去脉",
            Basis = "国办公开办函〔2021〕30号表二：现行有效件数是年末数，本年制发使它增加，本年废止使它减少",
            Severity = Severity.Warning,
            Needs = RuleNeeds.Previous,
            Form = "2021",
            Summary = "表二规章、行政规范性文件：现行有效件数＝上一年现行有效＋本年制发−本年废止；失效、修订、机构划转会造成差异，须说明。",
            Examples =
            [
                new("上年现行有效 10 件，今年制发 2 件、废止 1 件，现行有效 11 件", false)
                {
                    Previous = new() { Year = 2022, Cells = [("proactive.normative.inForce", "10")] },
                    Report = new() { Cells = [("proactive.normative.issued", "2"), ("proactive.normative.repealed", "1"), ("proactive.normative.inForce", "11")] },
                },
                new("上年现行有效 10 件，今年没有制发和废止，现行有效写成 4 件", true)
                {
                    Previous = new() { Year = 2022, Cells = [("proactive.normative.inForce", "10")] },
                    Report = new() { Cells = [("proactive.normative.inForce", "4")] },
                },
            ],
            Check = InForce,
        },
        new()
        {
            Code = "L08",
            Title = "未结的案件不会消失",
            Basis = "国办公开办函〔2021〕30号表四：上年尚未审结的案件，本年或已审结，或仍未审结，都在本年的总计之内",
            Severity = Severity.Warning,
            Needs = RuleNeeds.Previous,
            Summary = "表四三块：本年总计不少于上一年的尚未审结。",
            Examples =
            [
                new("上年 1 件未审结，今年审结维持 1 件", false)
                {
                    Previous = new() { Year = 2022, Cells = [("remedies.review.pending", "1"), ("remedies.review.total", "1")] },
                    Report = new() { Cells = [("remedies.review.upheld", "1"), ("remedies.review.total", "1")] },
                },
                new("上年 1 件未审结，今年总计为 0", true) { Previous = new() { Year = 2022, Cells = [("remedies.review.pending", "1"), ("remedies.review.total", "1")] } },
            ],
            Check = Pending,
        },
        new()
        {
            Code = "E11",
            Title = "金额单位",
            Basis = "国办公开办函〔2021〕30号表二：行政事业性收费的单位为万元",
            Severity = Severity.Warning,
            Summary = "收费金额是上一年的约一万倍或万分之一，或县级以下单位超过一百万万元：多半把元写成了万元，或相反。",
            Examples =
            [
                new("上年 14.2 万元，今年 15 万元", false) { Previous = new() { Year = 2022, Cells = [("proactive.charges.amount", "14.2")] }, Report = new() { Cells = [("proactive.charges.amount", "15")] } },
                new("上年 14.2 万元，今年写成 150000", true) { Previous = new() { Year = 2022, Cells = [("proactive.charges.amount", "14.2")] }, Report = new() { Cells = [("proactive.charges.amount", "150000")] } },
                new("县级部门写成 2510000 万元", true) { Report = new() { Cells = [("proactive.charges.amount", "2510000")] } },
            ],
            Check = Charges,
        },
        new()
        {
            Code = "E35",
            Title = "与上年相差悬殊",
            Basis = "国办公开办函〔2021〕30号：数据须准确；突变须核实",
            Severity = Severity.Warning,
            Needs = RuleNeeds.Previous,
            Summary = "主要的数超过上一年的五倍，或不到五分之一（两年都不足 20 的不比）：可能是填错，请核实；属实的可在正文说明。",
            Examples =
            [
                new("许可上年 100 件，今年 130 件", false) { Previous = new() { Year = 2022, Cells = [("proactive.licensing.decisions", "100")] }, Report = new() { Cells = [("proactive.licensing.decisions", "130")] } },
                new("许可上年 100 件，今年 1000 件", true) { Previous = new() { Year = 2022, Cells = [("proactive.licensing.decisions", "100")] }, Report = new() { Cells = [("proactive.licensing.decisions", "1000")] } },
            ],
            Check = Jumps,
        },
    ];

    private static void CarriedIn(Rule rule, CheckContext context)
    {
        List<FormCell> wrong = [];
        var form = context.Report[ReportTable.Requests].Form;
        foreach (var column in form.Columns)
        {
            var cell = form.Find("carriedIn", column.Id)!;
            if (Value(context, cell) is { } now && context.Previous![cell.Address with { Row = "carriedOut" }] is { } last && now != last)
            {
                wrong.Add(cell);
            }
        }

        if (wrong.Count == 0)
        {
            return;
        }

        var explained = context.Text.Hits.Of(Corrections);
        var each = string.Join("，", wrong.Select(c => $"{c.Column.Label}列 {Say(Value(context, c)!.Value)}（上年报告结转出 {Say(context.Previous![c.Address with { Row = "carriedOut" }]!.Value)}）"));
        context.Find(
            rule,
            $"表三“上年结转”与上一年报告的“结转下年度继续办理”对不上：{each}。请核对登记台账，改正写错的一年；上年报告确已更正的，请在正文说明。",
            [.. wrong.Select(c => c.Address)],
            explained.Length > 0 ? [context.Text.QuoteSentence(explained[0].Start)] : null,
            severity: explained.Length > 0 ? Severity.Warning : null);
    }

    private static void InForce(Rule rule, CheckContext context)
    {
        if (context.Previous!.Form != "2021")
        {
            return;
        }

        foreach (var row in (ReadOnlySpan<string>)["rules", "normative"])
        {
            var cell = context.Report[ReportTable.Proactive].Form.Find(row, "inForce")!;
            if (Value(context, cell) is not { } now
                || context.Previous[cell.Address] is not { } last
                || Value(context, cell.Address with { Column = "issued" }) is not { } issued
                || Value(context, cell.Address with { Column = "repealed" }) is not { } repealed
                || now == last + issued - repealed)
            {
                continue;
            }

            context.Find(
                rule,
                $"表二“{cell.Row.Label}”现行有效 {Say(now)} 件，而上一年现行有效 {Say(last)} 件，本年制发 {Say(issued)} 件、废止 {Say(repealed)} 件，应为 {Say(last + issued - repealed)} 件。请核对；因失效、修订或机构划转造成的，请在正文说明。",
                [cell.Address]);
        }
    }

    private static void Pending(Rule rule, CheckContext context)
    {
        foreach (var row in context.Report[ReportTable.Remedies].Form.Rows)
        {
            var total = new CellAddress(ReportTable.Remedies, row.Id, "total");
            if (Value(context, total) is { } now && context.Previous![total with { Column = "pending" }] is { } last && now < last)
            {
                context.Find(
                    rule,
                    $"表四“{row.Label}”总计 {Say(now)} 件，而上一年报告有 {Say(last)} 件尚未审结：这些案件今年无论审结与否都应计入。请核对案件台账。",
                    [total]);
            }
        }
    }

    private static void Charges(Rule rule, CheckContext context)
    {
        var cell = new CellAddress(ReportTable.Proactive, "charges", "amount");
        if (Value(context, cell) is not { } now)
        {
            return;
        }

        if (context.Previous?[cell] is { } last and > 0 && now > 0)
        {
            var ratio = now / last;
            if (ratio is >= 5_000 and <= 20_000 or >= 1 / 20_000m and <= 1 / 5_000m)
            {
                var (year, other) = ratio > 1 ? ("今年", now) : ("上年", last);
                context.Find(
                    rule,
                    $"表二行政事业性收费今年为 {Say(now)} 万元，上一年为 {Say(last)} 万元，相差约一万倍：可能是{year}把 {Say(other)} 元写成了万元。请按万元填写。",
                    [cell]);
                return;
            }
        }

        if (now > 1_000_000 && context.Report.Level is not (AgencyLevel.Province or AgencyLevel.City) && context.Report.Agency is not null)
        {
            context.Find(rule, $"表二行政事业性收费为 {Say(now)} 万元，即 {Say(now / 10_000)} 亿元，对本单位大得异常：可能把元写成了万元。请核对单位。", [cell]);
        }
    }

    private static void Jumps(Rule rule, CheckContext context)
    {
        var form = context.Report[ReportTable.Requests].Form;
        foreach (var row in ComparedRequests)
        {
            Jump(rule, context, form.Find(row, "total")!);
        }

        foreach (var cell in context.Report[ReportTable.Proactive].Form.Cells)
        {
            if (cell.Column.Id is "decisions")
            {
                Jump(rule, context, cell);
            }
        }

        foreach (var row in context.Report[ReportTable.Remedies].Form.Rows)
        {
            Jump(rule, context, context.Report[ReportTable.Remedies].Form.Find(row.Id, "total")!);
        }
    }

    private static void Jump(Rule rule, CheckContext context, FormCell cell)
    {
        if (Value(context, cell) is { } now
            && context.Previous![cell.Address] is { } last
            && Math.Max(now, last) >= SmallestCompared
            && (now > 5 * last || last > 5 * now))
        {
            context.Find(rule, $"{cell.Address.Table.ShortName()}“{cell.Row.Label}”今年为 {Say(now)}，上一年为 {Say(last)}，相差悬殊。请核对是否填错；属实的，可在正文说明原因。", [cell.Address]);
        }
    }

    private static decimal? Value(CheckContext context, FormCell cell) => Value(context, cell.Address);

    private static decimal? Value(CheckContext context, CellAddress cell) => context.Report[cell.Table][cell.Row, cell.Column].ForLinkage;

    private static string Say(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static SpecimenChanges Last(params (string Row, int Value)[] rows) => new() { Year = 2022, Cells = [.. Cells("person", rows)] };

    private static SpecimenChanges This(params (string Row, int Value)[] rows) => new() { Cells = [.. Cells("person", rows)] };

    private static IEnumerable<(string, string)> Cells(string column, params (string Row, int Value)[] rows) =>
        rows.SelectMany(r => new[] { column, "total" }, (r, c) => ($"requests.{r.Row}.{c}", $"{r.Value}"));
}
