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

    /// <summary>找。只在同一机关里找，别的机关的看不到。</summary>
    public async Task<Similar> RunAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        var row = await db.Requests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation) ?? throw new NoSuchThingException();
        actor.DemandSight(row.AgencyId);
        var person = await db.ApplicantVaults.AsNoTracking().Where(v => v.RequestId == id).Select(v => v.IdHash).SingleOrDefaultAsync(cancellation);
        var others = await db.Requests.AsNoTracking()
            .Where(r => r.AgencyId == row.AgencyId && r.Id != id)
            .OrderByDescending(r => r.SubmittedAt).Take(Looked)
            .Select(r => new SimilarRequest(r.Id, r.Number, r.Subject, r.ReceivedOn, r.Outcome == null ? null : Enum.Parse<Outcome>(r.Outcome), r.ConcludedOn,
                person != null && db.ApplicantVaults.Any(v => v.RequestId == r.Id && v.IdHash == person), 0))
            .ToListAsync(cancellation);
        var pairs = Pairs(row.Subject);
        var scored = others.Select(o => o with { Likeness = Likeness(pairs, Pairs(o.Subject)) }).ToList();
        return new Similar(
            [.. scored.Where(o => o.IsSameApplicant).OrderByDescending(o => o.Likeness).Take(Most)],
            [.. scored.Where(o => !o.IsSameApplicant && o.Likeness >= Alike).OrderByDescending(o => o.Likeness).Take(Most)]);
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
public sealed record SimilarRequest(Guid Id, string Number, string Subject, DateOnly? ReceivedOn, Outcome? Outcome, DateOnly? ConcludedOn, bool IsSameApplicant, double Likeness);
