using System.Net;
using AngleSharp.Html.Dom;

namespace Gongkai.Portal.Tests;

public sealed class PagesTests(PortalUnderTest portal)
{
    [Fact]
    public async Task Every_page_is_labelled_self_contained_and_light()
    {
        var visitor = portal.Visit();
        var (number, _) = await visitor.FileAsync();
        await visitor.FillAsync();
        var root = visitor.Here[..visitor.Here.LastIndexOf('/')];
        string[] paths =
        [
            "/", $"/?q={Uri.EscapeDataString("应急")}", "/?q=none", "/about", $"/agencies/{PortalUnderTest.Agency}", $"/apply/{PortalUnderTest.Agency}", $"/apply/{PortalUnderTest.Agency}?q=x",
            .. Applying.Steps.All.Select(s => $"{root}/{s.Path}"), "/follow", $"/follow/{number}", $"/follow/{number}/receipt", $"/follow/{number}/withdraw", $"/follow/{number}/answer/supplement",
        ];
        foreach (var path in paths)
        {
            var page = await visitor.OpenAsync(path);
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.Equal("zh-CN", page.DocumentElement.GetAttribute("lang"));
            Assert.False(string.IsNullOrWhiteSpace(page.Title));
            Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src]), [onclick], [onload]"));
            Assert.All(page.QuerySelectorAll("link[href], script[src], img[src], form[action]"), e => Assert.StartsWith("/", e.GetAttribute("href") ?? e.GetAttribute("src") ?? e.GetAttribute("action")!, StringComparison.Ordinal));
            Assert.All(page.QuerySelectorAll("input:not([type=hidden]), textarea, select"), e => Assert.True(page.QuerySelector($"label[for='{e.Id}']") is not null, $"{path} {e.OuterHtml}"));
            Assert.Empty(page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => $"{path} {g.Key}"));
            Assert.Contains("default-src 'none'", visitor.Last.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.True(visitor.Last.Headers.CacheControl!.NoStore);
        }
    }

    [Fact]
    public async Task The_first_visit_weighs_under_a_hundred_kilobytes()
    {
        var visitor = portal.Visit();
        var page = await visitor.OpenAsync("/");
        var weight = (await visitor.Last.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        foreach (var link in page.QuerySelectorAll("link[href], script[src]"))
        {
            var asset = await visitor.DownloadAsync(link.GetAttribute("href") ?? link.GetAttribute("src")!);
            using var packed = new MemoryStream();
            await using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Optimal))
            {
                await gzip.WriteAsync(asset, TestContext.Current.CancellationToken);
            }

            weight += (int)packed.ToArray().Length;
        }

        Assert.InRange(weight, 1000, 100 * 1024);
    }

    [Fact]
    public async Task The_home_page_lists_agencies_below_their_superiors_and_finds_by_name()
    {
        var visitor = portal.Visit();
        var home = await visitor.OpenAsync("/");
        Assert.Equal(["tree__0", "tree__1", "tree__1"], home.QuerySelectorAll(".tree li").Select(l => l.ClassName));
        Assert.DoesNotContain("已撤并的局", home.Text(), StringComparison.Ordinal);
        var found = await visitor.OpenAsync($"/?q={Uri.EscapeDataString("应急")}");
        Assert.Equal(["清溪县应急管理局"], found.QuerySelectorAll(".tree a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task The_page_of_an_agency_is_its_guide_and_names_the_body_the_letters_name()
    {
        var page = await portal.Visit().OpenAsync($"/agencies/{PortalUnderTest.Agency}");
        Assert.Contains("行政复议机关：清溪县人民政府。", page.Text(), StringComparison.Ordinal);
        foreach (var fact in new[] { "机构职能、防汛抗旱、安全生产检查", "按类别编排", "在机关网站的信息目录里查" })
        {
            Assert.Contains(fact, page.Text(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/agencies/nothing")]
    [InlineData("/agencies/gone")]
    [InlineData("/apply/gone")]
    [InlineData("/apply/qxyj/0123456789abcdef/nothing")]
    [InlineData("/follow/x/files/not-a-guid")]
    [InlineData("/follow/x/files/00000000-0000-0000-0000-000000000001")]
    public async Task What_is_not_there_says_so_in_plain_words(string path)
    {
        var page = await portal.Visit().OpenAsync(path, HttpStatusCode.NotFound);
        Assert.Equal("没有这一页", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Large_type_is_remembered_and_returns_to_the_same_page_only()
    {
        var visitor = portal.Visit();
        var page = await visitor.OpenAsync($"/agencies/{PortalUnderTest.Agency}");
        var form = (IHtmlFormElement)page.QuerySelector("header form")!;
        var fields = form.Elements.OfType<IHtmlInputElement>().ToDictionary(i => i.Name!, i => i.Value);
        await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/preferences/large-type") { Content = new FormUrlEncodedContent(fields) });
        Assert.Equal($"/agencies/{PortalUnderTest.Agency}", visitor.Here);
        Assert.Equal("large", (await visitor.OpenAsync("/")).DocumentElement.ClassName);
        fields["from"] = "//evil.example/";
        await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/preferences/large-type") { Content = new FormUrlEncodedContent(fields) });
        Assert.Equal("/", visitor.Here);
    }

    [Fact]
    public async Task No_form_acts_without_its_token()
    {
        var visitor = portal.Visit();
        var (number, _) = await visitor.FileAsync();
        await visitor.FillAsync();
        var root = visitor.Here[..visitor.Here.LastIndexOf('/')];
        string[] paths = [$"/apply/{PortalUnderTest.Agency}", .. Applying.Steps.All.Select(s => $"{root}/{s.Path}"), "/follow", $"/follow/{number}/withdraw", $"/follow/{number}/answer/supplement"];
        foreach (var path in paths)
        {
            var response = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("go", "submit"), new("Kind", "Person"), new("Text", "x")]) });
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Equal(path, visitor.Here);
        }

        Assert.True((await portal.CaseAsync(number)).Request.IsOpen);
    }
}
