using System.Text.Json;
using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.Letters;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.UseCases.Law;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Requests;

/// <summary>告知申请人正在征求意见、所需时间不计入期限（条例第三十三条）：出征求意见告知书，不写第三方是谁。期限不因此改变，所以不是事件，只有文书。</summary>
public sealed class TellConsultation(GongkaiDb db, RequestDesk desk, LawBook law, IssueLetter letters)
{
    /// <summary>为什么此刻不能告知；空表示可以。</summary>
    /// <param name="request">申请。</param>
    /// <param name="issued">已经出的文书。</param>
    public static IReadOnlyList<string> WhyNot(DisclosureRequest request, IEnumerable<LetterRow> issued)
    {
        if (!request.IsOpen || request.Consultations is not [.., { Answer: null } asked])
        {
            return ["没有正在征求的意见。"];
        }

        return issued.Any(l => l is { State: LetterState.Issued, Type: nameof(LetterType.ConsultationNoticeToApplicant) } && l.IssuedOn >= asked.Sent.On)
            ? ["这一次征求意见已经告知过申请人。"]
            : [];
    }

    /// <summary>出告知书。</summary>
    /// <param name="actor">谁。</param>
    /// <param name="id">哪一件。</param>
    /// <param name="cancellation">取消。</param>
    /// <exception cref="NoSuchThingException">没有这一件，不归他的机关，或者资料已经销毁。</exception>
    /// <exception cref="BadInputException">没有正在征求的意见，或者告知过了，或者文书缺要素。</exception>
    public async Task<IssuedLetter> RunAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        var open = await desk.OpenAsync(id, cancellation);
        actor.Demand(open.Row.AgencyId, StaffRole.Officer, StaffRole.DisclosureHead);
        var papers = open.HasPapers ? open.Papers() : throw new NoSuchThingException();
        var issued = await db.Letters.AsNoTracking().Where(l => l.RequestId == id).ToListAsync(cancellation);
        BadInputException.ThrowIfAny([.. WhyNot(open.Request, issued).Select(w => new InputProblem("", w))]);
        db.Entry(open.Row).Property(r => r.Version).IsModified = true;
        var letter = await letters.PutAsync(open, papers, LetterType.ConsultationNoticeToApplicant, new LetterWording(), law.Today, actor, cancellation);
        var entry = desk.Entry(open, actor, "letter.notice");
        await db.CommitAsync(entry with { Detail = JsonSerializer.Serialize(new { letter = letter.Id, number = letter.Number }, Json.Options) }, cancellation);
        return letter;
    }
}
