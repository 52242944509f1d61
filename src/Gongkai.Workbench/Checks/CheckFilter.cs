using Gongkai.Reports.Checking;
using Gongkai.Reports.Writing;

namespace Gongkai.Workbench.Checks;

/// <summary>筛选条上的一项：链接、名称、条数。</summary>
/// <param name="Value">地址里的值；null 表示不限。</param>
/// <param name="Name">名称。</param>
/// <param name="Count">选了它会剩几条；其他条件照旧。</param>
/// <param name="IsChosen">正选着它。</param>
public sealed record Facet(string? Value, string Name, int Count, bool IsChosen);

/// <summary>清单的筛选条件，写在地址里：结论、规则、文件名或单位名中的字。</summary>
/// <param name="Kind">结论的一类，如 <c>error</c>；不限为 null。</param>
/// <param name="Rule">规则代号；不限为 null。</param>
/// <param name="Query">文件名或单位名中的字；不限为 null。</param>
public sealed record CheckFilter(string? Kind, string? Rule, string? Query)
{
    /// <summary>由地址里的值建立：空串当作不限，太长的截断。</summary>
    public static CheckFilter From(string? kind, string? rule, string? query) => new(
        string.IsNullOrWhiteSpace(kind) ? null : kind,
        string.IsNullOrWhiteSpace(rule) ? null : DisplayText.Clean(rule, 20).ToUpperInvariant(),
        DisplayText.Clean(query, 60) is { Length: > 0 } said ? said : null);

    /// <summary>什么也没有限定。</summary>
    public bool IsOpen => this is { Kind: null, Rule: null, Query: null };

    /// <summary>筛出来的各条。</summary>
    public IReadOnlyList<CheckEntry> Of(IReadOnlyList<CheckEntry> entries) => [.. entries.Where(e => HasKind(e) && HasRule(e) && HasQuery(e))];

    /// <summary>结论各类，连同「全部」；条数恰好加起来是全部。</summary>
    public IReadOnlyList<Facet> Kinds(IReadOnlyList<CheckEntry> entries)
    {
        var rest = entries.Where(e => HasRule(e) && HasQuery(e)).ToArray();
        return
        [
            new Facet(null, "全部", rest.Length, Kind is null),
            .. VerdictKind.All
                .Select(k => new Facet(k.Key, k.Name, rest.Count(e => e.Verdict.Kind == k), k.Key == Kind))
                .Where(f => f.Count > 0 || f.IsChosen),
        ];
    }

    /// <summary>各条规则，报告多的在前；一份报告响几条规则，就在几项里各算一次。</summary>
    public IReadOnlyList<Facet> Rules(IReadOnlyList<CheckEntry> entries)
    {
        var rest = entries.Where(e => HasKind(e) && HasQuery(e)).ToArray();
        Facet[] found =
        [
            .. rest
                .SelectMany(e => e.Report?.Findings.Select(f => f.Rule).Distinct() ?? [])
                .CountBy(code => code)
                .OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)
                .Select(c => new Facet(c.Key, RuleCatalogue.Find(c.Key)?.Title ?? "", c.Value, c.Key == Rule)),
        ];
        return Rule is null || found.Any(f => f.IsChosen) ? found : [.. found, new Facet(Rule, RuleCatalogue.Find(Rule)?.Title ?? "", 0, true)];
    }

    private bool HasKind(CheckEntry entry) => Kind is null || entry.Verdict.Kind.Key == Kind;

    private bool HasRule(CheckEntry entry) => Rule is null || (entry.Report?.Findings.Any(f => f.Rule == Rule) ?? false);

    private bool HasQuery(CheckEntry entry) => Query is null
        || DisplayText.FilePath(entry.File.File).Contains(Query, StringComparison.OrdinalIgnoreCase)
        || DisplayText.Clean(entry.Report?.Reading.Agency).Contains(Query, StringComparison.OrdinalIgnoreCase);
}
