using Gongkai.Core;
using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.Letters;

namespace Gongkai.UseCases.Requests.Acts;

/// <summary>发出征求意见书或协办函（条例第三十二至三十四条）。</summary>
/// <param name="On">发出之日。</param>
/// <param name="Id">本件之内的代号，如 k1。</param>
/// <param name="To">向谁。</param>
/// <param name="ServedOn">对方收到之日；还不知道时为 null。</param>
/// <param name="Text">用词：收件人与事项。</param>
public sealed record SendConsultation(DateOnly On, string Id, ConsultedParty To, DateOnly? ServedOn, LetterWording Text) : RequestAct(On)
{
    /// <inheritdoc/>
    public override string Code => "request.consult";

    /// <inheritdoc/>
    public override LetterType? Letter => To switch
    {
        ConsultedParty.ThirdParty => LetterType.ThirdPartyConsultation,
        ConsultedParty.CoProducer => LetterType.CoProducerConsultation,
        _ => LetterType.AgencyAssistance,
    };

    /// <inheritdoc/>
    public override LetterWording? Wording => Text;

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotSendConsultation(Id, To, ServedOn, On);

    /// <inheritdoc/>
    public override IReadOnlyList<InputProblem> Check(DisclosureRequest request) =>
    [
        .. Need("Id", "这次征求的代号", Id, 20),
        .. Need("Recipient", "收件的一方", Text.Recipient, 100),
        .. Text.Items.Count > 0 ? [] : new[] { new InputProblem("Items", "请写明涉及对方的哪些内容（请其他机关协助的，写明请它办什么），一项一行。") },
    ];

    internal override void Do(DisclosureRequest request, Actor actor) => request.SendConsultation(Id.Trim(), To, ServedOn, On);
}

/// <summary>收到征求意见的答复，或记下到期未答复。</summary>
/// <param name="On">哪一天。</param>
/// <param name="Id">哪一次征求。</param>
/// <param name="Position">怎么说。</param>
public sealed record AnswerConsultation(DateOnly On, string Id, ConsultationPosition Position) : RequestAct(On)
{
    /// <inheritdoc/>
    public override string Code => "request.consultationAnswered";

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotAnswerConsultation(Id, Position, On);

    internal override void Do(DisclosureRequest request, Actor actor) => request.AnswerConsultation(Id, Position, On);
}

/// <summary>因公共利益决定公开，并书面告知第三方（条例第三十二条）。</summary>
/// <param name="On">书面告知之日。</param>
/// <param name="Id">哪一次征求。</param>
/// <param name="Text">用词：决定公开的内容与理由。</param>
public sealed record OverrideObjection(DateOnly On, string Id, LetterWording Text) : RequestAct(On)
{
    /// <inheritdoc/>
    public override string Code => "request.overrideObjection";

    /// <inheritdoc/>
    public override IReadOnlyList<StaffRole> Roles => [StaffRole.DisclosureHead, StaffRole.SigningLeader];

    /// <inheritdoc/>
    public override LetterType? Letter => LetterType.PublicInterestNotice;

    /// <inheritdoc/>
    public override LetterWording? Wording => Text;

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotOverrideObjection(Id, On);

    internal override void Do(DisclosureRequest request, Actor actor) => request.OverrideObjection(Id, On);
}

/// <summary>发出收费通知（国办函〔2020〕109号）。</summary>
/// <param name="On">哪一天。</param>
/// <param name="ServedOn">申请人收到之日，缴费期限从次日起算；还不知道时为 null，以后用 <see cref="RecordService"/> 记。</param>
/// <param name="Yuan">数额，元；由 <see cref="Core.Fees.ProcessingFee"/> 算出，不手填。</param>
/// <param name="Quantity">件数或页数。</param>
/// <param name="ByPage">按页计。</param>
/// <param name="Text">用词：标准、计算过程、缴纳方式。</param>
public sealed record NotifyFee(DateOnly On, DateOnly? ServedOn, int Yuan, int Quantity, bool ByPage, LetterWording Text) : RequestAct(On)
{
    /// <inheritdoc/>
    public override string Code => "request.notifyFee";

    /// <inheritdoc/>
    public override LetterType? Letter => LetterType.FeeNotice;

    /// <inheritdoc/>
    public override LetterWording? Wording => Text;

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotNotifyFee(Yuan, ByPage, ServedOn, On);

    internal override void Do(DisclosureRequest request, Actor actor) => request.NotifyFee(Yuan, Quantity, ByPage, ServedOn, On);
}

/// <summary>完成缴费，期限重新计算。</summary>
public sealed record PayFee(DateOnly On) : RequestAct(On)
{
    /// <inheritdoc/>
    public override string Code => "request.payFee";

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotPayFee(On);

    internal override void Do(DisclosureRequest request, Actor actor) => request.PayFee(On);
}
