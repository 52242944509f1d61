using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;

namespace Gongkai.Core.Tests.Requests;

/// <summary>要求更正与自身相关的记录（条例第四十一条）。</summary>
public class CorrectionTests
{
    private static readonly DateOnly Monday = Given.Monday;

    public static TheoryData<Outcome> Decisions => [.. Outcomes.Corrections.Select(o => o.Outcome)];

    [Theory]
    [MemberData(nameof(Decisions))]
    public void A_correction_is_decided_in_one_of_its_own_ways_and_never_counted(Outcome outcome)
    {
        var request = Given.Registered(matter: RequestMatter.RecordCorrection);
        Assert.Null(request.DueOn(Monday));
        request.DraftReply(new Decision(outcome), "d1", Given.Drafter, Monday);
        request.Review(ReviewKind.Legal, true, Given.Reviewer, Monday);
        request.Review(ReviewKind.Secrecy, true, Given.Reviewer, Monday);
        request.Sign("d1", Given.Leader, Monday);
        request.Serve(ServiceMode.Electronic, false, "", Monday);
        request.PutIntoArchive("GZ-10", 10, Monday);
        Assert.Equal((RequestStage.Archived, outcome), (request.Stage, request.CountedOutcome));
        Assert.Null(RequestFate.Of(request));
    }

    [Fact]
    public void The_two_matters_do_not_borrow_each_others_decisions()
    {
        var correction = Given.Registered(matter: RequestMatter.RecordCorrection);
        Assert.Equal(["reply.wrongMatter"], correction.WhyNotDraft(new Decision(Outcome.Granted), Monday).Codes());
        Assert.Equal(["reply.wrongMatter"], Given.Registered().WhyNotDraft(new Decision(Outcome.RecordCorrected), Monday).Codes());
        Assert.Contains("reply.wrongMatter", Given.Registered().WhyNotDraft(new Decision(Outcome.Granted, parts: [new DecisionPart(Outcome.RecordCorrected)]), Monday).Codes());
        Assert.DoesNotContain(Outcomes.All, o => o.Row.Length == 0);
    }

    [Fact]
    public void What_moves_a_reply_period_does_not_apply_to_a_correction()
    {
        var request = Given.Registered(matter: RequestMatter.RecordCorrection);
        IReadOnlyList<Refusal>[] refused =
        [
            request.WhyNotAskForSupplement(10, Monday), request.WhyNotAskForReasons(10, Monday), request.WhyNotSendConsultation("k1", ConsultedParty.ThirdParty, null, Monday),
            request.WhyNotNotifyFee(100, false, Monday, Monday), request.WhyNotProposeExtension(10, Monday),
        ];
        Assert.All(refused, r => Assert.Equal("request.notForCorrection", r[0].Code));
    }

    [Fact]
    public void A_correction_ordered_to_be_redone_has_the_period_of_the_order()
    {
        var request = Given.Registered(matter: RequestMatter.RecordCorrection);
        request.Withdraw(Monday);
        request.OrderRedo(RedoCause.OwnCorrection, 20, Monday);
        Assert.Equal(Given.Calendar.WorkingDaysAfter(Monday, 20).Date, request.DueOn(Monday));
        Assert.Null(RequestFate.Of(request));
    }
}
