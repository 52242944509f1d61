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
            Assert.Contains("早收到的", (await site.FindAsync("officer", "/requests", text)).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Null((await site.FindAsync("officer", "/requests", "张小")).QuerySelector("tbody"));
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
        foreach (var (query, said) in new[] { ("from=2026-03-31&to=2026-03-01", "期末早于期初"), ("from=yesterday", "期初写得不对"), ("from=2026-02-30&to=2026-03-01", "期初写得不对"), ("from=2099-01-01", "期初晚于今天") })
        {
            var wrong = await site.OpenAsync("officer", $"/table-three?{query}", System.Net.HttpStatusCode.BadRequest);
            Assert.Contains(said, wrong.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
            Assert.Null(wrong.QuerySelector("table"));
            Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await site.GetAsync("officer", $"/table-three.csv?{query}")).StatusCode);
        }

        foreach (var query in new[] { "from=2026-03-31&to=2026-03-01", "to=20260301" })
        {
            Assert.NotEmpty((await site.OpenAsync("officer", $"/register?{query}", System.Net.HttpStatusCode.BadRequest)).QuerySelectorAll(".error-summary li"));
            Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await site.GetAsync("officer", $"/register.xlsx?{query}")).StatusCode);
        }
    }

    [Fact]
    public async Task What_is_past_its_retention_is_appraised_approved_by_another_and_entered_in_the_register_of_destruction()
    {
        var site = new CaseSite();
        await site.InitializeAsync();
        await using var _ = site;
        var receipt = await site.RegisteredAsync("某人的合同");
        await site.DoneAsync("officer", $"/requests/{receipt.Number}/do/withdraw");
        await site.DoneAsync("officer", $"/requests/{receipt.Number}/do/archive", ("RetentionCode", "DA-10"), ("Years", "10"));
        Assert.Null((await site.OpenAsync("officer", "/archives")).QuerySelector("tbody"));
        site.Clock.Advance(TimeSpan.FromDays(3660));

        var id = (await site.OpenAsync("officer", "/archives")).QuerySelector("input[name=Ids]")!.GetAttribute("value")!;
        var unsaid = await SiteUnderTest.ReadAsync(await PostAsync("officer", "Appraise", ("Ids", id), ("Verdict", "Destroy"), ("Reason", "")), System.Net.HttpStatusCode.BadRequest);
        Assert.Equal(2, unsaid.QuerySelectorAll(".error-summary li").Length);
        Assert.True(unsaid.QuerySelector("input[name=Ids]")!.HasAttribute("checked"));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await PostAsync("officer", "Appraise", ("Ids", id), ("Verdict", "Destroy"), ("Reason", "无查考价值"), ("NoProceedings", "true"))).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await PostAsync("officer", "Destroy", ("Ids", id))).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await PostAsync("stranger", "Destroy", ("Ids", id))).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await PostAsync("leader", "Destroy", ("Ids", id))).StatusCode);

        var register = (await site.OpenAsync("reviewer", "/archives/destroyed")).QuerySelector("tbody")!.TextContent;
        Assert.Contains(receipt.Number, register, StringComparison.Ordinal);
        Assert.Contains("分管周局", register, StringComparison.Ordinal);
        foreach (var page in new[] { $"/requests/{receipt.Number}", "/register", "/archives/destroyed" })
        {
            var text = (await site.OpenAsync("officer", page)).DocumentElement.TextContent;
            Assert.DoesNotContain("某人的合同", text, StringComparison.Ordinal);
            Assert.DoesNotContain("张", text, StringComparison.Ordinal);
        }

        async Task<HttpResponseMessage> PostAsync(string user, string handler, params (string, string)[] fields)
        {
            var token = (await site.OpenAsync(user, "/handover")).QuerySelector("form[method=post] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            return await site.SendAsync(user, $"/archives?handler={handler}", fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        }
    }
}
