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

    /// <summary>自带的各年，加上导入的；同一年的以导入的为准。</summary>
    /// <param name="notices">导入的通知，与 <c>data/holidays</c> 的文件同样的 json。</param>
    public static WorkingDayCalendar With(IEnumerable<string> notices)
    {
        var byYear = Load().ToDictionary(n => n.Year);
        foreach (var text in notices)
        {
            using var json = JsonDocument.Parse(text);
            var notice = Read(json.RootElement);
            byYear[notice.Year] = notice;
        }

        return new WorkingDayCalendar(byYear.Values);
    }

    private static IEnumerable<HolidayNotice> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var json = JsonDocument.Parse(stream);
            yield return Read(json.RootElement);
        }
    }

    private static HolidayNotice Read(JsonElement root) =>
        new(root.GetProperty("year").GetInt32(), Days(root, "daysOff"), Days(root, "makeUpDays"), root.GetProperty("source").GetString()!);

    private static NamedDay[] Days(JsonElement root, string name) =>
    [
        .. root.GetProperty(name).EnumerateArray().Select(d => new NamedDay(
            DateOnly.ParseExact(d.GetProperty("date").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture), d.GetProperty("holiday").GetString()!)),
    ];
}
