using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.Letters.Templates;
using Gongkai.UseCases.Requests;

namespace Gongkai.Workbench.Cases;

/// <summary>工作台上才用的说法：时间线、期限的账、文书与审查的名字。</summary>
public static class CaseWords
{
    /// <summary>一个事件，一句话。</summary>
    public static string Of(RequestEvent happened, CaseView view) => happened switch
    {
        Submitted e => $"{Say.Of(e.Channel)}申请",
        SplitOff => "由一份含几项内容的申请拆出",
        ReceiptConfirmed when view.Request.Submission.Channel == ReceiptChannel.Internet => "即时回执，确认收到",
        ReceiptConfirmed => "与申请人确认收到",
        Registered => "登记",
        Assigned e => $"交办{(e.Unit.Length > 0 ? $"：{e.Unit}" : "")}{(e.Person is { } person ? $"，{Name(person, view.Staff)}承办" : "")}",
        SupplementAsked e => $"告知补正，{e.Days} 个工作日内{Served(e.ServedOn, e.On)}",
        SupplementReceived { IsLate: true } => "收到迟到的补正，理由正当，期限重新计算",
        SupplementReceived => "收到补正，期限重新计算",
        ReasonsAsked e => $"要求说明理由，{e.Days} 个工作日内{Served(e.ServedOn, e.On)}",
        ReasonsReceived e => e.Reasonable ? "收到理由说明，认定合理" : "收到理由说明，认定不合理",
        ConsultationSent e => $"征求{Say.Of(e.To)}意见：{view.ConsultedName(e.Id)}{Served(e.ServedOn, e.On)}",
        ConsultationAnswered e => $"{view.ConsultedName(e.Id)}的意见：{(view.Request.Consultations.LastOrDefault(c => c.Sent.Id == e.Id) is { } asked ? Say.Of(e.Position, asked.Sent.To) : Say.Of(e.Position))}",
        ObjectionOverridden e => $"因公共利益决定公开，已书面告知{view.ConsultedName(e.Id)}",
        FeeNotified e => $"收费通知：{e.Yuan} 元（{(e.ByPage ? $"按量 {e.Quantity} 页" : $"按件，当月第 {e.Quantity} 件")}）{Served(e.ServedOn, e.On)}",
        NoticeServed e => $"{Say.Of(e.Notice)}在 {WebKit.ChinaTime.Say(e.ServedOn)}收到{(e.Id is { } id ? $"（{view.ConsultedName(id)}）" : "")}，期限从次日起算",
        FeePaid => "完成缴费，期限重新计算",
        ExtensionProposed e => $"提出延长 {e.WorkingDays} 个工作日，等负责人同意",
        ExtensionReturned => "不同意延长，退回",
        ReplyPeriodExtended e => $"延长答复期限 {e.WorkingDays} 个工作日，{ApprovedBy(e, view.Staff)}同意",
        ReplyDelayed e => $"告知延迟答复至 {WebKit.ChinaTime.Say(e.Until)}",
        ReplyDrafted e => $"拟出第 {e.Revision} 稿：{e.Decision.Outcome.Info().Title}",
        ReplyReviewed e => $"{Of(e.Kind)}{(e.Passed ? "通过" : "不通过，退回修改")}（第 {e.Revision} 稿）",
        ReplyReturned e => $"不签发，退回修改（第 {e.Revision} 稿）",
        ReplySigned e => $"签发（第 {e.Revision} 稿）",
        ReplyServed e => $"{Of(e.Mode)}，本件办结{(e.Proof.Length > 0 ? $"（凭证 {e.Proof}）" : "")}",
        RequestWithdrawn => "申请人撤回",
        RequestLapsed e => e.Outcome.Info().Title,
        RequestMerged => "并入先收到的一件",
        RequestSplit e => $"按一事一申请拆成 {e.Parts} 件",
        RedoOrdered e => $"{Of(e.Cause)}{(e.Document.Length > 0 ? $"（{e.Document}）" : "")}，{e.WorkingDays} 个工作日内重新处理{(e.IsFixed ? "（写明的期限）" : "")}",
        RequestArchived e => $"归档，代号 {e.RetentionCode}，{(e.Years is { } years ? $"保管 {years} 年" : "永久保管")}",
        RetentionAppraised e => e.Verdict == AppraisalVerdict.Keep ? $"保管期满鉴定：续存 {e.Years} 年（{e.Reason}）" : $"保管期满鉴定：可以销毁（{e.Reason}），等另一人批准",
        ApplicantDestroyed => "批准销毁，申请人资料已经销毁",
        _ => throw new ArgumentOutOfRangeException(nameof(happened)),
    };

    /// <summary>一份还不知道哪一天收到的通知。</summary>
    public static string Of(PendingNotice pending, CaseView view) =>
        $"{Say.Of(pending.Notice)}{(pending.Id is { } id ? $"（{view.ConsultedName(id)}）" : "")}，{WebKit.ChinaTime.Say(pending.SentOn)}发出";

    /// <summary>审查的种类。</summary>
    public static string Of(ReviewKind kind) => kind == ReviewKind.Legal ? "合法性审查" : "保密审查";

    /// <summary>送达方式。</summary>
    public static string Of(ServiceMode mode) => mode switch
    {
        ServiceMode.Counter => "直接送达",
        ServiceMode.Entrusted => "委托送达",
        ServiceMode.Post => "邮寄送达",
        ServiceMode.Electronic => "电子送达",
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };

    /// <summary>重新处理的缘由。</summary>
    public static string Of(RedoCause cause) => cause switch
    {
        RedoCause.Reconsideration => "依行政复议决定",
        RedoCause.Judgment => "依法院判决",
        RedoCause.OwnCorrection => "本机关自行纠正",
        _ => throw new ArgumentOutOfRangeException(nameof(cause)),
    };

    /// <summary>期限的账里为什么这样算。</summary>
    public static string Of(LedgerReason reason) => reason switch
    {
        LedgerReason.Received => "收到申请",
        LedgerReason.AwaitingSupplement => "等待补正，其后重新计算",
        LedgerReason.AwaitingFee => "等待缴费",
        LedgerReason.Restart => "重新计算的起点",
        LedgerReason.Counted => "工作日，计入",
        LedgerReason.MakeUp => "调休上班，计入",
        LedgerReason.RegionalWork => "地区上班日，计入",
        LedgerReason.Weekend => "周末，不计",
        LedgerReason.Holiday => "放假，不计",
        LedgerReason.RegionalOff => "地区放假，不计",
        LedgerReason.Consultation => "征求意见，不计",
        LedgerReason.Reasons => "等待说明理由，不计",
        LedgerReason.Extension => "告知延长",
        LedgerReason.Provisional => "放假安排还没有公布，暂定",
        LedgerReason.Lapsed => "逾期，不再处理",
        LedgerReason.Due => "答复期限届满",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>文书的名称，如「补正告知书」。</summary>
    public static string OfLetter(string type) => LetterTemplates.Default.Of(Enum.Parse<Letters.LetterType>(type)).Name;

    /// <summary>申请人那句话说的是什么。</summary>
    public static string OfSaid(string about) => about switch
    {
        "supplement" => "补正",
        "reasons" => "说明理由",
        "withdrawal" => "撤回",
        "fee" => "告知缴费",
        _ => "留言",
    };

    /// <summary>文件作什么用。</summary>
    public static string OfFile(string purpose) => purpose switch
    {
        "identity" => "身份证明",
        "authorisation" => "授权委托",
        "supplement" => "补正材料",
        AttachFiles.Disclosed => "随答复提供",
        AttachFiles.Working => "办理材料",
        AttachFiles.SetAside => "已撤下，不提供",
        _ => "其他材料",
    };

    /// <summary>谁做的；网上提交的即时回执是系统做的。</summary>
    public static string ActorOf(string id, RequestEvent happened, IReadOnlyDictionary<string, string> staff) =>
        ActorOf(happened is ReceiptConfirmed && id == "applicant" ? "system" : id, staff);

    /// <summary>谁做的。</summary>
    public static string ActorOf(string id, IReadOnlyDictionary<string, string> staff) => id switch
    {
        "applicant" => "申请人",
        "system" => "系统",
        "cli" => "命令行",
        _ => staff.GetValueOrDefault(id, "已离任的人员"),
    };

    private static string Served(DateOnly? served, DateOnly sent) => served is { } day && day != sent ? $"，{WebKit.ChinaTime.Say(day)}收到" : "";

    // 早先手填的是姓名，现在是账号。
    private static string ApprovedBy(ReplyPeriodExtended extended, IReadOnlyDictionary<string, string> staff) =>
        Guid.TryParse(extended.ApprovedBy, out var person) ? Name(person, staff) : extended.ApprovedBy;

    private static string Name(Guid person, IReadOnlyDictionary<string, string> staff) => staff.GetValueOrDefault(person.ToString("D"), "已离任的人员");
}
