using Gongkai.Portal.Applying;
using Gongkai.UseCases.Agencies;
using Gongkai.UseCases.Law;

namespace Gongkai.Portal.Pages.Apply;

/// <summary>怎样获取（条例第二十九条、第四十条）。</summary>
public sealed class DeliveryModel(AgencyDirectory agencies, DraftBox box, LawBook law) : StepPage(agencies, box, law)
{
    /// <inheritdoc/>
    public override FormStep Current => Steps.All[3];

    /// <inheritdoc/>
    protected override Draft Fill(Draft draft) => draft with
    {
        Delivery = Said("Delivery"),
    };
}
