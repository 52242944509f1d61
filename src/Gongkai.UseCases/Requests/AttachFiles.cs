using Gongkai.Core;
using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Requests;

/// <summary>工作人员给一件申请附文件：随答复提供的信息，或者办理中的材料。提供的信息在送审之前附上，审查人、签发人看的就是它们，其后不能再换。</summary>
public sealed class AttachFiles(GongkaiDb db, RequestDesk desk, KeptFiles files)
{
    /// <summary>随答复提供给申请人的信息；送达之后申请人才看得到。</summary>
    public const string Disclosed = "disclosed";

    /// <summary>办理中的材料，申请人看不到。</summary>
    public const string Working = "working";

    /// <summary>撤下的：原来要提供，送审之前拿掉了。</summary>
    public const string SetAside = "setAside";

    private const int Tries = 4;

    /// <summary>附上。</summary>
    /// <param name="actor">谁。</param>
    /// <param name="id">哪一件申请。</param>
    /// <param name="disclosed">随答复提供；假为办理中的材料。</param>
    /// <param name="uploads">传来的文件。</param>
    /// <param name="once">这一次提交的标识，表单打开时发给：同一份文件交两次只附一遍，换了、添了的照附；空的不认重复。</param>
    /// <param name="cancellation">取消。</param>
    /// <exception cref="NoSuchThingException">没有这一件，或者不归他的机关。</exception>
    /// <exception cref="BadInputException">没有选文件、太大、太多，或者不是能收的种类。</exception>
    /// <exception cref="RefusedException">已经送审、签发或者办结。</exception>
    public async Task RunAsync(Actor actor, Guid id, bool disclosed, IReadOnlyList<UploadedFile> uploads, Guid once, CancellationToken cancellation)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                await PutAsync(actor, id, disclosed, uploads, once, cancellation);
                return;
            }
            catch (StaleDataException) when (left > 1)
            {
                // 传的这会儿别人办了一步：按现在的环节重新判断，还能附就再附一遍，已经送审、签发的就说明白。
                db.ChangeTracker.Clear();
            }
            catch (DbUpdateException) when (left > 1 && once != Guid.Empty)
            {
                // 同一次提交的另一份先到了：再来时就看得见它。
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>撤下一个要提供的文件：留着，不再提供。</summary>
    /// <exception cref="NoSuchThingException">没有这个文件。</exception>
    /// <exception cref="RefusedException">已经送审、签发或者办结。</exception>
    public async Task SetAsideAsync(Actor actor, Guid id, Guid file, CancellationToken cancellation)
    {
        var open = await OpenAsync(actor, id, true, cancellation);
        var row = await db.Attachments.SingleOrDefaultAsync(a => a.Id == file && a.RequestId == id && a.Purpose == Disclosed, cancellation) ?? throw new NoSuchThingException();
        row.Purpose = SetAside;
        HoldStage(open);
        await db.CommitAsync(desk.Entry(open, actor, "request.setAside"), cancellation);
    }

    /// <summary>为什么此刻不能附要提供的信息；空表示可以。</summary>
    public static IReadOnlyList<Refusal> WhyNot(DisclosureRequest request) =>
    [
        .. Refusal.When(!request.IsOpen, RequestRefusals.Concluded),
        .. Refusal.When(request.Stage == RequestStage.Drafted, RequestRefusals.InReview),
        .. Refusal.When(request.Stage == RequestStage.AwaitingService, RequestRefusals.AlreadySigned),
    ];

    private async Task PutAsync(Actor actor, Guid id, bool disclosed, IReadOnlyList<UploadedFile> uploads, Guid once, CancellationToken cancellation)
    {
        var open = await OpenAsync(actor, id, disclosed, cancellation);
        BadInputException.ThrowIfAny(uploads.Count == 0 ? [new InputProblem("Files", "请选择要附的文件。")] : KeptFiles.Problems(uploads));
        var fresh = await files.NotYetKeptAsync(id, once, uploads, cancellation);
        if (fresh.Count == 0)
        {
            return;
        }

        using (var key = open.Key())
        {
            await files.PutAsync(id, key, [.. fresh.Select(u => u with { Purpose = disclosed ? Disclosed : Working })], actor.Id, cancellation);
        }

        if (disclosed)
        {
            HoldStage(open);
        }

        await db.CommitAsync(desk.Entry(open, actor, disclosed ? "request.attachDisclosed" : "request.attach"), cancellation);
    }

    // 判断时的环节，到提交时还要是它：其间有了新的事件，提交就不成。
    private void HoldStage(OpenRequest open) => db.Entry(open.Row).Property(r => r.Version).IsModified = true;

    private async Task<OpenRequest> OpenAsync(Actor actor, Guid id, bool disclosed, CancellationToken cancellation)
    {
        var open = await desk.OpenAsync(id, cancellation);
        actor.Demand(open.Row.AgencyId, StaffRole.Officer, StaffRole.DisclosureHead);
        if (!open.HasPapers)
        {
            throw new NoSuchThingException();
        }

        RefusedException.ThrowIfAny(disclosed ? WhyNot(open.Request) : []);
        return open;
    }
}
