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

    // 写成「是这几种」而不是「不是那几种」，数据库才能从索引里直接取没有办结的。
    private static readonly string[] Open = [.. Enum.GetValues<RequestStage>().Where(s => s < RequestStage.Concluded).Select(s => s.ToString())];

    /// <summary>列一页。</summary>
    public async Task<RequestPage> RunAsync(Actor actor, RequestFilter filter, CancellationToken cancellation)
    {
        var found = Matching(actor, filter);
        var count = await found.CountAsync(cancellation);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (count + PageSize - 1) / PageSize));
        var rows = await Shaped(Ordered(found, filter)).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        return new RequestPage(rows, count, page, law.Today);
    }

    /// <summary>全部列出，用于导出与打印；最多 <paramref name="most"/> 件。</summary>
    public Task<List<RequestListItem>> AllAsync(Actor actor, RequestFilter filter, int most, CancellationToken cancellation) =>
        Shaped(Ordered(Matching(actor, filter), filter)).Take(most).ToListAsync(cancellation);

    private IQueryable<RequestRow> Matching(Actor actor, RequestFilter filter)
    {
        int[] agencies = [.. actor.HandlingAgencies.Where(a => filter.AgencyId is null || a == filter.AgencyId)];
        var found = db.Requests.AsNoTracking().Where(r => agencies.Contains(r.AgencyId));
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

        if (filter.ReceivedFrom is { } from)
        {
            found = found.Where(r => r.ReceivedOn >= from);
        }

        if (filter.ReceivedTo is { } to)
        {
            found = found.Where(r => r.ReceivedOn <= to);
        }

        return Searched(found, string.Concat((filter.Text ?? "").Where(c => !char.IsControl(c))).Trim());
    }

    // 编号、题目按文字找；姓名、电话、证件号码只能整个对上，因为库里只有它们的带密钥摘要。
    private IQueryable<RequestRow> Searched(IQueryable<RequestRow> found, string text)
    {
        if (text.Length is 0 or > 100)
        {
            return found;
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
        r.Subject,
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
        r.Version));
}

/// <summary>要列哪些。</summary>
public sealed record RequestFilter
{
    /// <summary>只看一个机关；null 为他办理的全部机关。</summary>
    public int? AgencyId { get; init; }

    /// <summary>只看没有办结的，按期限先后。</summary>
    public bool OpenOnly { get; init; }

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
}

/// <summary>列出的一页。</summary>
/// <param name="Items">各件。</param>
/// <param name="Count">一共几件。</param>
/// <param name="Number">第几页。</param>
/// <param name="Today">今天（中国）。</param>
public sealed record RequestPage(IReadOnlyList<RequestListItem> Items, int Count, int Number, DateOnly Today);

/// <summary>列表里的一件。姓名已遮盖。</summary>
public sealed record RequestListItem(
    Guid Id, int AgencyId, string Number, string Subject, string MaskedName, ApplicantKind Kind, ReceiptChannel Channel, DateTime SubmittedAt, DateOnly? ReceivedOn,
    RequestStage Stage, ClockState Clock, DateOnly? DueOn, bool IsProvisional, Outcome? Outcome, DateOnly? ConcludedOn, Guid? AssignedTo, int Version);
