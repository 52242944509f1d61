using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;

namespace Gongkai.Workbench.Cases.Acts;

/// <summary>收到征求意见的答复。</summary>
public sealed class ConsultAnswerForm : ActForm
{
    /// <inheritdoc/>
    public override string Key => "consult-answer";

    /// <inheritdoc/>
    public override string Title => "收到意见";

    /// <inheritdoc/>
    public override string About => "记下被征求意见一方的答复；对方的期限过了没有答复的，记为到期没有答复。自次日起接着计算期限。";

    /// <inheritdoc/>
    public override IReadOnlyList<ActField> Fields(ActScene scene) =>
    [
        new("Id", "哪一次征求", FieldKind.Choice) { Choices = [("", "请选择"), .. Open(scene.View).Select(c => (c.Sent.Id, $"{scene.View.ConsultedName(c.Sent.Id)}（{UseCases.Requests.Say.Of(c.Sent.To)}），{WebKit.ChinaTime.Say(c.Sent.On)}发出"))] },
        new("Position", "怎么说", FieldKind.Choice) { Choices = [("", "请选择"), .. Open(scene.View).SelectMany(c => ConsultationPositions.For(c.Sent.To)).Distinct().Select(p => (p.ToString(), SayOf(p, scene.View)))], Hint = PositionHint(scene.View) },
    ];

    /// <inheritdoc/>
    public override RequestAct Read(ActInput input, ActScene scene) => new AnswerConsultation(
        input.Day("On", DayLabel), input.OneOf("Id", "哪一次征求", Open(scene.View).Select(c => c.Sent.Id)), input.One<ConsultationPosition>("Position", "答复的意见"));

    /// <inheritdoc/>
    public override RequestAct Probe(CaseView view) => new AnswerConsultation(view.Today, Open(view).FirstOrDefault()?.Sent.Id ?? "", Open(view).FirstOrDefault() is { } asked ? ConsultationPositions.For(asked.Sent.To)[0] : ConsultationPosition.Agrees);

    // 几种对方都还没有答复时，各种意见都在表上，说明哪些是谁的。
    private static string? PositionHint(CaseView view) => Open(view).Any(c => c.Sent.To == ConsultedParty.OtherAgency)
        ? "“已回复”只用于协办的其他机关；第三方、共同制作机关的，选同意还是不同意。"
        : "同意公开一部分、其余不同意但没有合理理由的，选“不同意公开，没有合理理由”。";

    // 还没有答复的只有一种对方，才说得出沉默的后果。
    private static string SayOf(ConsultationPosition position, CaseView view) =>
        Open(view).Select(c => c.Sent.To).Distinct().ToList() is [var only] ? UseCases.Requests.Say.Of(position, only) : UseCases.Requests.Say.Of(position);

    private static IEnumerable<ConsultationRecord> Open(CaseView view) => view.Request.Consultations.Where(c => c.Answer is null);
}

/// <summary>公共利益的例外。</summary>
public sealed class OverrideForm : ActForm
{
    /// <inheritdoc/>
    public override string Key => "override";

    /// <inheritdoc/>
    public override string Title => "因公共利益决定公开";

    /// <inheritdoc/>
    public override string About => "第三方不同意、但认为不公开可能对公共利益造成重大影响的，可以决定公开，并把决定公开的内容和理由书面告知第三方（《条例》第三十二条）。同时出给第三方的告知书。";

    /// <inheritdoc/>
    public override IReadOnlyList<ActField> Fields(ActScene scene) =>
    [
        new("Id", "哪一次征求", FieldKind.Choice) { Choices = [("", "请选择"), .. Answered(scene.View).Select(c => (c.Sent.Id, $"{scene.View.ConsultedName(c.Sent.Id)}：{UseCases.Requests.Say.Of(c.Answer!.Position)}"))] },
        new("Recipient", "第三方的姓名或者名称") { Maximum = 100 },
        new("RecipientIsPerson", "第三方是自然人", FieldKind.Check),
        new("Disclosed", "决定公开的内容") { Maximum = 500 },
        new("Reasons", "理由", FieldKind.Area),
    ];

    /// <inheritdoc/>
    public override RequestAct Read(ActInput input, ActScene scene) => new OverrideObjection(
        input.Day("On", DayLabel), input.OneOf("Id", "哪一次征求", Answered(scene.View).Select(c => c.Sent.Id)),
        new LetterWording { Recipient = input.Text("Recipient"), RecipientIsPerson = input.Is("RecipientIsPerson"), Disclosed = input.Text("Disclosed"), Reasons = input.Text("Reasons") });

    /// <inheritdoc/>
    public override RequestAct Probe(CaseView view) => new OverrideObjection(view.Today, Answered(view).FirstOrDefault()?.Sent.Id ?? "", new LetterWording());

    private static IEnumerable<ConsultationRecord> Answered(CaseView view) =>
        view.Request.Consultations.Where(c => c is { Answer: not null, OverriddenOn: null, Sent.To: ConsultedParty.ThirdParty });
}

/// <summary>完成缴费。</summary>
public sealed class PayForm : ActForm
{
    /// <inheritdoc/>
    public override string Key => "pay";

    /// <inheritdoc/>
    public override string Title => "收到缴费";

    /// <inheritdoc/>
    public override string About => "申请人完成缴费之日起，期限重新计算（国办函〔2020〕109号第六条）。";

    /// <inheritdoc/>
    public override string DayLabel => "完成缴费之日";

    /// <inheritdoc/>
    public override bool RecordsAnothersAct => true;

    /// <inheritdoc/>
    public override RequestAct Read(ActInput input, ActScene scene) => new PayFee(input.Day("On", DayLabel));

    /// <inheritdoc/>
    public override RequestAct Probe(CaseView view) => new PayFee(view.Today);
}

/// <summary>送达。</summary>
public sealed class ServeForm : ActForm
{
    /// <inheritdoc/>
    public override string Key => "serve";

    /// <inheritdoc/>
    public override string Title => "送达";

    /// <inheritdoc/>
    public override string About => "直接送达、委托送达以签收之日为准，邮寄以交邮之日为准（只能经邮政企业），电子送达以进入申请人指定系统之日为准。送达之后本件办结，申请人在网上看得到答复。";

    /// <inheritdoc/>
    public override string DayLabel => "送达之日";

    /// <inheritdoc/>
    public override IReadOnlyList<ActField> Fields(ActScene scene) =>
    [
        new("Mode", "送达方式", FieldKind.Choice)
        {
            Hint = $"申请人要求的获取方式：{UseCases.Requests.Say.Of(scene.View.Request.Submission.Delivery)}。",
            Choices = [("", "请选择"), .. Enum.GetValues<ServiceMode>().Select(m => (m.ToString(), CaseWords.Of(m)))],
        },
        new("IsPostalService", "邮寄的，是交给邮政企业寄的", FieldKind.Check),
        new("Proof", "凭证") { Hint = "邮政单号或者送达回证编号；电子送达可以空着。", Maximum = 100 },
    ];

    /// <inheritdoc/>
    public override RequestAct Read(ActInput input, ActScene scene) =>
        new ServeReply(input.Day("On", DayLabel), input.One<ServiceMode>("Mode", "送达方式"), input.Is("IsPostalService"), input.Text("Proof"));

    /// <inheritdoc/>
    public override RequestAct Probe(CaseView view) => new ServeReply(view.Today, ServiceMode.Counter, false, "");
}

/// <summary>撤回。</summary>
public sealed class WithdrawForm : ActForm
{
    /// <inheritdoc/>
    public override string Key => "withdraw";

    /// <inheritdoc/>
    public override string Title => "申请人撤回";

    /// <inheritdoc/>
    public override string About => "申请人以书面或者口头撤回的，记下之后本件办结。网上撤回的会自动记下。";

    /// <inheritdoc/>
    public override IReadOnlyList<ActField> Fields(ActScene scene) => [new("Text", "申请人的话", FieldKind.Area) { Hint = "可以空着。" }];

    /// <inheritdoc/>
    public override RequestAct Read(ActInput input, ActScene scene) => new WithdrawRequest(input.Day("On", DayLabel), input.Text("Text"));

    /// <inheritdoc/>
    public override RequestAct Probe(CaseView view) => new WithdrawRequest(view.Today, "");
}

/// <summary>不再处理。</summary>
public sealed class LapseForm : ActForm
{
    /// <inheritdoc/>
    public override string Key => "lapse";

    /// <inheritdoc/>
    public override string Title => "不再处理";

    /// <inheritdoc/>
    public override string About => "申请人无正当理由逾期不补正，或者逾期没有缴费，视为放弃，不再处理（《条例》第三十条，国办函〔2020〕109号第六条）。";

    /// <inheritdoc/>
    public override RequestAct Read(ActInput input, ActScene scene) => new LapseRequest(input.Day("On", DayLabel));

    /// <inheritdoc/>
    public override RequestAct Probe(CaseView view) => new LapseRequest(view.Today);
}

/// <summary>重新处理。</summary>
public sealed class RedoForm : ActForm
{
    /// <inheritdoc/>
    public override string Key => "redo";

    /// <inheritdoc/>
    public override string Title => "重新处理";

    /// <inheritdoc/>
    public override string About => "依复议决定、判决，或者本机关自行纠正，重新作出答复；没有写明期限的，20 个工作日。";

    /// <inheritdoc/>
    public override string DayLabel => "收到决定、判决之日";

    /// <inheritdoc/>
    public override IReadOnlyList<ActField> Fields(ActScene scene) =>
    [
        new("Cause", "缘由", FieldKind.Choice) { Choices = [("", "请选择"), .. Enum.GetValues<RedoCause>().Select(c => (c.ToString(), CaseWords.Of(c)))] },
        new("Document", "决定书、裁判文书的文号（需要时填）") { Hint = "写进答复书；自行纠正的不填。只写文号，不写当事人。", Maximum = 60 },
        new("Days", "几个工作日内", FieldKind.Number) { Default = "20", Hint = "决定、判决没有写明的，20 个工作日。" },
        new("Fixed", "期限从哪里来", FieldKind.Choice) { Choices = [("false", "没有写明，按《条例》第三十三条"), ("true", "决定、判决写明的")], Hint = "写明的是命令的期限，本机关不能自己延长；没有写明的，可以依第三十三条延长一次。都不能再要求补正。" },
    ];

    /// <inheritdoc/>
    public override RequestAct Read(ActInput input, ActScene scene) => new OrderRedo(input.Day("On", DayLabel), input.One<RedoCause>("Cause", "缘由"), input.Number("Days", "工作日数"), input.OneOf("Fixed", "期限从哪里来", ["false", "true"]) == "true", input.Text("Document"));

    /// <inheritdoc/>
    public override RequestAct Probe(CaseView view) => new OrderRedo(view.Today, RedoCause.OwnCorrection, 20);
}

/// <summary>归档。</summary>
public sealed class ArchiveForm : ActForm
{
    /// <inheritdoc/>
    public override string Key => "archive";

    /// <inheritdoc/>
    public override string Title => "归档";

    /// <inheritdoc/>
    public override string About => "按本单位的保管期限表归档。保管期满先鉴定：续存，或者可以销毁；同意销毁的，申请人资料随密钥销毁，登记与统计还在。永久保管的不鉴定、不销毁。";

    /// <inheritdoc/>
    public override IReadOnlyList<ActField> Fields(ActScene scene) =>
    [
        new("RetentionCode", "保管期限表里的代号") { Maximum = 40 },
        new("Years", "保管几年", FieldKind.Number) { Default = Say(Math.Max(1, scene.View.Agency.RetentionYears)), Hint = "永久保管的留空。" },
    ];

    /// <inheritdoc/>
    public override RequestAct Read(ActInput input, ActScene scene) =>
        new ArchiveRequest(input.Day("On", DayLabel), input.Text("RetentionCode"), input.Text("Years").Length == 0 ? null : input.Number("Years", "保管年数"));

    /// <inheritdoc/>
    public override RequestAct Probe(CaseView view) => new ArchiveRequest(view.Today, "代号", 10);
}
