using Gongkai.Letters.Facts;
using Gongkai.Letters.Remedies;
using Gongkai.Letters.Templates;

namespace Gongkai.Letters.Tests;

public sealed class RemedyTests
{
    private static readonly string[] First = ["N1", "N2", "N3", "N4", "N5", "N6", "N7"];

    private static readonly Dictionary<AgencyKind, string> Bodies = new()
    {
        [AgencyKind.Department] = "清溪县人民政府",
        [AgencyKind.Government] = "云岭市人民政府",
        [AgencyKind.ProvinceGovernment] = "清溪县应急管理局",
        [AgencyKind.TownGovernment] = "云岭市人民政府",
        [AgencyKind.DispatchedOrgan] = "清溪县人民政府",
        [AgencyKind.DispatchedOffice] = "清溪县人民政府",
        [AgencyKind.DistrictDispatchedOffice] = "清溪县人民政府或者望河区人民政府",
        [AgencyKind.JusticeDepartment] = "清溪县人民政府或者云岭市应急管理局",
        [AgencyKind.VerticalDepartment] = "云岭市应急管理局",
        [AgencyKind.StateCouncilDepartment] = "清溪县应急管理局",
        [AgencyKind.StateCouncilDispatched] = "云岭市应急管理局",
        [AgencyKind.AuthorizedOrganization] = "清溪县人民政府",
    };

    public static TheoryData<AgencyKind> Kinds => [.. Enum.GetValues<AgencyKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_outcome_takes_its_branch_and_each_agency_its_body(AgencyKind kind)
    {
        var isOwn = kind is AgencyKind.ProvinceGovernment or AgencyKind.StateCouncilDepartment;
        foreach (var outcome in LetterTemplates.Default.All.Select(t => t.Outcome).Distinct())
        {
            var text = RemedyText.Of(outcome, Facts(kind), "你");

            var goesFirst = First.Contains(outcome);
            Assert.StartsWith(goesFirst ? "你如对本决定不服，应当" : outcome == "P" ? "你如对本决定中不予公开的部分不服，应当" : "你如对本文书不服，可以", text, StringComparison.Ordinal);
            Assert.Equal(goesFirst || outcome == "P", text.Contains($"60日内先向{Bodies[kind]}申请行政复议", StringComparison.Ordinal));
            Assert.Equal(!goesFirst, text.Contains($"60日内向{Bodies[kind]}申请行政复议，也可以自收到本文书之日起6个月内依法向清溪县人民法院提起行政诉讼", StringComparison.Ordinal));
            Assert.Equal(isOwn, text.Contains("向国务院申请裁决", StringComparison.Ordinal));
            Assert.DoesNotContain('{', text);
        }
    }

    [Theory]
    [InlineData(2023, 12, 31, false)]
    [InlineData(2024, 1, 1, true)]
    public void Reconsideration_goes_first_since_the_new_law(int year, int month, int day, bool goesFirst)
    {
        var facts = Facts(AgencyKind.Department) with { WrittenOn = new DateOnly(year, month, day) };

        Assert.All(First.Append("P"), o => Assert.Equal(goesFirst, RemedyText.Of(o, facts, "你").Contains("先向", StringComparison.Ordinal)));
    }

    [Fact]
    public void Before_2024_a_department_had_two_bodies_to_choose_from()
    {
        var text = RemedyText.Of("N1", Facts(AgencyKind.Department) with { WrittenOn = new DateOnly(2023, 6, 1) }, "你");

        Assert.Equal("你如对本文书不服，可以自收到本文书之日起60日内向清溪县人民政府或者云岭市应急管理局申请行政复议，也可以自收到本文书之日起6个月内依法向清溪县人民法院提起行政诉讼。", text);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_agency_has_a_body_under_the_old_law_too(AgencyKind kind)
    {
        var facts = Facts(kind) with { WrittenOn = new DateOnly(2019, 5, 15) };

        Assert.Contains("申请行政复议", RemedyText.Of("G1", facts, "你"), StringComparison.Ordinal);
        Assert.Equal("law.date", Assert.Single(RemedyText.WhyNot("G1", facts with { WrittenOn = new DateOnly(2019, 5, 14) })).Code);
    }

    [Fact]
    public void A_part_that_is_no_government_information_needs_no_reconsideration_first()
    {
        var text = RemedyText.Of("P", Facts(AgencyKind.Department) with { IsWithheldByExemption = false }, "你");

        Assert.DoesNotContain("先向", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Electronic_service_tells_where_to_apply_online()
    {
        var facts = Facts(AgencyKind.Department) with { Delivery = DeliveryForm.Electronic };

        Assert.EndsWith("可以登录https://fuyi.qingxi.example/apply。", RemedyText.Of("G2", facts, "你"), StringComparison.Ordinal);
        Assert.DoesNotContain("登录", RemedyText.Of("G2", facts with { Delivery = DeliveryForm.Post }, "你"), StringComparison.Ordinal);

        var without = facts with { Agency = facts.Agency with { ReconsiderationUrl = " " } };
        Assert.Equal("网上复议地址", Assert.Single(RemedyText.WhyNot("G2", without)).Element);
        Assert.Throws<LetterRefusedException>(() => RemedyText.Of("G2", without, "你"));
    }

    [Theory]
    [InlineData(AgencyKind.Department, "本级人民政府")]
    [InlineData(AgencyKind.Government, "上一级人民政府")]
    [InlineData(AgencyKind.TownGovernment, "上一级人民政府")]
    [InlineData(AgencyKind.VerticalDepartment, "上一级主管部门")]
    public void A_missing_body_is_named_by_its_part(AgencyKind kind, string role)
    {
        var agency = new AgencyFacts { Name = "云溪县水务局", Kind = kind };

        Assert.Equal(role, Assert.Single(RemedyText.WhyNot("N5", Facts(kind) with { Agency = agency })).Element);
    }

    [Fact]
    public void A_body_settled_otherwise_is_used_as_given_and_an_unknown_court_stays_general()
    {
        var facts = Facts(AgencyKind.VerticalDepartment);
        var text = RemedyText.Of("G1", facts with { Agency = facts.Agency with { ReconsiderationBodies = ["望河县人民政府"], Court = null } }, "你单位");

        Assert.Equal("你单位如对本文书不服，可以自收到本文书之日起60日内向望河县人民政府申请行政复议，也可以自收到本文书之日起6个月内依法向有管辖权的人民法院提起行政诉讼。", text);
    }

    [Theory]
    [InlineData(AgencyKind.ProvinceGovernment)]
    [InlineData(AgencyKind.StateCouncilDepartment)]
    public void Naming_its_own_office_as_the_body_keeps_the_ruling_of_the_State_Council(AgencyKind kind)
    {
        var facts = Facts(kind);
        var named = facts with { Agency = facts.Agency with { ReconsiderationBodies = [facts.Agency.Name] } };

        Assert.Contains("向国务院申请裁决", RemedyText.Of("G1", named, "你"), StringComparison.Ordinal);
        Assert.All(First.Append("P").Append("U1"), o => Assert.Equal(RemedyText.Of(o, facts, "你"), RemedyText.Of(o, named, "你")));
    }

    [Fact]
    public void Braces_in_the_names_of_bodies_stay_braces()
    {
        var facts = Facts(AgencyKind.Department);

        Assert.Contains("向{网址}申请", RemedyText.Of("G1", facts with { Agency = facts.Agency with { OwnGovernment = "{网址}" } }, "你"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_reply_carries_its_remedy_and_procedural_notices_none()
    {
        foreach (var template in LetterTemplates.Default.All)
        {
            var letter = Samples.Renderer.Render(template.Type, Samples.For(template.Type));
            var hasRemedy = template.Outcome is not null || template.Type is LetterType.PublicInterestNotice or LetterType.RecordNotCorrected;

            Assert.Equal(hasRemedy, letter.Blocks.Any(b => b is LetterParagraph { Role: LetterRole.Remedy }));
        }
    }

    private static LetterFacts Facts(AgencyKind kind) => Samples.For(LetterType.ReplyGranted) with { Agency = Samples.Agency with { Kind = kind } };
}
