using Gongkai.Core.Agencies;
using Gongkai.Storage;
using Gongkai.UseCases.Law;

namespace Gongkai.UseCases.Requests;

/// <summary>在一件申请上写备注：只有本机关看得到，与申请人资料一起加密、一起销毁。</summary>
public sealed class AddNote(GongkaiDb db, RequestDesk desk, LawBook law)
{
    /// <summary>一条最多多少字。</summary>
    public const int Longest = 2000;

    private const int Most = 500;

    private const int Tries = 4;

    /// <summary>写。</summary>
    /// <param name="actor">谁。</param>
    /// <param name="id">哪一件申请。</param>
    /// <param name="text">写的。</param>
    /// <param name="once">这一次提交的标识，表单打开时发给：交两次只记一条；空的不认重复。</param>
    /// <param name="cancellation">取消。</param>
    /// <exception cref="NoSuchThingException">没有这一件，或者不归他的机关。</exception>
    /// <exception cref="BadInputException">空的、太长、有控制字符，或者已经太多。</exception>
    public async Task RunAsync(Actor actor, Guid id, string text, Guid once, CancellationToken cancellation)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                await WriteAsync(actor, id, text, once, cancellation);
                return;
            }
            catch (StaleDataException) when (left > 1)
            {
                // 备注接在后面，不会盖掉别人的：别人同时写了，接着写；就是这一条先到了，不再写。
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task WriteAsync(Actor actor, Guid id, string text, Guid once, CancellationToken cancellation)
    {
        var open = await desk.OpenAsync(id, cancellation);
        actor.Demand(open.Row.AgencyId, StaffRole.Officer, StaffRole.DisclosureHead, StaffRole.Reviewer, StaffRole.SigningLeader);
        if (!open.HasPapers)
        {
            throw new NoSuchThingException();
        }

        var note = (text ?? "").Trim();
        var papers = open.Papers();
        BadInputException.ThrowIfAny(note.Length switch
        {
            0 => [new InputProblem("Note", "请写备注的内容。")],
            > Longest => [new InputProblem("Note", $"备注太长，最多 {Longest} 字，现在有 {note.Length} 字。")],
            _ when papers.Notes.Count >= Most => [new InputProblem("Note", $"这一件的备注已经有 {Most} 条，不能再加。")],
            _ => PlainText.Problems("Note", note),
        });
        if (once != Guid.Empty && papers.Notes.Any(n => n.Once == once && n.Text == note))
        {
            return;
        }

        open.Keep(papers with { Notes = [.. papers.Notes, new OfficerNote(law.Now, actor.Name, note) { Once = once == Guid.Empty ? null : once }] });
        await db.CommitAsync(desk.Entry(open, actor, "request.note"), cancellation);
    }
}
