using Microsoft.Playwright;

namespace Gongkai.Browser.Tests.Requests;

/// <summary>一件申请从门户到表三：申请人与五个办公人员，各用各的浏览器。</summary>
public sealed class RequestJourneyTests(BrowserFixture browser, County county)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_is_filed_supplemented_consulted_extended_answered_read_and_counted(bool script)
    {
        var citizen = await browser.OpenAsync(County.Home(county.Portal), script: script);
        var (number, code) = await citizen.FileAsync();

        var officer = await StaffAsync("officer");
        await officer.GotoAsync("/requests");
        await Assertions.Expect(officer.GetByRole(AriaRole.Link, new() { Name = number })).ToBeVisibleAsync();
        await officer.DoAsync(number, "登记");
        await officer.DoAsync(number, "告知补正", ("要补正的事项", "请写明是哪一次采购的合同"));

        await citizen.GetByRole(AriaRole.Link, new() { Name = "看办理情况" }).ClickAsync();
        await citizen.GetByRole(AriaRole.Link, new() { Name = "补正", Exact = true }).ClickAsync();
        await citizen.GetByLabel("补正的内容").FillAsync("2025年4月的那一次，沙袋与抽水泵。");
        await citizen.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        await citizen.ArriveAsync("**done=**");

        await officer.GotoAsync($"/requests/{number}");
        await Assertions.Expect(officer.GetByText("沙袋与抽水泵")).ToBeVisibleAsync();
        await officer.DoAsync(number, "征求意见", ("向谁", "ThirdParty"), ("收件的一方", "清溪救援器材有限公司"), ("涉及对方的哪些内容", "合同文本中你单位的报价"));
        await Assertions.Expect(officer.Locator(".clock")).ToContainTextAsync("暂停中");
        await officer.DoAsync(number, "收到意见", ("哪一次征求", "k1"), ("怎么说", "Agrees"));
        await officer.DoAsync(number, "提出延长", ("为什么延长", "卷宗较多，需要逐件核对"));
        var head = await StaffAsync("head");
        await head.DoAsync(number, "同意延长");
        await officer.BeginAsync(number, "拟答复");
        await officer.GetByLabel("拟作的决定").SelectOptionAsync("Granted");
        await officer.GetByRole(AriaRole.Button, new() { Name = "选定" }).ClickAsync();
        await officer.GetByLabel("不附文件，另行提供").CheckAsync();
        await officer.FinishAsync("送审查", ("予以公开的信息", Steps.Subject), ("获取的方式、途径", "随本答复书提供电子件"));

        var reviewer = await StaffAsync("reviewer");
        foreach (var kind in new[] { "Legal", "Secrecy" })
        {
            await reviewer.BeginAsync(number, "审查");
            await reviewer.Locator("#Kind").SelectOptionAsync(kind);
            await reviewer.FinishAsync("通过");
        }

        var leader = await StaffAsync("leader");
        await leader.BeginAsync(number, "签发");
        await Assertions.Expect(leader.Locator("article.letter")).ToContainTextAsync(Steps.Subject);
        await leader.FinishAsync("签发");
        await officer.DoAsync(number, "送达", ("送达方式", "Electronic"));

        await ReadAsync(number, code, script);
        await CountedAsync(officer, number);
        foreach (var page in new[] { citizen, officer, head, reviewer, leader })
        {
            await page.Context.CloseAsync();
        }

        async Task<IPage> StaffAsync(string user)
        {
            var page = await browser.OpenAsync(County.Home(county.Workbench), "/sign-in", script: script);
            await page.SignInAsync(user);
            return page;
        }
    }

    // 换一个浏览器，凭编号与查询码。
    private async Task ReadAsync(string number, string code, bool script)
    {
        var page = await browser.OpenAsync(County.Home(county.Portal), "/follow", script: script);
        await page.GetByLabel("登记编号").FillAsync(number);
        await page.GetByLabel("查询码").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "查看" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "网上申请行政复议" })).ToBeVisibleAsync();
        await page.Locator(".papers__name").First.ClickAsync();
        await Assertions.Expect(page.Locator("article.letter")).ToContainTextAsync("清应急");
        await Assertions.Expect(page.Locator("article.letter")).ToContainTextAsync(Steps.Subject);
        var docx = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "下载 docx" }).ClickAsync());
        Assert.EndsWith(".docx", docx.SuggestedFilename, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private static async Task CountedAsync(IPage page, string number)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "表三", Exact = true }).ClickAsync();
        await page.GetByLabel("从", new() { Exact = true }).FillAsync("2026-01-01");
        await page.GetByLabel("到", new() { Exact = true }).FillAsync("2026-12-31");
        await page.GetByRole(AriaRole.Button, new() { Name = "数", Exact = true }).ClickAsync();
        await page.Locator("a.num[href*='row=granted&column=person']").ClickAsync();
        await page.Locator("tbody").GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = number })).ToBeVisibleAsync();
    }
}
