using System.Text.Json;
using Gongkai.Storage;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Requests;

namespace Gongkai.UseCases.Reports;

/// <summary>导出登记簿：谁导出了几件，审计记录里有。</summary>
public sealed class ExportRegister(GongkaiDb db, ListRequests list, LawBook law)
{
    /// <summary>取出要导出的，记下。</summary>
    /// <exception cref="BadInputException">太多，一次导不完。</exception>
    public async Task<(IReadOnlyList<RequestListItem> Items, OfficeNames Names)> RunAsync(Actor actor, RequestFilter filter, string format, CancellationToken cancellation)
    {
        var names = await list.NamesAsync(actor, cancellation);
        var items = await list.AllAsync(actor, filter, RegisterSheet.Most + 1, cancellation);
        BadInputException.ThrowIfAny(items.Count > RegisterSheet.Most ? [new InputProblem("From", $"超过 {RegisterSheet.Most} 件，一次导不完。请缩小日期的范围，分几次导出。")] : []);
        await db.CommitAsync(new AuditEntry(law.Now, actor.Id, filter.AgencyId, "register.export", format, JsonSerializer.Serialize(new { count = items.Count }, Json.Options)), cancellation);
        return (items, names);
    }
}
