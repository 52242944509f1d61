using Gongkai.Portal.Applying;
using Gongkai.UseCases.Agencies;
using Gongkai.UseCases.Law;

namespace Gongkai.Portal.Pages.Apply;

/// <summary>姓名或者名称，与身份证明（条例第二十九条）。</summary>
public sealed class IdentityModel(AgencyDirectory agencies, DraftBox box, LawBook law) : StepPage(agencies, box, law)
{
    /// <inheritdoc/>
    public override FormStep Current => Steps.All[1];

    /// <inheritdoc/>
    protected override Draft Fill(Draft draft) => draft with
    {
        Name = Said("Name"),
        IdKind = Said("IdKind"),
        IdNumber = Said("IdNumber"),
        Representative = Said("Representative"),
    };
}
