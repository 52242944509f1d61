using Gongkai.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Staff;

/// <summary>改自己的密码。</summary>
public sealed class ChangePassword(GongkaiDb db, StaffDesk desk)
{
    /// <summary>改；别处的登录失效，这里换新的凭据。</summary>
    /// <exception cref="NoSuchThingException">不是登录的人。</exception>
    /// <exception cref="BadInputException">旧密码不对，或者新密码不合规矩。</exception>
    public async Task<SignedIn> RunAsync(Actor actor, string current, string next, CancellationToken cancellation)
    {
        var account = await db.Users.SingleOrDefaultAsync(u => u.Id == actor.AccountId, cancellation) ?? throw new NoSuchThingException();
        var isCurrent = desk.IsPassword(account, current);
        if (StaffDesk.IsLocked(account, desk.Now))
        {
            throw new BadInputException([new InputProblem("CurrentPassword", "试错的次数太多，账号已锁定 15 分钟。请稍后再试。")]);
        }

        if (!isCurrent)
        {
            // 拿到别人开着的电脑的人，也不能慢慢试出密码。
            var action = desk.CountFailure(account);
            await db.CommitAsync(desk.Entry(actor.Id, action, account.Id), cancellation);
            throw new BadInputException([new InputProblem("CurrentPassword", "现在的密码不对。")]);
        }

        if ((PasswordRules.ProblemOf(account.UserName!, next) ?? (current == next ? "新密码与现在的一样，请换一个。" : null)) is { } problem)
        {
            throw new BadInputException([new InputProblem("Next", problem)]);
        }

        desk.SetPassword(account, next, mustChange: false);
        await db.CommitAsync(desk.Entry(actor.Id, "account.passwordChanged", account.Id), cancellation);
        return new SignedIn(account.Id, account.SecurityStamp!);
    }
}
