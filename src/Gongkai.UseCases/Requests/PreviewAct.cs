using Gongkai.Core;
using Gongkai.Letters;
using Gongkai.UseCases.Requests.Acts;

namespace Gongkai.UseCases.Requests;

/// <summary>先看一件事会出怎样的文书：照真的做一遍，不取号，不保存。</summary>
public sealed class PreviewAct(RequestDesk desk, IssueLetter letters, EarlierReply earlier)
{
    /// <summary>看要做的事出的文书；拟稿看的是将来签发的答复书。</summary>
    /// <exception cref="NoSuchThingException">没有这一件，或者不归他的机关。</exception>
    /// <exception cref="NotAllowedException">要别的职责。</exception>
    /// <exception cref="RefusedException">此刻依法不能做。</exception>
    /// <exception cref="BadInputException">填的不对。</exception>
    public async Task<LetterTrial> RunAsync(Actor actor, Guid id, RequestAct act, CancellationToken cancellation)
    {
        var open = await desk.OpenAsync(id, cancellation);
        actor.Demand(open.Row.AgencyId, [.. act.Roles]);
        BadInputException.ThrowIfAny(act.Check(open.Request));
        BadInputException.ThrowIfAny(await earlier.ProblemsAsync(open, act, cancellation));
        RefusedException.ThrowIfAny(act.WhyNot(open.Request, actor));
        act.Do(open.Request, actor);
        var type = act is DraftReply draft ? ReplyLetters.For(draft.Decision.Outcome) : act.LetterFor(open.Request) ?? throw new ArgumentException("The act sends no letter.", nameof(act));
        var papers = act.Keep(open.Papers(), open.Request, DateTime.UnixEpoch);
        return await letters.TryAsync(open, papers, type, act.WordingFor(papers, open.Request), act.On, cancellation, actor.Name);
    }

    /// <summary>看现在这一稿签发出来的答复书；审查人、签发人看的就是它。</summary>
    /// <exception cref="NoSuchThingException">没有这一件，不归他的机关，或者还没有稿。</exception>
    public async Task<LetterTrial> DraftAsync(Actor actor, Guid id, DateOnly on, CancellationToken cancellation)
    {
        var open = await desk.OpenAsync(id, cancellation);
        actor.DemandSight(open.Row.AgencyId);
        return open.Request.Draft is { } draft && open.HasPapers
            ? await letters.TryAsync(open, open.Papers(), ReplyLetters.For(draft.Decision.Outcome), null, on, cancellation)
            : throw new NoSuchThingException();
    }
}

/// <summary>试写的一份文书。</summary>
/// <param name="Problems">还缺的要素；空表示可以出。</param>
/// <param name="Page">网页片段；缺要素时为 null。文字都已编码。</param>
public sealed record LetterTrial(IReadOnlyList<LetterProblem> Problems, string? Page);
