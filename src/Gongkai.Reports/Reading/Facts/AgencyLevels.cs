using System.Reflection;
using System.Text.Json;
using Gongkai.Core.Reports;

namespace Gongkai.Reports.Reading.Facts;

/// <summary>由机关名称看层级与类别；词表在 <c>data/agencies/levels.json</c>。</summary>
internal static class AgencyLevels
{
    private static readonly Entry[] Entries = Load();

    /// <summary>名称的层级与类别；没有名称或看不出时为其他。</summary>
    public static AgencyLevel Of(string? agency)
    {
        if (string.IsNullOrWhiteSpace(agency))
        {
            return AgencyLevel.Other;
        }

        var buffer = agency.Length <= 128 ? stackalloc char[128] : new char[agency.Length];
        var length = 0;
        foreach (var c in AgencyName.WithoutBrackets(agency.AsSpan().Trim()))
        {
            if (Glyphs.KindOf(c) == Glyph.Letter)
            {
                buffer[length++] = HanFold.Fold(c);
            }
        }

        ReadOnlySpan<char> name = buffer[..length];
        var government = name.EndsWith("人民政府") ? 4 : name.EndsWith("政府") ? 2 : 0;
        var trunk = name[..^government];
        foreach (var entry in Entries)
        {
            if ((government == 0 || entry.IsPlace) && entry.Matches(trunk))
            {
                return entry.Level == AgencyLevel.City && IsCountyLevelCity(trunk) ? AgencyLevel.County : entry.Level;
            }
        }

        return AgencyLevel.Other;
    }

    // 县级市 cannot be told from 设区的市 by its own name, only by what stands before it.
    private static bool IsCountyLevelCity(ReadOnlySpan<char> trunk) =>
        trunk.Length > 3 && trunk[^1] == '市' && (trunk[1..^1].IndexOfAny('市', '盟') >= 0 || trunk[..^1].IndexOf("自治州") >= 0 || trunk[..^1].IndexOf("地区") >= 0);

    private static Entry[] Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("agencies/levels.json")
            ?? throw new InvalidOperationException("The list of agency levels is not embedded.");
        using var json = JsonDocument.Parse(stream);
        return [.. json.RootElement.GetProperty("lists").EnumerateArray().Select(l => new Entry(
            Enum.Parse<AgencyLevel>(l.GetProperty("level").GetString()!, ignoreCase: true),
            Words(l, "endings"), Words(l, "names"), Words(l, "contains"), Words(l, "unless")))];
    }

    private static string[] Words(JsonElement list, string name) =>
        list.TryGetProperty(name, out var words) ? [.. words.EnumerateArray().Select(w => w.GetString()!)] : [];

    private sealed record Entry(AgencyLevel Level, string[] Endings, string[] Names, string[] Contains, string[] Unless)
    {
        public bool IsPlace => Level is AgencyLevel.Province or AgencyLevel.City or AgencyLevel.County or AgencyLevel.Township
            or AgencyLevel.Street;

        public bool Matches(ReadOnlySpan<char> name)
        {
            foreach (var word in Unless)
            {
                if (name.IndexOf(word) >= 0)
                {
                    return false;
                }
            }

            foreach (var word in Names)
            {
                if (name.SequenceEqual(word))
                {
                    return true;
                }
            }

            foreach (var word in Contains)
            {
                if (name.IndexOf(word) >= 0)
                {
                    return true;
                }
            }

            foreach (var word in Endings)
            {
                if (name.EndsWith(word))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
