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
    private const int QuotesShown = 12;
    private const int QuoteLimit = 400;
    private const int MessageLimit = 1000;

    private readonly CheckEntry _entry;
    private readonly TextView _text;

    /// <summary>把一份查过的报告排成页面要的样子。</summary>
    public ReportView(CheckEntry entry)
    {
        (_entry, Reading) = (entry, entry.Report!.Reading);
        _text = new TextView(entry.Text);
        var groups = FindingGroup.Of(entry.Report.Findings);
        (ReportTable? Table, FindingCard Card)[] cards = [.. groups.Select((g, index) => (TableOf(g), Card(g, index + 1)))];

        // 一组在页上是一张卡片，格上的记号也指向它：照组并成一条，序号才对得上。
        var marks = new CellMarks([.. groups.Select(g => new Finding(
            DisplayText.Clean(string.Join('、', g.Codes), 60), g.Severity, "", [.. g.Cells], [], g.Suggestions))]);
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
        Parts = _text.Parts();
        CardCount = cards.Length;
    }

    /// <summary>读数。</summary>
    public ReportReading Reading { get; }

    /// <summary>三张表。</summary>
    public IReadOnlyList<TableView> Tables { get; }

    /// <summary>不在任何一张表上的问题。</summary>
    public IReadOnlyList<FindingCard> Elsewhere { get; }

    /// <summary>共几张问题卡片。</summary>
    public int CardCount { get; }

    /// <summary>正文各部分，引用的句子标出。</summary>
    public IReadOnlyList<TextPart> Parts { get; }

    /// <summary>正文太长，后面的没有列。</summary>
    public bool TextIsCut => _text.IsCut;

    /// <summary>拿来相比的上年报告的文件名；没有时为 null。</summary>
    public string? PreviousFile => _entry.PreviousFile;

    /// <summary>读者说明：代号、说法、涉及的格。</summary>
    public IEnumerable<(string Code, string Message, IReadOnlyList<CellLink> Cells, int More)> Notes => Reading.Notes.Select(n =>
        (n.Code, DisplayText.Clean(n.Message, MessageLimit), (IReadOnlyList<CellLink>)Links(n.Cells), Math.Max(0, n.Cells.Count - CellsShown)));

    /// <summary>单位名称；看不出时照实说。</summary>
    public string Agency => AgencyOf(Reading);

    /// <summary>年度，如「2023 年度」；看不出时照实说。</summary>
    public string Year => Reading.Year is { } year ? $"{year} 年度" : "看不出年度";

    /// <summary>格式，如「2021 年格式」；三张表不一样时逐张说。</summary>
    public string Form => Reading.Tables.Where(t => t.Proof is not TableProof.Absent).Select(t => t.Form.Form).Distinct().Count() > 1
        ? string.Join("，", Reading.Tables.Where(t => t.Proof is not TableProof.Absent).Select(t => $"{t.Form.Table.ShortName()} {t.Form.Form} 年格式"))
        : $"{Reading.Form} 年格式";

    /// <summary>页面标题。</summary>
    public string Title => $"{Agency} {Year}";

    /// <summary>单位名称；看不出时照实说。</summary>
    public static string AgencyOf(ReportReading reading) => DisplayText.Clean(reading.Agency, 60) is { Length: > 0 } agency ? agency : "看不出单位名称";

    private static string HeadingOf(TableReading table) =>
        ReportForms.All.First(f => f.Id == table.Form.Form).Sections[1 + (int)table.Form.Table].Heading;

    private static ReportTable? TableOf(FindingGroup group) =>
        group.Suggestions.Select(s => s.Cell).Concat(group.Cells).Select(c => (ReportTable?)c.Table).FirstOrDefault();

    private FindingCard Card(FindingGroup group, int number)
    {
        CellAddress[] others = [.. group.Cells];
        var (lead, links) = Together(others);
        string[] codes = [.. group.Codes.Select(c => DisplayText.Clean(c, 20))];
        return new FindingCard(
            number,
            group.Severity,
            [.. codes.Select(c => new RuleLink(c, RuleCatalogue.Find(c)?.Title ?? "", RuleCatalogue.Find(c) is not null))],
            [.. group.Sentences.Select(s => DisplayText.Clean(s, MessageLimit))],
            DisplayText.Clean(group.Advice, MessageLimit),
            [.. group.Suggestions.Select(s => new FindingMend(Link(s.Cell), CellWords.Value(Cell(s.Cell)), PrintedTable.Show(s.Value)))],
            links,
            Math.Max(0, others.Length - CellsShown),
            lead,
            [.. group.Quotes.Take(QuotesShown).Select(q => Quote(q, number, string.Join('、', codes), Words.ToneOf(group.Severity)))],
            string.Join("；", group.Bases));
    }

    private FindingQuote Quote(Quote quote, int number, string rules, Tone tone)
    {
        var text = DisplayText.Clean(quote.Text, QuoteLimit);
        return new FindingQuote(text, FindingGroup.Where(quote), _text.Quote(quote, text, number, rules, tone));
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

    private CellLink Link(CellAddress cell) => new(PrintedTable.Anchor(cell), FindingGroup.NameOf(Reading, cell));

    private CellReading Cell(CellAddress cell) => Reading[cell.Table][cell.Row, cell.Column];
}
