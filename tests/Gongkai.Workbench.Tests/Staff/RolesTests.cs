using System.Net;
using Gongkai.Core.Agencies;
using Gongkai.UseCases;
using Gongkai.UseCases.Staff;

namespace Gongkai.Workbench.Tests.Staff;

public sealed class RolesTests : IAsyncLifetime
{
    private readonly StaffSite _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_revoked_role_ends_at_once()
    {
        using var admin = await _site.SignedInAsync("admin");
        using var auditor = await _site.SignedInAsync("auditor");
        await StaffSite.OpenAsync(auditor, "/audit");
        var account = $"/accounts/{_site.Ids["auditor"]}";
        var grant = (await StaffSite.OpenAsync(admin, account)).QuerySelector("input[name=GrantId]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.OK, (await StaffSite.PostAsync(admin, account, $"{account}?handler=Revoke", ("GrantId", grant))).StatusCode);
        await StaffSite.OpenAsync(auditor, "/audit", HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("Lock")]
    [InlineData("End")]
    [InlineData("Reset")]
    public async Task Locking_ending_and_resetting_end_the_session_at_once(string handler)
    {
        using var admin = await _site.SignedInAsync("admin");
        using var officer = await _site.SignedInAsync("officer");
        var account = $"/accounts/{_site.Ids["officer"]}";
        Assert.Equal(HttpStatusCode.OK, (await StaffSite.PostAsync(admin, account, $"{account}?handler={handler}")).StatusCode);
        Assert.Equal("登录", (await StaffSite.OpenAsync(officer, "/")).QuerySelector("h1")!.TextContent);
        using var again = _site.NewBrowser();
        Assert.Equal("/sign-in", StaffSite.PathOf(await _site.SignInAsync(again, "officer", StaffSite.Password)));
    }

    [Fact]
    public async Task A_new_account_gets_a_password_shown_once_that_must_be_changed()
    {
        using var admin = await _site.SignedInAsync("admin");
        var made = await StaffSite.PostAsync(admin, "/accounts/new", "/accounts/new", ("UserName", "li.na"), ("DisplayName", "李娜"), ("AgencyId", "2"), ("Role", "Officer"));
        var password = (await SiteUnderTest.ReadAsync(made, HttpStatusCode.OK)).QuerySelector(".code")!.TextContent;
        Assert.Null((await StaffSite.OpenAsync(admin, StaffSite.PathOf(made))).QuerySelector(".code"));

        using var browser = _site.NewBrowser();
        await _site.SignInAsync(browser, "li.na", password);
        Assert.Equal("请换掉一次性密码", (await StaffSite.OpenAsync(browser, "/")).QuerySelector("h1")!.TextContent);
        await StaffSite.PostAsync(browser, "/account/password", "/account/password", ("CurrentPassword", password), ("Next", "River-5-stone-x"), ("Repeat", "River-5-stone-x"));
        Assert.Equal("李娜，您好", (await StaffSite.OpenAsync(browser, "/")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task The_administrator_of_one_agency_does_not_see_the_people_of_another()
    {
        using var finance = await _site.SignedInAsync("finance.admin");
        var list = (await StaffSite.OpenAsync(finance, "/accounts")).QuerySelector("table")!.TextContent;
        Assert.Contains("finance.admin", list, StringComparison.Ordinal);
        Assert.DoesNotContain("officer", list, StringComparison.Ordinal);
        var hidden = await StaffSite.OpenAsync(finance, $"/accounts/{_site.Ids["officer"]}", HttpStatusCode.NotFound);
        var missing = await StaffSite.OpenAsync(finance, $"/accounts/{Guid.NewGuid()}", HttpStatusCode.NotFound);
        Assert.Equal(missing.QuerySelector("main")!.TextContent, hidden.QuerySelector("main")!.TextContent);
        await StaffSite.OpenAsync(finance, "/agencies/2", HttpStatusCode.NotFound);
        await StaffSite.OpenAsync(finance, "/agencies/3");
    }

    [Fact]
    public async Task The_administrator_of_one_agency_grants_nothing_elsewhere()
    {
        var actor = Actor.Staff(_site.Ids["finance.admin"], "财政管理员", [new Grant(StaffSite.Finance, StaffRole.Administrator)]);
        var none = TestContext.Current.CancellationToken;
        await _site.DoAsync<ManageAccounts, bool>(async accounts =>
        {
            await Assert.ThrowsAsync<NotAllowedException>(() => accounts.CreateAsync(actor, "mole.one", "甲", new Grant(null, StaffRole.Administrator), none));
            await Assert.ThrowsAsync<BadInputException>(() => accounts.CreateAsync(actor, "mole.two", "乙", new Grant(StaffSite.Emergency, StaffRole.Officer), none));
            await Assert.ThrowsAsync<BadInputException>(() => accounts.CreateAsync(actor, "mole.three", "丙", new Grant(99, StaffRole.Officer), none));
            foreach (var act in new Func<Task>[]
            {
                () => accounts.ResetAsync(actor, _site.Ids["admin"], null, none),
                () => accounts.LockAsync(actor, _site.Ids["officer"], null, none),
                () => accounts.EndAsync(actor, _site.Ids["officer"], null, none),
                () => accounts.ForgetSecondFactorAsync(actor, _site.Ids["admin"], null, none),
                () => accounts.GrantAsync(actor, _site.Ids["officer"], new Grant(StaffSite.Finance, StaffRole.Officer), null, none),
            })
            {
                await Assert.ThrowsAsync<NoSuchThingException>(act);
            }

            return true;
        });
    }

    [Fact]
    public async Task The_last_administrator_cannot_be_removed()
    {
        using var admin = await _site.SignedInAsync("admin");
        var account = $"/accounts/{_site.Ids["admin"]}";
        var grant = (await StaffSite.OpenAsync(admin, account)).QuerySelector("input[name=GrantId]")!.GetAttribute("value")!;
        var page = await SiteUnderTest.ReadAsync(await StaffSite.PostAsync(admin, account, $"{account}?handler=Revoke", ("GrantId", grant)), HttpStatusCode.BadRequest);
        Assert.Contains("最后一位", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_markup_stays_text()
    {
        using var admin = await _site.SignedInAsync("admin");
        await StaffSite.PostAsync(admin, "/accounts/new", "/accounts/new", ("UserName", "hostile"), ("DisplayName", "<script>alert(1)</script>"), ("AgencyId", "2"), ("Role", "Officer"));
        var page = await StaffSite.OpenAsync(admin, "/accounts");
        Assert.Empty(page.QuerySelectorAll("script:not([src])"));
        Assert.Contains("<script>alert(1)</script>", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_page_needs_no_sign_in_on_the_machine_itself_only()
    {
        _site.Remote = IPAddress.Loopback;
        using var local = _site.NewBrowser();
        local.BaseAddress = new Uri("http://localhost/");
        Assert.NotEqual("登录", (await StaffSite.OpenAsync(local, "/check")).QuerySelector("h1")!.TextContent);
        Assert.Equal("登录", (await StaffSite.OpenAsync(local, "/accounts")).QuerySelector("h1")!.TextContent);

        // 本机上的反向代理替别处的人来的。
        using var proxied = _site.NewBrowser();
        proxied.BaseAddress = new Uri("http://localhost/");
        proxied.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.99");
        Assert.Equal("登录", (await StaffSite.OpenAsync(proxied, "/check")).QuerySelector("h1")!.TextContent);

        _site.Remote = IPAddress.Parse("192.0.2.7");
        using var remote = _site.NewBrowser();
        Assert.Equal("检查规则", (await StaffSite.OpenAsync(remote, "/rules")).QuerySelector("h1")!.TextContent);
    }
}
