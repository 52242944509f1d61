using Gongkai.Core.Agencies;
using Gongkai.UseCases;
using Gongkai.UseCases.Agencies;
using Gongkai.UseCases.Staff;
using Gongkai.Workbench.Parts;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages.Accounts;

/// <summary>建一个账号。</summary>
public sealed class NewModel(ManageAccounts accounts, ManageAgencies agencies) : StaffPage
{
    /// <summary>用户名。</summary>
    [BindProperty]
    public string? UserName { get; set; }

    /// <summary>姓名。</summary>
    [BindProperty]
    public string? DisplayName { get; set; }

    /// <summary>机关；全系统为空。</summary>
    [BindProperty]
    public int? AgencyId { get; set; }

    /// <summary>职责。</summary>
    [BindProperty]
    public StaffRole Role { get; set; }

    /// <summary>可以选的。</summary>
    public GrantChoice Choice { get; private set; } = null!;

    /// <summary>显示。</summary>
    public Task OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>建。</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        NewPassword? made = null;
        if (await TryAsync(async () => made = await accounts.CreateAsync(Actor, UserName ?? "", DisplayName ?? "", new Grant(AgencyId, Role), cancellation)))
        {
            TempData[AccountModel.Shown] = made!.Password;
            return DoneTo("/Accounts/Account", "账号已建好。", new { id = made.AccountId });
        }

        await ShowAsync(cancellation);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellation) =>
        Choice = new GrantChoice(await agencies.ListAsync(Actor, cancellation), ManageAgencies.MayChangeStructure(Actor), AgencyId, Role, Problems);
}
