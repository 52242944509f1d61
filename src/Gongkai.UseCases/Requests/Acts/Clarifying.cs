using Gongkai.Core;
using Gongkai.Core.Requests;
using Gongkai.Letters;

namespace Gongkai.UseCases.Requests.Acts;

/// <summary>告知补正（条例第三十条）。</summary>
/// <param name="On">哪一天。</param>
/// <param name="Days">给申请人多少个工作日。</param>
/// <param name="Text">补正通知的用词：事项在 <see cref="LetterWording.Items"/>。</param>
/// <param name="ServedOn">申请人收到之日，补正期限从次日起算；还不知道时为 null，以后用 <see cref="RecordService"/> 记。</param>
public sealed record AskForSupplement(DateOnly On, int Days, LetterWording Text, DateOnly? ServedOn = null) : RequestAct(On)
{
    /// <inheritdoc/>
    public override string Code => "request.askSupplement";

    /// <inheritdoc/>
    public override LetterType? Letter => LetterType.SupplementNotice;

    /// <inheritdoc/>
    public override LetterWording? Wording => Text;

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotAskForSupplement(Days, On, ServedOn);

    /// <inheritdoc/>
    public override IReadOnlyList<InputProblem> Check(DisclosureRequest request) =>
        [.. Text.Items.Count > 0 ? Array.Empty<InputProblem>() : [new InputProblem("Items", "请写明要补正什么，一项一行。")], .. DaysWithin("Days", "补正期限", Days, 60)];

    internal override void Do(DisclosureRequest request, Actor actor) => request.AskForSupplement(Days, On, ServedOn);
}

/// <summary>收到补正，期限重新计算。</summary>
/// <param name="On">收到之日。</param>
/// <param name="Text">补正的内容。</param>
public sealed record ReceiveSupplement(DateOnly On, string Text) : RequestAct(On)
{
    /// <inheritdoc/>
    public override string Code => "request.receiveSupplement";

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotReceiveSupplement(On);

    /// <inheritdoc/>
    public override IReadOnlyList<InputProblem> Check(DisclosureRequest request) => [.. Need("Text", "补正的内容", Text)];

    internal override void Do(DisclosureRequest request, Actor actor) => request.ReceiveSupplement(On);

    internal override RequestPapers Keep(RequestPapers papers, DisclosureRequest request, DateTime at) =>
        papers with { Said = [.. papers.Said, new SaidByApplicant(at, "supplement", Text.Trim())] };
}

/// <summary>要求说明理由（条例第三十五条）。</summary>
/// <param name="On">哪一天。</param>
/// <param name="Days">给申请人多少个工作日。</param>
/// <param name="Text">用词：数量、频次与要说明的事项。</param>
/// <param name="ServedOn">申请人收到之日，从次日起算；还不知道时为 null，以后用 <see cref="RecordService"/> 记。</param>
public sealed record AskForReasons(DateOnly On, int Days, LetterWording Text, DateOnly? ServedOn = null) : RequestAct(On)
{
    /// <inheritdoc/>
    public override string Code => "request.askReasons";

    /// <inheritdoc/>
    public override LetterType? Letter => LetterType.ReasonsNotice;

    /// <inheritdoc/>
    public override LetterWording? Wording => Text;

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotAskForReasons(Days, On, ServedOn);

    /// <inheritdoc/>
    public override IReadOnlyList<InputProblem> Check(DisclosureRequest request) => [.. DaysWithin("Days", "说明理由的期限", Days, 60)];

    internal override void Do(DisclosureRequest request, Actor actor) => request.AskForReasons(Days, On, ServedOn);
}

/// <summary>收到理由说明，认定是否合理。</summary>
/// <param name="On">收到之日。</param>
/// <param name="Reasonable">合理。</param>
/// <param name="Text">说明的理由。</param>
public sealed record ReceiveReasons(DateOnly On, bool Reasonable, string Text) : RequestAct(On)
{
    /// <inheritdoc/>
    public override string Code => "request.receiveReasons";

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotReceiveReasons(On);

    /// <inheritdoc/>
    public override IReadOnlyList<InputProblem> Check(DisclosureRequest request) => [.. Need("Text", "申请人说明的理由", Text)];

    internal override void Do(DisclosureRequest request, Actor actor) => request.ReceiveReasons(Reasonable, On);

    internal override RequestPapers Keep(RequestPapers papers, DisclosureRequest request, DateTime at) =>
        papers with { Said = [.. papers.Said, new SaidByApplicant(at, "reasons", Text.Trim())] };
}

/// <summary>确定延迟答复的合理期限（条例第三十五条）。</summary>
/// <param name="On">哪一天。</param>
/// <param name="Until">延迟到哪一天。</param>
/// <param name="Text">用词：为什么。</param>
public sealed record DelayReply(DateOnly On, DateOnly Until, LetterWording Text) : RequestAct(On)
{
    /// <inheritdoc/>
    public override string Code => "request.delay";

    /// <inheritdoc/>
    public override LetterType? Letter => LetterType.DelayNotice;

    /// <inheritdoc/>
    public override LetterWording? Wording => Text;

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotDelay(Until, On);

    internal override void Do(DisclosureRequest request, Actor actor) => request.DelayReply(Until, On);
}
