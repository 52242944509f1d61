using Gongkai.UseCases;
using Gongkai.UseCases.Staff;
using Gongkai.Workbench.Access;
using Gongkai.Workbench.Hosting;
using Gongkai.Workbench.Parts;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages;

/// <summary>初次设置：没有账号的时候，唯一的一页。</summary>
[BodyLimit(BodyLimits.Anonymous)]
public sealed class SetUpModel(SetUp setUp, FirstRun first) : StaffPage
{
    /// <summary>控制台上的设置码。</summary>
    [BindProperty]
    public string? SetUpCode { get; set; }

    /// <summary>用户名。</summary>
    [BindProperty]
    public string? UserName { get; set; }

    /// <summary>姓名。</summary>
    [BindProperty]
    public string? DisplayName { get; set; }

    /// <summary>密码。</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>再输一次的密码。</summary>
    [BindProperty]
    public string? Repeat { get; set; }

    /// <summary>第一个机关的全称。</summary>
    [BindProperty]
    public string? AgencyName { get; set; }

    /// <summary>第一个机关的网页路径。</summary>
    [BindProperty]
    public string? PagePath { get; set; }

    /// <summary>建立。</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        SignedIn? signedIn = null;
        var done = await TryAsync(async () =>
        {
            // 设置码不对的，别的一概不看：不让没有码的人试出什么。
            BadInputException.ThrowIfAny(first.IsCode(SetUpCode ?? "") ? [] : [new InputProblem(nameof(SetUpCode), "设置码不对。请看程序窗口里这次启动印出的设置码。")]);
            BadInputException.ThrowIfAny(Password == Repeat ? [] : [new InputProblem(nameof(Repeat), "两次输入的密码不一样。")]);
            signedIn = await setUp.RunAsync(new FirstAccount(UserName ?? "", DisplayName ?? "", Password ?? "", AgencyName ?? "", PagePath ?? ""), cancellation);
        });
        if (!done)
        {
            return Page();
        }

        await StaffCookie.GiveAsync(HttpContext, signedIn!);
        return LocalRedirect("~/");
    }
}
