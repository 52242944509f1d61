using Gongkai.Portal.Applying;
using Gongkai.Storage.Rows;
using Gongkai.UseCases;
using Gongkai.UseCases.Agencies;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Portal.Pages.Apply;

/// <summary>填表之前：先查查归不归这个机关、是不是已经公开了，但从不拦着；要准备什么。</summary>
public sealed class StartModel(AgencyDirectory agencies, DraftBox box) : FormPage
{
    private const int LongestQuery = 100;

    /// <summary>机关。</summary>
    public AgencyRow Agency { get; private set; } = null!;

    /// <summary>查的话；没有查为空。</summary>
    public string Query { get; private set; } = "";

    /// <summary>公开指南里提到它的机关，正要申请的这一个在先；没有查为空。</summary>
    public IReadOnlyList<AgencyHit> Hits { get; private set; } = [];

    /// <summary>机关网站上的信息目录；没有登记为空。</summary>
    public string Catalogue => AgencyGuide.Of(Agency).Catalogue;

    /// <summary>是因为草稿没有了才回到这里的。</summary>
    public bool IsLost { get; private set; }

    /// <summary>显示。</summary>
    /// <param name="slug">机关在网页路径里的那一段。</param>
    /// <param name="q">查的话。</param>
    /// <param name="lost">草稿没有了。</param>
    /// <param name="cancellation">取消。</param>
    public async Task OnGetAsync(string slug, string? q, string? lost, CancellationToken cancellation)
    {
        Agency = await agencies.FindAsync(slug, cancellation);
        (Query, IsLost) = (q is null ? "" : q.Trim() is var said && said.Length > LongestQuery ? said[..LongestQuery] : said, lost is not null);
        Hits = [.. (await agencies.SearchAsync(Query, cancellation)).OrderByDescending(h => h.Agency.Id == Agency.Id)];
    }

    /// <summary>开始填写：发给一份新的草稿。</summary>
    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellation)
    {
        Agency = await agencies.FindAsync(slug, cancellation);
        var draft = box.New(slug, Said("matter") == "correction");
        return box.TryKeep(HttpContext, draft)
            ? Redirect($"{Request.PathBase}/apply/{slug}/{draft.Id}/{Steps.All[0].Path}")
            : Again([new InputProblem("", "没有能开始。请再试一次。")]);
    }

    /// <inheritdoc/>
    protected override async Task<IActionResult> StaleAsync(CancellationToken cancellation)
    {
        Agency = await agencies.FindAsync((string)RouteData.Values["slug"]!, cancellation);
        return Stale();
    }
}
