using Gongkai.Core.Calendar;

namespace Gongkai.Core.Tests.Calendar;

public class PublishedCalendarTests
{
    private static readonly WorkingDayCalendar Calendar = Published.Calendar;

    private static readonly int[] Periods = [7, 15, 20, 40];

    [Theory]
    [InlineData("2019-12-30", "2020-01-09", "2020-01-20", "2020-02-04", "2020-03-03")]
    [InlineData("2023-09-27", "2023-10-12", "2023-10-24", "2023-10-31", "2023-11-28")]
    [InlineData("2024-01-31", "2024-02-08", "2024-02-26", "2024-03-04", "2024-04-01")]
    [InlineData("2025-01-20", "2025-02-05", "2025-02-14", "2025-02-21", "2025-03-21")]
    [InlineData("2025-09-25", "2025-10-11", "2025-10-22", "2025-10-29", "2025-11-26")]
    [InlineData("2026-02-10", "2026-02-26", "2026-03-09", "2026-03-16", "2026-04-14")]
    [InlineData("2026-09-18", "2026-09-29", "2026-10-15", "2026-10-22", "2026-11-19")]
    [InlineData("2026-12-01", "2026-12-10", "2026-12-22", "2026-12-29", "2027-01-26")]
    public void The_worked_dates_of_7_15_20_and_40_days_hold(string received, params string[] due) =>
        Assert.Equal(due.Select(Published.Day), Periods.Select(n => Calendar.WorkingDaysAfter(Published.Day(received), n).Date));

    [Theory]
    [InlineData("2025-01-20", "2025-02-21")]
    [InlineData("2025-09-25", "2025-10-29")]
    [InlineData("2026-01-26", "2026-02-28")]
    [InlineData("2026-02-10", "2026-03-16")]
    [InlineData("2026-09-18", "2026-10-22")]
    public void The_last_days_to_pay_a_fee_hold(string served, string last) =>
        Assert.Equal(new DueDate(Published.Day(last), false), Calendar.WorkingDaysAfter(Published.Day(served), 20));

    [Fact]
    public void Adding_and_counting_agree_with_a_walk_day_by_day()
    {
        for (var start = new DateOnly(2018, 11, 1); start < new DateOnly(2027, 3, 1); start = start.AddDays(1))
        {
            var counted = 0;
            for (var day = start.AddDays(1); day <= start.AddDays(70); day = day.AddDays(1))
            {
                if (DayWalkCache.IsWorking(day))
                {
                    counted++;
                    Assert.Equal(day, Calendar.WorkingDaysAfter(start, counted).Date);
                }

                Assert.Equal(counted, Calendar.WorkingDaysBetween(start, day));
            }
        }
    }

    [Fact]
    public void Far_from_the_published_years_days_are_still_counted_at_once()
    {
        Assert.Equal(new DueDate(new DateOnly(2999, 1, 1), true), Calendar.WorkingDaysAfter(new DateOnly(2026, 12, 31), Calendar.WorkingDaysBetween(new DateOnly(2026, 12, 31), new DateOnly(2999, 1, 1))));
        Assert.Equal(5, Calendar.WorkingDaysBetween(new DateOnly(1999, 3, 1), new DateOnly(1999, 3, 8)));
        Assert.Equal(new DateOnly(1999, 3, 8), Calendar.WorkingDaysAfter(new DateOnly(1999, 3, 1), 5).Date);
        Assert.Equal(-5, Calendar.WorkingDaysBetween(new DateOnly(2025, 3, 10), new DateOnly(2025, 3, 3)));
    }

    [Theory]
    [InlineData("2025-09-28", DayKind.MakeUp, "国庆节、中秋节")]
    [InlineData("2025-10-05", DayKind.Holiday, "国庆节、中秋节")]
    [InlineData("2020-01-31", DayKind.Holiday, "春节")]
    [InlineData("2024-02-09", DayKind.Workday, "")]
    [InlineData("2025-03-08", DayKind.Weekend, "")]
    [InlineData("2022-12-31", DayKind.Holiday, "元旦")]
    public void A_day_says_why_it_counts_or_not(string day, DayKind kind, string name) =>
        Assert.Equal(new CalendarDay(kind, name, false), Calendar.DayOf(Published.Day(day)));

    [Fact]
    public void A_region_adds_its_own_days_with_their_reason()
    {
        var region = Calendar.WithRegion([new(new DateOnly(2026, 4, 20), true, "清溪县民族节"), new(new DateOnly(2026, 4, 25), false, "清溪县民族节调休"), new(new DateOnly(2028, 4, 20), true, "清溪县民族节")]);
        Assert.Equal(new CalendarDay(DayKind.RegionalOff, "清溪县民族节", false), region.DayOf(new DateOnly(2026, 4, 20)));
        Assert.Equal(new CalendarDay(DayKind.RegionalWork, "清溪县民族节调休", false), region.DayOf(new DateOnly(2026, 4, 25)));
        Assert.True(region.IsProvisional(new DateOnly(2028, 4, 20)));
        Assert.Equal(new DateOnly(2026, 4, 25), region.WorkingDaysAfter(new DateOnly(2026, 4, 17), 5).Date);
        Assert.Equal(new DateOnly(2028, 4, 21), region.WorkingDaysAfter(new DateOnly(2028, 4, 19), 1).Date);
        Assert.Equal(new DateOnly(2026, 4, 24), Calendar.WorkingDaysAfter(new DateOnly(2026, 4, 17), 5).Date);
        Assert.Throws<ArgumentException>(() => Calendar.WithRegion([new(new DateOnly(2026, 4, 20), true, "甲"), new(new DateOnly(2026, 4, 20), false, "乙")]));
    }

    [Fact]
    public void A_new_years_notice_makes_its_days_certain_and_can_be_replaced()
    {
        var next = Calendar.With(new HolidayNotice(2027, [new NamedDay(new DateOnly(2026, 12, 31), "元旦"), new NamedDay(new DateOnly(2027, 1, 1), "元旦")], [], ""));
        Assert.Equal(new DueDate(new DateOnly(2026, 12, 29), true), Calendar.WorkingDaysAfter(new DateOnly(2026, 12, 1), 20));
        Assert.Equal(new DueDate(new DateOnly(2026, 12, 29), false), next.WorkingDaysAfter(new DateOnly(2026, 12, 1), 20));
        Assert.Equal(new DateOnly(2027, 1, 4), next.WorkingDaysAfter(new DateOnly(2026, 12, 30), 1).Date);
        Assert.Equal(new DateOnly(2027, 1, 1), next.With(new HolidayNotice(2027, [new NamedDay(new DateOnly(2026, 12, 31), "元旦")], [], "")).WorkingDaysAfter(new DateOnly(2026, 12, 30), 1).Date);
    }

    private static class DayWalkCache
    {
        private static readonly Dictionary<DateOnly, bool> Known = [];

        public static bool IsWorking(DateOnly day)
        {
            if (!Known.TryGetValue(day, out var working))
            {
                Known[day] = working = Published.IsWorkingNaively(day);
            }

            return working;
        }
    }
}
