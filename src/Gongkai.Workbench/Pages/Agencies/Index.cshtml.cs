using Gongkai.UseCases.Agencies;
using Gongkai.Workbench.Parts;

namespace Gongkai.Workbench.Pages.Agencies;

/// <summary>机关树。</summary>
public sealed class IndexModel(ManageAgencies agencies) : StaffPage
{
    /// <summary>各机关，按树的次序。</summary>
    public IReadOnlyList<AgencyLine> Lines { get; private set; } = [];

    /// <summary>能加机关。</summary>
    public bool MayAdd { get; private set; }

    /// <summary>显示。</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Lines = await agencies.ListAsync(Actor, cancellation);
        MayAdd = ManageAgencies.MayChangeStructure(Actor);
    }
}
