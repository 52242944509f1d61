using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Gongkai.Core.Calendar;
using Gongkai.Core.Reports;
using Gongkai.Core.Requests.Clock;

namespace Gongkai.Reports.Checking;

/// <summary>全部地区的规定，读自 <c>data/regions</c>：全国一份底本，各地只写与全国不同的。</summary>
public static class RegionProfiles
{
    private const string Folder = "regions/";

    /// <summary>全国的规定。</summary>
    public static RegionProfile National { get; } = Load("national", null);

    /// <summary>全部，全国在前，其余按标识排列。</summary>
    public static IReadOnlyList<RegionProfile> All { get; } =
    [
        National,
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^".json".Length])
            .Where(id => id != National.Id)
            .Order(StringComparer.Ordinal)
            .Select(id => Load(id, National)),
    ];

    /// <summary>按标识或名称取；没有时为 null。</summary>
    public static RegionProfile? Find(string? id) => All.FirstOrDefault(r => r.Id == id || r.Name == id);

    private static RegionProfile Load(string id, RegionProfile? parent)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Folder}{id}.json")
            ?? throw new InvalidOperationException($"Region {id} is not embedded.");
        using var json = JsonDocument.Parse(stream);
        var root = json.RootElement;
        return new RegionProfile
        {
            Id = id,
            Name = root.GetProperty("name").GetString()!,
            Source = root.GetProperty("source").GetString()!,
            DueDates = [.. List(root, "dueDates").Select(Due), .. parent?.DueDates ?? []],
            DaysOff = [.. List(root, "daysOff").Select(d => (Date(d, "from"), Date(d, "to"))), .. parent?.DaysOff ?? []],
            MostLettersOfPartOne = Number(root, "mostLettersOfPartOne") ?? parent?.MostLettersOfPartOne,
            RequiredFigures = [.. List(root, "requiredFigures").Select(f => new RequiredFigure(f.GetProperty("name").GetString()!, [.. List(f, "any").Select(w => w.GetString()!)]))],
            OldestCitedTaskYears = Number(root, "oldestCitedTaskYears") ?? parent!.OldestCitedTaskYears,
            CorrectionWorkingDays = Number(root, "correctionWorkingDays") ?? parent!.CorrectionWorkingDays,
            RemediesAttribution = root.TryGetProperty("remediesAttribution", out var attribution)
                ? Enum.Parse<RemediesAttribution>(attribution.GetString()!, ignoreCase: true)
                : parent!.RemediesAttribution,
            CarriedInByColumn = root.TryGetProperty("carriedInByColumn", out var strict) ? strict.GetBoolean() : parent!.CarriedInByColumn,
            Clock = root.TryGetProperty("clock", out var clock) ? RegionClock.Read(clock, parent?.Clock ?? ClockSettings.Default) : parent?.Clock ?? ClockSettings.Default,
            RegionalDays = [.. List(root, "regionalDays").Select(d => new RegionalDay(Date(d, "date"), d.GetProperty("isOff").GetBoolean(), d.GetProperty("reason").GetString()!))],
        };
    }

    private static DueRule Due(JsonElement json)
    {
        var day = DateOnly.ParseExact(json.GetProperty("date").GetString()!, "MM-dd", CultureInfo.InvariantCulture);
        return new DueRule(
            Enum.Parse<AgencyLevel>(json.GetProperty("level").GetString()!, ignoreCase: true),
            day.Month, day.Day, Number(json, "fromYear"), Number(json, "toYear"), json.GetProperty("basis").GetString()!);
    }

    private static JsonElement.ArrayEnumerator List(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) ? list.EnumerateArray() : default;

    private static int? Number(JsonElement json, string name) => json.TryGetProperty(name, out var number) ? number.GetInt32() : null;

    private static DateOnly Date(JsonElement json, string name) =>
        DateOnly.ParseExact(json.GetProperty(name).GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
