using Gongkai.Core.Calendar;

namespace Gongkai.Core.Tests.Calendar;

public class WorkingDayCalendarTests
{
    private static readonly WorkingDayCalendar Two = new(
    [
        new HolidayNotice(2025, [Day("2025-01-01"), Day("2025-10-01")], [Day("2025-01-26")]),
        new HolidayNotice(2026, [Day("2025-12-31"), Day("2026-01-01")], []),
    ]);

    [Fact]
    public void The_day_itself_is_not_counted() =>
        Assert.Equal(new DueDate(Day("2025-03-04"), false), Two.WorkingDaysAfter(Day("2025-03-03"), 1));

    [Fact]
    public void No_working_days_is_the_day_itself_even_on_a_holiday() =>
        Assert.Equal(new DueDate(Day("2025-10-01"), false), Two.WorkingDaysAfter(Day("2025-10-01"), 0));

    [Fact]
    public void A_make_up_Sunday_counts_and_a_holiday_does_not()
    {
        Assert.True(Two.IsWorkingDay(Day("2025-01-26")));
        Assert.False(Two.IsWorkingDay(Day("2025-10-01")));
        Assert.Equal(Day("2025-01-26"), Two.WorkingDaysAfter(Day("2025-01-24"), 1).Date);
        Assert.Equal(Day("2025-10-02"), Two.WorkingDaysAfter(Day("2025-09-30"), 1).Date);
    }

    [Fact]
    public void The_next_years_notice_may_move_days_of_this_December() =>
        Assert.Equal(new DueDate(Day("2026-01-02"), false), Two.WorkingDaysAfter(Day("2025-12-30"), 1));

    [Theory]
    [InlineData("2026-12-24", false)]
    [InlineData("2026-12-25", true)]
    [InlineData("2027-05-03", true)]
    [InlineData("2025-12-25", false)]
    [InlineData("2024-12-31", true)]
    [InlineData("2025-01-01", false)]
    public void From_25_December_of_the_last_published_year_on_a_day_is_provisional(string day, bool provisional) =>
        Assert.Equal(provisional, Two.IsProvisional(Day(day)));

    [Fact]
    public void A_count_that_runs_past_the_published_years_goes_on_by_weekdays_and_says_so()
    {
        Assert.Equal(new DueDate(Day("2027-01-01"), true), Two.WorkingDaysAfter(Day("2026-12-31"), 1));
        Assert.Equal(new DueDate(Day("2027-01-08"), true), Two.WorkingDaysAfter(Day("2026-12-24"), 11));
        Assert.Equal(new DueDate(Day("2026-12-24"), false), Two.WorkingDaysAfter(Day("2026-12-23"), 1));
    }

    [Fact]
    public void A_count_that_starts_before_the_published_years_is_provisional() =>
        Assert.Equal(new DueDate(Day("2025-01-02"), true), Two.WorkingDaysAfter(Day("2024-12-30"), 2));

    [Fact]
    public void Without_any_notice_only_weekends_are_known() =>
        Assert.Equal(new DueDate(Day("2025-10-08"), true), new WorkingDayCalendar([]).WorkingDaysAfter(Day("2025-10-01"), 5));

    [Fact]
    public void A_gap_between_years_and_a_negative_count_are_mistakes_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => new WorkingDayCalendar([new HolidayNotice(2023, [], []), new HolidayNotice(2025, [], [])]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Two.WorkingDaysAfter(Day("2025-03-03"), -1));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
