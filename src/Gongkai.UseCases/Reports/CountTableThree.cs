using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.Letters.Facts;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.UseCases.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Reports;

/// <summary>由登记簿数出表三：任一机关或者一级政府含下级，任一段时间；每一格都能打开它数的那些申请。</summary>
public sealed class CountTableThree(GongkaiDb db)
{
    private const int MostLevels = 8;

    // 归上级部门管、由上级部门汇总的：挂在地方政府之下也不进它的汇总。
    private static readonly AgencyKind[] Vertical = [AgencyKind.VerticalDepartment, AgencyKind.StateCouncilDepartment, AgencyKind.StateCouncilDispatched];

    /// <summary>数。办理职责的人数本机关，主管部门数所管的机关。</summary>
    /// <param name="actor">谁。</param>
    /// <param name="agencyId">哪个机关。</param>
    /// <param name="from">期初，含。</param>
    /// <param name="to">期末，含。</param>
    /// <param name="cancellation">取消。</param>
    /// <exception cref="NoSuchThingException">不归他看。</exception>
    public Task<TableThree> RunAsync(Actor actor, int agencyId, DateOnly from, DateOnly to, CancellationToken cancellation) => RunAsync(actor, [agencyId], from, to, cancellation);

    /// <summary>几个机关一起数：一件申请只在一个机关，一个机关只数一次。</summary>
    /// <param name="actor">谁。</param>
    /// <param name="agencies">哪些机关，如 <see cref="WithLowerAsync"/> 给出的；重复的只算一次。</param>
    /// <param name="from">期初，含。</param>
    /// <param name="to">期末，含。</param>
    /// <param name="cancellation">取消。</param>
    /// <exception cref="NoSuchThingException">有一个不归他看。</exception>
    public async Task<TableThree> RunAsync(Actor actor, IReadOnlyList<int> agencies, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        await DemandAsync(actor, agencies, cancellation);
        // 只按类别与去处分组，与索引的次序相同，数据库不用排序；期初、期末的四种情形各是一个和。
        var groups = await Counted(agencies, from, to)
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
    public Task<IReadOnlyList<CountedRequest>> RequestsInAsync(Actor actor, int agencyId, DateOnly from, DateOnly to, string row, string column, CancellationToken cancellation) =>
        RequestsInAsync(actor, [agencyId], from, to, row, column, cancellation);

    /// <summary>几个机关一起数的一格，是哪些申请。</summary>
    /// <param name="actor">谁；不办理那个机关的申请的，只看得到编号与日期。</param>
    /// <param name="agencies">哪些机关。</param>
    /// <param name="from">期初，含。</param>
    /// <param name="to">期末，含。</param>
    /// <param name="row">行的标识。</param>
    /// <param name="column">列的标识。</param>
    /// <param name="cancellation">取消。</param>
    public async Task<IReadOnlyList<CountedRequest>> RequestsInAsync(Actor actor, IReadOnlyList<int> agencies, DateOnly from, DateOnly to, string row, string column, CancellationToken cancellation)
    {
        await DemandAsync(actor, agencies, cancellation);
        if (!TableThree.Rows.Contains(row) || !TableThree.Columns.Contains(column))
        {
            throw new NoSuchThingException();
        }

        var counted = Counted(agencies, from, to);
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
        int[] own = [.. actor.HandlingAgencies];
        return await counted.OrderBy(r => r.ReceivedOn).ThenBy(r => r.Number)
            .Select(r => new CountedRequest(r.AgencyId, r.Number, r.ReceivedOn!.Value, r.ConcludedOn, own.Contains(r.AgencyId) ? r.Subject : ""))
            .ToListAsync(cancellation);
    }

    /// <summary>
    /// 一级政府含下级时数哪些机关：它自己，与机关树上它之下的部门、派出机关、乡镇街道、下级政府，各一次；垂直管理的不在内。
    /// 没有下级的、有一个不归他看的，为空：少数一个的合计是错的合计。
    /// </summary>
    /// <param name="actor">谁。</param>
    /// <param name="agencyId">哪个机关。</param>
    /// <param name="cancellation">取消。</param>
    public async Task<IReadOnlyList<KeyValuePair<int, string>>> WithLowerAsync(Actor actor, int agencyId, CancellationToken cancellation)
    {
        var all = await db.Agencies.AsNoTracking().OrderBy(a => a.Id).Select(a => new { a.Id, a.Name, a.ParentId, a.Kind }).ToListAsync(cancellation);

        // 垂直管理的，由上级部门汇总，不在当地政府的表里；它自己汇总自己的分支。
        string[] vertical = [.. Vertical.Select(k => k.ToString())];
        var apart = all.SingleOrDefault(a => a.Id == agencyId) is { } root && !vertical.Contains(root.Kind);
        HashSet<int> whole = [agencyId];
        for (var before = 0; before < whole.Count;)
        {
            before = whole.Count;
            whole.UnionWith(all.Where(a => a.ParentId is { } parent && whole.Contains(parent) && !(apart && vertical.Contains(a.Kind))).Select(a => a.Id).ToList());
        }

        if (whole.Count == 1 || !(ReferenceEquals(actor, Actor.Operator) || whole.IsSubsetOf((await AgenciesAsync(actor, cancellation)).Select(a => a.Key))))
        {
            return [];
        }

        return [.. all.Where(a => whole.Contains(a.Id)).Select(a => new KeyValuePair<int, string>(a.Id, a.Name))];
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

    // 一个机关的照旧是等于：数据库沿着索引走。
    private IQueryable<RequestRow> Counted(IReadOnlyList<int> agencies, DateOnly from, DateOnly to)
    {
        int[] ids = [.. agencies.Distinct()];
        var only = ids[0];
        var rows = db.Requests.AsNoTracking();
        rows = ids.Length == 1 ? rows.Where(r => r.AgencyId == only) : rows.Where(r => ids.Contains(r.AgencyId));
        return rows.Where(r => r.Fate != RequestDesk.NoFate && r.Fate != RequestDesk.CountedByAnotherFate && r.ReceivedOn <= to && (r.ConcludedOn == null || r.ConcludedOn >= from));
    }

    private async Task DemandAsync(Actor actor, IReadOnlyList<int> agencies, CancellationToken cancellation)
    {
        if (agencies.Count == 0)
        {
            throw new NoSuchThingException();
        }

        foreach (var agency in agencies)
        {
            if (!ReferenceEquals(actor, Actor.Operator) && !actor.HandlingAgencies.Contains(agency) && !await SupervisesAsync(actor, agency, cancellation))
            {
                throw new NoSuchThingException();
            }
        }
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
/// <param name="AgencyId">哪个机关的。</param>
/// <param name="Number">登记编号。</param>
/// <param name="ReceivedOn">收到之日。</param>
/// <param name="ConcludedOn">办结之日；未办结为 null。</param>
/// <param name="Subject">题目；主管部门看不到，为空。</param>
public sealed record CountedRequest(int AgencyId, string Number, DateOnly ReceivedOn, DateOnly? ConcludedOn, string Subject);
