namespace Gongkai.Core.Calendar;

/// <summary>一年的放假安排（国务院办公厅逐年通知）：放假的日子与调休上班的日子。元旦的安排可以落在上一年的 12 月。</summary>
public sealed class HolidayNotice
{
    /// <summary>由各天与所属节日建立。</summary>
    /// <param name="year">哪一年的安排。</param>
    /// <param name="daysOff">放假的日子，含本来就是周末的。</param>
    /// <param name="makeUpDays">调休上班的周末。</param>
    /// <param name="source">出处，如通知的标题；不知道时为空串。</param>
    public HolidayNotice(int year, IEnumerable<NamedDay> daysOff, IEnumerable<NamedDay> makeUpDays, string source)
    {
        (Year, Source) = (year, source);
        NamedDaysOff = [.. daysOff.OrderBy(d => d.Date)];
        NamedMakeUpDays = [.. makeUpDays.OrderBy(d => d.Date)];
        DaysOff = [.. NamedDaysOff.Select(d => d.Date)];
        MakeUpDays = [.. NamedMakeUpDays.Select(d => d.Date)];
    }

    /// <summary>只知道日子、不知道节日名称时。</summary>
    public HolidayNotice(int year, IEnumerable<DateOnly> daysOff, IEnumerable<DateOnly> makeUpDays)
        : this(year, daysOff.Select(d => new NamedDay(d, "")), makeUpDays.Select(d => new NamedDay(d, "")), "")
    {
    }

    /// <summary>哪一年的安排。</summary>
    public int Year { get; }

    /// <summary>出处；不知道时为空串。</summary>
    public string Source { get; }

    /// <summary>放假的日子与所属节日，按日子排。</summary>
    public IReadOnlyList<NamedDay> NamedDaysOff { get; }

    /// <summary>调休上班的日子与所属节日，按日子排。</summary>
    public IReadOnlyList<NamedDay> NamedMakeUpDays { get; }

    /// <summary>放假的日子，含本来就是周末的。</summary>
    public IReadOnlyList<DateOnly> DaysOff { get; }

    /// <summary>调休上班的周末。</summary>
    public IReadOnlyList<DateOnly> MakeUpDays { get; }
}

/// <summary>安排里的一天。</summary>
/// <param name="Date">日子。</param>
/// <param name="Holiday">所属节日，如「春节」；通知没有写时为空串。</param>
public readonly record struct NamedDay(DateOnly Date, string Holiday);

/// <summary>算出的一个日子。</summary>
/// <param name="Date">日子。</param>
/// <param name="IsProvisional">暂定：算到的日子里有放假安排还没有公布的。</param>
public readonly record struct DueDate(DateOnly Date, bool IsProvisional);
