namespace Gongkai.Workbench.Tests;

/// <summary>引用的句子在正文里标出，和问题互相链接。</summary>
public sealed class TextTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    private static readonly byte[] Some = "一份报告"u8.ToArray();

    [Fact]
    public async Task A_quoted_sentence_is_marked_in_its_paragraph_and_linked_both_ways()
    {
        var (_, page) = await site.UploadAsync(("quoted.txt", Some));
        var mark = page.QuerySelectorAll("#text mark").Single(m => m.TextContent == "全年未收到政府信息公开申请。");
        var card = page.QuerySelectorAll(".finding").Single(f => f.TextContent.Contains("E06", StringComparison.Ordinal));

        Assert.Equal($"#{card.Id}", mark.NextElementSibling!.GetAttribute("href"));
        Assert.Equal("E06", mark.NextElementSibling!.FirstChild!.TextContent);
        var link = card.QuerySelector(".finding__quote a")!.GetAttribute("href")![1..];
        Assert.Same(mark, page.GetElementById(link)!.NextElementSibling);
        Assert.Contains(link, card.GetAttribute("data-marks")!.Split(' '));
        Assert.Contains("第一部分", card.QuerySelector(".finding__quote footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paragraphs_without_a_quote_are_folded_and_none_is_lost()
    {
        var (_, page) = await site.UploadAsync(("quoted.txt", Some));
        var text = page.QuerySelector("#text")!;
        Assert.Contains("其余照常。", text.QuerySelectorAll("details p").Select(p => p.TextContent));
        Assert.DoesNotContain(text.QuerySelectorAll("details mark"), _ => true);
        Assert.Contains("存在的主要问题", text.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_text_in_a_quote_stays_text()
    {
        var (_, page) = await site.UploadAsync(("quoted.txt", Some));
        Assert.Empty(page.QuerySelectorAll("[onclick]"));
        Assert.Contains("<x-a onclick=alert(1)>", page.QuerySelector("#text")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_that_share_one_mend_are_one_card_with_all_their_codes()
    {
        var (_, page) = await site.UploadAsync(("quoted.txt", Some));
        var card = page.QuerySelectorAll(".finding").Single(f => f.TextContent.Contains("L01", StringComparison.Ordinal));
        Assert.Equal(["L01", "L03"], card.QuerySelectorAll(".finding__code").Select(c => c.FirstChild!.TextContent));
        Assert.Equal(2, card.QuerySelectorAll(".finding__all li").Length);
        Assert.Single(card.QuerySelectorAll(".finding__mends li"));
        Assert.Single(card.TextContent.Split("请核对").Skip(1));
        Assert.Equal("/rules/L01", card.QuerySelector("a.finding__code")!.GetAttribute("href"));
        var cell = page.GetElementById("c-requests.received.person")!;
        Assert.Equal($"#{card.Id}", cell.QuerySelector("a.mend")!.GetAttribute("href"));
    }
}
