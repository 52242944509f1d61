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

        await page.Locator(".menu > summary").ClickAsync();
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
        await page.ArriveAsync("**/check/*");
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

        await Assertions.Expect(page.Locator(".finding").Nth(2)).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("[id='c-requests.total.total']")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("is-current"));
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(page.Locator(".finding").Nth(1)).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_batch_is_followed_filtered_read_to_the_sentence_and_returned(bool script)
    {
        var page = await browser.OpenAsync("/check", script: script);
        await page.GetByText("和上年的报告一起查").ClickAsync();
        await page.GetByLabel("上年的文件", new() { Exact = true }).SetInputFilesAsync(Journey.File("clean-2022.txt"));
        await page.HandInAsync("slow-清溪县应急管理局.docx", "clean-城关镇.html", "quoted-水务局.txt");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "正在检查" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "体检结果" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("1 份对上了上年的报告")).ToBeVisibleAsync();

        await page.GetByText("按规则筛选").ClickAsync();
        await page.Locator(".facets--rules").GetByRole(AriaRole.Link, new() { Name = "E16" }).ClickAsync();
        await Assertions.Expect(page.Locator(".files__list li")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Link, new() { Name = "看原文" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(":target + mark, :target + span + mark")).ToBeInViewportAsync();
        await page.Locator("mark + a").First.ClickAsync();
        await Assertions.Expect(page.Locator(".finding:target")).ToBeInViewportAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "退回修改通知", Exact = true }).ClickAsync();
        await page.GetByLabel("发文单位").FillAsync("清溪县人民政府办公室");
        var notice = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "下载通知" }).ClickAsync());
        Assert.Equal("清溪县应急管理局2023退回修改通知.docx", notice.SuggestedFilename);
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
