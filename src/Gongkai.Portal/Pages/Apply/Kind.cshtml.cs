using Gongkai.Portal.Applying;
using Gongkai.UseCases.Agencies;
using Gongkai.UseCases.Law;

namespace Gongkai.Portal.Pages.Apply;

/// <summary>以什么身份申请：表三的六类。</summary>
public sealed class KindModel(AgencyDirectory agencies, DraftBox box, LawBook law) : StepPage(agencies, box, law)
{
    /// <inheritdoc/>
    public override FormStep Current => Steps.All[0];

    /// <inheritdoc/>
    protected override Draft Fill(Draft draft) => draft with
    {
        Kind = Said("Kind"),

        // 身份换了，另一种身份的证件名称就不再适用。
        IdKind = Said("Kind") == draft.Kind ? draft.IdKind : "",
    };
}
