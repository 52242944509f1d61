using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>桌面宽度。</summary>
public sealed class DesktopAccessibilityTests(BrowserFixture browser) : AccessibilityTests(browser)
{
    [Fact]
    public Task Axe_finds_nothing_on_any_page() => CheckAsync(1440, ColorScheme.Light);
}

/// <summary>手机宽度。</summary>
public sealed class PhoneAccessibilityTests(BrowserFixture browser) : AccessibilityTests(browser)
{
    [Fact]
    public Task Axe_finds_nothing_on_any_page() => CheckAsync(390, ColorScheme.Light);
}

/// <summary>深色。</summary>
public sealed class DarkAccessibilityTests(BrowserFixture browser) : AccessibilityTests(browser)
{
    [Fact]
    public Task Axe_finds_nothing_on_any_page() => CheckAsync(1440, ColorScheme.Dark);
}

/// <summary>每一页、两种宽度、明暗两种配色，axe 一条也不报。各是一个类，才能同时跑。</summary>
public abstract class AccessibilityTests(BrowserFixture browser)
{
    private protected async Task CheckAsync(int width, ColorScheme scheme)
    {
        var page = await browser.OpenAsync("/check", width, scheme: scheme);
        await CleanAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "开始体检" }).ClickAsync();
        await CleanAsync(page);
        await page.GotoAsync("/check");
        await page.HandInAsync("quoted-水务局.txt", "清溪县应急管理局.docx", "某办公室（扫描件）.html", "clean-1.txt", "clean-2.txt", "clean-3.txt");
        var result = new Uri(page.Url).AbsolutePath;
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await CleanAsync(page);
        await page.GotoAsync($"{result}?report=1");
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await CleanAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "扫描件" }).ClickAsync();
        await CleanAsync(page);
        // 深色只换颜色：看过首页、结果和部件页就够了。
        string[] others = scheme is ColorScheme.Dark
            ? ["/rules/L01", "/kit"]
            : [$"{result}?q=没有这样的", $"{result}/notice", $"{result}/sum", $"{result}/delete", "/rules", "/rules/L01", "/check/none", "/kit"];
        foreach (var path in others)
        {
            await page.GotoAsync(path);
            await CleanAsync(page);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "长者模式" }).ClickAsync();
        await CleanAsync(page);
        await page.Context.CloseAsync();
    }

    private static async Task CleanAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.True(result.Violations.Length == 0, page.Url + "\n" + string.Join("\n", result.Violations.Select(Say)));
    }

    private static string Say(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help}\n  {string.Join("\n  ", violation.Nodes.Take(5).Select(n => n.Html))}";
}
