using Gongkai.UseCases.Requests;
using Gongkai.Workbench.Cases;
using Gongkai.Workbench.Parts;

namespace Gongkai.Workbench.Pages.Reports;

/// <summary>登记簿：全部申请，可以筛选、打印、导出。</summary>
public sealed class RegisterModel(ListRequests list) : StaffPage
{
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
        List = await list.RunAsync(Actor, Query.Filter, cancellation);
    }

    /// <summary>另一页的地址。</summary>
    public string PageAddress(int page) => Url.Content($"~/register{(Query.Text.Length == 0 ? "?" : Query.Text + "&")}p={page}");
}
