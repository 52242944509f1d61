using Gongkai.UseCases.Staff;
using Gongkai.Workbench.Parts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages;

/// <summary>退出登录。</summary>
public sealed class SignOutModel(SignIn signIn) : StaffPage
{
    /// <summary>退出，记一笔。</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await signIn.OutAsync(Actor, cancellation);
        await HttpContext.SignOutAsync();
        return LocalRedirect("~/sign-in");
    }
}
