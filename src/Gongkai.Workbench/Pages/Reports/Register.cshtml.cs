using Gongkai.UseCases.Law;
using Gongkai.UseCases.Requests;
using Gongkai.Workbench.Cases;
using Gongkai.Workbench.Parts;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages.Reports;

/// <summary>登记簿：全部申请，可以筛选、打印、导出。</summary>
public sealed class RegisterModel(ListRequests list, LawBook law, PrivateSearch search) : StaffPage
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
        Query = new RegisterQuery(Request.Query, search);
        Names = await list.NamesAsync(Actor, cancellation);
        if (Refuses(Query.Problems))
        {
            List = new RequestPage([], 0, 1, law.Today);
            return;
        }

        PrintsAll = Request.Query["all"] == "1";
        List = PrintsAll ? await AllAsync(cancellation) : await list.RunAsync(Actor, Query.Filter, cancellation);
    }

    /// <summary>筛选：查找的字封好，再写进地址。</summary>
    public IActionResult OnPost()
    {
        string[] plain = ["agency", "from", "to", "stage", "outcome"];
        var parts = plain.Select(name => (Name: name, Value: Request.Form[name].ToString())).Append((PrivateSearch.Parameter, search.Hide(Request.Form["q"]))).Where(p => p.Item2.Length is > 0 and < 2000);
        return Redirect(Url.Content("~/register") + QueryString.Create(parts.Select(p => KeyValuePair.Create(p.Item1, (string?)p.Item2))));
    }

    /// <summary>另一页的地址。</summary>
    public string PageAddress(int page) => Url.Content($"~/register{(Query.Text.Length == 0 ? "?" : Query.Text + "&")}p={page}");

    private async Task<RequestPage> AllAsync(CancellationToken cancellation)
    {
        var items = await list.AllAsync(Actor, Query.Filter, MostPrinted, cancellation);
        return new RequestPage(items, items.Count, 1, law.Today);
    }
}
