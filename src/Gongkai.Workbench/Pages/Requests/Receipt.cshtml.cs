using Gongkai.Core.Agencies;
using Gongkai.UseCases;
using Gongkai.UseCases.Requests;
using Gongkai.Workbench.Cases;

namespace Gongkai.Workbench.Pages.Requests;

/// <summary>给申请人的收件回执，有登记编号与查询码；可以再印。</summary>
public sealed class ReceiptModel(SeeApplicant see) : CasePage
{
    /// <summary>显示。</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Actor.Demand(View.Row.AgencyId, StaffRole.Officer, StaffRole.DisclosureHead);
        if (View.Papers is null)
        {
            throw new NoSuchThingException();
        }

        await see.RunAsync(Actor, View, cancellation);
    }
}
