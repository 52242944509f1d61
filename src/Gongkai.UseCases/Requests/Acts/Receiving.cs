using Gongkai.Core;
using Gongkai.Core.Requests;
using Gongkai.Letters;

namespace Gongkai.UseCases.Requests.Acts;

/// <summary>与申请人确认收到（条例第三十一条）。</summary>
public sealed record ConfirmReceipt(DateOnly On, DateOnly Today) : RequestAct(On)
{
    /// <inheritdoc/>
    public override string Code => "request.confirm";

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotConfirm(On, Today);

    internal override void Do(DisclosureRequest request, Actor actor) => request.Confirm(On, Today);
}

/// <summary>登记（条例第四十五条）。</summary>
public sealed record RegisterRequest(DateOnly On) : RequestAct(On)
{
    /// <inheritdoc/>
    public override string Code => "request.register";

    /// <inheritdoc/>
    public override LetterType? Letter => LetterType.Receipt;

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotRegister();

    internal override void Do(DisclosureRequest request, Actor actor) => request.Register(On);
}

/// <summary>交给承办单位。</summary>
/// <param name="On">哪一天。</param>
/// <param name="Unit">承办的科室。</param>
/// <param name="Person">承办人的账号；不指定到人为 null。</param>
public sealed record AssignRequest(DateOnly On, string Unit, Guid? Person) : RequestAct(On)
{
    /// <inheritdoc/>
    public override string Code => "request.assign";

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotAssign();

    /// <inheritdoc/>
    public override IReadOnlyList<InputProblem> Check(DisclosureRequest request) => [.. Need("Unit", "承办单位", Unit, 100)];

    internal override void Do(DisclosureRequest request, Actor actor) => request.Assign(Unit.Trim(), Person, On);
}

/// <summary>并入先收到的一件（未答复期间重复提交的）。</summary>
/// <param name="On">哪一天。</param>
/// <param name="Into">并入哪一件，须是同一机关、同一申请人、未办结的；由用例核对。</param>
public sealed record MergeRequest(DateOnly On, Guid Into) : RequestAct(On)
{
    /// <inheritdoc/>
    public override string Code => "request.merge";

    /// <inheritdoc/>
    public override IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor) => request.WhyNotMerge();

    internal override void Do(DisclosureRequest request, Actor actor) => request.MergeInto(Into, On);
}
