using Gongkai.Storage.Rows;
using Gongkai.UseCases.Agencies;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Portal.Pages;

/// <summary>一个机关：公开指南里的事实，怎样申请，收费与救济。</summary>
public sealed class AgencyModel(AgencyDirectory agencies) : PageModel
{
    /// <summary>机关。</summary>
    public AgencyRow Agency { get; private set; } = null!;

    /// <summary>显示。</summary>
    public async Task OnGetAsync(string slug, CancellationToken cancellation) => Agency = await agencies.FindAsync(slug, cancellation);
}
