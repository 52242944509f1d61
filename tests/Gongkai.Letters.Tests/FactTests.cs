using Gongkai.Letters.Facts;
using Gongkai.Letters.Templates;

namespace Gongkai.Letters.Tests;

public sealed class FactTests
{
    private static readonly Dictionary<string, Func<LetterFacts, LetterFacts>> Blank = new()
    {
        ["收到日期"] = f => f with { ReceivedOn = null },
        ["登记编号"] = f => f with { RequestNumber = " " },
        ["申请人"] = f => f with { ApplicantName = "\u200b\u202e" },
        ["联系方式"] = f => f with { ApplicantContact = null },
        ["申请方式"] = f => f with { Channel = null },
        ["提交日期"] = f => f with { SubmittedOn = null },
        ["答复期限"] = f => f with { DueOn = null },
        ["申请内容"] = f => f with { RequestSummary = "\n\t " },
        ["提供方式"] = f => f with { RequestedForm = null },
        ["补正告知日期"] = f => f with { SupplementAskedOn = null },
        ["补正收到日期"] = f => f with { SupplementedOn = null },
        ["延长天数"] = f => f with { ExtensionDays = null },
        ["新期限"] = f => f with { NewDueOn = null },
        ["征求经过"] = f => f with { Consultations = [] },
        ["征求日期"] = f => f with { ConsultedOn = null },
        ["征求对象"] = f => f with { ConsultedParty = null },
        ["收费通知日期"] = f => f with { FeeNotifiedOn = null },
        ["撤回日期"] = f => f with { WithdrawnOn = null },
        ["决定"] = f => f with { Decision = null },
        ["理由"] = f => f with { Reasons = "\n\n" },
        ["依据条款"] = f => f with { Articles = ["", " "] },
        ["公开内容"] = f => f with { DisclosedContent = null },
        ["不予公开内容"] = f => f with { WithheldContent = null },
        ["获取途径"] = f => f with { AccessRoute = null },
        ["检索范围"] = f => f with { Searches = [] },
        ["检索条件"] = f => f with { Searches = [] },
        ["检索处"] = f => f with { Searches = [] },
        ["检索词"] = f => f with { Searches = [f.Searches[0] with { Keywords = "" }] },
        ["检索日"] = f => f with { Searches = [] },
        ["检索人"] = f => f with { Searches = [f.Searches[0], f.Searches[1] with { By = " " }] },
        ["检索结果"] = f => f with { Searches = [f.Searches[0] with { Result = "" }] },
        ["负责机关"] = f => f with { ResponsibleAgency = null },
        ["负责机关联系方式"] = f => f with { ResponsibleContact = null },
        ["原答复"] = f => f with { EarlierReply = null },
        ["申请数量"] = f => f with { Volume = null },
        ["事项"] = f => f with { Items = [] },
        ["期限天数"] = f => f with { WithinDays = null },
        ["收费数额"] = f => f with { FeeAmount = null },
        ["收费标准"] = f => f with { FeeStandard = null },
        ["缴纳方式"] = f => f with { FeePayment = null },
        ["收件人"] = f => f with { RecipientName = null },
        ["所送文书"] = f => f with { ServedLetter = null },
        ["承办机构"] = f => f with { HandlingUnit = null, Agency = f.Agency with { DisclosureOffice = null } },
        ["承办电话"] = f => f with { HandlerTelephone = null, Agency = f.Agency with { Telephone = null } },
        ["机关地址"] = f => f with { Agency = f.Agency with { Address = null } },
        ["救济"] = f => f with { Agency = f.Agency with { OwnGovernment = null } },
        ["收件人救济"] = f => f with { Agency = f.Agency with { OwnGovernment = null } },
    };

    // 总有值的：由机关、日期、称谓的种类得出。
    private static readonly string[] AlwaysThere = ["称呼", "收件人称呼", "成文日期", "送达方式", "文号"];

    public static TheoryData<LetterType> Types => Samples.Types;

    [Theory]
    [MemberData(nameof(Types))]
    public void A_letter_with_every_fact_is_made(LetterType type)
    {
        Assert.Empty(Samples.Renderer.WhyNot(type, Samples.For(type)));

        var letter = Samples.Renderer.Render(type, Samples.For(type));

        Assert.Equal(type, letter.Type);
        Assert.Equal("2026年3月5日", letter.WrittenOn);
        Assert.Equal(LetterTemplates.Default.Of(type).IsNumbered, letter.Number?.Contains("〔2026〕12号", StringComparison.Ordinal) ?? false);
        Assert.Equal(letter.Form is LetterForm.Official, letter.Addressee is not null);
        Assert.DoesNotContain('{', Samples.TextOf(letter));
        Assert.DoesNotContain("。。", Samples.TextOf(letter), StringComparison.Ordinal);
        Assert.DoesNotContain("您", Samples.TextOf(letter), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_letter_that_lacks_one_fact_is_refused_and_names_it(LetterType type)
    {
        foreach (var name in LetterTemplates.Default.Of(type).RequiredFacts.Except(AlwaysThere))
        {
            var facts = Blank[name](Samples.For(type));

            var problems = Samples.Renderer.WhyNot(type, facts);

            Assert.Contains(problems, p => p.Code == "fact.missing" && (p.Element == name || (name.EndsWith("救济", StringComparison.Ordinal) && p.Element == "本级人民政府")));
            Assert.Equal(problems, Assert.Throws<LetterRefusedException>(() => Samples.Renderer.Render(type, facts)).Problems);
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_letter_without_a_number_or_with_one_of_another_series_is_refused(LetterType type)
    {
        var facts = Samples.For(type);
        if (!LetterTemplates.Default.Of(type).IsNumbered)
        {
            Assert.Empty(Samples.Renderer.WhyNot(type, facts with { Number = null }));
            return;
        }

        Assert.Contains(Samples.Renderer.WhyNot(type, facts with { Number = null }), p => p is { Code: "fact.missing", Element: "文号" });
        Assert.Contains(Samples.Renderer.WhyNot(type, facts with { Number = facts.Number! with { Serial = 0 } }), p => p is { Code: "fact.missing", Element: "文号" });
        Assert.Contains(Samples.Renderer.WhyNot(type, facts with { Number = facts.Number! with { TypeWord = "甲" } }), p => p is { Code: "fact.outOfRange", Element: "文号" });
    }

    [Fact]
    public void What_did_not_happen_is_not_told()
    {
        var facts = Samples.For(LetterType.ReplyGranted) with { SupplementedOn = null, ExtendedOn = null, Consultations = [], FeePaidOn = null, RedoneSince = null, Attachments = [], AccessRoute = null };

        var letter = Samples.Renderer.Render(LetterType.ReplyGranted, facts);

        Assert.Equal(4, letter.Blocks.Count);
        Assert.Empty(letter.Attachments);
        Assert.DoesNotContain(letter.Blocks, b => b is LetterParagraph { Role: LetterRole.History });
    }

    [Fact]
    public void What_happened_must_be_told_whole()
    {
        var facts = Samples.For(LetterType.ReplyGranted);

        Assert.Contains(Samples.Renderer.WhyNot(LetterType.ReplyGranted, facts with { ExtensionDays = null }), p => p.Element == "延长天数");
        Assert.Contains(Samples.Renderer.WhyNot(LetterType.ReplyGranted, facts with { RedoCause = null }), p => p.Element == "重新处理缘由");
        Assert.Contains(Samples.Renderer.WhyNot(LetterType.ReplyGranted, facts with { Consultations = [new ConsultationEntry(facts.WrittenOn.AddDays(1), "第三方")] }), p => p.Element == "征求经过");
        Assert.Contains(Samples.Renderer.WhyNot(LetterType.ConsultationNoticeToApplicant, Samples.For(LetterType.ConsultationNoticeToApplicant) with { ConsultedParty = null }), p => p.Element == "征求对象");
    }

    [Fact]
    public void Every_consultation_is_told_in_order_with_what_a_silence_means_and_the_clock_once()
    {
        var history = Samples.Renderer.Render(LetterType.ReplyGranted, Samples.For(LetterType.ReplyGranted)).Blocks.OfType<LetterParagraph>()
            .Where(p => p.Role == LetterRole.History && p.Text.Contains("征求意见", StringComparison.Ordinal)).Select(p => p.Text);
        Assert.Equal(
        [
            "因所申请的信息涉及共同制作机关，本机关于2026年2月7日书面征求意见，共同制作机关逾期未提出意见，视为同意公开。",
            "因所申请的信息涉及第三方，本机关于2026年2月9日书面征求意见。征求意见所需时间不计入答复期限。",
        ],
        history);
    }

    [Fact]
    public void A_known_responsible_agency_must_be_told_with_its_contact()
    {
        var facts = Samples.For(LetterType.ReplyNotResponsible);

        Assert.Contains(Samples.Renderer.WhyNot(LetterType.ReplyNotResponsible, facts with { ResponsibleContact = null }), p => p.Element == "负责机关联系方式");

        var unknown = Samples.Renderer.Render(LetterType.ReplyNotResponsible, facts with { ResponsibleAgency = null, ResponsibleContact = null, IsResponsibleUnknown = true });
        Assert.Contains("不能确定负责公开该信息的行政机关", Samples.TextOf(unknown), StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_says_nobody_knows_the_responsible_agency_only_when_the_officer_says_so()
    {
        var facts = Samples.For(LetterType.ReplyNotResponsible) with { ResponsibleAgency = null, ResponsibleContact = null };

        Assert.Contains(Samples.Renderer.WhyNot(LetterType.ReplyNotResponsible, facts), p => p.Element == "负责机关不能确定");
        Assert.Contains(Samples.Renderer.WhyNot(LetterType.ReplyNotResponsible, facts with { Reasons = null, IsResponsibleUnknown = true }), p => p.Element == "理由");
        var both = Samples.For(LetterType.ReplyNotResponsible) with { IsResponsibleUnknown = true };
        Assert.DoesNotContain("不能确定", Samples.TextOf(Samples.Renderer.Render(LetterType.ReplyNotResponsible, both)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void An_extension_is_one_to_twenty_working_days(int days, bool isLawful)
    {
        var problems = Samples.Renderer.WhyNot(LetterType.ExtensionNotice, Samples.For(LetterType.ExtensionNotice) with { ExtensionDays = days });

        Assert.Equal(isLawful, problems.Count == 0);
    }

    [Fact]
    public void Sums_terms_and_dates_out_of_order_are_refused()
    {
        var fee = Samples.For(LetterType.FeeNotice);

        Assert.Contains(Samples.Renderer.WhyNot(LetterType.FeeNotice, fee with { FeeAmount = 0 }), p => p is { Code: "fact.outOfRange", Element: "收费数额" });
        Assert.Contains(Samples.Renderer.WhyNot(LetterType.FeeNotice, fee with { ReceivedOn = fee.WrittenOn.AddDays(1) }), p => p is { Code: "fact.outOfRange", Element: "收到日期" });
        Assert.Contains(Samples.Renderer.WhyNot(LetterType.SupplementNotice, Samples.For(LetterType.SupplementNotice) with { WithinDays = 0 }), p => p is { Code: "fact.outOfRange", Element: "期限天数" });
    }

    [Fact]
    public void A_provisional_date_says_so()
    {
        var letter = Samples.Renderer.Render(LetterType.Receipt, Samples.For(LetterType.Receipt) with { DueOn = new DateOnly(2027, 1, 26), IsDueProvisional = true });

        Assert.Contains("2027年1月26日（暂定", Samples.TextOf(letter), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Each_printed_date_says_for_itself_whether_it_is_provisional(bool before, bool after)
    {
        var facts = Samples.For(LetterType.ExtensionNotice) with { DueOn = new DateOnly(2026, 12, 20), IsDueProvisional = before, NewDueOn = new DateOnly(2027, 1, 20), IsNewDueProvisional = after };
        var text = Samples.TextOf(Samples.Renderer.Render(LetterType.ExtensionNotice, facts));

        Assert.Equal((before, after), (text.Contains("2026年12月20日（暂定", StringComparison.Ordinal), text.Contains("2027年1月20日（暂定", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_organization_is_addressed_as_one()
    {
        var facts = Samples.For(LetterType.ReplyStateSecret) with { ApplicantName = "柳林物资有限公司", ApplicantForm = AddressForm.Organization };

        var letter = Samples.Renderer.Render(LetterType.ReplyStateSecret, facts);

        Assert.Equal("柳林物资有限公司", letter.Addressee);
        Assert.Contains("收到你单位提交的", Samples.TextOf(letter), StringComparison.Ordinal);
        Assert.Contains("你单位如对本决定不服", Samples.TextOf(letter), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LetterType.ThirdPartyConsultation)]
    [InlineData(LetterType.CoProducerConsultation)]
    [InlineData(LetterType.AgencyAssistance)]
    [InlineData(LetterType.PublicInterestNotice)]
    public void Letters_to_others_do_not_name_the_applicant(LetterType type)
    {
        var text = Samples.TextOf(Samples.Renderer.Render(type, Samples.For(type)));

        Assert.DoesNotContain("张小溪", text, StringComparison.Ordinal);
        Assert.DoesNotContain("000-0000-0000", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_two_silences_have_their_two_consequences()
    {
        var third = Samples.TextOf(Samples.Renderer.Render(LetterType.ThirdPartyConsultation, Samples.For(LetterType.ThirdPartyConsultation)));
        var partner = Samples.TextOf(Samples.Renderer.Render(LetterType.CoProducerConsultation, Samples.For(LetterType.CoProducerConsultation)));

        Assert.Contains("逾期未提出意见的，由本机关依照《条例》的规定决定是否公开", third, StringComparison.Ordinal);
        Assert.DoesNotContain("视为同意", third, StringComparison.Ordinal);
        Assert.Contains("逾期未提出意见的，视为同意公开", partner, StringComparison.Ordinal);
    }
}
