using Gongkai.Core.Calendar;
using Gongkai.Core.Requests;

namespace Gongkai.Core.Tests.Requests;

/// <summary>测试里常用的一件申请：2025 年 9 月 22 日网上提交，国庆调休就在后面。</summary>
internal static class Given
{
    public static readonly DateOnly Monday = new(2025, 9, 22);
    public static readonly Guid Drafter = new("00000000-0000-0000-0000-000000000001");
    public static readonly Guid Reviewer = new("00000000-0000-0000-0000-000000000002");
    public static readonly Guid Head = new("00000000-0000-0000-0000-000000000004");
    public static readonly Guid Leader = new("00000000-0000-0000-0000-000000000003");

    // 国庆 2025：10 月 1 至 8 日放假，9 月 28 日、10 月 11 日上班。
    public static readonly WorkingDayCalendar Calendar = new([new HolidayNotice(
        2025,
        Enumerable.Range(1, 8).Select(d => new DateOnly(2025, 10, d)),
        [new DateOnly(2025, 9, 28), new DateOnly(2025, 10, 11)])]);

    public static DisclosureRequest Submitted(
        ReceiptChannel channel = ReceiptChannel.Internet, RequestSettings? settings = null, DeliveryForm delivery = DeliveryForm.Online, RequestMatter matter = RequestMatter.Disclosure) =>
        DisclosureRequest.Submit(new Submitted(Monday, channel, matter, ApplicantKind.Person, delivery), settings ?? RequestSettings.Default, Calendar);

    public static DisclosureRequest Registered(RequestSettings? settings = null, DeliveryForm delivery = DeliveryForm.Online, RequestMatter matter = RequestMatter.Disclosure)
    {
        var request = Submitted(settings: settings, delivery: delivery, matter: matter);
        request.Register(Monday);
        return request;
    }

    public static DisclosureRequest Signed(Outcome outcome = Outcome.Granted, DeliveryForm delivery = DeliveryForm.Online)
    {
        var request = Registered(delivery: delivery);
        request.DraftReply(new Decision(outcome), "d1", Drafter, Monday);
        request.Review(ReviewKind.Legal, true, Reviewer, Monday);
        request.Review(ReviewKind.Secrecy, true, Reviewer, Monday);
        request.Sign("d1", Leader, Monday);
        return request;
    }

    public static DisclosureRequest Served(Outcome outcome = Outcome.Granted)
    {
        var request = Signed(outcome);
        request.Serve(ServiceMode.Electronic, false, "", Monday.AddDays(1));
        return request;
    }

    /// <summary>经办人提出，负责人当天同意。</summary>
    public static void Extend(this DisclosureRequest request, int days, DateOnly on)
    {
        request.ProposeExtension(days, Drafter, on);
        request.ApproveExtension(Head, on);
    }

    public static string[] Codes(this IEnumerable<Refusal> reasons) => [.. reasons.Select(r => r.Code)];
}
