using Gongkai.Core.Reports;
using Gongkai.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;

namespace Gongkai.Cli.Tests;

/// <summary>手工搭的报告：不经过读者，只看怎样写出。</summary>
internal static class SampleReport
{
    public const string Escape = "\u001b[31m\u202e";

    /// <summary>一份什么问题也没有的报告，各格为 0。</summary>
    public static CheckedReport Clean(string file = "a.txt", string agency = "清溪县医保局") => new(
        new ReportReading
        {
            File = file,
            Index = 0,
            Agency = agency,
            Level = AgencyLevel.Department,
            Year = 2023,
            Tables = [Zeros(ReportTable.Proactive, TableProof.Unchecked), Zeros(ReportTable.Requests, TableProof.Consistent), Zeros(ReportTable.Remedies, TableProof.Consistent)],
        },
        []);

    /// <summary>各种状态、位置、说明、问题都有的一份，文字里藏着终端控制符。</summary>
    public static CheckedReport Rich()
    {
        var wrong = new CellAddress(ReportTable.Requests, "total", "person");
        var forms = ReportForms.V2021;
        var reading = new ReportReading
        {
            File = $"a{Escape}.txt",
            Index = 1,
            Agency = $"清溪县应急管理局{Escape}",
            Level = AgencyLevel.Department,
            Year = 2023,
            PublishedOn = new DateOnly(2024, 2, 2),
            SignedOn = new DateOnly(2024, 1, 8),
            Sections = [new ReportSection(1, "一、总体情况　", Place.AtLine(9, 1)), new ReportSection(2, "二、主动公开政府信息情况", Place.AtParagraph(4))],
            Tables =
            [
                With(forms[ReportTable.Proactive], TableProof.Unchecked, c => c.Column.Id switch
                {
                    "amount" => new CellReading(CellState.Number, 25.10m, "251000元", Place.AtTableCell(1, 9, 2)),
                    "inForce" => new CellReading(CellState.Dash, 0, "/", Place.AtTableCell(1, 2, 4)),
                    "repealed" => new CellReading(CellState.Blank, 0, "", Place.AtTableCell(1, 2, 3)),
                    _ => Number(55009, c.Index),
                }),
                With(forms[ReportTable.Requests], TableProof.Inconsistent, c => c.Address == wrong ? Number(12, 93) : c switch
                {
                    { Row.Id: "received", Column.Id: "person" or "total" } => Number(13, c.Index),
                    { Row.Id: "granted", Column.Id: "business" } => new CellReading(CellState.Ambiguous, 0, "80", Place.AtLine(30, 5), [null, 8, 80]),
                    { Column.Id: "research" } => CellReading.Absent,
                    { Row.Id: "other.other" } => new CellReading(CellState.Unreadable, 0, "见\u0007附图", Place.Nowhere),
                    _ => Number(0, c.Index),
                }),
                TableReading.None(forms[ReportTable.Remedies]),
            ],
            Notes = [new ReaderNote(ReaderNotes.UnitConverted, "收费金额写的是“251000元”，换算为 25.1 万元。", [new CellAddress(ReportTable.Proactive, "charges", "amount")])],
        };
        return new CheckedReport(reading,
        [
            new Finding("L01", Severity.Error, $"总计应为 13，印的是 12。{Escape}", [wrong], [new Quote($"收到申请 13 件\r\n{Escape}", 1, Place.AtLine(12, 3))], [new Suggestion(wrong, 13)]),
            new Finding("E90", Severity.Warning, "没有落款。", [], [], []),
        ]);
    }

    /// <summary>按文件名作答的假检查：clean、wrong、bad，其余为正常。</summary>
    public static CheckedFile ByName(string file, ReadOnlyMemory<byte> content) => Path.GetFileName(file) switch
    {
        var name when name.StartsWith("wrong", StringComparison.Ordinal) => new CheckedFile(file, [Rich()], null),
        var name when name.StartsWith("bad", StringComparison.Ordinal) => new CheckedFile(file, [], new ReadError("report.notFound", "没有找到年度报告。")),
        var name when name.StartsWith("fault", StringComparison.Ordinal) => throw new InvalidOperationException(name),
        _ => new CheckedFile(file, [Clean(file)], null),
    };

    private static CellReading Number(decimal value, int line) => new(CellState.Number, value, $"{value}", Place.AtLine(line + 1, 2));

    private static TableReading Zeros(ReportTable table, TableProof proof) => With(ReportForms.V2021[table], proof, c => Number(0, c.Index));

    private static TableReading With(FormTable form, TableProof proof, Func<FormCell, CellReading> cell) => new(form, [.. form.Cells.Select(cell)], proof);
}
