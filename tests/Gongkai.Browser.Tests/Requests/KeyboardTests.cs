using System.Text.Json;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests.Requests;

/// <summary>只用键盘：Tab 走得到每一个控件，走到哪里看得见，Enter 交得上。</summary>
public sealed class KeyboardTests(BrowserFixture browser, County county)
{
    // 该走得到的：一组单选只算一个；收起的、停用的、写明不走的不算。
    private const string Mark = """
        () => {
            const groups = new Set();
            const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')].filter(e => {
                if (e.disabled || e.tabIndex < 0 || !e.checkVisibility()) { return false; }
                if (e.type !== 'radio') { return true; }
                const first = !groups.has(e.name);
                groups.add(e.name);
                return first;
            });
            all.forEach(e => e.dataset.walk = e.type === 'radio' ? e.name : e.outerHTML.slice(0, 150));
            document.querySelectorAll('input[type=radio]').forEach(e => e.dataset.walk = e.name);
            return all.map(e => e.dataset.walk);
        }
        """;

    // 看得见：自己、标签或者外框有轮廓或者光圈，而且在屏幕里。
    private const string Here = """
        () => {
            const e = document.activeElement;
            const ring = x => { const s = getComputedStyle(x); return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none'; };
            const box = e.getBoundingClientRect();
            const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
            return { walk: e.dataset.walk ?? '', shown: inside && [e, ...(e.labels ?? []), e.parentElement].some(ring) };
        }
        """;

    [Fact]
    public async Task The_filing_form_is_walked_with_tab_and_handed_in_with_enter()
    {
        var page = await browser.OpenAsync(County.Home(county.Portal), $"/apply/{County.Slug}", 1280);
        await PressAsync(page, "开始填写");
        await FillAsync(page, "kind");
        await TabToAsync(page, "#Kind");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");
        await FillAsync(page, "identity", ("#Name", "林小满"), ("#IdNumber", "11010519491231002X"));
        await page.Keyboard.PressAsync("Enter");
        await FillAsync(page, "what", ("#Subject", Steps.Subject), ("#Description", "清溪县应急管理局在2025年签订的防汛物资采购合同及其附件。"));
        await PressAsync(page, "保存，下一步");
        await FillAsync(page, "delivery");
        await TabToAsync(page, "#Delivery");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");
        await FillAsync(page, "contact", ("#Telephone", "13000000000"));
        await page.Keyboard.PressAsync("Enter");
        await FillAsync(page, "help");
        await PressAsync(page, "保存，下一步");
        await FillAsync(page, "check");
        await PressAsync(page, "提交申请");
        await Assertions.Expect(page.Locator(".receipt__code")).ToBeVisibleAsync();
        await WalkAsync(page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Every_control_of_the_case_page_and_of_an_act_is_reached_with_tab()
    {
        var (number, _) = await FileAsync();
        var page = await browser.OpenAsync(County.Home(county.Workbench), "/sign-in", 1280);
        await page.SignInAsync("officer");
        await page.GotoAsync($"/requests/{number}");
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await WalkAsync(page);
        await page.GotoAsync($"/requests/{number}/do/register");
        await WalkAsync(page);
        await PressAsync(page, "登记");
        await Assertions.Expect(page.Locator("main [role=status]").First).ToBeVisibleAsync();
        await page.GotoAsync($"/requests/{number}/do/consult");
        await WalkAsync(page);
        await page.Context.CloseAsync();
    }

    private async Task<(string Number, string Code)> FileAsync()
    {
        var page = await browser.OpenAsync(County.Home(county.Portal));
        var filed = await page.FileAsync();
        await page.Context.CloseAsync();
        return filed;
    }

    private static async Task FillAsync(IPage page, string step, params (string Field, string Value)[] fields)
    {
        await page.WaitForURLAsync($"**/{step}");
        await WalkAsync(page);
        foreach (var (field, value) in fields)
        {
            await TabToAsync(page, field);
            await page.Keyboard.InsertTextAsync(value);
        }
    }

    private static async Task PressAsync(IPage page, string button)
    {
        await TabToAsync(page, $"main button:text-is('{button}')");
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        var target = page.Locator(selector);
        for (var i = 0; i < 200; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"Tab 走不到 {selector}：{page.Url}");
    }

    private static async Task WalkAsync(IPage page)
    {
        var left = (await page.EvaluateAsync<string[]>(Mark)).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(left);
        List<string> unseen = [];

        // 日期一项要按几次才走得过。
        for (var i = left.Count * 2 + 20; i > 0 && left.Count > 0; i--)
        {
            await page.Keyboard.PressAsync("Tab");
            var here = await page.EvaluateAsync<JsonElement>(Here);
            var walk = here.GetProperty("walk").GetString()!;
            if (left.Remove(walk) && !here.GetProperty("shown").GetBoolean())
            {
                unseen.Add(walk);
            }
        }

        Assert.True(left.Count == 0, $"{page.Url} Tab 走不到：\n{string.Join('\n', left)}");
        Assert.True(unseen.Count == 0, $"{page.Url} 走到了看不出来：\n{string.Join('\n', unseen)}");
    }
}
