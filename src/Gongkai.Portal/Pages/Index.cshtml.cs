using Gongkai.Storage.Rows;
using Gongkai.UseCases.Agencies;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Portal.Pages;

/// <summary>首页：选机关，查办理情况。</summary>
public sealed class IndexModel(AgencyDirectory agencies) : PageModel
{
    private const int LongestQuery = 60;
    private const int DeepestIndent = 3;

    /// <summary>找的话；没有找为空。</summary>
    public string Query { get; private set; } = "";

    /// <summary>机关与在树上的深浅，上级在先；找的时候不分深浅。</summary>
    public IReadOnlyList<(AgencyRow Agency, int Depth)> Found { get; private set; } = [];

    /// <summary>显示。</summary>
    public async Task OnGetAsync(string? q, CancellationToken cancellation)
    {
        Query = q?.Trim() is { Length: > 0 } said ? said[..Math.Min(said.Length, LongestQuery)] : "";
        var all = await agencies.ListAsync(cancellation);
        if (Query.Length > 0)
        {
            Found = [.. all.Where(a => a.Name.Contains(Query, StringComparison.OrdinalIgnoreCase) || a.ShortName.Contains(Query, StringComparison.OrdinalIgnoreCase)).Select(a => (a, 0))];
            return;
        }

        // 上级不受理或者不在册的，自己就是树根。
        var known = all.Select(a => a.Id).ToHashSet();
        var children = all.ToLookup(a => a.ParentId is { } parent && known.Contains(parent) && parent != a.Id ? parent : 0);
        List<(AgencyRow, int)> tree = [];
        var pending = new Stack<(AgencyRow Agency, int Depth)>(children[0].Reverse().Select(a => (a, 0)));
        while (pending.TryPop(out var next) && tree.Count < all.Count)
        {
            tree.Add((next.Agency, Math.Min(next.Depth, DeepestIndent)));
            foreach (var child in children[next.Agency.Id].Reverse())
            {
                pending.Push((child, next.Depth + 1));
            }
        }

        Found = tree;
    }
}
