using Gongkai.UseCases;
using Gongkai.UseCases.Agencies;
using Gongkai.UseCases.Calendar;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages.Agencies;

/// <summary>加一个机关。</summary>
public sealed class NewModel(ManageAgencies agencies, KeepRegionClock clock) : AgencyPage(agencies, clock)
{
    /// <summary>显示。</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (!MayChangeStructure)
        {
            throw new NotAllowedException([Core.Agencies.StaffRole.Administrator]);
        }

        Input = AgencyInput.Of(new AgencyForm());
        await ShowAsync(null, cancellation);
    }

    /// <summary>加。</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        SavedAgency? saved = null;
        if (await TryAsync(async () => saved = await Agencies.CreateAsync(Actor, Input.ToForm(), cancellation), "Input."))
        {
            Warning = saved!.Warning;
            return DoneTo("/Agencies/Edit", "机关已加上。", new { id = saved.Id });
        }

        await ShowAsync(null, cancellation);
        return Page();
    }
}
