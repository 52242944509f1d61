namespace Gongkai.Core.Calendar;

/// <summary>
/// 每年日子固定的全体公民假日（《全国年节及纪念日放假办法》2024 年修订第二条）。春节、清明、端午、中秋随农历和节气走，不在其内。
/// 只用来提醒：放假安排没有公布的年份，期限仍按周末推算、标为暂定，推算到这几天的，公布之后一定会往后移。
/// </summary>
public static class FixedHolidays
{
    private static readonly Dictionary<(int Month, int Day), string> Names = new()
    {
        [(1, 1)] = "元旦",
        [(5, 1)] = "劳动节",
        [(5, 2)] = "劳动节",
        [(10, 1)] = "国庆节",
        [(10, 2)] = "国庆节",
        [(10, 3)] = "国庆节",
    };

    /// <summary>这一天是哪个假日；不是的为 null。</summary>
    public static string? NameOf(DateOnly day) => Names.GetValueOrDefault((day.Month, day.Day));
}
