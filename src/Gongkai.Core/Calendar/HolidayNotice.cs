namespace Gongkai.Core.Calendar;

/// <summary>一年的放假安排（国务院办公厅逐年通知）：放假的日子与调休上班的日子。元旦的安排可以落在上一年的 12 月。</summary>
/// <param name="year">哪一年的安排。</param>
/// <param name="daysOff">放假的日子，含本来就是周末的。</param>
/// <param name="makeUpDays">调休上班的周末。</param>
public sealed class HolidayNotice(int year, IEnumerable<DateOnly> daysOff, IEnumerable<DateOnly> makeUpDays)
{
    /// <summary>哪一年的安排。</summary>
    public int Year { get; } = year;

    /// <summary>放假的日子，含本来就是周末的。</summary>
    public IReadOnlyList<DateOnly> DaysOff { get; } = [.. daysOff];

    /// <summary>调休上班的周末。</summary>
    public IReadOnlyList<DateOnly> MakeUpDays { get; } = [.. makeUpDays];
}

/// <summary>算出的一个日子。</summary>
/// <param name="Date">日子。</param>
/// <param name="IsProvisional">暂定：算到的日子里有放假安排还没有公布的。</param>
public readonly record struct DueDate(DateOnly Date, bool IsProvisional);
