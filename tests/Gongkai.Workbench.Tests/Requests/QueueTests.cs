using System.Net;

namespace Gongkai.Workbench.Tests.Requests;

public sealed class QueueTests
{
    [Fact]
    public async Task The_queue_counts_what_its_links_list_and_lights_say_it_in_words()
    {
        var site = new CaseSite();
        await site.InitializeAsync();
        await using var _ = site;
        Assert.Contains("没有待办的申请", (await site.OpenAsync("officer", "/requests")).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        var old = await site.RegisteredAsync("早收到的");
        site.Clock.Advance(TimeSpan.FromDays(30));
        var fresh = await site.FileAsync(subject: "刚收到的");
        var queue = await site.OpenAsync("officer", "/requests");
        Assert.Equal([old.Number, fresh.Number], queue.QuerySelectorAll("tbody th a").Select(a => a.TextContent));
        Assert.Equal(["逾期 2 个工作日", "剩 20 个工作日"], queue.QuerySelectorAll("tbody .badge").Select(b => b.TextContent.Trim()));
        Assert.All(queue.QuerySelectorAll("tbody .badge"), b => Assert.NotNull(b.QuerySelector("svg")));
        foreach (var facet in queue.QuerySelectorAll("nav[aria-label=筛选] a"))
        {
            var listed = await site.OpenAsync("officer", facet.GetAttribute("href")!);
            Assert.Equal(int.Parse(facet.QuerySelector(".facet__count")!.TextContent, System.Globalization.CultureInfo.InvariantCulture), listed.QuerySelectorAll("tbody tr").Length);
        }

        foreach (var text in new[] { old.Number.ToUpperInvariant(), "早收", "张小三", "138-0000-1234", "11010519491231002x" })
        {
            Assert.Contains("早收到的", (await site.OpenAsync("officer", "/requests?q=" + Uri.EscapeDataString(text))).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Null((await site.OpenAsync("officer", "/requests?q=" + Uri.EscapeDataString("张小"))).QuerySelector("tbody"));
    }

    [Fact]
    public async Task A_leaving_officer_hands_every_open_case_to_a_colleague()
    {
        var site = new CaseSite();
        await site.InitializeAsync();
        await using var _ = site;
        for (var i = 0; i < 3; i++)
        {
            var receipt = await site.RegisteredAsync($"第{i}件");
            await site.DoneAsync("officer", $"/requests/{receipt.Number}/do/assign", ("Unit", "防汛科"), ("Person", site.Ids["officer"].ToString("D")));
        }

        var forbidden = await site.SubmitAsync("colleague", "/handover", ("From", site.Ids["officer"].ToString("D")), ("To", site.Ids["colleague"].ToString("D")));
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        var toReviewer = await site.SubmitAsync("head", "/handover", ("From", site.Ids["officer"].ToString("D")), ("To", site.Ids["reviewer"].ToString("D")));
        Assert.Equal(HttpStatusCode.BadRequest, toReviewer.StatusCode);
        var done = await site.DoneAsync("head", "/handover", ("From", site.Ids["officer"].ToString("D")), ("To", site.Ids["colleague"].ToString("D")));
        Assert.Contains("3 件", done.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, (await site.OpenAsync("colleague", "/requests?view=Mine")).QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task Table_three_balances_and_its_csv_says_the_same()
    {
        var site = new CaseSite();
        await site.InitializeAsync();
        await using var _ = site;
        var withdrawn = await site.RegisteredAsync();
        await site.FileAsync();
        await site.DoneAsync("officer", $"/requests/{withdrawn.Number}/do/withdraw");
        var page = await site.OpenAsync("officer", "/table-three?from=2026-03-01&to=2026-03-31");
        Assert.Equal(25 * 7, page.QuerySelectorAll("td.cell").Length);
        var csv = await (await site.GetAsync("officer", "/table-three.csv?from=2026-03-01&to=2026-03-31")).Content.ReadAsStringAsync(CaseSite.Stop);
        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(26, lines.Length);
        Assert.EndsWith(",2,0,0,0,0,0,2", lines[1], StringComparison.Ordinal);
        var carried = page.QuerySelectorAll("a.num").Single(a => a.GetAttribute("href")!.Contains("row=carriedOut&column=total", StringComparison.Ordinal));
        Assert.Single((await site.OpenAsync("officer", carried.GetAttribute("href")!)).QuerySelectorAll("tbody tr"));
        Assert.Contains("期末早于期初", (await site.OpenAsync("officer", "/table-three?from=2026-03-31&to=2026-03-01")).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
    }
}
