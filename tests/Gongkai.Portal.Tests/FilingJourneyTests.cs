using System.Net;
using Gongkai.Core.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Portal.Tests;

public sealed class FilingJourneyTests(PortalUnderTest portal)
{
    [Fact]
    public async Task A_request_is_filed_step_by_step_and_kept_whole()
    {
        var visitor = portal.Visit();
        var agency = await visitor.OpenAsync($"/agencies/{PortalUnderTest.Agency}");
        Assert.Contains("0000-5550101", agency.Text(), StringComparison.Ordinal);
        var values = Filling.Good();
        values["AgentName"] = "陈禾";
        values["AgentNumber"] = "X0000001";
        values["Assistance"] = "请用大字打印";
        var check = await visitor.FillAsync(values);
        Assert.Contains("2025 年度防汛物资采购合同", check.Text(), StringComparison.Ordinal);
        Assert.Contains("陈禾", check.Text(), StringComparison.Ordinal);

        var receipt = await visitor.SubmitAsync(check, go: "submit", files: [("identity", "证件.pdf", Filling.Pdf), ("authorisation", "委托书.pdf", Filling.Pdf)]);
        var (number, code) = receipt.Receipt();
        Assert.Equal($"/follow/{number}/receipt", visitor.Here);
        Assert.NotNull(receipt.QuerySelector("svg.qr path.qr__ink"));
        Assert.Contains("2026年4月8日", receipt.Text(), StringComparison.Ordinal);

        var kept = await portal.CaseAsync(number);
        Assert.Equal("林小满", kept.Papers!.Applicant.Name);
        Assert.Equal("陈禾，X0000001", kept.Papers.Applicant.Agent);
        Assert.Equal("请用大字打印", kept.Papers.Applicant.Assistance);
        Assert.Equal(values["Description"], kept.Papers.Description);
        Assert.Equal(ReceiptChannel.Internet, kept.Request.Submission.Channel);
        Assert.Equal(DeliveryForm.Online, kept.Request.Submission.Delivery);
        Assert.Equal(new DateOnly(2026, 3, 10), kept.Request.ReceivedOn);
        Assert.Equal(["authorisation", "identity"], kept.Files.Select(f => f.Purpose).Order());
        Assert.DoesNotContain(visitor.Visited, a => a.Contains(code, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task An_organisation_names_its_representative_and_its_kind()
    {
        var visitor = portal.Visit();
        var values = Filling.Good();
        (values["Kind"], values["Name"], values["IdKind"], values["IdNumber"]) = ("LegalService", "清溪正言律师事务所", "其他登记证书", "2026-0001");
        values["Representative"] = "沈言";
        var (number, _) = await visitor.FileAsync(values);
        var kept = await portal.CaseAsync(number);
        Assert.Equal(ApplicantKind.LegalService, kept.Papers!.Applicant.Kind);
        Assert.Equal("沈言", kept.Papers.Applicant.Representative);
    }

    [Fact]
    public async Task Back_and_forth_loses_nothing()
    {
        var visitor = portal.Visit();
        var values = Filling.Good();
        await visitor.FillAsync(values);
        var root = visitor.Here[..visitor.Here.LastIndexOf('/')];
        Assert.Equal(values["Description"], (await visitor.OpenAsync($"{root}/what")).QuerySelector("#Description")!.TextContent.Trim());
        var contact = await visitor.OpenAsync($"{root}/contact");
        Assert.Equal(values["Telephone"], contact.QuerySelector("#Telephone")!.GetAttribute("value"));

        // 填了一半、还不对，就点上一步：也留着。
        await visitor.SubmitAsync(contact, new() { ["Email"] = "没有写完@" }, go: "back");
        Assert.EndsWith("/delivery", visitor.Here, StringComparison.Ordinal);
        contact = await visitor.OpenAsync($"{root}/contact");
        Assert.Equal("没有写完@", contact.QuerySelector("#Email")!.GetAttribute("value"));

        // 检查过一遍之后改一处，就回到检查。
        await visitor.SubmitAsync(contact, new() { ["Email"] = "lin@example.cn" });
        Assert.EndsWith("/check", visitor.Here, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_windows_fill_two_requests()
    {
        var visitor = portal.Visit();
        var first = Filling.Good();
        var second = Filling.Good();
        second["Subject"] = "2025 年度应急演练方案";
        await visitor.FillAsync(first);
        var firstCheck = visitor.Here;
        await visitor.FillAsync(second);
        Assert.NotEqual(firstCheck, visitor.Here);
        Assert.Contains(first["Subject"], (await visitor.OpenAsync(firstCheck)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_gives_everything_back_and_links_to_the_field()
    {
        var visitor = portal.Visit();
        var page = await visitor.SubmitAsync(await visitor.SubmitAsync(await visitor.OpenAsync($"/apply/{PortalUnderTest.Agency}")), new() { ["Kind"] = "Person" });
        page = await visitor.SubmitAsync(page, new() { ["Name"] = "林小满", ["IdNumber"] = "110101199003070012" }, expected: HttpStatusCode.UnprocessableEntity);

        // 出错的一页是转向得到的：后退到这里，浏览器不会问要不要重新提交。
        Assert.EndsWith("/identity?check=1", visitor.Here, StringComparison.Ordinal);
        Assert.Equal(HttpMethod.Get, visitor.Last.RequestMessage!.Method);
        var link = page.QuerySelector(".error-summary a")!;
        Assert.Equal("#IdNumber", link.GetAttribute("href"));
        var box = page.QuerySelector("#IdNumber")!;
        Assert.Equal("true", box.GetAttribute("aria-invalid"));
        Assert.Equal("110101199003070012", box.GetAttribute("value"));
        Assert.NotNull(page.GetElementById(box.GetAttribute("aria-describedby")!.Split(' ')[^1]));
        Assert.Equal("林小满", page.QuerySelector("#Name")!.GetAttribute("value"));
        Assert.StartsWith("有地方要改", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_was_skipped_is_named_on_the_check_page()
    {
        var visitor = portal.Visit();
        await visitor.SubmitAsync(await visitor.OpenAsync($"/apply/{PortalUnderTest.Agency}"));
        var root = visitor.Here[..visitor.Here.LastIndexOf('/')];
        var page = await visitor.SubmitAsync(await visitor.OpenAsync($"{root}/check"), go: "submit", expected: HttpStatusCode.UnprocessableEntity);
        var links = page.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")).ToArray();
        Assert.Contains($"{root}/kind#Kind", links);
        Assert.Contains($"{root}/delivery#Delivery", links);
        Assert.Contains($"{root}/what#Subject", links);
    }

    [Fact]
    public async Task Pressing_twice_files_once_and_back_leads_to_the_receipt()
    {
        var visitor = portal.Visit();
        var check = await visitor.FillAsync();
        var address = visitor.Here;
        var (one, two) = (visitor.Form(check, go: "submit"), visitor.Form(check, go: "submit"));
        var answers = await Task.WhenAll(visitor.SendAsync(one), visitor.SendAsync(two));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Single(answers.Select(a => a.RequestMessage!.RequestUri!.AbsolutePath).Distinct());

        var again = await visitor.OpenAsync(address);
        var (number, _) = again.Receipt();
        Assert.Equal($"/follow/{number}/receipt", visitor.Here);
        var third = visitor.Form(check, go: "submit");
        await visitor.SendAsync(third);
        Assert.Equal($"/follow/{number}/receipt", visitor.Here);
        await portal.WithDbAsync(async db =>
        {
            var filed = await db.Requests.SingleAsync(r => r.Number == number, TestContext.Current.CancellationToken);
            Assert.Equal(1, await db.Requests.CountAsync(r => r.Id == filed.Id, TestContext.Current.CancellationToken));
        });
    }

    [Fact]
    public async Task A_page_left_open_too_long_gives_back_what_was_typed_and_does_nothing()
    {
        var visitor = portal.Visit();
        var page = await visitor.SubmitAsync(await visitor.OpenAsync($"/apply/{PortalUnderTest.Agency}"));
        var root = visitor.Here[..visitor.Here.LastIndexOf('/')];
        var what = await visitor.OpenAsync($"{root}/what");
        var typed = new Dictionary<string, string> { ["Subject"] = "写了很久的题目", ["Description"] = "写了很久的描述", ["__RequestVerificationToken"] = "CfDJ8old" };
        page = await visitor.SubmitAsync(what, typed, expected: HttpStatusCode.BadRequest);
        Assert.Equal("写了很久的题目", page.QuerySelector("#Subject")!.GetAttribute("value"));
        Assert.Equal("写了很久的描述", page.QuerySelector("#Description")!.TextContent.Trim());
        Assert.Contains("您填写的内容还在", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", (await visitor.OpenAsync($"{root}/what")).QuerySelector("#Subject")!.GetAttribute("value"));

        // 页面给的新标记管用：再点一次就过了。
        await visitor.SubmitAsync(page);
        Assert.EndsWith("/delivery", visitor.Here, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_is_gone_is_said_so_and_starts_afresh()
    {
        var visitor = portal.Visit();
        await visitor.FillAsync();
        var address = visitor.Here;
        visitor.Cookies.RemoveAll(c => c.Name.StartsWith("gongkai.draft", StringComparison.Ordinal));
        var page = await visitor.OpenAsync(address);
        Assert.Equal($"/apply/{PortalUnderTest.Agency}?lost=1", visitor.Here);
        Assert.Contains("没有找到您填写的内容", page.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Searching_first_is_honest_and_no_barrier()
    {
        var visitor = portal.Visit();
        var page = await visitor.OpenAsync($"/apply/{PortalUnderTest.Agency}?q={Uri.EscapeDataString("防汛 <b>")}");
        Assert.Contains("没有写着，不等于不归它管，也不等于没有公开", page.Text(), StringComparison.Ordinal);
        var found = await visitor.OpenAsync($"/apply/{PortalUnderTest.OtherAgency}?q={Uri.EscapeDataString("防汛 安全生产")}");
        Assert.Equal($"/agencies/{PortalUnderTest.Agency}", Assert.Single(found.QuerySelectorAll("[role=status] a")).GetAttribute("href"));
        Assert.Equal("https://www.qingxi.example/yjj/", (await visitor.OpenAsync($"/apply/{PortalUnderTest.Agency}")).QuerySelector("a[rel=noopener]")!.GetAttribute("href"));
        await visitor.SubmitAsync(page);
        Assert.EndsWith("/kind", visitor.Here, StringComparison.Ordinal);
    }
}
