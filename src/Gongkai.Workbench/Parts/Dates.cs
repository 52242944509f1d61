namespace Gongkai.Workbench.Parts;

/// <summary>日子的说法。</summary>
public static class Dates
{
    /// <summary>如「星期一」。</summary>
    public static string Weekday(DateOnly day) => "星期" + "日一二三四五六"[(int)day.DayOfWeek];

    /// <summary>如「2026年11月22日」；没有为「—」。</summary>
    public static string OrDash(DateOnly? day) => day is { } given ? WebKit.ChinaTime.Say(given) : "—";
}
