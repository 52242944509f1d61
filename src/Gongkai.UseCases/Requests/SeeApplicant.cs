using Gongkai.Storage;
using Gongkai.UseCases.Law;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Requests;

/// <summary>看了申请人的资料，审计记录里要有：看一件记一次，一人一天不重复记；看证件号码的，每次都记。</summary>
public sealed class SeeApplicant(GongkaiDb db, RequestDesk desk, LawBook law)
{
    /// <summary>看了资料（证件号码遮着）。</summary>
    public const string Seen = "request.seen";

    /// <summary>看了证件号码。</summary>
    public const string SeenIdentity = "request.seenIdentity";

    /// <summary>记下看了资料。</summary>
    public async Task RunAsync(Actor actor, CaseView view, CancellationToken cancellation)
    {
        actor.DemandSight(view.Row.AgencyId);
        var subject = view.Row.Id.ToString("D");
        var dawn = view.Today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - TimeSpan.FromHours(8);
        if (view.Papers is not null && !await db.Audits.AsNoTracking().AnyAsync(a => a.Subject == subject && a.Actor == actor.Id && a.Action == Seen && a.At >= dawn, cancellation))
        {
            await db.CommitAsync(new AuditEntry(law.Now, actor.Id, view.Row.AgencyId, Seen, subject), cancellation);
        }
    }

    /// <summary>看证件号码：先记下，再给。</summary>
    /// <exception cref="NoSuchThingException">没有这一件，不归他的机关，或者资料已经销毁。</exception>
    public async Task<string> IdentityAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        var open = await desk.OpenAsync(id, cancellation);
        actor.DemandSight(open.Row.AgencyId);
        if (!open.HasPapers)
        {
            throw new NoSuchThingException();
        }

        await db.CommitAsync(new AuditEntry(law.Now, actor.Id, open.Row.AgencyId, SeenIdentity, id.ToString("D")), cancellation);
        return open.Papers().Applicant.IdNumber;
    }

}
