using Gongkai.Core;
using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;

namespace Gongkai.UseCases.Requests.Acts;

/// <summary>记下先前发出的一份通知，对方是哪一天收到的：给对方的期限从那一天起算。</summary>
/// <param name="On">记下之日。</param>
/// <param name="Notice">哪一种通知。</param>
/// <param name="ServedOn">对方收到之日。</param>
/// <param name="Id">哪一次征求意见；别的通知为 null。</param>
public sealed record RecordService(DateOnly On, NoticeKind Notice, DateOnly ServedOn, string? Id = null) : RequestAct(On)
{
    /// <inheritdoc/>
    public override string Code => "request.recordService";

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotRecordService(Notice, Id, ServedOn, On);

    /// <inheritdoc/>
    public override IReadOnlyList<InputProblem> Check(DisclosureRequest request) =>
        request.PendingNotices.FirstOrDefault(p => p.Notice == Notice && p.Id == Id) is { } pending && (ServedOn < pending.SentOn || ServedOn > On)
            ? [new InputProblem("ServedOn", $"收到之日要在发出之日 {Say.Of(pending.SentOn)} 与记下之日 {Say.Of(On)} 之间。")]
            : [];

    internal override void Do(DisclosureRequest request, Actor actor) => request.RecordService(Notice, Id, ServedOn, On);
}

/// <summary>补正迟到，理由正当，照样收下（条例第三十条：无正当理由逾期不补正的才视为放弃）；期限重新计算。</summary>
/// <param name="On">收到之日。</param>
/// <param name="Text">补正的内容。</param>
/// <param name="Justification">迟到的正当理由，记在备注里。</param>
public sealed record AcceptLateSupplement(DateOnly On, string Text, string Justification) : RequestAct(On)
{
    /// <inheritdoc/>
    public override string Code => "request.acceptLateSupplement";

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotAcceptLateSupplement(On);

    /// <inheritdoc/>
    public override IReadOnlyList<InputProblem> Check(DisclosureRequest request) =>
        [.. Need("Text", "补正的内容", Text), .. Need("Justification", "迟到的正当理由", Justification, 2000)];

    internal override void Do(DisclosureRequest request, Actor actor) => request.AcceptLateSupplement(On);

    internal override RequestPapers Keep(RequestPapers papers, DisclosureRequest request, DateTime at) => papers with
    {
        Said = [.. papers.Said, new SaidByApplicant(at, "supplement", Text.Trim())],
        Notes = [.. papers.Notes, new OfficerNote(at, "收迟到的补正", Justification.Trim())],
    };
}
