namespace Gongkai.Core.Calendar;

/// <summary>一天算不算工作日，以及为什么。</summary>
public enum DayKind
{
    /// <summary>工作日：平常的周一至周五。</summary>
    Workday,

    /// <summary>周末。</summary>
    Weekend,

    /// <summary>放假通知里的放假日。</summary>
    Holiday,

    /// <summary>放假通知里调休上班的周末，是工作日。</summary>
    MakeUp,

    /// <summary>本地区另放的假，如民族自治地方的节日（放假办法第四条）。</summary>
    RegionalOff,

    /// <summary>本地区另定的上班日，是工作日。</summary>
    RegionalWork,
}

/// <summary>日历里的一天。</summary>
/// <param name="Kind">算不算工作日，以及为什么。</param>
/// <param name="Name">节日名称或地区的理由；没有时为空串。</param>
/// <param name="IsProvisional">这一天的安排还没有公布，只是暂定。</param>
public readonly record struct CalendarDay(DayKind Kind, string Name, bool IsProvisional)
{
    /// <summary>是工作日。</summary>
    public bool IsWorking => Kind is DayKind.Workday or DayKind.MakeUp or DayKind.RegionalWork;
}

/// <summary>地区在全国安排之上增减的一天。</summary>
/// <param name="Date">日子。</param>
/// <param name="IsOff">真为放假，假为上班。</param>
/// <param name="Reason">理由，如「壮族三月三」，写进期限的账。</param>
public sealed record RegionalDay(DateOnly Date, bool IsOff, string Reason);
