using System.Text.Json;
using Gongkai.Core;
using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.Letters;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.UseCases.Law;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Requests;

/// <summary>作废一份文书：编号留着，写明原因，申请人不再看到；可以同时以新的编号重出。送达了的答复书不能作废，要改依法重新处理；没有送达、申请就撤回了的，只作废。</summary>
public sealed class VoidLetter(GongkaiDb db, RequestDesk desk, LawBook law, IssueLetter letters)
{
    private const int LongestReason = 200;

    /// <summary>作废。</summary>
    /// <param name="actor">谁。</param>
    /// <param name="id">哪一件申请。</param>
    /// <param name="letter">哪一份文书。</param>
    /// <param name="reason">为什么，不含个人信息；留在文书台账里。</param>
    /// <param name="again">用同样的话以新的编号重出一份。</param>
    /// <param name="cancellation">取消。</param>
    /// <returns>重出的一份；没有重出为 null。</returns>
    /// <exception cref="NoSuchThingException">没有这份文书，或者不归他的机关。</exception>
    /// <exception cref="BadInputException">没有写原因，或者重出缺要素。</exception>
    /// <exception cref="RefusedException">答复书已经送达。</exception>
    public async Task<IssuedLetter?> RunAsync(Actor actor, Guid id, Guid letter, string reason, bool again, CancellationToken cancellation)
    {
        var open = await desk.OpenAsync(id, cancellation);
        actor.Demand(open.Row.AgencyId, StaffRole.DisclosureHead, StaffRole.Officer);
        var row = await db.Letters.SingleOrDefaultAsync(l => l.Id == letter && l.RequestId == id && l.State == LetterState.Issued, cancellation) ?? throw new NoSuchThingException();
        var why = (reason ?? "").Trim();
        BadInputException.ThrowIfAny(why.Length switch
        {
            0 => [new InputProblem("Reason", "请写明为什么作废。")],
            > LongestReason => [new InputProblem("Reason", $"原因太长，最多 {LongestReason} 字。")],
            _ => PlainText.Problems("Reason", why),
        });
        var type = Enum.Parse<LetterType>(row.Type);
        var isWaiting = LetterAudience.IsReply(row.Type) && (await ServedReplies.WaitingAsync(db, open, cancellation)).Contains(row.Id);
        RefusedException.ThrowIfAny(Refusal.When(LetterAudience.IsReply(row.Type) && !isWaiting, RequestRefusals.Concluded));
        var isDropped = IsDropped(open.Request, row);
        var born = Born(open.Request, row);
        BadInputException.ThrowIfAny(
        [
            .. again && isDropped ? [new InputProblem("Again", "这件申请已经撤回，答复书没有送达，不用重出，只作废。")] : Array.Empty<InputProblem>(),
            .. !again && !isDropped && MustReissue(open.Request, row) ? [new InputProblem("Again", "这件事已经办了，作废的文书要同时重出，不能只作废。")] : Array.Empty<InputProblem>(),
            .. again && born > 1 ? [new InputProblem("Again", "同样的文书发过不止一份，不能自动重出，请留着原件另行更正。")] : Array.Empty<InputProblem>(),
        ]);
        db.Entry(open.Row).Property(r => r.Version).IsModified = true;
        (row.State, row.VoidReason) = (LetterState.Void, why);
        var papers = open.HasPapers ? open.Papers() : throw new NoSuchThingException();
        var fresh = again ? await letters.PutAsync(open, papers, type, WordingOf(open.Request, papers, type), law.Today, actor, cancellation) : null;
        var entry = desk.Entry(open, actor, "letter.void");
        await db.CommitAsync(entry with { Detail = JsonSerializer.Serialize(new { letter, number = row.Number, again = fresh?.Number }, Json.Options) }, cancellation);
        return fresh;
    }

    /// <summary>为什么这份文书怎么填都不能作废；能作废的为 null。</summary>
    /// <param name="request">申请。</param>
    /// <param name="letters">这件申请的文书，按先后，含作废的。</param>
    /// <param name="letter">哪一份。</param>
    public static string? WhyNot(DisclosureRequest request, IReadOnlyList<LetterRow> letters, LetterRow letter) => letter switch
    {
        _ when IsServed(request, letters, letter) => "送达了的答复书不能作废；要改的，依法重新处理。",
        _ when Born(request, letter) > 1 => "同样的文书发过不止一份，不能自动重出，请留着原件另行更正。",
        _ => null,
    };

    /// <summary>作废就要重出：那件事已经办了，不能没有文书。</summary>
    public static bool MustReissue(DisclosureRequest request, LetterRow letter) => Born(request, letter) > 0 || LetterAudience.IsReply(letter.Type);

    /// <summary>签发了、没有送达就撤回或者并案了的答复书：只作废，不重出。</summary>
    public static bool IsDropped(DisclosureRequest request, LetterRow letter) => LetterAudience.IsReply(letter.Type) && request.Stage != RequestStage.AwaitingService;

    private static int Born(DisclosureRequest request, LetterRow letter) => request.Events.Count(e => Sends(e, Enum.Parse<LetterType>(letter.Type)));

    // 签发了、还没有送达的那一份答复书可以作废，撤回、并案之后也可以；别的答复书都送达过。
    private static bool IsServed(DisclosureRequest request, IReadOnlyList<LetterRow> letters, LetterRow letter) => LetterAudience.IsReply(letter.Type)
        && !((request.Stage == RequestStage.AwaitingService || request is { IsOpen: false, Service: null, Redo: null }) && letters.LastOrDefault(l => l.State == LetterState.Issued && LetterAudience.IsReply(l.Type))?.Id == letter.Id);

    // 当初写的话按事件的次序存着：找出这种文书属于最后的哪个事件。答复书取现在这一稿。
    private static LetterWording? WordingOf(DisclosureRequest request, RequestPapers papers, LetterType type)
    {
        for (var i = request.Events.Count; i > 0; i--)
        {
            if (Sends(request.Events[i - 1], type))
            {
                return papers.Wordings.FirstOrDefault(w => w.Sequence == i && w.Revision == 0)?.Wording
                    ?? papers.Wordings.FirstOrDefault(w => w.Sequence == i)?.Wording;
            }
        }

        return null;
    }

    private static bool Sends(RequestEvent happened, LetterType type) => happened switch
    {
        SupplementAsked => type == LetterType.SupplementNotice,
        ReasonsAsked => type == LetterType.ReasonsNotice,
        ReplyPeriodExtended => type == LetterType.ExtensionNotice,
        ReplyDelayed => type == LetterType.DelayNotice,
        FeeNotified => type == LetterType.FeeNotice,
        ObjectionOverridden => type == LetterType.PublicInterestNotice,
        ConsultationSent e => type == e.To switch
        {
            Core.Requests.Clock.ConsultedParty.ThirdParty => LetterType.ThirdPartyConsultation,
            Core.Requests.Clock.ConsultedParty.CoProducer => LetterType.CoProducerConsultation,
            _ => LetterType.AgencyAssistance,
        },
        _ => false,
    };
}
