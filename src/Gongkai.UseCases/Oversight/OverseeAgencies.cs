using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.UseCases.Calendar;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Oversight;

/// <summary>主管部门看所管各机关的件数与逾期（条例第三条、第四十七条）。只有编号与日子：没有申请人，也没有申请的题目。</summary>
public sealed class OverseeAgencies(GongkaiDb db, LawBook law)
{
    private const int MostListed = 1000;

    /// <summary>所管各机关今天的样子。</summary>
    /// <exception cref="NotAllowedException">不是主管部门。</exception>
    public async Task<OversightView> RunAsync(Actor actor, CancellationToken cancellation)
    {
        var today = law.Today;
        var agencies = await UnderAsync(actor, cancellation);
        var ids = agencies.Select(a => a.Id).ToArray();
        var yearStart = new DateOnly(today.Year, 1, 1);
        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        var open = RefoldRequests.OpenStages;

        // 要答复的与并案计入其他处理的，加上收到日还没有确认的；拆开、要求更正记录的不算。
        var counts = (await db.Requests.AsNoTracking().Where(r => ids.Contains(r.AgencyId) && (r.Fate != RequestDesk.NoFate || r.Stage == nameof(RequestStage.AwaitingConfirmation)))
            .GroupBy(r => r.AgencyId)
            .Select(g => new
            {
                g.Key,
                Received = g.Count(r => r.ReceivedOn >= yearStart),
                Open = g.Count(r => open.Contains(r.Stage)),
                Due = g.Count(r => open.Contains(r.Stage) && (r.DueOn >= today || r.IsProvisional) && r.DueOn <= sunday),
                Overdue = g.Count(r => open.Contains(r.Stage) && r.DueOn < today && !r.IsProvisional),
                Concluded = g.Count(r => r.ConcludedOn >= yearStart),
                Late = g.Count(r => r.LateOn >= yearStart),
            }).ToListAsync(cancellation)).ToDictionary(c => c.Key);
        var spans = await db.Requests.AsNoTracking()
            .Where(r => ids.Contains(r.AgencyId) && r.ConcludedOn >= yearStart && r.ReceivedOn != null && r.Fate != RequestDesk.NoFate)
            .GroupBy(r => new { r.AgencyId, r.ReceivedOn, r.ConcludedOn })
            .Select(g => new { g.Key.AgencyId, g.Key.ReceivedOn, g.Key.ConcludedOn, Count = g.Count() })
            .ToListAsync(cancellation);
        var calendar = await law.CalendarAsync(cancellation);
        var average = spans.GroupBy(s => s.AgencyId).ToDictionary(
            g => g.Key,
            g => g.Sum(s => (double)s.Count * calendar.WorkingDaysBetween(s.ReceivedOn!.Value, s.ConcludedOn!.Value)) / g.Sum(s => s.Count));
        var overdue = await db.Requests.AsNoTracking()
            .Where(r => ids.Contains(r.AgencyId) && open.Contains(r.Stage) && r.DueOn < today && !r.IsProvisional)
            .OrderBy(r => r.DueOn).ThenBy(r => r.Number).Take(MostListed)
            .Select(r => new { r.AgencyId, r.Number, r.ReceivedOn, r.DueOn, r.Stage }).ToListAsync(cancellation);
        var late = await db.Requests.AsNoTracking()
            .Where(r => ids.Contains(r.AgencyId) && r.LateOn >= yearStart)
            .OrderByDescending(r => r.LateOn).ThenBy(r => r.Number).Take(MostListed)
            .Select(r => new { r.AgencyId, r.Number, r.ReceivedOn, r.DueOn, LateOn = r.LateOn!.Value }).ToListAsync(cancellation);
        var names = agencies.ToDictionary(a => a.Id, a => a.Name);
        return new OversightView(
            today,
            law.Now,
            [
                .. agencies.Select(a => counts.TryGetValue(a.Id, out var c)
                    ? new AgencyCount(a.Id, a.Name, c.Received, c.Open, c.Due, c.Overdue, c.Concluded, c.Late, average.TryGetValue(a.Id, out var days) ? days : null)
                    : new AgencyCount(a.Id, a.Name, 0, 0, 0, 0, 0, 0, null)),
            ],
            [
                .. overdue.Select(r => new OverdueCase(
                    r.AgencyId, names[r.AgencyId], r.Number, r.ReceivedOn, r.DueOn!.Value, calendar.WorkingDaysBetween(r.DueOn.Value, today), Enum.Parse<RequestStage>(r.Stage))),
            ],
            [
                // 重新处理过的，行里是后一个期限，不是逾期的那一个。
                .. late.Select(r => new LateCase(r.AgencyId, names[r.AgencyId], r.Number, r.ReceivedOn, r.DueOn < r.LateOn ? r.DueOn : null, r.LateOn)),
            ]);
    }

    // 沿主管部门一路往上能到他任职的机关的；他自己的机关不在内。
    private async Task<IReadOnlyList<AgencyRow>> UnderAsync(Actor actor, CancellationToken cancellation)
    {
        var offices = actor.Grants.Where(g => g.Role == StaffRole.Supervisor).Select(g => g.AgencyId).OfType<int>().ToHashSet();
        if (offices.Count == 0)
        {
            throw new NotAllowedException([StaffRole.Supervisor]);
        }

        var rows = await db.Agencies.AsNoTracking().OrderBy(a => a.Id).ToListAsync(cancellation);
        var up = rows.ToDictionary(r => r.Id, r => r.SupervisingId);
        return [.. rows.Where(row => IsUnder(row))];

        bool IsUnder(AgencyRow row)
        {
            for (var (at, steps) = (row.SupervisingId, 0); at is { } id && steps <= rows.Count; at = up.GetValueOrDefault(id), steps++)
            {
                if (offices.Contains(id) && row.Id != id)
                {
                    return true;
                }
            }

            return false;
        }
    }
}

/// <summary>所管各机关的样子。</summary>
/// <param name="Today">哪一天。</param>
/// <param name="At">算出的时刻，UTC。</param>
/// <param name="Agencies">各机关。</param>
/// <param name="Overdue">逾期没有办结的，最久的在前。</param>
/// <param name="Late">今年逾期答复的，最近的在前。</param>
public sealed record OversightView(DateOnly Today, DateTime At, IReadOnlyList<AgencyCount> Agencies, IReadOnlyList<OverdueCase> Overdue, IReadOnlyList<LateCase> Late);

/// <summary>一个机关的件数。并案、拆开的原件不计。</summary>
/// <param name="AgencyId">机关。</param>
/// <param name="Name">名称。</param>
/// <param name="Received">今年收到。</param>
/// <param name="Open">没有办结。</param>
/// <param name="DueThisWeek">本周（到星期日）到期。</param>
/// <param name="Overdue">逾期没有办结。</param>
/// <param name="Concluded">今年办结。</param>
/// <param name="Late">今年逾期答复：答复送达了，但晚于期限。</param>
/// <param name="AverageWorkingDays">今年办结的，从收到到办结平均几个工作日（没有扣除补正、征求意见）；没有办结的为 null。</param>
public sealed record AgencyCount(int AgencyId, string Name, int Received, int Open, int DueThisWeek, int Overdue, int Concluded, int Late, double? AverageWorkingDays);

/// <summary>一件逾期才答复的。</summary>
/// <param name="AgencyId">机关。</param>
/// <param name="Agency">机关名称。</param>
/// <param name="Number">登记编号。</param>
/// <param name="ReceivedOn">收到之日。</param>
/// <param name="DueOn">期限；后来重新处理过的，那时的期限看经过，为 null。</param>
/// <param name="ServedOn">答复送达之日。</param>
public sealed record LateCase(int AgencyId, string Agency, string Number, DateOnly? ReceivedOn, DateOnly? DueOn, DateOnly ServedOn);

/// <summary>一件逾期没有办结的。</summary>
/// <param name="AgencyId">机关。</param>
/// <param name="Agency">机关名称。</param>
/// <param name="Number">登记编号。</param>
/// <param name="ReceivedOn">收到之日。</param>
/// <param name="DueOn">期限。</param>
/// <param name="WorkingDaysLate">逾期几个工作日。</param>
/// <param name="Stage">办到哪一步。</param>
public sealed record OverdueCase(int AgencyId, string Agency, string Number, DateOnly? ReceivedOn, DateOnly DueOn, int WorkingDaysLate, RequestStage Stage);
