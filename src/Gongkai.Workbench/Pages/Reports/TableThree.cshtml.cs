using Gongkai.Core.Reports;
using Gongkai.Core.Requests;
using Gongkai.Reports;
using Gongkai.Reports.Writing.Printing;
using Gongkai.UseCases;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Reports;
using Gongkai.Workbench.Cases;
using Gongkai.Workbench.Parts;

namespace Gongkai.Workbench.Pages.Reports;

/// <summary>表三：任一机关、任一段时间，照原样印出，每一格点得开。</summary>
public sealed class TableThreeModel(CountTableThree count, LawBook law) : StaffPage
{
    private static readonly FormTable Form = ReportForms.V2021.Tables.Single(t => t.Table == ReportTable.Requests);

    /// <summary>数哪一段。</summary>
    public TableThreeQuery Query { get; private set; } = null!;

    /// <summary>他数得到的机关。</summary>
    public IReadOnlyList<KeyValuePair<int, string>> Agencies { get; private set; } = [];

    /// <summary>排好的表；没有可数的为 null。</summary>
    public PrintedTable? Table { get; private set; }

    /// <summary>含下级时数的各机关，它自己在内；没有下级、或者不都归他看的，为空。</summary>
    public IReadOnlyList<KeyValuePair<int, string>> Whole { get; private set; } = [];

    /// <summary>要含下级，而它没有下级、或者不都归他看：只数了它自己。</summary>
    public bool IsAlone { get; private set; }

    /// <summary>机关的名称。</summary>
    public string AgencyName => (Agencies.FirstOrDefault(a => a.Key == Query.Agency).Value ?? "") + (Query.WithLower ? "（含下级）" : "");

    /// <summary>表头与表身。</summary>
    public IEnumerable<(string Part, IReadOnlyList<PrintedRow> Rows)> Parts => [("thead", Table!.Head), .. Table.Bodies.Select(b => ("tbody", b))];

    /// <summary>数。</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Agencies = await count.AgenciesAsync(Actor, cancellation);
        Query = new TableThreeQuery(Request.Query, law.Today, Agencies);
        if (!Refuses(Query.Problems) && Query.Agency is { } agency)
        {
            Whole = await count.WithLowerAsync(Actor, agency, cancellation);
            if (Query.WithLower && Whole.Count == 0)
            {
                Query.OnlyItself();
                IsAlone = true;
            }

            Table = Print(await count.RunAsync(Actor, Query.WithLower ? [.. Whole.Select(a => a.Key)] : [agency], Query.From, Query.To, cancellation));
        }
    }

    /// <summary>一格的申请列在哪里。</summary>
    public string CellAddress(FormCell cell) => Url.Content($"~/table-three/requests?{Query.Text}&row={cell.Row.Id}&column={cell.Column.Id}");

    /// <summary>要数的各机关。</summary>
    /// <exception cref="NoSuchThingException">没有可数的；含下级而没有下级，或者不都归他看。</exception>
    internal static async Task<IReadOnlyList<int>> AgenciesOfAsync(CountTableThree count, Actor actor, TableThreeQuery query, CancellationToken cancellation) =>
        query.Agency is not { } agency ? throw new NoSuchThingException()
            : !query.WithLower ? [agency]
            : await count.WithLowerAsync(actor, agency, cancellation) is { Count: > 0 } whole ? [.. whole.Select(a => a.Key)] : throw new NoSuchThingException();

    /// <summary>合并的格数；一格的不写。</summary>
    public static int? Span(int span) => span > 1 ? span : null;

    /// <summary>照 2021 年格式排好。</summary>
    public static PrintedTable Print(TableThree table)
    {
        CellReading[] cells = [.. Form.Cells.Select(c => new CellReading(CellState.Number, table[c.Row.Id, c.Column.Id], "", Place.Nowhere))];
        return TablePrinter.Print(new TableReading(Form, cells, TableProof.Consistent), new CellMarks([]));
    }
}
