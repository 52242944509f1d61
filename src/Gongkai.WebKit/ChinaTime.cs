using System.Globalization;

namespace Gongkai.WebKit;

/// <summary>中国时间与日期的说法。全国同用东八区，不实行夏令时，所以不查时区表。</summary>
public static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>在中国是哪一天。</summary>
    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Offset).DateTime);

    /// <summary>如「2024年2月2日」。</summary>
    public static string Say(DateOnly date) => date.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture);

    /// <summary>如「2024年2月2日 15:30」，中国时间。</summary>
    public static string Say(DateTimeOffset instant) => instant.ToOffset(Offset).ToString("yyyy'年'M'月'd'日' HH:mm", CultureInfo.InvariantCulture);

    /// <summary>机器可读的写法，用于 <c>time</c> 元素。</summary>
    public static string Machine(DateTimeOffset instant) => instant.ToOffset(Offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
