using System.Collections.Frozen;

namespace Gongkai.Core.Calendar;

/// <summary>工作日历：周一至周五，按逐年公布的放假与调休安排增减。</summary>
/// <remarks>
/// 次年的安排可以动到当年 12 月底的日子，所以从最后一个已公布年份的 12 月 25 日起就只是暂定；没有公布的年份只按周末推算，也标为暂定。
/// 已公布的范围内按累计表查，不逐日走。
/// </remarks>
public sealed class WorkingDayCalendar
{
    private const int FirstUncertainDayOfDecember = 25;

    private readonly FrozenDictionary<DateOnly, bool> _isOff;
    private readonly int _firstDay;
    private readonly int[] _upTo;
    private readonly int[] _workingDays;
    private readonly int _firstCertain;
    private readonly int _lastCertain;

    /// <summary>由各年的安排建立；年份须连续，一年一份。</summary>
    public WorkingDayCalendar(IEnumerable<HolidayNotice> notices)
    {
        HolidayNotice[] years = [.. notices.OrderBy(n => n.Year)];
        if (years.Where((n, i) => n.Year != years[0].Year + i).Any())
        {
            throw new ArgumentException("The years must follow each other without gaps.", nameof(notices));
        }

        _isOff = years.SelectMany(n => n.DaysOff.Select(d => (Day: d, Off: true)).Concat(n.MakeUpDays.Select(d => (Day: d, Off: false))))
            .ToFrozenDictionary(d => d.Day, d => d.Off);
        if (years.Length == 0)
        {
            (_upTo, _workingDays, _lastCertain) = ([], [], -1);
            return;
        }

        _firstCertain = new DateOnly(years[0].Year, 1, 1).DayNumber;
        _lastCertain = new DateOnly(years[^1].Year, 12, FirstUncertainDayOfDecember).DayNumber - 1;
        _firstDay = Math.Min(_firstCertain, _isOff.Keys.Min().DayNumber);
        var end = Math.Max(new DateOnly(years[^1].Year, 12, 31).DayNumber, _isOff.Keys.Max().DayNumber);
        _upTo = new int[end - _firstDay + 1];
        List<int> working = [];
        for (var i = 0; i < _upTo.Length; i++)
        {
            if (IsWorkingDay(DateOnly.FromDayNumber(_firstDay + i)))
            {
                working.Add(_firstDay + i);
            }

            _upTo[i] = working.Count;
        }

        _workingDays = [.. working];
    }

    /// <summary>是不是工作日；未公布的年份只看周末。</summary>
    public bool IsWorkingDay(DateOnly day) => _isOff.TryGetValue(day, out var off) ? !off : IsWeekday(day);

    /// <summary>这一天的放假安排还没有定：年份没有公布，或是最后一个已公布年份的 12 月 25 日及以后。</summary>
    public bool IsProvisional(DateOnly day) => day.DayNumber < _firstCertain || day.DayNumber > _lastCertain;

    /// <summary>自 <paramref name="start"/> 的次日起数，第 <paramref name="count"/> 个工作日；0 就是 <paramref name="start"/> 当日。</summary>
    /// <param name="start">起算日，当日不计。</param>
    /// <param name="count">几个工作日，不为负。</param>
    public DueDate WorkingDaysAfter(DateOnly start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var day = start;
        var left = count;
        while (left > 0)
        {
            var index = day.DayNumber - _firstDay;
            if (index >= 0 && index < _upTo.Length)
            {
                var target = _upTo[index] + left;
                if (target <= _workingDays.Length)
                {
                    day = DateOnly.FromDayNumber(_workingDays[target - 1]);
                    break;
                }

                left = target - _workingDays.Length;
                day = DateOnly.FromDayNumber(_firstDay + _upTo.Length - 1);
            }

            day = day.AddDays(1);
            left -= IsWorkingDay(day) ? 1 : 0;
        }

        // 算到的日子连成一段，两头都定了，中间就都定了。
        var isProvisional = count == 0 ? IsProvisional(start) : IsProvisional(start.AddDays(1)) || IsProvisional(day);
        return new DueDate(day, isProvisional);
    }

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
