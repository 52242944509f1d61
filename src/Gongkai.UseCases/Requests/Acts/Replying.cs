using Gongkai.Core;
using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.Letters;

namespace Gongkai.UseCases.Requests.Acts;

/// <summary>拟出答复，或改出新的一稿。</summary>
/// <param name="On">哪一天。</param>
/// <param name="Decision">拟作的决定。</param>
/// <param name="Text">答复书的用词。</param>
/// <param name="Digest">决定与用词的摘要，由用例算出；签发人签的就是它。</param>
public sealed record DraftReply(DateOnly On, Decision Decision, LetterWording Text, string Digest = "") : RequestAct(On)
{
    private const int LongestQuoted = 40;

    /// <inheritdoc/>
    public override string Code => "request.draft";

    /// <inheritdoc/>
    public override LetterWording? Wording => Text;

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotDraft(Decision, On);

    /// <inheritdoc/>
    public override IReadOnlyList<InputProblem> Check(DisclosureRequest request) =>
    [
        .. Text.Articles.Where(line => !string.IsNullOrWhiteSpace(line) && !NamesLaw(line)).Take(1)
            .Select(line => new InputProblem("Articles", $"“{(line.Length > LongestQuoted ? line[..LongestQuoted] + "…" : line)}”没有写是哪部法律的。请写全名称与条款，名称放在《》里，如《中华人民共和国统计法》第九条。")),
    ];

    // 只看写没写名称：《》里有字就算。
    private static bool NamesLaw(string line) =>
        line.IndexOf('《', StringComparison.Ordinal) is var from && from >= 0 && line.IndexOf('》', from) > from + 1;

    internal override void Do(DisclosureRequest request, Actor actor) => request.DraftReply(Decision, Digest, actor.AccountId, On);
}

/// <summary>审查这一稿。</summary>
/// <param name="On">哪一天。</param>
/// <param name="Kind">哪一种审查。</param>
/// <param name="Passed">通过；不通过的退回修改。</param>
/// <param name="Opinion">意见；退回时必填。</param>
public sealed record ReviewReply(DateOnly On, ReviewKind Kind, bool Passed, string Opinion) : RequestAct(On)
{
    /// <inheritdoc/>
    public override string Code => "request.review";

    /// <inheritdoc/>
    public override IReadOnlyList<StaffRole> Roles => [StaffRole.Reviewer];

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotReview(Kind, actor.AccountId);

    /// <inheritdoc/>
    public override IReadOnlyList<InputProblem> Check(DisclosureRequest request) => Passed ? [] : [.. Need("Opinion", "退回的理由", Opinion)];

    internal override void Do(DisclosureRequest request, Actor actor) => request.Review(Kind, Passed, actor.AccountId, On);

    internal override RequestPapers Keep(RequestPapers papers, DisclosureRequest request, DateTime at) => string.IsNullOrWhiteSpace(Opinion)
        ? papers
        : papers with { Notes = [.. papers.Notes, new OfficerNote(at, Kind == ReviewKind.Legal ? "合法性审查" : "保密审查", Opinion.Trim())] };
}

/// <summary>签发。</summary>
/// <param name="On">哪一天。</param>
/// <param name="Digest">签发人看到的那一稿的摘要。</param>
/// <param name="Outcome">那一稿的决定，用来选文书。</param>
public sealed record SignReply(DateOnly On, string Digest, Outcome Outcome) : RequestAct(On)
{
    /// <inheritdoc/>
    public override string Code => "request.sign";

    /// <inheritdoc/>
    public override IReadOnlyList<StaffRole> Roles => [StaffRole.SigningLeader];

    /// <inheritdoc/>
    public override LetterType? Letter => ReplyLetters.For(Outcome);

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotSign(Digest, actor.AccountId);

    /// <inheritdoc/>
    public override IReadOnlyList<InputProblem> Check(DisclosureRequest request) =>
        request.Draft is { } draft && draft.Digest == Digest && draft.Decision.Outcome != Outcome
            ? [new InputProblem("Outcome", "签发的决定与这一稿拟作的决定不同，请重新打开这一件再签发。")]
            : [];

    internal override void Do(DisclosureRequest request, Actor actor) => request.Sign(Digest, actor.AccountId, On);
}

/// <summary>签发领导不签，退回修改。</summary>
/// <param name="On">今天。</param>
/// <param name="Digest">他看到的那一稿的摘要。</param>
/// <param name="Opinion">退回的理由。</param>
public sealed record ReturnReply(DateOnly On, string Digest, string Opinion) : RequestAct(On)
{
    /// <inheritdoc/>
    public override string Code => "request.return";

    /// <inheritdoc/>
    public override IReadOnlyList<StaffRole> Roles => [StaffRole.SigningLeader];

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotReturn(Digest);

    /// <inheritdoc/>
    public override IReadOnlyList<InputProblem> Check(DisclosureRequest request) => [.. Need("Opinion", "退回的理由", Opinion, 2000)];

    internal override void Do(DisclosureRequest request, Actor actor) => request.ReturnDraft(Digest, actor.AccountId, On);

    internal override RequestPapers Keep(RequestPapers papers, DisclosureRequest request, DateTime at) =>
        papers with { Notes = [.. papers.Notes, new OfficerNote(at, PerformAct.ReturnNote, Opinion.Trim())] };
}

/// <summary>送达，本件办结。</summary>
/// <param name="On">送达的时点：签收、交邮或进入系统之日。</param>
/// <param name="Mode">方式。</param>
/// <param name="IsPostalService">邮寄的，是邮政企业。</param>
/// <param name="Proof">凭证：邮政单号、回证编号。</param>
public sealed record ServeReply(DateOnly On, ServiceMode Mode, bool IsPostalService, string Proof) : RequestAct(On)
{
    /// <inheritdoc/>
    public override string Code => "request.serve";

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotServe(Mode, IsPostalService, On);

    /// <inheritdoc/>
    public override IReadOnlyList<InputProblem> Check(DisclosureRequest request) =>
        Mode == ServiceMode.Electronic ? [] : [.. Need("Proof", "送达凭证（邮政单号、回证编号）", Proof, 100)];

    internal override void Do(DisclosureRequest request, Actor actor) => request.Serve(Mode, IsPostalService, (Proof ?? "").Trim(), On);
}
