using System.Net;
using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.Portal.Following;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;

namespace Gongkai.Portal.Tests;

public sealed class FollowTests(PortalUnderTest portal)
{
    private static readonly DateOnly Day = new(2026, 3, 10);

    [Fact]
    public async Task A_wrong_number_and_a_wrong_code_get_the_same_answer()
    {
        var (number, code) = await portal.Visit().FileAsync();
        var visitor = portal.Visit();
        var texts = new List<string>();
        foreach (var (n, c) in new[] { (number, "AAAAAAAAAA"), ("qxyj-2026-99999", code), ("../../x", "'"), ("a\u0001b", "\u0001"), (new string('9', 5000), new string('9', 5000)) })
        {
            var page = await visitor.SubmitAsync(await visitor.OpenAsync("/follow"), new() { ["Number"] = n, ["Code"] = c }, expected: HttpStatusCode.UnprocessableEntity);
            texts.Add(page.QuerySelector(".error-summary")!.TextContent);
            Assert.Equal("", page.QuerySelector("#Code")!.GetAttribute("value"));
        }

        Assert.Single(texts.Distinct());

        // 网址里只有编号：有没有这个编号，也看不出来。
        var real = (await visitor.OpenAsync($"/follow/{number}")).Text().Replace(number, "N", StringComparison.Ordinal);
        var made = (await visitor.OpenAsync("/follow/qxyj-2026-99999")).Text().Replace("qxyj-2026-99999", "N", StringComparison.Ordinal);
        Assert.Equal(made, real);
    }

    [Fact]
    public async Task A_wrong_number_and_a_wrong_code_are_answered_at_the_same_moment()
    {
        var least = TimeSpan.FromMilliseconds(700);
        await using var slow = await PortalUnderTest.StartAsync(PortalUnderTest.Brisk with { LeastWrongCodeTime = least });
        var (number, code) = await slow.Visit().FileAsync();
        slow.Clock.Hurries = true;
        var visitor = slow.Visit();
        foreach (var (n, c) in new[] { (number, "AAAAAAAAAA"), ("qxyj-2026-99999", code), ("qxyj", "'") })
        {
            slow.Clock.Waits.Clear();
            await visitor.SubmitAsync(await visitor.OpenAsync("/follow"), new() { ["Number"] = n, ["Code"] = c }, expected: HttpStatusCode.UnprocessableEntity);
            Assert.Equal([least], slow.Clock.Waits);
        }

        slow.Clock.Waits.Clear();
        await visitor.FollowAsync(number, code);
        Assert.Empty(slow.Clock.Waits);
    }

    [Theory]
    [InlineData(0, 700)]
    [InlineData(250, 450)]
    [InlineData(699, 1)]
    [InlineData(700, 0)]
    [InlineData(5000, 0)]
    public async Task The_pace_is_held_from_the_start_not_added_on_top(int took, int waited)
    {
        var clock = new ManualClock(DateTimeOffset.UnixEpoch) { Hurries = true };
        var pace = new WebKit.EvenPace(clock, TimeSpan.FromMilliseconds(700));
        clock.Advance(TimeSpan.FromMilliseconds(took));
        await pace.HoldAsync(TestContext.Current.CancellationToken);
        Assert.Equal(waited > 0 ? [TimeSpan.FromMilliseconds(waited)] : Array.Empty<TimeSpan>(), clock.Waits);
    }

    [Fact]
    public async Task Guessing_codes_is_stopped_for_that_address_only()
    {
        var (number, code) = await portal.Visit().FileAsync();
        var guesser = portal.Visit();
        for (var i = 0; i < PortalUnderTest.Brisk.CodeTries; i++)
        {
            await guesser.SubmitAsync(await guesser.OpenAsync("/follow"), new() { ["Number"] = number, ["Code"] = $"AAAAAAAA{i:D2}" }, expected: HttpStatusCode.UnprocessableEntity);
        }

        var page = await guesser.SubmitAsync(await guesser.OpenAsync("/follow"), new() { ["Number"] = number, ["Code"] = code }, expected: HttpStatusCode.TooManyRequests);
        Assert.Contains("照常办理", page.Text(), StringComparison.Ordinal);

        // 同一个地址的别的件不受连累。
        var (other, its) = await portal.Visit().FileAsync();
        Assert.Contains(other, (await guesser.FollowAsync(other, its)).Text(), StringComparison.Ordinal);
        Assert.Contains(number, (await portal.Visit().FollowAsync(number, code)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guessing_the_codes_of_many_numbers_is_stopped_too()
    {
        await using var strict = await PortalUnderTest.StartAsync(PortalUnderTest.Brisk with { CodeTries = 2, CodeTriesPerAddress = 4 });
        var guesser = strict.Visit();
        for (var i = 0; i < 4; i++)
        {
            await guesser.SubmitAsync(await guesser.OpenAsync("/follow"), new() { ["Number"] = $"qxyj-2026-0000{i}", ["Code"] = "AAAAAAAAAA" }, expected: HttpStatusCode.UnprocessableEntity);
        }

        await guesser.SubmitAsync(await guesser.OpenAsync("/follow"), new() { ["Number"] = "qxyj-2026-00009", ["Code"] = "AAAAAAAAAA" }, expected: HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_number_opens_in_either_case_and_a_wrong_code_is_said_to_be_typed_again()
    {
        var visitor = portal.Visit();
        var (number, _) = await visitor.FileAsync();
        await visitor.OpenAsync($"/follow/{number.ToUpperInvariant()}/withdraw");
        Assert.Equal($"/follow/{number}/withdraw", visitor.Here);
        var wrong = await visitor.SubmitAsync(await visitor.OpenAsync("/follow"), new() { ["Number"] = number, ["Code"] = "AAAAAAAAAA" }, expected: HttpStatusCode.UnprocessableEntity);
        Assert.DoesNotContain("您填写的内容都还在", wrong.Text(), StringComparison.Ordinal);
        Assert.Contains("查询码要重新输", wrong.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawing_what_another_was_merged_into_says_that_both_end()
    {
        var visitor = portal.Visit();
        var (elder, _) = await visitor.FileAsync();
        var (younger, _) = await visitor.FileAsync();
        await portal.DoAsync(elder, new RegisterRequest(Day));
        await portal.DoAsync(younger, new RegisterRequest(Day));
        Assert.DoesNotContain("已经并入", (await visitor.OpenAsync($"/follow/{elder}/withdraw")).Text(), StringComparison.Ordinal);
        await portal.DoAsync(younger, new MergeRequest(Day, (await portal.CaseAsync(elder)).Row.Id));
        Assert.Contains($"{younger} 已经并入", (await visitor.OpenAsync($"/follow/{elder}/withdraw")).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReceiptChannel.Counter, "3月2日 当面提交")]
    [InlineData(ReceiptChannel.RegisteredPost, "邮寄，2026年3月2日签收")]
    [InlineData(ReceiptChannel.Email, "电子邮件，2026年3月2日到达")]
    public async Task A_paper_request_shows_the_day_it_came_not_when_it_was_typed_in(ReceiptChannel channel, string expected)
    {
        var (number, code) = await portal.TakeInAsync(channel, new DateOnly(2026, 3, 2));
        var visitor = portal.Visit();
        var page = await visitor.FollowAsync(number, code);
        Assert.Contains(expected, page.QuerySelector(".case__number")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("3月10日", page.QuerySelector(".case__number")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_of_one_request_does_not_open_another()
    {
        var visitor = portal.Visit();
        var (mine, _) = await visitor.FileAsync();
        var (theirs, _) = await portal.Visit().FileAsync();
        var access = visitor.Cookies.Single(c => c.Name == "gongkai.follow" && c.Path == $"/follow/{mine}");
        visitor.Cookies.Add(access with { Path = $"/follow/{theirs}" });
        await visitor.OpenAsync($"/follow/{mine}");
        Assert.Equal($"/follow/{mine}", visitor.Here);
        foreach (var page in new[] { "", "/receipt", "/withdraw", "/answer/supplement" })
        {
            await visitor.OpenAsync($"/follow/{theirs}{page}");
            Assert.Equal($"/follow?number={theirs}", visitor.Here);
        }
    }

    // 三月收的，期限早定了；十二月中收的，期限在放假安排还没有公布的明年。
    [Theory]
    [InlineData(0, true)]
    [InlineData(280, false)]
    public async Task Only_a_due_date_that_cannot_move_any_more_is_called_overdue(int days, bool isOverdue)
    {
        await using var late = await PortalUnderTest.StartAsync(PortalUnderTest.Brisk);
        late.Clock.Advance(TimeSpan.FromDays(days));
        var (number, code) = await late.Visit().FileAsync();
        late.Clock.Advance(TimeSpan.FromDays(60));
        var visitor = late.Visit();
        var page = await visitor.SubmitAsync(await visitor.OpenAsync("/follow"), new() { ["Number"] = number, ["Code"] = code });
        Assert.Equal($"/follow/{number}", visitor.Here);
        Assert.Equal(isOverdue, page.Text().Contains("已经超过答复期限", StringComparison.Ordinal));
        Assert.Equal(isOverdue, page.Text().Contains("过了期限没有答复的", StringComparison.Ordinal));
        Assert.Equal(!isOverdue, page.Text().Contains("放假安排公布之后期限可能往后移", StringComparison.Ordinal));
        Assert.DoesNotContain("最迟在", page.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Access_ends_by_leaving_and_by_time()
    {
        var visitor = portal.Visit();
        var (number, code) = await visitor.FileAsync();
        await visitor.SubmitAsync(await visitor.OpenAsync($"/follow/{number}"));
        await visitor.OpenAsync($"/follow/{number}");
        Assert.StartsWith("/follow?", visitor.Here, StringComparison.Ordinal);

        await using var slow = await PortalUnderTest.StartAsync(PortalUnderTest.Brisk);
        visitor = slow.Visit();
        (number, code) = await visitor.FileAsync();
        slow.Clock.Advance(PortalUnderTest.Brisk.AccessLifetime);
        await visitor.OpenAsync($"/follow/{number}");
        Assert.StartsWith("/follow?", visitor.Here, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supplement_is_asked_explained_and_answered_online()
    {
        var visitor = portal.Visit();
        var (number, code) = await visitor.FileAsync();
        await portal.DoAsync(number, new RegisterRequest(Day));
        await portal.DoAsync(number, new AskForSupplement(Day, 10, new LetterWording { Items = ["请写明合同的编号。"], Reasons = "同名的合同有三份。" }, Day));
        var page = await visitor.OpenAsync($"/follow/{number}");
        Assert.Contains("请您补正", page.Text(), StringComparison.Ordinal);
        Assert.Contains("2026年3月24日", page.Text(), StringComparison.Ordinal);

        var notice = page.QuerySelectorAll(".papers__name").Single(a => a.TextContent.Contains("补正", StringComparison.Ordinal)).GetAttribute("href")!;
        var letter = await visitor.OpenAsync(notice);
        Assert.Contains("请写明合同的编号", letter.QuerySelector("article.letter")!.TextContent, StringComparison.Ordinal);
        var docx = await visitor.DownloadAsync($"{notice}/docx");
        Assert.Equal("PK"u8.ToArray(), docx[..2]);
        AssertDownload(visitor.Last, ".docx");

        var answer = await visitor.OpenAsync($"/follow/{number}/answer/supplement");
        Assert.Equal("请写明合同的编号。", answer.QuerySelector("ol.asked li")!.TextContent);
        await visitor.SubmitAsync(answer, new() { ["Text"] = "" }, expected: HttpStatusCode.UnprocessableEntity);
        var refused = await visitor.SubmitAsync(answer, new() { ["Text"] = "<b>合同编号 QX-7</b>" }, files: [("files", "坏.pdf", "x"u8.ToArray())], expected: HttpStatusCode.UnprocessableEntity);
        Assert.Equal("<b>合同编号 QX-7</b>", refused.QuerySelector("#Text")!.TextContent.Trim());
        var done = await visitor.SubmitAsync(answer, new() { ["Text"] = "<b>合同编号 QX-7</b>" }, files: [("files", "合同.pdf", Filling.Pdf)]);
        Assert.Contains("补正已经收下", done.Text(), StringComparison.Ordinal);
        Assert.Contains("<b>合同编号 QX-7</b>", done.Text(), StringComparison.Ordinal);
        Assert.Contains("正在办理", done.Text(), StringComparison.Ordinal);

        // 点了两下，只记一次。
        await visitor.SubmitAsync(answer, new() { ["Text"] = "<b>合同编号 QX-7</b>" });
        var kept = await portal.CaseAsync(number);
        Assert.Single(kept.Papers!.Said);
        Assert.Contains(kept.Files, f => f is { Purpose: "supplement", Name: "合同.pdf" });

        var own = (await visitor.OpenAsync($"/follow/{number}")).QuerySelectorAll("main a").Single(a => a.TextContent == "合同.pdf").GetAttribute("href")!;
        Assert.Equal(Filling.Pdf, await visitor.DownloadAsync(own));
        AssertDownload(visitor.Last, ".pdf");
        var stranger = portal.Visit();
        await stranger.OpenAsync(own, HttpStatusCode.NotFound);
        await stranger.OpenAsync(notice);
        Assert.StartsWith("/follow?", stranger.Here, StringComparison.Ordinal);
        await stranger.OpenAsync($"{notice}/docx", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_the_applicant_said_stands_where_it_was_said()
    {
        var visitor = portal.Visit();
        var (number, code) = await visitor.FileAsync();
        await portal.DoAsync(number, new RegisterRequest(Day));
        await portal.DoAsync(number, new AskForSupplement(Day, 10, new LetterWording { Items = ["请写明合同的编号"] }));
        await visitor.SubmitAsync(await visitor.OpenAsync($"/follow/{number}/answer/supplement"), new() { ["Text"] = "合同编号 QX-7" });
        await portal.DoAsync(number, new SendConsultation(Day, "k1", Core.Requests.Clock.ConsultedParty.ThirdParty, null, new LetterWording { Recipient = "清溪砂石有限公司", Items = ["是否同意"] }));
        var moments = (await visitor.OpenAsync($"/follow/{number}")).QuerySelectorAll(".timeline li div").Select(d => d.TextContent).ToList();
        Assert.Equal(moments.FindIndex(m => m.Contains("QX-7", StringComparison.Ordinal)), moments.FindIndex(m => m.Contains("收到您的补正", StringComparison.Ordinal)));
        Assert.Contains("征求第三方的意见", moments[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(moments, m => m.Contains("砂石", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_parts_of_a_split_request_are_named_and_open_with_the_same_code()
    {
        var visitor = portal.Visit();
        var (number, code) = await visitor.FileAsync();
        await portal.DoAsync(number, new RegisterRequest(Day));
        var numbers = await portal.SplitAsync(number, new RequestPart("采购合同", "合同文本"), new RequestPart("验收报告", "报告全文"));
        var page = await visitor.OpenAsync($"/follow/{number}");
        Assert.Contains("已拆成几件办理", page.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(code, page.Text(), StringComparison.Ordinal);
        Assert.All(numbers, n => Assert.Contains(n, page.QuerySelector("section[aria-labelledby=parts-title]")!.TextContent, StringComparison.Ordinal));
        var part = await portal.Visit().FollowAsync(numbers[1], code);
        Assert.Contains($"由您含几项内容的申请 {number} 拆出", part.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_correction_is_asked_for_and_answered_online()
    {
        var visitor = portal.Visit();
        var start = await visitor.OpenAsync($"/apply/{PortalUnderTest.Agency}");
        var page = await visitor.SubmitAsync(start, new() { ["matter"] = "correction" });
        var values = Filling.Good();
        while (!visitor.Here.EndsWith("/what", StringComparison.Ordinal))
        {
            page = await visitor.SubmitAsync(page, page.Only(values));
        }

        page = await visitor.SubmitAsync(page, new() { ["Subject"] = "", ["Description"] = "" }, expected: HttpStatusCode.UnprocessableEntity);
        Assert.Contains("请填写记录的名称", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        page = await visitor.SubmitAsync(page, page.Only(values));
        Assert.Null(page.QuerySelector("[value=Inspection]"));
        Assert.DoesNotContain("第四十条）", page.Text(), StringComparison.Ordinal);
        while (!visitor.Here.EndsWith("/check", StringComparison.Ordinal))
        {
            page = await visitor.SubmitAsync(page, page.Only(values));
        }

        Assert.Contains("要求更正记录", page.Text(), StringComparison.Ordinal);
        var receipt = await visitor.SubmitAsync(page, go: "submit");
        Assert.Contains("这类事项没有规定期限", receipt.Text(), StringComparison.Ordinal);
        var (number, _) = receipt.Receipt();
        await portal.DoAsync(number, new RegisterRequest(Day));
        var (decision, wording) = (new Decision(Outcome.RecordCorrectionReferred), new LetterWording { ResponsibleAgency = "云溪县水务局", ResponsibleContact = "0000-5550102" });
        await portal.DoAsync(number, new DraftReply(Day, decision, wording));
        await portal.DoAsync(number, new ReviewReply(Day, ReviewKind.Legal, true, ""), StaffRole.Reviewer);
        await portal.DoAsync(number, new ReviewReply(Day, ReviewKind.Secrecy, true, ""), StaffRole.Reviewer);
        await portal.DoAsync(number, new SignReply(Day, PerformAct.DigestOf(decision, wording), decision.Outcome), StaffRole.SigningLeader);
        Assert.DoesNotContain("更正告知书", (await visitor.OpenAsync($"/follow/{number}")).Text(), StringComparison.Ordinal);
        await portal.DoAsync(number, new ServeReply(Day, ServiceMode.Electronic, false, ""));
        page = await visitor.OpenAsync($"/follow/{number}");
        Assert.Contains("已经告知结果", page.Text(), StringComparison.Ordinal);
        Assert.Contains("云溪县水务局", (await visitor.OpenAsync(page.QuerySelector(".papers__name")!.GetAttribute("href")!)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reasons_are_asked_and_given()
    {
        var visitor = portal.Visit();
        var (number, _) = await visitor.FileAsync();
        await portal.DoAsync(number, new RegisterRequest(Day));
        await portal.DoAsync(number, new AskForReasons(Day, 10, new LetterWording { Volume = "一个月内申请了三十件", Items = ["为什么需要这些信息"], Reasons = "数量明显超过合理范围" }));
        var page = await visitor.OpenAsync($"/follow/{number}");
        Assert.Contains("请您说明理由", page.Text(), StringComparison.Ordinal);
        page = await visitor.SubmitAsync(await visitor.OpenAsync($"/follow/{number}/answer/reasons"), new() { ["Text"] = "课题研究需要" });
        Assert.Contains("课题研究需要", page.Text(), StringComparison.Ordinal);
        await visitor.OpenAsync($"/follow/{number}/answer/bribe", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_reply_is_not_seen_before_it_is_served_and_then_is()
    {
        var visitor = portal.Visit();
        var (number, _) = await visitor.FileAsync();
        await portal.DoAsync(number, new RegisterRequest(Day));
        var (decision, wording) = (new Decision(Outcome.Granted), new LetterWording { Disclosed = "防汛物资采购合同", AccessRoute = "随本答复书附上", HandedOverOtherwise = true });
        await portal.DoAsync(number, new DraftReply(Day, decision, wording));
        await portal.DoAsync(number, new ReviewReply(Day, ReviewKind.Legal, true, ""), StaffRole.Reviewer);
        await portal.DoAsync(number, new ReviewReply(Day, ReviewKind.Secrecy, true, ""), StaffRole.Reviewer);
        await portal.DoAsync(number, new SignReply(Day, PerformAct.DigestOf(decision, wording), Outcome.Granted), StaffRole.SigningLeader);
        var signed = (await portal.CaseAsync(number)).Letters.Single(l => l.Type.StartsWith("Reply", StringComparison.Ordinal));
        var page = await visitor.OpenAsync($"/follow/{number}");
        Assert.Contains("正在审查、签发", page.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("答复书", page.QuerySelector(".state")!.ParentElement!.QuerySelector(".papers")!.TextContent, StringComparison.Ordinal);
        await visitor.OpenAsync($"/follow/{number}/letters/{signed.Id:D}", HttpStatusCode.NotFound);
        await visitor.OpenAsync($"/follow/{number}/letters/{signed.Id:D}/docx", HttpStatusCode.NotFound);

        await portal.DoAsync(number, new ServeReply(Day, ServiceMode.Electronic, false, ""));
        page = await visitor.OpenAsync($"/follow/{number}");
        Assert.Contains("已经答复", page.Text(), StringComparison.Ordinal);
        Assert.Equal("https://fy.example/apply", page.QuerySelector(".remedy a")!.GetAttribute("href"));
        Assert.Contains("防汛物资采购合同", (await visitor.OpenAsync($"/follow/{number}/letters/{signed.Id:D}")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawing_asks_first_and_happens_once()
    {
        var visitor = portal.Visit();
        var (number, _) = await visitor.FileAsync();
        var confirm = await visitor.OpenAsync($"/follow/{number}/withdraw");
        Assert.True((await portal.CaseAsync(number)).Request.IsOpen);
        var done = await visitor.SubmitAsync(confirm, new() { ["Text"] = "已经在网站上找到了" });
        Assert.Contains("您已撤回申请", done.Text(), StringComparison.Ordinal);
        await visitor.SubmitAsync(confirm);

        // 回执是收下那一刻的样子，办结了也不变。
        Assert.Contains("2026年4月8日以前", (await visitor.OpenAsync($"/follow/{number}/receipt")).Text(), StringComparison.Ordinal);
        Assert.Equal(Outcome.Withdrawn, (await portal.CaseAsync(number)).Request.CountedOutcome);
        Assert.Contains("现在不能撤回", (await visitor.OpenAsync($"/follow/{number}/withdraw")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ledger_counts_up_to_the_due_day()
    {
        var visitor = portal.Visit();
        var (number, _) = await visitor.FileAsync();
        var kept = await portal.CaseAsync(number);
        var rows = LedgerWords.Of(kept.Clock);
        Assert.Equal(20, rows.Last(r => r.Total is not null).Total);
        Assert.Contains(rows, r => r.Counts == "不计" && r.Why.StartsWith("清明", StringComparison.Ordinal));
        Assert.Equal("答复期限届满", rows[^1].Why);
        var table = (await visitor.OpenAsync($"/follow/{number}")).QuerySelector(".ledger table")!;
        Assert.Equal(rows.Count, table.QuerySelectorAll("tbody tr").Length);
    }

    private static void AssertDownload(HttpResponseMessage response, string extension)
    {
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.EndsWith(extension, response.Content.Headers.ContentDisposition.FileNameStar, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(response.Headers.CacheControl!.NoStore);
    }
}
