using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Gongkai.Core.Calendar;

namespace Gongkai.Reports;

/// <summary>国务院办公厅已公布的各年放假安排，读自 <c>data/holidays</c>。公布了新的一年，就在那里加一个文件。</summary>
public static class PublishedHolidays
{
    private const string Folder = "holidays/";

    /// <summary>已公布各年的工作日历。</summary>
    public static WorkingDayCalendar Calendar { get; } = new(Load());

    private static IEnumerable<HolidayNotice> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var json = JsonDocument.Parse(stream);
            var root = json.RootElement;
            yield return new HolidayNotice(root.GetProperty("year").GetInt32(), Days(root, "daysOff"), Days(root, "makeUpDays"), root.GetProperty("source").GetString()!);
        }
    }

    private static NamedDay[] Days(JsonElement root, string name) =>
    [
        .. root.GetProperty(name).EnumerateArray().Select(d => new NamedDay(
            DateOnly.ParseExact(d.GetProperty("date").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture), d.GetProperty("holiday").GetString()!)),
    ];
}
