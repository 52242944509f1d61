using Gongkai.Core;
using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Archives;

/// <summary>
/// 归档的申请保管期满：先鉴定，续存若干年或者同意销毁；同意销毁的，由另一个人批准，随即销毁（档案法实施条例第二十四条）。
/// 没有一件会自己销毁；重新处理中的不在其内，有行政复议、行政诉讼的续存；拆成的、并入的还要保管的，身份证明在这一件里，一起保管。
/// </summary>
public sealed class AppraiseArchives(GongkaiDb db, RequestDesk desk, LawBook law, Retention retention)
{
    /// <summary>一次最多列、最多办几件。</summary>
    public const int Most = 200;

    /// <summary>理由最多几个字。</summary>
    public const int LongestReason = 200;

    /// <summary>最多续存几年。</summary>
    public const int MostYears = 100;

    private static readonly StaffRole[] Appraisers = [StaffRole.Officer, StaffRole.DisclosureHead];
    private static readonly StaffRole[] Approvers = [StaffRole.DisclosureHead, StaffRole.SigningLeader];

    /// <summary>到期待鉴定的，与鉴定同意销毁、等批准的；期满早的在前。</summary>
    /// <exception cref="NoSuchThingException">在哪个机关都不办这件事。</exception>
    public async Task<ArchivesDue> ViewAsync(Actor actor, CancellationToken cancellation)
    {
        var (appraises, approves) = (AgenciesOf(actor, Appraisers), AgenciesOf(actor, Approvers));
        int[] sees = [.. appraises.Union(approves)];
        if (sees.Length == 0)
        {
            throw new NoSuchThingException();
        }

        var today = law.Today;
        var archived = RequestStage.Archived.ToString();
        var due = db.Requests.AsNoTracking().Where(r => sees.Contains(r.AgencyId) && r.Stage == archived && r.DestroyAfter < today && r.DestroyedOn == null);
        return new ArchivesDue(
            await ItemsAsync(due.Where(r => r.AppraisedOn == null), cancellation),
            await due.CountAsync(r => r.AppraisedOn == null, cancellation),
            await ItemsAsync(due.Where(r => r.AppraisedOn != null), cancellation),
            appraises,
            approves,
            actor.AccountId,
            today);
    }

    /// <summary>鉴定选中的各件。</summary>
    /// <param name="actor">鉴定人：经办人或者公开工作机构负责人。</param>
    /// <param name="ids">哪几件。</param>
    /// <param name="appraisal">鉴定意见。</param>
    /// <param name="cancellation">取消；已经记下的不回来。</param>
    /// <exception cref="NoSuchThingException">有一件不存在，或者不归他的机关。</exception>
    /// <exception cref="BadInputException">填的不对。</exception>
    /// <exception cref="RefusedException">有一件依法不能鉴定；它之前的各件已经记下。</exception>
    public async Task<int> AppraiseAsync(Actor actor, IReadOnlyList<Guid> ids, AppraisalForm appraisal, CancellationToken cancellation)
    {
        BadInputException.ThrowIfAny([.. Chosen(ids), .. appraisal.Problems()]);
        var keeps = appraisal.Verdict == AppraisalVerdict.Keep;
        foreach (var open in await OpenAsync(actor, ids, Appraisers, cancellation))
        {
            if (!keeps && await IsNeededAsync(open, cancellation))
            {
                RefusedException.ThrowIfAny([.. open.Request.WhyNotAppraise(law.Today), RequestRefusals.RelatedKept]);
            }

            open.Request.Appraise(appraisal.Verdict!.Value, keeps ? appraisal.Years : null, appraisal.Reason.Trim(), actor.AccountId, law.Today);
            desk.Put(open, actor);
            await db.CommitAsync(desk.Entry(open, actor, keeps ? "retention.keep" : "retention.appraise"), cancellation);
        }

        return ids.Count;
    }

    /// <summary>批准销毁选中的各件，随即销毁：密钥、文字、文件、题目都没有了，不能恢复。</summary>
    /// <param name="actor">批准人：公开工作机构负责人或者签发领导，不能是鉴定的人。</param>
    /// <param name="ids">哪几件。</param>
    /// <param name="cancellation">取消；已经销毁的不回来。</param>
    /// <exception cref="NoSuchThingException">有一件不存在，或者不归他的机关。</exception>
    /// <exception cref="RefusedException">有一件没有鉴定，或者是他自己鉴定的；一件也没有销毁。</exception>
    public async Task<int> DestroyAsync(Actor actor, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        BadInputException.ThrowIfAny([.. Chosen(ids)]);
        var all = await OpenAsync(actor, ids, Approvers, cancellation);
        List<Refusal> reasons = [.. all.SelectMany(o => o.Request.WhyNotDestroy(actor.AccountId))];
        foreach (var open in all)
        {
            reasons.AddRange(Refusal.When(await IsNeededAsync(open, cancellation), RequestRefusals.RelatedKept));
        }

        RefusedException.ThrowIfAny([.. reasons.Distinct()]);
        List<string> files = [];
        try
        {
            foreach (var open in all)
            {
                open.Request.Destroy(actor.AccountId, law.Today);
                desk.Put(open, actor);
                var addresses = await Retention.EraseAsync(db, open.Row, cancellation);
                await db.CommitAsync(desk.Entry(open, actor, "applicant.destroy"), cancellation);
                files.AddRange(addresses);
                await retention.RememberAsync(db, open.Row.Id, CancellationToken.None);
            }
        }
        finally
        {
            // 有一件没有做成，前面的已经销毁了：它们的文件照删，不因取消而留下。
            await retention.RemoveAsync(db, files, CancellationToken.None);
        }

        return all.Count;
    }

    /// <summary>销毁登记：他的机关某一年销毁了哪些，谁鉴定、谁批准。只有编号、日期与结果。</summary>
    /// <param name="actor">谁。</param>
    /// <param name="year">哪一年销毁的。</param>
    /// <param name="cancellation">取消。</param>
    /// <exception cref="NoSuchThingException">在哪个机关都没有办理的职责。</exception>
    public async Task<DestructionRegister> RegisterAsync(Actor actor, int year, CancellationToken cancellation)
    {
        int[] agencies = [.. actor.HandlingAgencies];
        if (agencies.Length == 0 || year is < 2000 or > 9000)
        {
            throw new NoSuchThingException();
        }

        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var rows = await db.Requests.AsNoTracking().Where(r => agencies.Contains(r.AgencyId) && r.DestroyedOn >= from && r.DestroyedOn <= to)
            .OrderBy(r => r.DestroyedOn).ThenBy(r => r.Number).ToListAsync(cancellation);
        Guid[] ids = [.. rows.Select(r => r.Id)];
        string[] types = ["archived", "appraised", "destroyed"];
        var events = (await db.RequestEvents.AsNoTracking().Where(e => ids.Contains(e.RequestId) && types.Contains(e.Type)).OrderBy(e => e.Sequence).ToListAsync(cancellation)).ToLookup(e => e.RequestId, RequestDesk.Read);
        var names = await db.Users.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellation);
        var offices = await db.Agencies.AsNoTracking().Where(a => agencies.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellation);
        return new DestructionRegister(year, [.. rows.Select(r => Line(r, [.. events[r.Id]], names, offices))], law.Today);
    }

    private static DestroyedLine Line(RequestRow row, RequestEvent[] events, Dictionary<Guid, string> names, Dictionary<int, string> offices)
    {
        var archived = events.OfType<RequestArchived>().Last();
        var appraised = events.OfType<RetentionAppraised>().Last();
        var destroyed = events.OfType<ApplicantDestroyed>().Last();
        return new DestroyedLine(
            offices[row.AgencyId], row.Number, row.ReceivedOn, row.ConcludedOn, OutcomeOf(row), archived.RetentionCode, archived.On, archived.Years,
            appraised.On, appraised.Reason, names.GetValueOrDefault(appraised.By, "—"), destroyed.On, names.GetValueOrDefault(destroyed.By, "—"));
    }

    private async Task<IReadOnlyList<ArchivedItem>> ItemsAsync(IQueryable<RequestRow> rows, CancellationToken cancellation)
    {
        var found = await rows.OrderBy(r => r.DestroyAfter).ThenBy(r => r.Number).Take(Most).ToListAsync(cancellation);
        Guid[] ids = [.. found.Select(r => r.Id)];
        string[] types = ["archived", "appraised"];
        var events = (await db.RequestEvents.AsNoTracking().Where(e => ids.Contains(e.RequestId) && types.Contains(e.Type)).OrderBy(e => e.Sequence).ToListAsync(cancellation)).ToLookup(e => e.RequestId, RequestDesk.Read);
        var names = await db.Users.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellation);
        return
        [
            .. found.Select(r =>
            {
                var archived = events[r.Id].OfType<RequestArchived>().Last();
                var appraised = events[r.Id].OfType<RetentionAppraised>().LastOrDefault();
                return new ArchivedItem(
                    r.Id, r.AgencyId, r.Number, r.Subject, OutcomeOf(r), r.ConcludedOn, archived.On, archived.RetentionCode, r.DestroyAfter!.Value,
                    appraised is null ? null : new Opinion(appraised.On, appraised.By, names.GetValueOrDefault(appraised.By, "已离任的人员"), appraised.Verdict, appraised.Reason));
            }),
        ];
    }

    // 先都打开、都判过，再动手：选的里面有一件不归他的，什么也不做。
    private async Task<IReadOnlyList<OpenRequest>> OpenAsync(Actor actor, IReadOnlyList<Guid> ids, StaffRole[] roles, CancellationToken cancellation)
    {
        List<OpenRequest> all = [];
        foreach (var id in ids.Distinct())
        {
            var open = await desk.OpenAsync(id, cancellation);
            actor.Demand(open.Row.AgencyId, roles);
            all.Add(open);
        }

        return all;
    }

    // 拆成的各件、并入的那一件，以及它们又拆、又并的，有一件没有归档期满的，这一件里的身份证明、授权就还要用。
    private async Task<bool> IsNeededAsync(OpenRequest open, CancellationToken cancellation)
    {
        var today = law.Today;
        HashSet<Guid> seen = [open.Row.Id];
        for (var next = Onwards(open.Request.Events).Where(seen.Add).ToArray(); next.Length > 0;)
        {
            var rows = await db.Requests.Where(r => next.Contains(r.Id)).ToListAsync(cancellation);
            if (rows.Exists(r => r.DestroyedOn is null && !(r.Stage == RequestStage.Archived.ToString() && r.DestroyAfter < today)))
            {
                return true;
            }

            // 同时又决定重新处理的，提交时就对不上。
            rows.ForEach(r => db.Entry(r).Property(x => x.Version).IsModified = true);
            string[] types = ["split", "merged"];
            var events = await db.RequestEvents.AsNoTracking().Where(e => next.Contains(e.RequestId) && types.Contains(e.Type)).ToListAsync(cancellation);
            next = [.. Onwards(events.Select(RequestDesk.Read)).Where(seen.Add)];
        }

        return false;
    }

    private static IEnumerable<Guid> Onwards(IEnumerable<RequestEvent> events) => events.SelectMany(e => e switch
    {
        RequestSplit split => split.Ids ?? [],
        RequestMerged merged => [merged.Into],
        _ => [],
    });

    private static IEnumerable<InputProblem> Chosen(IReadOnlyList<Guid> ids)
    {
        if (ids.Count is 0 or > Most)
        {
            yield return new InputProblem("Ids", ids.Count == 0 ? "请先勾选要办的申请。" : $"一次最多办 {Most} 件，请分几次。");
        }
    }

    private static Outcome? OutcomeOf(RequestRow row) => Enum.TryParse<Outcome>(row.Outcome, out var outcome) ? outcome : null;

    private static int[] AgenciesOf(Actor actor, StaffRole[] roles) => [.. actor.Grants.Where(g => g.AgencyId is not null && roles.Contains(g.Role)).Select(g => g.AgencyId!.Value).Distinct()];
}

/// <summary>鉴定意见。</summary>
/// <param name="Verdict">续存还是可以销毁；没有选为 null。</param>
/// <param name="Years">续存几年。</param>
/// <param name="Reason">为什么，不含个人信息。</param>
/// <param name="NoProceedings">查过了，没有正在进行的行政复议、行政诉讼，也没有待执行的决定。</param>
public sealed record AppraisalForm(AppraisalVerdict? Verdict, int? Years, string Reason, bool NoProceedings)
{
    internal IEnumerable<InputProblem> Problems()
    {
        if (Verdict is not { } verdict || !Enum.IsDefined(verdict))
        {
            yield return new InputProblem(nameof(Verdict), "请选鉴定意见：续存，还是可以销毁。");
        }

        if (Verdict == AppraisalVerdict.Keep && Years is not (>= 1 and <= AppraiseArchives.MostYears))
        {
            yield return new InputProblem(nameof(Years), $"请填续存几年，1 至 {AppraiseArchives.MostYears}。");
        }

        if (string.IsNullOrWhiteSpace(Reason) || Reason.Trim().Length > AppraiseArchives.LongestReason || Reason.Any(char.IsControl))
        {
            yield return new InputProblem(nameof(Reason), $"请写理由，一行，最多 {AppraiseArchives.LongestReason} 字，不要写个人信息。");
        }

        if (Verdict == AppraisalVerdict.Destroy && !NoProceedings)
        {
            yield return new InputProblem(nameof(NoProceedings), "可以销毁的，要先查明没有正在进行的行政复议、行政诉讼；有的请续存。");
        }
    }
}

/// <summary>保管期满的。</summary>
/// <param name="Due">待鉴定的，最多 <see cref="AppraiseArchives.Most"/> 件。</param>
/// <param name="DueCount">待鉴定的一共几件。</param>
/// <param name="Awaiting">鉴定同意销毁、等批准的。</param>
/// <param name="Appraises">他可以鉴定的机关。</param>
/// <param name="Approves">他可以批准的机关。</param>
/// <param name="Viewer">他的账号：自己鉴定的不能自己批准。</param>
/// <param name="Today">今天（中国）。</param>
public sealed record ArchivesDue(
    IReadOnlyList<ArchivedItem> Due, int DueCount, IReadOnlyList<ArchivedItem> Awaiting, IReadOnlyList<int> Appraises, IReadOnlyList<int> Approves, Guid Viewer, DateOnly Today)
{
    /// <summary>轮到他批准的。</summary>
    public bool MayApprove(ArchivedItem item) => Approves.Contains(item.AgencyId) && item.Opinion?.By != Viewer;
}

/// <summary>保管期满的一件。</summary>
/// <param name="Id">编号。</param>
/// <param name="AgencyId">机关。</param>
/// <param name="Number">登记编号。</param>
/// <param name="Subject">题目。</param>
/// <param name="Outcome">结果；并案、拆开的为 null。</param>
/// <param name="ConcludedOn">办结之日。</param>
/// <param name="ArchivedOn">归档之日。</param>
/// <param name="RetentionCode">期限表里的代号。</param>
/// <param name="KeptUntil">保管到哪一天。</param>
/// <param name="Opinion">最近一次鉴定；没有为 null。</param>
public sealed record ArchivedItem(
    Guid Id, int AgencyId, string Number, string Subject, Outcome? Outcome, DateOnly? ConcludedOn, DateOnly ArchivedOn, string RetentionCode, DateOnly KeptUntil, Opinion? Opinion);

/// <summary>一次鉴定。</summary>
/// <param name="On">哪一天。</param>
/// <param name="By">谁，账号。</param>
/// <param name="Name">谁，姓名。</param>
/// <param name="Verdict">意见。</param>
/// <param name="Reason">理由。</param>
public sealed record Opinion(DateOnly On, Guid By, string Name, AppraisalVerdict Verdict, string Reason);

/// <summary>一年的销毁登记。</summary>
/// <param name="Year">哪一年。</param>
/// <param name="Lines">各件，按销毁的先后。</param>
/// <param name="Today">今天（中国）。</param>
public sealed record DestructionRegister(int Year, IReadOnlyList<DestroyedLine> Lines, DateOnly Today);

/// <summary>销毁了的一件。</summary>
/// <param name="Agency">机关。</param>
/// <param name="Number">登记编号。</param>
/// <param name="ReceivedOn">收到之日。</param>
/// <param name="ConcludedOn">办结之日。</param>
/// <param name="Outcome">结果。</param>
/// <param name="RetentionCode">期限表里的代号。</param>
/// <param name="ArchivedOn">归档之日。</param>
/// <param name="Years">归档时定的保管年限。</param>
/// <param name="AppraisedOn">鉴定之日。</param>
/// <param name="Reason">鉴定的理由。</param>
/// <param name="AppraisedBy">鉴定人。</param>
/// <param name="DestroyedOn">批准并销毁之日。</param>
/// <param name="ApprovedBy">批准人。</param>
public sealed record DestroyedLine(
    string Agency, string Number, DateOnly? ReceivedOn, DateOnly? ConcludedOn, Outcome? Outcome, string RetentionCode, DateOnly ArchivedOn, int? Years,
    DateOnly AppraisedOn, string Reason, string AppraisedBy, DateOnly DestroyedOn, string ApprovedBy);
