using System.Text.Json;
using Gongkai.Storage;
using Gongkai.UseCases.Law;

namespace Gongkai.UseCases.Calendar;

/// <summary>日子过去了：补正、缴费、征求意见到限的，行里的时钟随之改。每天做一次。</summary>
public sealed class RecomputeClocks(GongkaiDb db, LawBook law, RefoldRequests refold)
{
    /// <summary>重算全部没有办结的；给出期限动了的。只给系统自己和命令行用。</summary>
    /// <exception cref="NotAllowedException">不是系统自己，也不是命令行。</exception>
    public async Task<IReadOnlyList<MovedDate>> RunAsync(Actor actor, CancellationToken cancellation)
    {
        if (!ReferenceEquals(actor, Actor.System))
        {
            Staff.Management.Of(actor).DemandEverywhere();
        }

        law.Forget();
        var moved = await refold.ApplyAsync(await law.CalendarAsync(cancellation), await law.ClockAsync(cancellation), cancellation);
        if (db.ChangeTracker.HasChanges())
        {
            await db.CommitAsync(new AuditEntry(law.Now, actor.Id, null, "clock.recompute", "all", JsonSerializer.Serialize(new { moved = moved.Select(m => m.ForRecord()) }, Json.Options)), cancellation);
        }

        return moved;
    }
}
