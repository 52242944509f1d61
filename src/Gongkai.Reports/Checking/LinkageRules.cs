using System.Globalization;
using Gongkai.Core.Reports;

namespace Gongkai.Reports.Checking;

/// <summary>勾稽规则 L01–L04：格式里的勾稽关系，逐处检查，能定位的说出错在哪一格、该是多少。</summary>
internal static class LinkageRules
{
    private const string Form30 = "国办公开办函〔2021〕30号";

    public static IReadOnlyList<Rule> All { get; } =
    [
        new Rule
        {
            Code = "L01",
            Title = "收办守恒",
            Basis = $"{Form30}表三表头：第一项加第二项之和，等于第三项加第四项之和",
            Severity = Severity.Error,
            Summary = "表三每一列：本年新收＋上年结转＝（七）总计＋结转下年度。",
            Examples =
            [
                new("新收 1 件，结转下年度 1 件", false) { Report = new() { Cells = [("requests.received.person", "1"), ("requests.received.total", "1"), ("requests.carriedOut.person", "1"), ("requests.carriedOut.total", "1")] } },
                new("新收 1 件，办结和结转都没有", true) { Report = new() { Cells = [("requests.received.person", "1"), ("requests.received.total", "1")] } },
            ],
            Check = (rule, context) => Check(rule, context, ReportTable.Requests),
        },
        new Rule
        {
            Code = "L02",
            Title = "办理结果之和",
            Basis = $"{Form30}表三：（七）总计为（一）至（六）各项之和",
            Severity = Severity.Error,
            Summary = "表三每一列：各项办理结果之和＝（七）总计。",
            Examples =
            [
                new("予以公开 2 件，总计 2 件", false) { Report = new() { Cells = [("requests.received.person", "2"), ("requests.received.total", "2"), ("requests.granted.person", "2"), ("requests.granted.total", "2"), ("requests.total.person", "2"), ("requests.total.total", "2")] } },
                new("予以公开 2 件，总计写成 0", true) { Report = new() { Cells = [("requests.granted.person", "2"), ("requests.granted.total", "2")] } },
            ],
            Check = (rule, context) => Check(rule, context, ReportTable.Requests),
        },
        new Rule
        {
            Code = "L03",
            Title = "申请人之和",
            Basis = $"{Form30}表三：总计列为自然人与各类法人或其他组织之和",
            Severity = Severity.Error,
            Summary = "表三每一行：自然人＋五类法人或其他组织＝总计。",
            Examples =
            [
                new("自然人 3 件，总计 3 件", false) { Report = new() { Cells = [("requests.received.person", "3"), ("requests.received.total", "3"), ("requests.carriedOut.person", "3"), ("requests.carriedOut.total", "3")] } },
                new("自然人 3 件，总计写成 2", true) { Report = new() { Cells = [("requests.received.person", "3"), ("requests.received.total", "2")] } },
            ],
            Check = (rule, context) => Check(rule, context, ReportTable.Requests),
        },
        new Rule
        {
            Code = "L04",
            Title = "复议诉讼之和",
            Basis = $"{Form30}表四：每块的总计为四种结果之和",
            Severity = Severity.Error,
            Summary = "表四行政复议、未经复议直接起诉、复议后起诉三块：四种结果之和＝总计。",
            Examples =
            [
                new("维持 1 件、纠正 1 件，总计 2 件", false) { Report = new() { Cells = [("remedies.review.upheld", "1"), ("remedies.review.corrected", "1"), ("remedies.review.total", "2")] } },
                new("维持 1 件、纠正 1 件，总计写成 1", true) { Report = new() { Cells = [("remedies.review.upheld", "1"), ("remedies.review.corrected", "1"), ("remedies.review.total", "1")] } },
            ],
            Check = (rule, context) => Check(rule, context, ReportTable.Remedies),
        },
    ];

    private static void Check(Rule rule, CheckContext context, ReportTable id)
    {
        var table = context.Report[id];
        var broken = table.Broken;
        if (broken.Count == 0)
        {
            return;
        }

        var located = WrongCell.Locate(table);
        foreach (var linkage in broken.Where(l => l.Code == rule.Code))
        {
            IReadOnlyList<Suggestion> mends = located.TryGetValue(linkage, out var mend) ? [mend]
                : id is ReportTable.Remedies ? Alternatives(table, linkage)
                : [];
            context.Find(
                rule,
                Message(table, linkage, mends),
                mend is not null ? [mend.Cell] : [.. Key(linkage).Select(i => table.Form.Cells[i].Address)],
                suggestions: mends);
        }
    }

    /// <summary>没有定位时指给人看的格：收办守恒的四格，表四一块的五格，其余各条的总计格。</summary>
    private static IEnumerable<int> Key(Linkage linkage) =>
        linkage.Code is "L01" or "L04" ? linkage.Cells : [linkage.Right[0]];

    /// <summary>表四每块只有一处勾稽，定不出是哪一格，只列出单独改一格就能成立的各种改法。</summary>
    private static List<Suggestion> Alternatives(TableReading table, Linkage linkage)
    {
        var (left, right) = table.Sides(linkage);
        if (!table.IsKnown(linkage))
        {
            return [];
        }

        return
        [
            .. linkage.Right.Select(i => new Suggestion(table.Form.Cells[i].Address, left))
                .Concat(linkage.Left.Select(i => new Suggestion(table.Form.Cells[i].Address, table.Cells[i].ForLinkage!.Value + right - left)))
                .Where(m => m.Value >= 0),
        ];
    }

    private static string Message(TableReading table, Linkage linkage, IReadOnlyList<Suggestion> mends)
    {
        var (left, right) = table.Sides(linkage);
        var known = table.IsKnown(linkage) ? "" : "印出的各格";
        var said = linkage.Code switch
        {
            "L01" => $"表三{linkage.Name}收办不守恒：{known}本年新收与上年结转之和为 {Say(left)}，（七）总计与结转下年度之和为 {Say(right)}，相差 {Say(Math.Abs(left - right))}。",
            "L02" => $"表三{linkage.Name}办理结果之和不等于总计：{known}各项之和为 {Say(left)}，（七）总计为 {Say(right)}，相差 {Say(Math.Abs(left - right))}。",
            "L03" => $"表三“{linkage.Name}”一行：{known}自然人与各类法人或其他组织之和为 {Say(left)}，总计为 {Say(right)}，相差 {Say(Math.Abs(left - right))}。",
            _ => $"表四“{linkage.Name}”一块：{known}四种结果之和为 {Say(left)}，总计为 {Say(right)}，相差 {Say(Math.Abs(left - right))}。",
        };
        return said + Advice(table, mends);
    }

    private static string Advice(TableReading table, IReadOnlyList<Suggestion> mends)
    {
        string Cell(Suggestion mend) => $"“{table.Form.Find(mend.Cell.Row, mend.Cell.Column)!.Name}”";
        return mends switch
        {
            [] => "请对照登记台账核实更正。",
            [var only] when table.Form.Table is ReportTable.Requests => $"应把{Cell(only)}改为 {Say(only.Value)}，改后它所在的各处勾稽全部成立；请对照登记台账核实。",
            _ => $"以下任改一处即可成立：{string.Join("，或", mends.Select(m => $"{Cell(m)}改为 {Say(m.Value)}"))}。请对照登记台账核实。",
        };
    }

    private static string Say(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
