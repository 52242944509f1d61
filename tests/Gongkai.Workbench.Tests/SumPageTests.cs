using System.IO.Compression;
using System.Net;

namespace Gongkai.Workbench.Tests;

/// <summary>汇总页：合计、名录、本级、下载。</summary>
public sealed class SumPageTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    private static readonly byte[] Some = "一份报告"u8.ToArray();

    [Fact]
    public async Task A_batch_is_added_up_cell_by_cell_and_says_what_it_knows()
    {
        var (address, result) = await site.UploadAsync(("rich.txt", Some), ("clean.txt", Some), ("扫描件.html", Some));
        Assert.Contains(result.QuerySelectorAll(".actions a"), a => a.GetAttribute("href") == $"{address.AbsolutePath}/sum");
        var page = await site.OpenAsync($"{address.AbsolutePath}/sum");
        Assert.Contains("由 2 份年度报告逐格相加而成", page.QuerySelector(".sum__say")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("没有应报单位名录", page.QuerySelector(".sum__say")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("合计不完整", page.QuerySelector(".sum__result .badge")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(175, page.QuerySelectorAll(".form--requests td.cell").Length);
        Assert.Equal("32", page.QuerySelectorAll(".form--requests tr")[2].QuerySelectorAll("td.cell")[6].TextContent);
    }

    [Fact]
    public async Task A_list_of_units_tells_who_is_missing_and_comes_back_as_typed()
    {
        var (address, _) = await site.UploadAsync(("rich.txt", Some), ("clean.txt", Some));
        var page = await SiteUnderTest.ReadAsync(await site.PostAsync($"{address.AbsolutePath}/sum", await FilledAsync(address, "清溪县应急管理局\n清溪县<b>水务局</b>", "2")), HttpStatusCode.OK);
        Assert.Equal("清溪县<b>水务局</b>", page.QuerySelector(".names li")!.TextContent.Trim());
        Assert.Contains("清溪县<b>水务局</b>", page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("政府本级一份（清溪县医疗保障局）", page.QuerySelector(".sum__say")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2", page.QuerySelector("#Own option[selected]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("Docx", "清溪县2023年度报告汇总.docx", "word/document.xml")]
    [InlineData("Xlsx", "清溪县2023年度报告汇总.xlsx", "xl/workbook.xml")]
    public async Task The_sum_can_be_taken_away(string handler, string name, string part)
    {
        var (address, _) = await site.UploadAsync(("rich.txt", Some), ("clean.txt", Some));
        var response = await site.PostAsync($"{address.AbsolutePath}/sum?handler={handler}", await FilledAsync(address, "", ""));
        Assert.Equal(name, response.Content.Headers.ContentDisposition!.FileNameStar);
        await using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.NotNull(zip.GetEntry(part));
    }

    [Fact]
    public async Task An_own_report_that_is_not_in_the_list_is_refused()
    {
        var (address, _) = await site.UploadAsync(("rich.txt", Some), ("clean.txt", Some));
        var page = await SiteUnderTest.ReadAsync(await site.PostAsync($"{address.AbsolutePath}/sum", await FilledAsync(address, "", "77")), HttpStatusCode.BadRequest);
        Assert.Contains("本级报告", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<MultipartFormDataContent> FilledAsync(Uri address, string expected, string own)
    {
        var form = await site.FormAsync($"{address.AbsolutePath}/sum");
        form.Add(new StringContent(expected), "Expected");
        form.Add(new StringContent(own), "Own");
        return form;
    }
}
