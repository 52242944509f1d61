using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;

namespace Gongkai.Reports.Tests.Checking;

public class RegionProfileTests
{
    [Theory]
    [InlineData("national", AgencyLevel.Department, 2023, "2024-01-31")]
    [InlineData("national", AgencyLevel.County, 2023, "2024-03-31")]
    [InlineData("national", AgencyLevel.City, 2020, "2021-03-31")]
    [InlineData("national", AgencyLevel.Province, 2025, "2026-03-31")]
    [InlineData("national", AgencyLevel.Township, 2023, null)]
    [InlineData("national", AgencyLevel.Street, 2023, null)]
    [InlineData("national", AgencyLevel.Vertical, 2023, null)]
    [InlineData("national", AgencyLevel.Other, 2023, null)]
    [InlineData("national", AgencyLevel.Department, 2018, null)]
    [InlineData("national", AgencyLevel.Department, 9999, null)]
    [InlineData("lianxi", AgencyLevel.Street, 2024, "2025-01-31")]
    [InlineData("lianxi", AgencyLevel.County, 2024, "2025-02-20")]
    [InlineData("lianxi", AgencyLevel.County, 2022, "2023-03-31")]
    [InlineData("huaihua", AgencyLevel.County, 2021, "2022-02-20")]
    [InlineData("huaihua", AgencyLevel.Department, 2021, "2022-01-31")]
    public void The_due_date_depends_on_the_level_the_year_and_the_region(string region, AgencyLevel level, int year, string? due) =>
        Assert.Equal(due, RegionProfiles.Find(region)!.DueDateOf(level, year)?.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2024-01-31", "2024-01-31")]
    [InlineData("2021-01-31", "2021-02-01")]
    [InlineData("2022-01-31", "2022-02-07")]
    [InlineData("2025-01-31", "2025-02-05")]
    [InlineData("2026-02-20", "2026-02-24")]
    public void A_due_date_on_a_holiday_is_followed_by_the_first_working_day(string due, string working) =>
        Assert.Equal(DateOnly.Parse(working, System.Globalization.CultureInfo.InvariantCulture), RegionProfile.National.FirstWorkingDayFrom(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void What_a_region_does_not_say_is_as_in_the_nation()
    {
        var wuwei = RegionProfiles.Find("武威市")!;
        Assert.Equal(1000, wuwei.MostLettersOfPartOne);
        Assert.Equal(RegionProfile.National.CorrectionWorkingDays, wuwei.CorrectionWorkingDays);
        Assert.Equal(RegionProfile.National.OldestCitedTaskYears, wuwei.OldestCitedTaskYears);
        Assert.Equal(RegionProfile.National.DueDates, wuwei.DueDates);
    }

    [Fact]
    public void Every_region_has_a_name_and_a_source()
    {
        Assert.Same(RegionProfile.National, RegionProfiles.All[0]);
        Assert.All(RegionProfiles.All, r => Assert.False(string.IsNullOrWhiteSpace(r.Name) || string.IsNullOrWhiteSpace(r.Source)));
        Assert.Equal(RegionProfiles.All.Count, RegionProfiles.All.Select(r => r.Id).Distinct().Count());
        Assert.Null(RegionProfiles.Find("nowhere"));
    }
}
