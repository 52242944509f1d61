using System.Reflection;
using System.Text.Json;
using Gongkai.Core.Reports;

namespace Gongkai.Reports.Checking.Structure;

/// <summary>谁可以制定规章；内容在 <c>data/agencies/rule-makers.json</c>。</summary>
internal static class RuleMakers
{
    private static readonly AgencyLevel[] MayNot;
    private static readonly string[] Surely;
    private static readonly string[] Except;

    static RuleMakers()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("agencies/rule-makers.json")
            ?? throw new InvalidOperationException("The list of rule makers is not embedded.");
        using var json = JsonDocument.Parse(stream);
        var root = json.RootElement;
        MayNot = [.. Words(root, "mayNot").Select(l => Enum.Parse<AgencyLevel>(l, ignoreCase: true))];
        Surely = Words(root, "surely");
        Except = [.. Words(root, "except"), .. Words(root.GetProperty("cities"), "names").SelectMany(n => new[] { n + "人民政府", n + "政府" })];
    }

    /// <summary>可以断定这个单位没有规章制定权；说不准的为否。</summary>
    public static bool CertainlyNot(string? agency, AgencyLevel level) =>
        agency is not null
        && Array.IndexOf(MayNot, level) >= 0
        && !Array.Exists(Except, word => agency.Contains(word, StringComparison.Ordinal))
        && (level is not AgencyLevel.Department || Array.Exists(Surely, word => agency.Contains(word, StringComparison.Ordinal)))
        && (level is not AgencyLevel.County || !agency.Contains("新区", StringComparison.Ordinal));

    private static string[] Words(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(w => w.GetString()!)];
}
