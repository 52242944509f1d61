using Gongkai.Portal.Applying;
using Gongkai.UseCases.Agencies;
using Gongkai.UseCases.Law;

namespace Gongkai.Portal.Pages.Apply;

/// <summary>代理人，与阅读困难等需要的帮助（条例第四十三条）。</summary>
public sealed class HelpModel(AgencyDirectory agencies, DraftBox box, LawBook law) : StepPage(agencies, box, law)
{
    /// <inheritdoc/>
    public override FormStep Current => Steps.All[5];

    /// <inheritdoc/>
    protected override Draft Fill(Draft draft) => draft with
    {
        AgentName = Said("AgentName"),
        AgentNumber = Said("AgentNumber"),
        AgentTelephone = Said("AgentTelephone"),
        Assistance = Said("Assistance"),
    };
}
