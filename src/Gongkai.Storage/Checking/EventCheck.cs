using System.Text.Json;
using Gongkai.Storage.Rows;
using Gongkai.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage.Checking;

/// <summary>
/// 核对事件：每一个都要有一条审计记录替它作证，内容与记下的摘要一致；反过来，审计记录作过证的申请都要在，
/// 每件一份申请人资料，没有销毁的要有密钥。按申请逐批读，多少件都一样占地方。
/// </summary>
internal static class EventCheck
{
    private const int Batch = 200;

    public static async Task RunAsync(GongkaiDb db, List<string> problems, int most, CancellationToken cancellation)
    {
        await RequestsAsync(db, problems, most, cancellation);
        await LostAsync(db, problems, most, cancellation);
    }

    private static async Task RequestsAsync(GongkaiDb db, List<string> problems, int most, CancellationToken cancellation)
    {
        for (var after = Guid.Empty; problems.Count < most;)
        {
            var start = after;
            var batch = await db.Requests.AsNoTracking().Where(r => r.Id > start).OrderBy(r => r.Id).Take(Batch).Select(r => new { r.Id, r.Number, r.Version }).ToListAsync(cancellation);
            if (batch.Count == 0)
            {
                return;
            }

            Guid[] ids = [.. batch.Select(r => r.Id)];
            string[] subjects = [.. ids.Select(i => i.ToString("D"))];
            var events = (await db.RequestEvents.AsNoTracking().Where(e => ids.Contains(e.RequestId)).ToListAsync(cancellation)).ToLookup(e => e.RequestId);
            var audits = (await db.Audits.AsNoTracking().Where(a => subjects.Contains(a.Subject) && a.Detail != null).OrderBy(a => a.Sequence).Select(a => new { a.Sequence, a.Subject, a.Detail }).ToListAsync(cancellation))
                .ToLookup(a => a.Subject, a => (a.Sequence, a.Detail));
            var isSealed = await db.ApplicantVaults.AsNoTracking().Where(v => ids.Contains(v.RequestId)).ToDictionaryAsync(v => v.RequestId, v => v.WrappedKey != null, cancellation);
            foreach (var request in batch)
            {
                problems.AddRange(ProblemsOf(request.Number, request.Version, [.. events[request.Id].OrderBy(e => e.Sequence)], audits[request.Id.ToString("D")]));
                var isDestroyed = events[request.Id].Any(e => e.Type == RequestEventRow.Destroyed);
                problems.AddRange(VaultProblems(request.Number, isDestroyed, isSealed.TryGetValue(request.Id, out var hasKey) ? hasKey : null));
            }

            after = ids[^1];
        }
    }

    // 行与事件一同被抽去的，从申请那一边看不出来：从审计记录这一边看。
    private static async Task LostAsync(GongkaiDb db, List<string> problems, int most, CancellationToken cancellation)
    {
        var lost = new HashSet<Guid>();
        for (var after = 0L; problems.Count < most;)
        {
            var start = after;
            var batch = await db.Audits.AsNoTracking().Where(a => a.Sequence > start && a.Detail != null && a.Detail.Contains(EventClaims.Mark))
                .OrderBy(a => a.Sequence).Take(Batch).Select(a => new { a.Sequence, a.Subject, a.Detail }).ToListAsync(cancellation);
            if (batch.Count == 0)
            {
                return;
            }

            var claims = batch.Where(a => Read(a.Detail) is not null).Select(a => (a.Sequence, Id: Guid.TryParseExact(a.Subject, "D", out var id) ? id : Guid.Empty)).Where(c => c.Id != Guid.Empty).ToList();
            Guid[] ids = [.. claims.Select(c => c.Id).Distinct()];
            var found = await db.Requests.Where(r => ids.Contains(r.Id)).Select(r => r.Id).ToHashSetAsync(cancellation);
            problems.AddRange(claims.Where(c => !found.Contains(c.Id) && lost.Add(c.Id)).Select(c => $"审计记录第 {c.Sequence} 条说有申请 {c.Id:D}，现在整件都不见了：被抽去了。"));
            after = batch[^1].Sequence;
        }
    }

    private static IEnumerable<string> VaultProblems(string number, bool isDestroyed, bool? hasKey) => (hasKey, isDestroyed) switch
    {
        (null, _) => [$"申请 {number} 的申请人资料整行不见了。"],
        (false, false) => [$"申请 {number} 的申请人资料没有了密钥，却没有销毁的记录。"],
        (true, true) => [$"申请 {number} 记着已经销毁，申请人资料的密钥却还在。"],
        _ => [],
    };

    private static List<string> ProblemsOf(string number, int version, RequestEventRow[] events, IEnumerable<(long Sequence, string? Detail)> audits)
    {
        if (events.Length != version || events.Where((e, i) => e.Sequence != i + 1).Any())
        {
            return [$"申请 {number} 应有 {version} 个相连的事件，实有 {events.Length} 个或次序不连。"];
        }

        List<string> problems = [];
        var covered = 0;
        foreach (var (sequence, detail) in audits)
        {
            if (Read(detail) is not { } claim)
            {
                continue;
            }

            var claimed = events.Where(e => e.Sequence >= claim.From && e.Sequence <= claim.To).ToArray();
            if (claim.From != covered + 1 || claim.To < claim.From)
            {
                problems.Add($"申请 {number} 的事件与审计记录接不上：第 {sequence} 条说的是第 {claim.From} 至 {claim.To} 个。");
            }
            else if (EventClaims.DigestOf(claimed) != claim.Sm3)
            {
                problems.Add($"申请 {number} 的{Which(claim)}事件的内容与审计记录第 {sequence} 条里的摘要不符：事件被改过。");
            }

            covered = Math.Max(covered, claim.To);
        }

        if (covered < events.Length)
        {
            problems.Add($"申请 {number} 的第 {covered + 1} 个事件起，审计记录里没有：不是由本系统写入的。");
        }

        return problems;
    }

    private static string Which(EventClaim claim) => claim.From == claim.To ? $"第 {claim.From} 个" : $"第 {claim.From} 至 {claim.To} 个";

    // 说明写坏了的，审计链那一关已经指出。
    private static EventClaim? Read(string? detail)
    {
        try
        {
            return EventClaims.Read(detail);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
