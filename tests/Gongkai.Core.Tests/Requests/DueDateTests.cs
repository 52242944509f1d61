using Gongkai.Core.Calendar;
using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using static Gongkai.Core.Tests.Requests.Given;

namespace Gongkai.Core.Tests.Requests;

/// <summary>期限是哪一天：办结之后留着，据此看按没按期；届满当日才征求意见的，不再动。</summary>
public class DueDateTests
{
    private static readonly DateOnly Due = new(2025, 10, 24);

    [Theory]
    [InlineData(0, false)]
    [InlineData(3, true)]
    public void The_due_date_stays_after_the_reply_and_tells_a_late_one(int after, bool isLate)
    {
        var request = Signed(delivery: DeliveryForm.Online);
        request.Serve(ServiceMode.Electronic, false, "", Due.AddDays(after));
        Assert.Null(request.DueOn(Due));
        Assert.Equal(new DueDate(Due, false), request.DueAtConclusion);
        Assert.Equal(isLate ? new LateReply(Due, Due.AddDays(after)) : null, request.Late);
        Assert.Equal(request.Late, DisclosureRequest.From(request.Events, RequestSettings.Default, Given.Calendar).Late);

        // 重新处理有自己的期限；先前的逾期抹不掉。
        request.OrderRedo(RedoCause.Reconsideration, 15, new DateOnly(2025, 11, 10));
        Assert.Null(request.DueAtConclusion);
        Assert.Equal(isLate, request.Late is not null);
    }

    [Fact]
    public void A_delayed_reply_is_late_only_after_the_day_it_was_delayed_to()
    {
        var request = Registered();
        request.AskForReasons(5, Monday, Monday);
        request.ReceiveReasons(true, Monday);
        request.DelayReply(Due.AddDays(14), Monday);
        Assert.Equal(new DueDate(Due.AddDays(14), false), request.Due(Monday));
        Answer(request, Due.AddDays(10));
        Assert.Null(request.Late);
        Assert.Equal(Due.AddDays(14), request.DueAtConclusion?.Date);
    }

    // 告知了延迟答复才发现涉及第三方：说好的日子以前照样要征求意见，说好的日子不动。
    [Fact]
    public void A_third_party_is_still_consulted_before_the_day_a_reply_was_delayed_to()
    {
        var request = Registered();
        request.AskForReasons(5, Monday, Monday);
        request.ReceiveReasons(true, Monday);
        Assert.Equal(["consultation.overdue"], request.WhyNotSendConsultation("k1", ConsultedParty.ThirdParty, null, Due.AddDays(10)).Codes());
        request.DelayReply(Due.AddDays(14), Monday);
        Assert.Equal(["consultation.overdue"], request.WhyNotSendConsultation("k1", ConsultedParty.ThirdParty, null, Due.AddDays(15)).Codes());
        request.SendConsultation("k1", ConsultedParty.ThirdParty, Due.AddDays(10), Due.AddDays(10));
        request.AnswerConsultation("k1", ConsultationPosition.Agrees, Due.AddDays(12));
        Assert.Equal(Due.AddDays(14), request.DueOn(Due.AddDays(12)));
        Answer(request, Due.AddDays(15));
        Assert.Equal(new LateReply(Due.AddDays(14), Due.AddDays(15)), request.Late);
    }

    [Fact]
    public void A_provisional_due_date_accuses_nobody_until_the_notice_is_there()
    {
        var december = new DateOnly(2025, 12, 15);
        var request = DisclosureRequest.Submit(new Submitted(december, ReceiptChannel.Counter, RequestMatter.Disclosure, ApplicantKind.Person, DeliveryForm.Online), RequestSettings.Default, Given.Calendar);
        request.Register(december);
        var due = Given.Calendar.WorkingDaysAfter(december, 20);
        Assert.True(due.IsProvisional);
        Answer(request, due.Date.AddDays(1));
        Assert.Equal((due, (LateReply?)null), (request.DueAtConclusion, request.Late));
        var holidays = new HolidayNotice(2026, [new DateOnly(2026, 1, 1)], []);
        Assert.Null(DisclosureRequest.From(request.Events, RequestSettings.Default, Given.Calendar.With(holidays)).Late);
        Assert.Equal(due.Date, DisclosureRequest.From(request.Events, RequestSettings.Default, Given.Calendar.With(new HolidayNotice(2026, [new DateOnly(2026, 2, 17)], []))).Late?.DueOn);
    }

    [Fact]
    public void A_withdrawal_keeps_the_due_date_and_is_never_a_late_reply()
    {
        var request = Registered();
        request.Withdraw(Due.AddDays(5));
        Assert.Equal((new DueDate(Due, false), (LateReply?)null), (request.DueAtConclusion, request.Late));
    }

    [Theory]
    [InlineData(ConsultedParty.ThirdParty)]
    [InlineData(ConsultedParty.OtherAgency)]
    public void A_consultation_sent_on_the_due_day_does_not_hide_that_the_day_has_come(ConsultedParty party)
    {
        var request = Registered();
        request.SendConsultation("k1", party, Due, Due);
        foreach (var day in new[] { Due, Due.AddDays(1), Due.AddDays(10) })
        {
            var reading = request.ReadClock(day);
            Assert.Equal((ClockState.Suspended, (DateOnly?)null, new DueDate(Due, false)), (reading.State, reading.DueOn, reading.PassedDue));
            Assert.Equal(Due, request.DueOn(day));
        }
    }

    [Fact]
    public void A_consultation_sent_before_the_due_day_still_stops_the_clock()
    {
        var request = Registered();
        request.SendConsultation("k1", ConsultedParty.OtherAgency, null, Due.AddDays(-1));
        Assert.Null(request.ReadClock(Due.AddDays(30)).PassedDue);
        Assert.Null(request.DueOn(Due.AddDays(30)));
    }

    private static void Answer(DisclosureRequest request, DateOnly served)
    {
        var on = request.Events[^1].On;
        request.DraftReply(new Decision(Outcome.Granted), "d1", Drafter, on);
        request.Review(ReviewKind.Legal, true, Reviewer, on);
        request.Review(ReviewKind.Secrecy, true, Reviewer, on);
        request.Sign("d1", Leader, on);
        request.Serve(ServiceMode.Electronic, false, "", served);
    }
}
