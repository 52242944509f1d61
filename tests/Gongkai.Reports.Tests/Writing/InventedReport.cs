using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Tests.Writing;

/// <summary>手工搭的报告：不经过读者，只看怎样写出。</summary>
internal static class InventedReport
{
    /// <summary>各种敌意的文字：脚本、公式、终端控制符、双向标记、XML 不容的字符、孤立的代理项、极长。</summary>
    public static readonly string[] HostileTexts =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</style><style>*{background:url(//evil.example)}</style>", "javascript:alert(1)", "&lt;b&gt;&#x3c;",
        "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "\r\n=1+1", "＝HYPERLINK(\"http://evil.example\")", " =1",
        "\u001b[31m红\u001b]0;题\u0007", "\u202Eexe.jpg\u2066\u2069\u200F", "\0\u0001\u0008\u000B\uFFFE\uFFFF", "\uD800孤立\uDC00", "]]>--><!--", "{0}%n$s", "\uE000\uFDD0\U000F0000", "_x0041_",
        new string('长', 70_000),
    ];

    /// <summary>没有问题的一份，各格为 0。</summary>
    public static CheckedReport Faultless(string file = "清溪县医保局.txt", string agency = "清溪县医保局") => new(
        new ReportReading
        {
            File = file,
            Index = 0,
            Agency = agency,
            Level = AgencyLevel.Department,
            Year = 2023,
            SignedOn = new DateOnly(2024, 1, 8),
            Tables = [Zeros(ReportTable.Proactive, TableProof.Unchecked), Zeros(ReportTable.Requests, TableProof.Consistent), Zeros(ReportTable.Remedies, TableProof.Consistent)],
        },
        []);

    /// <summary>各种状态、位置、轻重都有的一份；<paramref name="text"/> 放进每一处来自文件的文字。</summary>
    public static CheckedReport Faulty(string agency = "清溪县应急管理局", string file = "清溪县应急管理局2023.docx", string? text = null)
    {
        var wrong = Cell(ReportTable.Requests, "total", "person");
        var totals = Cell(ReportTable.Requests, "total", "total");
        var reading = new ReportReading
        {
            File = text is null ? file : text + file,
            Index = 0,
            Agency = text is null ? agency : text + agency,
            Level = AgencyLevel.Department,
            Year = 2023,
            PublishedOn = new DateOnly(2024, 2, 2),
            SignedOn = new DateOnly(2024, 1, 8),
            Sections = [new ReportSection(1, text ?? "一、总体情况", Place.AtParagraph(4))],
            Tables =
            [
                With(ReportTable.Proactive, TableProof.Unchecked, c => c.Column.Id switch
                {
                    "amount" => new CellReading(CellState.Number, 25.1m, text ?? "251000元", Place.AtTableCell(1, 14, 2)),
                    "inForce" => new CellReading(CellState.Dash, 0, "/", Place.AtTableCell(1, 3, 4)),
                    "repealed" => new CellReading(CellState.Blank, 0, "", Place.AtTableCell(1, 3, 3)),
                    _ => Number(c.Index * 37, c),
                }),
                With(ReportTable.Requests, TableProof.Inconsistent, c => c switch
                {
                    _ when c.Address == wrong || c.Address == totals => Number(12, c),
                    { Row.Id: "received", Column.Id: "person" or "total" } => Number(13, c),
                    { Row.Id: "granted", Column.Id: "business" } => new CellReading(CellState.Ambiguous, 0, text ?? "80", Place.AtTableCell(2, 5, 5), [null, 8, 80]),
                    { Column.Id: "research" } => CellReading.Absent,
                    { Row.Id: "other.other" } => new CellReading(CellState.Unreadable, 0, text ?? "见附图", Place.Nowhere),
                    _ => Number(0, c),
                }),
                With(ReportTable.Remedies, TableProof.Inconsistent, c => Number(c.Column.Id switch { "total" => c.Row.Id == "review" ? 3 : 2, "upheld" => 2, _ => 0 }, c)),
            ],
            Notes = [new ReaderNote(ReaderNotes.UnitConverted, text ?? "收费金额写的是“251000元”，换算为 25.1 万元。", [Cell(ReportTable.Proactive, "charges", "amount")])],
        };
        return new CheckedReport(reading, [.. Findings(wrong, totals, text)]);
    }

    private static IEnumerable<Finding> Findings(CellAddress wrong, CellAddress totals, string? text)
    {
        Suggestion mend = new(wrong, 13);
        const string Advice = "应把“（七）总计·自然人”改为 13，改后它所在的各处勾稽全部成立；请对照登记台账核实。";
        yield return new("L01", Severity.Error, $"表三自然人列收办不守恒：本年新收与上年结转之和为 13，（七）总计与结转下年度之和为 12，相差 1。{Advice}", [wrong], [], [mend]);
        yield return new("L02", Severity.Error, $"表三自然人列办理结果之和不等于总计：各项之和为 13，（七）总计为 12，相差 1。{Advice}", [wrong], [], [mend]);
        yield return new("L03", Severity.Error, $"表三“（七）总计”一行：自然人与各类法人或其他组织之和为 13，总计为 12，相差 1。{Advice}", [wrong], [], [mend]);
        yield return new("L01", Severity.Error, "表三总计列收办不守恒：本年新收与上年结转之和为 13，（七）总计与结转下年度之和为 12，相差 1。请对照登记台账核实更正。",
            [Cell(ReportTable.Requests, "received", "total"), Cell(ReportTable.Requests, "carriedIn", "total"), totals, Cell(ReportTable.Requests, "carriedOut", "total")], [], []);
        yield return new("E06", Severity.Error, "正文说没有收到申请，表三“本年新收”为 13。请核实后改正文或改表。", [Cell(ReportTable.Requests, "received", "total")],
            [new Quote(text ?? "2023年，本机关未收到政府信息公开申请。", 1, Place.AtParagraph(9))], []);
        yield return new("E27", Severity.Critical, "应写《中华人民共和国政府信息公开条例》的地方，写成了与政府信息公开无关的内容，疑似网页被篡改。请立即核查并恢复。", [],
            [new Quote(text ?? "根据《某某娱乐平台注册送彩金》的规定，现公布本年度报告。", null, Place.AtParagraph(2))], []);
        yield return new("E29", Severity.Error, "报告于 2024年2月2日发布，晚于应当发布的 1 月 31 日。请今后按期发布。", [], [new Quote(text ?? "发布时间：2024-02-02", null, Place.AtParagraph(1))], []);
        yield return new("E16", Severity.Warning, "第一部分说的是“2022年”，而这是 2023 年度的报告，请核对是否沿用了上年的文字。", [], [new Quote(text ?? "2022年，我局共发布信息 142 条，其中依申请公开 3 条。", 1, Place.AtLine(12, 3))], []);
        yield return new("E22", Severity.Warning, "第二部分的标题应为“二、主动公开政府信息情况”，印成了“二、主动公开政府信息的情况”。", [], [new Quote(text ?? "二、主动公开政府信息的情况", 2, Place.AtParagraph(11))], []);
        yield return new("L04", Severity.Error, "表四“行政复议”一块：四种结果之和为 2，总计为 3，相差 1。以下任改一处即可成立：“行政复议·总计”改为 2，或“行政复议·结果维持”改为 3。请对照登记台账核实。",
            [Cell(ReportTable.Remedies, "review", "total")], [], [new(Cell(ReportTable.Remedies, "review", "total"), 2), new(Cell(ReportTable.Remedies, "review", "upheld"), 3)]);
        yield return new("E45", Severity.Info, text ?? "报告没有写明附件。", [], [], []);
    }

    private static CellAddress Cell(ReportTable table, string row, string column) => new(table, row, column);

    private static CellReading Number(decimal value, FormCell cell) => new(CellState.Number, value, $"{value}", Place.AtTableCell((int)cell.Address.Table + 1, cell.Index + 3, 2));

    private static TableReading Zeros(ReportTable table, TableProof proof) => With(table, proof, c => Number(0, c));

    private static TableReading With(ReportTable table, TableProof proof, Func<FormCell, CellReading> cell) =>
        new(ReportForms.V2021[table], [.. ReportForms.V2021[table].Cells.Select(cell)], proof);
}
