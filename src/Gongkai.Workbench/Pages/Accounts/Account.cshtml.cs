using Gongkai.Core.Agencies;
using Gongkai.UseCases;
using Gongkai.UseCases.Agencies;
using Gongkai.UseCases.Staff;
using Gongkai.Workbench.Parts;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages.Accounts;

/// <summary>一个账号：职责、重置密码、锁定、离任。</summary>
public sealed class AccountModel(ManageAccounts accounts, ManageAgencies agencies) : StaffPage
{
    internal const string Shown = "password";

    /// <summary>哪个账号。</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>打开这一页时账号的摘要。</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>要收回的职责。</summary>
    [BindProperty]
    public Guid GrantId { get; set; }

    /// <summary>要加的职责在哪个机关。</summary>
    [BindProperty]
    public int? AgencyId { get; set; }

    /// <summary>要加的职责。</summary>
    [BindProperty]
    public StaffRole Role { get; set; }

    /// <summary>账号。</summary>
    public AccountView Account { get; private set; } = null!;

    /// <summary>可以选的职责。</summary>
    public GrantChoice Choice { get; private set; } = null!;

    /// <summary>一次性密码，只显示这一次。</summary>
    public string? Password { get; private set; }

    /// <summary>显示。</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await ShowAsync(cancellation);
        Password = TempData[Shown] as string;
    }

    /// <summary>重置密码。</summary>
    public Task<IActionResult> OnPostResetAsync(CancellationToken cancellation) =>
        ActAsync("密码已重置。", async () => TempData[Shown] = (await accounts.ResetAsync(Actor, Id, Seen ?? "", cancellation)).Password, cancellation);

    /// <summary>取消两步验证。</summary>
    public Task<IActionResult> OnPostForgetAsync(CancellationToken cancellation) =>
        ActAsync("两步验证已取消。", () => accounts.ForgetSecondFactorAsync(Actor, Id, Seen ?? "", cancellation), cancellation);

    /// <summary>锁定。</summary>
    public Task<IActionResult> OnPostLockAsync(CancellationToken cancellation) =>
        ActAsync("已锁定，他现有的登录当即失效。", () => accounts.LockAsync(Actor, Id, Seen ?? "", cancellation), cancellation);

    /// <summary>解锁。</summary>
    public Task<IActionResult> OnPostUnlockAsync(CancellationToken cancellation) => ActAsync("已解锁。", () => accounts.UnlockAsync(Actor, Id, Seen ?? "", cancellation), cancellation);

    /// <summary>离任。</summary>
    public Task<IActionResult> OnPostEndAsync(CancellationToken cancellation) => ActAsync("已记为离任，职责全部收回。", () => accounts.EndAsync(Actor, Id, Seen ?? "", cancellation), cancellation);

    /// <summary>加一项职责。</summary>
    public Task<IActionResult> OnPostGrantAsync(CancellationToken cancellation) =>
        ActAsync($"已加上“{RoleWords.Of(Role)}”。", () => accounts.GrantAsync(Actor, Id, new Grant(AgencyId, Role), Seen ?? "", cancellation), cancellation);

    /// <summary>收回一项职责。</summary>
    public Task<IActionResult> OnPostRevokeAsync(CancellationToken cancellation) =>
        ActAsync("职责已收回，当即生效。", () => accounts.RevokeAsync(Actor, Id, GrantId, Seen ?? "", cancellation), cancellation);

    private async Task<IActionResult> ActAsync(string said, Func<Task> act, CancellationToken cancellation)
    {
        if (await TryAsync(act))
        {
            return DoneTo("/Accounts/Account", said, new { id = Id });
        }

        await ShowAsync(cancellation);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        Account = await accounts.ViewAsync(Actor, Id, cancellation);
        Choice = new GrantChoice(await agencies.ListAsync(Actor, cancellation), ManageAgencies.MayChangeStructure(Actor), AgencyId, Role, Problems);
    }
}
