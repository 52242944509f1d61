using System.Collections.Concurrent;
using Gongkai.Reports;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Staff;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests.Requests;

/// <summary>两个站点的每一页，办到每一个地步的申请，每一张表单空着交上的样子：axe 一条不报，焦点看得见，390 像素宽装得下。</summary>
public sealed class EveryPageTests(BrowserFixture browser, County county)
{
    private const int Unprocessable = 422;
    private const int BadRequest = 400;
    private const string Primary = "main form[method=post] button.primary";
    private const string Danger = "main form[method=post] button.danger";

    private static readonly string[] Disputable = ["served", "notFound", "archived", "feeLapsed", "supplementLapsed", "overdue"];

    // 一般的一种，与要勾选各部分的一种。
    private static readonly string[] DraftedAs = ["NotFound", "PartlyGranted"];

    private readonly ConcurrentQueue<string> _wrong = [];

    [Fact]
    public async Task Every_page_of_both_sites_is_clean_and_fits_the_phone()
    {
        var cases = await SampleCases.FillAsync(county);
        var (portal, workbench) = (new SiteWalk("portal", county.Portal, _wrong), new SiteWalk("workbench", county.Workbench, _wrong));
        await Task.WhenAll(PortalAsync(portal, cases), WorkbenchAsync(workbench, cases));
        Assert.True(_wrong.IsEmpty, string.Join("\n\n", _wrong.Order(StringComparer.Ordinal)));
        Assert.Empty(portal.Unseen.Concat(workbench.Unseen));
    }

    private async Task PortalAsync(SiteWalk walk, SampleCases cases)
    {
        var look = await OpenAsync(walk, County.Home(county.Portal), "/");
        var page = look.Page;
        await page.FileAsync(() => look.LookAsync());
        await look.LookAsync();
        await page.GotoAsync($"/apply/{County.Slug}");
        await page.GetByRole(AriaRole.Button, new() { Name = "开始填写" }).ClickAsync();
        await page.ArriveAsync("**/kind");
        var form = page.Url.Replace("/kind", "", StringComparison.Ordinal);
        foreach (var step in new[] { "kind", "identity", "what", "delivery", "contact" })
        {
            await page.GotoAsync($"{form}/{step}");
            await look.SpoilAsync(Primary, Unprocessable, $"{step} empty");
        }

        await page.GotoAsync("/follow");
        await look.SpoilAsync(Primary, Unprocessable, "empty");
        foreach (var (name, receipt) in cases.All.Where(c => c.Key != "destroyed"))
        {
            await FollowAsync(page, receipt);
            await look.LookAsync(name);

            // 有得不服的才说怎么办：答复了的、逾期不再处理的、过了期限没有答复的。
            Assert.Equal((name, Disputable.Contains(name)), (name, await page.GetByRole(AriaRole.Link, new() { Name = "网上申请行政复议" }).CountAsync() > 0));
        }

        await FollowAsync(page, cases["destroyed"]);
        await look.LookAsync("destroyed", Unprocessable);
        await page.GotoAsync($"/follow/{cases["served"].Number}");
        await page.Locator(".papers__name").First.ClickAsync();
        await page.ArriveAsync("**/letters/*");
        await look.LookAsync();
        foreach (var (about, name) in new[] { ("supplement", "awaiting"), ("fee", "awaitingFee"), ("reasons", "awaitingReasons") })
        {
            await look.GoAsync($"/follow/{cases[name].Number}/answer/{about}", state: about);
            await look.SpoilAsync(Primary, Unprocessable, $"{about} empty");
        }

        string[] paths =
        [
            "/", "/?q=没有这样的", "/?q=应急", $"/agencies/{County.Slug}", $"/apply/{County.Slug}?q=合同", $"/apply/{County.Slug}?lost=1", "/follow", "/about", "/status/404",
            $"/follow/{cases["served"].Number}/answer/fee", $"/follow/{cases["awaiting"].Number}/withdraw", $"/follow/{cases["served"].Number}/withdraw", $"/follow/{cases["served"].Number}/receipt",
        ];
        foreach (var path in paths)
        {
            await look.GoAsync(path);
        }

        await look.GoAsync("/no-such-page", 404);
        await page.Context.CloseAsync();
    }

    private static async Task FollowAsync(IPage page, FilingReceipt receipt)
    {
        await page.GotoAsync("/follow");
        await page.GetByLabel("登记编号").FillAsync(receipt.Number);
        await page.GetByLabel("查询码").FillAsync(receipt.QueryCode);
        await page.GetByRole(AriaRole.Button, new() { Name = "查看" }).ClickAsync();
    }

    private async Task WorkbenchAsync(SiteWalk walk, SampleCases cases)
    {
        await UnsetAsync(walk);
        var look = await OpenAsync(walk, County.Home(county.Workbench), "/sign-in");
        await look.LookAsync();
        await look.SpoilAsync(Primary, BadRequest, "empty");
        await look.Page.SignInAsync(County.Admin, county.AdminCode);
        await NewcomerAsync(walk, look);
        await HolidaysAsync(look);
        await look.Page.GotoAsync("/check");
        await look.Page.HandInAsync("清溪县应急管理局.docx");
        var check = new Uri(look.Page.Url).AbsolutePath;
        var found = await CasesAsync(look, cases);

        // 能办的事一件不漏，每一种内部用纸也是。
        Assert.Equal((await cases.EveryActAsync()).Order(StringComparer.Ordinal), found.Acts.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(PrintSheet.Types.Select(t => t.ToString()).Order(StringComparer.Ordinal), found.Sheets.Keys.Order(StringComparer.Ordinal));
        var work = new ConcurrentQueue<Func<PageLook, Task>>([.. Acts(found.Acts, cases), .. Spoilt(cases), .. Paths(cases, check, found).Select(p => (Func<PageLook, Task>)(l => l.GoAsync(p)))]);
        work.Enqueue(l => l.GoAsync("/register?from=2026-03-02&to=2026-03-01", BadRequest));
        work.Enqueue(l => l.GoAsync("/no-such-page", 404));
        PageLook[] lookers = [look, await SecondAsync(walk, look), await SecondAsync(walk, look)];
        await Task.WhenAll(lookers.Select(async looker =>
        {
            while (work.TryDequeue(out var next))
            {
                await next(looker);
            }
        }));
        await look.Page.Context.CloseAsync();
    }

    // 一个账号也没有的工作台：初次设置。
    private async Task UnsetAsync(SiteWalk walk)
    {
        var look = await OpenAsync(walk, County.Home(county.Unset), "/");
        await look.LookAsync();
        await look.SpoilAsync(Primary, BadRequest, "empty");
        await look.Page.Context.CloseAsync();
    }

    // 新来的管理员：一次性密码，非换不可，非启用两步验证不可，恢复码。
    private async Task NewcomerAsync(SiteWalk walk, PageLook admin)
    {
        await admin.GoAsync("/accounts/new");
        await admin.SpoilAsync(Primary, BadRequest, "empty");
        await admin.Page.GetByLabel("用户名").FillAsync("newcomer");
        await admin.Page.GetByLabel("姓名").FillAsync("新来的小孙");
        await admin.Page.GetByLabel("职责", new() { Exact = true }).SelectOptionAsync("Administrator");
        await admin.Page.Locator(Primary).ClickAsync();
        var given = await admin.Page.Locator(".code").InnerTextAsync();
        await admin.LookAsync("one-time password");

        var look = await OpenAsync(walk, County.Home(county.Workbench), "/sign-in");
        var page = look.Page;
        await page.GetByLabel("用户名").FillAsync("newcomer");
        await page.GetByLabel("密码").FillAsync(given);
        await page.Locator(Primary).ClickAsync();
        await page.ArriveAsync("**/account/password");
        await look.LookAsync("must change");
        await look.SpoilAsync(Primary, BadRequest, "must change empty");
        await page.GetByLabel("现在的密码").FillAsync(given);
        await page.GetByLabel("新密码", new() { Exact = true }).FillAsync(County.Password + "-2");
        await page.GetByLabel("再输一次新密码").FillAsync(County.Password + "-2");
        await page.Locator(Primary).ClickAsync();
        await page.ArriveAsync("**/account/second-factor");
        await look.LookAsync("enrol");
        var secret = (await page.Locator(".code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await look.SpoilAsync(Primary, BadRequest, "enrol empty");
        await page.GetByLabel("动态码").FillAsync(Totp.CodeAt(secret, Totp.StepOf(county.Clock.GetUtcNow())));
        await page.Locator(Primary).ClickAsync();
        await page.Locator(".recovery").WaitForAsync();
        await look.LookAsync("recovery codes");
        await page.Context.CloseAsync();
    }

    // 这一年改了一天：先看会动什么，导入，再看动了什么。
    private static async Task HolidaysAsync(PageLook look)
    {
        await look.Page.GotoAsync("/calendar/import");
        await look.SpoilAsync(Primary, BadRequest, "empty");
        await look.Page.GetByLabel("哪一年的安排").FillAsync("2026");
        await look.Page.GetByLabel("通知的标题").FillAsync("关于调整2026年节假日安排的通知");
        await look.Page.GetByLabel("或者贴在这里").FillAsync(Holidays());
        await look.Page.Locator(Primary).ClickAsync();
        await look.Page.GetByRole(AriaRole.Button, new() { Name = "导入并重算" }).WaitForAsync();
        await look.LookAsync("preview");
        await look.Page.Locator(Primary).ClickAsync();
        await look.Page.ArriveAsync("**/calendar/2026");
        await look.LookAsync("moved");
        await Assertions.Expect(look.Page.Locator("tbody tr").First).ToBeVisibleAsync();
    }

    // 每一件各看一页，记下哪些事轮得到在它上面办、印得出哪些用纸。
    private static async Task<Found> CasesAsync(PageLook look, SampleCases cases)
    {
        var found = new Found();
        foreach (var (name, receipt) in cases.All)
        {
            await look.GoAsync($"/requests/{receipt.Number}", state: name);
            foreach (var path in await HrefsAsync(".act"))
            {
                found.Acts.TryAdd(path[(path.IndexOf('/', "/requests/".Length) + 1)..], path);
            }

            foreach (var path in await HrefsAsync(".sheets a:not([href$='.docx'])"))
            {
                found.Sheets.TryAdd(path[(path.LastIndexOf('/') + 1)..], path);
            }

            found.Letter = (await HrefsAsync("a[href*='/letters/']")).LastOrDefault() ?? found.Letter;
        }

        return found;

        Task<string[]> HrefsAsync(string selector) => look.Page.EvaluateAsync<string[]>("s => [...document.querySelectorAll(s)].map(a => a.getAttribute('href'))", selector);
    }

    // 每件事的表：先看，再空着交。不用填什么、一交就办成的，只看。
    private static IEnumerable<Func<PageLook, Task>> Acts(Dictionary<string, string> acts, SampleCases cases) => acts.Select(act => (Func<PageLook, Task>)(async look =>
    {
        await look.GoAsync(act.Value);
        var button = act.Key switch
        {
            "review" => "main form[method=post] button[value=false]",
            "sign" => Danger,
            _ => Primary,
        };
        if (act.Key == "draft")
        {
            foreach (var outcome in DraftedAs)
            {
                await look.GoAsync($"/requests/{cases["registered"].Number}/draft?outcome={outcome}", state: outcome);
                await look.SpoilAsync(button, BadRequest, $"{outcome} empty");
            }
        }
        else if (act.Key != "do/approve-extension")
        {
            await look.SpoilAsync(button, BadRequest, "empty");
        }
    }));

    private static IEnumerable<Func<PageLook, Task>> Spoilt(SampleCases cases)
    {
        (string Path, string Button, string State, string Text)[] forms =
        [
            ($"/requests/{cases["registered"].Number}", "form[action*='Note'] button", "note empty", ""), ($"/requests/{cases["registered"].Number}", "form[action*='Attach'] button", "files empty", ""),
            ("/requests/new", Primary, "empty", ""), ("/handover", Primary, "empty", ""), ("/archives", "form[action*='Appraise'] .primary", "appraise empty", ""), ("/archives", "form[action*='Destroy'] .danger", "destroy empty", ""),
            ("/mail", Primary, "empty", ""), ("/reminders", Primary, "wrong", "不是邮箱"), ("/agencies/new", Primary, "empty", ""), ($"/agencies/{County.Emergency}", Primary, "empty", ""),
            ("/calendar/region", Primary, "wrong", "不是日子"), ("/account/password", Primary, "empty", ""), ("/account/second-factor", "form[action*='Renew'] button", "empty", ""),
        ];
        return forms.Select(f => (Func<PageLook, Task>)(async look =>
        {
            await look.GoAsync(f.Path);
            await look.SpoilAsync(f.Button, BadRequest, f.State, f.Text);
        }));
    }

    private IEnumerable<string> Paths(SampleCases cases, string check, Found found)
    {
        const string Table = "from=2026-01-01&to=2026-12-31&agency=2";
        return
        [
            .. found.Sheets.Values, found.Letter, $"/requests/{cases["served"].Number}/sign", $"/requests/{cases["served"].Number}/do/consult", $"/requests/{cases["served"].Number}/receipt", $"/requests/{cases["registered"].Number}/fee?pages=120",
            "/", "/requests", "/archives/destroyed", "/register", $"/table-three?{Table}", $"/table-three?{Table.Replace("agency=2", "agency=1&with=lower", StringComparison.Ordinal)}", $"/table-three/requests?{Table}&row=granted&column=person",
            "/oversight", "/accounts", $"/accounts/{county.Ids["officer"]}", "/agencies", "/audit", "/calendar", "/account", "/sign-out", "/status/404", "/status/403", "/kit", "/rules", "/rules/L01", "/check", check, $"{check}/notice", $"{check}/sum", $"{check}/delete",
        ];
    }

    private async Task<PageLook> OpenAsync(SiteWalk walk, Uri home, string path) => await PageLook.OpenAsync(walk, await browser.OpenAsync(home, path, 1280));

    private static async Task<PageLook> SecondAsync(SiteWalk walk, PageLook first)
    {
        var page = await first.Page.Context.NewPageAsync();
        await page.GotoAsync("/");
        return await PageLook.OpenAsync(walk, page);
    }

    private sealed class Found
    {
        public Dictionary<string, string> Acts { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, string> Sheets { get; } = new(StringComparer.Ordinal);

        public string Letter { get; set; } = "";
    }

    // 2026 年的安排，三月里多放一天。
    private static string Holidays()
    {
        var notice = PublishedHolidays.Calendar.Notices.Single(n => n.Year == 2026);
        string[] lines =
        [
            "date,name,is_off_day",
            .. notice.NamedDaysOff.Select(d => $"{d.Date:yyyy-MM-dd},{d.Holiday},true"),
            .. notice.NamedMakeUpDays.Select(d => $"{d.Date:yyyy-MM-dd},{d.Holiday},false"),
            "2026-03-13,本年增加,true",
        ];
        return string.Join('\n', lines);
    }
}
