using Gongkai.Core.Agencies;
using Gongkai.Core.Calendar;
using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.UseCases.Law;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Requests;

/// <summary>工作人员看一件申请的全部：经过、时钟的账、文书、文件、备注。看过申请人资料的，审计记录里有。</summary>
public sealed class ViewCase(GongkaiDb db, RequestDesk desk, LawBook law, KeptFiles files)
{
    /// <summary>按编号看；另一个机关的申请对他不存在。</summary>
    /// <exception cref="NoSuchThingException">没有，或者不归他的机关。</exception>
    public async Task<CaseView> RunAsync(Actor actor, string number, CancellationToken cancellation)
    {
        var open = await FindAsync(actor, number, cancellation);
        var letters = await db.Letters.AsNoTracking().Where(l => l.RequestId == open.Row.Id).OrderBy(l => l.Id).ToListAsync(cancellation);
        var staff = await db.Users.AsNoTracking().Where(u => db.RoleGrants.Any(g => g.AccountId == u.Id && g.AgencyId == open.Row.AgencyId)).ToDictionaryAsync(u => u.Id.ToString("D"), u => u.DisplayName, cancellation);
        var papers = open.HasPapers ? open.Papers() : null;
        var names = await FilesOfAsync(open, cancellation);
        return new CaseView(open.Row, open.Agency, open.Request, open.History, papers, open.Request.ReadClock(law.Today), open.Request.Due(law.Today), letters, names, staff, law.Today)
        {
            Related = await desk.RelatedAsync(open.Request, cancellation),
            WholeFiles = open.Request.Parent is { } whole ? await FilesOfAsync(await desk.OpenAsync(whole, cancellation), cancellation) : [],
        };
    }

    private async Task<IReadOnlyList<TrackedFile>> FilesOfAsync(OpenRequest open, CancellationToken cancellation)
    {
        if (!open.HasPapers)
        {
            return [];
        }

        var attachments = await db.Attachments.AsNoTracking().Where(a => a.RequestId == open.Row.Id && a.Purpose != IssueLetter.DocxPurpose && a.Purpose != IssueLetter.PagePurpose).OrderBy(a => a.Id).ToListAsync(cancellation);
        using var key = open.Key();
        return [.. attachments.Select(a => new TrackedFile(a.Id, key.OpenText($"name/{a.Id:N}", a.FileName), a.Purpose, a.Length))];
    }

    /// <summary>打开一个附件或者文书。</summary>
    public async Task<OpenFile> FileAsync(Actor actor, string number, Guid file, CancellationToken cancellation)
    {
        var open = await FindAsync(actor, number, cancellation);
        var row = await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == file && a.RequestId == open.Row.Id, cancellation) ?? throw new NoSuchThingException();
        if (!open.HasPapers)
        {
            throw new NoSuchThingException();
        }

        using var key = open.Key();
        return await files.OpenAsync(row, key, cancellation);
    }

    private async Task<OpenRequest> FindAsync(Actor actor, string number, CancellationToken cancellation)
    {
        var row = (RequestDesk.LooksLikeNumber(number) ? await db.Requests.AsNoTracking().SingleOrDefaultAsync(r => r.Number == number, cancellation) : null) ?? throw new NoSuchThingException();
        actor.DemandSight(row.AgencyId);
        return await desk.OpenAsync(row, cancellation);
    }
}

/// <summary>工作人员看到的一件申请。</summary>
/// <param name="Row">投影。</param>
/// <param name="Agency">机关。</param>
/// <param name="Request">申请。</param>
/// <param name="History">存下的事件。</param>
/// <param name="Papers">申请人的资料与往来的话；已销毁为 null。</param>
/// <param name="Clock">今天的时钟。</param>
/// <param name="Due">答复最迟哪一天，是不是暂定；停着、等着、办结的为 null。</param>
/// <param name="Letters">文书，含作废的。</param>
/// <param name="Files">文件。</param>
/// <param name="Staff">本机关的人：账号编号与姓名。</param>
/// <param name="Today">今天（中国）。</param>
public sealed record CaseView(
    RequestRow Row, AgencyRow Agency, DisclosureRequest Request, IReadOnlyList<RequestEventRow> History, RequestPapers? Papers, ClockReading Clock, DueDate? Due,
    IReadOnlyList<LetterRow> Letters, IReadOnlyList<TrackedFile> Files, IReadOnlyDictionary<string, string> Staff, DateOnly Today)
{
    /// <summary>答复最迟哪一天；停着、等着、办结的为 null。</summary>
    public DateOnly? DueOn => Due?.Date;

    /// <summary>拆成的、由哪一件拆出、并入了哪一件。</summary>
    public required RelatedRequests Related { get; init; }

    /// <summary>由别的一件拆出的：原来那一件的文件，身份证明、授权只在那里。没有为空。</summary>
    public required IReadOnlyList<TrackedFile> WholeFiles { get; init; }

    /// <summary>一次征求意见的对方：姓名或者名称，资料已销毁的只有身份。</summary>
    public string ConsultedName(string id)
    {
        var named = Papers?.WordingOf<ConsultationSent>(Request, sent => sent.Id == id)?.Recipient;
        return !string.IsNullOrWhiteSpace(named) ? named : Request.Consultations.LastOrDefault(c => c.Sent.Id == id) is { } asked ? Say.Of(asked.Sent.To) : id;
    }

    /// <summary>一件事此刻能不能做：不归他的职责，或者依法不能的，说出理由。</summary>
    public IReadOnlyList<string> WhyNot(RequestAct act, Actor actor) => actor.Has(Row.AgencyId, [.. act.Roles])
        ? [.. act.WhyNot(Request, actor).Select(r => r.Text)]
        : [$"要由{string.Join("或者", act.Roles.Select(RoleName))}办理。"];

    private static string RoleName(StaffRole role) => role switch
    {
        StaffRole.Officer => "经办人",
        StaffRole.DisclosureHead => "公开工作机构负责人",
        StaffRole.Reviewer => "审查人",
        StaffRole.SigningLeader => "签发领导",
        StaffRole.Supervisor => "主管部门",
        StaffRole.Auditor => "审计员",
        StaffRole.Administrator => "管理员",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
