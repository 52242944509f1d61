using Gongkai.Core.Calendar;
using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Calendar;

/// <summary>日历或者口径换了：没有办结的申请从事件重新折叠，看哪些期限动了。自己不授权。</summary>
public sealed class RefoldRequests(GongkaiDb db, LawBook law)
{
    private const int Batch = 200;
    private const int Tries = 3;

    /// <summary>没有办结的各环节，行里的写法。</summary>
    internal static string[] OpenStages { get; } = [.. Enum.GetValues<RequestStage>().Where(s => s < RequestStage.Concluded).Select(s => s.ToString())];

    /// <summary>改日历或者口径，连同重算一起提交。重算的时候有人正在办其中一件，或者别的节点先改了，从头再来，日历与口径都重新读。</summary>
    /// <param name="write">按此刻的日历与口径改、重算、提交；给出动了的。</param>
    /// <param name="cancellation">取消。</param>
    /// <exception cref="StaleDataException">总有人先改。</exception>
    internal async Task<IReadOnlyList<MovedDate>> CommitAsync(Func<WorkingDayCalendar, ClockSettings, Task<IReadOnlyList<MovedDate>>> write, CancellationToken cancellation)
    {
        for (var i = 1; ; i++)
        {
            law.Forget();
            try
            {
                var moved = await write(await law.CalendarAsync(cancellation), await law.ClockAsync(cancellation));
                law.Forget();
                return moved;
            }
            catch (StaleDataException) when (i < Tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>只看哪些会动，什么也不改。</summary>
    internal async Task<IReadOnlyList<MovedDate>> PreviewAsync(WorkingDayCalendar calendar, CancellationToken cancellation) =>
        await RunAsync(db.Requests.AsNoTracking(), calendar, await law.ClockAsync(cancellation), cancellation);

    /// <summary>改各行；随后与记录一起提交。</summary>
    /// <param name="calendar">新的日历。</param>
    /// <param name="clock">本地区期限怎样算。</param>
    /// <param name="cancellation">取消。</param>
    internal Task<IReadOnlyList<MovedDate>> ApplyAsync(WorkingDayCalendar calendar, ClockSettings clock, CancellationToken cancellation) =>
        RunAsync(db.Requests, calendar, clock, cancellation);

    private async Task<IReadOnlyList<MovedDate>> RunAsync(IQueryable<RequestRow> rows, WorkingDayCalendar calendar, ClockSettings clock, CancellationToken cancellation)
    {
        var settings = await db.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, a => LawBook.SettingsOf(a, clock), cancellation);
        List<MovedDate> moved = [];

        // 办结了的，期限是办结时的；当时只是暂定的，公布之后才定得下来有没有逾期。
        foreach (var batch in (await rows.Where(r => OpenStages.Contains(r.Stage) || r.IsProvisional).OrderBy(r => r.Id).ToListAsync(cancellation)).Chunk(Batch))
        {
            var ids = batch.Select(r => r.Id).ToArray();
            var events = (await db.RequestEvents.AsNoTracking().Where(e => ids.Contains(e.RequestId)).ToListAsync(cancellation)).ToLookup(e => e.RequestId);
            foreach (var row in batch)
            {
                var before = (row.DueOn, row.IsProvisional);
                var request = DisclosureRequest.From(events[row.Id].OrderBy(e => e.Sequence).Select(RequestDesk.Read), settings[row.AgencyId], calendar);
                RequestDesk.Project(row, request, law.Today);
                if (request.IsOpen && (before.DueOn != row.DueOn || (row.DueOn is not null && before.IsProvisional != row.IsProvisional)))
                {
                    moved.Add(new MovedDate(row.Id, row.Number, row.AgencyId, before.DueOn, row.DueOn, before.IsProvisional, row.IsProvisional));
                }
            }
        }

        return moved;
    }
}

/// <summary>一件申请的期限动了。</summary>
/// <param name="Id">申请。</param>
/// <param name="Number">登记编号。</param>
/// <param name="AgencyId">机关。</param>
/// <param name="Before">原来的期限；没有为 null。</param>
/// <param name="After">现在的期限；没有为 null。</param>
/// <param name="WasProvisional">原来是暂定的。</param>
/// <param name="IsProvisional">现在是暂定的。</param>
public sealed record MovedDate(Guid Id, string Number, int AgencyId, DateOnly? Before, DateOnly? After, bool WasProvisional, bool IsProvisional)
{
    /// <summary>日子变了；否则只是由暂定变成确定，或者相反。</summary>
    public bool IsAnotherDay => Before != After;

    internal MovedRecord ForRecord() => new(Number, Before, After, WasProvisional, IsProvisional);
}

/// <summary>审计记录里的一条：只有编号与日子。</summary>
/// <param name="Number">登记编号。</param>
/// <param name="Before">原来的期限。</param>
/// <param name="After">现在的期限。</param>
/// <param name="WasProvisional">原来是暂定的。</param>
/// <param name="IsProvisional">现在是暂定的。</param>
public sealed record MovedRecord(string Number, DateOnly? Before, DateOnly? After, bool WasProvisional, bool IsProvisional);
