using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>一个人从头走到尾：交文件，看结果，在问题间走动，下载，删除。</summary>
public sealed class JourneyTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_report_is_checked_read_downloaded_and_deleted(bool script)
    {
        var page = await browser.OpenAsync("/", script: script);
        await page.HandInAsync("清溪县应急管理局.docx", "clean-城关镇.html");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "清溪县应急管理局" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("td.is-wrong")).ToContainTextAsync("→ 16");

        await page.GetByRole(AriaRole.Link, new() { Name = "clean-城关镇.html" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "清溪县医疗保障局" })).ToBeVisibleAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "全部 JSON" }).ClickAsync());
        Assert.Equal("reports.jsonl", download.SuggestedFilename);

        var address = page.Url;
        await page.GetByRole(AriaRole.Link, new() { Name = "删除" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "删除" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("已经删除");
        await page.GotoAsync(address);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "这次的结果不在了" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Two_choices_add_up_and_one_can_be_taken_back()
    {
        var page = await browser.OpenAsync("/check");
        var input = page.GetByLabel("选择年度报告文件");
        await input.SetInputFilesAsync(Journey.File("clean-1.txt"));
        await input.SetInputFilesAsync(Journey.File("clean-2.txt"));
        await Assertions.Expect(page.Locator(".chosen li")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Button, new() { Name = "移除 clean-1.txt" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "开始体检" }).ClickAsync();
        await page.WaitForURLAsync("**/check/*");
        await Assertions.Expect(page.Locator(".files li")).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task J_and_k_move_between_findings_and_light_their_cells()
    {
        var page = await browser.OpenAsync("/check");
        await page.HandInAsync("清溪县应急管理局.docx");
        for (var i = 0; i < 3; i++)
        {
            await page.Keyboard.PressAsync("j");
        }

        await Assertions.Expect(page.Locator("#f-1")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("[id='c-requests.total.total']")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("is-current"));
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(page.Locator("#f-5")).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Nothing_chosen_says_so_beside_the_form()
    {
        var page = await browser.OpenAsync("/check");
        await page.GetByRole(AriaRole.Button, new() { Name = "开始体检" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("请选择至少一个文件");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task No_page_is_wider_than_the_phone()
    {
        var page = await browser.OpenAsync("/check", 390);
        await FitsAsync(page);
        await page.HandInAsync("清溪县应急管理局.docx", "一份名字非常非常长而且没有空格的年度报告文件最终版再改一版定稿.docx");
        await FitsAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "长者模式" }).ClickAsync();
        await FitsAsync(page);
        await page.GotoAsync("/check");
        await FitsAsync(page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Pages_make_no_error_in_the_console_and_ask_nothing_of_other_hosts()
    {
        var page = await browser.OpenAsync("/check");
        List<string> bad = [];
        page.Console += (_, message) => { if (message.Type is "error" or "warning") { bad.Add(message.Text); } };
        page.Request += (_, request) => { if (new Uri(request.Url).Authority != browser.Home.Authority) { bad.Add(request.Url); } };
        await page.HandInAsync("清溪县应急管理局.docx");
        await page.ReloadAsync();
        Assert.Empty(bad);
        await page.Context.CloseAsync();
    }

    private static async Task FitsAsync(IPage page) =>
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), page.Url);
}
