using System.Text.Json;
using Gongkai.Core.Requests;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests.Requests;

/// <summary>只用键盘：Tab 照页上的次序走到每一个控件，走到哪里样子变了看得见，走得出去，Enter 交得上。</summary>
public sealed class KeyboardTests(BrowserFixture browser, County county)
{
    [Fact]
    public async Task The_filing_form_is_walked_with_tab_and_handed_in_with_enter()
    {
        var page = await browser.OpenAsync(County.Home(county.Portal), $"/apply/{County.Slug}", 1280);
        await WalkAsync(page);
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
    public async Task A_citizen_finds_the_case_and_supplements_it_with_the_keyboard_alone()
    {
        var today = new DateOnly(2026, 3, 2);
        var receipt = await SampleCases.RegisteredAsync(county, ("officer", new AskForSupplement(today, 10, new LetterWording { Items = ["请写明是哪一次采购"] }, today)));
        var page = await browser.OpenAsync(County.Home(county.Portal), "/follow", 1280);
        await WalkAsync(page);
        await TypeAsync(page, ("[name=Number]", receipt.Number), ("[name=Code]", receipt.QueryCode));
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync($"**/follow/{receipt.Number}");
        await WalkAsync(page);
        await TabToAsync(page, "a[href$='/answer/supplement']");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("**/answer/supplement");
        await WalkAsync(page);
        await TypeAsync(page, ("#Text", "2025年4月的那一次，沙袋与抽水泵。"));
        await PressAsync(page, "提交");
        await page.ArriveAsync("**done=supplement**");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Officers_draft_review_sign_and_serve_a_reply_with_the_keyboard_alone()
    {
        var receipt = await SampleCases.RegisteredAsync(county);
        var officer = await SignInAsync("officer");
        await officer.GotoAsync("/requests");
        await WalkAsync(officer);
        await officer.GotoAsync($"/requests/{receipt.Number}");
        await officer.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await WalkAsync(officer);
        await EnterAsync(officer, ".act[href$='/draft']", "**/draft");
        await ChooseAsync(officer, "#outcome", nameof(Outcome.Granted));
        await PressAsync(officer, "选定");
        await officer.ArriveAsync("**outcome=Granted");
        await WalkAsync(officer);
        await TypeAsync(officer, ("#Disclosed", Steps.Subject), ("#AccessRoute", "随本答复书提供电子件"));
        await TabToAsync(officer, "#HandedOverOtherwise");
        await officer.Keyboard.PressAsync("Space");
        await PressAsync(officer, "送审查");
        await DoneAsync(officer);

        var reviewer = await SignInAsync("reviewer");
        foreach (var kind in new[] { nameof(ReviewKind.Legal), nameof(ReviewKind.Secrecy) })
        {
            await reviewer.GotoAsync($"/requests/{receipt.Number}/review");
            await ChooseAsync(reviewer, "#Kind", kind);
            await PressAsync(reviewer, "通过");
            await DoneAsync(reviewer);
        }

        var leader = await SignInAsync("leader");
        await leader.GotoAsync($"/requests/{receipt.Number}/sign");
        await PressAsync(leader, "签发");
        await DoneAsync(leader);

        await officer.GotoAsync($"/requests/{receipt.Number}");
        await EnterAsync(officer, ".act[href$='/do/serve']", "**/do/serve");
        await WalkAsync(officer);
        await ChooseAsync(officer, "#Mode", nameof(ServiceMode.Electronic));
        await PressAsync(officer, "送达");
        await DoneAsync(officer);
        await Assertions.Expect(officer.Locator(".timeline")).ToContainTextAsync("本件办结");
        foreach (var page in new[] { officer, reviewer, leader })
        {
            await page.Context.CloseAsync();
        }
    }

    private async Task<IPage> SignInAsync(string user)
    {
        var page = await browser.OpenAsync(County.Home(county.Workbench), "/sign-in", 1280);
        await TypeAsync(page, ("#UserName", user), ("#Password", County.Password));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "退出" })).ToBeVisibleAsync();
        return page;
    }

    private static Task DoneAsync(IPage page) => Assertions.Expect(page.Locator("main [role=status]").First).ToBeVisibleAsync();

    private static async Task FillAsync(IPage page, string step, params (string Field, string Value)[] fields)
    {
        await page.ArriveAsync($"**/{step}");
        await WalkAsync(page);
        await TypeAsync(page, fields);
    }

    private static async Task TypeAsync(IPage page, params (string Field, string Value)[] fields)
    {
        foreach (var (field, value) in fields)
        {
            await TabToAsync(page, field);
            await page.Keyboard.InsertTextAsync(value);
        }
    }

    // 下拉的用箭头一项一项走。
    private static async Task ChooseAsync(IPage page, string field, string value)
    {
        await TabToAsync(page, field);
        for (var i = 0; i < 40; i++)
        {
            if (await page.Locator(field).InputValueAsync() == value)
            {
                return;
            }

            await page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.Fail($"箭头走不到 {field} 的 {value}：{page.Url}");
    }

    private static async Task PressAsync(IPage page, string button)
    {
        await TabToAsync(page, $"main button:text-is('{button}')");
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task EnterAsync(IPage page, string link, string to)
    {
        await TabToAsync(page, link);
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync(to);
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        var target = page.Locator(selector).First;
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

    // 一圈：每一个都走到，一个接着一个，走到了样子要变；走完最后一个走得出去。
    private static async Task WalkAsync(IPage page)
    {
        var names = await page.EvaluateAsync<string[]>(Keys.Mark);
        Assert.NotEmpty(names);
        var left = Enumerable.Range(0, names.Length).ToHashSet();
        List<string> wrong = [];
        var last = -2;

        // 日期一项要按几次才走得过。
        for (var i = (names.Length * 3) + 20; i > 0 && left.Count > 0; i--)
        {
            await page.Keyboard.PressAsync("Tab");
            var here = await page.EvaluateAsync<JsonElement>(Keys.Here);
            var at = here.GetProperty("index").GetInt32();
            if (at == last)
            {
                continue;
            }

            var isNext = last < -1 || at == last + 1 || (last == names.Length - 1 && at is -1 or 0);
            wrong.AddRange(isNext ? [] : [$"从 {Name(last)} 走到了 {Name(at)}"]);
            wrong.AddRange(left.Remove(at) && !here.GetProperty("shown").GetBoolean() ? [$"走到了看不出来：{Name(at)}"] : []);
            last = at;
        }

        Assert.True(left.Count == 0, $"{page.Url} Tab 走不到：\n{string.Join('\n', left.Select(Name))}");
        Assert.True(wrong.Count == 0, $"{page.Url}\n{string.Join('\n', wrong)}");

        string Name(int index) => index < 0 ? "页外" : names[index];
    }
}
