using Gongkai.Core.Reports;
using Gongkai.Reports;
using Gongkai.Reports.Writing.Printing;
using Gongkai.WebKit;

namespace Gongkai.Workbench.Checks;

/// <summary>首页上的示意：表三的四行，其中一格错了，旁边是指出它的问题。行、列、标签取自格式，数是虚构的。</summary>
/// <param name="Table">照印的四行。</param>
/// <param name="Card">旁边的问题。</param>
public sealed record Glimpse(PrintedTable Table, FindingCard Card)
{
    private static readonly (string Row, int[] Values)[] Rows =
    [
        ("received", [12, 3, 0, 0, 1, 0, 16]),
        ("carriedIn", [1, 0, 0, 0, 0, 0, 1]),
        ("total", [13, 2, 0, 0, 1, 0, 15]),
        ("carriedOut", [0, 1, 0, 0, 0, 0, 1]),
    ];

    /// <summary>示意只有一份，人人看的都一样。</summary>
    public static Glimpse Shown { get; } = Make();

    private static Glimpse Make()
    {
        var full = ReportForms.V2021[ReportTable.Requests];
        FormRow[] rows = [.. Rows.Select(r => full.Rows.First(f => f.Id == r.Row) with { Group = null })];
        FormCell[] cells = [.. rows.SelectMany(r => full.Columns, (row, column) => full.Find(row.Id, column.Id)! with { Row = row })];
        cells = [.. cells.Select((cell, index) => cell with { Index = index })];
        FormTable form = new(full.Form, full.Table, rows, full.Columns, cells, []);

        var place = 41;
        CellReading[] readings =
        [
            .. Rows.SelectMany(r => r.Values, (r, value) => new CellReading(CellState.Number, value, $"{value}", Place.AtLine(place + Array.IndexOf(Rows, r), 1))),
        ];
        var wrong = form.Find("total", "total")!;
        Finding finding = new("L03", Severity.Error, "", [wrong.Address], [], [new Suggestion(wrong.Address, 16)]);
        CellLink link = new(PrintedTable.Anchor(wrong.Address), wrong.Name);
        FindingCard card = new(
            1, finding.Severity, [new RuleLink(finding.Rule, "", true)],
            ["这一行各列相加是 16，总计印的是 15。改为 16 后，行、列和收办平衡的勾稽关系都成立。"], "", [new FindingMend(link, "15", "16")], [], 0, "", [], "");
        return new Glimpse(TablePrinter.Print(new TableReading(form, readings, TableProof.Inconsistent), new CellMarks([finding])), card);
    }
}
