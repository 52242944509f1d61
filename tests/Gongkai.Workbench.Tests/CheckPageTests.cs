using System.Net;
using System.Text;
using System.Text.Json;

namespace Gongkai.Workbench.Tests;

public sealed class CheckPageTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    private static readonly byte[] Some = "一份报告"u8.ToArray();

    [Fact]
    public async Task The_root_leads_to_the_check()
    {
        var page = await site.OpenAsync("/");
        Assert.Equal("年报体检", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(4, page.QuerySelectorAll(".promises li").Length);
    }

    [Fact]
    public async Task Uploaded_files_lead_to_a_result_with_the_three_tables_as_printed()
    {
        var (address, page) = await site.UploadAsync(("rich.txt", Some), ("clean.txt", Some));

        Assert.Matches("^/check/[A-Za-z0-9_-]{32}$", address.AbsolutePath);
        Assert.Contains("1 份有错误，1 份没有发现问题", page.QuerySelector(".tally")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(10 + 175 + 15, page.QuerySelectorAll("td.cell").Length);
        Assert.Equal("22", page.GetElementById("h-r-g0-2")!.GetAttribute("rowspan"));
        Assert.Equal("8", page.GetElementById("h-r-g1-4")!.GetAttribute("rowspan"));
        Assert.Equal("5", page.GetElementById("h-r-cg1")!.GetAttribute("colspan"));
        Assert.Equal("10", page.GetElementById("h-m-g1")!.GetAttribute("colspan"));
    }

    [Fact]
    public async Task Every_row_of_a_printed_table_fills_its_grid()
    {
        var (_, page) = await site.UploadAsync(("rich.txt", Some));
        foreach (var (table, width) in new[] { ("requests", 10), ("remedies", 15), ("proactive", 4) })
        {
            var rows = page.QuerySelectorAll($"table.form--{table} tr").ToArray();
            var covered = new int[rows.Length];
            for (var r = 0; r < rows.Length; r++)
            {
                foreach (var cell in rows[r].Children)
                {
                    for (var down = 0; down < int.Parse(cell.GetAttribute("rowspan") ?? "1", null); down++)
                    {
                        covered[r + down] += int.Parse(cell.GetAttribute("colspan") ?? "1", null);
                    }
                }
            }

            Assert.All(covered, c => Assert.Equal(width, c));
        }
    }

    [Fact]
    public async Task Headers_of_every_cell_exist()
    {
        var (_, page) = await site.UploadAsync(("rich.txt", Some));
        var ids = page.QuerySelectorAll("th[id]").Select(e => e.Id!).ToHashSet();
        Assert.All(page.QuerySelectorAll("td.cell"), cell => Assert.All(cell.GetAttribute("headers")!.Split(' '), id => Assert.Contains(id, ids)));
        Assert.All(page.All.Where(e => !string.IsNullOrEmpty(e.Id)).GroupBy(e => e.Id), same => Assert.Single(same));
    }

    [Theory]
    [InlineData("c-requests.total.total", "is-wrong", "→ 16")]
    [InlineData("c-requests.refused.stateSecret.research", "is-blank", "□")]
    [InlineData("c-requests.refused.prohibitedByLaw.person", "is-dash", "—")]
    [InlineData("c-requests.other.other.person", "is-absent", "未印")]
    [InlineData("c-requests.unprocessed.repeated.person", "is-ambiguous", "0 或 1 或 未印")]
    [InlineData("c-requests.unprocessed.publication.socialOrg", "is-unreadable", "▨")]
    [InlineData("c-requests.received.total", "is-cited-error", "16")]
    [InlineData("c-requests.received.business", "is-proved", "3")]
    [InlineData("c-proactive.charges.amount", "is-number", "14.67")]
    public async Task Each_state_of_a_cell_has_its_sign(string id, string css, string text)
    {
        var (_, page) = await site.UploadAsync(("rich.txt", Some));
        var cell = page.GetElementById(id)!;
        Assert.Contains(css, cell.ClassName!, StringComparison.Ordinal);
        Assert.Contains(text, cell.TextContent, StringComparison.Ordinal);
        Assert.Contains(css is "is-absent" ? "没有位置" : "第 ", cell.GetAttribute("title") ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_links_to_its_cells_and_says_the_mending_value()
    {
        var (_, page) = await site.UploadAsync(("rich.txt", Some));
        var card = page.GetElementById("f-1")!;
        Assert.Contains("L03", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("错误", card.TextContent, StringComparison.Ordinal);
        Assert.Equal("#c-requests.total.total", card.QuerySelector(".finding__mends a")!.GetAttribute("href"));
        Assert.All(page.QuerySelectorAll(".finding a[href^='#'], .notes a, td.cell a, .jumps a"), a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")![1..])));
    }

    [Fact]
    public async Task A_link_shows_one_report_at_a_time()
    {
        var (address, _) = await site.UploadAsync(("clean.txt", Some), ("two.txt", Some));
        var page = await site.OpenAsync($"{address.AbsolutePath}?report=3");
        Assert.Contains("第 2 份", page.QuerySelector("[aria-current=page]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".finding"));
        await site.OpenAsync($"{address.AbsolutePath}?report=4", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_listed_with_its_remedy()
    {
        var (address, _) = await site.UploadAsync(("扫描件.html", Some), ("clean.txt", Some));
        var page = await site.OpenAsync($"{address.AbsolutePath}?report=1");
        Assert.Contains("请用原来的 Word 文件", page.QuerySelector(".unread")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("读不了", page.QuerySelector("[aria-current=page]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_in_one_file_does_not_lose_the_others()
    {
        var (_, page) = await site.UploadAsync(("crash.txt", Some), ("clean.txt", Some));
        Assert.Contains("1 份没有发现问题，1 个文件读不了", page.QuerySelector(".tally")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pasted_text_is_checked_like_a_file()
    {
        var form = await site.FormAsync("/check");
        form.Add(new StringContent("一份报告"), "text");
        var page = await SiteUnderTest.ReadAsync(await site.PostAsync("/check", form), HttpStatusCode.OK);
        Assert.Contains("粘贴的正文.txt", page.QuerySelector(".files")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_fictional_samples_can_be_tried()
    {
        var page = await SiteUnderTest.ReadAsync(await site.PostAsync("/check?handler=Sample", await site.FormAsync("/check")), HttpStatusCode.OK);
        Assert.Contains("清溪县", page.QuerySelector(".files")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_chosen_is_an_error_that_says_what_to_do()
    {
        var page = await SiteUnderTest.ReadAsync(await site.PostAsync("/check", await site.FormAsync("/check")), HttpStatusCode.BadRequest);
        Assert.Equal("#files", page.QuerySelector(".error-summary a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Downloads_are_json_lines()
    {
        var (address, _) = await site.UploadAsync(("rich.txt", Some), ("扫描件.html", Some));
        var one = await site.Browser.GetStringAsync(new Uri($"{address.AbsolutePath}/report-1.json", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("清溪县应急管理局", JsonDocument.Parse(one).RootElement.GetProperty("agency").GetString());

        var all = await site.Browser.GetStringAsync(new Uri($"{address.AbsolutePath}/reports.jsonl", UriKind.Relative), TestContext.Current.CancellationToken);
        var lines = all.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToArray();
        Assert.Equal(["gongkai.report/1", "gongkai.report/1", "gongkai.batch/1"], lines.Select(l => l.GetProperty("schema").GetString()));
        Assert.True(lines[1].TryGetProperty("error", out _));
    }

    [Fact]
    public async Task Chinese_is_sent_as_characters()
    {
        var html = await site.Browser.GetStringAsync(new Uri("/check", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("开始体检", html, StringComparison.Ordinal);
        Assert.DoesNotContain("&#x5", html, StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(html) < 26_000);
    }

    [Fact]
    public async Task The_large_type_choice_is_remembered_and_returns_to_the_page()
    {
        var form = await site.FormAsync("/check");
        form.Add(new StringContent("true"), "on");
        form.Add(new StringContent("/check?done=deleted"), "from");
        var response = await site.PostAsync("/preferences/large-type", form);
        Assert.Equal("?done=deleted", response.RequestMessage!.RequestUri!.Query);
        Assert.Equal("large", (await site.OpenAsync("/check")).DocumentElement.ClassName);

        var off = await site.FormAsync("/check");
        off.Add(new StringContent("false"), "on");
        off.Add(new StringContent("//elsewhere.example/"), "from");
        Assert.Equal("/check", (await site.PostAsync("/preferences/large-type", off)).RequestMessage!.RequestUri!.AbsolutePath);
        Assert.True(string.IsNullOrEmpty((await site.OpenAsync("/check")).DocumentElement.ClassName));
    }
}
