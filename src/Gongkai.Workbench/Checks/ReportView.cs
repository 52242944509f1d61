using Gongkai.Core.Reports;
using Gongkai.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Writing;
using Gongkai.Reports.Writing.Printing;
using Gongkai.WebKit;

namespace Gongkai.Workbench.Checks;

/// <summary>结果页上的一张表：标题、证明、照印的表、旁边的问题。</summary>
/// <param name="Heading">所在部分的官方标题。</param>
/// <param name="Reading">读数。</param>
/// <param name="Printed">照印的表；没有读到任何一格时为 null。</param>
/// <param name="Linkages">勾稽关系的点数。</param>
/// <param name="Findings">旁边的问题。</param>
public sealed record TableView(string Heading, TableReading Reading, PrintedTable? Printed, LinkageJudgement Linkages, IReadOnlyList<FindingCard> Findings)
{
    /// <summary>在页内的锚点。</summary>
    public string Anchor => Reading.Form.Table.Key();

    /// <summary>勾稽关系的点数，一句话；没有勾稽关系时为空串。</summary>
    public string Counts
    {
        get
        {
            if (Reading.Form.Linkages.Count == 0 || Printed is null)
            {
                return "";
            }

            var counts = $"{Reading.Form.Linkages.Count} 处勾稽关系：{Linkages.Holds} 处成立";
            counts += Linkages.Broken > 0 ? $"，{Linkages.Broken} 处不成立" : "";
            return counts + (Linkages.Unknown > 0 ? $"，{Linkages.Unknown} 处因有格未知不能断定" : "") + "。";
        }
    }
}

/// <summary>结果页上的一份报告。</summary>
public sealed class ReportView
{
    private const int CellsShown = 12;
    private const int QuoteLimit = 300;
    private const int MessageLimit = 1000;

    private readonly CheckedReport _report;

    /// <summary>把一份查过的报告排成页面要的样子。</summary>
    public ReportView(CheckedReport report)
    {
        _report = report;
        var marks = new CellMarks(report.Findings);
        var cards = report.Findings.Select((f, index) => (Table: TableOf(f), Card: Card(f, index + 1))).ToArray();
        Tables =
        [
            .. Reading.Tables.Select(table => new TableView(
                HeadingOf(table),
                table,
                table.Proof is TableProof.Absent or TableProof.Unreadable ? null : TablePrinter.Print(table, marks),
                new LinkageJudgement(table),
                [.. cards.Where(c => c.Table == table.Form.Table).Select(c => c.Card)])),
        ];
        Elsewhere = [.. cards.Where(c => c.Table is null).Select(c => c.Card)];
    }

    /// <summary>读数。</summary>
    public ReportReading Reading => _report.Reading;

    /// <summary>三张表。</summary>
    public IReadOnlyList<TableView> Tables { get; }

    /// <summary>不在任何一张表上的问题。</summary>
    public IReadOnlyList<FindingCard> Elsewhere { get; }

    /// <summary>读者说明：代号、说法、涉及的格。</summary>
    public IEnumerable<(string Code, string Message, IReadOnlyList<CellLink> Cells, int More)> Notes => Reading.Notes.Select(n =>
        (n.Code, DisplayText.Clean(n.Message, MessageLimit), (IReadOnlyList<CellLink>)Links(n.Cells), Math.Max(0, n.Cells.Count - CellsShown)));

    /// <summary>单位名称；看不出时照实说。</summary>
    public string Agency => DisplayText.Clean(Reading.Agency, 60) is { Length: > 0 } agency ? agency : "看不出单位名称";

    /// <summary>年度，如「2023 年度」；看不出时照实说。</summary>
    public string Year => Reading.Year is { } year ? $"{year} 年度" : "看不出年度";

    /// <summary>格式，如「2021 年格式」；三张表不一样时逐张说。</summary>
    public string Form => Reading.Tables.Where(t => t.Proof is not TableProof.Absent).Select(t => t.Form.Form).Distinct().Count() > 1
        ? string.Join("，", Reading.Tables.Where(t => t.Proof is not TableProof.Absent).Select(t => $"{t.Form.Table.ShortName()} {t.Form.Form} 年格式"))
        : $"{Reading.Form} 年格式";

    /// <summary>页面标题。</summary>
    public string Title => $"{Agency} {Year}";

    private static string HeadingOf(TableReading table) =>
        ReportForms.All.First(f => f.Id == table.Form.Form).Sections[1 + (int)table.Form.Table].Heading;

    private static ReportTable? TableOf(Finding finding) =>
        finding.Suggestions.Select(s => s.Cell).Concat(finding.Cells).Select(c => (ReportTable?)c.Table).FirstOrDefault();

    private FindingCard Card(Finding finding, int number)
    {
        var rule = RuleCatalogue.Find(finding.Rule);
        CellAddress[] others = [.. finding.Cells.Except(finding.Suggestions.Select(s => s.Cell))];
        var (lead, links) = Together(others);
        return new FindingCard(
            number,
            finding.Severity,
            DisplayText.Clean(finding.Rule, 20),
            rule?.Title ?? "",
            DisplayText.Clean(finding.Message, MessageLimit),
            [.. finding.Suggestions.Select(s => new FindingMend(Link(s.Cell), CellWords.Value(Cell(s.Cell)), PrintedTable.Show(s.Value)))],
            links,
            Math.Max(0, others.Length - CellsShown),
            lead,
            [.. finding.Quotes.Take(CellsShown).Select(Quote)],
            rule?.Basis ?? "");
    }

    /// <summary>几格同在一行（或一列）时，行名只说一遍，链接上只写列名。</summary>
    private (string Lead, CellLink[] Links) Together(CellAddress[] cells)
    {
        var links = Links(cells);
        FormCell[] forms = [.. cells.Take(CellsShown).Select(c => Reading[c.Table].Form.Find(c.Row, c.Column)).OfType<FormCell>()];
        if (forms.Length < 2 || forms.Length != links.Length)
        {
            return ("", links);
        }

        if (forms.All(f => f.Address.Table == forms[0].Address.Table && f.Row.Id == forms[0].Row.Id))
        {
            return ($"“{forms[0].Row.Label}”的", [.. links.Zip(forms, (link, form) => link with { Name = form.Column.Label })]);
        }

        return forms.All(f => f.Address.Table == forms[0].Address.Table && f.Column.Id == forms[0].Column.Id)
            ? ($"“{forms[0].Column.Label}”列的", [.. links.Zip(forms, (link, form) => link with { Name = form.Row.Label })])
            : ("", links);
    }

    private CellLink[] Links(IReadOnlyList<CellAddress> cells) => [.. cells.Take(CellsShown).Select(Link)];

    private CellLink Link(CellAddress cell)
    {
        var form = Reading[cell.Table].Form.Find(cell.Row, cell.Column);
        return new CellLink(PrintedTable.Anchor(cell), form?.Name ?? cell.ToString());
    }

    private CellReading Cell(CellAddress cell) => Reading[cell.Table][cell.Row, cell.Column];

    private static FindingQuote Quote(Quote quote)
    {
        string[] where =
        [
            .. quote.Section is { } section and >= 1 and <= 6 ? [$"第{"一二三四五六"[section - 1]}部分"] : Array.Empty<string>(),
            .. quote.Place.ToString() is { Length: > 0 } place ? [place] : Array.Empty<string>(),
        ];
        return new FindingQuote(DisplayText.Clean(quote.Text, QuoteLimit), string.Join(" · ", where));
    }
}
