using Gongkai.Core.Requests;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;
using Gongkai.WebKit;

namespace Gongkai.Workbench.Cases.Acts;

/// <summary>经办人提出延长。</summary>
public sealed class ProposeExtensionForm : ActForm
{
    /// <inheritdoc/>
    public override string Key => "propose-extension";

    /// <inheritdoc/>
    public override string Title => "提出延长";

    /// <inheritdoc/>
    public override string About => "答复期限可以延长一次，最长 20 个工作日，要经公开工作机构负责人同意（《条例》第三十三条）。提出之后期限照旧在走；负责人在届满之前同意了，才延长，同时出告知书。";

    /// <inheritdoc/>
    public override IReadOnlyList<ActField> Fields(ActScene scene) => Asked(scene);

    /// <inheritdoc/>
    public override RequestAct Read(ActInput input, ActScene scene) =>
        new ProposeExtension(input.Day("On", DayLabel), input.Number("Days", "延长的天数"), new LetterWording { Reasons = input.Text("Reasons") });

    /// <inheritdoc/>
    public override RequestAct Probe(CaseView view) => new ProposeExtension(view.Today, view.Request.Settings.Clock.MaximumExtensionDays, new LetterWording());

    internal static IReadOnlyList<ActField> Asked(ActScene scene) =>
    [
        new("Days", "延长几个工作日", FieldKind.Number) { Default = Say(scene.View.Request.Settings.Clock.MaximumExtensionDays) },
        new("Reasons", "为什么延长", FieldKind.Area) { Hint = "写进告知书。" },
    ];
}

/// <summary>负责人同意延长。</summary>
public sealed class ApproveExtensionForm : ActForm
{
    /// <inheritdoc/>
    public override string Key => "approve-extension";

    /// <inheritdoc/>
    public override string Title => "同意延长";

    /// <inheritdoc/>
    public override string About => "同意经办人提出的延长：期限从此延长，出延期答复告知书（《条例》第三十三条）。届满之后不能再同意。";

    /// <inheritdoc/>
    public override bool AsksDay => false;

    /// <inheritdoc/>
    public override string AboutIn(ActScene scene) => ProposedIn(scene.View) is { Length: > 0 } proposed ? proposed + "同意之后期限从此延长，并出延期答复告知书（《条例》第三十三条）。" : About;

    /// <inheritdoc/>
    public override RequestAct Read(ActInput input, ActScene scene) => new ApproveExtension(scene.View.Today);

    /// <inheritdoc/>
    public override RequestAct Probe(CaseView view) => new ApproveExtension(view.Today);

    /// <summary>谁提出延长多少、为什么；没有提出的为空。</summary>
    internal static string ProposedIn(CaseView view) => view.Request.ProposedExtension is { } asked
        ? $"{CaseWords.ActorOf(asked.By.ToString("D"), view.Staff)}在{ChinaTime.Say(asked.On)}提出延长 {asked.WorkingDays} 个工作日{(view.DueOn is { } due ? $"，现在的期限是{ChinaTime.Say(due)}" : "")}。理由：{view.Papers?.WordingOf<ExtensionProposed>(view.Request)?.Reasons.TrimEnd('。')}。"
        : "";
}

/// <summary>负责人退回延长。</summary>
public sealed class ReturnExtensionForm : ActForm
{
    /// <inheritdoc/>
    public override string Key => "return-extension";

    /// <inheritdoc/>
    public override string Title => "退回延长";

    /// <inheritdoc/>
    public override string About => "不同意延长：期限不变，请经办人按期答复，或者补足理由再提。";

    /// <inheritdoc/>
    public override bool AsksDay => false;

    /// <inheritdoc/>
    public override string AboutIn(ActScene scene) => ApproveExtensionForm.ProposedIn(scene.View) + About;

    /// <inheritdoc/>
    public override IReadOnlyList<ActField> Fields(ActScene scene) => [new("Opinion", "退回的理由", FieldKind.Area) { Hint = "只有本机关看得到。", Maximum = 2000 }];

    /// <inheritdoc/>
    public override RequestAct Read(ActInput input, ActScene scene) => new ReturnExtension(scene.View.Today, input.Text("Opinion"));

    /// <inheritdoc/>
    public override RequestAct Probe(CaseView view) => new ReturnExtension(view.Today, "");
}

/// <summary>负责人自己办的延长：提出与同意一页办完，各记一件。</summary>
public sealed class ExtendForm : ActForm
{
    /// <inheritdoc/>
    public override string Key => "extend";

    /// <inheritdoc/>
    public override string Title => "延长答复期限";

    /// <inheritdoc/>
    public override string About => "负责人自己提出并同意：期限届满之前可以延长一次，最长 20 个工作日，并告知申请人（《条例》第三十三条）。提出与同意各记一件，同时出延期答复告知书。";

    /// <inheritdoc/>
    public override bool AsksDay => false;

    /// <inheritdoc/>
    public override IReadOnlyList<ActField> Fields(ActScene scene) => ProposeExtensionForm.Asked(scene);

    /// <inheritdoc/>
    public override RequestAct Read(ActInput input, ActScene scene) =>
        new ExtendReply(scene.View.Today, input.Number("Days", "延长的天数"), new LetterWording { Reasons = input.Text("Reasons") });

    /// <inheritdoc/>
    public override RequestAct Probe(CaseView view) => new ExtendReply(view.Today, view.Request.Settings.Clock.MaximumExtensionDays, new LetterWording());
}
