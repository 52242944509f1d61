using Gongkai.Core.Requests;
using Gongkai.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Requests;

/// <summary>并入一件申请的各件：那一件撤回，它们也就不再办理、不再答复。</summary>
public sealed class ListMerged(GongkaiDb db)
{
    /// <summary>并入这一件的各件的登记编号。</summary>
    /// <param name="view">申请人凭查询码看到的一件。</param>
    /// <param name="cancellation">取消。</param>
    public async Task<IReadOnlyList<string>> RunAsync(TrackedRequest view, CancellationToken cancellation)
    {
        var merged = nameof(RequestStage.Merged);
        var target = await db.Requests.AsNoTracking().SingleOrDefaultAsync(r => r.Number == view.Number, cancellation) ?? throw new NoSuchThingException();
        var candidates = await db.Requests.AsNoTracking()
            .Where(r => r.AgencyId == target.AgencyId && r.Stage == merged
                && db.ApplicantVaults.Any(a => a.RequestId == r.Id && a.IdHash != null && db.ApplicantVaults.Any(b => b.RequestId == target.Id && b.IdHash == a.IdHash)))
            .Select(r => new { r.Id, r.Number }).ToListAsync(cancellation);
        Guid[] ids = [.. candidates.Select(c => c.Id)];
        var events = await db.RequestEvents.AsNoTracking().Where(e => ids.Contains(e.RequestId) && e.Type == "merged").ToListAsync(cancellation);
        var into = events.Where(e => RequestDesk.Read(e) is RequestMerged happened && happened.Into == target.Id).Select(e => e.RequestId).ToHashSet();
        return [.. candidates.Where(c => into.Contains(c.Id)).Select(c => c.Number).Order(StringComparer.Ordinal)];
    }
}
