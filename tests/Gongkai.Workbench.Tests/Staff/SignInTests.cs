using System.Net;
using Gongkai.UseCases.Staff;

namespace Gongkai.Workbench.Tests.Staff;

public sealed class SignInTests : IAsyncLifetime
{
    private readonly StaffSite _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task The_cookie_is_kept_from_scripts_and_other_sites_and_ends_with_the_browser()
    {
        using var browser = _site.NewBrowser();
        var page = await StaffSite.PostAsync(browser, "/sign-in", "/sign-in", ("UserName", "officer"), ("Password", StaffSite.Password));
        Assert.Equal("/", StaffSite.PathOf(page));
        using var raw = new HttpClient(new SiteUnderTest.Cookies(_site.Handler())) { BaseAddress = new Uri("https://gongkai.example/") };
        var answer = await StaffSite.PostAsync(raw, "/sign-in", "/sign-in", ("UserName", "officer"), ("Password", StaffSite.Password));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("gongkai.staff=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Unknown_wrong_and_locked_get_the_same_answer()
    {
        using var browser = _site.NewBrowser();
        var unknown = await TextAsync(await _site.SignInAsync(browser, "nobody", "whatever it is"));
        var wrong = await TextAsync(await _site.SignInAsync(browser, "officer", "whatever it is"));
        for (var i = 0; i < 5; i++)
        {
            await _site.SignInAsync(browser, "officer", "whatever it is");
        }

        var locked = await TextAsync(await _site.SignInAsync(browser, "officer", StaffSite.Password));
        Assert.Equal(unknown, wrong);
        Assert.Equal(unknown, locked);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_for_fifteen_minutes()
    {
        using var browser = _site.NewBrowser();
        for (var i = 0; i < 5; i++)
        {
            await _site.SignInAsync(browser, "officer", "wrong-wrong-wrong");
        }

        _site.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal("/sign-in", StaffSite.PathOf(await _site.SignInAsync(browser, "officer", StaffSite.Password)));
        _site.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("/", StaffSite.PathOf(await _site.SignInAsync(browser, "officer", StaffSite.Password)));
    }

    [Fact]
    public async Task Wrong_passwords_in_parallel_are_all_counted()
    {
        using var browser = _site.NewBrowser();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var other = _site.NewBrowser();
            await _site.SignInAsync(other, "officer", "wrong-wrong-wrong");
        }));
        Assert.Equal("/sign-in", StaffSite.PathOf(await _site.SignInAsync(browser, "officer", StaffSite.Password)));
    }

    [Fact]
    public async Task The_second_factor_is_asked_and_a_code_works_once()
    {
        using var browser = _site.NewBrowser();
        Assert.Equal("/sign-in", StaffSite.PathOf(await _site.SignInAsync(browser, "admin", StaffSite.Password)));
        Assert.Equal("/sign-in", StaffSite.PathOf(await _site.SignInAsync(browser, "admin", StaffSite.Password, "000000")));
        var code = _site.CodeOf("admin");
        Assert.Equal("/", StaffSite.PathOf(await _site.SignInAsync(browser, "admin", StaffSite.Password, code)));
        using var other = _site.NewBrowser();
        Assert.Equal("/sign-in", StaffSite.PathOf(await _site.SignInAsync(other, "admin", StaffSite.Password, code)));
    }

    [Fact]
    public async Task A_recovery_code_works_once()
    {
        using var browser = await _site.SignedInAsync("admin");
        var page = await SiteUnderTest.ReadAsync(
            await StaffSite.PostAsync(browser, "/account/second-factor", "/account/second-factor?handler=Renew", ("Code", _site.CodeOf("admin"))), HttpStatusCode.OK);
        var recovery = page.QuerySelector(".recovery li")!.TextContent;
        using var first = _site.NewBrowser();
        Assert.Equal("/", StaffSite.PathOf(await _site.SignInAsync(first, "admin", StaffSite.Password, recovery)));
        using var second = _site.NewBrowser();
        Assert.Equal("/sign-in", StaffSite.PathOf(await _site.SignInAsync(second, "admin", StaffSite.Password, recovery)));
    }

    [Fact]
    public async Task Eight_idle_hours_end_the_session()
    {
        using var browser = await _site.SignedInAsync("officer");
        _site.Clock.Advance(TimeSpan.FromHours(7));
        Assert.Equal("officer先生，您好", (await StaffSite.OpenAsync(browser, "/")).QuerySelector("h1")!.TextContent);
        _site.Clock.Advance(TimeSpan.FromHours(7));
        Assert.Equal("officer先生，您好", (await StaffSite.OpenAsync(browser, "/")).QuerySelector("h1")!.TextContent);
        _site.Clock.Advance(TimeSpan.FromHours(9));
        Assert.Equal("登录", (await StaffSite.OpenAsync(browser, "/")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Changing_the_password_ends_the_other_sessions()
    {
        using var here = await _site.SignedInAsync("officer");
        using var there = await _site.SignedInAsync("officer");
        var response = await StaffSite.PostAsync(here, "/account/password", "/account/password", ("CurrentPassword", StaffSite.Password), ("Next", "Bridge-9-willow"), ("Repeat", "Bridge-9-willow"));
        Assert.Equal("/", StaffSite.PathOf(response));
        Assert.Equal("officer先生，您好", (await StaffSite.OpenAsync(here, "/")).QuerySelector("h1")!.TextContent);
        Assert.Equal("登录", (await StaffSite.OpenAsync(there, "/")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var browser = await _site.SignedInAsync("officer");
        Assert.Equal("/sign-in", StaffSite.PathOf(await StaffSite.PostAsync(browser, "/", "/sign-out")));
        Assert.Equal("登录", (await StaffSite.OpenAsync(browser, "/account")).QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Sign_in_returns_only_to_this_site(string from)
    {
        using var browser = _site.NewBrowser();
        var response = await StaffSite.PostAsync(browser, "/sign-in", "/sign-in", ("UserName", "officer"), ("Password", StaffSite.Password), ("From", from));
        Assert.Equal("gongkai.example", response.RequestMessage!.RequestUri!.Host);
    }

    [Fact]
    public async Task Guessing_across_accounts_is_slowed_down()
    {
        using var browser = _site.NewBrowser();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 31; i++)
        {
            statuses.Add((await StaffSite.PostWithoutTokenAsync(browser, "/sign-in")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.All(statuses[..^1], s => Assert.Equal(HttpStatusCode.BadRequest, s));
    }

    [Theory]
    [InlineData("short1A!", false)]
    [InlineData("elevenchars", false)]
    [InlineData("Ten-chars1", true)]
    [InlineData("twelve chars", true)]
    [InlineData("officer-of-the-day", false)]
    [InlineData("aaaaaaaaaaaaaaa", false)]
    [InlineData("Password123!", false)]
    [InlineData("correct horse battery", true)]
    public void Passwords_follow_the_rules(string password, bool isFine) => Assert.Equal(isFine, PasswordRules.ProblemOf("officer", password) is null);

    [Fact]
    public void Codes_are_those_of_the_standard() =>
        // RFC 6238 附录 B：秘密 "12345678901234567890"，59 秒时八位码 94287082，后六位即此。
        Assert.Equal("287082", Totp.CodeAt("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", 1));

    internal static async Task<string> TextAsync(HttpResponseMessage response) =>
        (await SiteUnderTest.ReadAsync(response, HttpStatusCode.BadRequest)).QuerySelector(".error-summary")!.TextContent;
}
