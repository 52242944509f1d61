using Gongkai.Portal.Applying;
using Gongkai.UseCases.Agencies;
using Gongkai.UseCases.Law;

namespace Gongkai.Portal.Pages.Apply;

/// <summary>要什么信息：名称、文号或者便于查询的其他特征（条例第二十九条）。</summary>
public sealed class WhatModel(AgencyDirectory agencies, DraftBox box, LawBook law) : StepPage(agencies, box, law)
{
    /// <inheritdoc/>
    public override FormStep Current => Steps.All[2];

    /// <inheritdoc/>
    protected override Draft Fill(Draft draft) => draft with
    {
        Subject = Said("Subject"),
        Description = Said("Description"),
    };
}
