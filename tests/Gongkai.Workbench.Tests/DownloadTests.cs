using System.IO.Compression;
using System.Net;
using System.Text;

namespace Gongkai.Workbench.Tests;

/// <summary>各种下载：种类、文件名、内容打得开。</summary>
public sealed class DownloadTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static readonly byte[] Some = "一份报告"u8.ToArray();

    [Theory]
    [InlineData("/report-1.html", "text/html", "清溪县应急管理局2023检查结果.html")]
    [InlineData("/report-1.json", "application/json", "report-1.json")]
    [InlineData("/reports.html", "text/html", "年报检查结果.html")]
    [InlineData("/reports.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "年报检查结果.xlsx")]
    [InlineData("/reports.jsonl", "application/jsonl", "reports.jsonl")]
    public async Task Each_download_is_an_attachment_with_its_kind_and_name(string path, string kind, string name)
    {
        var (address, _) = await site.UploadAsync(("rich.txt", Some), ("扫描件.html", Some));
        var response = await site.Browser.GetAsync(new Uri(address.AbsolutePath + path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(kind, response.Content.Headers.ContentType!.MediaType);
        var disposition = response.Content.Headers.ContentDisposition!;
        Assert.Equal("attachment", disposition.DispositionType);
        Assert.Equal(name, disposition.FileNameStar ?? disposition.FileName);
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_page_to_take_away_keeps_hostile_text_as_text()
    {
        var (address, _) = await site.UploadAsync(("rich.txt", Some));
        var html = await site.Browser.GetStringAsync(new Uri(address.AbsolutePath + "/reports.html", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("清溪县应急管理局", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_could_not_be_read_has_no_page_of_its_own()
    {
        var (address, _) = await site.UploadAsync(("扫描件.html", Some));
        await site.OpenAsync(address.AbsolutePath + "/report-1.html", HttpStatusCode.NotFound);
        await site.OpenAsync(address.AbsolutePath + "/notice?report=1", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_notice_of_one_report_carries_the_office_and_the_day()
    {
        var (address, page) = await site.UploadAsync(("rich.txt", Some));
        var path = page.QuerySelectorAll("a").First(a => a.TextContent == "退回修改通知").GetAttribute("href")!;
        Assert.Equal($"{address.AbsolutePath}/notice?report=1", path);
        var response = await site.PostAsync(path, await FilledAsync(path, "云溪县人民政府<办公室>", "2024-02-20"));
        Assert.Equal(Docx, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("清溪县应急管理局2023退回修改通知.docx", response.Content.Headers.ContentDisposition!.FileNameStar);
        var text = await TextOfAsync(response);
        Assert.Contains("云溪县人民政府&lt;办公室&gt;", text, StringComparison.Ordinal);
        Assert.Contains("2024年2月20日", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_notices_of_a_batch_are_a_zip_with_one_for_each_report_at_fault()
    {
        var (address, _) = await site.UploadAsync(("rich1.txt", Some), ("clean.txt", Some), ("rich2.txt", Some));
        var path = address.AbsolutePath + "/notice";
        Assert.Contains("2 份报告", (await site.OpenAsync(path)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var response = await site.PostAsync(path, await FilledAsync(path, "", ""));
        Assert.Equal("退回修改通知.zip", response.Content.Headers.ContentDisposition!.FileNameStar);
        await using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["清溪县应急管理局2023退回修改通知.docx", "清溪县应急管理局2023退回修改通知（2）.docx"], zip.Entries.Select(e => e.Name));
    }

    [Theory]
    [InlineData("下周五", "期限看不懂")]
    [InlineData("2024-02-01", "已经过了")]
    public async Task A_day_that_cannot_be_is_said_and_what_was_typed_comes_back(string due, string said)
    {
        var (address, _) = await site.UploadAsync(("rich.txt", Some));
        var path = address.AbsolutePath + "/notice?report=1";
        var page = await SiteUnderTest.ReadAsync(await site.PostAsync(path, await FilledAsync(path, "云溪县政府办", due)), HttpStatusCode.BadRequest);
        Assert.Contains(said, page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("云溪县政府办", page.QuerySelector("#Office")!.GetAttribute("value"));
        Assert.Equal(due, page.QuerySelector("#Due")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_batch_without_faults_needs_no_notice()
    {
        var (address, _) = await site.UploadAsync(("clean.txt", Some));
        var page = await site.OpenAsync(address.AbsolutePath + "/notice");
        Assert.Contains("不必发通知", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<MultipartFormDataContent> FilledAsync(string path, string office, string due)
    {
        var form = await site.FormAsync(path);
        form.Add(new StringContent(office), "Office");
        form.Add(new StringContent(due), "Due");
        return form;
    }

    private static async Task<string> TextOfAsync(HttpResponseMessage response)
    {
        await using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        await using var part = await zip.GetEntry("word/document.xml")!.OpenAsync(TestContext.Current.CancellationToken);
        using var reader = new StreamReader(part, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
