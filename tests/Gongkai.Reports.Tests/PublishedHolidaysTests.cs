using System.Globalization;
using Gongkai.Core.Calendar;

namespace Gongkai.Reports.Tests;

public class PublishedHolidaysTests
{
    // 算例是按 2026 年为止的通知手算的，以后公布的不算在内。
    private static readonly WorkingDayCalendar Calendar = new(PublishedHolidays.Calendar.Notices.Where(n => n.Year <= 2026));

    [Theory]
    [InlineData("2019-12-30", 7, "2020-01-09")]
    [InlineData("2019-12-30", 15, "2020-01-20")]
    [InlineData("2019-12-30", 20, "2020-02-04")]
    [InlineData("2019-12-30", 40, "2020-03-03")]
    [InlineData("2023-09-27", 7, "2023-10-12")]
    [InlineData("2023-09-27", 20, "2023-10-31")]
    [InlineData("2024-01-31", 7, "2024-02-08")]
    [InlineData("2024-01-31", 15, "2024-02-26")]
    [InlineData("2024-01-31", 40, "2024-04-01")]
    [InlineData("2025-01-20", 7, "2025-02-05")]
    [InlineData("2025-01-20", 20, "2025-02-21")]
    [InlineData("2025-09-25", 7, "2025-10-11")]
    [InlineData("2025-09-25", 40, "2025-11-26")]
    [InlineData("2026-01-26", 20, "2026-02-28")]
    [InlineData("2026-02-10", 7, "2026-02-26")]
    [InlineData("2026-02-10", 20, "2026-03-16")]
    [InlineData("2026-09-18", 15, "2026-10-15")]
    [InlineData("2026-09-18", 20, "2026-10-22")]
    [InlineData("2026-12-01", 7, "2026-12-10")]
    [InlineData("2026-12-01", 15, "2026-12-22")]
    public void Worked_dates_come_out(string start, int count, string due) =>
        Assert.Equal(new DueDate(Day(due), false), Calendar.WorkingDaysAfter(Day(start), count));

    [Theory]
    [InlineData("2026-12-01", 20, "2026-12-29")]
    [InlineData("2026-12-01", 40, "2027-01-26")]
    public void Dates_beyond_the_published_notices_are_provisional(string start, int count, string due) =>
        Assert.Equal(new DueDate(Day(due), true), Calendar.WorkingDaysAfter(Day(start), count));

    [Theory]
    [InlineData(2019, 250)]
    [InlineData(2020, 249)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void Each_year_has_its_number_of_working_days(int year, int days) =>
        Assert.Equal(days, Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Count(i => Calendar.IsWorkingDay(new DateOnly(year, 1, 1).AddDays(i))));

    [Fact]
    public void The_table_agrees_with_walking_day_by_day()
    {
        for (var start = new DateOnly(2018, 11, 20); start.Year < 2027; start = start.AddDays(1))
        {
            var (day, counted) = (start, 0);
            while (counted < 45)
            {
                day = day.AddDays(1);
                if (Calendar.IsWorkingDay(day))
                {
                    counted++;
                    if (counted % 11 == 1)
                    {
                        Assert.Equal(day, Calendar.WorkingDaysAfter(start, counted).Date);
                    }
                }
            }
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
