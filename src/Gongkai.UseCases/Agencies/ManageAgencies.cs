using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.UseCases.Calendar;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Staff;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Agencies;

/// <summary>管理员管机关：建、改、撤并、办理口径。全系统的管理员管机关树，一个机关的管理员只改自己机关的联系方式与文书。</summary>
public sealed class ManageAgencies(GongkaiDb db, LawBook law)
{
    // 看的时候没有，提交时别人先用了的，说法一样。
    private static readonly InputProblem Taken = new(nameof(AgencyForm.PagePath), "别的机关已经用了这个网页路径，请换一个。");

    /// <summary>管得到的机关，按树的次序。</summary>
    /// <exception cref="NotAllowedException">不是管理员。</exception>
    public async Task<IReadOnlyList<AgencyLine>> ListAsync(Actor actor, CancellationToken cancellation)
    {
        var management = Management.Of(actor);
        var rows = await db.Agencies.AsNoTracking().OrderBy(a => a.Id).ToListAsync(cancellation);
        var open = RefoldRequests.OpenStages;
        var counts = await db.Requests.Where(r => open.Contains(r.Stage)).GroupBy(r => r.AgencyId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        List<AgencyLine> lines = [];
        var children = rows.ToLookup(r => r.ParentId ?? 0);
        Walk(0, 0);
        return management.IsEverywhere ? lines : [.. lines.Where(l => management.Covers(l.Row.Id)).Select(l => l with { Depth = 0 })];

        void Walk(int parent, int depth)
        {
            foreach (var row in children[parent])
            {
                lines.Add(new AgencyLine(row, depth, counts.GetValueOrDefault(row.Id)));
                Walk(row.Id, depth + 1);
            }
        }
    }

    /// <summary>一个机关；管不到的对他不存在。</summary>
    /// <exception cref="NoSuchThingException">没有，或者管不到。</exception>
    public async Task<AgencyRow> ViewAsync(Actor actor, int id, CancellationToken cancellation) =>
        (await ListAsync(actor, cancellation)).FirstOrDefault(l => l.Row.Id == id)?.Row ?? throw new NoSuchThingException();

    /// <summary>能改名称、路径、在树上的位置，与办理口径：各机关的期限怎样算由本地区统一定，不由机关自己定。</summary>
    public static bool MayChangeStructure(Actor actor) => Management.Of(actor).IsEverywhere;

    /// <summary>谁能改那些：本地区全系统的管理员，姓名，没有离任的。</summary>
    public async Task<IReadOnlyList<string>> RegionAdministratorsAsync(Actor actor, CancellationToken cancellation)
    {
        _ = Management.Of(actor);
        var administrator = nameof(Core.Agencies.StaffRole.Administrator);
        return await db.Users.AsNoTracking().Where(u => u.PasswordHash != null && db.RoleGrants.Any(g => g.AccountId == u.Id && g.AgencyId == null && g.Role == administrator))
            .OrderBy(u => u.DisplayName).Select(u => u.DisplayName).ToListAsync(cancellation);
    }

    /// <summary>建一个机关。</summary>
    /// <exception cref="BadInputException">填的不对。</exception>
    public async Task<SavedAgency> CreateAsync(Actor actor, AgencyForm form, CancellationToken cancellation)
    {
        Management.Of(actor).DemandEverywhere();
        BadInputException.ThrowIfAny([.. AgencyCheck.Problems(form), .. await TreeProblemsAsync(null, form, cancellation)]);
        var row = new AgencyRow { Name = form.AgencyName.Trim(), PagePath = form.PagePath.Trim() };
        form.WriteTo(row, structure: true);
        db.Agencies.Add(row);
        await CommitAsync(new AuditEntry(law.Now, actor.Id, null, "agency.create", row.PagePath), cancellation);
        return new SavedAgency(row.Id, AgencyCheck.Warning(row.CreditCode, row.LetterMark));
    }

    /// <summary>改一个机关。期限怎样算不在这里，见 <see cref="KeepRegionClock"/>。</summary>
    /// <param name="actor">谁。</param>
    /// <param name="id">哪个机关。</param>
    /// <param name="form">填的。</param>
    /// <param name="seen">他看着改的那一份的摘要（<see cref="AgencyForm.Digest"/>）；null 为不是看着页面改的。</param>
    /// <param name="cancellation">取消。</param>
    /// <exception cref="NoSuchThingException">没有，或者管不到。</exception>
    /// <exception cref="BadInputException">填的不对。</exception>
    /// <exception cref="StaleDataException">别人先改了。</exception>
    public async Task<SavedAgency> ChangeAsync(Actor actor, int id, AgencyForm form, string? seen, CancellationToken cancellation)
    {
        var management = Management.Of(actor);
        _ = await ViewAsync(actor, id, cancellation);
        var row = await db.Agencies.SingleAsync(a => a.Id == id, cancellation);
        Shown.Demand(seen, AgencyForm.Of(row).Digest());
        if (!management.IsEverywhere)
        {
            // 不归他改的照旧，表单里硬塞进来的也不理。
            form = form.WithRegionPartOf(AgencyForm.Of(row));
        }

        BadInputException.ThrowIfAny([.. AgencyCheck.Problems(form), .. await TreeProblemsAsync(id, form, cancellation)]);
        form.WriteTo(row, management.IsEverywhere);
        await CommitAsync(new AuditEntry(law.Now, actor.Id, id, "agency.change", row.PagePath), cancellation);
        return new SavedAgency(id, AgencyCheck.Warning(row.CreditCode, row.LetterMark));
    }

    /// <summary>撤并：不再受理新的申请；没有办结的照常办完。</summary>
    public Task CloseAsync(Actor actor, int id, CancellationToken cancellation) => SetOpenAsync(actor, id, false, cancellation);

    /// <summary>恢复受理。</summary>
    public Task ReopenAsync(Actor actor, int id, CancellationToken cancellation) => SetOpenAsync(actor, id, true, cancellation);

    private async Task SetOpenAsync(Actor actor, int id, bool isOpen, CancellationToken cancellation)
    {
        Management.Of(actor).DemandEverywhere();
        var row = await db.Agencies.SingleOrDefaultAsync(a => a.Id == id, cancellation) ?? throw new NoSuchThingException();
        row.IsOpen = isOpen;
        await db.CommitAsync(new AuditEntry(law.Now, actor.Id, id, isOpen ? "agency.reopen" : "agency.close", row.PagePath), cancellation);
    }

    private async Task CommitAsync(AuditEntry entry, CancellationToken cancellation)
    {
        try
        {
            await db.CommitAsync(entry, cancellation);
        }
        catch (TakenException)
        {
            throw new BadInputException([Taken]);
        }
    }

    private async Task<IReadOnlyList<InputProblem>> TreeProblemsAsync(int? id, AgencyForm form, CancellationToken cancellation)
    {
        List<InputProblem> problems = [];
        var rows = await db.Agencies.AsNoTracking().Select(a => new { a.Id, a.ParentId, a.SupervisingId, a.PagePath }).ToListAsync(cancellation);
        if (rows.Any(r => r.PagePath == form.PagePath.Trim() && r.Id != id))
        {
            problems.Add(Taken);
        }

        if (id is { } known && rows.First(r => r.Id == known).PagePath != form.PagePath.Trim() && await db.Requests.AnyAsync(r => r.AgencyId == known, cancellation))
        {
            problems.Add(new InputProblem(nameof(form.PagePath), "这个机关已经有申请，编号以网页路径开头，不能再改。"));
        }

        var parents = rows.ToDictionary(r => r.Id, r => r.ParentId);
        var supervisors = rows.ToDictionary(r => r.Id, r => r.SupervisingId);
        foreach (var (field, label, chosen, up) in new[] { (nameof(form.ParentId), "上级机关", form.ParentId, parents), (nameof(form.SupervisingId), "主管部门", form.SupervisingId, supervisors) })
        {
            if (chosen is { } above && !up.ContainsKey(above))
            {
                problems.Add(new InputProblem(field, $"没有这个{label}，请重新选。"));
            }
            else if (id is { } self && Reaches(up, chosen, self))
            {
                problems.Add(new InputProblem(field, $"{label}不能是它自己，也不能是它下面的机关。"));
            }
        }

        return problems;
    }

    private static bool Reaches(Dictionary<int, int?> up, int? from, int target)
    {
        for (var (at, steps) = (from, 0); at is { } id && steps <= up.Count; at = up.GetValueOrDefault(id), steps++)
        {
            if (id == target)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>机关树上的一行。</summary>
/// <param name="Row">机关。</param>
/// <param name="Depth">在树上第几层，最上为 0。</param>
/// <param name="OpenRequests">没有办结的申请几件。</param>
public sealed record AgencyLine(AgencyRow Row, int Depth, int OpenRequests);

/// <summary>机关存下了。</summary>
/// <param name="Id">编号。</param>
/// <param name="Warning">提醒；没有为 null。</param>
public sealed record SavedAgency(int Id, string? Warning);
