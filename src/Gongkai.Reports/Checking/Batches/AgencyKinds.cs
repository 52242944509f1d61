using System.Reflection;
using System.Text.Json;

namespace Gongkai.Reports.Checking.Batches;

/// <summary>一类职能。</summary>
internal sealed record AgencyKind(int Index, string Name, string[] Contains);

/// <summary>由单位名称看职能；词表在 <c>data/agencies/kinds.json</c>。</summary>
internal static class AgencyKinds
{
    public static readonly AgencyKind[] All = Load();

    public static AgencyKind? Of(string? agency)
    {
        if (agency is null)
        {
            return null;
        }

        foreach (var kind in All)
        {
            foreach (var word in kind.Contains)
            {
                if (agency.Contains(word, StringComparison.Ordinal))
                {
                    return kind;
                }
            }
        }

        return null;
    }

    private static AgencyKind[] Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("agencies/kinds.json")
            ?? throw new InvalidOperationException("The list of agency kinds is not embedded.");
        using var json = JsonDocument.Parse(stream);
        return
        [
            .. json.RootElement.GetProperty("kinds").EnumerateArray().Select((kind, index) => new AgencyKind(
                index,
                kind.GetProperty("name").GetString()!,
                [.. kind.GetProperty("contains").EnumerateArray().Select(w => w.GetString()!)])),
        ];
    }
}
