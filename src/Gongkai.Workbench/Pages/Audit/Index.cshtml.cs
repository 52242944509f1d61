using System.Globalization;
using Gongkai.UseCases;
using Gongkai.UseCases.Auditing;
using Gongkai.Workbench.Cases;
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
        (Filter, var problems) = Read(Request.Query);
        if (Refuses(problems))
        {
            Filter = Filter with { From = null, To = null };
        }

        Found = await audit.PageAsync(Actor, Filter, cancellation);
    }

    /// <summary>同样的筛选，另一处或另一页。</summary>
    public string Link(string path, long? before) => QueryHelpers.AddQueryString(Url.Content(path), new Dictionary<string, string?>
    {
        ["agency"] = Filter.AgencyId?.ToString(CultureInfo.InvariantCulture),
        ["action"] = Filter.Action,
        ["number"] = Filter.Number,
        ["person"] = Filter.Person,
        ["from"] = QueryDays.Text(Filter.From),
        ["to"] = QueryDays.Text(Filter.To),
        ["before"] = before?.ToString(CultureInfo.InvariantCulture),
    }.Where(p => !string.IsNullOrEmpty(p.Value)));

    /// <summary>网址里的筛选；日子写得不对就不列。</summary>
    /// <exception cref="BadInputException">日子写得不对。</exception>
    public static AuditFilter FilterOf(IQueryCollection query)
    {
        var (filter, problems) = Read(query);
        BadInputException.ThrowIfAny(problems);
        return filter;
    }

    private static (AuditFilter Filter, IReadOnlyList<InputProblem> Problems) Read(IQueryCollection query)
    {
        var days = new QueryDays(query);
        return (
            new AuditFilter(
                int.TryParse(query["agency"], CultureInfo.InvariantCulture, out var agency) ? agency : null,
                Text(query["action"]),
                Text(query["number"]),
                Text(query["person"]),
                days.From,
                days.To,
                long.TryParse(query["before"], CultureInfo.InvariantCulture, out var before) ? before : null),
            days.Problems);
    }

    private static string? Text(string? given) => given?.Trim() is { Length: > 0 and <= 100 } text && !text.Any(char.IsControl) ? text : null;
}
