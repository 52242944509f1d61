using Gongkai.Core.Requests.Clock;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;

namespace Gongkai.Workbench.Cases.Acts;

/// <summary>告知补正。</summary>
public sealed class SupplementForm : ActForm
{
    /// <inheritdoc/>
    public override string Key => "supplement";

    /// <inheritdoc/>
    public override string Title => "告知补正";

    /// <inheritdoc/>
    public override string About => "申请内容不明确的，收到之日起 7 个工作日内一次性告知补正；收到补正之日起期限重新计算（《条例》第三十条）。同时出补正告知书。";

    /// <inheritdoc/>
    public override IReadOnlyList<ActField> Fields(ActScene scene) =>
    [
        new("Items", "要补正的事项", FieldKind.Area) { Hint = "一项一行，说明哪里不明确、怎样补正。只能告知一次，请写全。", Rows = 5, Default = string.Join('\n', Lacks(scene.View)) },
        new("Days", "补正期限（工作日）", FieldKind.Number) { Default = Say(scene.View.Request.Settings.Clock.SupplementAnswerDays), Hint = "从申请人收到的次日起数。" },
        ServiceForm.Field(scene),
    ];

    /// <inheritdoc/>
    public override RequestAct Read(ActInput input, ActScene scene) =>
        new AskForSupplement(input.Day("On", DayLabel), input.Number("Days", "补正期限"), new LetterWording { Items = input.Lines("Items") }, input.OptionalDay("ServedOn", ServiceForm.Label));

    /// <inheritdoc/>
    public override RequestAct Probe(CaseView view) => new AskForSupplement(view.Today, view.Request.Settings.Clock.SupplementAnswerDays, new LetterWording());

    // 纸件上缺的、写错的，替经办人先写上。
    private static IEnumerable<string> Lacks(CaseView view) =>
        view.Papers is { } papers ? FilingCheck.Lacks(papers.Applicant, papers.Description, view.Today).Select(l => l.Message.TrimEnd('。')) : [];
}

/// <summary>收到补正。</summary>
public sealed class SupplementReceivedForm : ActForm
{
    /// <inheritdoc/>
    public override string Key => "supplement-received";

    /// <inheritdoc/>
    public override string Title => "收到补正";

    /// <inheritdoc/>
    public override string About => "申请人用书面、电话记录等补正的，照原话录入；期限自收到补正之日重新计算（《条例》第三十条）。网上补正的会自动记下。";

    /// <inheritdoc/>
    public override string DayLabel => "收到补正之日";

    /// <inheritdoc/>
    public override bool RecordsAnothersAct => true;

    /// <inheritdoc/>
    public override IReadOnlyList<ActField> Fields(ActScene scene) => [new("Text", "补正的内容", FieldKind.Area) { Rows = 6 }];

    /// <inheritdoc/>
    public override RequestAct Read(ActInput input, ActScene scene) => new ReceiveSupplement(input.Day("On", DayLabel), input.Text("Text"));

    /// <inheritdoc/>
    public override RequestAct Probe(CaseView view) => new ReceiveSupplement(view.Today, "");
}

/// <summary>要求说明理由。</summary>
public sealed class ReasonsForm : ActForm
{
    /// <inheritdoc/>
    public override string Key => "reasons";

    /// <inheritdoc/>
    public override string Title => "要求说明理由";

    /// <inheritdoc/>
    public override string About => "申请的数量、频次明显超过合理范围的，可以要求申请人说明理由（《条例》第三十五条）。同时出说明理由告知书。";

    /// <inheritdoc/>
    public override IReadOnlyList<ActField> Fields(ActScene scene) =>
    [
        new("Volume", "数量、频次的情况") { Hint = "如：2026年1月至3月共提出申请 45 件。", Maximum = 500 },
        new("Items", "要说明的事项", FieldKind.Area) { Hint = "一项一行。" },
        new("Days", "期限（工作日）", FieldKind.Number) { Default = "10", Hint = "从申请人收到的次日起数。" },
        ServiceForm.Field(scene),
    ];

    /// <inheritdoc/>
    public override RequestAct Read(ActInput input, ActScene scene) =>
        new AskForReasons(input.Day("On", DayLabel), input.Number("Days", "期限"), new LetterWording { Volume = input.Text("Volume"), Items = input.Lines("Items") }, input.OptionalDay("ServedOn", ServiceForm.Label));

    /// <inheritdoc/>
    public override RequestAct Probe(CaseView view) => new AskForReasons(view.Today, 10, new LetterWording());
}

/// <summary>收到理由说明。</summary>
public sealed class ReasonsReceivedForm : ActForm
{
    /// <inheritdoc/>
    public override string Key => "reasons-received";

    /// <inheritdoc/>
    public override string Title => "收到理由说明";

    /// <inheritdoc/>
    public override string About => "认定理由合理的，可以按期答复，也可以确定延迟答复的合理期限；不合理的，可以不予处理（《条例》第三十五条）。";

    /// <inheritdoc/>
    public override IReadOnlyList<ActField> Fields(ActScene scene) =>
    [
        new("Text", "申请人说明的理由", FieldKind.Area),
        new("Reasonable", "认定", FieldKind.Choice) { Choices = [("", "请选择"), ("true", "理由合理"), ("false", "理由不合理")] },
    ];

    /// <inheritdoc/>
    public override RequestAct Read(ActInput input, ActScene scene) =>
        new ReceiveReasons(input.Day("On", DayLabel), input.OneOf("Reasonable", "认定", ["true", "false"]) == "true", input.Text("Text"));

    /// <inheritdoc/>
    public override RequestAct Probe(CaseView view) => new ReceiveReasons(view.Today, true, "");
}

/// <summary>延迟答复。</summary>
public sealed class DelayForm : ActForm
{
    /// <inheritdoc/>
    public override string Key => "delay";

    /// <inheritdoc/>
    public override string Title => "告知延迟答复";

    /// <inheritdoc/>
    public override string About => "申请人说明的理由合理，但无法在规定期限内答复的，可以确定延迟答复的合理期限并告知（《条例》第三十五条）。同时出延迟答复告知书。";

    /// <inheritdoc/>
    public override IReadOnlyList<ActField> Fields(ActScene scene) => [new("Until", "延迟到哪一天", FieldKind.Day), new("Reasons", "为什么延迟", FieldKind.Area) { Hint = "写进告知书。" }];

    /// <inheritdoc/>
    public override RequestAct Read(ActInput input, ActScene scene) =>
        new DelayReply(input.Day("On", DayLabel), input.Day("Until", "延迟到的日子"), new LetterWording { Reasons = input.Text("Reasons") });

    /// <inheritdoc/>
    public override RequestAct Probe(CaseView view) => new DelayReply(view.Today, (view.DueOn ?? view.Today).AddDays(1), new LetterWording());
}

/// <summary>征求意见。</summary>
public sealed class ConsultForm : ActForm
{
    /// <inheritdoc/>
    public override string Key => "consult";

    /// <inheritdoc/>
    public override string Title => "征求意见";

    /// <inheritdoc/>
    public override string About => "涉及第三方权益、由几个机关共同制作、要别的机关协助的，书面征求意见；所需时间不计入答复期限（《条例》第三十二条至第三十四条）。同时出征求意见书或者协办函。";

    /// <inheritdoc/>
    public override IReadOnlyList<ActField> Fields(ActScene scene) =>
    [
        new("To", "向谁", FieldKind.Choice)
        {
            Choices = [("", "请选择"), (nameof(ConsultedParty.ThirdParty), "第三方：15 个工作日，逾期由本机关决定"), (nameof(ConsultedParty.CoProducer), "共同制作机关：15 个工作日，逾期视为同意"), (nameof(ConsultedParty.OtherAgency), "其他机关：请其协助，没有法定期限")],
        },
        new("Recipient", "收件的一方") { Hint = "姓名或者单位全称。", Maximum = 100 },
        new("RecipientIsPerson", "第三方是自然人（机关、单位不要勾）", FieldKind.Check),
        new("Items", "涉及对方的哪些内容", FieldKind.Area) { Hint = "一项一行，照抄进文书。写内容，如“采购合同中你单位的单价与结算明细”；不要写“是否同意公开”，文书里已经问了。请其他机关协助的，写请它办什么，如“协助查找2019年的批复”。" },
        new("ServedOn", "对方收到之日", FieldKind.Day) { Hint = "对方的期限从次日起数；还不知道就空着，收到之后再记。" },
    ];

    /// <inheritdoc/>
    public override RequestAct Read(ActInput input, ActScene scene)
    {
        // 共同制作的、协办的都是机关，称单位；只有第三方可能是自然人。
        var to = input.One<ConsultedParty>("To", "向谁征求");
        return new SendConsultation(
            input.Day("On", DayLabel), scene.View.Request.NextConsultationId, to, input.OptionalDay("ServedOn", "对方收到之日"),
            new LetterWording { Recipient = input.Text("Recipient"), RecipientIsPerson = to == ConsultedParty.ThirdParty && input.Is("RecipientIsPerson"), Items = input.Lines("Items") });
    }

    /// <inheritdoc/>
    public override RequestAct Probe(CaseView view) => new SendConsultation(view.Today, view.Request.NextConsultationId, ConsultedParty.ThirdParty, null, new LetterWording());
}
