using System.Globalization;

namespace Gongkai.Core.Calendar;

/// <summary>把一年的放假通知从文件读进来：csv（<c>date,name,is_off_day</c>）或 json，逐行核对，说清哪里不对。文件说什么都不抛异常。</summary>
/// <remarks>
/// json 收三种：数组，每项 <c>{"date":…,"name":…,"is_off_day":…}</c>；<c>{"days":[…]}</c>，同上，<c>isOffDay</c> 也认；
/// 以及 <c>data/holidays</c> 自己的写法 <c>{"year":…,"source":…,"daysOff":[{"date":…,"holiday":…}],"makeUpDays":[…]}</c>。
/// </remarks>
public static class HolidayNoticeFile
{
    /// <summary>文件最多几个字符。</summary>
    public const int MaximumLength = 1 << 18;

    /// <summary>最多几天。</summary>
    public const int MaximumRows = 400;

    private const int FirstDayOfDecember = 25;

    // 法定节假日里日子固定的几天（《全国年节及纪念日放假办法》）：没有列为放假的，多半是漏了。
    private static readonly (int Month, int Day, string Name)[] FixedHolidays = [(1, 1, "元旦"), (5, 1, "劳动节"), (10, 1, "国庆节"), (10, 2, "国庆节"), (10, 3, "国庆节")];

    /// <summary>读一份通知。</summary>
    /// <param name="text">文件的文字。</param>
    /// <param name="year">这是哪一年的安排。</param>
    /// <param name="current">现有的日历：看年份接不接得上，与上一年的安排有没有矛盾；null 为不看。</param>
    public static HolidayNoticeReading Read(string text, int year, WorkingDayCalendar? current = null)
    {
        if (text.Length > MaximumLength)
        {
            return Failed("notice.tooLong", $"文件太大：一年的安排不会超过 {MaximumLength} 个字符。");
        }

        var body = text.TrimStart('\uFEFF').Trim();
        if (body.Length == 0)
        {
            return Failed("notice.empty", "文件是空的。");
        }

        List<NoticeProblem> problems = [];
        var source = "";
        IReadOnlyList<NoticeRow> rows = body[0] is '[' or '{' ? NoticeRows.OfJson(body, year, problems, out source) : NoticeRows.OfCsv(text, problems);
        if (rows.Count > MaximumRows)
        {
            return Failed("notice.tooLong", $"有 {rows.Count} 天，一年的安排不会超过 {MaximumRows} 天。");
        }

        var days = Judge(rows, year, problems);
        JudgeWhole(days, year, current, problems);
        var notice = problems.Exists(p => !p.IsWarning) ? null : new HolidayNotice(year, Named(days, off: true), Named(days, off: false), source);
        return new HolidayNoticeReading(notice, [.. problems.OrderBy(p => p.Row)]);
    }

    private static HolidayNoticeReading Failed(string code, string message) => new(null, [new NoticeProblem(0, code, message)]);

    private static IEnumerable<NamedDay> Named(Dictionary<DateOnly, NoticeRow> days, bool off) =>
        days.Where(d => d.Value.IsOff == off).Select(d => new NamedDay(d.Key, d.Value.Name));

    private static Dictionary<DateOnly, NoticeRow> Judge(IReadOnlyList<NoticeRow> rows, int year, List<NoticeProblem> problems)
    {
        Dictionary<DateOnly, NoticeRow> days = [];
        var first = new DateOnly(year - 1, 12, FirstDayOfDecember);
        foreach (var row in rows)
        {
            void Report(string code, string message) => problems.Add(new NoticeProblem(row.Row, code, $"第 {row.Row} {row.Unit}：{message}"));

            if (!DateOnly.TryParseExact(row.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                Report("notice.badDate", $"“{Short(row.Date)}”不是日期，要写成 {year}-05-01 这样。");
            }
            else if (row.IsOff is null)
            {
                Report("notice.badFlag", $"{day:yyyy-MM-dd} 没有写明放假还是上班：is_off_day 要写 true（放假）或 false（调休上班）。");
            }
            else if (day < first || day.Year > year)
            {
                Report("notice.outsideYear", $"{day:yyyy-MM-dd} 不在 {year} 年的安排里：只能从 {first:yyyy-MM-dd} 到 {year}-12-31。");
            }
            else if (days.TryGetValue(day, out var before))
            {
                Report("notice.duplicate", before.IsOff == row.IsOff
                    ? $"{day:yyyy-MM-dd} 写了两次（第 {before.Row} {row.Unit}已经有了）。"
                    : $"{day:yyyy-MM-dd} 在第 {before.Row} {row.Unit}写的是{Word(before.IsOff)}，这里又写{Word(row.IsOff)}。");
            }
            else
            {
                days.Add(day, row);
                if (row.IsOff is false && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                {
                    Report("notice.weekdayMakeUp", $"{day:yyyy-MM-dd} 是{WeekdayOf(day)}，本来就上班，不会是调休上班的日子。");
                }
            }
        }

        return days;
    }

    private static void JudgeWhole(Dictionary<DateOnly, NoticeRow> days, int year, WorkingDayCalendar? current, List<NoticeProblem> problems)
    {
        if (!days.Values.Any(r => r.IsOff is true) && !problems.Exists(p => !p.IsWarning))
        {
            problems.Add(new NoticeProblem(0, "notice.empty", "没有一个放假的日子。"));
        }

        foreach (var (month, day, name) in FixedHolidays)
        {
            if (!days.TryGetValue(new DateOnly(year, month, day), out var row) || row.IsOff is not true)
            {
                problems.Add(new NoticeProblem(0, "notice.missingHoliday", $"{month} 月 {day} 日（{name}）没有列为放假，请核对是不是漏了。", IsWarning: true));
            }
        }

        if (current is not { Notices: [var first, ..] and [.., var last] })
        {
            return;
        }

        if (year < first.Year - 1 || year > last.Year + 1)
        {
            problems.Add(new NoticeProblem(0, "notice.gap", $"现有 {first.Year} 年至 {last.Year} 年的安排，{year} 年接不上，请先导入中间的年份。"));
        }

        if (current.Notices.FirstOrDefault(n => n.Year == year - 1) is { } before)
        {
            var opposite = before.DaysOff.Where(d => days.TryGetValue(d, out var row) && row.IsOff is false)
                .Concat(before.MakeUpDays.Where(d => days.TryGetValue(d, out var row) && row.IsOff is true));
            problems.AddRange(opposite.Select(d => new NoticeProblem(
                days[d].Row, "notice.contradicts", $"第 {days[d].Row} {days[d].Unit}：{d:yyyy-MM-dd} 与 {year - 1} 年的安排相反，以这一份为准。", IsWarning: true)));
        }
    }

    private static string Word(bool? off) => off is true ? "放假" : "上班";

    private static string WeekdayOf(DateOnly day) => "周" + "日一二三四五六"[(int)day.DayOfWeek];

    private static string Short(string text) => text.Length <= 20 ? text : text[..20] + "……";
}
