using Gongkai.Storage;
using Gongkai.UseCases.Law;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Staff;

/// <summary>登录。没有这个账号、密码不对、动态码不对、锁着，答复一个样。</summary>
public sealed class SignIn(GongkaiDb db, StaffDesk desk, LawBook law)
{
    private const int Tries = 20;

    /// <summary>登录；不成为 null。</summary>
    /// <param name="userName">用户名。</param>
    /// <param name="password">密码。</param>
    /// <param name="code">动态码或恢复码；没有启用两步验证的不看它。</param>
    /// <param name="cancellation">取消。</param>
    public async Task<SignedIn?> RunAsync(string userName, string password, string code, CancellationToken cancellation)
    {
        // 用户名里没有控制字符；有的数据库连问也问不得。
        userName = PlainText.Holds(userName) ? userName : "";
        for (var i = 0; i < Tries; i++)
        {
            try
            {
                return await TryAsync(userName, password, code, cancellation);
            }
            catch (StaleDataException)
            {
                // 同一账号同时在别处登录：次数不能漏数，重来。
                db.ChangeTracker.Clear();
            }
        }

        return null;
    }

    /// <summary>退出，记一笔。</summary>
    public Task OutAsync(Actor actor, CancellationToken cancellation) =>
        db.CommitAsync(desk.Entry(actor.Id, "account.signOut", actor.AccountId), cancellation);

    private async Task<SignedIn?> TryAsync(string userName, string password, string code, CancellationToken cancellation)
    {
        var account = await desk.FindAsync(userName, cancellation);
        var isPassword = desk.IsPassword(account, password);
        if (account is null || StaffDesk.HasEnded(account) || StaffDesk.IsLocked(account, desk.Now))
        {
            return null;
        }

        var slot = await desk.SlotAsync(account.Id, cancellation);
        var key = slot is null ? null : desk.Open(slot);
        var spent = key is { IsConfirmed: true } ? key.Spend(account.Id, code, desk.Now) : key;
        if (!isPassword || (key is { IsConfirmed: true } && spent is null))
        {
            var action = desk.CountFailure(account);
            await db.CommitAsync(desk.Entry(account.Id.ToString("D"), action, account.Id), cancellation);
            return null;
        }

        if (key is { IsConfirmed: true })
        {
            desk.Put(slot, account.Id, spent!);
        }

        // 同时用同一个动态码的两次登录，只有先提交的一次算数。
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        StaffDesk.Touch(account);
        await db.CommitAsync(desk.Entry(account.Id.ToString("D"), "account.signIn", account.Id), cancellation);
        return new SignedIn(account.Id, account.SecurityStamp!);
    }

    /// <summary>由登录凭据取出此刻的身份与职责；凭据已失效（改过密码、锁了、离任）为 null。</summary>
    public async Task<StaffSession?> ResumeAsync(SignedIn signedIn, CancellationToken cancellation)
    {
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == signedIn.AccountId, cancellation);
        if (account is null || account.SecurityStamp != signedIn.Stamp || StaffDesk.HasEnded(account) || account.LockoutEnd >= StaffDesk.Forever)
        {
            return null;
        }

        var grants = await desk.GrantsAsync(account.Id, cancellation);
        var slot = await desk.SlotAsync(account.Id, cancellation);
        var hasSecondFactor = slot is not null && desk.Open(slot).IsConfirmed;
        var pending = account.MustChangePassword ? PendingStep.ChangePassword
            : !hasSecondFactor && grants.Any(g => RoleWords.NeedsSecondFactor(g.Role)) ? PendingStep.SecondFactor
            : PendingStep.None;
        var agencies = grants.Select(g => g.AgencyId).OfType<int>().Distinct().ToArray();
        var names = await db.Agencies.AsNoTracking().Where(a => agencies.Contains(a.Id)).OrderBy(a => a.Id).Select(a => new AgencyName(a.Id, a.Name)).ToListAsync(cancellation);
        return new StaffSession(
            Actor.Staff(account.Id, account.DisplayName, pending == PendingStep.None ? grants : []), account.UserName!, pending, hasSecondFactor, names, law.Today);
    }
}

/// <summary>登录的凭据，写进 cookie。</summary>
/// <param name="AccountId">账号。</param>
/// <param name="Stamp">账号的安全戳；改了密码就变，旧的登录随之失效。</param>
public sealed record SignedIn(Guid AccountId, string Stamp);

/// <summary>登录之后，先要做完的一步。</summary>
public enum PendingStep
{
    /// <summary>没有。</summary>
    None,

    /// <summary>换掉一次性密码。</summary>
    ChangePassword,

    /// <summary>启用两步验证。</summary>
    SecondFactor,
}

/// <summary>登录了的人此刻的身份。</summary>
/// <param name="Actor">身份与职责；还有一步没有做完时没有职责。</param>
/// <param name="UserName">用户名。</param>
/// <param name="Pending">先要做完的一步。</param>
/// <param name="HasSecondFactor">启用了两步验证。</param>
/// <param name="Agencies">有职责的机关。</param>
/// <param name="Today">今天（中国）。</param>
public sealed record StaffSession(Actor Actor, string UserName, PendingStep Pending, bool HasSecondFactor, IReadOnlyList<AgencyName> Agencies, DateOnly Today);

/// <summary>机关的编号与名称。</summary>
/// <param name="Id">编号。</param>
/// <param name="Name">名称。</param>
public sealed record AgencyName(int Id, string Name);
