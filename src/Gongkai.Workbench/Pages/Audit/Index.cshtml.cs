using System.Globalization;
using Gongkai.UseCases.Auditing;
using Gongkai.Workbench.Parts;
using Microsoft.AspNetCore.WebUtilities;

namespace Gongkai.Workbench.Pages.Audit;

/// <summary>操作记录，审计员看。</summary>
public sealed class IndexModel(ReadAudit audit) : StaffPage
{
    /// <summary>筛选。</summary>
    public AuditFilter Filter { get; private set; } = new();

    /// <summary>一页。</summary>
    public AuditPage Found { get; private set; } = null!;

    /// <summary>显示。</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Filter = FilterOf(Request.Query);
        Found = await audit.PageAsync(Actor, Filter, cancellation);
    }

    /// <summary>同样的筛选，另一处或另一页。</summary>
    public string Link(string path, long? before) => QueryHelpers.AddQueryString(Url.Content(path), new Dictionary<string, string?>
    {
        ["agency"] = Filter.AgencyId?.ToString(CultureInfo.InvariantCulture),
        ["action"] = Filter.Action,
        ["subject"] = Filter.Subject,
        ["from"] = Filter.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["to"] = Filter.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["before"] = before?.ToString(CultureInfo.InvariantCulture),
    }.Where(p => !string.IsNullOrEmpty(p.Value)));

    /// <summary>网址里的筛选；写得不对的不理。</summary>
    public static AuditFilter FilterOf(IQueryCollection query) => new(
        int.TryParse(query["agency"], CultureInfo.InvariantCulture, out var agency) ? agency : null,
        Text(query["action"]),
        Text(query["subject"]),
        Day(query["from"]),
        Day(query["to"]),
        long.TryParse(query["before"], CultureInfo.InvariantCulture, out var before) ? before : null);

    private static string? Text(string? given) => given?.Trim() is { Length: > 0 and <= 100 } text ? text : null;

    // 太早太晚的日子换算不成时刻。
    private static DateOnly? Day(string? given) =>
        DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000 ? day : null;
}
