using Gongkai.UseCases.Oversight;
using Gongkai.Workbench.Parts;

namespace Gongkai.Workbench.Pages.Oversight;

/// <summary>督办：所管各机关的件数与逾期。</summary>
public sealed class IndexModel(OverseeAgencies oversee) : StaffPage
{
    /// <summary>各机关的样子。</summary>
    public OversightView View { get; private set; } = null!;

    /// <summary>显示。</summary>
    public async Task OnGetAsync(CancellationToken cancellation) => View = await oversee.RunAsync(Actor, cancellation);
}
