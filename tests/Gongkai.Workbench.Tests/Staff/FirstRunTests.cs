using System.Net;
using Gongkai.UseCases.Staff;

namespace Gongkai.Workbench.Tests.Staff;

public sealed class FirstRunTests : IAsyncLifetime
{
    private readonly StaffSite _site = new() { IsSeeded = false };

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/check")]
    [InlineData("/accounts")]
    [InlineData("/nothing")]
    public async Task Before_there_is_an_account_every_page_is_the_set_up(string path)
    {
        using var browser = _site.NewBrowser();
        Assert.Equal("初次设置", (await StaffSite.OpenAsync(browser, path)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_wrong_code_sets_nothing_up()
    {
        using var browser = _site.NewBrowser();
        var page = await SiteUnderTest.ReadAsync(await SetUpAsync(browser, "AAAA-BBBB-CCCC-DDDD", StaffSite.Password), HttpStatusCode.BadRequest);
        Assert.Contains("设置码不对", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.True(await _site.FirstRun.IsNeededAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_weak_password_is_refused_and_what_was_typed_stays()
    {
        using var browser = _site.NewBrowser();
        var page = await SiteUnderTest.ReadAsync(await SetUpAsync(browser, _site.FirstRun.Code, "123456"), HttpStatusCode.BadRequest);
        Assert.Contains("密码太简单", page.QuerySelector("#Password-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("清溪县人民政府", page.QuerySelector("#AgencyName")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("#Password")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_code_makes_the_administrator_who_must_then_enrol_a_second_factor()
    {
        using var browser = _site.NewBrowser();
        var enrol = await SiteUnderTest.ReadAsync(await SetUpAsync(browser, _site.FirstRun.Code, StaffSite.Password), HttpStatusCode.OK);
        Assert.Equal("两步验证", enrol.QuerySelector("h1")!.TextContent);
        Assert.NotNull(enrol.QuerySelector("svg.qr path"));
        Assert.Equal("两步验证", (await StaffSite.OpenAsync(browser, "/accounts")).QuerySelector("h1")!.TextContent);

        var secret = enrol.QuerySelector(".code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var code = Totp.CodeAt(secret, Totp.StepOf(_site.Clock.GetUtcNow()));
        var done = await SiteUnderTest.ReadAsync(
            await StaffSite.PostAsync(browser, "/account/second-factor", "/account/second-factor?handler=Confirm", ("Code", code)), HttpStatusCode.OK);
        Assert.Equal(10, done.QuerySelectorAll(".recovery li").Length);

        Assert.Contains("first.admin", (await StaffSite.OpenAsync(browser, "/accounts")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("清溪县人民政府", (await StaffSite.OpenAsync(browser, "/agencies")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        await StaffSite.OpenAsync(browser, "/set-up", HttpStatusCode.NotFound);
    }

    private Task<HttpResponseMessage> SetUpAsync(HttpClient browser, string code, string password) => StaffSite.PostAsync(
        browser, "/set-up", "/set-up", ("SetUpCode", code), ("UserName", "first.admin"), ("DisplayName", "王敏"), ("Password", password), ("Repeat", password), ("AgencyName", "清溪县人民政府"), ("PagePath", "qingxi"));
}
