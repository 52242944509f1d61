using System.Globalization;
using Gongkai.Core.Agencies;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.UseCases.Staff;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Auditing;

/// <summary>审计员看操作记录：全系统的看全部，一个机关的只看那个机关的。记录里没有申请人的资料。</summary>
public sealed class ReadAudit(GongkaiDb db)
{
    /// <summary>一页几条。</summary>
    public const int PageSize = 50;

    /// <summary>一次导出最多几条；更多的按日子分次导出。</summary>
    public const int MostExported = 50_000;

    private const int LookedUpAtOnce = 500;

    private static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    /// <summary>一页，新的在前。</summary>
    /// <exception cref="NotAllowedException">不是审计员。</exception>
    public async Task<AuditPage> PageAsync(Actor actor, AuditFilter filter, CancellationToken cancellation)
    {
        var rows = await (await QueryAsync(actor, filter, cancellation)).OrderByDescending(a => a.Sequence).Take(PageSize + 1).ToListAsync(cancellation);
        var head = await db.AuditHeads.AsNoTracking().SingleAsync(cancellation);
        var more = rows.Count > PageSize ? rows[PageSize - 1].Sequence : (long?)null;
        return new AuditPage(await NamedAsync([.. rows.Take(PageSize)], cancellation), more, head.Sequence, Convert.ToHexStringLower(head.Hash), await AgenciesAsync(actor, cancellation));
    }

    /// <summary>导出，旧的在前；同时给出链头，印在文件里，日后可以核对。</summary>
    /// <exception cref="NotAllowedException">不是审计员。</exception>
    public async Task<AuditPage> ExportAsync(Actor actor, AuditFilter filter, CancellationToken cancellation)
    {
        var rows = await (await QueryAsync(actor, filter with { Before = null }, cancellation)).OrderByDescending(a => a.Sequence).Take(MostExported).ToListAsync(cancellation);
        rows.Reverse();
        var head = await db.AuditHeads.AsNoTracking().SingleAsync(cancellation);
        return new AuditPage(await NamedAsync(rows, cancellation), null, head.Sequence, Convert.ToHexStringLower(head.Hash), []);
    }

    private async Task<IQueryable<AuditRow>> QueryAsync(Actor actor, AuditFilter filter, CancellationToken cancellation)
    {
        var (everywhere, agencies) = Sight(actor);
        var query = db.Audits.AsNoTracking();
        if (!everywhere)
        {
            query = query.Where(a => a.AgencyId != null && agencies.Contains(a.AgencyId.Value));
        }

        if (filter.AgencyId is { } agency)
        {
            query = query.Where(a => a.AgencyId == agency);
        }

        if (filter.Action is { Length: > 0 } action)
        {
            query = query.Where(a => a.Action.StartsWith(action));
        }

        if (filter.Number is { Length: > 0 } given)
        {
            // 记录里写的是申请的标识，给人看的是登记编号；编号归哪个机关，不在这里说：看不到的记录已经筛去。
            var number = given.ToLowerInvariant();
            var subjects = (await db.Requests.AsNoTracking().Where(r => r.Number == number).Select(r => r.Id).ToListAsync(cancellation)).Select(id => id.ToString("D")).Append(given).ToArray();
            query = query.Where(a => subjects.Contains(a.Subject));
        }

        if (filter.Person is { Length: > 0 } person)
        {
            var folded = StaffDesk.Fold(person);
            var accounts = await db.Users.AsNoTracking().Where(u => u.NormalizedUserName == folded || u.DisplayName.Contains(person)).Select(u => u.Id).ToListAsync(cancellation);
            string[] people = [.. accounts.Select(id => id.ToString("D")), .. AuditWords.ActorsNamed(person)];
            query = query.Where(a => people.Contains(a.Actor) || people.Contains(a.Subject));
        }

        if (filter.From is { } from)
        {
            var start = StartOf(from);
            query = query.Where(a => a.At >= start);
        }

        if (filter.To is { } to)
        {
            var end = StartOf(to.AddDays(1));
            query = query.Where(a => a.At < end);
        }

        return filter.Before is { } before ? query.Where(a => a.Sequence < before) : query;
    }

    private static (bool Everywhere, int[] Agencies) Sight(Actor actor)
    {
        var grants = actor.Grants.Where(g => g.Role == StaffRole.Auditor).ToArray();
        return grants.Length == 0
            ? throw new NotAllowedException([StaffRole.Auditor])
            : (grants.Any(g => g.AgencyId is null), [.. grants.Select(g => g.AgencyId).OfType<int>()]);
    }

    private async Task<IReadOnlyList<AuditLine>> NamedAsync(IReadOnlyList<AuditRow> rows, CancellationToken cancellation)
    {
        var staff = (await db.Users.AsNoTracking().Select(u => new { u.Id, u.DisplayName, u.UserName }).ToListAsync(cancellation)).ToDictionary(u => u.Id.ToString("D"), u => $"{u.DisplayName}（{u.UserName}）");
        var agencies = await db.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Name, cancellation);
        var numbers = await NumbersAsync(rows, cancellation);
        return
        [
            .. rows.Select(r => new AuditLine(
                r.Sequence, r.At, staff.GetValueOrDefault(r.Actor) ?? AuditWords.Actor(r.Actor), r.AgencyId is { } id ? agencies.GetValueOrDefault(id, id.ToString(CultureInfo.InvariantCulture)) : "",
                r.Action, AuditWords.Of(r.Action), staff.GetValueOrDefault(r.Subject) ?? numbers.GetValueOrDefault(r.Subject) ?? r.Subject, r.Detail ?? "", Convert.ToHexStringLower(r.Hash))),
        ];
    }

    // 对申请做的，给人看登记编号。
    private async Task<Dictionary<string, string>> NumbersAsync(IReadOnlyList<AuditRow> rows, CancellationToken cancellation)
    {
        Dictionary<string, string> numbers = [];
        foreach (var batch in rows.Select(r => Guid.TryParseExact(r.Subject, "D", out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().Chunk(LookedUpAtOnce))
        {
            foreach (var found in await db.Requests.AsNoTracking().Where(r => batch.Contains(r.Id)).Select(r => new { r.Id, r.Number }).ToListAsync(cancellation))
            {
                numbers[found.Id.ToString("D")] = found.Number;
            }
        }

        return numbers;
    }

    private async Task<IReadOnlyList<Staff.AgencyName>> AgenciesAsync(Actor actor, CancellationToken cancellation)
    {
        var (everywhere, agencies) = Sight(actor);
        return await db.Agencies.AsNoTracking().Where(a => everywhere || agencies.Contains(a.Id)).OrderBy(a => a.Id).Select(a => new Staff.AgencyName(a.Id, a.Name)).ToListAsync(cancellation);
    }

    private static DateTime StartOf(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), ChinaOffset).UtcDateTime;
}

/// <summary>筛选；各项不填为不限。</summary>
/// <param name="AgencyId">机关。</param>
/// <param name="Action">代号的开头，如 account.。</param>
/// <param name="Number">对哪一件：申请的登记编号。</param>
/// <param name="Person">谁做的，或者对谁做的：姓名里的字，或者用户名；也可以写“申请人”“系统”“命令行”。</param>
/// <param name="From">从哪一天（中国）。</param>
/// <param name="To">到哪一天，含。</param>
/// <param name="Before">次序在这一条之前的。</param>
public sealed record AuditFilter(int? AgencyId = null, string? Action = null, string? Number = null, string? Person = null, DateOnly? From = null, DateOnly? To = null, long? Before = null);

/// <summary>一页记录。</summary>
/// <param name="Lines">各条。</param>
/// <param name="Before">再往前翻用的次序；没有了为 null。</param>
/// <param name="HeadSequence">链头的次序。</param>
/// <param name="HeadHash">链头的杂凑（SM3，十六进制）。</param>
/// <param name="Agencies">可以选的机关。</param>
public sealed record AuditPage(IReadOnlyList<AuditLine> Lines, long? Before, long HeadSequence, string HeadHash, IReadOnlyList<Staff.AgencyName> Agencies);

/// <summary>一条记录。</summary>
/// <param name="Sequence">次序。</param>
/// <param name="At">时刻，UTC。</param>
/// <param name="Actor">谁。</param>
/// <param name="Agency">机关；没有为空。</param>
/// <param name="Action">代号。</param>
/// <param name="ActionName">代号的说法。</param>
/// <param name="Subject">对什么。</param>
/// <param name="Detail">详情 json；没有为空。</param>
/// <param name="Hash">这一条的杂凑，十六进制。</param>
public sealed record AuditLine(long Sequence, DateTime At, string Actor, string Agency, string Action, string ActionName, string Subject, string Detail, string Hash);
