using Gongkai.Core.Calendar;
using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;

namespace Gongkai.Core.Tests.Requests;

/// <summary>放假安排没有公布时，给对方的最后一天只是暂定：不能据此说他放弃了、沉默了。</summary>
public class ProvisionalTests
{
    private static readonly DateOnly December = new(2025, 12, 15);

    // 2026 年的通知：元旦放 1 至 3 日，4 日上班；没有它，1 日、2 日当作工作日。
    private static readonly WorkingDayCalendar Later = Given.Calendar.With(new HolidayNotice(2026, [new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 2), new DateOnly(2026, 1, 3)], [new DateOnly(2026, 1, 4)]));

    [Fact]
    public void A_lapse_waits_for_the_notice_of_the_year_and_what_comes_meanwhile_is_in_time()
    {
        var request = InDecember();
        request.AskForSupplement(13, December, December);
        var (last, next) = (new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 2));
        var reading = request.ReadClock(next);
        Assert.Equal((ClockState.Lapsed, last, true), (reading.State, reading.LatestOn, reading.IsLatestProvisional));
        Assert.Equal(["lapse.provisional"], request.WhyNotLapse(next).Codes());
        Assert.Contains("导入", RequestRefusals.LapseProvisional.Text, StringComparison.Ordinal);
        Assert.Contains("lapse.provisional", request.WhyNotDraft(new Decision(Outcome.Granted), next).Codes());
        Assert.Equal(["lapse.supplementNotLate"], request.WhyNotAcceptLateSupplement(next).Codes());

        // 公布之后最后一天是 1 月 4 日：2 日补正没有迟。
        var known = DisclosureRequest.From(request.Events, RequestSettings.Default, Later);
        Assert.Equal((new DateOnly(2026, 1, 4), false), (known.ReadClock(next).LatestOn, known.ReadClock(next).IsLatestProvisional));
        Assert.Equal(["lapse.notLapsed"], known.WhyNotLapse(next).Codes());
        Assert.Empty(known.WhyNotLapse(new DateOnly(2026, 1, 5)));
        Assert.Equal(["event.lapsed", "event.notAwaited"], known.WhyNotReceiveSupplement(new DateOnly(2026, 1, 5)).Codes());

        request.ReceiveSupplement(next);
        Assert.Equal((ClockState.Running, next), (request.ReadClock(next).State, request.ReadClock(next).StartedOn));
        Assert.Equal(ClockState.Running, DisclosureRequest.From(request.Events, RequestSettings.Default, Later).ReadClock(next).State);
    }

    [Fact]
    public void A_fee_may_still_be_paid_while_its_last_day_is_provisional()
    {
        var request = InDecember(DeliveryForm.Paper);
        request.NotifyFee(100, 40, true, December, December);
        var day = new DateOnly(2026, 1, 20);
        Assert.Equal(["lapse.provisional"], request.WhyNotLapse(day).Codes());
        request.PayFee(day);
        Assert.Equal(day, request.ReadClock(day).StartedOn);
    }

    [Theory]
    [InlineData(ConsultedParty.ThirdParty)]
    [InlineData(ConsultedParty.CoProducer)]
    public void Silence_means_nothing_while_its_last_day_is_provisional(ConsultedParty party)
    {
        var request = InDecember();
        request.SendConsultation("k1", party, December, December);
        var day = new DateOnly(2026, 1, 6);
        Assert.True(request.ReadClock(December).IsLatestProvisional);
        Assert.Equal(["request.silenceProvisional"], request.WhyNotAnswerConsultation("k1", ConsultationPosition.Silent, day).Codes());
        Assert.Equal(["request.silenceTooEarly"], DisclosureRequest.From(request.Events, RequestSettings.Default, Later).WhyNotAnswerConsultation("k1", ConsultationPosition.Silent, day).Codes());
        Assert.Empty(request.WhyNotAnswerConsultation("k1", ConsultationPosition.Agrees, day));
    }

    [Fact]
    public void Reasons_are_not_missing_while_their_last_day_is_provisional()
    {
        var request = InDecember();
        request.AskForReasons(13, December, December);
        var day = new DateOnly(2026, 1, 2);
        Assert.True(request.IsReasonsLastDayProvisional);
        Assert.Equal(["reply.reasonsProvisional"], request.WhyNotDraft(new Decision(Outcome.Excessive), day).Codes());
        Assert.Equal(["reply.reasonsAwaited"], DisclosureRequest.From(request.Events, RequestSettings.Default, Later).WhyNotDraft(new Decision(Outcome.Excessive), day).Codes());
    }

    private static DisclosureRequest InDecember(DeliveryForm delivery = DeliveryForm.Online)
    {
        var request = DisclosureRequest.Submit(new Submitted(December, ReceiptChannel.Counter, RequestMatter.Disclosure, ApplicantKind.Person, delivery), RequestSettings.Default, Given.Calendar);
        request.Register(December);
        return request;
    }
}
