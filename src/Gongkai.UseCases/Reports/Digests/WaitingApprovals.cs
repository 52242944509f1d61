using Gongkai.Core.Agencies;
using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.Storage;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Requests;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Reports.Digests;

/// <summary>等着一个人表态的申请：提出了延长，等负责人同意；该有的审查都过了，等领导签发。</summary>
public sealed class WaitingApprovals(GongkaiDb db)
{
    /// <summary>各人等着表态的，按编号；没有邮箱的人不在内。</summary>
    /// <param name="account">谁；null 为各人。</param>
    /// <param name="cancellation">取消。</param>
    internal async Task<IReadOnlyList<WaitingCase>> ListAsync(Guid? account, CancellationToken cancellation)
    {
        string[] stages = [nameof(RequestStage.ExtensionProposed), nameof(RequestStage.Drafted)];
        var found = await (from r in db.Requests.AsNoTracking()
                           where stages.Contains(r.Stage)
                           join g in db.RoleGrants.AsNoTracking() on r.AgencyId equals g.AgencyId
                           where (r.Stage == nameof(RequestStage.ExtensionProposed) ? g.Role == nameof(StaffRole.DisclosureHead) : g.Role == nameof(StaffRole.SigningLeader)) && (account == null || g.AccountId == account)
                           join u in db.Users.AsNoTracking() on g.AccountId equals u.Id
                           where u.Email != null
                           join a in db.Agencies.AsNoTracking() on r.AgencyId equals a.Id
                           select new { r.Id, r.Number, g.AccountId, Agency = a, IsDraft = r.Stage == nameof(RequestStage.Drafted) }).Distinct().ToListAsync(cancellation);
        Guid[] drafted = [.. found.Where(f => f.IsDraft).Select(f => f.Id).Distinct()];
        string[] types = ["drafted", "reviewed"];
        var reviews = drafted.Length == 0 ? null
            : (await db.RequestEvents.AsNoTracking().Where(e => drafted.Contains(e.RequestId) && types.Contains(e.Type)).OrderBy(e => e.Sequence).ToListAsync(cancellation)).ToLookup(e => e.RequestId, RequestDesk.Read);
        return
        [
            .. found.Where(f => !f.IsDraft || LawBook.SettingsOf(f.Agency, ClockSettings.Default).Reviews.All(PassedIn(reviews![f.Id]).Contains))
                .Select(f => new WaitingCase(f.AccountId, f.Number, f.IsDraft)).OrderBy(w => w.Number, StringComparer.Ordinal),
        ];
    }

    // 最近一稿通过了的审查。
    private static HashSet<ReviewKind> PassedIn(IEnumerable<RequestEvent> events)
    {
        HashSet<ReviewKind> passed = [];
        foreach (var happened in events)
        {
            switch (happened)
            {
                case ReplyDrafted: passed.Clear(); break;
                case ReplyReviewed { Passed: true } review: passed.Add(review.Kind); break;
                default: break;
            }
        }

        return passed;
    }
}

/// <summary>等着一个人表态的一件。</summary>
/// <param name="Account">谁。</param>
/// <param name="Number">登记编号。</param>
/// <param name="IsSignature">等签发；假为等同意延长。</param>
internal sealed record WaitingCase(Guid Account, string Number, bool IsSignature);
