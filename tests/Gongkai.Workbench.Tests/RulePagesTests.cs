using System.Net;
using Gongkai.Reports.Checking;

namespace Gongkai.Workbench.Tests;

/// <summary>规则页：一览与一条。</summary>
public sealed class RulePagesTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    [Fact]
    public async Task Every_rule_is_listed_and_has_its_page()
    {
        var page = await site.OpenAsync("/rules");
        Assert.Equal(RuleCatalogue.All.Select(r => r.Code), page.QuerySelectorAll(".rules .finding__code").Select(e => e.TextContent));
        foreach (var rule in RuleCatalogue.All)
        {
            var one = await site.OpenAsync($"/rules/{rule.Code}");
            Assert.Contains(rule.Title, one.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
            Assert.Contains(rule.Basis, one.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(rule.Examples.Count, one.QuerySelectorAll(".examples > li").Length);
        }
    }

    [Fact]
    public async Task Rules_are_narrowed_by_severity_and_by_words()
    {
        Assert.All((await site.OpenAsync("/rules?severity=error")).QuerySelectorAll(".rules .badge"), b => Assert.Contains("错误", b.TextContent, StringComparison.Ordinal));
        var page = await site.OpenAsync($"/rules?q={Uri.EscapeDataString("收办守恒")}");
        Assert.Equal(["L01"], page.QuerySelectorAll(".rules .finding__code").Select(e => e.TextContent));
        var none = await site.OpenAsync("/rules?q=zzz");
        Assert.Contains("没有这样的规则", none.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_example_names_its_cells_in_words()
    {
        var page = await site.OpenAsync("/rules/L01");
        Assert.Contains("表三", page.QuerySelector(".examples")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("requests.received", page.QuerySelector(".examples")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_in_small_letters_leads_to_the_rule_and_an_unknown_one_nowhere()
    {
        var response = await site.Browser.GetAsync(new Uri("/rules/l01", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("/rules/L01", response.Headers.Location?.OriginalString ?? response.RequestMessage!.RequestUri!.AbsolutePath);
        await site.OpenAsync("/rules/Z99", HttpStatusCode.NotFound);
    }
}
