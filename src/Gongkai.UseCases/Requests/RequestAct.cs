using Gongkai.Core;
using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.Letters;

namespace Gongkai.UseCases.Requests;

/// <summary>工作人员对一件申请做的一件事：谁能做、此刻为什么不能做、做了记什么、出哪份文书。由 <see cref="PerformAct"/> 执行。</summary>
/// <param name="On">事情发生在哪一天（中国）；可以是补记过去的一天，不能是将来。</param>
public abstract record RequestAct(DateOnly On)
{
    /// <summary>审计记录里的代号，如 <c>request.extend</c>。</summary>
    public abstract string Code { get; }

    /// <summary>要有其中任一种职责。</summary>
    public virtual IReadOnlyList<StaffRole> Roles => [StaffRole.Officer, StaffRole.DisclosureHead];

    /// <summary>随这件事发出的文书；没有的为 null。</summary>
    public virtual LetterType? Letter => null;

    /// <summary>负责人、领导自己的决定：只能今天做，不能补记过去的一天。</summary>
    public virtual bool IsOwnDecision => false;

    /// <summary>做了之后发哪份文书；没有的为 null。撤回更正的，没有相应的告知书。</summary>
    internal virtual LetterType? LetterFor(DisclosureRequest request) => Letter == LetterType.ReplyWithdrawn && request.IsCorrection ? null : Letter;

    /// <summary>文书的用词；没有的为 null。</summary>
    /// <param name="papers">做了之后的文字。</param>
    /// <param name="request">做了之后的申请。</param>
    internal virtual LetterWording? WordingFor(RequestPapers papers, DisclosureRequest request) => Wording;

    /// <summary>文书的用词；没有的为 null。</summary>
    public virtual LetterWording? Wording => null;

    /// <summary>为什么此刻不能做；空表示可以。</summary>
    public abstract IReadOnlyList<Refusal> WhyNot(DisclosureRequest request, Actor actor);

    /// <summary>填的不对的各项；空表示可以。</summary>
    public virtual IReadOnlyList<InputProblem> Check(DisclosureRequest request) => [];

    /// <summary>在申请上做。</summary>
    internal abstract void Do(DisclosureRequest request, Actor actor);

    /// <summary>记下可能认得出人的文字。只有拟稿的用词归在那一稿之下，退回之后别的事的用词不能冒充它。</summary>
    internal virtual RequestPapers Keep(RequestPapers papers, DisclosureRequest request, DateTime at) =>
        Wording is { } wording
            ? papers with { Wordings = [.. papers.Wordings, new KeptWording(request.Events.Count, request.Events[^1] is ReplyDrafted drafted ? drafted.Revision : 0, wording)] }
            : papers;

    /// <summary>工作日的个数要在 1 至 <paramref name="most"/> 之间。</summary>
    protected static IEnumerable<InputProblem> DaysWithin(string field, string name, int days, int most)
    {
        if (days < 1 || days > most)
        {
            yield return new InputProblem(field, $"{name}要在 1 至 {most} 个工作日之间。");
        }
    }

    /// <summary>一项文字不能空、不能过长。</summary>
    protected static IEnumerable<InputProblem> Need(string field, string name, string? value, int longest = 4000)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            yield return new InputProblem(field, $"请填写{name}。");
        }
        else if (value.Length > longest)
        {
            yield return new InputProblem(field, $"{name}太长，最多 {longest} 字。");
        }
    }
}
