using Gongkai.Portal.Applying;
using Gongkai.UseCases.Agencies;
using Gongkai.UseCases.Law;

namespace Gongkai.Portal.Pages.Apply;

/// <summary>怎样联系申请人（条例第二十九条）。</summary>
public sealed class ContactModel(AgencyDirectory agencies, DraftBox box, LawBook law) : StepPage(agencies, box, law)
{
    /// <inheritdoc/>
    public override FormStep Current => Steps.All[4];

    /// <inheritdoc/>
    protected override Draft Fill(Draft draft) => draft with
    {
        Telephone = Said("Telephone"),
        Email = Said("Email"),
        Address = Said("Address"),
        PostCode = Said("PostCode"),
    };
}
