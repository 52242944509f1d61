using System.Net;
using Gongkai.Core.Requests;

namespace Gongkai.Workbench.Tests.Requests;

public sealed class JourneyTests(CaseSite site) : IClassFixture<CaseSite>
{
    [Fact]
    public async Task A_paper_request_goes_from_the_counter_to_the_archive_through_the_pages()
    {
        var taken = await site.SubmitAsync("officer", "/requests/new",
            ("Name", "王小五"), ("IdNumber", "110105194912310038"), ("Telephone", "13900001111"), ("Address", "清溪县城关镇二号"), ("Subject", "河道采砂许可"), ("Description", "请求公开2025年河道采砂许可决定书。"));
        Assert.EndsWith("/receipt", taken.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        var slip = await SiteUnderTest.ReadAsync(taken, HttpStatusCode.OK);
        var number = slip.QuerySelectorAll(".slip .code")[0].TextContent;
        Assert.Equal(10, slip.QuerySelectorAll(".slip .code")[1].TextContent.Length);
        Assert.Contains("经办人：经办小李", slip.QuerySelector(".slip__sign")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(slip.QuerySelectorAll(".slip dd"), d => d.TextContent.Trim() == "清溪县应急管理局办公室");
        var path = $"/requests/{number}";

        Assert.Contains(number, (await site.OpenAsync("officer", "/requests?view=New")).Body!.TextContent, StringComparison.Ordinal);
        await site.DoneAsync("officer", $"{path}/do/register");
        await site.DoneAsync("head", $"{path}/do/assign", ("Unit", "防汛科"), ("Person", site.Ids["officer"].ToString("D")));
        await site.DoneAsync("officer", $"{path}/do/supplement", ("Items", "请写明河道的名称\n请写明年度"));
        var waiting = await site.OpenAsync("officer", path);
        Assert.Contains("等待补正", waiting.QuerySelector(".clock")!.TextContent, StringComparison.Ordinal);
        await site.DoneAsync("officer", $"{path}/do/supplement-received", ("Text", "清溪河，2025年"));
        await site.DoneAsync("officer", $"{path}/do/consult", ("To", "ThirdParty"), ("Recipient", "清溪砂石有限公司"), ("Items", "是否同意公开许可决定书"));
        var told = await site.PostAsync("officer", path, $"{path}?handler=Notice");
        Assert.Contains("征求意见告知书", (await SiteUnderTest.ReadAsync(told, HttpStatusCode.OK)).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("清溪砂石有限公司", (await site.OpenAsync("officer", $"{path}/do/consult-answer")).QuerySelector("#Id")!.TextContent, StringComparison.Ordinal);
        await site.DoneAsync("officer", $"{path}/do/consult-answer", ("Id", "k1"), ("Position", "Agrees"));
        await site.DoneAsync("officer", $"{path}/do/propose-extension", ("Reasons", "卷宗较多，需要逐件核对"));
        Assert.Contains("经办小李", (await site.OpenAsync("head", $"{path}/do/approve-extension")).QuerySelector("main form")!.TextContent, StringComparison.Ordinal);
        await site.DoneAsync("head", $"{path}/do/return-extension", ("Opinion", "请再写明是哪几卷"));
        await site.DoneAsync("officer", $"{path}/do/propose-extension", ("Reasons", "二十卷卷宗需要逐件核对"));
        var extended = await site.DoneAsync("head", $"{path}/do/approve-extension");
        Assert.Contains("负责人老王同意", extended.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);

        var wording = new[] { ("Disclosed", "2025年河道采砂许可决定书"), ("AccessRoute", "随本答复书提供复印件"), ("Do", "save") };
        await site.DoneAsync("officer", $"{path}/draft?outcome=Granted", wording);
        await site.DoneAsync("reviewer", $"{path}/review", ("Kind", "Legal"), ("Passed", "true"));
        await site.DoneAsync("reviewer", $"{path}/review", ("Kind", "Secrecy"), ("Passed", "true"));
        var sign = await site.OpenAsync("leader", $"{path}/sign");
        Assert.Contains("2025年河道采砂许可决定书", sign.QuerySelector("article.letter")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("〔2026〕＿号", sign.QuerySelector(".letter-number")!.TextContent, StringComparison.Ordinal);
        var signed = await site.DoneAsync("leader", $"{path}/sign");
        Assert.Contains("清应急公开答〔2026〕", signed.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        await site.DoneAsync("officer", $"{path}/do/serve", ("Mode", "Counter"), ("Proof", "回证1号"));
        await site.DoneAsync("officer", $"{path}/do/archive", ("RetentionCode", "依申请-10"));

        var done = await site.OpenAsync("officer", path);
        Assert.Contains("经办小李", (await site.OpenAsync("officer", done.QuerySelector("section[aria-labelledby=letters] tbody a")!.GetAttribute("href")!)).QuerySelector("article.letter")!.TextContent, StringComparison.Ordinal);
        var served = done.QuerySelectorAll("section[aria-labelledby=letters] tbody th a")[^1].GetAttribute("href")!;
        Assert.Null((await site.OpenAsync("officer", served)).QuerySelector("[name=Reason]"));
        Assert.Equal("已归档", done.QuerySelector(".head .badge")!.TextContent.Trim());
        Assert.Equal(["接收回执", "补正告知书"], done.QuerySelectorAll("section[aria-labelledby=letters] tbody th").Take(2).Select(c => c.TextContent.Trim()));
        var table = await site.OpenAsync("officer", "/table-three?from=2026-01-01&to=2026-12-31");
        var cell = table.QuerySelectorAll("a.num").First(a => a.GetAttribute("href")!.Contains("row=granted&column=person", StringComparison.Ordinal));
        Assert.Contains(number, (await site.OpenAsync("officer", cell.GetAttribute("href")!)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_missing_elements_of_a_draft_are_named_and_what_was_typed_stays()
    {
        var receipt = await site.RegisteredAsync();
        var response = await site.SubmitAsync("officer", $"/requests/{receipt.Number}/draft?outcome=StateSecret", ("Articles", "《保守国家秘密法》第十三条"), ("Do", "save"));
        var page = await SiteUnderTest.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Contains("理由", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("《保守国家秘密法》第十三条", page.QuerySelector("#Articles")!.TextContent.Trim());
        Assert.Null(page.QuerySelector("#SearchWhere"));
    }

    [Fact]
    public async Task A_preview_saves_nothing()
    {
        var receipt = await site.RegisteredAsync();
        var response = await site.SubmitAsync("officer", $"/requests/{receipt.Number}/draft?outcome=Granted", ("Disclosed", "采购合同"), ("AccessRoute", "随本答复书提供"), ("Do", "preview"));
        var page = await SiteUnderTest.ReadAsync(response, response.StatusCode);
        Assert.Equal("", page.QuerySelector(".error-summary")?.TextContent ?? "");
        Assert.NotNull(page.QuerySelector("article.letter"));
        Assert.Contains("拟答复", (await site.OpenAsync("officer", $"/requests/{receipt.Number}")).QuerySelector(".acts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_government_information_can_be_the_part_left_out()
    {
        var receipt = await site.RegisteredAsync();
        var response = await site.SubmitAsync("officer", $"/requests/{receipt.Number}/draft?outcome=PartlyGranted",
            ("Part", "OtherHandling"), ("Disclosed", "采购合同"), ("Withheld", "附在合同后的个人便条"), ("Articles", "《条例》第二条"), ("Reasons", "个人便条不是行政机关制作、获取的信息"), ("Do", "preview"));
        var page = await SiteUnderTest.ReadAsync(response, response.StatusCode);
        Assert.Equal("", page.QuerySelector(".error-summary")?.TextContent ?? "");
        Assert.True(page.QuerySelector("input[name=Part][value=OtherHandling]")!.HasAttribute("checked"));

        // 不属于政府信息的部分，不适用复议前置。
        Assert.DoesNotContain("先向", page.QuerySelector("article.letter")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_sent_by_post_is_given_its_day_of_service_later()
    {
        var receipt = await site.RegisteredAsync();
        var path = $"/requests/{receipt.Number}";
        var asked = await site.DoneAsync("officer", $"{path}/do/supplement", ("Items", "请写明合同的年份"), ("ServedOn", ""));
        Assert.Contains("补正告知书，2026年3月2日发出", asked.QuerySelector(".clock")!.TextContent, StringComparison.Ordinal);
        var early = await site.SubmitAsync("officer", $"{path}/do/notice-served", ("Notice", "Supplement"), ("ServedOn", "2026-02-27"));
        Assert.Equal("#ServedOn", (await SiteUnderTest.ReadAsync(early, HttpStatusCode.BadRequest)).QuerySelector(".error-summary a")!.GetAttribute("href"));
        var served = await site.DoneAsync("officer", $"{path}/do/notice-served", ("Notice", "Supplement"), ("ServedOn", "2026-03-02"));
        Assert.Contains("等到 2026年3月16日 为止", served.QuerySelector(".clock")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("期限从次日起算", served.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
    }

    // 最后一天到的补正，过了几天才录：表照样开着，写当时的日子；写今天的不收。
    [Fact]
    public async Task A_supplement_that_came_in_time_is_entered_after_the_period_has_ended()
    {
        var site = new CaseSite();
        await site.InitializeAsync();
        await using var _ = site;
        var receipt = await site.RegisteredAsync();
        var path = $"/requests/{receipt.Number}";
        await site.DoneAsync("officer", $"{path}/do/supplement", ("Items", "请写明合同的年份"), ("Days", "5"), ("ServedOn", ""));
        site.Clock.Advance(TimeSpan.FromDays(10));
        await site.DoneAsync("officer", $"{path}/do/notice-served", ("Notice", "Supplement"), ("ServedOn", "2026-03-02"));
        Assert.Contains((await site.OpenAsync("officer", path)).QuerySelectorAll(".act"), a => a.GetAttribute("href")!.EndsWith("/supplement-received", StringComparison.Ordinal));
        var form = await site.OpenAsync("officer", $"{path}/do/supplement-received");
        Assert.Contains("期限到 2026年3月9日 为止，今天才做的已经迟了", form.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", form.QuerySelector("#On")!.GetAttribute("value") ?? "");
        var late = await site.SubmitAsync("officer", $"{path}/do/supplement-received", ("Text", "2025年"), ("On", "2026-03-12"));
        Assert.NotNull((await SiteUnderTest.ReadAsync(late, HttpStatusCode.BadRequest)).QuerySelector(".error-summary"));
        var done = await site.DoneAsync("officer", $"{path}/do/supplement-received", ("Text", "2025年"), ("On", "2026-03-09"));
        Assert.Contains("2026年3月9日", done.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unlawful_act_is_shown_with_its_reasons_and_refused_when_forced()
    {
        var receipt = await site.RegisteredAsync();
        var path = $"/requests/{receipt.Number}";
        var page = await site.OpenAsync("officer", path);
        Assert.Contains("只有申请人说明了理由", page.QuerySelector(".whynot")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll(".act"), a => a.GetAttribute("href")!.EndsWith("/delay", StringComparison.Ordinal));
        var form = await site.OpenAsync("officer", $"{path}/do/delay");
        Assert.Null(form.QuerySelector("#Until"));
        var forced = await site.SendAsync("officer", $"{path}/do/delay", [.. CaseSite.Filled(await site.OpenAsync("officer", $"{path}/do/assign")), KeyValuePair.Create("Until", "2026-06-01")]);
        Assert.Contains("只有申请人说明了理由", (await SiteUnderTest.ReadAsync(forced, HttpStatusCode.BadRequest)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_officers_the_second_is_told_and_nothing_is_overwritten()
    {
        var receipt = await site.RegisteredAsync();
        var path = $"/requests/{receipt.Number}";
        var first = CaseSite.Filled(await site.OpenAsync("officer", $"{path}/do/assign"), ("Unit", "防汛科"));
        var second = CaseSite.Filled(await site.OpenAsync("colleague", $"{path}/do/assign"), ("Unit", "救援科"));
        Assert.Equal(HttpStatusCode.OK, (await site.SendAsync("officer", $"{path}/do/assign", first)).StatusCode);

        var told = await SiteUnderTest.ReadAsync(await site.SendAsync("colleague", $"{path}/do/assign", second), HttpStatusCode.BadRequest);
        Assert.Contains("别人先改了", told.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("交办：防汛科", told.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("救援科", told.QuerySelector("#Unit")!.GetAttribute("value"));
        Assert.Contains("防汛科", (await site.OpenAsync("officer", path)).QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);

        var again = await site.SendAsync("colleague", $"{path}/do/assign", CaseSite.Filled(told));
        Assert.Contains("救援科", (await SiteUnderTest.ReadAsync(again, HttpStatusCode.OK)).QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_fee_counts_the_months_requests_of_one_person_across_channels()
    {
        const string Id = "110105194912310054";
        FilingReceiptOf last = default;
        for (var i = 0; i < 11; i++)
        {
            var receipt = await site.FileAsync(subject: $"第{i}件", name: "赵大", idNumber: Id, channel: i % 2 == 0 ? ReceiptChannel.Counter : ReceiptChannel.RegisteredPost, delivery: DeliveryForm.Paper);
            last = new FilingReceiptOf(receipt.Number);
        }

        await site.DoneAsync("officer", $"/requests/{last.Number}/do/register");
        var page = await site.OpenAsync("officer", $"/requests/{last.Number}/fee?pages=120");
        Assert.Contains("本件为当月第11件，收费100元", page.QuerySelector(".facts-list")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("70页×10元＋20页×20元＝1100元", page.QuerySelector(".facts-list")!.TextContent, StringComparison.Ordinal);
        var looked = await site.SendAsync("officer", $"/requests/{last.Number}/fee?pages=120", CaseSite.Filled(await site.OpenAsync("officer", $"/requests/{last.Number}/fee?pages=120"), ("Way", "page"), ("FeePayment", "到办事大厅三号窗口缴纳"), ("Do", "preview")));
        Assert.Contains("1100元", (await SiteUnderTest.ReadAsync(looked, HttpStatusCode.OK)).QuerySelector("article.letter")!.TextContent.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var done = await site.DoneAsync("officer", $"/requests/{last.Number}/fee?pages=120", ("Way", "page"), ("FeePayment", "到办事大厅三号窗口缴纳"));
        Assert.Contains("收费通知：1100 元（按量 120 页）", done.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("等待缴费", done.QuerySelector(".clock")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_not_charged_for_what_the_applicant_comes_to_read()
    {
        var receipt = await site.FileAsync(subject: "到场看的", delivery: DeliveryForm.Inspection);
        await site.DoneAsync("officer", $"/requests/{receipt.Number}/do/register");
        var path = $"/requests/{receipt.Number}/fee?pages=120";
        var page = await site.OpenAsync("officer", path);
        Assert.Contains("不能用：申请人要求的是现场查阅", page.QuerySelector(".facts-list")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["", "piece"], page.QuerySelectorAll("#Way option").Select(o => o.GetAttribute("value")));
        var refused = await SiteUnderTest.ReadAsync(await site.SubmitAsync("officer", path, ("Way", "page"), ("FeePayment", "三号窗口")), HttpStatusCode.BadRequest);
        Assert.Contains("办法", refused.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeat_names_an_answered_request_or_is_pointed_to_merging()
    {
        var (first, again) = (await site.FileAsync(subject: "重复的一件"), await site.RegisteredAsync("重复的一件"));
        var path = $"/requests/{again.Number}/draft?outcome=Repeated";
        var page = await site.OpenAsync("officer", path);
        Assert.Contains("并案", page.GetElementById("EarlierRequest-hint")!.TextContent, StringComparison.Ordinal);
        foreach (var (number, said) in new[] { (first.Number, "还没有答复"), ("<b>没有</b>", "登记簿里没有") })
        {
            var refused = await SiteUnderTest.ReadAsync(await site.SubmitAsync("officer", path, ("EarlierRequest", number), ("EarlierReply", "先前的答复"), ("Reasons", "相同"), ("Do", "save")), HttpStatusCode.BadRequest);
            Assert.Contains(said, refused.GetElementById("EarlierRequest-error")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(number, refused.GetElementById("EarlierRequest")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task A_request_for_two_things_is_split_into_two_with_their_own_numbers()
    {
        var receipt = await site.RegisteredAsync("两项内容");
        var page = await site.DoneAsync("officer", $"/requests/{receipt.Number}/split", ("Subject0", "采购合同"), ("Description0", "合同文本"), ("Subject1", "验收报告"), ("Description1", "报告全文"), ("Do", "split"));
        var said = page.QuerySelector("[role=status]")!.TextContent;
        var numbers = said[(said.IndexOf('：', StringComparison.Ordinal) + 1)..].Trim().TrimEnd('。').Split('、');
        Assert.Equal(2, numbers.Distinct().Count());
        foreach (var number in numbers)
        {
            var part = await site.OpenAsync("officer", $"/requests/{number}");
            Assert.Contains("张小三", part.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("由一份含几项内容的申请拆出", part.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("officer", $"/requests/{number}/receipt")).StatusCode);
        }
    }

    [Fact]
    public async Task A_voided_letter_keeps_its_number_and_its_successor_says_the_same()
    {
        var receipt = await site.RegisteredAsync();
        var path = $"/requests/{receipt.Number}";
        await site.DoneAsync("officer", $"{path}/do/supplement", ("Items", "请写明合同的编号"));
        var letter = (await site.OpenAsync("officer", path)).QuerySelectorAll("section[aria-labelledby=letters] tbody a").First(a => a.TextContent == "补正告知书").GetAttribute("href")!;
        var before = await site.OpenAsync("officer", letter);
        Assert.Equal("hidden", before.QuerySelector("[name=Again]")!.GetAttribute("type"));
        var number = before.QuerySelector(".letter-number")!.TextContent;
        var page = await site.DoneAsync("officer", letter, ("Reason", "日期写错"), ("Again", "true"));
        var rows = page.QuerySelectorAll("section[aria-labelledby=letters] tbody tr").Select(r => r.TextContent).ToList();
        Assert.Contains(rows, r => r.Contains(number, StringComparison.Ordinal) && r.Contains("已作废", StringComparison.Ordinal) && r.Contains("日期写错", StringComparison.Ordinal));
        var fresh = page.QuerySelectorAll("section[aria-labelledby=letters] tbody tr")[^1].QuerySelector("a")!.GetAttribute("href")!;
        var after = await site.OpenAsync("officer", fresh);
        Assert.NotEqual(number, after.QuerySelector(".letter-number")!.TextContent);
        Assert.Contains("请写明合同的编号", after.QuerySelector("article.letter")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_leader_sends_a_draft_back_with_a_reason_and_the_next_one_is_signed()
    {
        var receipt = await site.RegisteredAsync();
        var path = $"/requests/{receipt.Number}";
        await site.DoneAsync("officer", $"{path}/draft?outcome=Granted", ("Disclosed", "采购合同"), ("AccessRoute", "随本答复书提供"), ("HandedOverOtherwise", "true"), ("Do", "save"));
        var page = await site.OpenAsync("leader", $"{path}/sign");
        var fields = CaseSite.Filled(page).Where(f => f.Key is "Version" or "Digest" or "__RequestVerificationToken").ToList();
        var empty = await SiteUnderTest.ReadAsync(await site.SendAsync("leader", $"{path}/sign", fields, $"{path}/sign?handler=Return"), HttpStatusCode.BadRequest);
        Assert.Contains("退回的理由", empty.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        var returned = await site.SendAsync("leader", $"{path}/sign", [.. fields, KeyValuePair.Create("Opinion", "理由没有写清")], $"{path}/sign?handler=Return");
        var done = await SiteUnderTest.ReadAsync(returned, HttpStatusCode.OK);
        Assert.Contains("已经退回修改", done.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("理由没有写清", done.QuerySelector("section[aria-labelledby=notes]")!.TextContent, StringComparison.Ordinal);
        var opened = await site.OpenAsync("officer", path);
        Assert.Contains("拟答复", opened.QuerySelector(".acts")!.TextContent, StringComparison.Ordinal);
        foreach (var shown in new[] { opened, await site.OpenAsync("officer", $"{path}/draft") })
        {
            var notice = shown.QuerySelector(".notice.tone-caution")!.TextContent;
            Assert.Contains("退回修改", notice, StringComparison.Ordinal);
            Assert.Contains("分管周局", notice, StringComparison.Ordinal);
            Assert.Contains("理由没有写清", notice, StringComparison.Ordinal);
        }

        await site.DoneAsync("officer", $"{path}/draft?outcome=Granted", ("Disclosed", "采购合同"), ("AccessRoute", "随本答复书提供"), ("Do", "save"));
        Assert.Null((await site.OpenAsync("officer", path)).QuerySelector(".notice.tone-caution"));
    }

    [Fact]
    public async Task A_letter_an_act_sends_can_be_seen_first_and_all_that_is_wrong_is_said_at_once()
    {
        var receipt = await site.RegisteredAsync();
        var path = $"/requests/{receipt.Number}";
        var seen = await SiteUnderTest.ReadAsync(await site.SubmitAsync("officer", $"{path}/do/supplement", ("Items", "请写明合同的编号"), ("Do", "preview")), HttpStatusCode.OK);
        Assert.Contains("请写明合同的编号", seen.QuerySelector("article.letter")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("请写明合同的编号", seen.QuerySelector("#Items")!.TextContent.Trim());
        Assert.DoesNotContain("等待补正", (await site.OpenAsync("officer", path)).QuerySelector(".clock")!.TextContent, StringComparison.Ordinal);

        foreach (var go in new[] { "preview", "act" })
        {
            var wrong = await SiteUnderTest.ReadAsync(await site.SubmitAsync("officer", $"{path}/do/supplement", ("Items", ""), ("Days", "300"), ("Do", go)), HttpStatusCode.BadRequest);
            Assert.Equal(["#Items", "#Days"], wrong.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")));
            Assert.Contains("1 至 60 个工作日", wrong.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        }

        var consult = await SiteUnderTest.ReadAsync(await site.SubmitAsync("officer", $"{path}/do/consult", ("On", "2026-99-99")), HttpStatusCode.BadRequest);
        Assert.Superset(new HashSet<string> { "#To", "#On", "#Recipient", "#Items" }, consult.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")!).ToHashSet());
        var other = await SiteUnderTest.ReadAsync(await site.SubmitAsync("officer", $"{path}/do/consult", ("To", "OtherAgency"), ("Recipient", "清溪县财政局"), ("RecipientIsPerson", "true"), ("Items", "提供资金安排"), ("Do", "preview")), HttpStatusCode.OK);
        var letter = other.QuerySelector("article.letter")!.TextContent;
        Assert.Contains("请你单位协助", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("15个工作日", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_withheld_must_be_of_a_kind_and_the_error_leads_to_the_boxes()
    {
        var receipt = await site.RegisteredAsync();
        var page = await SiteUnderTest.ReadAsync(
            await site.SubmitAsync("officer", $"/requests/{receipt.Number}/draft?outcome=PartlyGranted", ("Disclosed", "合同"), ("Withheld", "报价"), ("AccessRoute", "随本答复书"), ("Reasons", "商业秘密"), ("Do", "save")),
            HttpStatusCode.BadRequest);
        Assert.Contains("不予公开的部分，属于哪一种", page.QuerySelector(".error-summary a[href='#Parts']")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("details[open] > #Parts input[name=Part]"));
    }

    [Fact]
    public async Task The_family_of_a_split_is_not_called_a_repetition()
    {
        var receipt = await site.RegisteredAsync("采购合同与验收报告");
        var page = await site.DoneAsync("officer", $"/requests/{receipt.Number}/split", ("Subject0", "采购合同"), ("Description0", "合同文本"), ("Subject1", "采购合同的验收报告"), ("Description1", "报告全文"), ("Do", "split"));
        var said = page.QuerySelector("[role=status]")!.TextContent;
        var numbers = said[(said.IndexOf('：', StringComparison.Ordinal) + 1)..].Trim().TrimEnd('。').Split('、');
        foreach (var number in numbers.Append(receipt.Number))
        {
            var similar = (await site.OpenAsync("officer", $"/requests/{number}")).QuerySelector("section[aria-labelledby=similar]")?.TextContent ?? "";
            Assert.All(numbers.Append(receipt.Number), n => Assert.DoesNotContain(n, similar, StringComparison.Ordinal));
        }

        var merge = (await site.OpenAsync("officer", $"/requests/{(await site.RegisteredAsync("又一次")).Number}/do/merge")).QuerySelector("#Into")!.TextContent;
        Assert.DoesNotContain(receipt.Number, merge, StringComparison.Ordinal);
        Assert.Contains(numbers[0], merge, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_correction_is_taken_decided_and_its_sheets_print()
    {
        var taken = await site.SubmitAsync("officer", "/requests/new",
            ("Name", "王小五"), ("IdNumber", "110105194912310038"), ("Telephone", "13900001111"), ("Subject", "培训合格证书的登记信息"), ("Description", "姓名登记错了，请更正。"), ("Matter", "RecordCorrection"), ("Delivery", "Inspection"));
        var number = (await SiteUnderTest.ReadAsync(taken, HttpStatusCode.OK)).QuerySelectorAll(".slip .code")[0].TextContent;
        var path = $"/requests/{number}";
        await site.DoneAsync("officer", $"{path}/do/register");
        Assert.Contains("没有法定期限", (await site.OpenAsync("officer", path)).QuerySelector(".clock")!.TextContent, StringComparison.Ordinal);
        var draft = await site.OpenAsync("officer", $"{path}/draft");
        Assert.Equal(5, draft.QuerySelectorAll("#outcome option").Length);
        var missing = await SiteUnderTest.ReadAsync(await site.SubmitAsync("officer", $"{path}/draft?outcome=RecordNotCorrected", ("Do", "save")), HttpStatusCode.BadRequest);
        Assert.Equal("#Reasons", missing.QuerySelector(".error-summary a")!.GetAttribute("href"));
        await site.DoneAsync("officer", $"{path}/draft?outcome=RecordCorrected", ("Decision", "姓名已经改正"), ("Do", "save"));
        foreach (var sheet in new[] { "RegisterSheet", "ServiceReceipt" })
        {
            Assert.NotNull((await site.OpenAsync("officer", $"{path}/sheets/{sheet}")).QuerySelector("article.letter-sheet"));
            Assert.Equal("PK"u8.ToArray(), (await (await site.GetAsync("officer", $"{path}/sheets/{sheet}.docx")).Content.ReadAsByteArrayAsync(CaseSite.Stop))[..2]);
            Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("stranger", $"{path}/sheets/{sheet}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("stranger", $"{path}/sheets/{sheet}.docx")).StatusCode);
        }

        foreach (var absent in new[] { "TransferSlip", "FeeNotice", "Nothing" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("officer", $"{path}/sheets/{absent}")).StatusCode);
        }
    }

    [Fact]
    public async Task What_a_letter_lacks_is_named_as_the_form_names_it()
    {
        var receipt = await site.RegisteredAsync();
        var page = await SiteUnderTest.ReadAsync(await site.SubmitAsync("officer", $"/requests/{receipt.Number}/draft?outcome=Granted", ("Do", "save")), HttpStatusCode.BadRequest);
        Assert.Contains("缺少“予以公开的信息”", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll(".error-summary a"), a => a.GetAttribute("href") == "#Disclosed");
    }

    private readonly record struct FilingReceiptOf(string Number);
}
