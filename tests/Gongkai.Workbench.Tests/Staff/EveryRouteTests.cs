using System.Net;
using Gongkai.Core.Agencies;
using Gongkai.Storage;
using Gongkai.UseCases;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;
using Gongkai.Workbench.Tests.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Workbench.Tests.Staff;

/// <summary>网站的每一个去处，照路由表数：没有登录的进不来；不办案的职责打不开申请；各职责只打得开归他的页。</summary>
public sealed class EveryRouteTests(StaffSite site) : IClassFixture<StaffSite>
{
    private const string None = "0190b0b0-0000-7000-8000-000000000000";

    // 没有登录也开的。
    private static readonly string[] _open = ["/sign-in", "/status/{code:int}", "/kit", "/rules", "/rules/{code}", "/preferences/large-type", "/due-dates/{token}.ics", "/letter.css"];

    // 登录了人人都开的：自己的事，与年报体检。
    private static readonly string[] _everyones =
    [
        "/", "/account", "/account/password", "/account/second-factor", "/sign-out", "/reminders", "/requests", "/register", "/register.csv", "/register.xlsx", "/archives/destroyed",
        "/check", "/check/{token}", "/check/{token}/sum", "/check/{token}/notice", "/check/{token}/delete", "/check/{token}/report-{number:int}.json", "/check/{token}/report-{number:int}.html",
        "/check/{token}/reports.jsonl", "/check/{token}/reports.html", "/check/{token}/reports.xlsx",
    ];

    // 归哪些职责：写明的之外都打不开；空的，要有那个账号、导入过那一年才有。新加的一页不写在这里，测试就不过。
    private static readonly Dictionary<string, string[]> _ofRoles = new()
    {
        ["/accounts"] = ["admin", "finance.admin"],
        ["/accounts/new"] = ["admin", "finance.admin"],
        ["/accounts/{id:guid}"] = [],
        ["/agencies"] = ["admin", "finance.admin"],
        ["/agencies/new"] = ["admin"],
        ["/agencies/{id:int}"] = ["admin"],
        ["/calendar"] = ["admin", "finance.admin"],
        ["/calendar/import"] = ["admin"],
        ["/calendar/region"] = ["admin"],
        ["/calendar/{year:int}"] = [],
        ["/mail"] = ["admin"],
        ["/audit"] = ["auditor"],
        ["/audit/export.csv"] = ["auditor"],
        ["/oversight"] = ["overseer"],
        ["/oversight/agencies.csv"] = ["overseer"],
        ["/table-three"] = ["officer", "overseer"],
        ["/table-three.csv"] = ["officer", "overseer"],
        ["/table-three/requests"] = ["officer", "overseer"],
        ["/requests/new"] = ["officer"],
        ["/handover"] = ["officer"],
        ["/archives"] = ["officer"],
        ["/set-up"] = [],
    };

    private static readonly string[] _outsiders = ["admin", "finance.admin", "overseer", "auditor"];

    [Fact]
    public async Task Without_signing_in_nothing_opens_but_what_is_meant_to()
    {
        using var browser = site.NewBrowser();
        foreach (var route in (await CaseRoutes.EveryAsync(site.Services)).Where(r => !_open.Contains(r.Template)))
        {
            foreach (var address in route.Addresses("yingji-2026-00001", Guid.Parse(None)))
            {
                var answer = route.Method == "GET" ? await GetAsync(browser, address) : await StaffSite.PostWithoutTokenAsync(browser, address, ("Version", "1"));
                Assert.True(StaffSite.PathOf(answer) == "/sign-in" || (route.Template == "/set-up" && answer.StatusCode == HttpStatusCode.NotFound), $"{route.Method} {address}: {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task Every_page_that_is_not_a_case_opens_to_its_roles_and_to_no_others()
    {
        var routes = (await CaseRoutes.EveryAsync(site.Services)).Where(r => !r.Template.StartsWith("/requests/{number}", StringComparison.Ordinal)).ToArray();
        Assert.Equal(routes.Select(r => r.Template).Distinct().Order(StringComparer.Ordinal), _open.Concat(_everyones).Concat(_ofRoles.Keys).Order(StringComparer.Ordinal));
        foreach (var user in (string[])[.. _outsiders, "officer"])
        {
            using var browser = await site.SignedInAsync(user);
            foreach (var route in routes.Where(r => r.Method == "GET" && _ofRoles.ContainsKey(r.Template)))
            {
                var mine = user is "officer" or "overseer" ? StaffSite.Emergency : StaffSite.Finance;
                var address = route.Addresses("", Guid.Parse(None)).Single() + (route.Template.StartsWith("/table-three", StringComparison.Ordinal) ? $"?agency={mine}&row=received&column=total" : "");
                var status = (await GetAsync(browser, address)).StatusCode;
                var isOpen = _ofRoles[route.Template].Contains(user);
                Assert.True(isOpen ? status == HttpStatusCode.OK : status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, $"{user} {address}: {status}");
            }

            foreach (var route in routes.Where(r => r.Method == "POST" && _ofRoles.TryGetValue(r.Template, out var roles) && !roles.Contains(user)))
            {
                var address = route.Addresses("", Guid.Parse(None)).Single();
                var status = (await StaffSite.PostAsync(browser, "/account/password", address, ("AgencyId", "3"), ("agency", "3"), ("Role", "Administrator"), ("UserName", "made.up"), ("DisplayName", "某人"), ("Year", "2027"), ("Source", "通知"), ("Text", "date,name,is_off_day\n2027-01-01,元旦,true\n"))).StatusCode;
                Assert.True(status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, $"{user} POST {address}: {status}");
            }
        }
    }

    [Fact]
    public async Task No_role_that_handles_no_requests_opens_any_page_download_or_form_of_one_and_cannot_tell_it_exists()
    {
        var filed = await site.FileAsync(StaffSite.Emergency);
        var officer = Actor.Staff(site.Ids["officer"], "经办", [new Grant(StaffSite.Emergency, StaffRole.Officer)]);
        var today = DateOnly.FromDateTime(site.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);
        var version = await site.DoAsync<GongkaiDb, int>(db => db.Requests.Where(r => r.Id == filed.Id).Select(r => r.Version).SingleAsync(TestContext.Current.CancellationToken));
        await site.DoAsync<GongkaiDb, int>(db => db.Agencies.Where(a => a.Id == StaffSite.Emergency).ExecuteUpdateAsync(s => s.SetProperty(a => a.DisclosureOffice, "局办公室").SetProperty(a => a.LetterMark, "清应急").SetProperty(a => a.Address, "清溪县人民路1号").SetProperty(a => a.Telephone, "0990-1234567"), TestContext.Current.CancellationToken));
        await site.DoAsync<PerformAct, ActDone>(p => p.RunAsync(officer, filed.Id, version, new RegisterRequest(today), TestContext.Current.CancellationToken));
        var letter = await site.DoAsync<GongkaiDb, Guid>(db => db.Letters.Where(l => l.RequestId == filed.Id).Select(l => l.Id).FirstAsync(TestContext.Current.CancellationToken));
        var routes = await CaseRoutes.AllAsync(site.Services);
        using (var insider = await site.SignedInAsync("officer"))
        {
            await StaffSite.OpenAsync(insider, $"/requests/{filed.Number}/letters/{letter}");
        }

        foreach (var user in _outsiders)
        {
            using var browser = await site.SignedInAsync(user);
            var token = StaffSite.Hidden(await StaffSite.OpenAsync(browser, "/account/password"), "", "").Single();
            foreach (var route in routes)
            {
                foreach (var address in route.Addresses(filed.Number, letter))
                {
                    var there = await SendAsync(browser, route.Method, address, token);
                    var nowhere = await SendAsync(browser, route.Method, address.Replace(filed.Number, "yingji-2026-99999", StringComparison.Ordinal), token);
                    Assert.True((there.StatusCode, nowhere.StatusCode) is (HttpStatusCode.NotFound, HttpStatusCode.NotFound), $"{user} {route.Method} {address}: {there.StatusCode}, {nowhere.StatusCode}");
                    Assert.Equal(await MainOfAsync(nowhere), await MainOfAsync(there));
                }
            }
        }
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient browser, string method, string address, (string, string) token) =>
        method == "GET" ? GetAsync(browser, address) : StaffSite.PostWithoutTokenAsync(browser, address, token, ("Version", "1"), ("On", "2026-12-10"), ("Note", "我看见了"));

    private static Task<HttpResponseMessage> GetAsync(HttpClient browser, string address) => browser.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    private static async Task<string> MainOfAsync(HttpResponseMessage answer)
    {
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)];
    }
}
