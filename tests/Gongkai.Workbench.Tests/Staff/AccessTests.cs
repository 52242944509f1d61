using System.Net;

namespace Gongkai.Workbench.Tests.Staff;

/// <summary>谁进得了哪一页。什么也不改，所以共用一个站点。</summary>
public sealed class AccessTests(StaffSite site) : IClassFixture<StaffSite>
{
    private readonly StaffSite _site = site;

    public static TheoryData<string> StaffPaths => ["/", "/account", "/account/password", "/account/second-factor", "/accounts", "/accounts/new", "/accounts/0190b0b0-0000-7000-8000-000000000000", "/agencies", "/agencies/new", "/agencies/1", "/calendar", "/calendar/import", "/calendar/region", "/calendar/2026", "/audit", "/audit/export.csv", "/oversight", "/oversight/agencies.csv", "/archives", "/archives/destroyed", "/sign-out", "/check", "/no-such-page"];

    public static TheoryData<string, string> Forbidden => new()
    {
        { "officer", "/accounts" }, { "officer", "/accounts/new" }, { "officer", "/agencies" }, { "officer", "/agencies/1" }, { "officer", "/calendar" }, { "officer", "/calendar/import" }, { "officer", "/calendar/region" },
        { "officer", "/audit" }, { "officer", "/audit/export.csv" }, { "officer", "/oversight" }, { "officer", "/oversight/agencies.csv" },
        { "auditor", "/accounts" }, { "auditor", "/oversight" }, { "overseer", "/audit" }, { "overseer", "/agencies" }, { "admin", "/oversight" }, { "admin", "/audit" },
        { "finance.admin", "/agencies/new" }, { "finance.admin", "/calendar/import" }, { "finance.admin", "/calendar/region" },
    };

    [Theory]
    [MemberData(nameof(StaffPaths))]
    public async Task Whoever_is_not_signed_in_gets_the_sign_in_page(string path)
    {
        using var browser = _site.NewBrowser();
        Assert.Equal("登录", (await StaffSite.OpenAsync(browser, path)).QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [MemberData(nameof(Forbidden))]
    public async Task Another_role_gets_a_page_that_names_the_role(string who, string path)
    {
        using var browser = await _site.SignedInAsync(who);
        var page = await StaffSite.OpenAsync(browser, path, HttpStatusCode.Forbidden);
        Assert.Equal("这件事不归您办", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("职责", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    [InlineData("/accounts/new")]
    [InlineData("/agencies/new")]
    [InlineData("/agencies/2")]
    [InlineData("/agencies/2?handler=Close")]
    [InlineData("/calendar/import?handler=Confirm")]
    [InlineData("/account/password")]
    [InlineData("/account/second-factor?handler=Off")]
    public async Task A_form_without_its_token_is_refused(string action)
    {
        using var browser = await _site.SignedInAsync("admin");
        Assert.Equal(HttpStatusCode.BadRequest, (await StaffSite.PostWithoutTokenAsync(browser, action)).StatusCode);
    }
}
