using Gongkai.Core;
using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.Letters;

namespace Gongkai.UseCases.Requests.Acts;

/// <summary>提出延长答复期限，等公开工作机构负责人同意（条例第三十三条）；时钟不动。</summary>
/// <param name="On">哪一天。</param>
/// <param name="Days">多少个工作日，1 至 20。</param>
/// <param name="Text">用词：为什么延长；负责人同意之后写进告知书。</param>
public sealed record ProposeExtension(DateOnly On, int Days, LetterWording Text) : RequestAct(On)
{
    /// <inheritdoc/>
    public override string Code => "request.proposeExtension";

    /// <inheritdoc/>
    public override LetterWording? Wording => Text;

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotProposeExtension(Days, On);

    /// <inheritdoc/>
    public override IReadOnlyList<InputProblem> Check(DisclosureRequest request) => [.. Need("Reasons", "为什么延长", Text.Reasons), .. DaysWithin("Days", "延长的天数", Days, request.Settings.Clock.MaximumExtensionDays)];

    internal override void Do(DisclosureRequest request, Actor actor) => request.ProposeExtension(Days, actor.AccountId, On);
}

/// <summary>负责人同意延长：期限从此改变，出告知书。是他自己此刻做的，不能补记。</summary>
/// <param name="On">今天。</param>
public sealed record ApproveExtension(DateOnly On) : RequestAct(On)
{
    /// <inheritdoc/>
    public override string Code => "request.extend";

    /// <inheritdoc/>
    public override IReadOnlyList<StaffRole> Roles => [StaffRole.DisclosureHead];

    /// <inheritdoc/>
    public override LetterType? Letter => LetterType.ExtensionNotice;

    /// <inheritdoc/>
    public override bool IsOwnDecision => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotApproveExtension(actor.AccountId, On);

    internal override void Do(DisclosureRequest request, Actor actor) => request.ApproveExtension(actor.AccountId, On);

    // 告知书用提出时写的话；照着存一份在同意之下，重出时找得到。
    internal override LetterWording? WordingFor(RequestPapers papers, DisclosureRequest request) => papers.WordingOf<ExtensionProposed>(request);

    internal override RequestPapers Keep(RequestPapers papers, DisclosureRequest request, DateTime at) =>
        WordingFor(papers, request) is { } wording ? papers with { Wordings = [.. papers.Wordings, new KeptWording(request.Events.Count, 0, wording)] } : papers;
}

/// <summary>负责人不同意延长，退回。</summary>
/// <param name="On">今天。</param>
/// <param name="Opinion">为什么不同意。</param>
public sealed record ReturnExtension(DateOnly On, string Opinion) : RequestAct(On)
{
    /// <inheritdoc/>
    public override string Code => "request.returnExtension";

    /// <inheritdoc/>
    public override IReadOnlyList<StaffRole> Roles => [StaffRole.DisclosureHead];

    /// <inheritdoc/>
    public override bool IsOwnDecision => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotReturnExtension(On);

    /// <inheritdoc/>
    public override IReadOnlyList<InputProblem> Check(DisclosureRequest request) => [.. Need("Opinion", "退回的理由", Opinion, 2000)];

    internal override void Do(DisclosureRequest request, Actor actor) => request.ReturnExtension(actor.AccountId, On);

    internal override RequestPapers Keep(RequestPapers papers, DisclosureRequest request, DateTime at) =>
        papers with { Notes = [.. papers.Notes, new OfficerNote(at, "退回延长", Opinion.Trim())] };
}

/// <summary>负责人自己提出并同意延长：小机关一人兼两种职责的，一页办完，提出与同意各记一件。</summary>
/// <param name="On">今天。</param>
/// <param name="Days">多少个工作日，1 至 20。</param>
/// <param name="Text">用词：为什么延长。</param>
public sealed record ExtendReply(DateOnly On, int Days, LetterWording Text) : RequestAct(On)
{
    /// <inheritdoc/>
    public override string Code => "request.extend";

    /// <inheritdoc/>
    public override IReadOnlyList<StaffRole> Roles => [StaffRole.DisclosureHead];

    /// <inheritdoc/>
    public override LetterType? Letter => LetterType.ExtensionNotice;

    /// <inheritdoc/>
    public override LetterWording? Wording => Text;

    /// <inheritdoc/>
    public override bool IsOwnDecision => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotProposeExtension(Days, On);

    /// <inheritdoc/>
    public override IReadOnlyList<InputProblem> Check(DisclosureRequest request) => [.. Need("Reasons", "为什么延长", Text.Reasons), .. DaysWithin("Days", "延长的天数", Days, request.Settings.Clock.MaximumExtensionDays)];

    internal override void Do(DisclosureRequest request, Actor actor)
    {
        request.ProposeExtension(Days, actor.AccountId, On);
        request.ApproveExtension(actor.AccountId, On);
    }
}
