using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests.Requests;

/// <summary>两个站点的每一页：axe 一条不报，390 像素宽装得下。页是从站点里数出来的，新加的一页漏不掉。</summary>
public sealed partial class EveryPageTests(BrowserFixture browser, County county)
{
    private readonly ConcurrentQueue<string> _wrong = [];
    private readonly ConcurrentDictionary<string, bool> _seen = [];
    private readonly ConcurrentDictionary<string, bool> _styles = [];

    [Fact]
    public async Task Every_page_of_both_sites_is_clean_and_fits_the_phone()
    {
        var cases = await SampleCases.FillAsync(county);
        await Task.WhenAll(PortalAsync(cases), WorkbenchAsync(cases));
        Assert.True(_wrong.IsEmpty, string.Join("\n\n", _wrong.Order(StringComparer.Ordinal)));
    }

    private async Task PortalAsync(SampleCases cases)
    {
        var page = await OpenAsync(county.Portal, "/");
        await page.FileAsync(() => LookAsync(county.Portal, page));
        await LookAsync(county.Portal, page);
        foreach (var step in new[] { "what", "identity" })
        {
            await page.GotoAsync($"/apply/{County.Slug}");
            await page.GetByRole(AriaRole.Button, new() { Name = "开始填写" }).ClickAsync();
            await page.GotoAsync(page.Url.Replace("/kind", $"/{step}", StringComparison.Ordinal));
            await page.GetByRole(AriaRole.Button, new() { Name = "保存，下一步" }).ClickAsync();
            await LookAsync(county.Portal, page, $"{step} with errors");
        }

        foreach (var receipt in new[] { cases.Fresh, cases.Awaiting, cases.Served })
        {
            await page.GotoAsync("/follow");
            await page.GetByLabel("登记编号").FillAsync(receipt.Number);
            await page.GetByLabel("查询码").FillAsync(receipt.QueryCode);
            await page.GetByRole(AriaRole.Button, new() { Name = "查看" }).ClickAsync();
            await LookAsync(county.Portal, page);
        }

        await page.Locator(".papers__name").First.ClickAsync();
        await LookAsync(county.Portal, page);
        string[] paths =
        [
            "/", "/?q=没有这样的", $"/agencies/{County.Slug}", $"/apply/{County.Slug}?q=合同", "/follow", "/about", "/status/404", "/no-such-page",
            $"/follow/{cases.Awaiting.Number}/answer/supplement", $"/follow/{cases.Served.Number}/answer/fee", $"/follow/{cases.Awaiting.Number}/withdraw", $"/follow/{cases.Served.Number}/withdraw", $"/follow/{cases.Served.Number}/receipt",
        ];
        await VisitAsync(county.Portal, page, paths);
        Assert.Empty(PagesOf(county.Portal).Where(p => !_seen.ContainsKey($"{Name(county.Portal)}{p.Name}")).Select(p => p.Name));
        await page.Context.CloseAsync();
    }

    private async Task WorkbenchAsync(SampleCases cases)
    {
        var anonymous = await OpenAsync(county.Unset, "/");
        await LookAsync(county.Unset, anonymous);
        await anonymous.Context.CloseAsync();
        var page = await OpenAsync(county.Workbench, "/sign-in");
        await LookAsync(county.Workbench, page);
        await page.SignInAsync(County.Admin, county.AdminCode);
        await page.GotoAsync("/check");
        await page.HandInAsync("清溪县应急管理局.docx");
        var check = new Uri(page.Url).AbsolutePath;

        // 能办的事各看一页，在轮得到办它的那一件上。
        Dictionary<string, string> acts = [];
        var letter = "";
        foreach (var receipt in cases.All)
        {
            await page.GotoAsync($"/requests/{receipt.Number}");
            await LookAsync(county.Workbench, page, receipt == cases.Fresh ? "" : "again");
            foreach (var path in await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.act')].map(a => a.getAttribute('href'))"))
            {
                acts.TryAdd(path[(path.IndexOf('/', "/requests/".Length) + 1)..], path);
            }

            letter = await page.EvaluateAsync<string?>("document.querySelector('a[href*=\"/letters/\"]')?.getAttribute('href')") ?? letter;
        }

        var table = "from=2026-01-01&to=2026-12-31&agency=2";
        string[] paths =
        [
            .. acts.Values, letter, $"/requests/{cases.Registered.Number}/do/delay", $"/requests/{cases.Registered.Number}/draft?outcome=NotFound", $"/requests/{cases.Registered.Number}/draft?outcome=PartlyGranted",
            $"/requests/{cases.Served.Number}/sign", $"/requests/{cases.Reviewed.Number}/sign", $"/requests/{cases.Served.Number}/sheets/ApprovalForm", $"/requests/{cases.Consulting.Number}/do/approve-extension", $"/requests/{cases.Served.Number}/receipt", $"/requests/{cases.Registered.Number}/fee?pages=120",
            "/", "/requests", "/archives", "/archives/destroyed", "/register?from=2026-03-02&to=2026-03-01", "/requests/new", "/handover", "/register", "/reminders", "/mail", $"/table-three?{table}", $"/table-three/requests?{table}&row=granted&column=person",
            "/oversight", "/accounts", "/accounts/new", $"/accounts/{county.Ids["officer"]}", "/agencies", "/agencies/new", $"/agencies/{County.Emergency}", "/audit", "/calendar", "/calendar/import", "/calendar/region", "/calendar/2026",
            "/account", "/account/password", "/account/second-factor", "/sign-out", "/status/404", "/status/403", "/no-such-page", "/kit", "/rules", "/rules/L01", "/check", check, $"{check}/notice", $"{check}/sum", $"{check}/delete",
        ];
        var second = await page.Context.NewPageAsync();
        await second.GotoAsync("/");
        await Axe.LoadAsync(second);
        await Task.WhenAll(VisitAsync(county.Workbench, page, paths.Where((_, i) => i % 2 == 0)), VisitAsync(county.Workbench, second, paths.Where((_, i) => i % 2 == 1)));
        Assert.Empty(PagesOf(county.Workbench).Where(p => !_seen.ContainsKey($"{Name(county.Workbench)}{p.Name}")).Select(p => p.Name));
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(WebApplication site, string path)
    {
        var page = await browser.OpenAsync(County.Home(site), path, 1280);
        await Axe.LoadAsync(page);
        return page;
    }

    private async Task VisitAsync(WebApplication site, IPage page, IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            await LookAsync(site, page);
        }
    }

    private async Task LookAsync(WebApplication site, IPage page, string state = "")
    {
        var path = new Uri(page.Url).AbsolutePath;
        var isNew = false;
        foreach (var known in PagesOf(site).Where(p => p.Matches(path)).OrderBy(p => p.Route.Count(c => c == '{')).Take(1))
        {
            isNew |= _seen.TryAdd($"{Name(site)}{known.Name}", true);
        }

        // 同一种页再来一次，内容不同，颜色还是那些。颜色（最费时）在头一次、或者有没见过的样式时才看，深色也是。
        var styles = await page.EvaluateAsync<string[]>("[...new Set([...document.querySelectorAll('[class]')].flatMap(e => [...e.classList]))]");
        // 每一个都要记下，不能遇到一个新的就停。
        string[] fresh = [.. styles.Where(s => _styles.TryAdd($"{Name(site)}{s}", true))];
        var isNewStyle = fresh.Length > 0;
        if (isNew)
        {
            await ShootAsync("desk");
        }

        await NoteAsync("desk", Axe.ViolationsAsync(page, isNew || isNewStyle ? Axe.All : Axe.AllButColour));
        if (isNewStyle)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await NoteAsync("dark", Axe.ViolationsAsync(page, "['color-contrast']"));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }

        await page.SetViewportSizeAsync(390, 844);
        await NoteAsync("phone", Axe.ViolationsAsync(page, "['scrollable-region-focusable']"));
        await NoteAsync("phone", Axe.OverflowAsync(page));
        await NoteAsync("any", Axe.BrokenAsync(page));
        await ShootAsync("phone");
        await page.SetViewportSizeAsync(1280, 900);

        async Task NoteAsync(string view, Task<string> found)
        {
            if (await found is { Length: > 0 } violations)
            {
                _wrong.Enqueue($"{Name(site)} {path} {state} {view}\n{violations}");
            }
        }

        // 给人看的截图：设了 GONGKAI_SCREENSHOTS（一个文件夹）才拍。
        async Task ShootAsync(string view)
        {
            if (Environment.GetEnvironmentVariable("GONGKAI_SCREENSHOTS") is { Length: > 0 } folder)
            {
                var file = $"{Name(site)}{path.Replace('/', '_')}{(state.Length > 0 ? "-" + state.Replace(' ', '-') : "")}-{view}.png";
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, file), FullPage = true });
            }
        }
    }

    private string Name(WebApplication site) => site == county.Portal ? "portal" : "workbench";

    private static IEnumerable<KnownPage> PagesOf(WebApplication site) => ((IEndpointRouteBuilder)site).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
        .Select(e => new KnownPage(e.Metadata.GetMetadata<PageActionDescriptor>()!.ViewEnginePath, e.RoutePattern.RawText!))
        .DistinctBy(p => p.Name);

    // 几页都对得上的，参数少的是：/requests/new 不算 /requests/{number}。
    private sealed record KnownPage(string Name, string Route)
    {
        private readonly Regex _shape = new($"^/{Parameter().Replace(Route, m => m.Value.Contains("guid", StringComparison.Ordinal) ? "[0-9a-f-]{36}" : m.Value.Contains("int", StringComparison.Ordinal) ? "[0-9]+" : "[^/]+")}$");

        public bool Matches(string path) => _shape.IsMatch(path);
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
