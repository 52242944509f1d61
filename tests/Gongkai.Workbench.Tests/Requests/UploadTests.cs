using System.Net;
using AngleSharp.Html.Dom;
using Gongkai.Workbench.Hosting;

namespace Gongkai.Workbench.Tests.Requests;

/// <summary>传文件：说收多大就收多大；收不下的说清限度，填过的还在，或者有路回去。</summary>
public sealed class UploadTests(CaseSite site) : IClassFixture<CaseSite>
{
    private const int Mega = 1 << 20;

    [Fact]
    public async Task A_file_of_nine_megabytes_is_taken_and_one_of_eleven_refused_with_everything_typed_kept()
    {
        (string, string)[] typed = [("Name", "吴十"), ("IdNumber", "11010519491231002X"), ("Telephone", "13700001111"), ("Address", "清溪县一号"), ("Subject", "带着扫描件的"), ("Description", "请求公开许可决定书")];
        var refused = await SiteUnderTest.ReadAsync(await FileAsync(typed, ("大.pdf", Pdf(11 * Mega))), HttpStatusCode.BadRequest);
        Assert.Contains("一个文件最多 10 MB", refused.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("吴十", ((IHtmlInputElement)refused.GetElementById("Name")!).Value);
        Assert.Equal("请求公开许可决定书", refused.GetElementById("Description")!.TextContent.Trim());
        var taken = await SiteUnderTest.ReadAsync(await FileAsync(typed, ("不大.pdf", Pdf(9 * Mega))), HttpStatusCode.OK);
        Assert.NotNull(taken.QuerySelector(".slip .code"));
    }

    [Fact]
    public async Task Files_are_attached_to_a_case_up_to_what_the_page_says()
    {
        var path = $"/requests/{(await site.RegisteredAsync()).Number}";
        Assert.Contains("不大.pdf", (await SiteUnderTest.ReadAsync(await AttachAsync(path, ("不大.pdf", Pdf(9 * Mega))), HttpStatusCode.OK)).QuerySelector("section[aria-labelledby=files]")!.TextContent, StringComparison.Ordinal);
        var refused = await SiteUnderTest.ReadAsync(await AttachAsync(path, ("大.pdf", Pdf(11 * Mega))), HttpStatusCode.BadRequest);
        Assert.Contains("最多 10 MB", refused.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        var many = await SiteUnderTest.ReadAsync(await AttachAsync(path, [.. Enumerable.Range(0, 11).Select(i => ($"{i}.pdf", Pdf(10)))]), HttpStatusCode.BadRequest);
        Assert.Contains("一次最多 10 个文件", many.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("病毒.pdf", "MZ 这不是 pdf", "不是能收的种类")]
    [InlineData("网页.html", "<script>alert(1)</script>", "不是能收的种类")]
    [InlineData("假的.docx", "%!PS 不是 docx", "不是能收的种类")]
    [InlineData("空.pdf", "", "是空的")]
    [InlineData("<img src=x onerror=alert(1)>.exe", "MZ", "不是能收的种类")]
    public async Task What_cannot_be_taken_is_named_and_nothing_is_kept(string name, string content, string told)
    {
        var path = $"/requests/{(await site.RegisteredAsync()).Number}";
        var page = await SiteUnderTest.ReadAsync(await AttachAsync(path, (name, System.Text.Encoding.UTF8.GetBytes(content))), HttpStatusCode.BadRequest);
        Assert.Contains(told, page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("script:not([src]), main img"));
        Assert.DoesNotContain("下载", (await site.OpenAsync("officer", path)).QuerySelector("section[aria-labelledby=files] tbody")?.TextContent ?? "", StringComparison.Ordinal);
        Assert.Null((await site.OpenAsync("officer", path)).QuerySelector("section[aria-labelledby=files] tbody a"));
    }

    [Theory]
    [InlineData("../../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("..\\..\\windows\\系统.pdf", "系统.pdf")]
    [InlineData("合同\u202Efdp.exe.pdf", "合同fdp.exe.pdf")]
    [InlineData("/", "未命名")]
    public async Task A_file_name_is_never_a_path(string given, string kept)
    {
        var path = $"/requests/{(await site.RegisteredAsync()).Number}";
        var page = await SiteUnderTest.ReadAsync(await AttachAsync(path, (given, Pdf(10))), HttpStatusCode.OK);
        Assert.Equal(kept, page.QuerySelector("section[aria-labelledby=files] tbody a")!.TextContent);
        var file = await site.GetAsync("officer", page.QuerySelector("section[aria-labelledby=files] tbody a")!.GetAttribute("href")!);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(kept, file.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("application/octet-stream", file.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Files_and_a_note_sent_twice_are_kept_once()
    {
        var path = $"/requests/{(await site.RegisteredAsync()).Number}";
        var page = await site.OpenAsync("officer", path);
        var note = Staff.StaffSite.Hidden(page, path, $"{path}?handler=Note").Append(("Note", "上午来过电话")).Select(f => KeyValuePair.Create(f.Item1, f.Item2)).ToArray();
        var hidden = Staff.StaffSite.Hidden(page, path, $"{path}?handler=Attach").ToArray();
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await site.SendAsync("officer", path, note, $"{path}?handler=Note")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await SendAsync($"{path}?handler=Attach", hidden, ("一.pdf", Pdf(10)), ("二.pdf", Pdf(11)))).StatusCode);
        }

        var after = await site.OpenAsync("officer", path);
        Assert.Single(after.QuerySelectorAll("section[aria-labelledby=notes] blockquote"));
        Assert.Equal(["一.pdf", "二.pdf"], after.QuerySelectorAll("section[aria-labelledby=files] tbody a").Select(a => a.TextContent));
    }

    [Theory]
    [InlineData("/requests/new", BodyLimits.Files, "101 MB")]
    [InlineData("/requests", BodyLimits.Form, "1 MB")]
    [InlineData("/sign-in", BodyLimits.Anonymous, "64 KB")]
    public async Task A_body_over_the_limit_is_not_read_and_the_page_says_which_limit_and_leads_back(string path, int limit, string said)
    {
        using var content = new ByteArrayContent([]);
        content.Headers.ContentLength = limit + 1L;
        var page = await SiteUnderTest.ReadAsync(await (await site.AsAsync("officer")).PostAsync(new Uri(path, UriKind.Relative), content, CaseSite.Stop), HttpStatusCode.RequestEntityTooLarge);
        Assert.Contains(said, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(path, page.QuerySelector("main a.primary")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_body_that_does_not_say_its_length_is_read_to_the_limit_only()
    {
        await using var store = await TestHost.TestStore.CreateAsync(TestHost.StoreKind.Sqlite);
        await using var real = WorkbenchSite.Build(["--urls", "http://127.0.0.1:0"], null, store.Options);
        await real.StartAsync(CaseSite.Stop);
        using var browser = new HttpClient { BaseAddress = new Uri(real.Urls.First()) };
        foreach (var (size, expected) in new[] { (BodyLimits.Anonymous / 2, HttpStatusCode.BadRequest), (BodyLimits.Anonymous * 4, HttpStatusCode.RequestEntityTooLarge) })
        {
            using var content = new StreamContent(new MemoryStream([.. "UserName="u8, .. Enumerable.Repeat((byte)'a', size)]));
            content.Headers.ContentType = new("application/x-www-form-urlencoded");
            using var request = new HttpRequestMessage(HttpMethod.Post, "/set-up") { Content = content };
            request.Headers.TransferEncodingChunked = true;
            var response = await browser.SendAsync(request, CaseSite.Stop);
            Assert.Equal(expected, response.StatusCode);
            Assert.Equal(expected == HttpStatusCode.RequestEntityTooLarge, (await response.Content.ReadAsStringAsync(CaseSite.Stop)).Contains("64 KB", StringComparison.Ordinal));
        }

        await real.StopAsync(CaseSite.Stop);
    }

    private static byte[] Pdf(int size) => [.. "%PDF-1.7 "u8, .. new byte[Math.Max(0, size - 9)]];

    private async Task<HttpResponseMessage> FileAsync((string Name, string Value)[] typed, params (string Name, byte[] Content)[] files) =>
        await SendAsync("/requests/new", [.. CaseSite.Filled(await site.OpenAsync("officer", "/requests/new"), typed).Select(f => (f.Key, f.Value))], files);

    private async Task<HttpResponseMessage> AttachAsync(string path, params (string Name, byte[] Content)[] files) =>
        await SendAsync($"{path}?handler=Attach", [.. Staff.StaffSite.Hidden(await site.OpenAsync("officer", path), path, $"{path}?handler=Attach")], files);

    private async Task<HttpResponseMessage> SendAsync(string action, (string Name, string Value)[] fields, params (string Name, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        foreach (var (name, content) in files)
        {
            form.Add(new ByteArrayContent(content), "Files", name);
        }

        return await (await site.AsAsync("officer")).PostAsync(new Uri(action, UriKind.Relative), form, CaseSite.Stop);
    }
}
