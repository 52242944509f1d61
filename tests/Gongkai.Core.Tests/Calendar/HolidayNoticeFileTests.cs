using Gongkai.Core.Calendar;

namespace Gongkai.Core.Tests.Calendar;

public class HolidayNoticeFileTests
{
    private const string Lawful = """
        date,name,is_off_day
        2026-12-31,元旦,true
        2027-01-01,元旦,true
        2027-01-03,元旦,false
        2027-05-01,劳动节,true
        2027-10-01,国庆节,true
        2027-10-02,国庆节,true
        2027-10-03,国庆节,true
        """;

    [Fact]
    public void A_csv_of_a_year_becomes_a_notice_that_the_calendar_takes()
    {
        var reading = HolidayNoticeFile.Read("\uFEFF" + Lawful.ReplaceLineEndings("\r\n"), 2027, Published.Calendar);
        Assert.Empty(reading.Problems);
        Assert.Equal([new NamedDay(new DateOnly(2027, 1, 3), "元旦")], reading.Notice!.NamedMakeUpDays);
        Assert.Equal(6, reading.Notice.DaysOff.Count);
        Assert.False(Published.Calendar.With(reading.Notice).IsProvisional(new DateOnly(2027, 6, 1)));
    }

    [Theory]
    [InlineData("""[{"date":"2027-01-01","name":"元旦","is_off_day":true},{"date":"2027-01-03","name":"元旦","is_off_day":false}]""")]
    [InlineData("""{"year":2027,"days":[{"date":"2027-01-01","name":"元旦","isOffDay":true},{"date":"2027-01-03","name":"元旦","isOffDay":false}]}""")]
    [InlineData("""{"year":2027,"source":"通知","daysOff":[{"date":"2027-01-01","holiday":"元旦"}],"makeUpDays":[{"date":"2027-01-03","holiday":"元旦"}]}""")]
    public void Json_is_read_in_each_of_its_shapes(string json)
    {
        var notice = HolidayNoticeFile.Read(json, 2027).Notice!;
        Assert.Equal([new NamedDay(new DateOnly(2027, 1, 1), "元旦")], notice.NamedDaysOff);
        Assert.Equal([new NamedDay(new DateOnly(2027, 1, 3), "元旦")], notice.NamedMakeUpDays);
    }

    [Theory]
    [InlineData("2027-02-30,春节,true", "notice.badDate", "第 9 行：“2027-02-30”不是日期")]
    [InlineData("2027/2/6,春节,true", "notice.badDate", "不是日期")]
    [InlineData("2027-02-06,春节,maybe", "notice.badFlag", "要写 true（放假）或 false（调休上班）")]
    [InlineData("2026-12-24,元旦,true", "notice.outsideYear", "只能从 2026-12-25 到 2027-12-31")]
    [InlineData("2028-01-01,元旦,true", "notice.outsideYear", "不在 2027 年的安排里")]
    [InlineData("2027-01-01,元旦,true", "notice.duplicate", "写了两次（第 3 行已经有了）")]
    [InlineData("2027-01-01,元旦,false", "notice.duplicate", "在第 3 行写的是放假，这里又写上班")]
    [InlineData("2027-02-10,春节,false", "notice.weekdayMakeUp", "是周三，本来就上班")]
    [InlineData("2027-02-06,春节", "notice.badRow", "应有 3 列，实有 2 列")]
    public void What_is_wrong_in_a_row_is_said_in_Chinese_with_its_line(string row, string code, string says)
    {
        var reading = HolidayNoticeFile.Read($"{Lawful}\n{row}\n", 2027, Published.Calendar);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((code, 9, false), (problem.Code, problem.Row, problem.IsWarning));
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
        Assert.Null(reading.Notice);
    }

    [Theory]
    [InlineData("", 2027, "notice.empty")]
    [InlineData("日期,名称\n2027-01-01,元旦", 2027, "notice.badHeader")]
    [InlineData("date,name,is_off_day\n", 2027, "notice.empty")]
    [InlineData("{\"year\":2026,\"days\":[]}", 2027, "notice.otherYear")]
    [InlineData("{\"days\":3}", 2027, "notice.badShape")]
    [InlineData("[{\"date\":", 2027, "notice.badShape")]
    [InlineData("[{\"date\":\"\\ud800\"}]", 2027, "notice.badShape")]
    [InlineData("[1,null,\"x\"]", 2027, "notice.badDate")]
    [InlineData("date,name,is_off_day\n2029-01-01,元旦,true", 2029, "notice.gap")]
    public void A_file_that_cannot_be_taken_says_so_and_gives_no_notice(string text, int year, string code)
    {
        var reading = HolidayNoticeFile.Read(text, year, Published.Calendar);
        Assert.Null(reading.Notice);
        Assert.Contains(reading.Problems, p => p.Code == code && !p.IsWarning);
    }

    [Fact]
    public void Too_large_a_file_is_refused_unread()
    {
        Assert.Equal("notice.tooLong", Assert.Single(HolidayNoticeFile.Read(new string('1', HolidayNoticeFile.MaximumLength + 1), 2027).Problems).Code);
        var rows = string.Concat(Enumerable.Repeat("2027-01-01,元旦,true\n", 500));
        Assert.Equal("notice.tooLong", Assert.Single(HolidayNoticeFile.Read("date,name,is_off_day\n" + rows, 2027).Problems).Code);
    }

    [Fact]
    public void A_statutory_day_left_out_and_a_contradiction_are_only_reminders()
    {
        var current = new WorkingDayCalendar([new HolidayNotice(2026, [], [new DateOnly(2026, 12, 27)])]);
        var reading = HolidayNoticeFile.Read("date,name,is_off_day\n2026-12-27,元旦,true\n2027-01-01,元旦,true", 2027, current);
        Assert.NotNull(reading.Notice);
        Assert.All(reading.Problems, p => Assert.True(p.IsWarning));
        Assert.Equal(4, reading.Problems.Count(p => p.Code == "notice.missingHoliday"));
        Assert.Single(reading.Problems, p => p.Code == "notice.contradicts");
    }
}
