using Gongkai.Core.Requests;
using Gongkai.Storage;
using Gongkai.UseCases.Requests.Acts;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Requests;

/// <summary>以重复申请不予处理的，所说的那一件要真是：同一申请人先向本机关提出的，已经答复了（条例第三十六条第（六）项）。</summary>
public sealed class EarlierReply(GongkaiDb db)
{
    private const string Field = "EarlierRequest";

    /// <summary>那一件不行的理由；行的、不是以重复申请不予处理的、没有写的（另由 Core 说）为空。</summary>
    internal async Task<IReadOnlyList<InputProblem>> ProblemsAsync(OpenRequest open, RequestAct act, CancellationToken cancellation)
    {
        if (act is not DraftReply { Decision: var decision } || !decision.Uses(Outcome.Repeated) || decision.EarlierRequest?.Trim() is not { Length: > 0 } number)
        {
            return [];
        }

        var earlier = RequestDesk.LooksLikeNumber(number)
            ? await db.Requests.AsNoTracking().SingleOrDefaultAsync(r => r.Number == number && r.AgencyId == open.Row.AgencyId && r.Id != open.Row.Id, cancellation)
            : null;

        // 别人的、没有的，是同一个回答：不说出别人申请过什么。
        if (earlier is null || !(earlier.ReceivedOn <= open.Request.ReceivedOn) || !await IsSameApplicantAsync(open.Row.Id, earlier.Id, cancellation))
        {
            return [new InputProblem(Field, "登记簿里没有这样一件：要写同一申请人先前向本机关提出的那一件的登记编号。系统启用之前答复的，请先把那一件补录进登记簿。")];
        }

        string[] types = ["served", "redoOrdered"];
        var last = await db.RequestEvents.Where(e => e.RequestId == earlier.Id && types.Contains(e.Type)).OrderByDescending(e => e.Sequence).Select(e => e.Type).FirstOrDefaultAsync(cancellation);
        if (last == "served")
        {
            return earlier.Fate == RequestDesk.NoFate ? [new InputProblem(Field, $"{number} 是要求更正记录的，不是政府信息公开申请，不能据以认定重复申请。")] : [];
        }

        return
        [
            new InputProblem(Field, earlier.Stage is nameof(RequestStage.Split) or nameof(RequestStage.Merged)
                ? $"{number} 已经{(earlier.Stage == nameof(RequestStage.Split) ? "拆开" : "并入别的一件")}，本身没有答复。请写{(earlier.Stage == nameof(RequestStage.Split) ? "拆出" : "并入")}的那一件的登记编号。"
                : last == "redoOrdered" ? $"{number} 的答复已被撤销或者责令重作，还没有重新答复，不能据以认定重复申请。"
                : earlier.ConcludedOn is null
                ? $"{number} 还没有答复，不是重复申请（《条例》第三十六条第（六）项：已就该申请作出答复）。未答复期间再次提交的，请用“并案”。"
                : $"{number} 没有作过答复（撤回、并案，或者逾期不再处理），不能据以认定重复申请（《条例》第三十六条第（六）项：已就该申请作出答复）。"),
        ];
    }

    // 证件号码对得上才是同一人；有一件没有登记证件号码的，看姓名。
    private Task<bool> IsSameApplicantAsync(Guid one, Guid other, CancellationToken cancellation) => db.ApplicantVaults.AnyAsync(
        a => a.RequestId == one && db.ApplicantVaults.Any(b => b.RequestId == other
            && ((a.IdHash != null && a.IdHash == b.IdHash) || ((a.IdHash == null || b.IdHash == null) && a.NameHash != null && a.NameHash == b.NameHash))),
        cancellation);
}
