using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>在一页上跑 axe；比手机宽的也算。</summary>
internal static class Axe
{
    /// <summary>全部规则。</summary>
    public const string All = "[]";

    /// <summary>除了颜色对比：它一条占一半时间。</summary>
    public const string AllButColour = "[], ['color-contrast']";

    /// <summary>换成深色才会不同的。</summary>
    public const string OfColour = "['color-contrast', 'link-in-text-block']";

    /// <summary>宽度管得着的。</summary>
    public const string OfWidth = "['scrollable-region-focusable', 'meta-viewport', 'aria-hidden-focus', 'link-name', 'button-name', 'select-name', 'label']";

    // axe-playwright 的 RunAxe 每次另开一页、带回通过的每一项，小页也要一秒：这里只要违反的。颜色正在渐变时对比度不算数，先等它变完。
    private const string Run = """
        async (only, except = []) => {
            document.querySelectorAll('details').forEach(d => d.open = true);
            await new Promise(requestAnimationFrame);
            await Promise.all(document.getAnimations().map(a => a.finished));
            const options = { resultTypes: ['violations'], iframes: false };
            if (only.length > 0) { options.runOnly = { type: 'rule', values: only }; }
            options.rules = Object.fromEntries(except.map(id => [id, { enabled: false }]));
            const { violations } = await axe.run(document, options);
            return violations.map(v => `${v.id}: ${v.help}\n  ` + v.nodes.slice(0, 5).map(n => n.html).join('\n  ')).join('\n');
        }
        """;

    // 最宽的那几个，说得出是谁撑破的；自己能左右滚动的里面不算。
    private const string Wide = """
        () => {
            const room = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= room) { return ''; }
            const scrolls = e => { for (let p = e.parentElement; p; p = p.parentElement) { if (getComputedStyle(p).overflowX !== 'visible') { return true; } } return false; };
            return 'wider than the phone: ' + [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > room + 0.5 && !scrolls(e))
                .slice(0, 5).map(e => e.outerHTML.slice(0, 120)).join('\n  ');
        }
        """;

    // axe 不管的两样：没有展开的站内地址，没有防伪标记因而交不上的表单。
    private const string Broken = """
        () => [...document.querySelectorAll('[href^="~"], [action^="~"], form[method=post]:not(:has([name=__RequestVerificationToken]))')].map(e => 'leads nowhere: ' + e.outerHTML.slice(0, 160)).join('\n  ')
        """;

    private static readonly string Source = new BundledAxeScriptProvider().GetScript();

    /// <summary>以后在这一页里打开的都能跑。</summary>
    public static async Task LoadAsync(IPage page)
    {
        await page.AddInitScriptAsync(Source);
        await page.ReloadAsync();
    }

    /// <summary>违反的各条；没有为空。</summary>
    public static Task<string> ViolationsAsync(IPage page, string rules) => page.EvaluateAsync<string>($"({Run})({rules})");

    /// <summary>点了没有用的链接、交不上的表单；没有为空。</summary>
    public static Task<string> BrokenAsync(IPage page) => page.EvaluateAsync<string>(Broken);

    /// <summary>手机宽度上：比屏幕宽的，左右滚得动而键盘到不了的；没有为空。</summary>
    public static Task<string> PhoneAsync(IPage page) =>
        page.EvaluateAsync<string>($"async () => [await ({Run})(['scrollable-region-focusable']), ({Wide})()].filter(t => t !== '').join('\\n')");
}
