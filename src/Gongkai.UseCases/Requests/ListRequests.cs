using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.Storage.Sealing;
using Gongkai.UseCases.Law;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Requests;

/// <summary>列出申请：我的待办、查找、登记簿。只列办理职责所在的机关，另一个机关的不存在。</summary>
public sealed class ListRequests(GongkaiDb db, LawBook law, Vault vault)
{
    /// <summary>一页最多几件。</summary>
    public const int PageSize = 50;

    /// <summary>资料已经销毁的，题目处这样写。</summary>
    public const string DestroyedSubject = "（保管期满，资料已销毁）";

    private const int SoonDays = 3;

    private static readonly string[] Stopped = [nameof(ClockState.Suspended), nameof(ClockState.AwaitingSupplement), nameof(ClockState.AwaitingFee), nameof(ClockState.Lapsed)];

    // 写成「是这几种」而不是「不是那几种」，数据库才能从索引里直接取没有办结的。
    private static readonly string[] Open = [.. Enum.GetValues<RequestStage>().Where(s => s < RequestStage.Concluded).Select(s => s.ToString())];

    /// <summary>列一页。</summary>
    public async Task<RequestPage> RunAsync(Actor actor, RequestFilter filter, CancellationToken cancellation)
    {
        filter = filter with { SoonThrough = await SoonThroughAsync(cancellation), Viewer = actor.AccountId };
        var found = Matching(actor, filter);
        var count = await found.CountAsync(cancellation);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (count + PageSize - 1) / PageSize));
        var rows = await Shaped(Ordered(found, filter)).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        return new RequestPage(rows, count, page, law.Today);
    }

    /// <summary>全部列出，用于导出与打印；最多 <paramref name="most"/> 件。</summary>
    public Task<List<RequestListItem>> AllAsync(Actor actor, RequestFilter filter, int most, CancellationToken cancellation) =>
        Shaped(Ordered(Matching(actor, filter), filter)).Take(most).ToListAsync(cancellation);

    /// <summary>没有办结的，各种看法各有几件，一次查询。</summary>
    /// <param name="actor">谁。</param>
    /// <param name="agencyId">只看一个机关；null 为他办理的全部机关。</param>
    /// <param name="cancellation">取消。</param>
    public async Task<QueueCounts> CountAsync(Actor actor, int? agencyId, CancellationToken cancellation)
    {
        var (today, soon, me) = (law.Today, await SoonThroughAsync(cancellation), actor.AccountId);
        var groups = await Matching(actor, new RequestFilter { AgencyId = agencyId, OpenOnly = true })
            .GroupBy(r => new { r.Stage, r.ClockState, Overdue = r.DueOn < today && !r.IsProvisional, Soon = (r.DueOn >= today || r.IsProvisional) && r.DueOn <= soon, Mine = r.AssignedTo == me, Free = r.AssignedTo == null })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellation);
        var counts = new QueueCounts();
        foreach (var group in groups)
        {
            var key = group.Key;
            counts.Add(QueueView.All, true, group.Count);
            counts.Add(QueueView.Overdue, key.Overdue, group.Count);
            counts.Add(QueueView.Soon, key.Soon, group.Count);
            counts.Add(QueueView.New, key.Stage is nameof(RequestStage.AwaitingConfirmation) or nameof(RequestStage.Received), group.Count);
            counts.Add(QueueView.Waiting, Stopped.Contains(key.ClockState), group.Count);
            counts.Add(QueueView.Consent, key.Stage == nameof(RequestStage.ExtensionProposed), group.Count);
            counts.Add(QueueView.Review, key.Stage == nameof(RequestStage.Drafted), group.Count);
            counts.Add(QueueView.Service, key.Stage == nameof(RequestStage.AwaitingService), group.Count);
            counts.Add(QueueView.Mine, key.Mine, group.Count);
            counts.Add(QueueView.Unassigned, key.Free, group.Count);
        }

        return counts;
    }

    /// <summary>“三个工作日内到期”到哪一天为止，含。</summary>
    public async ValueTask<DateOnly> SoonThroughAsync(CancellationToken cancellation) =>
        (await law.CalendarAsync(cancellation)).WorkingDaysAfter(law.Today, SoonDays).Date;

    /// <summary>他办理的各机关，与各机关的人。</summary>
    public async Task<OfficeNames> NamesAsync(Actor actor, CancellationToken cancellation)
    {
        int[] agencies = [.. actor.HandlingAgencies];
        var names = await db.Agencies.AsNoTracking().Where(a => agencies.Contains(a.Id)).OrderBy(a => a.Id).Select(a => new { a.Id, a.Name }).ToListAsync(cancellation);
        var staff = await db.Users.AsNoTracking()
            .Where(u => db.RoleGrants.Any(g => g.AccountId == u.Id && g.AgencyId != null && agencies.Contains(g.AgencyId.Value)) || db.Requests.Any(r => r.AssignedTo == u.Id && agencies.Contains(r.AgencyId)))
            .ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellation);
        return new OfficeNames([.. names.Select(n => new KeyValuePair<int, string>(n.Id, n.Name))], staff);
    }

    private IQueryable<RequestRow> Matching(Actor actor, RequestFilter filter)
    {
        int[] agencies = [.. actor.HandlingAgencies.Where(a => filter.AgencyId is null || a == filter.AgencyId)];
        // 只有一个机关时写成等于：写成「在这几个之中」，PostgreSQL 就不肯照索引的次序取，要把十万件都排一遍。
        var found = agencies is [var only]
            ? db.Requests.AsNoTracking().Where(r => r.AgencyId == only)
            : db.Requests.AsNoTracking().Where(r => agencies.Contains(r.AgencyId));
        if (filter.OpenOnly)
        {
            found = found.Where(r => Open.Contains(r.Stage));
        }

        if (filter.Stage is { } stage)
        {
            var name = stage.ToString();
            found = found.Where(r => r.Stage == name);
        }

        if (filter.AssignedTo is { } person)
        {
            found = found.Where(r => r.AssignedTo == person);
        }

        if (filter.Outcome is { } outcome)
        {
            var name = outcome.ToString();
            found = found.Where(r => r.Outcome == name);
        }

        if (filter.ConcludedFrom is { } concludedFrom)
        {
            found = found.Where(r => r.ConcludedOn >= concludedFrom);
        }

        if (filter.ConcludedTo is { } concludedTo)
        {
            found = found.Where(r => r.ConcludedOn <= concludedTo);
        }

        if (filter.ReceivedFrom is { } from)
        {
            found = found.Where(r => r.ReceivedOn >= from);
        }

        if (filter.ReceivedTo is { } to)
        {
            found = found.Where(r => r.ReceivedOn <= to);
        }

        return Searched(InView(found, filter), string.Concat((filter.Text ?? "").Where(c => !char.IsControl(c))).Trim());
    }

    // 与 QueueCounts.Add 是同一组条件：数出几件，点开就是几件。
    private IQueryable<RequestRow> InView(IQueryable<RequestRow> found, RequestFilter filter)
    {
        var (today, soon) = (law.Today, filter.SoonThrough);
        return filter.View switch
        {
            QueueView.All => found,
            QueueView.Overdue => found.Where(r => r.DueOn < today && !r.IsProvisional),
            QueueView.Soon => found.Where(r => (r.DueOn >= today || r.IsProvisional) && r.DueOn <= soon),
            QueueView.New => found.Where(r => r.Stage == nameof(RequestStage.AwaitingConfirmation) || r.Stage == nameof(RequestStage.Received)),
            QueueView.Waiting => found.Where(r => Stopped.Contains(r.ClockState)),
            QueueView.Consent => found.Where(r => r.Stage == nameof(RequestStage.ExtensionProposed)),
            QueueView.Review => found.Where(r => r.Stage == nameof(RequestStage.Drafted)),
            QueueView.Service => found.Where(r => r.Stage == nameof(RequestStage.AwaitingService)),
            QueueView.Mine => found.Where(r => r.AssignedTo == filter.Viewer),
            QueueView.Unassigned => found.Where(r => r.AssignedTo == null),
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        };
    }

    // 编号、题目按文字找；姓名、电话、证件号码只能整个对上，因为库里只有它们的带密钥摘要。
    private IQueryable<RequestRow> Searched(IQueryable<RequestRow> found, string text)
    {
        if (text.Length is 0 or > 100)
        {
            return found;
        }

        if (!PlainText.Holds(text))
        {
            return found.Where(_ => false);
        }

        var (name, phone, id, number) = (vault.NameHash(text), vault.PhoneHash(text), vault.IdHash(text), text.ToLowerInvariant());
        return found.Where(r => r.Number.Contains(number) || r.Subject.Contains(text)
            || db.ApplicantVaults.Any(v => v.RequestId == r.Id
                && ((name != null && v.NameHash == name) || (phone != null && v.PhoneHash == phone) || (id != null && v.IdHash == id))));
    }

    private static IQueryable<RequestRow> Ordered(IQueryable<RequestRow> found, RequestFilter filter) => filter.OpenOnly
        ? found.OrderBy(r => r.DueOn == null).ThenBy(r => r.DueOn).ThenBy(r => r.Number)
        : found.OrderByDescending(r => r.SubmittedAt).ThenBy(r => r.Number);

    private IQueryable<RequestListItem> Shaped(IQueryable<RequestRow> rows) => rows.Select(r => new RequestListItem(
        r.Id,
        r.AgencyId,
        r.Number,
        r.DestroyedOn == null ? r.Subject : DestroyedSubject,
        db.ApplicantVaults.Where(v => v.RequestId == r.Id).Select(v => v.MaskedName).FirstOrDefault() ?? "",
        Enum.Parse<ApplicantKind>(r.ApplicantKind),
        Enum.Parse<ReceiptChannel>(r.Channel),
        r.SubmittedAt,
        r.ReceivedOn,
        Enum.Parse<RequestStage>(r.Stage),
        Enum.Parse<ClockState>(r.ClockState),
        r.DueOn,
        r.IsProvisional,
        r.Outcome == null ? null : Enum.Parse<Outcome>(r.Outcome),
        r.ConcludedOn,
        r.AssignedTo,
        r.Version,
        r.LateOn));
}

/// <summary>要列哪些。</summary>
public sealed record RequestFilter
{
    /// <summary>只看一个机关；null 为他办理的全部机关。</summary>
    public int? AgencyId { get; init; }

    /// <summary>只看没有办结的，按期限先后。</summary>
    public bool OpenOnly { get; init; }

    /// <summary>没有办结的里面，看哪一些。</summary>
    public QueueView View { get; init; }

    /// <summary>结果。</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>办结之日不早于。</summary>
    public DateOnly? ConcludedFrom { get; init; }

    /// <summary>办结之日不晚于。</summary>
    public DateOnly? ConcludedTo { get; init; }

    /// <summary>办到哪一步。</summary>
    public RequestStage? Stage { get; init; }

    /// <summary>承办人的账号。</summary>
    public Guid? AssignedTo { get; init; }

    /// <summary>收到之日不早于。</summary>
    public DateOnly? ReceivedFrom { get; init; }

    /// <summary>收到之日不晚于。</summary>
    public DateOnly? ReceivedTo { get; init; }

    /// <summary>编号、题目里的字，或者完整的姓名、电话、证件号码。</summary>
    public string? Text { get; init; }

    /// <summary>第几页，自 1 起。</summary>
    public int Page { get; init; } = 1;

    internal DateOnly SoonThrough { get; init; }

    internal Guid Viewer { get; init; }
}

/// <summary>待办里看哪一些。</summary>
public enum QueueView
{
    /// <summary>全部没有办结的。</summary>
    All,

    /// <summary>答复期限已过。</summary>
    Overdue,

    /// <summary>三个工作日内到期，含今天。</summary>
    Soon,

    /// <summary>待确认收到、待登记。</summary>
    New,

    /// <summary>停着或者等着：征求意见、补正、缴费。</summary>
    Waiting,

    /// <summary>提出了延长，待负责人同意。</summary>
    Consent,

    /// <summary>审查签发中。</summary>
    Review,

    /// <summary>已签发，待送达。</summary>
    Service,

    /// <summary>我承办的。</summary>
    Mine,

    /// <summary>没有交办到人的。</summary>
    Unassigned,
}

/// <summary>各种看法各有几件。</summary>
public sealed class QueueCounts
{
    private readonly int[] _counts = new int[Enum.GetValues<QueueView>().Length];

    /// <summary>这种看法有几件。</summary>
    public int this[QueueView view] => _counts[(int)view];

    internal void Add(QueueView view, bool belongs, int count) => _counts[(int)view] += belongs ? count : 0;
}

/// <summary>机关与人的名字。</summary>
/// <param name="Agencies">机关的编号与全称。</param>
/// <param name="Staff">账号与姓名。</param>
public sealed record OfficeNames(IReadOnlyList<KeyValuePair<int, string>> Agencies, IReadOnlyDictionary<Guid, string> Staff);

/// <summary>列出的一页。</summary>
/// <param name="Items">各件。</param>
/// <param name="Count">一共几件。</param>
/// <param name="Number">第几页。</param>
/// <param name="Today">今天（中国）。</param>
public sealed record RequestPage(IReadOnlyList<RequestListItem> Items, int Count, int Number, DateOnly Today);

/// <summary>列表里的一件。姓名已遮盖；办结了的，期限是办结时的。</summary>
public sealed record RequestListItem(
    Guid Id, int AgencyId, string Number, string Subject, string MaskedName, ApplicantKind Kind, ReceiptChannel Channel, DateTime SubmittedAt, DateOnly? ReceivedOn,
    RequestStage Stage, ClockState Clock, DateOnly? DueOn, bool IsProvisional, Outcome? Outcome, DateOnly? ConcludedOn, Guid? AssignedTo, int Version, DateOnly? LateOn);
