using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;

namespace Gongkai.Workbench.Cases.Acts;

/// <summary>确认收到。</summary>
public sealed class ConfirmForm : ActForm
{
    /// <inheritdoc/>
    public override string Key => "confirm";

    /// <inheritdoc/>
    public override string Title => "确认收到";

    /// <inheritdoc/>
    public override string About => "平信、电子邮件、传真等，与申请人双方确认之日为收到之日，期限从这一天起算（《条例》第三十一条）。";

    /// <inheritdoc/>
    public override string DayLabel => "双方确认之日";

    /// <inheritdoc/>
    public override RequestAct Read(ActInput input, ActScene scene) => new ConfirmReceipt(input.Day("On", DayLabel), scene.View.Today);

    /// <inheritdoc/>
    public override RequestAct Probe(CaseView view) => new ConfirmReceipt(view.Today, view.Today);
}

/// <summary>登记。</summary>
public sealed class RegisterForm : ActForm
{
    /// <inheritdoc/>
    public override string Key => "register";

    /// <inheritdoc/>
    public override string Title => "登记";

    /// <inheritdoc/>
    public override string About => "登记之后才能办理（《条例》第四十五条），同时出接收回执。";

    /// <inheritdoc/>
    public override RequestAct Read(ActInput input, ActScene scene) => new RegisterRequest(input.Day("On", DayLabel));

    /// <inheritdoc/>
    public override RequestAct Probe(CaseView view) => new RegisterRequest(view.Today);
}

/// <summary>交办。</summary>
public sealed class AssignForm : ActForm
{
    /// <inheritdoc/>
    public override string Key => "assign";

    /// <inheritdoc/>
    public override string Title => "交办";

    /// <inheritdoc/>
    public override string About => "交给承办的科室和人；再交一次就是改交。";

    /// <inheritdoc/>
    public override IReadOnlyList<ActField> Fields(ActScene scene) =>
    [
        new("Unit", "承办的科室") { Maximum = 100, Default = scene.View.Request.Assignment?.Unit ?? "" },
        new("Person", "承办人", FieldKind.Choice)
        {
            Hint = "列出本机关的人；可以先不指定到人。",
            Default = scene.View.Request.Assignment?.Person?.ToString("D") ?? "",
            Choices = [("", "不指定"), .. scene.View.Staff.OrderBy(s => s.Value, StringComparer.Ordinal).Select(s => (s.Key, s.Value))],
        },
    ];

    /// <inheritdoc/>
    public override RequestAct Read(ActInput input, ActScene scene)
    {
        var person = input.Text("Person").Length == 0 ? "" : input.OneOf("Person", "承办人", scene.View.Staff.Keys);
        return new AssignRequest(input.Day("On", DayLabel), input.Text("Unit"), Guid.TryParse(person, out var account) ? account : null);
    }

    /// <inheritdoc/>
    public override RequestAct Probe(CaseView view) => new AssignRequest(view.Today, "", null);
}

/// <summary>并案。</summary>
public sealed class MergeForm : ActForm
{
    /// <inheritdoc/>
    public override string Key => "merge";

    /// <inheritdoc/>
    public override string Title => "并入先收到的一件";

    /// <inheritdoc/>
    public override string About => "只有同一申请人在没有答复期间重复提交的可以并案；并入之后本件不再单独答复，表三按本地区的口径计入“其他处理”或者不再计。";

    /// <inheritdoc/>
    public override IReadOnlyList<ActField> Fields(ActScene scene) =>
    [
        new("Into", "并入哪一件", FieldKind.Choice)
        {
            Hint = scene.SameApplicant.Count == 0 ? "同一申请人在本机关没有别的未答复的申请。" : null,
            Choices = [("", "请选择"), .. scene.SameApplicant.Select(s => (s.Id.ToString("D"), $"{s.Number} {s.Subject}"))],
        },
    ];

    /// <inheritdoc/>
    public override RequestAct Read(ActInput input, ActScene scene)
    {
        var chosen = input.OneOf("Into", "并入哪一件", scene.SameApplicant.Select(s => s.Id.ToString("D")));
        return new MergeRequest(input.Day("On", DayLabel), Guid.TryParse(chosen, out var into) ? into : Guid.Empty);
    }

    /// <inheritdoc/>
    public override RequestAct Probe(CaseView view) => new MergeRequest(view.Today, Guid.Empty);
}
