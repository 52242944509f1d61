using System.Globalization;
using Gongkai.Core.Calendar;
using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;

namespace Gongkai.UseCases.Requests;

/// <summary>各种类别给人看的说法，两个站点与文书同用。</summary>
public static class Say
{
    /// <summary>申请人类别，表三的列名。</summary>
    public static string Of(ApplicantKind kind) => kind switch
    {
        ApplicantKind.Person => "自然人",
        ApplicantKind.Business => "商业企业",
        ApplicantKind.Research => "科研机构",
        ApplicantKind.SocialOrg => "社会公益组织",
        ApplicantKind.LegalService => "法律服务机构",
        ApplicantKind.OtherOrg => "其他法人或者组织",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>渠道。</summary>
    public static string Of(ReceiptChannel channel) => channel switch
    {
        ReceiptChannel.Counter => "当面提交",
        ReceiptChannel.RegisteredPost => "邮寄（签收）",
        ReceiptChannel.OrdinaryPost => "邮寄（平信）",
        ReceiptChannel.Internet => "网上提交",
        ReceiptChannel.Fax => "传真",
        ReceiptChannel.Email => "电子邮件",
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };

    /// <summary>获取信息的方式。</summary>
    public static string Of(DeliveryForm form) => form switch
    {
        DeliveryForm.Paper => "纸质件",
        DeliveryForm.Email => "电子邮件",
        DeliveryForm.Online => "网上查看、下载",
        DeliveryForm.ElectronicCopy => "复制电子数据",
        DeliveryForm.Inspection => "现场查阅、抄录",
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    /// <summary>日子，如 2026年3月5日。</summary>
    public static string Of(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>一件事的短名，用在说日子先后的话里。</summary>
    public static string NameOf(RequestEvent happened) => happened switch
    {
        Submitted => "申请到达",
        SplitOff or RequestSplit => "拆开",
        ReceiptConfirmed => "确认收到",
        Registered => "登记",
        Assigned => "交办",
        SupplementAsked => "告知补正",
        SupplementReceived => "收到补正",
        ReasonsAsked => "要求说明理由",
        ReasonsReceived => "收到理由说明",
        ConsultationSent => "征求意见",
        ConsultationAnswered => "收到意见",
        ObjectionOverridden => "因公共利益决定公开",
        FeeNotified => "收费通知",
        NoticeServed => "记下送达之日",
        FeePaid => "缴费",
        ExtensionProposed => "提出延长",
        ExtensionReturned => "退回延长",
        ReplyPeriodExtended => "延长答复",
        ReplyDelayed => "延迟答复",
        ReplyDrafted => "拟稿",
        ReplyReviewed => "审查",
        ReplyReturned => "签发退回",
        ReplySigned => "签发",
        ReplyServed => "送达",
        RequestWithdrawn => "撤回",
        RequestLapsed => "不再处理",
        RequestMerged => "并案",
        RedoOrdered => "重新处理",
        RequestArchived => "归档",
        _ => throw new ArgumentOutOfRangeException(nameof(happened)),
    };

    /// <summary>期限为什么是暂定的；推算到元旦、劳动节、国庆节的，说明还会往后移。</summary>
    public static string Provisional(DateOnly due) =>
        $"那时的放假安排还没有公布{(FixedHolidays.NameOf(due) is { } holiday ? $"；那一天是{holiday}，公布之后期限会往后移" : "")}";

    /// <summary>自收到之日起算期限的通知。</summary>
    public static string Of(NoticeKind notice) => notice switch
    {
        NoticeKind.Supplement => "补正告知书",
        NoticeKind.Reasons => "说明理由告知书",
        NoticeKind.Consultation => "征求意见书",
        NoticeKind.Fee => "收费通知",
        _ => throw new ArgumentOutOfRangeException(nameof(notice)),
    };

    /// <summary>办到了哪一步。</summary>
    public static string Of(RequestStage stage) => stage switch
    {
        RequestStage.AwaitingConfirmation => "待确认收到",
        RequestStage.Received => "待登记",
        RequestStage.Handling => "办理中",
        RequestStage.ExtensionProposed => "待同意延长",
        RequestStage.Drafted => "审查签发中",
        RequestStage.AwaitingService => "待送达",
        RequestStage.Concluded => "已办结",
        RequestStage.Archived => "已归档",
        RequestStage.Merged => "已并案",
        RequestStage.Split => "已拆开",
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };

    /// <summary>时钟的样子。</summary>
    public static string Of(ClockState state) => state switch
    {
        ClockState.Running => "计时中",
        ClockState.Suspended => "征求意见，暂停计时",
        ClockState.AwaitingSupplement => "等待补正",
        ClockState.AwaitingFee => "等待缴费",
        ClockState.Lapsed => "申请人逾期未补正或者未缴费",
        ClockState.Unconfirmed => "收到日待确认",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>征求谁的意见。</summary>
    public static string Of(ConsultedParty party) => party switch
    {
        ConsultedParty.ThirdParty => "第三方",
        ConsultedParty.CoProducer => "共同制作机关",
        ConsultedParty.OtherAgency => "其他机关",
        _ => throw new ArgumentOutOfRangeException(nameof(party)),
    };

    /// <summary>被征求意见一方怎么说。到期没有答复的，后果看是谁：第三方的由本机关决定（第三十二条），共同制作机关的视为同意（第三十四条）。</summary>
    /// <param name="position">意见。</param>
    /// <param name="party">谁的。</param>
    public static string Of(ConsultationPosition position, ConsultedParty party) => (position, party) switch
    {
        (ConsultationPosition.Silent, ConsultedParty.CoProducer) => "到期没有答复，视为同意公开",
        (ConsultationPosition.Silent, ConsultedParty.ThirdParty) => "到期没有答复，由本机关决定",
        _ => Of(position),
    };

    /// <summary>被征求意见一方怎么说，不论是谁。</summary>
    public static string Of(ConsultationPosition position) => position switch
    {
        ConsultationPosition.Agrees => "同意公开",
        ConsultationPosition.ObjectsWithReason => "不同意公开，理由成立",
        ConsultationPosition.ObjectsWithoutReason => "不同意公开，没有合理理由",
        ConsultationPosition.Silent => "到期没有答复",
        ConsultationPosition.Informs => "已回复",
        ConsultationPosition.AgreesInPart => "同意公开一部分，其余不同意，理由成立",
        _ => throw new ArgumentOutOfRangeException(nameof(position)),
    };
}
