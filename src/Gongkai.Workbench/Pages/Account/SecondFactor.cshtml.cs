using Gongkai.UseCases;
using Gongkai.UseCases.Staff;
using Gongkai.Workbench.Parts;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages.Account;

/// <summary>自己的两步验证。</summary>
public sealed class SecondFactorModel(SecondFactor factor) : StaffPage
{
    /// <summary>填的动态码。</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>停用时填的动态码。</summary>
    [BindProperty]
    public string? OffCode { get; set; }

    /// <summary>此刻的样子。</summary>
    public SecondFactorView View { get; private set; } = null!;

    /// <summary>新的恢复码，只显示这一次。</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    /// <summary>显示。</summary>
    public Task OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>确认，启用。</summary>
    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellation)
    {
        await TryAsync(async () => Codes = await factor.ConfirmAsync(Actor, Code ?? "", cancellation));
        await ShowAsync(cancellation);
        return Page();
    }

    /// <summary>换一组恢复码。</summary>
    public async Task<IActionResult> OnPostRenewAsync(CancellationToken cancellation)
    {
        await TryAsync(async () => Codes = await factor.RenewAsync(Actor, Code ?? "", cancellation));
        await ShowAsync(cancellation);
        return Page();
    }

    /// <summary>停用。</summary>
    public async Task<IActionResult> OnPostOffAsync(CancellationToken cancellation)
    {
        if (await TryAsync(() => OffAsync(cancellation)))
        {
            return DoneTo("/Account/Index", "两步验证已停用。");
        }

        await ShowAsync(cancellation);
        return Page();
    }

    private async Task OffAsync(CancellationToken cancellation)
    {
        try
        {
            await factor.TurnOffAsync(Actor, OffCode ?? "", cancellation);
        }
        catch (BadInputException bad)
        {
            throw new BadInputException([.. bad.Problems.Select(p => p with { Field = nameof(OffCode) })]);
        }
    }

    private async Task ShowAsync(CancellationToken cancellation) => View = await factor.ViewAsync(Actor, cancellation);
}
