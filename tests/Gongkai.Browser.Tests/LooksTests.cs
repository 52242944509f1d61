using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>给人看的截图：平时不跑；要看时设环境变量 GONGKAI_SCREENSHOTS（一个文件夹），加 -explicit only。</summary>
public sealed class LooksTests(BrowserFixture browser)
{
    [Fact(Explicit = true)]
    public async Task Screenshots_are_taken_when_asked_for()
    {
        var folder = Environment.GetEnvironmentVariable("GONGKAI_SCREENSHOTS");
        Assert.False(string.IsNullOrEmpty(folder), "先设环境变量 GONGKAI_SCREENSHOTS。");
        foreach (var (name, width, scheme) in new[] { ("desk", 1440, ColorScheme.Light), ("phone", 390, ColorScheme.Light), ("dark", 1440, ColorScheme.Dark) })
        {
            var page = await browser.OpenAsync("/check", width, scheme: scheme);
            await Shoot(page, $"{name}-home");
            await page.GotoAsync("/rules");
            await Shoot(page, $"{name}-rules");
            await page.GotoAsync("/rules/L01");
            await Shoot(page, $"{name}-rule");
            await page.GotoAsync("/check");
            await page.HandInAsync([.. Enumerable.Range(1, 8).Select(n => $"slow-{n}.docx")]);
            await page.WaitForTimeoutAsync(1500);
            await Shoot(page, $"{name}-progress");
            await page.GetByRole(AriaRole.Button, new() { Name = "停下" }).ClickAsync();
            await Shoot(page, $"{name}-stopped");
            await page.GotoAsync("/check");
            await page.HandInAsync("quoted-水务局.txt", "清溪县应急管理局.docx", "clean-城关镇.html", "clean-1.txt", "clean-2.txt", "clean-3.txt", "clean-4.txt", "clean-5.txt", "clean-6.txt", "clean-7.txt");
            var batch = new Uri(page.Url).AbsolutePath;
            await Shoot(page, $"{name}-quoted");
            foreach (var part in new[] { "notice", "sum" })
            {
                await page.GotoAsync($"{batch}/{part}");
                await Shoot(page, $"{name}-{part}");
            }

            await page.GotoAsync("/check");
            await page.HandInAsync("清溪县应急管理局.docx", "clean-城关镇.html", "two-合订本.txt", "某办公室（扫描件）.html");
            await Shoot(page, $"{name}-result");
            foreach (var part in new[] { "report", "requests", "remedies" })
            {
                await page.EvaluateAsync($"document.getElementById('{part}').scrollIntoView()");
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-result-{part}.png") });
            }

            await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
            await Shoot(page, $"{name}-print");
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
            await page.GetByRole(AriaRole.Link, new() { Name = "扫描件" }).ClickAsync(new() { Timeout = 5000 });
            await Shoot(page, $"{name}-unread");
            await page.GetByRole(AriaRole.Button, new() { Name = "长者模式" }).ClickAsync();
            await Shoot(page, $"{name}-large-unread");
            await page.GotoAsync("/check");
            await Shoot(page, $"{name}-large-home");
            await page.HandInAsync("清溪县应急管理局.docx", "clean-城关镇.html");
            await page.EvaluateAsync("document.querySelectorAll('.legend, .either').forEach(d => d.open = true)");
            await Shoot(page, $"{name}-large-result");
            await page.GotoAsync("/check/none");
            await Shoot(page, $"{name}-gone");
            await page.Context.CloseAsync();
        }

        async Task Shoot(IPage page, string name) =>
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }
}
