using Gongkai.Reports.Checking;
using Gongkai.Workbench;
using Gongkai.Workbench.Checks;
using Gongkai.Workbench.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Gongkai.Browser.Tests.BrowserFixture))]

namespace Gongkai.Browser.Tests;

/// <summary>一个真的站点（随机的回环端口）和一个真的 Chromium。没有 Chromium 时：CI 里是失败，别处是跳过。</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    // 两个核上同时跑着几路测试，一页等半分钟不是毛病。
    private const float Patience = 120_000;

    // 没有窗口的那一种省一半处理器时间；没有它，用整个的。
    private static readonly string Chromium = new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }.FirstOrDefault(File.Exists) ?? "/usr/bin/chromium";

    private WebApplication? _site;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Uri Home { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            return;
        }

        _site = WorkbenchSite.Build(["--urls", "http://127.0.0.1:0", "--environment", "Development"],
            builder => builder.Services.AddSingleton<CheckFile>(Check).AddSingleton<ReadFile>(FakeReports.Read));
        await _site.StartAsync();
        Home = new Uri(_site.Urls.Single());
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
    }

    public Task<IPage> OpenAsync(string path, int width = 1440, bool script = true, ColorScheme scheme = ColorScheme.Light) => OpenAsync(Home, path, width, script, scheme);

    /// <summary>另一个站点的一页，在一个新的、什么也不记得的浏览器里。</summary>
    public async Task<IPage> OpenAsync(Uri home, string path = "/", int width = 1440, bool script = true, ColorScheme scheme = ColorScheme.Light)
    {
        if (_browser is null)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", $"没有 {Chromium}，跳过浏览器测试。");
            Assert.Fail($"CI 里必须有 {Chromium}：请先安装 chromium。");
        }

        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = home.ToString(),
            JavaScriptEnabled = script,
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 844 : 900 },
            HasTouch = width < 600,
        });
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    // 名字里有 slow 的要查两秒多：进度看得见。
    private static CheckedFile Check(string name, ReadOnlyMemory<byte> content, CheckOptions options)
    {
        if (name.Contains("slow", StringComparison.Ordinal))
        {
            Thread.Sleep(CheckLimits.Patience + TimeSpan.FromSeconds(1));
        }

        return FakeReports.Check(name, content, options);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }
    }
}
