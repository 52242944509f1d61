using System.Net;
using AngleSharp.Html.Dom;
using Gongkai.Core.Agencies;
using Gongkai.UseCases;
using Gongkai.UseCases.Staff;

namespace Gongkai.Workbench.Tests.Staff;

/// <summary>两位管理员各开着同一页：后交的不盖掉先交的，被告知，填过的都还在；看过之后可以再交。</summary>
public sealed class StaleFormTests(StaffSite site) : IClassFixture<StaffSite>
{
    private readonly StaffSite _site = site;

    [Theory]
    [InlineData("/agencies/2", "Input.Telephone", "0990-1111111", "0990-2222222")]
    [InlineData("/agencies/2", "Input.OpinionDaysAhead", "4", "3")]
    [InlineData("/calendar/region", "Days", "2026-12-14 放假 县庆", "2026-12-15 放假 别的")]
    [InlineData("/calendar/region", "Clock.OtherAgencyDays", "15", "12", "?handler=Clock")]
    [InlineData("/mail", "User", "first", "second")]
    [InlineData("/mail", "Password", "first-password", "second-password")]
    public async Task The_second_of_two_forms_is_told_and_keeps_what_was_typed(string path, string field, string first, string second, string handler = "")
    {
        using var admin = await _site.SignedInAsync("admin");
        if (path == "/mail")
        {
            await SendAsync(admin, path, await FilledAsync(admin, path, ("Host", "mail.example.cn"), ("From", "gongkai@example.cn"), ("SiteAddress", "https://gongkai.example/")));
        }

        var mine = await FilledAsync(admin, path, (field, first));
        var others = await FilledAsync(admin, path, (field, second));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(admin, path + handler, mine)).StatusCode);
        var told = await SiteUnderTest.ReadAsync(await SendAsync(admin, path + handler, others), HttpStatusCode.BadRequest);
        Assert.Contains("别人先改了", told.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        if (field != "Password")
        {
            Assert.Equal(second, ValueOf(told, field));
            Assert.Equal(first, ValueOf(await StaffSite.OpenAsync(admin, path), field));
        }

        // 没有带摘要的，也当作过期的。
        var bare = await SendAsync(admin, path + handler, [.. others.Where(f => f.Key != "Seen")]);
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(admin, path + handler, Filled(told, (field, second)))).StatusCode);
        if (field != "Password")
        {
            Assert.Equal(second, ValueOf(await StaffSite.OpenAsync(admin, path), field));
        }
    }

    [Fact]
    public async Task A_form_filled_in_wrongly_and_mended_is_still_measured_by_what_was_first_seen()
    {
        using var admin = await _site.SignedInAsync("admin");
        foreach (var (path, field, wrong, others, mended) in new[]
        {
            ("/agencies/2", "Input.OpinionDaysAhead", "0", "", "5"),
            ("/calendar/region", "Days", "不是日子", "2026-12-17 放假 县庆", "2026-12-18 放假 别的"),
        })
        {
            var mine = await FilledAsync(admin, path, (field, wrong));
            var told = await SiteUnderTest.ReadAsync(await SendAsync(admin, path, mine), HttpStatusCode.BadRequest);
            Assert.DoesNotContain("别人先改了", told.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
            var change = path == "/agencies/2" ? ("Input.Telephone", "0990-3333333") : (field, others);
            Assert.Equal(HttpStatusCode.OK, (await SendAsync(admin, path, await FilledAsync(admin, path, change))).StatusCode);
            var again = Filled(told, (field, mended));
            told = await SiteUnderTest.ReadAsync(await SendAsync(admin, path, again), HttpStatusCode.BadRequest);
            Assert.Contains("别人先改了", told.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Mail_that_was_changed_is_not_forgotten_unseen()
    {
        using var admin = await _site.SignedInAsync("admin");
        (string, string)[] good = [("Host", "mail.example.cn"), ("From", "gongkai@example.cn"), ("SiteAddress", "https://gongkai.example/")];
        await SendAsync(admin, "/mail", await FilledAsync(admin, "/mail", good));
        var forgetting = StaffSite.Hidden(await StaffSite.OpenAsync(admin, "/mail"), "/mail", "/mail?handler=Forget").ToArray();
        await SendAsync(admin, "/mail", await FilledAsync(admin, "/mail", ("User", "changed")));
        var told = await SiteUnderTest.ReadAsync(await StaffSite.PostWithoutTokenAsync(admin, "/mail?handler=Forget", forgetting), HttpStatusCode.BadRequest);
        Assert.Contains("别人先改了", told.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("changed", ValueOf(await StaffSite.OpenAsync(admin, "/mail"), "User"));
    }

    [Theory]
    [InlineData("Reset", "Reset")]
    [InlineData("Reset", "Lock")]
    [InlineData("Lock", "Reset")]
    [InlineData("Revoke", "Revoke")]
    [InlineData("Grant", "End")]
    [InlineData("Grant", "Revoke")]
    public async Task The_second_of_two_acts_on_an_account_is_told_and_not_done(string first, string second)
    {
        using var admin = await _site.SignedInAsync("admin");
        var path = (await NewAsync()).Path;
        var page = await StaffSite.OpenAsync(admin, path);
        (string, string)[] Fields(string handler) => [.. StaffSite.Hidden(page, path, $"{path}?handler={handler}"), .. handler == "Grant" ? [("AgencyId", "3"), ("Role", nameof(StaffRole.Reviewer))] : Array.Empty<(string, string)>()];
        Assert.Equal(HttpStatusCode.OK, (await StaffSite.PostWithoutTokenAsync(admin, $"{path}?handler={first}", Fields(first))).StatusCode);
        var now = (await StaffSite.OpenAsync(admin, path)).QuerySelector("main")!.TextContent;
        var told = await SiteUnderTest.ReadAsync(await StaffSite.PostWithoutTokenAsync(admin, $"{path}?handler={second}", Fields(second)), HttpStatusCode.BadRequest);
        Assert.Contains("别人先改了", told.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(now, (await StaffSite.OpenAsync(admin, path)).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task A_person_signing_in_does_not_make_the_page_stale()
    {
        using var admin = await _site.SignedInAsync("admin");
        var (path, made) = await NewAsync();
        var fields = StaffSite.Hidden(await StaffSite.OpenAsync(admin, path), path, $"{path}?handler=Lock").ToArray();
        using var officer = _site.NewBrowser();
        Assert.Equal("/account/password", StaffSite.PathOf(await _site.SignInAsync(officer, made.UserName, made.Password)));
        Assert.Equal(HttpStatusCode.OK, (await StaffSite.PostWithoutTokenAsync(admin, $"{path}?handler=Lock", fields)).StatusCode);
    }

    private async Task<(string Path, NewPassword Made)> NewAsync()
    {
        var admin = Actor.Staff(_site.Ids["admin"], "管理员", [new Grant(null, StaffRole.Administrator)]);
        var name = $"someone.{Guid.NewGuid():N}"[..20];
        var made = await _site.DoAsync<ManageAccounts, NewPassword>(m => m.CreateAsync(admin, name, "某人", new Grant(StaffSite.Emergency, StaffRole.Officer), TestContext.Current.CancellationToken));
        return ($"/accounts/{made.AccountId}", made);
    }

    private static async Task<IReadOnlyList<KeyValuePair<string, string>>> FilledAsync(HttpClient browser, string path, params (string Name, string Value)[] changes) => Filled(await StaffSite.OpenAsync(browser, path), changes);

    private static IReadOnlyList<KeyValuePair<string, string>> Filled(IHtmlDocument page, params (string Name, string Value)[] changes)
    {
        Dictionary<string, string> fields = [];
        var form = page.QuerySelectorAll("form.entry").First(f => f.QuerySelector($"[name='{changes[0].Name}']") is not null);
        foreach (var element in form.QuerySelectorAll("[name]"))
        {
            var value = element switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? box.Value : null,
                IHtmlInputElement input => input.Value,
                IHtmlTextAreaElement area => area.Value,
                IHtmlSelectElement select => select.Value ?? "",
                _ => null,
            };
            if (value is not null)
            {
                fields[element.GetAttribute("name")!] = value;
            }
        }

        foreach (var (name, value) in changes)
        {
            fields[name] = value;
        }

        return [.. fields];
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient browser, string path, IReadOnlyList<KeyValuePair<string, string>> fields) =>
        StaffSite.PostWithoutTokenAsync(browser, path, [.. fields.Select(f => (f.Key, f.Value))]);

    private static string ValueOf(IHtmlDocument page, string field) => page.GetElementById(field) switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value.Trim(),
        _ => "",
    };
}
