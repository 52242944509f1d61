using Gongkai.UseCases;
using Gongkai.UseCases.Staff;
using Gongkai.Workbench.Access;
using Gongkai.Workbench.Parts;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages.Account;

/// <summary>改自己的密码。</summary>
public sealed class PasswordModel(ChangePassword change) : StaffPage
{
    /// <summary>现在的密码。</summary>
    [BindProperty]
    public string? CurrentPassword { get; set; }

    /// <summary>新密码。</summary>
    [BindProperty]
    public string? Next { get; set; }

    /// <summary>再输一次的新密码。</summary>
    [BindProperty]
    public string? Repeat { get; set; }

    /// <summary>改。</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        SignedIn? signedIn = null;
        var done = await TryAsync(async () =>
        {
            BadInputException.ThrowIfAny(Next == Repeat ? [] : [new InputProblem(nameof(Repeat), "两次输入的新密码不一样。")]);
            signedIn = await change.RunAsync(Actor, CurrentPassword ?? "", Next ?? "", cancellation);
        });
        if (!done)
        {
            return Page();
        }

        await StaffCookie.GiveAsync(HttpContext, signedIn!);
        Done = "密码已改，别处的登录已失效。";
        return LocalRedirect("~/");
    }
}
