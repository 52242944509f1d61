using Gongkai.UseCases.Law;
using Gongkai.UseCases.Requests;
using Gongkai.Workbench.Cases;
using Gongkai.Workbench.Parts;

namespace Gongkai.Workbench.Pages.Reports;

/// <summary>登记簿：全部申请，可以筛选、打印、导出。</summary>
public sealed class RegisterModel(ListRequests list, LawBook law) : StaffPage
{
    /// <summary>打印时一次最多列几件。</summary>
    public const int MostPrinted = 2000;

    /// <summary>不分页，用来打印。</summary>
    public bool PrintsAll { get; private set; }

    /// <summary>不分页的地址。</summary>
    public string AllAddress => Url.Content($"~/register{(Query.Text.Length == 0 ? "?" : Query.Text + "&")}all=1");

    /// <summary>筛选。</summary>
    public RegisterQuery Query { get; private set; } = null!;

    /// <summary>列出的一页。</summary>
    public RequestPage List { get; private set; } = null!;

    /// <summary>机关与人的名字。</summary>
    public OfficeNames Names { get; private set; } = null!;

    /// <summary>列出。</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Query = new RegisterQuery(Request.Query);
        Names = await list.NamesAsync(Actor, cancellation);
        PrintsAll = Request.Query["all"] == "1";
        List = PrintsAll ? await AllAsync(cancellation) : await list.RunAsync(Actor, Query.Filter, cancellation);
    }

    /// <summary>另一页的地址。</summary>
    public string PageAddress(int page) => Url.Content($"~/register{(Query.Text.Length == 0 ? "?" : Query.Text + "&")}p={page}");

    private async Task<RequestPage> AllAsync(CancellationToken cancellation)
    {
        var items = await list.AllAsync(Actor, Query.Filter, MostPrinted, cancellation);
        return new RequestPage(items, items.Count, 1, law.Today);
    }
}
