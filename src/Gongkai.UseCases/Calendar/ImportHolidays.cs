using System.Globalization;
using System.Text.Json;
using Gongkai.Core.Calendar;
using Gongkai.Core.Requests.Clock;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Staff;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Calendar;

/// <summary>导入一年的放假通知：先看哪些期限会动，确认之后导入、重算，并记下动了什么。全系统的管理员才能做。</summary>
public sealed class ImportHolidays(GongkaiDb db, LawBook law, RefoldRequests refold)
{
    /// <summary>审计记录里的代号。</summary>
    public const string Action = "calendar.import";

    private const int LongestText = 200;

    /// <summary>日历此刻的样子：各年的安排与出处。</summary>
    public async Task<CalendarView> ViewAsync(Actor actor, CancellationToken cancellation)
    {
        Management.Of(actor);
        var imported = await db.HolidayNotices.AsNoTracking().OrderBy(n => n.Year).ToListAsync(cancellation);
        var calendar = await law.CalendarAsync(cancellation);
        return new CalendarView(
            [.. calendar.Notices.Select(n => new YearView(n, imported.FirstOrDefault(i => i.Year == n.Year) is { } i ? i.NoticeNumber ?? "" : null, imported.FirstOrDefault(i => i.Year == n.Year)?.ImportedAt))],
            law.Today);
    }

    /// <summary>看一看：读得对不对，没有办结的申请哪些期限会动。什么也不改。</summary>
    /// <exception cref="NotAllowedException">不是全系统的管理员。</exception>
    public async Task<ImportPreview> PreviewAsync(Actor actor, HolidayFile file, CancellationToken cancellation)
    {
        Management.Of(actor).DemandEverywhere();
        var calendar = await law.CalendarAsync(cancellation);
        var reading = HolidayNoticeFile.Read(file.Text, file.Year, calendar);
        return reading.Notice is { } notice
            ? new ImportPreview(notice, reading.Problems, await refold.PreviewAsync(calendar.With(notice), cancellation))
            : new ImportPreview(null, reading.Problems, []);
    }

    /// <summary>导入，重算，记下动了什么。</summary>
    /// <exception cref="NotAllowedException">不是全系统的管理员。</exception>
    /// <exception cref="BadInputException">文件有错，逐条列出。</exception>
    public async Task<IReadOnlyList<MovedDate>> RunAsync(Actor actor, HolidayFile file, CancellationToken cancellation)
    {
        Management.Of(actor).DemandEverywhere();
        law.Forget();
        var reading = HolidayNoticeFile.Read(file.Text, file.Year, await law.CalendarAsync(cancellation));
        List<InputProblem> problems = [.. reading.Problems.Where(p => !p.IsWarning).Select(p => new InputProblem("Text", p.Message))];
        if (file.Source.Trim() is not { Length: > 0 and <= LongestText })
        {
            problems.Add(new InputProblem("Source", "请填通知的标题，如“国务院办公厅关于2027年部分节假日安排的通知”。"));
        }

        problems.AddRange(PlainText.Problems("Source", file.Source));
        problems.AddRange(PlainText.Problems("NoticeNumber", file.NoticeNumber));
        problems.AddRange(PlainText.Problems("Text", file.Text));
        if (file.NoticeNumber.Length > LongestText)
        {
            problems.Add(new InputProblem("NoticeNumber", "文号太长。"));
        }

        BadInputException.ThrowIfAny(problems);
        return await refold.CommitAsync((calendar, clock) => WriteAsync(actor, file, reading.Notice!, calendar, clock, cancellation), cancellation);
    }

    /// <summary>这一年最近一次导入动了什么；没有导入过为 null。</summary>
    public async Task<IReadOnlyList<MovedRecord>?> LastMovedAsync(Actor actor, int year, CancellationToken cancellation)
    {
        Management.Of(actor).DemandEverywhere();
        var subject = year.ToString(CultureInfo.InvariantCulture);
        var detail = await db.Audits.AsNoTracking().Where(a => a.Action == Action && a.Subject == subject).OrderByDescending(a => a.Sequence).Select(a => a.Detail).FirstOrDefaultAsync(cancellation);
        return detail is null ? null : JsonSerializer.Deserialize<ImportRecord>(detail, Json.Options)!.Moved;
    }

    private async Task<IReadOnlyList<MovedDate>> WriteAsync(Actor actor, HolidayFile file, HolidayNotice notice, WorkingDayCalendar calendar, ClockSettings clock, CancellationToken cancellation)
    {
        var row = await db.HolidayNotices.SingleOrDefaultAsync(n => n.Year == file.Year, cancellation);
        if (row is null)
        {
            row = new HolidayNoticeRow { Year = file.Year, Source = "", Json = "" };
            db.HolidayNotices.Add(row);
        }

        (row.Source, row.NoticeNumber, row.ImportedAt) = (file.Source.Trim(), string.IsNullOrWhiteSpace(file.NoticeNumber) ? null : file.NoticeNumber.Trim(), law.Now);
        row.Json = Write(notice, row.Source);
        var moved = await refold.ApplyAsync(calendar.With(notice), clock, cancellation);
        var detail = JsonSerializer.Serialize(new ImportRecord(row.Source, row.NoticeNumber, [.. moved.Select(m => m.ForRecord())]), Json.Options);
        await db.CommitAsync(new AuditEntry(law.Now, actor.Id, null, Action, file.Year.ToString(CultureInfo.InvariantCulture), detail), cancellation);
        return moved;
    }

    private static string Write(HolidayNotice notice, string source) => JsonSerializer.Serialize(
        new { year = notice.Year, source, daysOff = notice.NamedDaysOff.Select(Day), makeUpDays = notice.NamedMakeUpDays.Select(Day) }, Json.Options);

    private static object Day(NamedDay day) => new { date = day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), holiday = day.Holiday };

    private sealed record ImportRecord(string Source, string? NoticeNumber, IReadOnlyList<MovedRecord> Moved);
}

/// <summary>要导入的一份通知。</summary>
/// <param name="Year">哪一年的安排。</param>
/// <param name="Source">通知的标题。</param>
/// <param name="NoticeNumber">文号；没有见到为空。</param>
/// <param name="Text">csv 或 json。</param>
public sealed record HolidayFile(int Year, string Source, string NoticeNumber, string Text);

/// <summary>导入之前看一看。</summary>
/// <param name="Notice">读出的安排；有错为 null。</param>
/// <param name="Problems">错与提醒。</param>
/// <param name="Moved">期限会动的申请。</param>
public sealed record ImportPreview(HolidayNotice? Notice, IReadOnlyList<NoticeProblem> Problems, IReadOnlyList<MovedDate> Moved);

/// <summary>工作日历。</summary>
/// <param name="Years">各年。</param>
/// <param name="Today">今天。</param>
public sealed record CalendarView(IReadOnlyList<YearView> Years, DateOnly Today);

/// <summary>一年的安排。</summary>
/// <param name="Notice">安排。</param>
/// <param name="NoticeNumber">导入时填的文号；程序自带的为 null。</param>
/// <param name="ImportedAt">导入的时刻，UTC；程序自带的为 null。</param>
public sealed record YearView(HolidayNotice Notice, string? NoticeNumber, DateTime? ImportedAt);
