using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.UseCases;
using Gongkai.UseCases.Requests;
using Gongkai.Workbench.Cases;

namespace Gongkai.Workbench.Pages.Requests;

/// <summary>给申请人的收件回执，有登记编号与查询码；可以再印。</summary>
public sealed class ReceiptModel(SeeApplicant see) : CasePage
{
    /// <summary>纸件上缺的、写错的，收下之后要告知补正；没有登记补正之前才提。</summary>
    public IReadOnlyList<InputProblem> Lacks =>
        View.Papers is { } papers && !View.Request.Events.OfType<SupplementAsked>().Any() ? FilingCheck.Lacks(papers.Applicant, papers.Description, View.Today) : [];

    /// <summary>接收的机构：名称里已经有机关名称的，不再写一遍。</summary>
    public string Office => View.Agency.DisclosureOffice is { Length: > 0 } office
        ? office.StartsWith(View.Agency.Name, StringComparison.Ordinal) ? office : $"{View.Agency.Name} {office}"
        : View.Agency.Name;

    /// <summary>收下、录入这一件的人；网上提交的、已经离任的为 null，留空手签。</summary>
    public string? TakenBy => View.History is [var first, ..] ? View.Staff.GetValueOrDefault(first.ActorId) : null;

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
