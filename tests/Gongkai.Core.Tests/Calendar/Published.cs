using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Gongkai.Core.Calendar;

namespace Gongkai.Core.Tests.Calendar;

/// <summary>已公布的放假安排，测试自己从 data/holidays 读：一份建产品的日历，一份给逐日走的核对。算例是按 2026 年为止的通知手算的，以后公布的不读。</summary>
internal static class Published
{
    private const int LastYear = 2026;

    public static readonly IReadOnlyList<HolidayNotice> Notices = Read();

    public static readonly WorkingDayCalendar Calendar = new(Notices);

    /// <summary>逐日核对用：这一天上不上班，最朴素的判断。</summary>
    public static bool IsWorkingNaively(DateOnly day)
    {
        var isOff = Notices.Any(n => n.DaysOff.Contains(day));
        var isMakeUp = Notices.Any(n => n.MakeUpDays.Contains(day));
        return isMakeUp || (!isOff && day.DayOfWeek is not DayOfWeek.Saturday and not DayOfWeek.Sunday);
    }

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static List<HolidayNotice> Read()
    {
        List<HolidayNotice> notices = [];
        foreach (var name in Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(n => n.StartsWith("holidays/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
            using var json = JsonDocument.Parse(stream);
            notices.Add(new HolidayNotice(json.RootElement.GetProperty("year").GetInt32(), Days(json.RootElement, "daysOff"), Days(json.RootElement, "makeUpDays"), ""));
        }

        return [.. notices.Where(n => n.Year <= LastYear)];
    }

    private static List<NamedDay> Days(JsonElement root, string name) =>
        [.. root.GetProperty(name).EnumerateArray().Select(d => new NamedDay(Day(d.GetProperty("date").GetString()!), d.GetProperty("holiday").GetString()!))];
}
