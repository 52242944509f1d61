using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Text;
using System.Text.Json;
using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Gongkai.UseCases.Reports.Digests;

/// <summary>
/// 每个工作日早上给经办人发一封信：快到期的、逾期的各是哪几件；等负责人同意延长、等领导签发的，发给负责人、领导。信里只有登记编号与日期。
/// 几个节点一起跑也只发一次：排日程的是发件箱里常在的一行，谁领到谁排，信与下一次的日程在一个事务里。
/// </summary>
public sealed partial class DailyDigest(GongkaiDb db, LawBook law, OutboxQueue queue, KeepMailSettings mail, WaitingApprovals approvals, ILogger<DailyDigest> log)
{
    /// <summary>发件箱里排日程的一行的种类。</summary>
    public const string Plan = "digest.plan";

    /// <summary>发件箱里一封信的种类。</summary>
    public const string Mail = "digest.mail";

    private const int SoonDays = 3;
    private const int MostListed = 200;
    private const int MostAttempts = 8;
    private static readonly Guid PlanId = new("0197a000-0000-7000-8000-646967657374");
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    // 中国时间早上八点半。
    private static readonly TimeOnly Hour = new(8, 30);

    /// <summary>到了时候就排今天的信；没有排过日程的，先排上。</summary>
    /// <returns>排了几封。</returns>
    public async Task<int> PlanAsync(CancellationToken cancellation)
    {
        await EnsurePlanAsync(cancellation);
        if (await queue.ClaimAsync(Plan, 1, Lease, cancellation) is not [var claimed])
        {
            return 0;
        }

        var row = await db.Outbox.SingleOrDefaultAsync(o => o.Id == claimed.Id && o.ClaimedUntil == claimed.ClaimedUntil, cancellation);
        if (row is null)
        {
            return 0;
        }

        var calendar = await law.CalendarAsync(cancellation);
        Guid[] people = calendar.IsWorkingDay(law.Today) && await mail.ReadAsync(cancellation) is not null
            ? [.. (await DueAsync(null, cancellation)).Select(d => d.Account).Concat((await approvals.ListAsync(null, cancellation)).Select(w => w.Account)).Distinct()]
            : [];
        foreach (var account in people)
        {
            db.Outbox.Add(new OutboxRow { Id = Guid.CreateVersion7(), Kind = Mail, Payload = JsonSerializer.Serialize(new Letter(account, law.Today), Json.Options), NotBefore = law.Now });
        }

        (row.NotBefore, row.ClaimedUntil, row.Attempts) = (At(calendar.WorkingDaysAfter(law.Today, 1).Date), null, 0);
        await db.CommitAsync(new AuditEntry(law.Now, Actor.System.Id, null, "digest.plan", law.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), $"{{\"mails\":{people.Length}}}"), cancellation);
        return people.Length;
    }

    /// <summary>发排好的信。发不出去的过一会儿再发；过了当天的不再发。</summary>
    /// <returns>发出几封。</returns>
    public async Task<int> SendAsync(CancellationToken cancellation)
    {
        if (await mail.ReadAsync(cancellation) is not { } settings)
        {
            return 0;
        }

        var sent = 0;
        foreach (var row in await queue.ClaimAsync(Mail, 20, Lease, cancellation))
        {
            var letter = JsonSerializer.Deserialize<Letter>(row.Payload, Json.Options)!;
            if (letter.On != law.Today || row.Attempts > MostAttempts)
            {
                LogDropped(row.Id, letter.On, row.Attempts);
                await queue.CompleteAsync(row, cancellation);
                continue;
            }

            try
            {
                sent += await SendAsync(settings, letter.Account, cancellation) ? 1 : 0;
                await queue.CompleteAsync(row, cancellation);
            }
            catch (SmtpException e)
            {
                LogFailed(row.Id, row.Attempts, e);
                await queue.RetryLaterAsync(row, TimeSpan.FromMinutes(5 * row.Attempts), cancellation);
            }
        }

        return sent;
    }

    private async Task<bool> SendAsync(MailSettings settings, Guid account, CancellationToken cancellation)
    {
        var person = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == account, cancellation);
        var due = await DueAsync(account, cancellation);
        var waiting = await approvals.ListAsync(account, cancellation);
        if (person is null || StaffDesk.HasEnded(person) || !MailAddress.TryCreate(person.Email, out var to) || due.Count + waiting.Count == 0)
        {
            return false;
        }

        using var message = new MailMessage
        {
            From = new MailAddress(settings.From),
            Subject = Subject(due, waiting),
            SubjectEncoding = Encoding.UTF8,
            Body = Body(settings, due, waiting),
            BodyEncoding = Encoding.UTF8,
        };
        message.To.Add(to);
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.UsesTls, Timeout = (int)Timeout.TotalMilliseconds, UseDefaultCredentials = false };
        if (settings.User.Length > 0)
        {
            client.Credentials = new NetworkCredential(settings.User, settings.Password);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Timeout);
        try
        {
            await client.SendMailAsync(message, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new SmtpException("The mail server did not answer in time.");
        }

        return true;
    }

    private string Subject(List<DueCase> due, IReadOnlyList<WaitingCase> waiting)
    {
        var overdue = due.Count(IsOverdue);
        var signatures = waiting.Count(w => w.IsSignature);
        (string What, int Count)[] parts = [("逾期", overdue), ("三个工作日内到期", due.Count - overdue), ("等您签发", signatures), ("等您同意延长", waiting.Count - signatures)];
        return "依申请公开：" + string.Join("，", parts.Where(p => p.Count > 0).Select(p => $"{p.What} {p.Count} 件"));
    }

    // 只是暂定的，等放假安排公布了再看，不说逾期。
    private bool IsOverdue(DueCase one) => one.Due < law.Today && !one.IsProvisional;

    private string Body(MailSettings settings, List<DueCase> due, IReadOnlyList<WaitingCase> waiting)
    {
        var text = new StringBuilder($"{law.Today.Year}年{law.Today.Month}月{law.Today.Day}日\r\n");
        List(text, "已经逾期，请尽快答复：", due.Where(IsOverdue));
        List(text, "三个工作日内到期：", due.Where(d => !IsOverdue(d)));
        List(text, "审查都过了，等您签发：", waiting.Where(w => w.IsSignature));
        List(text, "提出了延长，等您同意或者退回：", waiting.Where(w => !w.IsSignature));
        text.Append(CultureInfo.InvariantCulture, $"\r\n办理请登录工作台：{settings.SiteAddress.TrimEnd('/')}/requests\r\n这封信由系统发出，请不要回复。\r\n");
        return text.ToString();
    }

    private static void List(StringBuilder text, string title, IEnumerable<DueCase> cases) =>
        List(text, title, [.. cases.Select(one => $"{one.Number}  答复期限 {one.Due.Year}年{one.Due.Month}月{one.Due.Day}日{(one.IsProvisional ? "（暂定）" : "")}{(one.IsFree ? "，还没有交办" : "")}")]);

    private static void List(StringBuilder text, string title, IEnumerable<WaitingCase> cases) => List(text, title, [.. cases.Select(one => one.Number)]);

    private static void List(StringBuilder text, string title, string[] listed)
    {
        if (listed.Length == 0)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"\r\n{title}\r\n");
        foreach (var one in listed.Take(MostListed))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {one}\r\n");
        }

        if (listed.Length > MostListed)
        {
            text.Append(CultureInfo.InvariantCulture, $"  另有 {listed.Length - MostListed} 件，请到工作台查看。\r\n");
        }
    }

    // 承办人收到自己的；没有交办到人的，机关里每个经办人、负责人都收到。
    private async Task<List<DueCase>> DueAsync(Guid? account, CancellationToken cancellation)
    {
        var soon = (await law.CalendarAsync(cancellation)).WorkingDaysAfter(law.Today, SoonDays).Date;
        string[] closed = [nameof(RequestStage.Concluded), nameof(RequestStage.Archived), nameof(RequestStage.Merged), nameof(RequestStage.Split)];
        string[] handling = [nameof(StaffRole.Officer), nameof(StaffRole.DisclosureHead)];
        var query = from r in db.Requests.AsNoTracking()
                    where r.DueOn != null && r.DueOn <= soon && !closed.Contains(r.Stage)
                    join g in db.RoleGrants.AsNoTracking() on r.AgencyId equals g.AgencyId
                    where handling.Contains(g.Role) && (account == null || g.AccountId == account) && (r.AssignedTo == null || r.AssignedTo == g.AccountId)
                    join u in db.Users.AsNoTracking() on g.AccountId equals u.Id
                    where u.Email != null
                    select new DueCase(g.AccountId, r.Number, r.DueOn!.Value, r.IsProvisional, r.AssignedTo == null);
        var found = await query.Distinct().ToListAsync(cancellation);
        return [.. found.OrderBy(d => d.Due).ThenBy(d => d.Number, StringComparer.Ordinal)];
    }

    private async Task EnsurePlanAsync(CancellationToken cancellation)
    {
        if (await db.Outbox.AsNoTracking().AnyAsync(o => o.Id == PlanId, cancellation))
        {
            return;
        }

        var first = law.Now < At(law.Today) ? law.Today : (await law.CalendarAsync(cancellation)).WorkingDaysAfter(law.Today, 1).Date;
        db.Outbox.Add(new OutboxRow { Id = PlanId, Kind = Plan, Payload = "{}", NotBefore = At(first) });
        try
        {
            await db.CommitAsync(new AuditEntry(law.Now, Actor.System.Id, null, "digest.schedule", Plan), cancellation);
        }
        catch (DbUpdateException)
        {
            // 另一个节点同时排上了，用它的。
            db.ChangeTracker.Clear();
        }
    }

    private static DateTime At(DateOnly day) => day.ToDateTime(Hour, DateTimeKind.Utc) - TimeSpan.FromHours(8);

    [LoggerMessage(Level = LogLevel.Warning, Message = "digest mail {Id} of {On} dropped after {Attempts} attempts")]
    private partial void LogDropped(Guid id, DateOnly on, int attempts);

    [LoggerMessage(Level = LogLevel.Warning, Message = "digest mail {Id} not accepted, attempt {Attempts}")]
    private partial void LogFailed(Guid id, int attempts, Exception e);

    private sealed record Letter(Guid Account, DateOnly On);

    private sealed record DueCase(Guid Account, string Number, DateOnly Due, bool IsProvisional, bool IsFree);
}
