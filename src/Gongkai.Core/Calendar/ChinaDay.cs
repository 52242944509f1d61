namespace Gongkai.Core.Calendar;

/// <summary>中国的日子。全国同用东八区，不实行夏令时，所以不查时区表。</summary>
public static class ChinaDay
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>这一刻在中国是哪一天。</summary>
    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);
}
