using System.Text.Json;
using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.Storage;
using Gongkai.UseCases.Law;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Requests;

/// <summary>交接：一个人在本机关承办的、没有办结的申请，全部改由另一个人承办，一次提交。</summary>
public sealed class HandOver(GongkaiDb db, RequestDesk desk, LawBook law)
{
    private const int Most = 2000;

    /// <summary>本机关的人，与各自承办的没有办结的件数。</summary>
    /// <exception cref="NoSuchThingException">不归他的机关。</exception>
    public async Task<IReadOnlyList<Workload>> WorkloadsAsync(Actor actor, int agencyId, CancellationToken cancellation)
    {
        actor.DemandSight(agencyId);
        var counts = await Open(agencyId).Where(r => r.AssignedTo != null).GroupBy(r => r.AssignedTo!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        string[] handling = [nameof(StaffRole.Officer), nameof(StaffRole.DisclosureHead)];
        var staff = await db.Users.AsNoTracking()
            .Select(u => new { u.Id, u.DisplayName, Handles = db.RoleGrants.Any(g => g.AccountId == u.Id && g.AgencyId == agencyId && handling.Contains(g.Role)) })
            .Where(u => u.Handles || counts.Keys.Contains(u.Id))
            .OrderBy(u => u.DisplayName).ToListAsync(cancellation);
        return [.. staff.Select(u => new Workload(u.Id, u.DisplayName, u.Handles, counts.GetValueOrDefault(u.Id)))];
    }

    /// <summary>交接。</summary>
    /// <returns>交了几件。</returns>
    /// <exception cref="NotAllowedException">不是公开工作机构负责人，交的也不是自己的。</exception>
    /// <exception cref="BadInputException">交给的人不在本机关办理，或者没有可交的。</exception>
    /// <exception cref="StaleDataException">别人同时办了其中一件，什么也没有交；再来一次。</exception>
    public async Task<int> RunAsync(Actor actor, int agencyId, Guid from, Guid to, CancellationToken cancellation)
    {
        // 自己的可以自己交，别人的由负责人交。
        actor.Demand(agencyId, from == actor.AccountId ? [StaffRole.Officer, StaffRole.DisclosureHead] : [StaffRole.DisclosureHead]);
        var staff = await WorkloadsAsync(actor, agencyId, cancellation);
        List<InputProblem> problems = [];
        if (from == to)
        {
            problems.Add(new InputProblem("To", "交出的人与接手的人是同一个。请另选接手的人。"));
        }
        else if (!staff.Any(s => s.Account == to && s.Handles))
        {
            problems.Add(new InputProblem("To", "请选择在本机关办理申请的人来接手。"));
        }

        if (!staff.Any(s => s.Account == from && s.Count > 0))
        {
            problems.Add(new InputProblem("From", "这个人没有承办中的申请，不用交接。"));
        }

        BadInputException.ThrowIfAny(problems);
        var ids = await Open(agencyId).Where(r => r.AssignedTo == from).OrderBy(r => r.Id).Take(Most).Select(r => r.Id).ToListAsync(cancellation);
        List<object> moved = [];
        foreach (var id in ids)
        {
            var open = await desk.OpenAsync(id, cancellation);
            if (open.Request.WhyNotAssign().Count == 0)
            {
                open.Request.Assign(open.Request.Assignment?.Unit ?? "", to, law.Today);
                desk.Put(open, actor);
                moved.Add(new { id, version = open.Row.Version });
            }
        }

        var detail = JsonSerializer.Serialize(new { from, to, moved }, Json.Options);
        await db.CommitAsync(new AuditEntry(law.Now, actor.Id, agencyId, "request.handOver", to.ToString("D"), detail), cancellation);
        return moved.Count;
    }

    private IQueryable<Storage.Rows.RequestRow> Open(int agencyId)
    {
        string[] closed = [nameof(RequestStage.Concluded), nameof(RequestStage.Archived), nameof(RequestStage.Merged), nameof(RequestStage.Split)];
        return db.Requests.AsNoTracking().Where(r => r.AgencyId == agencyId && !closed.Contains(r.Stage));
    }
}

/// <summary>一个人手上的事。</summary>
/// <param name="Account">账号。</param>
/// <param name="Name">姓名。</param>
/// <param name="Handles">在本机关有经办或者负责的职责，可以接手。</param>
/// <param name="Count">承办中、没有办结的件数。</param>
public sealed record Workload(Guid Account, string Name, bool Handles, int Count);
