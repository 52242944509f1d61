using Gongkai.Core.Agencies;
using Gongkai.Storage;

namespace Gongkai.UseCases.Staff;

/// <summary>命令行上的操作员救急：建管理员、重置密码、解锁。操作员已能读写数据目录，这里只多一笔记录。</summary>
public sealed class OperatorAccounts(GongkaiDb db, StaffDesk desk)
{
    /// <summary>建一个全系统的管理员，给出一次性密码。</summary>
    public async Task<NewPassword> CreateAdministratorAsync(string userName, string displayName, CancellationToken cancellation)
    {
        if ((StaffDesk.UserNameProblem(userName) ?? StaffDesk.DisplayNameProblem(displayName)) is { } problem)
        {
            throw new BadInputException([new InputProblem("UserName", problem)]);
        }

        if (await desk.FindAsync(userName, cancellation) is not null)
        {
            throw Taken(userName);
        }

        var password = StaffDesk.NewPassword();
        var account = desk.Add(userName, displayName, password, mustChange: true);
        desk.AddGrant(account.Id, new Grant(null, StaffRole.Administrator));
        try
        {
            await db.CommitAsync(desk.Entry(Actor.Operator.Id, "account.create", account.Id), cancellation);
        }
        catch (TakenException)
        {
            throw Taken(userName);
        }

        return new NewPassword(account.Id, account.UserName!, password);
    }

    /// <summary>重置密码，给出一次性密码。</summary>
    /// <param name="userName">用户名。</param>
    /// <param name="forgetSecondFactor">一并取消两步验证：验证器和恢复码都丢了的时候。</param>
    /// <param name="cancellation">取消。</param>
    /// <exception cref="NoSuchThingException">没有这个账号，或者已离任。</exception>
    public async Task<NewPassword> ResetAsync(string userName, bool forgetSecondFactor, CancellationToken cancellation)
    {
        var account = await desk.FindAsync(userName, cancellation);
        if (account is null || StaffDesk.HasEnded(account))
        {
            throw new NoSuchThingException();
        }

        var password = StaffDesk.NewPassword();
        desk.SetPassword(account, password, mustChange: true);
        if (forgetSecondFactor && await desk.SlotAsync(account.Id, cancellation) is { } slot)
        {
            db.SecretSlots.Remove(slot);
        }

        await db.CommitAsync(desk.Entry(Actor.Operator.Id, "account.reset", account.Id), cancellation);
        return new NewPassword(account.Id, account.UserName!, password);
    }

    /// <summary>解锁。</summary>
    /// <exception cref="NoSuchThingException">没有这个账号，或者已离任。</exception>
    public async Task UnlockAsync(string userName, CancellationToken cancellation)
    {
        var account = await desk.FindAsync(userName, cancellation);
        if (account is null || StaffDesk.HasEnded(account))
        {
            throw new NoSuchThingException();
        }

        (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
        StaffDesk.Touch(account);
        await db.CommitAsync(desk.Entry(Actor.Operator.Id, "account.unlock", account.Id), cancellation);
    }

    private static BadInputException Taken(string userName) => new([new InputProblem("UserName", $"已经有 {userName.Trim()} 这个账号了。")]);
}
