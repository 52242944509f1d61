using Gongkai.Core.Reports;
using Gongkai.Reports;
using Gongkai.UseCases;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Reports;
using Gongkai.Workbench.Cases;
using Gongkai.Workbench.Parts;

namespace Gongkai.Workbench.Pages.Reports;

/// <summary>表三的一格数的是哪些申请。</summary>
public sealed class TableThreeCellModel(CountTableThree count, LawBook law) : StaffPage
{
    /// <summary>一页最多列几件。</summary>
    public const int Most = 1000;

    /// <summary>数哪一段。</summary>
    public TableThreeQuery Query { get; private set; } = null!;

    /// <summary>格的名字。</summary>
    public string Name { get; private set; } = "";

    /// <summary>各件。</summary>
    public IReadOnlyList<CountedRequest> Items { get; private set; } = [];

    /// <summary>各机关的名称；含下级时才列。</summary>
    public IReadOnlyDictionary<int, string> Agencies { get; private set; } = new Dictionary<int, string>();

    /// <summary>打得开这一件；主管部门只看得到编号。</summary>
    public bool MayOpen(CountedRequest item) => Actor.HandlingAgencies.Contains(item.AgencyId);

    /// <summary>列出。</summary>
    public async Task OnGetAsync(string? row, string? column, CancellationToken cancellation)
    {
        var agencies = await count.AgenciesAsync(Actor, cancellation);
        Agencies = agencies.ToDictionary();
        Query = new TableThreeQuery(Request.Query, law.Today, agencies);
        BadInputException.ThrowIfAny(Query.Problems);
        var cell = ReportForms.V2021.Tables.Single(t => t.Table == ReportTable.Requests).Find(row ?? "", column ?? "") ?? throw new NoSuchThingException();
        Name = cell.Name;
        Items = await count.RequestsInAsync(Actor, await TableThreeModel.AgenciesOfAsync(count, Actor, Query, cancellation), Query.From, Query.To, cell.Row.Id, cell.Column.Id, cancellation);
    }
}
