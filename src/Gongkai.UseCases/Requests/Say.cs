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

    /// <summary>办到了哪一步。</summary>
    public static string Of(RequestStage stage) => stage switch
    {
        RequestStage.AwaitingConfirmation => "待确认收到",
        RequestStage.Received => "待登记",
        RequestStage.Handling => "办理中",
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

    /// <summary>被征求意见一方怎么说。</summary>
    public static string Of(ConsultationPosition position) => position switch
    {
        ConsultationPosition.Agrees => "同意公开",
        ConsultationPosition.ObjectsWithReason => "不同意公开，理由成立",
        ConsultationPosition.ObjectsWithoutReason => "不同意公开，没有合理理由",
        ConsultationPosition.Silent => "到期没有答复",
        ConsultationPosition.Informs => "已回复",
        _ => throw new ArgumentOutOfRangeException(nameof(position)),
    };
}
