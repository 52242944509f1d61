using System.Text.Json;
using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;

namespace Gongkai.Core.Tests.Requests;

/// <summary>给对方的期限自他收到通知起算：不知道哪一天收到，就不能说他逾期。</summary>
public class NoticeServiceTests
{
    private static readonly DateOnly Monday = Given.Monday;
    private static readonly DateOnly Winter = new(2025, 12, 1);

    [Fact]
    public void A_supplement_whose_notice_is_not_known_to_have_arrived_never_lapses()
    {
        var request = Given.Registered();
        request.AskForSupplement(5, Monday);
        Assert.Equal((ClockState.AwaitingSupplement, null), (request.ReadClock(Winter).State, request.ReadClock(Winter).LatestOn));
        Assert.Equal(["lapse.notServed"], request.WhyNotLapse(Winter).Codes());

        var served = new DateOnly(2025, 11, 24);
        Assert.Equal(["event.outOfOrder"], request.WhyNotRecordService(NoticeKind.Supplement, null, Monday.AddDays(-1), Winter).Codes());
        Assert.Equal(["event.outOfOrder"], request.WhyNotRecordService(NoticeKind.Supplement, null, Winter.AddDays(1), Winter).Codes());
        request.RecordService(NoticeKind.Supplement, null, served, Winter);
        Assert.Equal(["notice.notPending"], request.WhyNotRecordService(NoticeKind.Supplement, null, served, Winter).Codes());
        Assert.Equal(Given.Calendar.WorkingDaysAfter(served, 5).Date, request.ReadClock(Winter).LatestOn);
        Assert.Equal(["lapse.notLapsed"], request.WhyNotLapse(Winter).Codes());
        request.Lapse(Winter.AddDays(1));
        Assert.Equal(Outcome.SupplementOverdue, request.CountedOutcome);
    }

    [Fact]
    public void A_late_supplement_with_good_reason_restarts_the_clock_until_the_request_is_closed()
    {
        var request = Given.Registered();
        request.AskForSupplement(5, Monday, Monday);
        Assert.Equal(["lapse.supplementNotLate"], request.WhyNotAcceptLateSupplement(Monday.AddDays(1)).Codes());
        Assert.Contains("event.lapsed", request.WhyNotReceiveSupplement(Winter).Codes());
        request.AcceptLateSupplement(Winter);
        Assert.Equal(Given.Calendar.WorkingDaysAfter(Winter, 20).Date, request.DueOn(Winter));
        Assert.True(request.WasSupplemented);

        var closed = Given.Registered();
        closed.AskForSupplement(5, Monday, Monday);
        closed.Lapse(Winter);
        Assert.Equal(["request.concluded"], closed.WhyNotAcceptLateSupplement(Winter).Codes());
    }

    [Fact]
    public void A_fee_counts_from_its_service_recorded_later_and_may_be_paid_before()
    {
        var request = Given.Registered();
        request.NotifyFee(200, 12, false, null, Monday);
        Assert.Equal(["lapse.notServed"], request.WhyNotLapse(Winter).Codes());
        Assert.Empty(request.WhyNotPayFee(Winter));
        request.RecordService(NoticeKind.Fee, null, Winter, Winter);
        Assert.Equal(Given.Calendar.WorkingDaysAfter(Winter, 20).Date, request.ReadClock(Winter).LatestOn);
        Assert.Equal(Winter, request.Fee!.ServedOn);
        request.PayFee(Winter);
        Assert.Empty(request.PendingNotices);
    }

    [Fact]
    public void Silence_and_the_days_left_out_count_from_the_service_of_the_consultation()
    {
        var request = Given.Registered();
        request.SendConsultation("k1", ConsultedParty.ThirdParty, null, Monday);
        Assert.Equal(["request.silenceNotServed"], request.WhyNotAnswerConsultation("k1", ConsultationPosition.Silent, Winter).Codes());
        var served = Monday.AddDays(4);
        request.RecordService(NoticeKind.Consultation, "k1", served, Monday.AddDays(7));
        var last = Given.Calendar.WorkingDaysAfter(served, 15).Date;
        Assert.Equal((ClockState.Suspended, last), (request.ReadClock(last).State, request.ReadClock(last).LatestOn));
        Assert.Equal(["request.silenceTooEarly"], request.WhyNotAnswerConsultation("k1", ConsultationPosition.Silent, last).Codes());
        request.AnswerConsultation("k1", ConsultationPosition.Silent, last.AddDays(1));
        Assert.Empty(request.PendingNotices);
    }

    [Fact]
    public void Reasons_not_given_are_held_against_nobody_who_was_not_reached()
    {
        var request = Given.Registered();
        var excessive = new Decision(Outcome.Excessive);
        request.AskForReasons(5, Monday);
        Assert.Equal(["reply.reasonsNotServed"], request.WhyNotDraft(excessive, Monday.AddDays(20)).Codes());
        request.RecordService(NoticeKind.Reasons, null, Monday.AddDays(1), Monday.AddDays(20));
        Assert.Empty(request.WhyNotDraft(excessive, Monday.AddDays(20)));
    }

    [Fact]
    public void What_was_stored_folds_to_the_same_request_and_older_events_are_still_read()
    {
        var request = Given.Registered();
        request.AskForSupplement(5, Monday);
        request.RecordService(NoticeKind.Supplement, null, Monday.AddDays(2), Monday.AddDays(3));
        var stored = request.Events.Select(e => JsonSerializer.Serialize(e)).Select(t => JsonSerializer.Deserialize<RequestEvent>(t)!);
        var again = DisclosureRequest.From(stored, RequestSettings.Default, Given.Calendar);
        Assert.Equal(request.ReadClock(Winter).LatestOn, again.ReadClock(Winter).LatestOn);
        Assert.Null(Assert.IsType<SupplementAsked>(JsonSerializer.Deserialize<RequestEvent>("""{"type":"supplementAsked","Days":5,"On":"2025-09-22"}""")).ServedOn);
    }
}
