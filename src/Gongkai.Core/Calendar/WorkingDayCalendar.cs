using System.Collections.Frozen;

namespace Gongkai.Core.Calendar;

/// <summary>工作日历：周一至周五，按逐年公布的放假与调休安排增减，再叠加地区自定的日子。</summary>
/// <remarks>
/// 次年的安排可以动到当年 12 月底的日子，所以从最后一个已公布年份的 12 月 25 日起就只是暂定；没有公布的年份只按周末推算，也标为暂定。
/// 加减都是查累计表，表外按周算，与天数多少无关。
/// </remarks>
public sealed class WorkingDayCalendar
{
    private const int FirstUncertainDayOfDecember = 25;

    private readonly FrozenDictionary<DateOnly, CalendarDay> _special;
    private readonly int _firstDay;
    private readonly int[] _upTo = [];
    private readonly int[] _workingDays = [];
    private readonly int _firstCertain;
    private readonly int _lastCertain = -1;

    /// <summary>由各年的安排建立；年份须连续，一年一份。</summary>
    /// <param name="notices">各年的放假安排。</param>
    /// <param name="regionalDays">地区在全国安排之上增减的日子；一天不能写两次。</param>
    public WorkingDayCalendar(IEnumerable<HolidayNotice> notices, IEnumerable<RegionalDay>? regionalDays = null)
    {
        Notices = [.. notices.OrderBy(n => n.Year)];
        RegionalDays = [.. (regionalDays ?? []).OrderBy(d => d.Date)];
        if (Notices.Where((n, i) => n.Year != Notices[0].Year + i).Any())
        {
            throw new ArgumentException("The years must follow each other without gaps.", nameof(notices));
        }

        if (RegionalDays.Zip(RegionalDays.Skip(1)).Any(p => p.First.Date == p.Second.Date))
        {
            throw new ArgumentException("A day appears twice.", nameof(regionalDays));
        }

        _special = SpecialDays();
        if (Notices.Count > 0)
        {
            _firstCertain = new DateOnly(Notices[0].Year, 1, 1).DayNumber;
            _lastCertain = new DateOnly(Notices[^1].Year, 12, FirstUncertainDayOfDecember).DayNumber - 1;
        }

        if (_special.Count > 0)
        {
            _firstDay = _special.Keys.Min().DayNumber;
            (_upTo, _workingDays) = Tabulate(_special.Keys.Max().DayNumber);
        }
    }

    /// <summary>已公布的各年安排，按年份排。</summary>
    public IReadOnlyList<HolidayNotice> Notices { get; }

    /// <summary>地区增减的日子，按日子排。</summary>
    public IReadOnlyList<RegionalDay> RegionalDays { get; }

    /// <summary>加进（或者换掉）一年的安排，得到新的日历。</summary>
    public WorkingDayCalendar With(HolidayNotice notice) => new([.. Notices.Where(n => n.Year != notice.Year), notice], RegionalDays);

    /// <summary>换成这个地区增减的日子，得到新的日历。</summary>
    public WorkingDayCalendar WithRegion(IEnumerable<RegionalDay> regionalDays) => new(Notices, regionalDays);

    /// <summary>是不是工作日；未公布的年份只看周末。</summary>
    public bool IsWorkingDay(DateOnly day) => _special.TryGetValue(day, out var special) ? special.IsWorking : IsWeekday(day);

    /// <summary>这一天算不算工作日，以及为什么。</summary>
    public CalendarDay DayOf(DateOnly day)
    {
        if (!_special.TryGetValue(day, out var found))
        {
            found = new CalendarDay(IsWeekday(day) ? DayKind.Workday : DayKind.Weekend, "", false);
        }

        return found with { IsProvisional = IsProvisional(day) };
    }

    /// <summary>这一天的放假安排还没有定：年份没有公布，或是最后一个已公布年份的 12 月 25 日及以后。</summary>
    public bool IsProvisional(DateOnly day) => day.DayNumber < _firstCertain || day.DayNumber > _lastCertain;

    /// <summary>自 <paramref name="start"/> 的次日起数，第 <paramref name="count"/> 个工作日；0 就是 <paramref name="start"/> 当日。</summary>
    /// <param name="start">起算日，当日不计。</param>
    /// <param name="count">几个工作日，不为负。</param>
    public DueDate WorkingDaysAfter(DateOnly start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var day = count == 0 ? start : DateOnly.FromDayNumber(DayOfRank(RankOf(start.DayNumber) + count));

        // 算到的日子连成一段，两头都定了，中间就都定了。
        var isProvisional = count == 0 ? IsProvisional(start) : IsProvisional(start.AddDays(1)) || IsProvisional(day);
        return new DueDate(day, isProvisional);
    }

    /// <summary><paramref name="after"/> 的次日到 <paramref name="through"/> 当日，有几个工作日；<paramref name="through"/> 更早时为负数。</summary>
    /// <param name="after">这一天不计。</param>
    /// <param name="through">这一天计入。</param>
    public int WorkingDaysBetween(DateOnly after, DateOnly through) => RankOf(through.DayNumber) - RankOf(after.DayNumber);

    private FrozenDictionary<DateOnly, CalendarDay> SpecialDays()
    {
        // 后一年的通知可以改前一年 12 月的日子，地区的再叠加在上面：后写的算数。
        Dictionary<DateOnly, CalendarDay> special = [];
        foreach (var notice in Notices)
        {
            foreach (var day in notice.NamedDaysOff)
            {
                special[day.Date] = new CalendarDay(DayKind.Holiday, day.Holiday, false);
            }

            foreach (var day in notice.NamedMakeUpDays)
            {
                special[day.Date] = new CalendarDay(DayKind.MakeUp, day.Holiday, false);
            }
        }

        foreach (var day in RegionalDays)
        {
            special[day.Date] = new CalendarDay(day.IsOff ? DayKind.RegionalOff : DayKind.RegionalWork, day.Reason, false);
        }

        return special.ToFrozenDictionary();
    }

    private (int[] UpTo, int[] WorkingDays) Tabulate(int lastDay)
    {
        var upTo = new int[lastDay - _firstDay + 1];
        List<int> working = [];
        for (var i = 0; i < upTo.Length; i++)
        {
            if (IsWorkingDay(DateOnly.FromDayNumber(_firstDay + i)))
            {
                working.Add(_firstDay + i);
            }

            upTo[i] = working.Count;
        }

        return (upTo, [.. working]);
    }

    // 从公元 1 年 1 月 1 日（周一）到这一天有几个工作日；表外的日子按周算，再加上表里增减的。
    private int RankOf(int day)
    {
        var index = day - _firstDay;
        return _upTo.Length == 0 || index < 0 ? WeekdaysUpTo(day)
            : index < _upTo.Length ? WeekdaysUpTo(_firstDay - 1) + _upTo[index]
            : WeekdaysUpTo(day) + Correction;
    }

    private int DayOfRank(int rank)
    {
        var inTable = rank - WeekdaysUpTo(_firstDay - 1) - 1;
        return _upTo.Length == 0 || inTable < 0 ? WeekdayOfRank(rank)
            : inTable < _workingDays.Length ? _workingDays[inTable]
            : WeekdayOfRank(rank - Correction);
    }

    private int Correction => WeekdaysUpTo(_firstDay - 1) + _upTo[^1] - WeekdaysUpTo(_firstDay + _upTo.Length - 1);

    private static int WeekdaysUpTo(int day) => day < 0 ? 0 : (day / 7 * 5) + Math.Min((day % 7) + 1, 5);

    private static int WeekdayOfRank(int rank) => ((rank - 1) / 5 * 7) + ((rank - 1) % 5);

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
