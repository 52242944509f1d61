using Gongkai.Core.Requests;
using static Gongkai.Core.Tests.Requests.Given;

namespace Gongkai.Core.Tests.Requests;

/// <summary>信息处理费（国办函〔2020〕109号）：一件只收一次，按量的看要求怎样获取。</summary>
public class FeeTests
{
    [Fact]
    public void A_request_is_charged_once_also_after_a_redo()
    {
        var request = Registered(delivery: DeliveryForm.Paper);
        request.NotifyFee(100, 40, true, Monday, Monday);
        request.PayFee(Monday.AddDays(1));
        Assert.Equal(["fee.second"], request.WhyNotNotifyFee(100, false, null, Monday.AddDays(2)).Codes());
        request.DraftReply(new Decision(Outcome.Granted), "d1", Drafter, Monday.AddDays(2));
        request.Review(ReviewKind.Legal, true, Reviewer, Monday.AddDays(2));
        request.Review(ReviewKind.Secrecy, true, Reviewer, Monday.AddDays(2));
        request.Sign("d1", Leader, Monday.AddDays(2));
        request.Serve(ServiceMode.Post, true, "XA1", Monday.AddDays(2));
        request.OrderRedo(RedoCause.Judgment, 20, Monday.AddDays(30));
        Assert.Equal(["fee.second"], request.WhyNotNotifyFee(100, false, null, Monday.AddDays(31)).Codes());
    }

    [Fact]
    public void A_notice_that_was_never_paid_may_be_repeated_when_the_lapse_is_set_aside()
    {
        var request = Registered(delivery: DeliveryForm.Paper);
        request.NotifyFee(100, 40, true, Monday, Monday);
        request.Lapse(Monday.AddDays(60));
        request.OrderRedo(RedoCause.Reconsideration, 20, Monday.AddDays(61));
        Assert.Empty(request.WhyNotNotifyFee(100, true, null, Monday.AddDays(62)));
    }

    // 最后一天缴的，第二天才知道，中间换了经办人：照缴费之日补记，没有迟。
    [Fact]
    public void A_payment_made_in_time_is_entered_also_after_the_case_changed_hands()
    {
        var request = Registered(delivery: DeliveryForm.Paper);
        request.NotifyFee(100, 40, true, Monday, Monday);
        var last = request.ReadClock(Monday).LatestOn!.Value;
        request.Assign("防汛科", Drafter, last.AddDays(3));
        Assert.Equal(["event.lapsed", "event.notAwaited"], request.WhyNotPayFee(last.AddDays(3)).Codes());
        Assert.Contains("event.outOfOrder", request.WhyNotPayFee(Monday.AddDays(-1)).Codes());
        request.PayFee(last);
        Assert.Equal(last, request.ReadClock(last.AddDays(3)).StartedOn);
        Assert.Equal(last, DisclosureRequest.From(request.Events, RequestSettings.Default, Given.Calendar).ReadClock(last.AddDays(3)).StartedOn);
    }

    [Theory]
    [InlineData(DeliveryForm.Paper, true)]
    [InlineData(DeliveryForm.Email, true)]
    [InlineData(DeliveryForm.ElectronicCopy, true)]
    [InlineData(DeliveryForm.Online, true)]
    [InlineData(DeliveryForm.Inspection, false)]
    public void Pages_are_charged_only_where_copies_are_handed_over(DeliveryForm delivery, bool byPage)
    {
        var request = Registered(delivery: delivery);
        Assert.Equal(byPage ? [] : ["fee.notByPage"], request.WhyNotNotifyFee(100, true, Monday, Monday).Codes());
        Assert.Empty(request.WhyNotNotifyFee(100, false, Monday, Monday));
    }

    [Theory]
    [InlineData(DeliveryForm.Email, true)]
    [InlineData(DeliveryForm.Online, true)]
    [InlineData(DeliveryForm.ElectronicCopy, false)]
    [InlineData(DeliveryForm.Paper, false)]
    [InlineData(DeliveryForm.Inspection, false)]
    public void Electronic_service_needs_the_applicant_to_have_asked_for_mail_or_the_site(DeliveryForm delivery, bool may) =>
        Assert.Equal(may ? [] : ["service.electronicNotAsked"], Signed(delivery: delivery).WhyNotServe(ServiceMode.Electronic, false, Monday).Codes());
}
