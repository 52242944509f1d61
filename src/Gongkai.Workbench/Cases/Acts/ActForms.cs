using Gongkai.Core;
using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.UseCases;
using Gongkai.UseCases.Requests;
using Gongkai.UseCases.Requests.Acts;

namespace Gongkai.Workbench.Cases.Acts;

/// <summary>能对一件申请做的全部事，按办理的先后。</summary>
public static class ActForms
{
    /// <summary>填一张表就做的各件事。</summary>
    public static IReadOnlyList<ActForm> All { get; } =
    [
        new ConfirmForm(), new RegisterForm(), new AssignForm(), new SupplementForm(), new SupplementReceivedForm(), new LateSupplementForm(), new ServiceForm(), new ReasonsForm(), new ReasonsReceivedForm(),
        new ConsultForm(), new ConsultAnswerForm(), new OverrideForm(), new PayForm(), new ProposeExtensionForm(), new ApproveExtensionForm(), new ReturnExtensionForm(), new ExtendForm(), new DelayForm(), new ServeForm(),
        new LapseForm(), new WithdrawForm(), new MergeForm(), new RedoForm(), new ArchiveForm(),
    ];

    /// <summary>按地址里的一段找；没有为 null。</summary>
    public static ActForm? Find(string key) => All.FirstOrDefault(f => f.Key == key);

    /// <summary>一件申请上的全部事：能做的在先，不能做的带着理由。</summary>
    public static IReadOnlyList<OfferedAct> For(CaseView view, Actor actor)
    {
        var plain = All.Select(f => new OfferedAct(f.Title, $"do/{f.Key}", f.About, f.WhyNot(view, actor))).ToList();
        var at = plain.FindIndex(a => a.Path == "do/serve");
        plain.InsertRange(at, Special(view, actor));
        plain.Insert(plain.FindIndex(a => a.Path == "do/supplement"), new OfferedAct("拆成几件", "split", "一份申请含几项内容的，按一事一申请拆开。", Office(view, actor) ?? Texts(view.Request.WhyNotSplit(2))));
        return [.. plain.Where(a => a.Reasons.Count == 0), .. plain.Where(a => a.Reasons.Count > 0)];
    }

    /// <summary>签发此刻为什么不能做；别的机关看不到这一件，这里只看职责与法律。</summary>
    public static IReadOnlyList<string> WhyNotSign(CaseView view, Actor actor) =>
        view.WhyNot(new SignReply(view.Today, view.Request.Draft?.Digest ?? "", view.Request.Draft?.Decision.Outcome ?? Outcome.OtherHandling), actor);

    /// <summary>拟稿此刻为什么不能做，不论拟成什么。</summary>
    public static IReadOnlyList<string> WhyNotDraft(CaseView view, Actor actor) =>
        view.WhyNot(new DraftReply(view.Today, new Decision(view.Request.IsCorrection ? Outcome.RecordCorrected : Outcome.OtherHandling), new LetterWording()), actor);

    /// <summary>收费此刻为什么不能做。</summary>
    public static IReadOnlyList<string> WhyNotFee(CaseView view, Actor actor) =>
        view.WhyNot(new NotifyFee(view.Today, view.Today, 1, 1, false, new LetterWording()), actor);

    private static List<OfferedAct> Special(CaseView view, Actor actor)
    {
        var hasDraft = view.Request.Stage == RequestStage.Drafted;
        var review = Enum.GetValues<ReviewKind>().Select(k => view.WhyNot(new ReviewReply(view.Today, k, true, ""), actor)).MinBy(r => r.Count)!;
        return
        [
            new OfferedAct("收费通知", "fee", "数量、频次明显超过合理范围的，可以收取信息处理费；数额由登记簿算出。", WhyNotFee(view, actor)),
            new OfferedAct(hasDraft ? "改稿" : "拟答复", "draft", "选定决定，写答复书；缺什么要素会逐项说。", WhyNotDraft(view, actor)),
            new OfferedAct("审查", "review", "合法性审查、保密审查；拟稿人不能审查自己的稿。", review),
            new OfferedAct("签发", "sign", "看过答复书的样子再签，或者退回修改；签的就是看到的那一稿。", WhyNotSign(view, actor)),
        ];
    }

    private static List<string>? Office(CaseView view, Actor actor) =>
        actor.Has(view.Row.AgencyId, StaffRole.Officer, StaffRole.DisclosureHead) ? null : ["要由经办人或者公开工作机构负责人办理。"];

    private static List<string> Texts(IEnumerable<Refusal> refusals) => [.. refusals.Select(r => r.Text)];
}

/// <summary>摆出来的一件事。</summary>
/// <param name="Title">名称。</param>
/// <param name="Path">在这件申请之下的地址。</param>
/// <param name="About">一句话。</param>
/// <param name="Reasons">为什么此刻不能做；空表示可以。</param>
public sealed record OfferedAct(string Title, string Path, string About, IReadOnlyList<string> Reasons);
