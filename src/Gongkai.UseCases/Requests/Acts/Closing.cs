using Gongkai.Core;
using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.Letters;

namespace Gongkai.UseCases.Requests.Acts;

/// <summary>申请人撤回。</summary>
/// <param name="On">哪一天。</param>
/// <param name="Text">申请人的话；可空。</param>
public sealed record WithdrawRequest(DateOnly On, string Text) : RequestAct(On)
{
    /// <inheritdoc/>
    public override string Code => "request.withdraw";

    /// <inheritdoc/>
    public override LetterType? Letter => LetterType.ReplyWithdrawn;

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotWithdraw();

    internal override void Do(DisclosureRequest request, Actor actor) => request.Withdraw(On);

    internal override RequestPapers Keep(RequestPapers papers, DisclosureRequest request, DateTime at) =>
        papers with { Said = [.. papers.Said, new SaidByApplicant(at, "withdrawal", (Text ?? "").Trim())] };
}

/// <summary>逾期不补正或不缴费，不再处理。</summary>
public sealed record LapseRequest(DateOnly On) : RequestAct(On)
{
    /// <inheritdoc/>
    public override string Code => "request.lapse";

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotLapse(On);

    internal override LetterType? LetterFor(DisclosureRequest request) => ReplyLetters.For(request.Events.OfType<RequestLapsed>().Last().Outcome);

    internal override void Do(DisclosureRequest request, Actor actor) => request.Lapse(On);
}

/// <summary>依复议决定、判决或自行纠正重新处理。</summary>
/// <param name="On">收到决定、判决之日。</param>
/// <param name="Cause">缘由。</param>
/// <param name="Days">多少个工作日。</param>
/// <param name="IsFixed">期限是决定、判决写明的，不能自己延长。</param>
/// <param name="Document">决定书、裁判文书的文号；自行纠正的没有。</param>
public sealed record OrderRedo(DateOnly On, RedoCause Cause, int Days, bool IsFixed = false, string Document = "") : RequestAct(On)
{
    private const int LongestDocument = 60;

    /// <inheritdoc/>
    public override string Code => "request.redo";

    /// <inheritdoc/>
    public override IReadOnlyList<StaffRole> Roles => [StaffRole.DisclosureHead];

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotRedo(Days, On);

    /// <inheritdoc/>
    public override IReadOnlyList<InputProblem> Check(DisclosureRequest request) =>
    [
        .. DaysWithin("Days", "重新处理的期限", Days, 120),
        .. (Document ?? "").Length > LongestDocument ? [new InputProblem("Document", $"文号太长，最多 {LongestDocument} 字。")] : Array.Empty<InputProblem>(),
    ];

    internal override void Do(DisclosureRequest request, Actor actor) => request.OrderRedo(Cause, Days, On, IsFixed, (Document ?? "").Trim());
}

/// <summary>归档。</summary>
/// <param name="On">哪一天。</param>
/// <param name="RetentionCode">本单位期限表里的代号。</param>
/// <param name="Years">保管多少年；永久为 null。</param>
public sealed record ArchiveRequest(DateOnly On, string RetentionCode, int? Years) : RequestAct(On)
{
    /// <inheritdoc/>
    public override string Code => "request.archive";

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotArchive(RetentionCode);

    /// <inheritdoc/>
    public override IReadOnlyList<InputProblem> Check(DisclosureRequest request) =>
        Years is < 1 or > 100 ? [new InputProblem("Years", "保管年数要在 1 至 100 之间，永久的留空。")] : [];

    internal override void Do(DisclosureRequest request, Actor actor) => request.PutIntoArchive(RetentionCode.Trim(), Years, On);
}
