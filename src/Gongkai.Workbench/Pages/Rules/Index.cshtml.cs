using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Writing;
using Gongkai.Workbench.Checks;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Gongkai.Workbench.Pages.Rules;

/// <summary>检查规则一览：按轻重筛选，按名称、依据里的字找。</summary>
public sealed class IndexModel : PageModel
{
    /// <summary>找的字；没有时为 null。</summary>
    public string? Query { get; private set; }

    /// <summary>按轻重筛选的各项。</summary>
    public IReadOnlyList<Facet> Facets { get; private set; } = [];

    /// <summary>筛出来的规则。</summary>
    public IReadOnlyList<Rule> Found { get; private set; } = [];

    /// <summary>选中的轻重。</summary>
    public string? Chosen { get; private set; }

    /// <summary>显示。</summary>
    /// <param name="severity">轻重，如 <c>error</c>；不认得的当作不限。</param>
    /// <param name="q">找的字。</param>
    public void OnGet(string? severity, string? q)
    {
        Query = DisplayText.Clean(q, 60) is { Length: > 0 } said ? said : null;
        Severity? only = Enum.GetValues<Severity>().Cast<Severity?>().FirstOrDefault(s => KeyOf(s!.Value) == severity);
        Chosen = only is { } chosen ? KeyOf(chosen) : null;
        var named = RuleCatalogue.All.Where(HasQuery).ToArray();
        Found = [.. named.Where(r => only is null || r.Severity == only)];
        Facets =
        [
            new Facet(null, "全部", named.Length, only is null),
            .. Enum.GetValues<Severity>().Reverse()
                .Select(s => new Facet(KeyOf(s), ReportWords.Name(s), named.Count(r => r.Severity == s), s == only))
                .Where(f => f.Count > 0 || f.IsChosen),
        ];
    }

    /// <summary>这一页的一个地址。</summary>
    public string Link(string? severity) => QueryHelpers.AddQueryString($"{Request.PathBase}/rules", new Dictionary<string, string?> { ["severity"] = severity, ["q"] = Query }.Where(v => v.Value is not null));

    private static string KeyOf(Severity severity) => severity.ToString().ToLowerInvariant();

    private bool HasQuery(Rule rule) => Query is null
        || new[] { rule.Code, rule.Title, rule.Summary, rule.Basis }.Any(t => t.Contains(Query, StringComparison.OrdinalIgnoreCase));
}
