using System.Net;
using System.Text;

namespace Gongkai.Portal.Tests;

public sealed class HostileInputTests(PortalUnderTest portal)
{
    private const string Script = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";

    public static TheoryData<string> Steps() => [.. Applying.Steps.All.Take(6).Select(s => s.Path)];

    [Theory, MemberData(nameof(Steps))]
    public async Task No_field_takes_what_it_cannot_hold_and_none_runs_it(string step)
    {
        var visitor = portal.Visit();
        await visitor.SubmitAsync(await visitor.OpenAsync($"/apply/{PortalUnderTest.Agency}"));
        var root = visitor.Here[..visitor.Here.LastIndexOf('/')];
        var page = await visitor.OpenAsync($"{root}/{step}");
        var fields = page.QuerySelectorAll("main form [name]").Select(e => e.GetAttribute("name")!).Where(n => n is not ("go" or "__RequestVerificationToken")).Distinct().ToArray();
        Assert.NotEmpty(fields);
        foreach (var payload in new[] { Script, new string('长', 10_000), "\0\u0001\u001b[31m\u202e", "=cmd|'/c calc'!A1", new string('x', 5) + "\ud800" })
        {
            foreach (var field in fields)
            {
                var response = await visitor.SendAsync(visitor.Form(page, new() { [field] = payload }));
                var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                Assert.True((int)response.StatusCode < 500, $"{step}.{field}: {(int)response.StatusCode}");
                Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("<img", text, StringComparison.OrdinalIgnoreCase);
                if (payload.Length == 10_000 && visitor.Here.EndsWith(step, StringComparison.Ordinal) && page.QuerySelector($"textarea[name={field}],input[type=text][name={field}]") is not null)
                {
                    Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
                    Assert.Contains(payload, text, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public async Task Markup_in_every_text_is_shown_as_text()
    {
        var visitor = portal.Visit();
        var values = Filling.Good();
        foreach (var field in new[] { "Name", "Subject", "Description", "Telephone", "Address", "AgentName", "AgentNumber", "Assistance" })
        {
            values[field] = field == "Telephone" ? $"13000000000{Script}" : $"{field}{Script}";
        }

        var check = await visitor.FillAsync(values);
        Assert.Empty(check.QuerySelectorAll("script, main img"));
        var (number, code) = (await visitor.SubmitAsync(check, go: "submit")).Receipt();
        var view = await portal.Visit().FollowAsync(number, code);
        Assert.Empty(view.QuerySelectorAll("script, main img"));
        Assert.Contains(Script, view.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("..\\..\\windows\\系统.pdf", "系统.pdf")]
    [InlineData("合同\u202Efdp.pdf", "合同fdp.pdf")]
    public async Task A_file_name_is_never_a_path(string given, string kept)
    {
        var visitor = portal.Visit();
        var receipt = await visitor.SubmitAsync(await visitor.FillAsync(), go: "submit", files: [("other", given, Filling.Pdf)]);
        Assert.Equal([kept], (await portal.CaseAsync(receipt.Receipt().Number)).Files.Select(f => f.Name));
    }

    [Fact]
    public async Task Files_of_the_wrong_kind_or_too_many_are_refused_with_the_rest_kept()
    {
        var visitor = portal.Visit();
        var check = await visitor.FillAsync();
        var address = visitor.Here;
        (string, string, byte[])[][] batches =
        [
            [("other", "病毒.pdf", "MZ这不是 pdf"u8.ToArray())],
            [("other", "网页.html", "<script>"u8.ToArray())],
            [("other", "空.pdf", [])],
            [.. Enumerable.Range(1, 11).Select(i => ("other", $"{i}.pdf", Filling.Pdf))],
            [("other", "大.pdf", [.. Filling.Pdf, .. new byte[11 * 1024 * 1024]])],
        ];
        foreach (var batch in batches)
        {
            var page = await visitor.SubmitAsync(check, go: "submit", files: batch, expected: HttpStatusCode.UnprocessableEntity);
            Assert.NotNull(page.QuerySelector(".error-summary a[href='#Files']"));
            Assert.Contains("林小满", page.Text(), StringComparison.Ordinal);
        }

        (await visitor.SubmitAsync(await visitor.OpenAsync(address), go: "submit")).Receipt();
    }

    [Fact]
    public async Task Too_large_a_form_is_refused_with_a_page_that_says_what_is_kept()
    {
        var visitor = portal.Visit();
        var check = await visitor.FillAsync();
        var address = visitor.Here;
        var page = await visitor.SubmitAsync(check, go: "submit", files: [("other", "大.pdf", new byte[32 * 1024 * 1024])], expected: HttpStatusCode.RequestEntityTooLarge);
        Assert.Contains("您填写的内容还在", page.Text(), StringComparison.Ordinal);
        Assert.Equal(address, page.QuerySelector("main a.primary")!.GetAttribute("href"));

        var plain = visitor.Form(await visitor.OpenAsync(address.Replace("/check", "/what", StringComparison.Ordinal)), new() { ["Description"] = new string('长', 100_000) });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await visitor.SendAsync(plain)).StatusCode);
    }

    [Fact]
    public async Task A_form_that_is_no_form_is_refused_in_plain_words()
    {
        var visitor = portal.Visit();
        foreach (var content in new HttpContent[] { new StringContent("{}", Encoding.UTF8, "application/json"), Multipart("--x\r\nbroken") })
        {
            var response = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/apply/{PortalUnderTest.Agency}") { Content = content });
            Assert.InRange((int)response.StatusCode, 400, 415);
            Assert.Contains("没有收到完整的表单", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_draft_cannot_be_forged_nor_moved_to_another_agency()
    {
        var visitor = portal.Visit();
        await visitor.FillAsync();
        var (address, cookies) = (visitor.Here, visitor.Cookies.ToArray());
        foreach (var forged in new[] { "AAAA", "不是", "chunks-900", new string('A', 60_000) })
        {
            visitor.Cookies.Clear();
            visitor.Cookies.AddRange(cookies.Select(c => c.Name.StartsWith("gongkai.draft", StringComparison.Ordinal) ? c with { Value = Uri.EscapeDataString(forged) } : c));
            await visitor.OpenAsync(address);
            Assert.EndsWith("?lost=1", visitor.Here, StringComparison.Ordinal);
        }

        visitor.Cookies.Clear();
        visitor.Cookies.AddRange(cookies.Select(c => c with { Path = "/" }));
        await visitor.OpenAsync(address.Replace($"/{PortalUnderTest.Agency}/", $"/{PortalUnderTest.OtherAgency}/", StringComparison.Ordinal));
        Assert.EndsWith("?lost=1", visitor.Here, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_lawful_text_survives_every_step()
    {
        var visitor = portal.Visit();
        var values = Filling.Good();
        var random = new Random(7);
        values["Description"] = string.Concat(Enumerable.Range(0, 4000).Select(_ => (char)random.Next(0x4e00, 0x9fa5)));
        values["Address"] = values["Description"][..200];
        values["Assistance"] = values["Description"][200..400];
        var (number, _) = await visitor.FileAsync(values);
        Assert.Equal(values["Description"], (await portal.CaseAsync(number)).Papers!.Description);
    }

    private static StringContent Multipart(string text)
    {
        var content = new StringContent(text);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        return content;
    }
}
