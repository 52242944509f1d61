using System.Text.Json;
using Gongkai.Core;
using Gongkai.Core.Requests;
using Gongkai.Storage;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Requests.Acts;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Requests;

/// <summary>工作人员对一件申请做一件事：取出、授权、判断、记下、出文书、提交，一个事务。</summary>
public sealed class PerformAct(GongkaiDb db, RequestDesk desk, LawBook law, IssueLetter letters, EarlierReply earlier)
{
    /// <summary>退回的理由记在备注里，署的是它；审查退回的，署审查的名称。</summary>
    public const string ReturnNote = "签发退回";

    private const int MostDaysToServe = 60;
    private const int MostDaysToDelay = 366;

    /// <summary>做。</summary>
    /// <param name="actor">谁。</param>
    /// <param name="id">哪一件。</param>
    /// <param name="version">他看到的是第几个事件之后的样子；别人先做了就不做。</param>
    /// <param name="act">做什么。</param>
    /// <param name="cancellation">取消。</param>
    /// <exception cref="NoSuchThingException">没有这一件，或者不归他的机关。</exception>
    /// <exception cref="NotAllowedException">归他的机关，但要别的职责。</exception>
    /// <exception cref="RefusedException">此刻依法不能做。</exception>
    /// <exception cref="BadInputException">填的不对，或者文书缺必备的要素。</exception>
    /// <exception cref="StaleDataException">别人先做了一步。</exception>
    public async Task<ActDone> RunAsync(Actor actor, Guid id, int version, RequestAct act, CancellationToken cancellation)
    {
        var open = await desk.OpenAsync(id, cancellation);
        actor.Demand(open.Row.AgencyId, [.. act.Roles]);
        if (open.Row.Version != version)
        {
            throw new StaleDataException("The case moved on since the page was shown.");
        }

        RefusedException.ThrowIfAny(Refusal.When(!open.HasPapers, RequestRefusals.Destroyed));
        if (act is DraftReply draft)
        {
            act = draft with { Digest = DigestOf(draft.Decision, draft.Text) };
        }

        var wrong = await CheckAsync(act, open, cancellation);

        // 日子、代号不对的，依法能不能做、文书怎样写都无从说起；不出文书的，也没有别的可说。
        BadInputException.ThrowIfAny(act.Letter is null || wrong.Any(p => p.Field is "On" or "ServedOn" or "Until" or "Id" or "Outcome") ? wrong : []);
        IReadOnlyList<Refusal> refusals = [.. act.WhyNot(open.Request, actor), .. await WhyNotWithFilesAsync(act, open, cancellation)];
        BadInputException.ThrowIfAny(refusals.Count > 0 ? wrong : []);
        RefusedException.ThrowIfAny(refusals);
        act.Do(open.Request, actor);
        var papers = act.Keep(open.Papers(), open.Request, law.Now);
        if (wrong.Count > 0)
        {
            // 填错的一次说完：文书还缺什么也说，免得改一处、交一次、再冒出一处。什么也没有提交。
            var lacks = act.LetterFor(open.Request) is { } kind ? (await letters.TryAsync(open, papers, kind, act.WordingFor(papers, open.Request), act.On, cancellation)).Problems : [];
            throw new BadInputException([.. wrong, .. lacks.Select(p => new InputProblem(p.Element, p.Message))]);
        }

        open.Keep(papers);
        if (act is ArchiveRequest)
        {
            open.Row.ClosedAt = law.Now;
        }

        if (act is OrderRedo)
        {
            open.Row.ClosedAt = null;
        }

        desk.Put(open, actor);
        var letter = act.LetterFor(open.Request) is { } type ? await letters.PutAsync(open, papers, type, act, actor, cancellation) : null;
        await db.CommitAsync(desk.Entry(open, actor, act.Code), cancellation);
        return new ActDone(open.Row.Version, letter);
    }

    /// <summary>一稿答复的摘要：决定与用词都在内，改一个字就不同。</summary>
    public static string DigestOf(Decision decision, LetterWording wording) =>
        RequestDesk.DigestOf([JsonSerializer.Serialize(decision, Json.Options), JsonSerializer.Serialize(wording, Json.Options)]);

    // 没有公开内容的答复，不能带着要提供的信息送审、签发：下一次送达就会把它们给出去。
    private async Task<IReadOnlyList<Refusal>> WhyNotWithFilesAsync(RequestAct act, OpenRequest open, CancellationToken cancellation)
    {
        var decision = act switch { DraftReply draft => draft.Decision, SignReply => open.Request.Draft?.Decision, _ => null };
        if (decision is null or { Discloses: true })
        {
            return [];
        }

        var served = ServedReplies.Of(open);
        var attached = await db.Attachments.AsNoTracking().Where(a => a.RequestId == open.Row.Id && a.Purpose == AttachFiles.Disclosed).ToListAsync(cancellation);
        return Refusal.When(attached.Any(a => !served.Covers(a)), RequestRefusals.DisclosedAttached);
    }

    private async Task<List<InputProblem>> CheckAsync(RequestAct act, OpenRequest open, CancellationToken cancellation)
    {
        List<InputProblem> problems = [.. act.Check(open.Request)];
        if (act.On > law.Today)
        {
            problems.Add(new InputProblem("On", "日子还没有到。只能记今天或者过去的事。"));
        }
        else if (act.IsOwnDecision && act.On != law.Today)
        {
            problems.Add(new InputProblem("On", "同意、退回是您今天自己作的决定，日子只能是今天，不能补记（《条例》第三十三条）。"));
        }

        if (act is ServeReply { Mode: ServiceMode.Electronic } && open.Request.Submission.Delivery == DeliveryForm.Online && act.On != law.Today)
        {
            problems.Add(new InputProblem("On", "网上送达的，记下之时申请人才看得到，日子只能是今天（《电子签名法》第十一条）。"));
        }

        // 补记可以，倒着记不行：送达早于收到、撤回早于登记的，表三数不到它。
        if (open.Request.Last is var last && act.On < last.On)
        {
            problems.Add(new InputProblem("On", $"日子不能早于前一件事：{Say.NameOf(last)}记在 {Say.Of(last.On)}，登记簿按先后记，期限也按先后算。请核对日期。"));
        }

        var served = act switch
        {
            AskForSupplement supplement => supplement.ServedOn,
            AskForReasons reasons => reasons.ServedOn,
            NotifyFee fee => fee.ServedOn,
            SendConsultation consultation => consultation.ServedOn,
            _ => null,
        };
        if (served is { } day && (day > law.Today || day.DayNumber - act.On.DayNumber is < 0 or > MostDaysToServe))
        {
            problems.Add(new InputProblem("ServedOn", $"送达之日不能早于发出之日 {Say.Of(act.On)}，要在其后 {MostDaysToServe} 天以内，也不能是还没有到的日子。还不知道的，收到之后再记。"));
        }

        if (act is DelayReply later && open.Request.DueOn(act.On) is { } due && later.Until <= due)
        {
            problems.Add(new InputProblem("Until", $"延迟到的日子要晚于现在的答复期限 {Say.Of(due)}（《条例》第三十五条）。"));
        }

        if (act is DelayReply delay && delay.Until.DayNumber - act.On.DayNumber > MostDaysToDelay)
        {
            problems.Add(new InputProblem("Until", $"延迟答复最多定到 {MostDaysToDelay} 天以内的一天，请核对年份和日子。"));
        }

        if (act is MergeRequest merge && !await IsSameApplicantAsync(open, merge.Into, cancellation))
        {
            problems.Add(new InputProblem("Into", "只能并入同一申请人先向本机关提出、还没有答复的另一件申请。"));
        }

        problems.AddRange(await earlier.ProblemsAsync(open, act, cancellation));
        problems.AddRange(await FilesProblemsAsync(act, open, cancellation));
        return problems;
    }

    private async Task<IReadOnlyList<InputProblem>> FilesProblemsAsync(RequestAct act, OpenRequest open, CancellationToken cancellation)
    {
        (Outcome outcome, LetterWording? wording) = act switch
        {
            DraftReply draft => (draft.Decision.Outcome, draft.Text),
            SignReply when open.Request.Draft is { } draft => (draft.Decision.Outcome, open.Papers().DraftOf(draft.Revision) ?? new LetterWording()),
            _ => (default, null),
        };
        return wording is null || !FilesToProvide.Expects(outcome, open.Request.Submission.Delivery)
            ? []
            : FilesToProvide.Problems(outcome, open.Request, wording, await db.Attachments.CountAsync(a => a.RequestId == open.Row.Id && a.Purpose == AttachFiles.Disclosed, cancellation));
    }

    private async Task<bool> IsSameApplicantAsync(OpenRequest open, Guid into, CancellationToken cancellation)
    {
        var other = await db.Requests.SingleOrDefaultAsync(
            r => r.Id == into && r.Id != open.Row.Id && r.AgencyId == open.Row.AgencyId && r.ConcludedOn == null && r.Fate != RequestDesk.NoFate && r.SubmittedAt <= open.Row.SubmittedAt
                && db.ApplicantVaults.Any(a => a.RequestId == into && a.IdHash != null && db.ApplicantVaults.Any(b => b.RequestId == open.Row.Id && b.IdHash == a.IdHash)),
            cancellation);
        if (other is null)
        {
            return false;
        }

        // 那一件同时也在变（撤回、并到这一件来）的，提交时就对不上。
        db.Entry(other).Property(r => r.Version).IsModified = true;
        return true;
    }
}

/// <summary>做完了。</summary>
/// <param name="Version">现在是第几个事件之后。</param>
/// <param name="Letter">随之发出的文书；没有的为 null。</param>
public sealed record ActDone(int Version, IssuedLetter? Letter);

/// <summary>发出的一份文书。</summary>
/// <param name="Id">编号。</param>
/// <param name="Number">文号。</param>
public sealed record IssuedLetter(Guid Id, string Number);
