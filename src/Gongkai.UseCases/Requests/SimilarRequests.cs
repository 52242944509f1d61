using Gongkai.Core.Requests;
using Gongkai.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Requests;

/// <summary>与一件申请相像的：同一申请人从前的（可能是重复申请），同一事项别人要过的（可以考虑主动公开，条例第四十四条）。</summary>
public sealed class SimilarRequests(GongkaiDb db)
{
    private const int Looked = 2000;
    private const int Most = 10;
    private const double Alike = 0.5;

    private static readonly string[] NotAnswers = [nameof(Outcome.Withdrawn), nameof(Outcome.SupplementOverdue), nameof(Outcome.FeeOverdue)];

    /// <summary>找。只在同一机关里找，别的机关的看不到。</summary>
    public async Task<Similar> RunAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        var row = await db.Requests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation) ?? throw new NoSuchThingException();
        actor.DemandSight(row.AgencyId);
        var person = await db.ApplicantVaults.AsNoTracking().Where(v => v.RequestId == id).Select(v => v.IdHash).SingleOrDefaultAsync(cancellation);
        var family = await FamilyAsync(id, cancellation);
        var others = await db.Requests.AsNoTracking()
            .Where(r => r.AgencyId == row.AgencyId && r.Id != id && !family.Contains(r.Id))
            .OrderByDescending(r => r.SubmittedAt).Take(Looked)
            .Select(r => new SimilarRequest(r.Id, r.Number, r.Subject, r.ReceivedOn, r.Outcome == null ? null : Enum.Parse<Outcome>(r.Outcome), r.ConcludedOn,
                person != null && db.ApplicantVaults.Any(v => v.RequestId == r.Id && v.IdHash == person), 0)
            {
                Stage = Enum.Parse<RequestStage>(r.Stage),
                IsAnswered = r.Outcome != null && r.Fate != RequestDesk.NoFate && !NotAnswers.Contains(r.Outcome) && r.ReceivedOn <= row.ReceivedOn,
                MayTakeIn = r.ConcludedOn == null && r.Fate != RequestDesk.NoFate && r.SubmittedAt <= row.SubmittedAt,
            })
            .ToListAsync(cancellation);
        var pairs = Pairs(row.Subject);
        var scored = others.Select(o => o with { Likeness = Likeness(pairs, Pairs(o.Subject)) }).ToList();
        return new Similar(
            [.. scored.Where(o => o.IsSameApplicant).OrderByDescending(o => o.Likeness).Take(Most)],
            [.. scored.Where(o => !o.IsSameApplicant && o.Likeness >= Alike).OrderByDescending(o => o.Likeness).Take(Most)]);
    }

    // 拆出它的一件、同时拆出的几件、由它拆成的几件，是同一份申请，不是重复。
    private async Task<List<Guid>> FamilyAsync(Guid id, CancellationToken cancellation)
    {
        var own = await EventsAsync(id, cancellation);
        var parent = own.OfType<SplitOff>().FirstOrDefault()?.Parent;
        var parents = parent is { } whole ? await EventsAsync(whole, cancellation) : [];
        return [.. own.Concat(parents).OfType<RequestSplit>().SelectMany(s => s.Ids ?? []), .. parent is { } one ? new[] { one } : []];
    }

    private async Task<List<RequestEvent>> EventsAsync(Guid id, CancellationToken cancellation)
    {
        var rows = await db.RequestEvents.AsNoTracking().Where(e => e.RequestId == id && (e.Type == "splitOff" || e.Type == "split")).ToListAsync(cancellation);
        return [.. rows.Select(RequestDesk.Read)];
    }

    // 题目短，看相邻两字有多少相同（Dice 系数）就够。
    private static double Likeness(HashSet<(char, char)> a, HashSet<(char, char)> b) =>
        a.Count + b.Count == 0 ? 0 : 2.0 * a.Count(b.Contains) / (a.Count + b.Count);

    private static HashSet<(char, char)> Pairs(string text)
    {
        char[] kept = [.. text.Where(char.IsLetterOrDigit)];
        return [.. kept.Zip(kept.Skip(1))];
    }
}

/// <summary>相像的申请。</summary>
/// <param name="SameApplicant">同一申请人从前向本机关提出的。</param>
/// <param name="SameMatter">别人就同样事项提出的。</param>
public sealed record Similar(IReadOnlyList<SimilarRequest> SameApplicant, IReadOnlyList<SimilarRequest> SameMatter);

/// <summary>相像的一件。</summary>
/// <param name="Id">编号。</param>
/// <param name="Number">登记编号。</param>
/// <param name="Subject">题目。</param>
/// <param name="ReceivedOn">收到之日。</param>
/// <param name="Outcome">结果；未办结为 null。</param>
/// <param name="ConcludedOn">办结之日。</param>
/// <param name="IsSameApplicant">同一申请人。</param>
/// <param name="Likeness">题目有多像，0 至 1。</param>
public sealed record SimilarRequest(Guid Id, string Number, string Subject, DateOnly? ReceivedOn, Outcome? Outcome, DateOnly? ConcludedOn, bool IsSameApplicant, double Likeness)
{
    /// <summary>办到哪一步：拆开的、并入别件的，没有结果，也不是没有办结。</summary>
    public required RequestStage Stage { get; init; }

    /// <summary>已经答复：同一申请人的，再申请相同信息就是重复申请（条例第三十六条第（六）项）。更正记录、撤回、逾期不再处理的不是答复。</summary>
    public required bool IsAnswered { get; init; }

    /// <summary>可以把同一申请人后来提交的并进来：先提交的，还没有答复、没有拆开或者并入别件。</summary>
    public required bool MayTakeIn { get; init; }
}
