using Gongkai.UseCases.Reports;
using Gongkai.UseCases.Reports.Digests;
using Gongkai.UseCases.Staff;
using Gongkai.Workbench.Parts;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Workbench.Pages.Reports;

/// <summary>我的提醒：邮箱与日历订阅。</summary>
public sealed class RemindersModel(CalendarFeed feed, KeepOwnMail own, KeepMailSettings mail) : StaffPage
{
    /// <summary>工作邮箱。</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>发信设置好了。</summary>
    public bool IsMailSet { get; private set; }

    /// <summary>有订阅地址。</summary>
    public bool HasFeed { get; private set; }

    /// <summary>刚生成的地址，只显示一次。</summary>
    public string? FeedAddress { get; private set; }

    /// <summary>显示。</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await ShowAsync(cancellation);
        Email = await own.ReadAsync(Actor, cancellation);
    }

    /// <summary>换邮箱。</summary>
    public async Task<IActionResult> OnPostMailAsync(CancellationToken cancellation)
    {
        if (await TryAsync(() => own.SaveAsync(Actor, Email ?? "", cancellation)))
        {
            return DoneTo("/Reports/Reminders", string.IsNullOrWhiteSpace(Email) ? "不再发每日提醒。" : "邮箱已经保存。");
        }

        await ShowAsync(cancellation);
        return Page();
    }

    /// <summary>生成或者换地址；不转向，秘密不进地址栏与历史。</summary>
    public async Task<IActionResult> OnPostFeedAsync(CancellationToken cancellation)
    {
        var token = await feed.RenewAsync(Actor, cancellation);
        FeedAddress = $"{Request.Scheme}://{Request.Host}{Url.Content($"~/due-dates/{token}.ics")}";
        await OnGetAsync(cancellation);
        return Page();
    }

    /// <summary>作废地址。</summary>
    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken cancellation)
    {
        await feed.RevokeAsync(Actor, cancellation);
        return DoneTo("/Reports/Reminders", "订阅地址已经作废。");
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        HasFeed = await feed.ExistsAsync(Actor, cancellation);
        IsMailSet = await mail.ReadAsync(cancellation) is not null;
    }
}
