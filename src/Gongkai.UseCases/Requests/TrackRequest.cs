using Gongkai.Core.Calendar;
using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.Letters;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.Storage.Sealing;
using Gongkai.UseCases.Law;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Requests;

/// <summary>申请人凭登记编号与查询码看自己的申请、补正、说明理由、撤回、取答复。编号不对与查询码不对是同一个回答。</summary>
public sealed class TrackRequest(GongkaiDb db, RequestDesk desk, LawBook law, Vault vault, KeptFiles files, IssueLetter letters)
{
    private const int LongestText = 4000;
    private const int SayAttempts = 8;

    /// <summary>看办到哪一步。</summary>
    /// <exception cref="NoSuchThingException">编号或者查询码不对。</exception>
    public async Task<TrackedRequest> RunAsync(string number, string code, CancellationToken cancellation)
    {
        var open = await FindAsync(number, code, cancellation);
        return await ViewAsync(open, cancellation);
    }

    /// <summary>网上补正：期限自今天重新计算。</summary>
    public Task<TrackedRequest> SupplementAsync(string number, string code, string text, IReadOnlyList<UploadedFile> uploads, CancellationToken cancellation) =>
        SayAsync(number, code, "supplement", text, uploads, request => request.ReceiveSupplement(law.Today), cancellation);

    /// <summary>撤回，同时出告知书：与经办人记下的撤回一样。</summary>
    public Task<TrackedRequest> WithdrawAsync(string number, string code, string text, CancellationToken cancellation) =>
        SayAsync(number, code, "withdrawal", text, [], request => request.Withdraw(law.Today), cancellation);

    /// <summary>说明理由，或者告知已经缴费：记下原话，由经办人认定。</summary>
    public Task<TrackedRequest> TellAsync(string number, string code, string about, string text, IReadOnlyList<UploadedFile> uploads, CancellationToken cancellation) =>
        SayAsync(number, code, about, text, uploads, null, cancellation);

    /// <summary>取一个文件：申请人自己传的，或者已经发给他的文书。</summary>
    /// <exception cref="NoSuchThingException">编号、查询码不对，或者没有这个文件。</exception>
    public async Task<OpenFile> FileAsync(string number, string code, Guid file, CancellationToken cancellation)
    {
        var open = await FindAsync(number, code, cancellation);
        var row = await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == file && a.RequestId == open.Row.Id, cancellation) ?? throw new NoSuchThingException();
        var letters = await LettersForApplicantAsync(open, cancellation);
        if (row.AddedBy != Actor.Applicant.Id && !letters.Any(l => l.Id == file || IssueLetter.PageOf(l.Id) == file) && !(row.Purpose == AttachFiles.Disclosed && ServedReplies.Of(open).Covers(row)))
        {
            throw new NoSuchThingException();
        }

        using var key = open.Key();
        return await files.OpenAsync(row, key, cancellation);
    }

    // 申请人说话与经办人办事碰在一起，申请人没有做错什么：重新读，再说一遍。
    private async Task<TrackedRequest> SayAsync(
        string number, string code, string about, string text, IReadOnlyList<UploadedFile> uploads, Action<DisclosureRequest>? act, CancellationToken cancellation)
    {
        for (var left = SayAttempts; ; left--)
        {
            try
            {
                return await SayOnceAsync(number, code, about, text, uploads, act, cancellation);
            }
            catch (StaleDataException) when (left > 1)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<TrackedRequest> SayOnceAsync(
        string number, string code, string about, string text, IReadOnlyList<UploadedFile> uploads, Action<DisclosureRequest>? act, CancellationToken cancellation)
    {
        var open = await FindAsync(number, code, cancellation);
        List<InputProblem> problems = [.. KeptFiles.Problems(uploads)];
        if (about != "withdrawal" && string.IsNullOrWhiteSpace(text))
        {
            problems.Add(new InputProblem("Text", "请写明内容。"));
        }
        else if (text.Length > LongestText)
        {
            problems.Add(new InputProblem("Text", $"太长，最多 {LongestText} 字，现在有 {text.Length} 字。"));
        }

        problems.AddRange(PlainText.Problems("Text", text));
        BadInputException.ThrowIfAny(problems);
        act?.Invoke(open.Request);
        var papers = open.Papers();
        open.Keep(papers with { Said = [.. papers.Said, new SaidByApplicant(law.Now, about, text.Trim())] });
        using (var key = open.Key())
        {
            await files.PutAsync(open.Row.Id, key, uploads, Actor.Applicant.Id, cancellation);
        }

        desk.Put(open, Actor.Applicant);
        if (about == "withdrawal" && !open.Request.IsCorrection)
        {
            await letters.PutIfCompleteAsync(open, open.Papers(), LetterType.ReplyWithdrawn, new LetterWording(), law.Today, Actor.System, cancellation);
        }

        await db.CommitAsync(desk.Entry(open, Actor.Applicant, $"request.applicant.{about}"), cancellation);
        return await ViewAsync(open, cancellation);
    }

    private async Task<OpenRequest> FindAsync(string number, string code, CancellationToken cancellation)
    {
        var wanted = number.Trim().ToLowerInvariant();
        var row = RequestDesk.LooksLikeNumber(wanted) ? await db.Requests.SingleOrDefaultAsync(r => r.Number == wanted, cancellation) : null;

        // 编号不存在时也算一遍摘要，两种错的快慢一样。
        var hash = vault.QueryCodeHash(row?.Id ?? Guid.Empty, code.Length <= 20 ? code : "");
        return row is not null && hash is not null && row.QueryCodeHash == hash && await desk.OpenAsync(row, cancellation) is { HasPapers: true } open ? open : throw new NoSuchThingException();
    }

    private async Task<TrackedRequest> ViewAsync(OpenRequest open, CancellationToken cancellation)
    {
        var today = law.Today;
        var papers = open.Papers();
        var sent = await LettersForApplicantAsync(open, cancellation);
        var own = await db.Attachments.AsNoTracking()
            .Where(a => a.RequestId == open.Row.Id && (a.AddedBy == Actor.Applicant.Id || a.Purpose == AttachFiles.Disclosed))
            .OrderBy(a => a.Id).ToListAsync(cancellation);
        var served = ServedReplies.Of(open);
        using var key = open.Key();
        return new TrackedRequest(
            open.Row.Number,
            open.Agency,
            open.Row.Subject,
            papers,
            open.Request,
            open.Request.ReadClock(today),
            open.Request.Due(today),
            [.. sent.Select(l => new TrackedLetter(l.Id, l.Type, l.Number, l.IssuedOn))],
            [.. own.Where(a => a.Purpose != AttachFiles.Disclosed || served.Covers(a)).Select(a => new TrackedFile(a.Id, key.OpenText($"name/{a.Id:N}", a.FileName), a.Purpose, a.Length))])
        {
            SubmittedAt = open.Row.SubmittedAt,
            Related = await desk.RelatedAsync(open.Request, cancellation),
            EventTimes = [.. open.Request.Events.Select((_, i) => i < open.History.Count ? open.History[i].At : law.Now)],
        };
    }

    // 没有送达的答复书不给看，撤回了的也不给；给第三方、其他机关的和内部的文书不给看。
    private async Task<List<LetterRow>> LettersForApplicantAsync(OpenRequest open, CancellationToken cancellation)
    {
        var letters = await db.Letters.AsNoTracking().Where(l => l.RequestId == open.Row.Id && l.State == LetterState.Issued).OrderBy(l => l.Id).ToListAsync(cancellation);
        var waiting = await ServedReplies.WaitingAsync(db, open, cancellation);
        return [.. letters.Where(l => !waiting.Contains(l.Id) && LetterAudience.IsForApplicant(l.Type))];
    }
}

/// <summary>申请人看到的一件申请。</summary>
/// <param name="Number">登记编号。</param>
/// <param name="Agency">被申请的机关。</param>
/// <param name="Subject">题目。</param>
/// <param name="Papers">他自己填的、说的；其中的备注与草稿不得显示。</param>
/// <param name="Request">申请。</param>
/// <param name="Clock">今天的时钟。</param>
/// <param name="Due">答复最迟哪一天，是不是暂定；停着、等着、办结的为 null。</param>
/// <param name="Letters">发给他的文书。</param>
/// <param name="Files">他传的文件，与随答复提供的信息。</param>
public sealed record TrackedRequest(
    string Number, AgencyRow Agency, string Subject, RequestPapers Papers, DisclosureRequest Request, ClockReading Clock, DueDate? Due,
    IReadOnlyList<TrackedLetter> Letters, IReadOnlyList<TrackedFile> Files)
{
    /// <summary>答复最迟哪一天。</summary>
    public DateOnly? DueOn => Due?.Date;

    /// <summary>提交的时刻，UTC。</summary>
    public required DateTime SubmittedAt { get; init; }

    /// <summary>拆成的、由哪一件拆出、并入了哪一件；拆出的各件用同一个查询码。</summary>
    public required RelatedRequests Related { get; init; }

    /// <summary>各个事件是何时记下的，UTC，与事件一一对应。</summary>
    public required IReadOnlyList<DateTime> EventTimes { get; init; }
}

/// <summary>发给申请人的一份文书。</summary>
/// <param name="Id">编号，也是 docx 的附件编号。</param>
/// <param name="Type">种类。</param>
/// <param name="Number">文号。</param>
/// <param name="On">落款之日。</param>
public sealed record TrackedLetter(Guid Id, string Type, string Number, DateOnly On)
{
    /// <summary>网页片段的附件编号。</summary>
    public Guid Page => IssueLetter.PageOf(Id);
}

/// <summary>一个文件。</summary>
/// <param name="Id">编号。</param>
/// <param name="Name">文件名。</param>
/// <param name="Purpose">作什么用。</param>
/// <param name="Length">字节数。</param>
public sealed record TrackedFile(Guid Id, string Name, string Purpose, long Length);
