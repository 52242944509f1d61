using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Agencies;

/// <summary>受理申请的机关，人人可看：名称与公开指南里的事实。</summary>
public sealed class AgencyDirectory(GongkaiDb db)
{
    /// <summary>正在受理的机关，按编号。</summary>
    public async Task<IReadOnlyList<AgencyRow>> ListAsync(CancellationToken cancellation) =>
        await db.Agencies.AsNoTracking().Where(a => a.IsOpen).OrderBy(a => a.Id).ToListAsync(cancellation);

    /// <summary>按网页路径里的那一段找；没有、或者不再受理的，为没有。</summary>
    /// <exception cref="NoSuchThingException">没有。</exception>
    public async Task<AgencyRow> FindAsync(string path, CancellationToken cancellation) =>
        await db.Agencies.AsNoTracking().SingleOrDefaultAsync(a => a.PagePath == path && a.IsOpen, cancellation) ?? throw new NoSuchThingException();
}
