using Gongkai.Portal.Following;
using Gongkai.Portal.Hosting;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Requests;
using Gongkai.WebKit;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Portal.Pages.Follow;

/// <summary>回执：编号、查询码、二维码、接下来会怎样。可以打印，可以拍照。</summary>
public sealed class ReceiptModel(TrackRequest track, Access access, LawBook law, PublicAddress address) : FollowPage(track, access)
{
    /// <summary>查询码。</summary>
    public string QueryCode => Case.Papers.QueryCode;

    /// <summary>查办理情况的网址：只带编号，不带查询码。</summary>
    public string Link => address.Of(HttpContext, $"/follow/{Case.Number}");

    /// <summary>接下来各是哪一天、会怎样。</summary>
    public IReadOnlyList<(string When, string What)> Next { get; private set; } = [];

    /// <summary>显示。</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await OpenAsync(cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        var clock = Case.Request.Settings.Clock;
        var calendar = await law.CalendarAsync(cancellation);
        if (Case.Request.ReceivedOn is not { } received)
        {
            Next = [("收到之后", "机关会与您确认收到，期限从确认之日起算。")];
            return Page();
        }

        if (Case.Request.IsCorrection)
        {
            Next = [(ChinaTime.Say(received), "机关收到。"), ("核实之后", "机关书面告诉您更正了没有；不归它管的，转送或者告诉您该找谁。这类事项没有规定期限（《条例》第四十一条）。")];
            return Page();
        }

        // 回执写的是收下那一刻的算法，后来补正、延长、办结都不改它。
        var start = clock.CountsFromNextDay ? received : received.AddDays(-1);
        var due = calendar.WorkingDaysAfter(start, clock.ReplyDays);
        Next =
        [
            (ChinaTime.Say(received), $"机关收到，期限从{(clock.CountsFromNextDay ? "第二天" : "当天")}起算。"),
            ($"{ChinaTime.Say(calendar.WorkingDaysAfter(start, clock.SupplementAskDays).Date)}以前", $"内容不清楚的，机关会在 {clock.SupplementAskDays} 个工作日以内一次告诉您怎样补正。"),
            ($"{ChinaTime.Say(due.Date)}以前", $"机关答复您（{clock.ReplyDays} 个工作日{(due.IsProvisional ? $"，暂定：{Say.Provisional(due.Date)}" : "")}）。要延长的，会在这之前告诉您，最多再加 {clock.MaximumExtensionDays} 个工作日；征求别人意见的时间不算在内。"),
        ];
        return Page();
    }

    /// <inheritdoc/>
    protected override Task<IActionResult> StaleAsync(CancellationToken cancellation) => OnGetAsync(cancellation);
}
