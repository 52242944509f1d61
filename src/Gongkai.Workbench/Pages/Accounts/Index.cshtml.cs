using Gongkai.UseCases.Staff;
using Gongkai.Workbench.Parts;

namespace Gongkai.Workbench.Pages.Accounts;

/// <summary>管得到的账号。</summary>
public sealed class IndexModel(ManageAccounts accounts) : StaffPage
{
    /// <summary>各账号。</summary>
    public IReadOnlyList<AccountView> Accounts { get; private set; } = [];

    /// <summary>显示。</summary>
    public async Task OnGetAsync(CancellationToken cancellation) => Accounts = await accounts.ListAsync(Actor, cancellation);
}
