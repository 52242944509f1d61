using System.IO.Compression;
using System.Net;
using System.Text;
using Gongkai.Core.Requests;

namespace Gongkai.Workbench.Tests.Requests;

public sealed class HostileTests(CaseSite site) : IClassFixture<CaseSite>
{
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>";

    [Fact]
    public async Task Scripts_in_every_field_of_a_paper_request_stay_text()
    {
        var response = await site.SubmitAsync("officer", "/requests/new",
            ("Name", Script), ("IdKind", "护照"), ("IdNumber", Script), ("Telephone", "13900001111" + Script), ("Address", Script), ("Subject", Script), ("Description", Script), ("Agent", Script), ("Assistance", Script));
        var slip = await SiteUnderTest.ReadAsync(response, HttpStatusCode.OK);
        var number = slip.QuerySelector(".slip .code")!.TextContent;
        await site.DoneAsync("officer", $"/requests/{number}/do/register");
        await site.DoneAsync("officer", $"/requests/{number}/do/assign", ("Unit", Script));
        await site.DoneAsync("officer", $"/requests/{number}/do/supplement", ("Items", Script));
        await site.DoneAsync("officer", $"/requests/{number}/do/supplement-received", ("Text", Script));
        await site.DoneAsync("officer", $"/requests/{number}/draft?outcome=Granted", ("Disclosed", Script), ("AccessRoute", Script), ("Do", "save"));
        var letter = (await site.OpenAsync("officer", $"/requests/{number}")).QuerySelector("section[aria-labelledby=letters] tbody a")!.GetAttribute("href")!;
        foreach (var page in new[] { $"/requests/{number}", $"/requests/{number}/receipt", $"/requests/{number}/draft", $"/requests/{number}/review", letter, "/requests", "/register", $"/requests?find={Uri.EscapeDataString(Script)}", $"/register?find={Uri.EscapeDataString(Script)}&agency={Uri.EscapeDataString(Script)}" })
        {
            var opened = await site.OpenAsync("officer", page);
            Assert.Empty(opened.QuerySelectorAll("script:not([src]), img[onerror], [onclick]"));
        }
    }

    [Fact]
    public async Task Formulas_are_defused_in_both_exports_and_names_are_masked()
    {
        await site.FileAsync(subject: "=HYPERLINK(\"http://evil.example\")", name: "+张三丰");
        await site.FileAsync(subject: "@SUM(A1:A9)", name: "李小四");
        var csv = Encoding.UTF8.GetString(await (await site.GetAsync("officer", "/register.csv")).Content.ReadAsByteArrayAsync(CaseSite.Stop));
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\"", csv, StringComparison.Ordinal);
        Assert.Contains("'@SUM(A1:A9)", csv, StringComparison.Ordinal);
        Assert.Contains("李*四", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("李小四", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("13800001234", csv, StringComparison.Ordinal);

        using var zip = new ZipArchive(await (await site.GetAsync("officer", "/register.xlsx")).Content.ReadAsStreamAsync(CaseSite.Stop));
        using var reader = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var sheet = await reader.ReadToEndAsync(CaseSite.Stop);
        Assert.Contains("HYPERLINK", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("李小四", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_twice_files_one_request()
    {
        var page = await site.OpenAsync("officer", "/requests/new");
        var fields = CaseSite.Filled(page, ("Name", "孙八"), ("IdNumber", "11010519491231002X"), ("Telephone", "13700001111"), ("Address", "清溪县一号"), ("Subject", "同一张表"), ("Description", "交了两次"));
        var first = await site.SendAsync("officer", "/requests/new", fields);
        var second = await site.SendAsync("officer", "/requests/new", fields);
        Assert.Equal(first.RequestMessage!.RequestUri, second.RequestMessage!.RequestUri);
        var list = await site.FindAsync("officer", "/register", "同一张表");
        Assert.Single(list.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Wrong_and_enormous_values_come_back_as_errors_with_everything_kept()
    {
        var response = await site.SubmitAsync("officer", "/requests/new",
            ("Name", ""), ("IdNumber", "123"), ("Subject", new string('长', 101)), ("Description", "描述还在"), ("On", "昨天"), ("Channel", "Internet"), ("Kind", "99"), ("Delivery", "Telepathy"));
        var page = await SiteUnderTest.ReadAsync(response, HttpStatusCode.BadRequest);
        var said = page.QuerySelector(".error-summary")!.TextContent;
        foreach (var part in new[] { "请填写姓名", "身份证号码不对", "太长", "写法不对", "请选择申请人类别", "请选择获取方式" })
        {
            Assert.Contains(part, said, StringComparison.Ordinal);
        }

        Assert.Equal("描述还在", page.QuerySelector("#Description")!.TextContent.Trim());
        Assert.Equal("昨天", page.QuerySelector("#On")!.GetAttribute("value"));
        Assert.All(page.QuerySelectorAll(".error-summary a"), a => Assert.NotNull(page.QuerySelector(a.GetAttribute("href")!)));
    }

    [Fact]
    public async Task A_paper_request_without_an_identity_number_is_taken_and_asks_for_a_supplement()
    {
        (string, string)[] written = [("Name", "吴九"), ("IdNumber", ""), ("Telephone", "13700001111"), ("Address", "清溪县一号"), ("Subject", "河道采砂许可"), ("Description", "请求公开许可决定书")];
        var page = await SiteUnderTest.ReadAsync(await site.SubmitAsync("officer", "/requests/new", written), HttpStatusCode.BadRequest);
        Assert.NotNull(page.QuerySelector("#AsWritten"));
        Assert.DoesNotContain("AsWritten", (await site.OpenAsync("officer", "/requests/new")).Body!.InnerHtml, StringComparison.Ordinal);
        var taken = await SiteUnderTest.ReadAsync(await site.SendAsync("officer", "/requests/new", CaseSite.Filled(page, ("AsWritten", "true"))), HttpStatusCode.OK);
        Assert.Contains("请告知补正", taken.Body!.TextContent, StringComparison.Ordinal);
        var number = taken.QuerySelector(".slip .code")!.TextContent;
        await site.DoneAsync("officer", $"/requests/{number}/do/register");
        Assert.Contains("证件号码", (await site.OpenAsync("officer", $"/requests/{number}/do/supplement")).QuerySelector("#Items")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("坏.pdf", "not a pdf")]
    [InlineData("空.pdf", "")]
    public async Task Files_that_are_not_what_they_say_are_refused(string name, string content)
    {
        var receipt = await site.RegisteredAsync();
        var response = await UploadAsync(receipt.Number, name, Encoding.ASCII.GetBytes(content), "disclosed");
        Assert.NotNull((await SiteUnderTest.ReadAsync(response, HttpStatusCode.BadRequest)).QuerySelector(".error-summary"));
    }

    [Fact]
    public async Task Disclosed_files_are_fixed_once_the_draft_is_under_review()
    {
        var receipt = await site.RegisteredAsync();
        var path = $"/requests/{receipt.Number}";
        var added = await SiteUnderTest.ReadAsync(await UploadAsync(receipt.Number, "../../合同\u202Efdp.pdf", "%PDF-1.7 real"u8.ToArray(), "disclosed"), HttpStatusCode.OK);
        Assert.Contains("随答复提供", added.QuerySelector("section[aria-labelledby=files]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("..", added.QuerySelector("section[aria-labelledby=files] tbody")!.TextContent, StringComparison.Ordinal);
        var file = await site.GetAsync("officer", added.QuerySelector("section[aria-labelledby=files] tbody a")!.GetAttribute("href")!);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("%PDF-1.7 real", await file.Content.ReadAsStringAsync(CaseSite.Stop));

        await site.DoneAsync("officer", $"{path}/draft?outcome=Granted", ("Disclosed", "采购合同"), ("AccessRoute", "网上下载"), ("Do", "save"));
        var late = await UploadAsync(receipt.Number, "后来的.pdf", "%PDF-1.7 late"u8.ToArray(), "disclosed");
        Assert.Contains("正在审查", (await SiteUnderTest.ReadAsync(late, HttpStatusCode.BadRequest)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unconfirmed_letter_has_no_date_and_says_so()
    {
        var receipt = await site.FileAsync(channel: ReceiptChannel.OrdinaryPost);
        var page = await site.OpenAsync("officer", $"/requests/{receipt.Number}");
        Assert.Contains("收到日待确认", page.QuerySelector(".clock")!.TextContent, StringComparison.Ordinal);
        await site.DoneAsync("officer", $"/requests/{receipt.Number}/do/confirm");
        Assert.Contains("2026年3月30日", (await site.OpenAsync("officer", $"/requests/{receipt.Number}")).QuerySelector(".clock__due")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> UploadAsync(string number, string name, byte[] content, string purpose)
    {
        var page = await site.OpenAsync("officer", $"/requests/{number}");
        var token = page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(purpose), "purpose" } };
        form.Add(new ByteArrayContent(content), "Files", name);
        return await (await site.AsAsync("officer")).PostAsync(new Uri($"/requests/{number}?handler=Attach", UriKind.Relative), form, CaseSite.Stop);
    }
}
