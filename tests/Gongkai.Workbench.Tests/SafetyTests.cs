using System.Net;
using Gongkai.Reports.Writing;
using Gongkai.WebKit;
using Gongkai.Workbench.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Gongkai.Workbench.Tests;

/// <summary>来者不善时：名字、内容、地址、头。</summary>
public sealed class SafetyTests : IAsyncLifetime
{
    private static readonly byte[] Some = "一份报告"u8.ToArray();

    private readonly SiteUnderTest _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("/check")]
    [InlineData("/check/none")]
    [InlineData("/_content/Gongkai.WebKit/kit.css")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        var response = await _site.Browser.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
    }

    [Fact]
    public async Task Results_and_downloads_are_not_stored_by_anyone()
    {
        var (address, _) = await _site.UploadAsync(("rich.txt", Some));
        foreach (var path in new[] { "", "/report-1.json", "/reports.jsonl" })
        {
            var response = await _site.Browser.GetAsync(new Uri(address.AbsolutePath + path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(response.Headers.CacheControl!.NoStore, path);
        }
    }

    [Fact]
    public async Task Styles_and_script_are_served_and_nothing_is_inline_or_foreign()
    {
        var (_, page) = await _site.UploadAsync(("rich.txt", Some));
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal) && a.OwnerElement!.LocalName != "input");
        foreach (var path in page.QuerySelectorAll("link[href], script[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!))
        {
            Assert.StartsWith("/", path, StringComparison.Ordinal);
            var response = await _site.Browser.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Hostile_names_and_contents_stay_text()
    {
        var (_, page) = await _site.UploadAsync(("<img src=x onerror=alert(1)>\u202Etxt.exe", Some));
        Assert.Empty(page.QuerySelectorAll("img"));
        Assert.Empty(page.QuerySelectorAll("script:not([src])"));
        Assert.DoesNotContain('\u202E', page.DocumentElement.OuterHtml);
        Assert.Contains("<img src=x onerror=alert(1)>txt.exe", page.QuerySelector(".files")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", page.QuerySelector(".finding__quote")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"C:\fake\..\甲.txt", "甲.txt")]
    [InlineData("../../etc/乙.txt", "乙.txt")]
    [InlineData("a\u0000\u001b[31m\r\nb\u2066.txt", "a [31m b.txt")]
    [InlineData("\u200f", "未命名文件")]
    [InlineData(null, "未命名文件")]
    public void File_names_lose_paths_controls_and_direction_marks(string? name, string shown) => Assert.Equal(shown, DisplayText.FileName(name));

    [Fact]
    public void Long_text_is_cut_and_says_so() => Assert.Equal("长长长…", DisplayText.Clean(new string('长', 1000), 3));

    [Fact]
    public async Task The_page_of_parts_is_for_development_only() => await _site.OpenAsync("/kit", HttpStatusCode.NotFound);

    [Fact]
    public async Task The_page_of_parts_shows_in_development()
    {
        await using var site = new SiteUnderTest { Environment = "Development" };
        await site.InitializeAsync();
        Assert.Equal("部件", (await site.OpenAsync("/kit")).QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("stale")]
    public async Task The_large_type_choice_without_a_good_token_is_refused_with_a_page(string? token)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["on"] = "true", ["__RequestVerificationToken"] = token ?? "" });
        var page = await SiteUnderTest.ReadAsync(await _site.PostAsync("/preferences/large-type", form), HttpStatusCode.BadRequest);
        Assert.Equal("没有收到完整的表单", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_wrong_method_is_refused_with_its_own_page()
    {
        var page = await _site.OpenAsync("/preferences/large-type", HttpStatusCode.MethodNotAllowed);
        Assert.Equal("这个地址不能这样打开", page.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("999")]
    [InlineData("0")]
    public async Task A_report_that_is_not_in_the_list_is_not_found(string report)
    {
        var (address, _) = await _site.UploadAsync(("clean.txt", Some));
        await _site.OpenAsync($"{address.AbsolutePath}?report={report}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_post_without_the_antiforgery_token_is_refused_with_a_page()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Some), "files", "a.txt" } };
        var page = await SiteUnderTest.ReadAsync(await _site.PostAsync("/check", form), HttpStatusCode.BadRequest);
        Assert.Equal("没有收到完整的表单", page.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("192.0.2.7", "127.0.0.1", "localhost")]
    [InlineData("127.0.0.1", "192.0.2.7", "localhost")]
    [InlineData("127.0.0.1", "127.0.0.1", "attacker.example")]
    [InlineData("127.0.0.1", "127.0.0.1", "localhost.attacker.example:5080")]
    public async Task Anything_but_this_machine_is_refused(string remote, string local, string host)
    {
        (_site.Remote, _site.Local) = (IPAddress.Parse(remote), IPAddress.Parse(local));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/check");
        request.Headers.Host = host;
        var response = await _site.Browser.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(LoopbackOnly.Refusal, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("localhost:5080", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("[::1]:5080", true)]
    [InlineData("127.0.0.1.example", false)]
    [InlineData("", false)]
    public void Only_names_of_this_machine_are_answered(string host, bool answered) =>
        Assert.Equal(answered, LoopbackUrls.IsLoopbackHost(new HostString(host)));

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://localhost:5080;http://192.0.2.7:80")]
    public void The_site_does_not_start_on_other_addresses(string urls)
    {
        var refused = Assert.Throws<NotLoopbackException>(() => WorkbenchSite.Build(["--urls", urls]));
        Assert.Contains("只能在本机使用", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_address_is_this_machine() =>
        Assert.Equal(["http://localhost:5080"], LoopbackUrls.From(new ConfigurationBuilder().Build()));
}
