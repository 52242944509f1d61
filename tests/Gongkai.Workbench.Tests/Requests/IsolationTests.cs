using System.Net;
using Gongkai.Storage;
using Gongkai.UseCases.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Workbench.Tests.Requests;

public sealed class IsolationTests(CaseSite site) : IClassFixture<CaseSite>
{
    private static readonly string[] _insiders = ["officer", "head", "reviewer", "leader"];

    [Fact]
    public async Task No_page_download_or_handler_of_a_request_exists_for_another_agency_and_each_does_for_its_own()
    {
        var (receipt, letter) = await DraftedAsync();
        var routes = await CaseRoutes.AllAsync(site.Services);
        Assert.Contains(routes, r => r.Template.EndsWith(".docx", StringComparison.Ordinal));
        Assert.Contains(routes, r => r is { Method: "POST", Handler: "Return" });
        var version = await VersionAsync(receipt.Id);
        await site.AsAsync("stranger");
        foreach (var (route, address) in routes.SelectMany(r => r.Addresses(receipt.Number, letter).Select(a => (r, a))))
        {
            var there = await SendAsync("stranger", route.Method, address);
            var nowhere = await SendAsync("stranger", route.Method, address.Replace(receipt.Number, "yjj-2026-99999", StringComparison.Ordinal));
            Assert.True((there.StatusCode, nowhere.StatusCode) is (HttpStatusCode.NotFound, HttpStatusCode.NotFound), $"{route.Method} {address}: {there.StatusCode}");
            var text = await there.Content.ReadAsStringAsync(CaseSite.Stop);
            Assert.DoesNotContain("张小三", text, StringComparison.Ordinal);
            Assert.DoesNotContain("采购合同", text, StringComparison.Ordinal);

            // 别的机关的与不存在的，一个字也不差。
            Assert.Equal(MainOf(await nowhere.Content.ReadAsStringAsync(CaseSite.Stop)), MainOf(text));
        }

        Assert.Equal(version, await VersionAsync(receipt.Id));

        // 归他们办的进得去：上面拦下的是人，不是地址写错了。
        foreach (var route in routes)
        {
            Assert.True(await IsOpenToSomeoneAsync(route, receipt.Number, letter), $"{route.Method} {route.Template} {route.Handler}");
        }
    }

    private static string MainOf(string page) => page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)];

    [Fact]
    public async Task Another_agencys_letters_files_and_forms_are_out_of_reach()
    {
        var receipt = await site.RegisteredAsync();
        var path = $"/requests/{receipt.Number}";
        var letter = (await site.OpenAsync("officer", path)).QuerySelector("section[aria-labelledby=letters] tbody a")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("stranger", letter)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("stranger", letter.Replace("/letters/", "/files/", StringComparison.Ordinal))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("officer", letter.Replace("/letters/", "/files/", StringComparison.Ordinal))).StatusCode);
        await site.AsAsync("stranger");
        foreach (var handler in new[] { "?handler=Identity", "?handler=Note", "?handler=Attach", "?handler=SetAside" })
        {
            var response = await site.PostAsync("stranger", "/requests/new", path + handler, ("Note", "我看见了"));
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }

        var forced = await site.PostAsync("stranger", "/requests/new", $"{path}/do/assign", ("Unit", "别处"), ("On", "2026-03-02"), ("Version", "3"));
        Assert.Equal(HttpStatusCode.NotFound, forced.StatusCode);
    }

    private async Task<(FilingReceipt Receipt, Guid Letter)> DraftedAsync()
    {
        var receipt = await site.RegisteredAsync();
        var path = $"/requests/{receipt.Number}";
        await site.DoneAsync("officer", $"{path}/draft?outcome=Granted", ("Disclosed", "采购合同"), ("AccessRoute", "随本答复书提供"), ("HandedOverOtherwise", "true"), ("Do", "save"));
        var letter = (await site.OpenAsync("officer", path)).QuerySelector("section[aria-labelledby=letters] tbody a")!.GetAttribute("href")!;
        return (receipt, Guid.Parse(letter[(letter.LastIndexOf('/') + 1)..]));
    }

    private Task<int> VersionAsync(Guid id) => site.DoAsync<GongkaiDb, int>(db => db.Requests.Where(r => r.Id == id).Select(r => r.Version).SingleAsync(CaseSite.Stop));

    private async Task<bool> IsOpenToSomeoneAsync(CaseRoute route, string number, Guid letter)
    {
        foreach (var (address, user) in route.Addresses(number, letter).SelectMany(a => _insiders.Select(u => (a, u))))
        {
            await site.AsAsync(user);
            if ((await SendAsync(user, route.Method, address)).StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest)
            {
                return true;
            }
        }

        return false;
    }

    private Task<HttpResponseMessage> SendAsync(string user, string method, string address) =>
        method == "GET" ? site.GetAsync(user, address) : site.PostAsync(user, "/requests", address, ("Version", "1"));

    [Fact]
    public async Task Lists_exports_and_tables_show_only_ones_own_agency()
    {
        var receipt = await site.FileAsync(subject: "只给应急局看的");
        foreach (var page in new[] { "/requests", "/register", "/register.csv", $"/register?agency={CaseSite.Emergency}", $"/handover?agency={CaseSite.Water}" })
        {
            var text = await (await site.GetAsync("stranger", page)).Content.ReadAsStringAsync(CaseSite.Stop);
            Assert.DoesNotContain("只给应急局看的", text, StringComparison.Ordinal);
        }

        foreach (var (page, text) in new[] { ("/register", receipt.Number), ("/requests", "张小三") })
        {
            Assert.DoesNotContain("只给应急局看的", (await site.FindAsync("stranger", page, text)).DocumentElement.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("stranger", $"/table-three?agency={CaseSite.Emergency}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("stranger", $"/table-three.csv?agency={CaseSite.Emergency}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("stranger", $"/table-three/requests?agency={CaseSite.Emergency}&row=received&column=total")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("stranger", $"/handover?agency={CaseSite.Emergency}")).StatusCode);
    }

    [Fact]
    public async Task Nobody_gets_in_without_signing_in()
    {
        var receipt = await site.FileAsync();
        using var browser = site.NewBrowser();
        var ofTheCase = (await CaseRoutes.AllAsync(site.Services)).Where(r => r.Method == "GET").SelectMany(r => r.Addresses(receipt.Number, Guid.NewGuid()));
        foreach (var page in (string[])["/requests", .. ofTheCase, "/requests/new", "/register", "/register.csv", "/register.xlsx", "/table-three", "/handover", "/reminders", "/mail"])
        {
            var response = await browser.GetAsync(new Uri(page, UriKind.Relative), CaseSite.Stop);
            Assert.Equal("/sign-in", response.RequestMessage!.RequestUri!.AbsolutePath);
        }
    }

    [Fact]
    public async Task Other_roles_of_the_agency_see_the_case_but_the_acts_name_the_role_needed()
    {
        var receipt = await site.RegisteredAsync();
        var page = await site.OpenAsync("reviewer", $"/requests/{receipt.Number}");
        Assert.Contains("要由经办人或者公开工作机构负责人办理。", page.QuerySelector(".whynot")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.GetAsync("reviewer", $"/requests/{receipt.Number}/receipt")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.GetAsync("reviewer", "/requests/new")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.GetAsync("officer", "/mail")).StatusCode);
    }

    [Fact]
    public async Task Identity_numbers_are_masked_until_asked_for_and_looking_is_recorded()
    {
        var receipt = await site.FileAsync(name: "钱七", idNumber: "110105194912310070");
        var page = await site.OpenAsync("officer", $"/requests/{receipt.Number}");
        Assert.DoesNotContain("110105194912310070", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await site.OpenAsync("officer", $"/requests/{receipt.Number}");
        var shown = await SiteUnderTest.ReadAsync(await site.PostAsync("officer", $"/requests/{receipt.Number}", $"/requests/{receipt.Number}?handler=Identity"), HttpStatusCode.OK);
        Assert.Contains("110105194912310070", shown.QuerySelector("#identity")!.TextContent, StringComparison.Ordinal);
        var seen = await site.DoAsync<GongkaiDb, List<string>>(db => db.Audits.AsNoTracking().Where(a => a.Subject == receipt.Id.ToString() && a.Action.StartsWith("request.seen")).OrderBy(a => a.Sequence).Select(a => a.Action).ToListAsync(CaseSite.Stop));
        Assert.Equal([SeeApplicant.Seen, SeeApplicant.SeenIdentity], seen);
    }
}
