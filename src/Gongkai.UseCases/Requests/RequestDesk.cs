using System.Text;
using System.Text.Json;
using Gongkai.Core.Calendar;
using Gongkai.Core.Requests;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.Storage.Sealing;
using Gongkai.UseCases.Calendar;
using Gongkai.UseCases.Law;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Requests;

/// <summary>从库里取出一件申请、存回一件申请。每个用例自己授权，这里不授权。</summary>
public sealed class RequestDesk(GongkaiDb db, LawBook law, Vault vault)
{
    /// <summary><see cref="RequestRow.Fate"/>：计入表三、还没有办结。</summary>
    public const string OpenFate = "open";

    /// <summary><see cref="RequestRow.Fate"/>：不计入表三。</summary>
    public const string NoFate = "";

    /// <summary><see cref="RequestRow.Fate"/>：照常要办，但隔年拆出，表三由同时拆出的第一件代计。</summary>
    public const string CountedByAnotherFate = "another";

    /// <summary>像一个登记编号：太长的、有控制字符的不必去库里找（PostgreSQL 不收空字符）。</summary>
    internal static bool LooksLikeNumber(string text) => text.Length is > 0 and <= 60 && !text.Any(char.IsControl) && PlainText.Holds(text);

    /// <summary>取出；没有这件事就抛出。</summary>
    /// <exception cref="NoSuchThingException">没有。</exception>
    public async Task<OpenRequest> OpenAsync(Guid id, CancellationToken cancellation)
    {
        var row = await db.Requests.SingleOrDefaultAsync(r => r.Id == id, cancellation) ?? throw new NoSuchThingException();
        return await OpenAsync(row, cancellation);
    }

    /// <summary>由已取得的行取出。</summary>
    public async Task<OpenRequest> OpenAsync(RequestRow row, CancellationToken cancellation)
    {
        var agency = await db.Agencies.AsNoTracking().SingleAsync(a => a.Id == row.AgencyId, cancellation);
        // 读行之后别人又记了事件：只读到行说的那里，两边是同一刻的；要写的，提交时会发现。
        var events = await db.RequestEvents.AsNoTracking().Where(e => e.RequestId == row.Id && e.Sequence <= row.Version).OrderBy(e => e.Sequence).ToListAsync(cancellation);
        var safe = await db.ApplicantVaults.SingleAsync(v => v.RequestId == row.Id, cancellation);
        var calendar = await law.CalendarAsync(cancellation);
        var request = DisclosureRequest.From(events.Select(Read), await law.SettingsAsync(agency, cancellation), calendar);
        return new OpenRequest(row, agency, request, events, safe, calendar, vault);
    }

    /// <summary>与它有来历的别的件：拆成的、由哪一件拆出、并入了哪一件。</summary>
    internal async Task<RelatedRequests> RelatedAsync(DisclosureRequest request, CancellationToken cancellation)
    {
        var split = request.Events.OfType<RequestSplit>().LastOrDefault()?.Ids ?? [];
        Guid[] wanted = [.. split, .. new[] { request.Parent, request.MergedInto }.OfType<Guid>()];
        var found = wanted.Length == 0
            ? []
            : await db.Requests.AsNoTracking().Where(r => wanted.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => new RelatedRequest(r.Number, r.Subject), cancellation);
        return new RelatedRequests(
            [.. split.Where(found.ContainsKey).Select(id => found[id])],
            request.Parent is { } whole ? found.GetValueOrDefault(whole) : null,
            request.MergedInto is { } into ? found.GetValueOrDefault(into) : null);
    }

    /// <summary>把新的事件加进库里，把行改成事件折叠的样子；还没有提交。</summary>
    public void Put(OpenRequest open, Actor actor) => Append(open.Row, open.Request, actor);

    /// <summary>新收的一件：加进库里，给出审计记录的一条；还没有提交。</summary>
    internal AuditEntry PutNew(RequestRow row, DisclosureRequest request, Actor actor, string action)
    {
        Append(row, request, actor);
        return Entry(row, actor, action);
    }

    /// <summary>审计记录的一条；新事件的摘要，提交时自己带上。</summary>
    public AuditEntry Entry(OpenRequest open, Actor actor, string action) => Entry(open.Row, actor, action);

    private AuditEntry Entry(RequestRow row, Actor actor, string action) => new(law.Now, actor.Id, row.AgencyId, action, row.Id.ToString("D"));

    private void Append(RequestRow row, DisclosureRequest request, Actor actor)
    {
        var sequence = row.Version;
        foreach (var happened in request.Fresh)
        {
            db.RequestEvents.Add(new RequestEventRow
            {
                RequestId = row.Id,
                Sequence = ++sequence,
                At = law.Now,
                On = happened.On,
                ActorId = actor.Id,
                Type = TypeOf(happened),
                Payload = Write(happened),
            });
        }

        Project(row, request, law.Today);
        row.Version = sequence;
    }

    /// <summary>行是事件的投影：列表与统计查它，真相在事件里。</summary>
    public static void Project(RequestRow row, DisclosureRequest request, DateOnly today)
    {
        var reading = request.ReadClock(today);
        var concludes = !request.IsOpen && RefoldRequests.OpenStages.Contains(row.Stage);
        row.ReceivedOn = request.ReceivedOn;
        row.Stage = request.Stage.ToString();
        row.ClockState = reading.State.ToString();

        // 办结了的留着办结时的期限；等着的，所等的最后一天是不是暂定也记下，列表据此不说申请人逾期。
        // 办结时定下的不再动：后来改了本地区期限的算法，不追究从前办结的。
        if (request.IsOpen || concludes || row.DueOn is null || row.IsProvisional)
        {
            var due = request.IsOpen ? request.Due(today) : request.DueAtConclusion;
            row.DueOn = due?.Date;
            row.IsProvisional = due?.IsProvisional ?? (request.IsOpen && reading.IsLatestProvisional);
            row.LateOn = request.Late?.ServedOn;
        }

        row.Outcome = (request.IsOpen ? null : request.LatestOutcome)?.ToString();
        row.ConcludedOn = request.ConcludedOn;
        row.AssignedTo = request.Assignment?.Person;
        (row.DestroyAfter, row.AppraisedOn, row.DestroyedOn) = (request.KeptUntil, request.AwaitsDestructionSince, request.DestroyedOn);
        row.Fate = RequestFate.Of(request) is { } fate ? fate.Row ?? OpenFate
            : request is { IsCountedByAnother: true, MergedInto: null } ? CountedByAnotherFate : NoFate;
    }

    /// <summary>若干段文字的摘要（SM3，十六进制）。</summary>
    internal static string DigestOf(IEnumerable<string> texts) =>
        Convert.ToHexStringLower(Sm3.Hash(Encoding.UTF8.GetBytes(string.Join('\n', texts))));

    internal static RequestEvent Read(RequestEventRow row) => JsonSerializer.Deserialize<RequestEvent>(row.Payload, Json.Options)!;

    private static string Write(RequestEvent happened) => JsonSerializer.Serialize(happened, Json.Options);

    private static string TypeOf(RequestEvent happened) =>
        JsonSerializer.SerializeToElement(happened, Json.Options).GetProperty("type").GetString()!;
}

/// <summary>有来历的别的件。</summary>
/// <param name="Parts">拆成的各件，依次；早先拆的没有记下是哪几件，为空。</param>
/// <param name="Whole">由哪一件拆出；没有为 null。</param>
/// <param name="MergedInto">并入了哪一件；没有为 null。</param>
public sealed record RelatedRequests(IReadOnlyList<RelatedRequest> Parts, RelatedRequest? Whole, RelatedRequest? MergedInto);

/// <summary>有来历的一件。</summary>
/// <param name="Number">登记编号。</param>
/// <param name="Subject">题目。</param>
public sealed record RelatedRequest(string Number, string Subject);

/// <summary>取出来的一件申请。</summary>
/// <param name="row">投影。</param>
/// <param name="agency">被申请的机关。</param>
/// <param name="request">事件折叠的申请。</param>
/// <param name="history">存下的事件。</param>
/// <param name="safe">加密的文字。</param>
/// <param name="calendar">工作日历。</param>
/// <param name="vault">开密文的。</param>
public sealed class OpenRequest(
    RequestRow row, AgencyRow agency, DisclosureRequest request, IReadOnlyList<RequestEventRow> history, ApplicantVaultRow safe, WorkingDayCalendar calendar, Vault vault)
{
    /// <summary>投影。</summary>
    public RequestRow Row { get; } = row;

    /// <summary>被申请的机关。</summary>
    public AgencyRow Agency { get; } = agency;

    /// <summary>事件折叠的申请。</summary>
    public DisclosureRequest Request { get; } = request;

    /// <summary>存下的事件，依次。</summary>
    public IReadOnlyList<RequestEventRow> History { get; } = history;

    /// <summary>工作日历。</summary>
    public WorkingDayCalendar Calendar { get; } = calendar;

    /// <summary>申请人资料还在：保管期满销毁之后为假。</summary>
    public bool HasPapers => safe.WrappedKey is not null;

    /// <summary>打开加密的文字。</summary>
    public RequestPapers Papers() => JsonSerializer.Deserialize<RequestPapers>(vault.OpenApplicant(safe), Json.Options)!;

    /// <summary>打开这件申请的密钥，用于附件；用完即弃。</summary>
    public RequestKey Key() => vault.OpenKey(safe);

    /// <summary>换成新的文字。</summary>
    public void Keep(RequestPapers papers)
    {
        using var key = vault.OpenKey(safe);
        var fresh = Seal(vault, key, papers);
        (safe.Cipher, safe.NameHash, safe.PhoneHash, safe.IdHash, safe.MaskedName) = (fresh.Cipher, fresh.NameHash, fresh.PhoneHash, fresh.IdHash, fresh.MaskedName);
    }

    internal static ApplicantVaultRow Seal(Vault vault, RequestKey key, RequestPapers papers)
    {
        var who = papers.Applicant;
        return vault.SealApplicant(
            key, JsonSerializer.Serialize(papers, Json.Options), who.Name, Blank(who.Telephone), who.IdNumber, who.IsPerson ? Mask.Name(who.Name) : who.Name);
    }

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
