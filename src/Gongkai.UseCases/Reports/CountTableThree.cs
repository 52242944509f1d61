using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.Storage;
using Gongkai.UseCases.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Reports;

/// <summary>由登记簿数出表三：任一机关、任一段时间；每一格都能打开它数的那些申请。</summary>
public sealed class CountTableThree(GongkaiDb db)
{
    private const int MostLevels = 8;

    /// <summary>数。办理职责的人数本机关，主管部门数所管的机关。</summary>
    /// <param name="actor">谁。</param>
    /// <param name="agencyId">哪个机关。</param>
    /// <param name="from">期初，含。</param>
    /// <param name="to">期末，含。</param>
    /// <param name="cancellation">取消。</param>
    /// <exception cref="NoSuchThingException">不归他看。</exception>
    public async Task<TableThree> RunAsync(Actor actor, int agencyId, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        await DemandAsync(actor, agencyId, cancellation);
        // 只按类别与去处分组，与索引的次序相同，数据库不用排序；期初、期末的四种情形各是一个和。
        var groups = await db.Requests.AsNoTracking()
            .Where(r => r.AgencyId == agencyId && r.Fate != RequestDesk.NoFate && r.Fate != RequestDesk.CountedByAnotherFate && r.ReceivedOn <= to && (r.ConcludedOn == null || r.ConcludedOn >= from))
            .GroupBy(r => new { r.ApplicantKind, r.Fate })
            .Select(g => new
            {
                g.Key.ApplicantKind,
                g.Key.Fate,
                InAndDone = g.Sum(r => r.ReceivedOn < from && r.ConcludedOn <= to ? 1L : 0L),
                InAndLeft = g.Sum(r => r.ReceivedOn < from && (r.ConcludedOn == null || r.ConcludedOn > to) ? 1L : 0L),
                NewAndDone = g.Sum(r => r.ReceivedOn >= from && r.ConcludedOn <= to ? 1L : 0L),
                NewAndLeft = g.Sum(r => r.ReceivedOn >= from && (r.ConcludedOn == null || r.ConcludedOn > to) ? 1L : 0L),
            })
            .ToListAsync(cancellation);
        var table = new TableThree();
        var before = from == DateOnly.MinValue ? from : from.AddDays(-1);
        foreach (var group in groups)
        {
            var kind = Enum.Parse<ApplicantKind>(group.ApplicantKind);
            Add(new RequestFate(before, to, kind, group.Fate), group.InAndDone);
            Add(new RequestFate(before, null, kind, null), group.InAndLeft);
            Add(new RequestFate(from, to, kind, group.Fate), group.NewAndDone);
            Add(new RequestFate(from, null, kind, null), group.NewAndLeft);
        }

        return table;

        void Add(RequestFate fate, long count)
        {
            if (count > 0)
            {
                table.Add(fate, from, to, count);
            }
        }
    }

    /// <summary>一格数的是哪些申请：登记编号，按收到之日。</summary>
    /// <param name="actor">谁；主管部门只看得到编号与日期。</param>
    /// <param name="agencyId">哪个机关。</param>
    /// <param name="from">期初，含。</param>
    /// <param name="to">期末，含。</param>
    /// <param name="row">行的标识，如 <c>refused.thirdPartyRights</c>。</param>
    /// <param name="column">列的标识，如 <c>person</c>。</param>
    /// <param name="cancellation">取消。</param>
    public async Task<IReadOnlyList<CountedRequest>> RequestsInAsync(Actor actor, int agencyId, DateOnly from, DateOnly to, string row, string column, CancellationToken cancellation)
    {
        await DemandAsync(actor, agencyId, cancellation);
        if (!TableThree.Rows.Contains(row) || !TableThree.Columns.Contains(column))
        {
            throw new NoSuchThingException();
        }

        var counted = db.Requests.AsNoTracking()
            .Where(r => r.AgencyId == agencyId && r.Fate != RequestDesk.NoFate && r.Fate != RequestDesk.CountedByAnotherFate && r.ReceivedOn <= to && (r.ConcludedOn == null || r.ConcludedOn >= from));
        if (column != "total")
        {
            var kind = Enum.GetValues<ApplicantKind>()[TableThree.Columns.ToList().IndexOf(column)].ToString();
            counted = counted.Where(r => r.ApplicantKind == kind);
        }

        counted = row switch
        {
            "received" => counted.Where(r => r.ReceivedOn >= from),
            "carriedIn" => counted.Where(r => r.ReceivedOn < from),
            "total" => counted.Where(r => r.ConcludedOn <= to),
            "carriedOut" => counted.Where(r => r.ConcludedOn == null || r.ConcludedOn > to),
            _ => counted.Where(r => r.ConcludedOn <= to && r.Fate == row),
        };
        return await counted.OrderBy(r => r.ReceivedOn).ThenBy(r => r.Number)
            .Select(r => new CountedRequest(r.Number, r.ReceivedOn!.Value, r.ConcludedOn, actor.HandlingAgencies.Contains(agencyId) ? r.Subject : ""))
            .ToListAsync(cancellation);
    }

    /// <summary>他数得到的机关：办理的，与主管的（层层往下）。</summary>
    public async Task<IReadOnlyList<KeyValuePair<int, string>>> AgenciesAsync(Actor actor, CancellationToken cancellation)
    {
        var all = await db.Agencies.AsNoTracking().OrderBy(a => a.Id).Select(a => new { a.Id, a.Name, a.SupervisingId }).ToListAsync(cancellation);
        HashSet<int> seen = [.. actor.HandlingAgencies, .. actor.Grants.Where(g => g.Role == StaffRole.Supervisor && g.AgencyId is not null).Select(g => g.AgencyId!.Value)];
        HashSet<int> supervised = [.. actor.Grants.Where(g => g.Role == StaffRole.Supervisor && g.AgencyId is not null).Select(g => g.AgencyId!.Value)];
        for (var level = 0; level < MostLevels; level++)
        {
            supervised.UnionWith(all.Where(a => a.SupervisingId is { } above && supervised.Contains(above)).Select(a => a.Id).ToList());
        }

        seen.UnionWith(supervised);
        return [.. all.Where(a => seen.Contains(a.Id)).Select(a => new KeyValuePair<int, string>(a.Id, a.Name))];
    }

    private async Task DemandAsync(Actor actor, int agencyId, CancellationToken cancellation)
    {
        if (ReferenceEquals(actor, Actor.Operator) || actor.HandlingAgencies.Contains(agencyId) || await SupervisesAsync(actor, agencyId, cancellation))
        {
            return;
        }

        throw new NoSuchThingException();
    }

    private async Task<bool> SupervisesAsync(Actor actor, int agencyId, CancellationToken cancellation)
    {
        // 主管关系一层层往上；登记时不许成环，这里仍限制层数。
        var id = (int?)agencyId;
        for (var level = 0; level < MostLevels && id is { } current; level++)
        {
            if (actor.Has(current, StaffRole.Supervisor))
            {
                return true;
            }

            id = await db.Agencies.AsNoTracking().Where(a => a.Id == current).Select(a => a.SupervisingId).SingleOrDefaultAsync(cancellation);
        }

        return false;
    }
}

/// <summary>一格里的一件申请。</summary>
/// <param name="Number">登记编号。</param>
/// <param name="ReceivedOn">收到之日。</param>
/// <param name="ConcludedOn">办结之日；未办结为 null。</param>
/// <param name="Subject">题目；主管部门看不到，为空。</param>
public sealed record CountedRequest(string Number, DateOnly ReceivedOn, DateOnly? ConcludedOn, string Subject);
