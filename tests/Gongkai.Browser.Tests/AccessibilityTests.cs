using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>每一页 axe 一条也不报：桌面宽度跑全部规则，换成深色只再跑颜色的，换成手机只再跑宽度管得着的。</summary>
public sealed class AccessibilityTests(BrowserFixture browser)
{
    private const string All = "[]";
    private const string OfColour = "['color-contrast', 'link-in-text-block']";
    private const string OfWidth = "['scrollable-region-focusable', 'meta-viewport', 'aria-hidden-focus', 'link-name', 'button-name', 'select-name', 'label']";

    // axe-playwright 的 RunAxe 每次另开一页、带回通过的每一项，小页也要一秒：这里只要违反的。颜色正在渐变时对比度不算数，先等它变完。
    private const string Run = """
        async only => {
            document.querySelectorAll('details').forEach(d => d.open = true);
            await new Promise(requestAnimationFrame);
            await Promise.all(document.getAnimations().map(a => a.finished));
            const options = { resultTypes: ['violations'], iframes: false };
            if (only.length > 0) { options.runOnly = { type: 'rule', values: only }; }
            const { violations } = await axe.run(document, options);
            return violations.map(v => `${v.id}: ${v.help}\n  ` + v.nodes.slice(0, 5).map(n => n.html).join('\n  ')).join('\n');
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

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
        await page.AddInitScriptAsync(Axe);
        await page.ReloadAsync();
        return page;
    }

    private static async Task CleanAsync(IPage page, IPage phone)
    {
        await Task.WhenAll(OnTheDesk(), OnThePhone(new Uri(page.Url).PathAndQuery));

        async Task OnTheDesk()
        {
            await CleanAsync(page, All);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await CleanAsync(page, OfColour);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }

        async Task OnThePhone(string path)
        {
            await phone.GotoAsync(path);
            await CleanAsync(phone, OfWidth);
        }
    }

    private static async Task CleanAsync(IPage page, string rules)
    {
        var violations = await page.EvaluateAsync<string>($"({Run})({rules})");
        Assert.True(violations.Length == 0, $"{page.Url} {page.ViewportSize?.Width}\n{violations}");
    }
}
