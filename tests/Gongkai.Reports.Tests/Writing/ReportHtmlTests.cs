using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Writing.Html;

namespace Gongkai.Reports.Tests.Writing;

public class ReportHtmlTests
{
    [Fact]
    public void Nothing_in_a_report_becomes_markup_or_an_address()
    {
        foreach (var text in InventedReport.HostileTexts)
        {
            var page = Parse(ReportHtml.Of(InventedReport.Faulty(text: text)));
            Assert.Empty(page.QuerySelectorAll("script, img, iframe, object, embed, link, base, form, svg, video, audio"));
            Assert.Single(page.QuerySelectorAll("style"));
            foreach (var element in page.All)
            {
                Assert.DoesNotContain(element.Attributes, a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || a.Name is "src" or "style" or "action" or "srcset");
                Assert.True(element.GetAttribute("href") is not { } href || href.StartsWith('#'), element.OuterHtml);
            }
        }
    }

    [Fact]
    public void The_page_refers_to_nothing_outside_itself()
    {
        var html = Encoding.UTF8.GetString(ReportHtml.Of(InventedReport.Faulty()));
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", html, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", html, StringComparison.Ordinal);
        Assert.Contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void No_control_or_bidirectional_character_is_written()
    {
        foreach (var text in InventedReport.HostileTexts)
        {
            var html = Encoding.UTF8.GetString(ReportHtml.Of(InventedReport.Faulty(text: text)));
            Assert.DoesNotContain(html, c => c is '\u202E' or '\u2066' or '\u2069' or '\u200F' or '\uFFFD' or '\uFFFE' or '\u001b' or '\u0007' || (c < ' ' && c != '\n'));
            Assert.DoesNotContain("&#x202E;", html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Very_long_text_is_cut() =>
        Assert.InRange(ReportHtml.Of(InventedReport.Faulty(text: new string('长', 1_000_000))).Length, 50_000, 400_000);

    [Fact]
    public void Findings_with_the_same_mend_share_one_card_and_the_cell_links_to_it()
    {
        var page = Parse(ReportHtml.Of(InventedReport.Faulty()));
        var cell = page.GetElementById("r1-c-requests.total.person")!;
        Assert.Contains("is-wrong", cell.ClassName!, StringComparison.Ordinal);
        var link = cell.QuerySelector("a.mend")!;
        Assert.Equal("应改为→ 13，见 L01、L02、L03", link.TextContent.Replace("\n", "", StringComparison.Ordinal));
        var card = page.GetElementById(link.GetAttribute("href")![1..])!;
        Assert.Equal(["L01", "L02", "L03"], card.QuerySelectorAll("h4 code").Select(c => c.TextContent));
        Assert.Equal(3, card.QuerySelectorAll(".sentences li").Length);
        Assert.Single(card.QuerySelectorAll(".mends li"));
        Assert.Equal(1, card.TextContent.Split("应把“（七）总计·自然人”改为 13").Length - 1);
        Assert.Equal("#r1-c-requests.total.person", card.QuerySelector(".mends a")!.GetAttribute("href"));
    }

    [Fact]
    public void Every_link_leads_to_something_on_the_page()
    {
        var page = Parse(Batch([new("a", [InventedReport.Faulty(), InventedReport.Faultless()], null), new("b", [InventedReport.Faulty("云溪县水务局")], null)]));
        var links = page.QuerySelectorAll("a[href]");
        Assert.True(links.Length > 30);
        Assert.All(links, a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")![1..])));
        Assert.Empty(page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key));
        var ids = page.QuerySelectorAll("th[id]").Select(t => t.Id).ToHashSet();
        Assert.All(page.QuerySelectorAll("[headers]").SelectMany(e => e.GetAttribute("headers")!.Split(' ')), id => Assert.Contains(id, ids));
    }

    [Fact]
    public void Every_cell_state_is_said_in_words()
    {
        var page = Parse(ReportHtml.Of(InventedReport.Faulty()));
        string Said(string cell) => page.GetElementById($"r1-c-{cell}")!.TextContent;
        Assert.Equal("—横线", Said("proactive.rules.inForce"));
        Assert.Equal("□空格", Said("proactive.rules.repealed"));
        Assert.Equal("未印", Said("requests.received.research"));
        Assert.Equal("?两可：未印 或 8 或 80", Said("requests.granted.business"));
        Assert.Equal("▨读不出", Said("requests.other.other.person"));
        Assert.Equal(200, page.QuerySelectorAll("td[id]").Length);
    }

    [Fact]
    public void A_quote_stands_with_its_place()
    {
        var quote = Parse(ReportHtml.Of(InventedReport.Faulty())).QuerySelectorAll("blockquote").Single(q => q.TextContent.Contains("未收到", StringComparison.Ordinal));
        Assert.Contains("第一部分 · 第 9 段", quote.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_begins_with_the_verdicts_in_order()
    {
        var page = Parse(Batch(
        [
            new("目录/a.docx", [InventedReport.Faulty()], null),
            new("b.txt", [InventedReport.Faultless("b.txt")], null),
            new("c<script>.pdf", [], new ReadError("file.kind", "这种文件读不了。")),
        ]));
        var rows = page.QuerySelectorAll(".list tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent))).ToArray();
        Assert.Equal(
            ["清溪县应急管理局|2023 年度|‼ 1 处严重 · 5 处错误 · 2 处警告|清溪县应急管理局2023.docx", "清溪县医保局|2023 年度|✓ 没有发现问题|b.txt", "c<script>.pdf||▨ 读不了|这种文件读不了。"],
            rows);
        Assert.Equal(["#r1", "#r2"], page.QuerySelectorAll(".list a").Select(a => a.GetAttribute("href")));
        Assert.Equal(4, page.QuerySelectorAll(".filter input").Length);
    }

    [Fact]
    public void What_does_not_fit_is_listed_and_said()
    {
        using var spool = new MemoryStream();
        using var html = new ReportHtml(spool, mostBytes: 100_000);
        var summary = new BatchSummary();
        for (var i = 0; i < 6; i++)
        {
            var file = new CheckedFile($"{i}", [InventedReport.Faulty()], null);
            html.Add(file);
            summary.Add(file);
        }

        using var output = new MemoryStream();
        html.Finish(output, summary);
        var page = Parse(output.ToArray());
        Assert.Equal(6, page.QuerySelectorAll(".list tbody tr").Length);
        var drawn = page.QuerySelectorAll(".report").Length;
        Assert.InRange(drawn, 1, 3);
        Assert.Contains($"后面 {6 - drawn} 份只列了结论", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_suite_report_with_a_wrong_cell_shows_it()
    {
        var folder = Path.Combine(RepositoryRoot(), "tests", "cases", "reports", "docx-errors");
        var file = ReportChecker.CheckFile("leaf-total-2023.docx", File.ReadAllBytes(Path.Combine(folder, "leaf-total-2023.docx")), new CheckOptions(new DateOnly(2024, 4, 30), RegionProfile.National));
        Assert.Contains(file.Reports[0].Findings, f => f.Severity is Severity.Error);
        var page = Parse(ReportHtml.Of(file));
        Assert.NotEmpty(page.QuerySelectorAll(".is-wrong"));
        Assert.Equal(200, page.QuerySelectorAll("td[id]").Length);
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Gongkai.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    private static byte[] Batch(IReadOnlyList<CheckedFile> files)
    {
        using var spool = new MemoryStream();
        using var html = new ReportHtml(spool);
        var summary = new BatchSummary();
        foreach (var file in files)
        {
            html.Add(file);
            summary.Add(file);
        }

        using var output = new MemoryStream();
        html.Finish(output, summary);
        return output.ToArray();
    }

    private static IHtmlDocument Parse(byte[] html) => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(html));
}
