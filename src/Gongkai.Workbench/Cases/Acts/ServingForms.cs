using System.Globalization;
using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;

namespace Gongkai.Workbench.Cases.Acts;

/// <summary>记下送达之日：通知发出时还不知道对方哪一天收到的。</summary>
public sealed class ServiceForm : ActForm
{
    /// <summary>各张表里这一项的标签。</summary>
    internal const string Label = "申请人收到之日";

    /// <inheritdoc/>
    public override string Key => "notice-served";

    /// <inheritdoc/>
    public override string Title => "记下送达之日";

    /// <inheritdoc/>
    public override string About => "补正、说明理由、缴费、征求意见的期限都自对方收到通知起算；发出时不知道哪一天收到的，凭回执、邮政查询记下。没有记下之前，不能说对方逾期。";

    /// <inheritdoc/>
    public override bool AsksDay => false;

    /// <inheritdoc/>
    public override IReadOnlyList<ActField> Fields(ActScene scene) =>
    [
        new("Notice", "哪一份通知", FieldKind.Choice) { Choices = [("", "请选择"), .. scene.View.Request.PendingNotices.Select(p => (KeyOf(p), CaseWords.Of(p, scene.View)))] },
        new("ServedOn", "对方收到之日", FieldKind.Day) { Hint = "签收之日；电子送达的，进入对方系统之日。" },
    ];

    /// <inheritdoc/>
    public override RequestAct Read(ActInput input, ActScene scene)
    {
        var pending = scene.View.Request.PendingNotices;
        var chosen = input.OneOf("Notice", "哪一份通知", pending.Select(KeyOf));
        var notice = pending.FirstOrDefault(p => KeyOf(p) == chosen) ?? new PendingNotice(NoticeKind.Supplement, scene.View.Today);

        // 记在收到的那一天，不是录入的这一天：此前缴的费、来的补正还可以补记。
        var served = input.Day("ServedOn", "对方收到之日");
        var last = scene.View.Request.Last.On;
        return new RecordService(served > scene.View.Today ? scene.View.Today : served > last ? served : last, notice.Notice, served, notice.Id);
    }

    /// <inheritdoc/>
    public override RequestAct Probe(CaseView view)
    {
        var pending = view.Request.PendingNotices is [var first, ..] ? first : null;
        return new RecordService(view.Today, pending?.Notice ?? NoticeKind.Supplement, view.Today, pending?.Id);
    }

    /// <summary>发通知的表里问申请人哪一天收到：要求用电子方式的，发出当天就进入他的系统。</summary>
    internal static ActField Field(ActScene scene) => Field(scene.View, "给他的期限从次日起数。");

    /// <summary>同上，写明从次日起数的是什么。</summary>
    internal static ActField Field(CaseView view, string counted) => new("ServedOn", Label, FieldKind.Day)
    {
        Default = view.Request.Submission.Delivery is DeliveryForm.Online or DeliveryForm.Email ? view.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "",
        Hint = $"{counted}当面、电子送达的就是当天；邮寄的空着，收到之后用「记下送达之日」补上。",
    };

    private static string KeyOf(PendingNotice pending) => pending.Id is { } id ? $"{pending.Notice}/{id}" : pending.Notice.ToString();
}

/// <summary>收迟到的补正。</summary>
public sealed class LateSupplementForm : ActForm
{
    /// <inheritdoc/>
    public override string Key => "late-supplement";

    /// <inheritdoc/>
    public override string Title => "收迟到的补正";

    /// <inheritdoc/>
    public override string About => "申请人逾期补正，但有正当理由的，照样收下，期限重新计算；没有正当理由的才视为放弃（《条例》第三十条）。";

    /// <inheritdoc/>
    public override string DayLabel => "收到补正之日";

    /// <inheritdoc/>
    public override IReadOnlyList<ActField> Fields(ActScene scene) =>
    [
        new("Text", "补正的内容", FieldKind.Area) { Rows = 6 },
        new("Justification", "迟到的正当理由", FieldKind.Area) { Hint = "记在备注里，只有本机关看得到。", Maximum = 2000 },
    ];

    /// <inheritdoc/>
    public override RequestAct Read(ActInput input, ActScene scene) => new AcceptLateSupplement(input.Day("On", DayLabel), input.Text("Text"), input.Text("Justification"));

    /// <inheritdoc/>
    public override RequestAct Probe(CaseView view) => new AcceptLateSupplement(view.Today, "", "");
}
