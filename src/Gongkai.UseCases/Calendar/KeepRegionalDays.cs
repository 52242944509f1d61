using System.Globalization;
using System.Text.Json;
using Gongkai.Core.Calendar;
using Gongkai.Core.Requests.Clock;
using Gongkai.Storage;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Staff;

namespace Gongkai.UseCases.Calendar;

/// <summary>本地区在全国放假安排之上增减的日子，如民族自治地方的节日（《全国年节及纪念日放假办法》第四条）。全系统的管理员才能改，改了就重算。</summary>
public sealed class KeepRegionalDays(GongkaiDb db, LawBook law, RefoldRequests refold)
{
    /// <summary>审计记录里的代号。</summary>
    public const string Action = "calendar.region";

    /// <summary>一次最多几行。</summary>
    public const int MostDays = 200;

    private const string Field = "Days";
    private const int LongestReason = 30;
    private const int MostProblems = 10;
    private const string Off = "放假";
    private const string Work = "上班";
    private static readonly char[] _spaces = [' ', '\t', '　'];

    /// <summary>现在的，按日子排；管理员都能看。</summary>
    /// <exception cref="NotAllowedException">不是管理员。</exception>
    public async Task<IReadOnlyList<RegionalDay>> ViewAsync(Actor actor, CancellationToken cancellation)
    {
        Management.Of(actor);
        return [.. (await RegionSetting.ReadAsync(db, cancellation)).Days.OrderBy(d => d.Date)];
    }

    /// <summary>换成这些，重算没有办结的申请，记下动了什么。</summary>
    /// <param name="actor">谁。</param>
    /// <param name="text">一行一天：日期、放假或者上班、理由，用空格隔开；空的就是没有。</param>
    /// <param name="seen">他看着改的那一份的摘要（<see cref="DigestOf"/>）；null 为不是看着页面改的。</param>
    /// <param name="cancellation">取消。</param>
    /// <exception cref="NotAllowedException">不是全系统的管理员。</exception>
    /// <exception cref="BadInputException">哪几行不对。</exception>
    /// <exception cref="StaleDataException">别人先改了。</exception>
    public async Task<IReadOnlyList<MovedDate>> RunAsync(Actor actor, string text, string? seen, CancellationToken cancellation)
    {
        Management.Of(actor).DemandEverywhere();
        var days = Parse(text);
        return await refold.CommitAsync((calendar, clock) => WriteAsync(actor, days, seen, calendar.WithRegion(days), clock, cancellation), cancellation);
    }

    /// <summary>这些日子的摘要，不论次序。</summary>
    public static string DigestOf(IEnumerable<RegionalDay> days) => Shown.Of(days.OrderBy(d => d.Date).Select(Say));

    /// <summary>一天写成一行，与填的时候一样。</summary>
    public static string Say(RegionalDay day) => $"{Iso(day.Date)} {(day.IsOff ? Off : Work)} {day.Reason}";

    private async Task<IReadOnlyList<MovedDate>> WriteAsync(Actor actor, IReadOnlyList<RegionalDay> days, string? seen, WorkingDayCalendar calendar, ClockSettings clock, CancellationToken cancellation)
    {
        var holder = await RegionSetting.HolderAsync(db.Agencies, cancellation) ?? throw new BadInputException([new InputProblem(Field, "还没有机关。请先建机关。")]);
        Shown.Demand(seen, DigestOf(RegionSetting.ReadDays(holder)));
        RegionSetting.Write(holder, days);
        var moved = await refold.ApplyAsync(calendar, clock, cancellation);
        var detail = JsonSerializer.Serialize(new { days = days.Select(Say), moved = moved.Select(m => m.ForRecord()) }, Json.Options);
        await db.CommitAsync(new AuditEntry(law.Now, actor.Id, null, Action, holder.PagePath, detail), cancellation);
        return moved;
    }

    private static List<RegionalDay> Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        List<RegionalDay> days = [];
        List<InputProblem> problems = [];
        foreach (var (index, line) in lines.Index().Where(l => !string.IsNullOrWhiteSpace(l.Item)).Take(MostDays + 1))
        {
            if (days.Count == MostDays)
            {
                problems.Add(new InputProblem(Field, $"太多了，最多 {MostDays} 天。"));
            }
            else if (Read(line) is not { } day)
            {
                problems.Add(new InputProblem(Field, $"第 {index + 1} 行看不明白。一行写一天：日期、放假或者上班、理由（最多 {LongestReason} 个字），用空格隔开，如 2026-04-20 放假 壮族三月三。"));
            }
            else if (days.Any(d => d.Date == day.Date))
            {
                problems.Add(new InputProblem(Field, $"第 {index + 1} 行的 {Iso(day.Date)} 前面已经写过，一天只能写一次。"));
            }
            else
            {
                days.Add(day);
            }

            if (problems.Count == MostProblems)
            {
                break;
            }
        }

        BadInputException.ThrowIfAny(problems);
        return [.. days.OrderBy(d => d.Date)];
    }

    private static RegionalDay? Read(string line) =>
        line.Split(_spaces, 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var date, Off or Work, { Length: <= LongestReason } reason] parts
        && DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2200
        && !reason.Any(char.IsControl)
            ? new RegionalDay(day, parts[1] == Off, reason)
            : null;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
