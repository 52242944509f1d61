using System.Text.Json.Serialization;
using Gongkai.Core.Requests.Clock;

namespace Gongkai.Core.Requests;

/// <summary>一件申请上发生的一件事。只增不改；不含个人信息。</summary>
/// <param name="On">发生在哪一天（中国）。</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Submitted), "submitted")]
[JsonDerivedType(typeof(SplitOff), "splitOff")]
[JsonDerivedType(typeof(ReceiptConfirmed), "receiptConfirmed")]
[JsonDerivedType(typeof(Registered), "registered")]
[JsonDerivedType(typeof(Assigned), "assigned")]
[JsonDerivedType(typeof(SupplementAsked), "supplementAsked")]
[JsonDerivedType(typeof(SupplementReceived), "supplementReceived")]
[JsonDerivedType(typeof(ReasonsAsked), "reasonsAsked")]
[JsonDerivedType(typeof(ReasonsReceived), "reasonsReceived")]
[JsonDerivedType(typeof(ConsultationSent), "consultationSent")]
[JsonDerivedType(typeof(ConsultationAnswered), "consultationAnswered")]
[JsonDerivedType(typeof(ObjectionOverridden), "objectionOverridden")]
[JsonDerivedType(typeof(FeeNotified), "feeNotified")]
[JsonDerivedType(typeof(NoticeServed), "noticeServed")]
[JsonDerivedType(typeof(FeePaid), "feePaid")]
[JsonDerivedType(typeof(ExtensionProposed), "extensionProposed")]
[JsonDerivedType(typeof(ExtensionReturned), "extensionReturned")]
[JsonDerivedType(typeof(ReplyPeriodExtended), "extended")]
[JsonDerivedType(typeof(ReplyDelayed), "delayed")]
[JsonDerivedType(typeof(ReplyDrafted), "drafted")]
[JsonDerivedType(typeof(ReplyReviewed), "reviewed")]
[JsonDerivedType(typeof(ReplyReturned), "returned")]
[JsonDerivedType(typeof(ReplySigned), "signed")]
[JsonDerivedType(typeof(ReplyServed), "served")]
[JsonDerivedType(typeof(RequestWithdrawn), "withdrawn")]
[JsonDerivedType(typeof(RequestLapsed), "lapsed")]
[JsonDerivedType(typeof(RequestMerged), "merged")]
[JsonDerivedType(typeof(RequestSplit), "split")]
[JsonDerivedType(typeof(RedoOrdered), "redoOrdered")]
[JsonDerivedType(typeof(RequestArchived), "archived")]
[JsonDerivedType(typeof(RetentionAppraised), "appraised")]
[JsonDerivedType(typeof(ApplicantDestroyed), "destroyed")]
public abstract record RequestEvent(DateOnly On);

/// <summary>提交。</summary>
/// <param name="On">当面提交之日、签收之日，其他渠道为到达之日。</param>
/// <param name="Channel">渠道。</param>
/// <param name="Matter">事项。</param>
/// <param name="Applicant">申请人类别。</param>
/// <param name="Delivery">要求的获取方式。</param>
public sealed record Submitted(DateOnly On, ReceiptChannel Channel, RequestMatter Matter, ApplicantKind Applicant, DeliveryForm Delivery) : RequestEvent(On);

/// <summary>由一件含多项内容的申请拆出。</summary>
/// <param name="On">哪一天拆的。</param>
/// <param name="Parent">原来那一件。</param>
/// <param name="IsCounted">计入表三。隔年拆开的只有第一件计，接着原来那一件：上年年报已经把它报作一件结转。</param>
public sealed record SplitOff(DateOnly On, Guid Parent, bool IsCounted = true) : RequestEvent(On);

/// <summary>与申请人双方确认收到：确认之日为收到之日（条例第三十一条）。</summary>
public sealed record ReceiptConfirmed(DateOnly On) : RequestEvent(On);

/// <summary>登记。</summary>
public sealed record Registered(DateOnly On) : RequestEvent(On);

/// <summary>交给承办单位。</summary>
/// <param name="On">哪一天。</param>
/// <param name="Unit">承办的科室。</param>
/// <param name="Person">承办人的账号；没有指定到人时为 null。</param>
public sealed record Assigned(DateOnly On, string Unit, Guid? Person) : RequestEvent(On);

/// <summary>告知补正（条例第三十条）。</summary>
/// <param name="On">哪一天。</param>
/// <param name="Days">给申请人多少个工作日，自收到告知书起算。</param>
/// <param name="ServedOn">申请人收到之日；还不知道时为 null。</param>
public sealed record SupplementAsked(DateOnly On, int Days, DateOnly? ServedOn = null) : RequestEvent(On);

/// <summary>收到补正：期限自这一天重新计算。</summary>
/// <param name="On">哪一天。</param>
/// <param name="IsLate">过了补正期限，但有正当理由（条例第三十条：无正当理由逾期不补正的才视为放弃）。</param>
public sealed record SupplementReceived(DateOnly On, bool IsLate = false) : RequestEvent(On);

/// <summary>要求说明理由（条例第三十五条）。</summary>
/// <param name="On">哪一天。</param>
/// <param name="Days">给申请人多少个工作日，自收到告知书起算。</param>
/// <param name="ServedOn">申请人收到之日；还不知道时为 null。</param>
public sealed record ReasonsAsked(DateOnly On, int Days, DateOnly? ServedOn = null) : RequestEvent(On);

/// <summary>收到申请人说明的理由。</summary>
/// <param name="On">哪一天。</param>
/// <param name="Reasonable">理由是否合理。</param>
public sealed record ReasonsReceived(DateOnly On, bool Reasonable) : RequestEvent(On);

/// <summary>发出征求意见书或协办函（条例第三十二至三十四条）。</summary>
/// <param name="On">发出之日。</param>
/// <param name="Id">本件之内的代号。</param>
/// <param name="To">向谁。</param>
/// <param name="ServedOn">对方收到之日；还不知道时为 null。</param>
public sealed record ConsultationSent(DateOnly On, string Id, ConsultedParty To, DateOnly? ServedOn) : RequestEvent(On);

/// <summary>被征求意见一方的答复。</summary>
public enum ConsultationPosition
{
    /// <summary>同意公开。</summary>
    Agrees,

    /// <summary>不同意，理由成立。</summary>
    ObjectsWithReason,

    /// <summary>不同意，没有合理理由。</summary>
    ObjectsWithoutReason,

    /// <summary>到期没有答复：第三方的由本机关依条例决定，共同制作机关的视为同意（条例第三十二条、第三十四条）。</summary>
    Silent,

    /// <summary>协办机关的一般回复。</summary>
    Informs,

    /// <summary>同意公开一部分，其余不同意，理由成立：其余部分等于不同意。</summary>
    AgreesInPart,
}

/// <summary>收到征求意见的答复，或到期未答复。</summary>
/// <param name="On">哪一天。</param>
/// <param name="Id">哪一次征求。</param>
/// <param name="Position">怎么说。</param>
public sealed record ConsultationAnswered(DateOnly On, string Id, ConsultationPosition Position) : RequestEvent(On);

/// <summary>因公共利益决定公开第三方不同意公开的内容，并已书面告知第三方（条例第三十二条）。</summary>
/// <param name="On">书面告知之日。</param>
/// <param name="Id">哪一次征求。</param>
public sealed record ObjectionOverridden(DateOnly On, string Id) : RequestEvent(On);

/// <summary>发出收费通知（国办函〔2020〕109号第六条）。</summary>
/// <param name="On">哪一天。</param>
/// <param name="ServedOn">申请人收到之日；还不知道时为 null。</param>
/// <param name="Yuan">数额，元。</param>
/// <param name="Quantity">件数或页数。</param>
/// <param name="ByPage">按页计为真，按件计为假。</param>
public sealed record FeeNotified(DateOnly On, DateOnly? ServedOn, int Yuan, int Quantity, bool ByPage) : RequestEvent(On);

/// <summary>记下先前的一份通知是哪一天收到的：所给的期限从那一天起算。</summary>
/// <param name="On">记下之日。</param>
/// <param name="Notice">哪一种通知。</param>
/// <param name="ServedOn">对方收到之日。</param>
/// <param name="Id">哪一次征求意见；别的通知为 null。</param>
public sealed record NoticeServed(DateOnly On, NoticeKind Notice, DateOnly ServedOn, string? Id = null) : RequestEvent(On);

/// <summary>完成缴费。</summary>
public sealed record FeePaid(DateOnly On) : RequestEvent(On);

/// <summary>提出延长答复期限，等负责人同意；时钟不动。</summary>
/// <param name="On">哪一天。</param>
/// <param name="WorkingDays">多少个工作日，1 至 20。</param>
/// <param name="By">提出人的账号。</param>
public sealed record ExtensionProposed(DateOnly On, int WorkingDays, Guid By) : RequestEvent(On);

/// <summary>负责人不同意延长，退回。</summary>
/// <param name="On">哪一天。</param>
/// <param name="By">负责人的账号。</param>
public sealed record ExtensionReturned(DateOnly On, Guid By) : RequestEvent(On);

/// <summary>负责人同意，延长答复期限（条例第三十三条）。</summary>
/// <param name="On">同意之日。</param>
/// <param name="WorkingDays">多少个工作日，1 至 20。</param>
/// <param name="ApprovedBy">同意的公开工作机构负责人的账号；早先的记录里是手填的姓名。</param>
public sealed record ReplyPeriodExtended(DateOnly On, int WorkingDays, string ApprovedBy) : RequestEvent(On);

/// <summary>确定延迟答复的合理期限（条例第三十五条）。</summary>
/// <param name="On">告知之日。</param>
/// <param name="Until">延迟到哪一天。</param>
public sealed record ReplyDelayed(DateOnly On, DateOnly Until) : RequestEvent(On);

/// <summary>拟出答复；改一稿就是新的一稿，前一稿的审查不再作数。</summary>
/// <param name="On">哪一天。</param>
/// <param name="Revision">第几稿，自 1 起。</param>
/// <param name="Decision">拟作的决定。</param>
/// <param name="Digest">草稿的摘要：审查与签发的就是这一稿。</param>
/// <param name="By">拟稿人的账号。</param>
public sealed record ReplyDrafted(DateOnly On, int Revision, Decision Decision, string Digest, Guid By) : RequestEvent(On);

/// <summary>审查的种类。</summary>
public enum ReviewKind
{
    /// <summary>合法性审查。</summary>
    Legal,

    /// <summary>保密审查（保密法第三十五条）。</summary>
    Secrecy,
}

/// <summary>审查答复稿。</summary>
/// <param name="On">哪一天。</param>
/// <param name="Revision">审的是第几稿。</param>
/// <param name="Kind">哪一种审查。</param>
/// <param name="Passed">是否通过；不通过的退回修改。</param>
/// <param name="By">审查人的账号。</param>
public sealed record ReplyReviewed(DateOnly On, int Revision, ReviewKind Kind, bool Passed, Guid By) : RequestEvent(On);

/// <summary>签发领导不签，退回修改。</summary>
/// <param name="On">哪一天。</param>
/// <param name="Revision">退的是第几稿。</param>
/// <param name="By">签发人的账号。</param>
public sealed record ReplyReturned(DateOnly On, int Revision, Guid By) : RequestEvent(On);

/// <summary>签发答复。</summary>
/// <param name="On">哪一天。</param>
/// <param name="Revision">签的是第几稿。</param>
/// <param name="By">签发人的账号。</param>
public sealed record ReplySigned(DateOnly On, int Revision, Guid By) : RequestEvent(On);

/// <summary>送达方式（国办公开办函〔2016〕235号；电子送达须申请人要求）。</summary>
public enum ServiceMode
{
    /// <summary>直接送达：签收当日为准。</summary>
    Counter,

    /// <summary>委托其他行政机关送达：签收当日为准。</summary>
    Entrusted,

    /// <summary>邮寄送达：只能经邮政企业，交邮当日为准。</summary>
    Post,

    /// <summary>电子送达：进入申请人指定系统之日为准。</summary>
    Electronic,
}

/// <summary>送达。</summary>
/// <param name="On">送达的时点：签收、交邮或进入系统之日。</param>
/// <param name="Mode">方式。</param>
/// <param name="Proof">凭证：邮政单号、回证编号；电子送达可空。</param>
public sealed record ReplyServed(DateOnly On, ServiceMode Mode, string Proof) : RequestEvent(On);

/// <summary>申请人撤回。</summary>
public sealed record RequestWithdrawn(DateOnly On) : RequestEvent(On);

/// <summary>逾期不补正或不缴费，不再处理。</summary>
/// <param name="On">哪一天。</param>
/// <param name="Outcome">哪一种。</param>
public sealed record RequestLapsed(DateOnly On, Outcome Outcome) : RequestEvent(On);

/// <summary>未答复期间重复提交的，并入先收到的一件。</summary>
/// <param name="On">哪一天。</param>
/// <param name="Into">并入哪一件。</param>
/// <param name="IsCounted">计入表三的其他处理；假为不再计。按并案那一天的口径记下，口径以后改了不回头改数。</param>
public sealed record RequestMerged(DateOnly On, Guid Into, bool IsCounted = false) : RequestEvent(On);

/// <summary>按一事一申请拆开（国办函〔2020〕109号第四条）。</summary>
/// <param name="On">哪一天。</param>
/// <param name="Parts">拆成几件。</param>
/// <param name="Ids">拆成的各件；早先的记录里没有。</param>
public sealed record RequestSplit(DateOnly On, int Parts, IReadOnlyList<Guid>? Ids = null) : RequestEvent(On);

/// <summary>为什么要重新处理。</summary>
public enum RedoCause
{
    /// <summary>行政复议决定。</summary>
    Reconsideration,

    /// <summary>法院判决。</summary>
    Judgment,

    /// <summary>本机关自行纠正。</summary>
    OwnCorrection,
}

/// <summary>重新处理：期限自这一天起算。</summary>
/// <param name="On">收到决定、判决之日。</param>
/// <param name="Cause">缘由。</param>
/// <param name="WorkingDays">多少个工作日；判决、复议决定没有写明的，默认 20（法释〔2025〕8号）。</param>
/// <param name="IsFixed">期限是复议决定、判决写明的：那是命令的期限，本机关不能自己延长。</param>
/// <param name="Document">决定书、裁判文书的文号；自行纠正的、早先的记录没有，为空。</param>
public sealed record RedoOrdered(DateOnly On, RedoCause Cause, int WorkingDays, bool IsFixed = false, string Document = "") : RequestEvent(On);

/// <summary>归档。</summary>
/// <param name="On">哪一天。</param>
/// <param name="RetentionCode">本单位期限表里的代号（档案法实施条例第十九条）。</param>
/// <param name="Years">保管多少年；永久的为 null。</param>
public sealed record RequestArchived(DateOnly On, string RetentionCode, int? Years) : RequestEvent(On);

/// <summary>保管期满的鉴定意见。</summary>
public enum AppraisalVerdict
{
    /// <summary>续存。</summary>
    Keep,

    /// <summary>可以销毁。</summary>
    Destroy,
}

/// <summary>保管期满鉴定（档案法实施条例第二十四条）。</summary>
/// <param name="On">哪一天。</param>
/// <param name="Verdict">续存还是可以销毁。</param>
/// <param name="Years">自这一天起续存几年；可以销毁的为 null。</param>
/// <param name="Reason">为什么，不含个人信息。</param>
/// <param name="By">鉴定人的账号。</param>
public sealed record RetentionAppraised(DateOnly On, AppraisalVerdict Verdict, int? Years, string Reason, Guid By) : RequestEvent(On);

/// <summary>批准并销毁了申请人资料、文件与题目；编号、经过与统计留着。</summary>
/// <param name="On">哪一天。</param>
/// <param name="By">批准人的账号。</param>
public sealed record ApplicantDestroyed(DateOnly On, Guid By) : RequestEvent(On);
