using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests.Requests;

/// <summary>一个站点看到了哪些页：页是从站点里数出来的，新加的一页漏不掉。</summary>
/// <param name="name">叫什么，写在毛病前面。</param>
/// <param name="site">站点。</param>
/// <param name="wrong">毛病放在哪里。</param>
internal sealed partial class SiteWalk(string name, WebApplication site, ConcurrentQueue<string> wrong)
{
    private readonly ConcurrentDictionary<string, bool> _seen = [];
    private readonly ConcurrentDictionary<string, bool> _styles = [];
    private readonly KnownPage[] _pages = [.. ((IEndpointRouteBuilder)site).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
        .Select(e => new KnownPage(e.Metadata.GetMetadata<PageActionDescriptor>()!.ViewEnginePath, e.RoutePattern.RawText!))
        .DistinctBy(p => p.Name)
        .OrderBy(p => p.Route.Count(c => c == '{'))];

    public string Name => name;

    public ConcurrentQueue<string> Wrong => wrong;

    /// <summary>没有好好看到过的页。</summary>
    public IEnumerable<string> Unseen => _pages.Where(p => !_seen.ContainsKey(p.Name)).Select(p => p.Name);

    /// <summary>记下看到了这一页；头一次为真。几页都对得上的，参数少的是。</summary>
    public bool See(string path) => _pages.FirstOrDefault(p => p.Matches(path)) is { } known && _seen.TryAdd(known.Name, true);

    /// <summary>每一个都记下；有没见过的样式为真。</summary>
    public bool IsNewStyle(IEnumerable<string> styles)
    {
        string[] fresh = [.. styles.Where(s => _styles.TryAdd(s, true))];
        return fresh.Length > 0;
    }

    private sealed record KnownPage(string Name, string Route)
    {
        private readonly Regex _shape = new($"^/{Parameter().Replace(Route, m => m.Value.Contains("guid", StringComparison.Ordinal) ? "[0-9a-f-]{36}" : m.Value.Contains("int", StringComparison.Ordinal) ? "[0-9]+" : "[^/]+")}$");

        public bool Matches(string path) => _shape.IsMatch(path);
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}

/// <summary>一个浏览器页，走到哪里就把那一页看一遍：状态码、axe、键盘、手机宽度。</summary>
internal sealed class PageLook
{
    private const string Classes = "[...new Set([...document.querySelectorAll('[class]')].flatMap(e => [...e.classList]))]";

    // 空着交：文字、日子清掉，选择、勾选都不选；浏览器自己的必填拦不住。
    private const string Clear = """
        (button, text) => {
            document.querySelectorAll('details').forEach(d => d.open = true);
            const form = button.form;
            form.noValidate = true;
            for (const e of form.elements) {
                if (e.type === 'hidden' || e.disabled) { continue; }
                if (e.tagName === 'SELECT') { if ([...e.options].some(o => o.value === '')) { e.value = ''; } }
                else if (e.type === 'checkbox' || e.type === 'radio') { e.checked = false; }
                else if (e.tagName === 'TEXTAREA' || (e.tagName === 'INPUT' && e.type !== 'file')) { e.value = text; }
            }
        }
        """;

    private readonly SiteWalk _walk;
    private int _status;

    private PageLook(SiteWalk walk, IPage page)
    {
        (_walk, Page) = (walk, page);
        page.Response += (_, response) =>
        {
            if (response.Request.IsNavigationRequest && response.Status is < 300 or >= 400)
            {
                _status = response.Status;
            }
        };
    }

    public IPage Page { get; }

    public static async Task<PageLook> OpenAsync(SiteWalk walk, IPage page)
    {
        var look = new PageLook(walk, page);
        await Axe.LoadAsync(page);
        return look;
    }

    public async Task GoAsync(string path, int expected = 200, string state = "")
    {
        await Page.GotoAsync(path);
        await LookAsync(state, expected);
    }

    /// <summary>把一张表单空着（或者都填同一句话）交上：不收，错误摘要也要看一遍。</summary>
    public async Task SpoilAsync(string button, int expected, string state, string text = "")
    {
        var target = Page.Locator(button).First;
        await target.EvaluateAsync($"(e, text) => ({Clear})(e, text)", text);
        await target.ClickAsync();
        await LookAsync(state, expected);
        if (await Page.Locator(".error-summary").CountAsync() == 0)
        {
            _walk.Wrong.Enqueue($"{_walk.Name} {Page.Url} {state}: 没有错误摘要");
        }
    }

    public async Task LookAsync(string state = "", int expected = 200)
    {
        var path = new Uri(Page.Url).AbsolutePath;
        var styles = await Page.EvaluateAsync<string[]>(Classes);
        if (_status != expected)
        {
            _walk.Wrong.Enqueue($"{_walk.Name} {path} {state}: 状态码 {_status}，应为 {expected}");
        }

        // 打不开的页、交不上的表单，不算看到过。
        var isNew = expected == 200 && _status == expected && _walk.See(path);

        // 同一种页再来一次，内容不同，颜色还是那些。颜色（最费时）在头一次、或者有没见过的样式时才看，深色也是。
        var isNewStyle = _walk.IsNewStyle(styles);
        await ShootAsync("desk", isNew || state.Length > 0);
        await NoteAsync("desk", Axe.ViolationsAsync(Page, isNew || isNewStyle ? Axe.All : Axe.AllButColour));
        await NoteAsync("any", Axe.BrokenAsync(Page));
        if (isNewStyle)
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await NoteAsync("dark", Axe.ViolationsAsync(Page, "['color-contrast']"));
            await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }

        if (isNew || isNewStyle)
        {
            // 按过一次键，浏览器才当是在用键盘；刚用鼠标点过的不画焦点。
            await Page.Keyboard.PressAsync("Tab");
            await NoteAsync("keyboard", Page.EvaluateAsync<string>(Keys.Focus));
        }

        await Page.SetViewportSizeAsync(390, 844);
        await NoteAsync("phone", Axe.PhoneAsync(Page));
        await ShootAsync("phone", shoots: true);
        await Page.SetViewportSizeAsync(1280, 900);

        async Task NoteAsync(string view, Task<string> found)
        {
            if (await found is { Length: > 0 } violations)
            {
                _walk.Wrong.Enqueue($"{_walk.Name} {path} {state} {view}\n{violations}");
            }
        }

        // 给人看的截图：设了 GONGKAI_SCREENSHOTS（一个文件夹）才拍。
        async Task ShootAsync(string view, bool shoots)
        {
            if (shoots && Environment.GetEnvironmentVariable("GONGKAI_SCREENSHOTS") is { Length: > 0 } folder)
            {
                var file = $"{_walk.Name}{path.Replace('/', '_')}{(state.Length > 0 ? "-" + state.Replace(' ', '-') : "")}-{view}.png";
                await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, file), FullPage = true });
            }
        }
    }
}
