using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;

namespace Gongkai.Core.Tests.Requests;

/// <summary>重新处理记得什么、忘了什么（ADR 8）。</summary>
public class RedoTests
{
    private static readonly DateOnly Monday = Given.Monday;
    private static readonly DateOnly Later = new(2025, 11, 3);

    [Fact]
    public void A_redo_without_a_fixed_period_is_a_fresh_reply_period_and_may_be_extended_once_again()
    {
        var request = Concluded();
        request.OrderRedo(RedoCause.Judgment, 20, Later);
        request.Extend(5, Later);
        Assert.Equal(Given.Calendar.WorkingDaysAfter(Later, 25).Date, request.DueOn(Later));
        Assert.Equal(["extension.second"], request.WhyNotProposeExtension(5, Later).Codes());
    }

    [Fact]
    public void A_period_fixed_by_the_order_is_not_the_agencys_to_extend()
    {
        var request = Concluded();
        request.OrderRedo(RedoCause.Reconsideration, 15, Later, isFixed: true);
        Assert.Equal(["extension.fixed"], request.WhyNotProposeExtension(5, Later).Codes());
        var own = Concluded();
        own.OrderRedo(RedoCause.OwnCorrection, 15, Later, isFixed: true);
        Assert.Empty(own.WhyNotProposeExtension(5, Later));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_redo_never_asks_for_a_supplement_asked_before_or_not(bool asked)
    {
        var request = Concluded(asked);
        request.OrderRedo(RedoCause.Judgment, 20, Later);
        Assert.Equal(["supplement.redo"], request.WhyNotAskForSupplement(10, Later).Codes());
        Assert.Equal(asked, request.WhyNotDraft(new Decision(Outcome.UnclearAfterSupplement), Later).Count == 0);
    }

    [Fact]
    public void A_consultation_after_a_redo_gets_a_code_of_its_own_and_stands_last()
    {
        var request = Given.Registered();
        request.SendConsultation("k1", ConsultedParty.OtherAgency, Monday, Monday);
        request.SendConsultation(request.NextConsultationId, ConsultedParty.ThirdParty, Monday, Monday);
        request.AnswerConsultation("k2", ConsultationPosition.Agrees, Monday);
        Finish(request);
        request.OrderRedo(RedoCause.Judgment, 20, Later);
        Assert.Equal(["consultation.duplicate"], request.WhyNotSendConsultation("k1", ConsultedParty.ThirdParty, Later, Later).Codes());
        Assert.Equal("k3", request.NextConsultationId);
        request.SendConsultation("k3", ConsultedParty.CoProducer, Later, Later);
        request.AnswerConsultation("k3", ConsultationPosition.Agrees, Later);
        Assert.Equal(["k2", "k3"], request.Consultations.Select(c => c.Sent.Id));
    }

    [Fact]
    public void Reasons_are_judged_only_after_they_came_or_their_days_passed()
    {
        var request = Given.Registered();
        var excessive = new Decision(Outcome.Excessive);
        Assert.Equal(["reply.reasonsNotHeard"], request.WhyNotDraft(excessive, Monday).Codes());
        request.AskForReasons(5, Monday, Monday);
        var last = Given.Calendar.WorkingDaysAfter(Monday, 5).Date;
        Assert.Equal(["reply.reasonsAwaited"], request.WhyNotDraft(excessive, last).Codes());
        Assert.Empty(request.WhyNotDraft(new Decision(Outcome.Granted), Monday));
        Assert.Empty(request.WhyNotDraft(excessive, last.AddDays(1)));
        request.ReceiveReasons(true, last.AddDays(1));
        Assert.Equal(["reply.reasonsNotHeard"], request.WhyNotDraft(excessive, last.AddDays(1)).Codes());
    }

    // 以不说明理由不予处理的被撤销了：原来问的作罢，重新问的照样收得到说明。
    [Fact]
    public void Reasons_nobody_gave_may_be_asked_for_and_received_again_in_a_redo()
    {
        var request = Given.Registered();
        request.AskForReasons(5, Monday, Monday);
        var day = Given.Calendar.WorkingDaysAfter(Monday, 6).Date;
        Assert.Equal(["event.outOfOrder"], request.WhyNotReceiveReasons(Monday.AddDays(-1)).Codes().Take(1));
        request.DraftReply(new Decision(Outcome.Excessive), "d1", Given.Drafter, day);
        request.Review(ReviewKind.Legal, true, Given.Reviewer, day);
        request.Review(ReviewKind.Secrecy, true, Given.Reviewer, day);
        request.Sign("d1", Given.Leader, day);
        request.Serve(ServiceMode.Counter, false, "", day);
        request.OrderRedo(RedoCause.Reconsideration, 20, Later);
        Assert.Null(request.Reasons);
        Assert.Equal(["reply.reasonsNotHeard"], request.WhyNotDraft(new Decision(Outcome.Excessive), Later).Codes());
        request.AskForReasons(5, Later, Later);
        request.ReceiveReasons(true, Later.AddDays(1));
        request.DelayReply(new DateOnly(2026, 1, 15), Later.AddDays(1));
        Assert.True(DisclosureRequest.From(request.Events, RequestSettings.Default, Given.Calendar).ReasonsGiven!.Reasonable);
    }

    [Fact]
    public void The_leader_sends_back_the_draft_that_was_seen_and_no_other()
    {
        var request = Given.Registered();
        Assert.Equal(["sign.nothing"], request.WhyNotReturn("").Codes());
        request.DraftReply(new Decision(Outcome.Granted), "d1", Given.Drafter, Monday);
        Assert.Equal(["sign.draftChanged"], request.WhyNotReturn("d0").Codes());
        request.ReturnDraft("d1", Given.Leader, Monday);
        Assert.Equal(["sign.nothing"], request.WhyNotSign("d1", Given.Leader).Codes());
        request.DraftReply(new Decision(Outcome.Granted), "d2", Given.Drafter, Monday);
        Assert.Equal(2, request.Draft!.Revision);
    }

    private static DisclosureRequest Concluded(bool supplemented = false)
    {
        var request = Given.Registered();
        if (supplemented)
        {
            request.AskForSupplement(10, Monday);
            request.ReceiveSupplement(Monday);
        }

        request.Extend(10, Monday);
        return Finish(request);
    }

    private static DisclosureRequest Finish(DisclosureRequest request)
    {
        request.DraftReply(new Decision(Outcome.NotOurs), "d1", Given.Drafter, Monday);
        request.Review(ReviewKind.Legal, true, Given.Reviewer, Monday);
        request.Review(ReviewKind.Secrecy, true, Given.Reviewer, Monday);
        request.Sign("d1", Given.Leader, Monday);
        request.Serve(ServiceMode.Electronic, false, "", Monday);
        return request;
    }
}
