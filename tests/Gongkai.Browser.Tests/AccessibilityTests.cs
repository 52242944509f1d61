using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>每一页 axe 一条也不报：桌面宽度跑全部规则，换成深色只再跑颜色的，换成手机只再跑宽度管得着的。</summary>
public sealed class AccessibilityTests(BrowserFixture browser)
{
    [Fact]
    public async Task Axe_finds_nothing_on_any_page()
    {
        var (page, phone) = (await OpenAsync(1440), await OpenAsync(390));
        await CleanAsync(page, phone);
        await page.GetByRole(AriaRole.Button, new() { Name = "开始体检" }).ClickAsync();
        await CleanAsync(page, phone);
        await page.GotoAsync("/check");
        await page.HandInAsync("quoted-水务局.txt", "清溪县应急管理局.docx", "某办公室（扫描件）.html", "clean-1.txt", "clean-2.txt", "clean-3.txt");
        var result = new Uri(page.Url).AbsolutePath;
        await CleanAsync(page, phone);
        await page.GetByRole(AriaRole.Link, new() { Name = "扫描件" }).ClickAsync();
        await CleanAsync(page, phone);
        foreach (var path in new[] { $"{result}?q=没有这样的", $"{result}/notice", $"{result}/sum", $"{result}/delete", "/rules", "/rules/L01", "/check/none", "/kit" })
        {
            await page.GotoAsync(path);
            await CleanAsync(page, phone);
        }

        foreach (var view in new[] { page, phone })
        {
            await view.GetByRole(AriaRole.Button, new() { Name = "长者模式" }).ClickAsync();
        }

        await CleanAsync(page, phone);
        await page.Context.CloseAsync();
        await phone.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(int width)
    {
        var page = await browser.OpenAsync("/check", width);
        await Axe.LoadAsync(page);
        return page;
    }

    private static async Task CleanAsync(IPage page, IPage phone)
    {
        await Task.WhenAll(OnTheDesk(), OnThePhone(new Uri(page.Url).PathAndQuery));

        async Task OnTheDesk()
        {
            await CleanAsync(page, Axe.All);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await CleanAsync(page, Axe.OfColour);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }

        async Task OnThePhone(string path)
        {
            await phone.GotoAsync(path);
            await CleanAsync(phone, Axe.OfWidth);
        }
    }

    private static async Task CleanAsync(IPage page, string rules)
    {
        var violations = await Axe.ViolationsAsync(page, rules);
        Assert.True(violations.Length == 0, $"{page.Url} {page.ViewportSize?.Width}\n{violations}");
    }
}
