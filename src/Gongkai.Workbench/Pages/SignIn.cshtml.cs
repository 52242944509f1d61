using Gongkai.UseCases.Staff;
using Gongkai.WebKit;
using Gongkai.Workbench.Access;
using Gongkai.Workbench.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Workbench.Pages;

/// <summary>登录。不论哪里不对，说的都是同一句话。</summary>
[BodyLimit(BodyLimits.Anonymous)]
public sealed class SignInModel(SignIn signIn, CurrentActor current, WorkbenchLimits limits, TimeProvider time) : PageModel
{
    /// <summary>用户名。</summary>
    [BindProperty]
    public string? UserName { get; set; }

    /// <summary>密码。</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>动态码或恢复码。</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>登录之后回到哪里，站内路径。</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>没有登录成。</summary>
    public ErrorSummary? Problem { get; private set; }

    /// <summary>显示；已经登录的回首页。</summary>
    public IActionResult OnGet() => current.IsSignedIn ? LocalRedirect("~/") : Page();

    /// <summary>登录。</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        // 没有这个账号的、锁着的不写库，答得快；都等到同一个时刻才答。
        EvenPace pace = new(time, limits.LeastSignInTime);
        if (await signIn.RunAsync(UserName ?? "", Password ?? "", Code ?? "", cancellation) is not { } signedIn)
        {
            await pace.HoldAsync(cancellation);
            Problem = new ErrorSummary("没有登录成", [new ErrorItem("用户名、密码或者动态码不对，或者账号已锁定。请核对后再试；仍然不行，请找管理员。", "#UserName")]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await StaffCookie.GiveAsync(HttpContext, signedIn);
        return LocalRedirect(Url.IsLocalUrl(From) ? From! : "~/");
    }
}
