using System.Net;
using AngleSharp.Dom;

namespace Gongkai.Workbench.Tests;

/// <summary>一批几百份时：上年的对上，找得到，翻得动。</summary>
public sealed class BatchTests : IAsyncLifetime
{
    private static readonly byte[] Some = "一份报告"u8.ToArray();

    private readonly SiteUnderTest _site = new();

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Last_years_reports_are_matched_by_agency_and_year_and_the_rest_is_explained()
    {
        var form = await _site.FormAsync("/check", ("clean.txt", Some), ("rich.txt", Some));
        foreach (var name in new[] { "clean2022.txt", "clean-还是今年.txt", "扫描件.html" })
        {
            form.Add(new ByteArrayContent(Some), "previous", name);
        }

        var page = await SiteUnderTest.ReadAsync(await _site.PostAsync("/check", form), HttpStatusCode.OK);
        var panel = page.QuerySelector(".batch")!.TextContent;
        Assert.Contains("1 份对上了上年的报告，1 份没有对上；上年的文件有 2 个没有用上", panel, StringComparison.Ordinal);
        Assert.Contains("这一批里没有这个单位下一年的报告", panel, StringComparison.Ordinal);
        Assert.Contains("读不了", panel, StringComparison.Ordinal);
        var clean = await _site.OpenAsync(page.QuerySelector(".files__list a")!.GetAttribute("href")!);
        Assert.Contains("clean2022.txt", clean.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll(".files__list li").Length);
    }

    [Fact]
    public async Task Two_different_reports_of_the_same_agency_and_year_are_not_guessed_between()
    {
        var form = await _site.FormAsync("/check", ("rich.txt", Some));
        form.Add(new ByteArrayContent(Some), "previous", "rich2022.txt");
        form.Add(new ByteArrayContent(Some), "previous", "quoted2022.txt");
        var page = await SiteUnderTest.ReadAsync(await _site.PostAsync("/check", form), HttpStatusCode.OK);
        Assert.Contains("没有对上", page.QuerySelector(".facts")!.TextContent + page.QuerySelector(".batch")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_leaves_out_what_is_no_report_and_says_so()
    {
        var form = await _site.FormAsync("/check");
        foreach (var name in new[] { "年报/应急局/clean.txt", "年报/照片.jpg", "年报/.DS_Store", "年报/~$clean.docx" })
        {
            form.Add(new ByteArrayContent(Some), "folder", name);
        }

        var page = await SiteUnderTest.ReadAsync(await _site.PostAsync("/check", form), HttpStatusCode.OK);
        Assert.Contains("3 个不像报告的文件，没有检查", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(".jpg", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("年报/应急局/clean.txt", page.QuerySelector(".files__name bdi")!.TextContent);
    }

    [Fact]
    public async Task A_folder_with_no_report_in_it_is_an_error()
    {
        var form = await _site.FormAsync("/check");
        form.Add(new ByteArrayContent(Some), "folder", "照片/一.jpg");
        var page = await SiteUnderTest.ReadAsync(await _site.PostAsync("/check", form), HttpStatusCode.BadRequest);
        Assert.Contains("请选择有年度报告的文件夹", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AsOf", "2月30日", "检查的日子看不懂")]
    [InlineData("AsOf", "1900-01-01", "检查的日子看不懂")]
    [InlineData("Region", "atlantis", "没有这个地区的规定")]
    public async Task A_wrong_choice_is_said_beside_the_form(string field, string value, string said)
    {
        var form = await _site.FormAsync("/check", ("clean.txt", Some));
        form.Add(new StringContent(value), field);
        var page = await SiteUnderTest.ReadAsync(await _site.PostAsync("/check", form), HttpStatusCode.BadRequest);
        Assert.Contains(said, page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("要再选一次", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chosen_day_and_region_reach_the_check_and_are_shown()
    {
        Gongkai.Reports.Checking.CheckOptions? seen = null;
        _site.Check = (name, content, options) =>
        {
            seen = options;
            return Fakes.FakeReports.Check(name, content, options);
        };
        var region = Gongkai.Reports.Checking.RegionProfiles.All[^1];
        var form = await _site.FormAsync("/check", ("clean.txt", Some));
        form.Add(new StringContent("2024-01-31"), "AsOf");
        form.Add(new StringContent(region.Id), "Region");
        var page = await SiteUnderTest.ReadAsync(await _site.PostAsync("/check", form), HttpStatusCode.OK);
        Assert.Equal(new DateOnly(2024, 1, 31), seen!.AsOf);
        Assert.Equal(region, seen.Region);
        Assert.Contains($"按 2024年1月31日 看迟不迟 · 地区：{region.Name}", page.QuerySelector(".terms")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facets_count_exactly_and_their_addresses_last()
    {
        var (address, page) = await _site.UploadAsync(("rich.txt", Some), ("clean1.txt", Some), ("clean2.txt", Some), ("quoted.txt", Some), ("扫描件.html", Some));
        Assert.Equal(["全部 5", "有错误 2", "没有问题 2", "读不了 1"], Facets(page));

        var wrong = await _site.OpenAsync(page.QuerySelectorAll(".facet")[1].GetAttribute("href")!);
        Assert.Equal(["rich.txt", "quoted.txt"], Names(wrong));
        Assert.Equal(["全部 5", "有错误 2", "没有问题 2", "读不了 1"], Facets(wrong));
        Assert.Equal("true", wrong.QuerySelectorAll(".facet")[1].GetAttribute("aria-current"));

        var rule = await _site.OpenAsync($"{address.AbsolutePath}?rule=e16");
        Assert.Equal(["quoted.txt"], Names(rule));
        Assert.Equal(["全部 1", "有错误 1"], Facets(rule));

        var both = await _site.OpenAsync($"{address.AbsolutePath}?kind=good&rule=E16");
        Assert.Empty(Names(both));
        Assert.Contains("没有符合条件的报告", both.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_found_by_their_name_or_agency()
    {
        var (address, _) = await _site.UploadAsync(("rich.txt", Some), ("clean1.txt", Some), ("clean2.txt", Some), ("clean3.txt", Some), ("clean4.txt", Some), ("CLEAN5.txt", Some));
        Assert.Equal(["rich.txt", "CLEAN5.txt"], Names(await _site.OpenAsync($"{address.AbsolutePath}?q={Uri.EscapeDataString("应急")}")));
        var page = await _site.OpenAsync($"{address.AbsolutePath}?q=clean5");
        Assert.Equal(["CLEAN5.txt"], Names(page));
        Assert.Equal("clean5", page.QuerySelector("#q")!.GetAttribute("value"));
        var hostile = await _site.OpenAsync($"{address.AbsolutePath}?q={Uri.EscapeDataString("\"><script>alert(1)</script>")}&kind={Uri.EscapeDataString("\"><img src=x>")}");
        Assert.Empty(hostile.QuerySelectorAll("img, script:not([src])"));
    }

    [Fact]
    public async Task Hundreds_are_listed_page_by_page_and_read_one_after_another()
    {
        var (address, page) = await _site.UploadAsync([.. Enumerable.Range(1, 120).Select(i => ($"clean{i}.txt", Some))]);
        Assert.Equal(50, Names(page).Length);
        Assert.Contains("第 1 页，共 3 页", page.QuerySelector(".pages")!.TextContent, StringComparison.Ordinal);

        var last = await _site.OpenAsync($"{address.AbsolutePath}?report=120");
        Assert.Equal(20, Names(last).Length);
        Assert.Equal("clean120.txt", last.QuerySelector("[aria-current=page] bdi")!.TextContent);
        Assert.Null(last.QuerySelector("a[rel=next]"));
        var before = await _site.OpenAsync(last.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);
        Assert.Equal("clean119.txt", before.QuerySelector("[aria-current=page] bdi")!.TextContent);
        Assert.Equal(50, Names(await _site.OpenAsync($"{address.AbsolutePath}?p=99999&report=1")).Length + 30);
    }

    private static string[] Names(IParentNode page) => [.. page.QuerySelectorAll(".files__list bdi").Select(e => e.TextContent)];

    private static string[] Facets(IParentNode page) => [.. page.QuerySelectorAll(".facets[aria-label] .facet").Select(e => string.Join(' ', e.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}
