using Gongkai.Core.Requests;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Requests;

/// <summary>答复送达到了哪里：申请人只看得到送达了的答复书，与随予以公开的答复送达的信息。撤回、并案、不再处理都不是送达。</summary>
/// <param name="RepliesUntil">最近一次送达的时刻，UTC；还没有送达过的为 null。</param>
/// <param name="DisclosedUntil">最近一次送达有公开内容的答复的时刻，UTC；没有的为 null。</param>
internal sealed record ServedReplies(DateTime? RepliesUntil, DateTime? DisclosedUntil)
{
    /// <summary>由存下的事件看；这次刚加上、还没有存下的不算。</summary>
    public static ServedReplies Of(OpenRequest open)
    {
        var served = new ServedReplies(null, null);
        Decision? decision = null;
        foreach (var (happened, row) in open.Request.Events.Zip(open.History))
        {
            if (happened is ReplyDrafted drafted)
            {
                decision = drafted.Decision;
            }
            else if (happened is ReplyServed)
            {
                served = new ServedReplies(row.At, decision is { Discloses: true } ? row.At : served.DisclosedUntil);
            }
        }

        return served;
    }

    /// <summary>这份要提供的信息已经随答复到了申请人手里：送审之后不能再附，所以送达之前附上的就是。</summary>
    public bool Covers(AttachmentRow disclosed) => disclosed.AddedAt <= DisclosedUntil;

    /// <summary>签发了、没有送达的答复书，没有作废的。</summary>
    public static async Task<IReadOnlySet<Guid>> WaitingAsync(GongkaiDb db, OpenRequest open, CancellationToken cancellation)
    {
        var letters = await db.Letters.AsNoTracking().Where(l => l.RequestId == open.Row.Id && l.State == LetterState.Issued).OrderBy(l => l.Id)
            .Join(db.Attachments, l => l.Id, a => a.Id, (l, a) => new { l.Id, l.Type, a.AddedAt }).ToListAsync(cancellation);
        letters.RemoveAll(l => !LetterAudience.IsServed(l.Type));
        var until = Of(open).RepliesUntil;
        HashSet<Guid> waiting = [.. letters.Where(l => !(l.AddedAt <= until)).Select(l => l.Id)];

        // 重新处理紧跟着送达的，两个时刻可能相同：待送达的一定是最后签发的一份。
        if (open.Request.Stage == RequestStage.AwaitingService && letters.Count > 0)
        {
            waiting.Add(letters[^1].Id);
        }

        return waiting;
    }
}
