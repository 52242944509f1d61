using Gongkai.Letters.Remedies;
using Gongkai.Storage.Rows;
using Gongkai.UseCases.Agencies;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Letters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Portal.Pages;

/// <summary>一个机关：公开指南里的事实，怎样申请，收费与救济。</summary>
public sealed class AgencyModel(AgencyDirectory agencies, AgencyFactsOf facts, LawBook law) : PageModel
{
    /// <summary>机关。</summary>
    public AgencyRow Agency { get; private set; } = null!;

    /// <summary>公开指南里它自己写的几项。</summary>
    public AgencyGuide Guide { get; private set; } = null!;

    /// <summary>行政复议机关，与答复书上写的相同；几个的择一，推不出的为空。</summary>
    public IReadOnlyList<string> ReconsiderationBodies { get; private set; } = [];

    /// <summary>显示。</summary>
    public async Task OnGetAsync(string slug, CancellationToken cancellation)
    {
        Agency = await agencies.FindAsync(slug, cancellation);
        Guide = AgencyGuide.Of(Agency);
        ReconsiderationBodies = RemedyText.BodiesOf(await facts.OfAsync(Agency, cancellation), law.Today);
    }
}
