using Gongkai.Core.Reports;
using Gongkai.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;

namespace Gongkai.Workbench.Tests.Fakes;

/// <summary>手工做的结果：文件名决定是哪一种，页面的每种状态都有。</summary>
public static class FakeReports
{
    private static readonly string[] Columns = ["person", "business", "research", "socialOrg", "legalService", "otherOrg", "total"];

    /// <summary>充当检查：<c>unreadable*</c> 读不了，<c>crash*</c> 出错，<c>clean*</c> 没有问题，<c>two*</c> 两份，<c>quoted*</c> 有正文和引文，其余样样都有；名字里有 2022 的是上一年的。</summary>
    public static CheckedFile Check(string name, ReadOnlyMemory<byte> content, CheckOptions options) => name switch
    {
        _ when name.Contains("扫描", StringComparison.Ordinal) => new CheckedFile(name, [], new ReadError("report.pictures", "这个文件里只有图片，没有可以读的文字。请用原来的 Word 文件或网页再试。")),
        _ when name.StartsWith("crash", StringComparison.Ordinal) => throw new InvalidOperationException("A fake fault."),
        _ when name.StartsWith("clean", StringComparison.Ordinal) => new CheckedFile(name, [Clean(name, 0)], null),
        _ when name.StartsWith("two", StringComparison.Ordinal) => new CheckedFile(name, [Clean(name, 0), Clean(name, 1)], null),
        _ when name.StartsWith("quoted", StringComparison.Ordinal) => new CheckedFile(name, [Quoted(name)], null),
        _ => new CheckedFile(name, [Rich(name)], null),
    };

    /// <summary>充当读上年的文件。</summary>
    public static FileReading Read(string name, ReadOnlyMemory<byte> content)
    {
        var file = Check(name, content, new CheckOptions(new DateOnly(2024, 4, 30), RegionProfile.National));
        return new FileReading(name, [.. file.Reports.Select(r => r.Reading)], file.Error);
    }

    /// <summary>真读出来的一份：正文里有两句被引用，一句是来捣乱的，一句在表三的问题里也引到。</summary>
    private static CheckedReport Quoted(string name)
    {
        const string Hostile = "<x-a onclick=alert(1)>2022年，本机关继续推进公开。";
        const string Denial = "全年未收到政府信息公开申请。";
        var text = Specimen.Print(new SpecimenChanges { Sections = [(1, $"本机关按时公开。\n{Hostile}{Denial}\n其余照常。")], Cells = [("requests.received.person", "3")] });
        var reading = ReportReader.Read(name, System.Text.Encoding.UTF8.GetBytes(text)).Reports[0];
        Quote Said(string said) => reading.Narrative.QuoteSentence(reading.Narrative.Letters.IndexOf(said[..8], StringComparison.Ordinal));
        return new CheckedReport(reading,
            [
                new Finding("E06", Severity.Error, "正文说没有收到申请，表三本年新收的总计不是 0。", [Cell("received", "total")], [Said(Denial)], []),
                new Finding("E16", Severity.Warning, "正文写到 2022 年。", [], [Said("本机关继续推进公开")], []),
                new Finding("L01", Severity.Error, "表三自然人收办不守恒。应改为 0；请核对。", [Cell("received", "person")], [], [new Suggestion(Cell("received", "person"), 0)]),
                new Finding("L03", Severity.Error, "表三新收一行各列之和不对。应改为 0；请核对。", [Cell("received", "total")], [], [new Suggestion(Cell("received", "person"), 0)]),
            ]);
    }

    private static CheckedReport Clean(string name, int index)
    {
        var requests = Requests();
        requests["total"] = [13, 2, 0, 0, 1, 0, 16];
        return new CheckedReport(
            Report(name, index, "清溪县医疗保障局", [Proactive(), Table(requests, TableProof.Consistent), Remedies(TableProof.Consistent, [1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])], []),
            []);
    }

    private static CheckedReport Rich(string name)
    {
        var requests = Requests();
        var table = Table(requests, TableProof.Inconsistent, (row, column, cell) => (row, column) switch
        {
            ("refused.stateSecret", "research") => new CellReading(CellState.Blank, 0, "", cell.Place),
            ("refused.prohibitedByLaw", _) => new CellReading(CellState.Dash, 0, "/", cell.Place),
            ("other.other", not "total") => CellReading.Absent,
            ("unprocessed.repeated", "person") => new CellReading(CellState.Ambiguous, 0, "01", cell.Place, [0, 1, null]),
            ("unprocessed.publication", "socialOrg") => new CellReading(CellState.Unreadable, 0, "\uFFFC", cell.Place),
            _ => cell,
        });
        return new CheckedReport(
            Report(name, 0, "清溪县应急管理局", [Proactive(), table, Remedies(TableProof.Inconsistent, [1, 0, 0, 0, 1, 2, 1, 0, 0, 4, 0, 0, 0, 0, 0])],
                [
                    new ReaderNote(ReaderNotes.StrayDropped, "（六）其他处理一行前有一个游离的 0，不属于任何一格，没有采用。", [Cell("other.other", "person")]),
                    new ReaderNote(ReaderNotes.RowShifted, "行政执法案卷一行向左错了一格，按标签移回，移回后勾稽关系成立。", [Cell("refused.enforcementFile", "person")]),
                ]),
            [
                new Finding("L03", Severity.Error, "（七）总计一行各列之和是 16，总计列印的是 15。改为 16 后，这一行、这一列和收办平衡三处勾稽关系全部成立。",
                    [Cell("total", "total")], [], [new Suggestion(Cell("total", "total"), 16)]),
                new Finding("E06", Severity.Error, "正文说没有收到申请，表三本年新收的总计是 16 件。请核对是正文漏写还是表三误填。",
                    [Cell("received", "total")], [new Quote("全年未收到政府信息公开申请。", 1, Place.AtLine(9, 14))], []),
                new Finding("L04", Severity.Error, "未经复议直接起诉：各结果之和是 3，总计印的是 4。改总计或改任何一项结果都能使之相等，请对照案卷。",
                    [.. ReportForms.V2021[ReportTable.Remedies].Cells.Where(c => c.Row.Id == "directLawsuit").Select(c => c.Address)], [], []),
                new Finding("E21", Severity.Warning, "报告的标题年度是 2023 年，正文第一部分仍写“2022年”，可能是沿用上年文字。",
                    [], [new Quote("2022年，县应急管理局继续推进政府信息公开<script>alert(1)</script>。", 1, Place.AtLine(8, 1))], []),
                new Finding("E30", Severity.Info, "第六部分没有说明是否收取信息处理费，国办发〔2020〕文要求报告。", [], [], []),
            ]);
    }

    private static ReportReading Report(string file, int index, string agency, IReadOnlyList<TableReading> tables, IReadOnlyList<ReaderNote> notes) => new()
    {
        File = file,
        Index = index,
        Agency = agency,
        Level = AgencyLevel.Department,
        Year = file.Contains("2022", StringComparison.Ordinal) ? 2022 : 2023,
        SignedOn = new DateOnly(2024, 1, 8),
        PublishedOn = new DateOnly(2024, 2, 2),
        Sections = [.. ReportForms.V2021.Sections.Select(s => new ReportSection(s.Number, s.Heading, Place.AtLine(8 + (s.Number * 12), 1)))],
        Tables = tables,
        Notes = notes,
    };

    private static TableReading Proactive()
    {
        decimal[] values = [0, 0, 0, 2, 1, 7, 213, 58, 4, 14.67m];
        return new TableReading(ReportForms.V2021[ReportTable.Proactive], [.. values.Select((v, i) => Number(v, 20 + i, 3))], TableProof.Unchecked);
    }

    private static TableReading Remedies(TableProof proof, decimal[] values) =>
        new(ReportForms.V2021[ReportTable.Remedies], [.. values.Select((v, i) => Number(v, 74, 1 + (i * 2)))], proof);

    private static Dictionary<string, decimal[]> Requests() => new()
    {
        ["received"] = [12, 3, 0, 0, 1, 0, 16],
        ["carriedIn"] = [1, 0, 0, 0, 0, 0, 1],
        ["granted"] = [6, 2, 0, 0, 1, 0, 9],
        ["partlyGranted"] = [2, 0, 0, 0, 0, 0, 2],
        ["refused.thirdPartyRights"] = [1, 0, 0, 0, 0, 0, 1],
        ["refused.enforcementFile"] = [1, 0, 0, 0, 0, 0, 1],
        ["unavailable.notHeld"] = [2, 0, 0, 0, 0, 0, 2],
        ["unprocessed.petition"] = [1, 0, 0, 0, 0, 0, 1],
        ["total"] = [13, 2, 0, 0, 1, 0, 15],
        ["carriedOut"] = [0, 1, 0, 0, 0, 0, 1],
    };

    private static TableReading Table(Dictionary<string, decimal[]> rows, TableProof proof, Func<string, string, CellReading, CellReading>? change = null)
    {
        var form = ReportForms.V2021[ReportTable.Requests];
        return new TableReading(
            form,
            [
                .. form.Cells.Select(c =>
                {
                    var column = Array.IndexOf(Columns, c.Column.Id);
                    var cell = Number(rows.GetValueOrDefault(c.Row.Id)?[column] ?? 0, 40 + (c.Index / 7), 20 + (2 * column));
                    return change?.Invoke(c.Row.Id, c.Column.Id, cell) ?? cell;
                }),
            ],
            proof);
    }

    private static CellReading Number(decimal value, int line, int column) =>
        new(CellState.Number, value, value.ToString(System.Globalization.CultureInfo.InvariantCulture), Place.AtLine(line, column));

    private static CellAddress Cell(string row, string column) => new(ReportTable.Requests, row, column);
}
