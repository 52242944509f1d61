using Gongkai.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Staff;

/// <summary>自己的两步验证：启用、换恢复码、停用。</summary>
public sealed class SecondFactor(GongkaiDb db, StaffDesk desk)
{
    /// <summary>此刻的样子；还没有启用的，备好一个秘密等着确认。</summary>
    public async Task<SecondFactorView> ViewAsync(Actor actor, CancellationToken cancellation)
    {
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == actor.AccountId, cancellation) ?? throw new NoSuchThingException();
        var slot = await desk.SlotAsync(account.Id, cancellation);
        var key = slot is null ? null : desk.Open(slot);
        if (key is null)
        {
            key = new SecondFactorKey(Totp.NewSecret(), IsConfirmed: false, 0, []);
            desk.Put(null, account.Id, key);
            await db.CommitAsync(desk.Entry(actor.Id, "account.secondFactorBegun", account.Id), cancellation);
        }

        var grants = await desk.GrantsAsync(account.Id, cancellation);
        return new SecondFactorView(
            key.IsConfirmed, key.IsConfirmed ? null : key.Secret, Totp.AddressOf(key.Secret, account.UserName!), key.RecoveryHashes.Count, grants.Any(g => RoleWords.NeedsSecondFactor(g.Role)));
    }

    /// <summary>用验证器上的码确认，启用；给出恢复码，只显示这一次。</summary>
    public async Task<IReadOnlyList<string>> ConfirmAsync(Actor actor, string code, CancellationToken cancellation)
    {
        var slot = await desk.SlotAsync(actor.AccountId, cancellation) ?? throw new NoSuchThingException();
        var key = desk.Open(slot);
        if (key.IsConfirmed)
        {
            throw new NoSuchThingException();
        }

        if (key.Spend(actor.AccountId, code, desk.Now) is not { } spent)
        {
            throw new BadInputException([new InputProblem("Code", "动态码不对。请看验证器上此刻的六位数字；总是不对时，请核对手机和这台服务器的时间。")]);
        }

        var (confirmed, codes) = (spent with { IsConfirmed = true }).WithNewRecoveryCodes(actor.AccountId);
        desk.Put(slot, actor.AccountId, confirmed);
        await db.CommitAsync(desk.Entry(actor.Id, "account.secondFactorOn", actor.AccountId), cancellation);
        return codes;
    }

    /// <summary>换一组恢复码，旧的作废；要此刻的动态码。</summary>
    public async Task<IReadOnlyList<string>> RenewAsync(Actor actor, string code, CancellationToken cancellation)
    {
        var (slot, spent) = await SpendAsync(actor, code, cancellation);
        var (renewed, codes) = spent.WithNewRecoveryCodes(actor.AccountId);
        desk.Put(slot, actor.AccountId, renewed);
        await db.CommitAsync(desk.Entry(actor.Id, "account.recoveryCodes", actor.AccountId), cancellation);
        return codes;
    }

    /// <summary>停用；要此刻的动态码。管理员、主管部门不能停用。</summary>
    public async Task TurnOffAsync(Actor actor, string code, CancellationToken cancellation)
    {
        var grants = await desk.GrantsAsync(actor.AccountId, cancellation);
        if (grants.Any(g => RoleWords.NeedsSecondFactor(g.Role)))
        {
            throw new BadInputException([new InputProblem("Code", "管理员和主管部门必须用两步验证，不能停用。")]);
        }

        var (slot, _) = await SpendAsync(actor, code, cancellation);
        db.SecretSlots.Remove(slot);
        await db.CommitAsync(desk.Entry(actor.Id, "account.secondFactorOff", actor.AccountId), cancellation);
    }

    private async Task<(Storage.Rows.SecretSlotRow Slot, SecondFactorKey Spent)> SpendAsync(Actor actor, string code, CancellationToken cancellation)
    {
        var account = await db.Users.SingleOrDefaultAsync(u => u.Id == actor.AccountId, cancellation) ?? throw new NoSuchThingException();
        var slot = await desk.SlotAsync(actor.AccountId, cancellation) ?? throw new NoSuchThingException();
        if (StaffDesk.IsLocked(account, desk.Now))
        {
            throw new BadInputException([new InputProblem("Code", "试错的次数太多，账号已锁定 15 分钟。请稍后再试。")]);
        }

        if (desk.Open(slot).Spend(actor.AccountId, code, desk.Now) is { } spent)
        {
            StaffDesk.Touch(account);
            return (slot, spent);
        }

        var action = desk.CountFailure(account);
        await db.CommitAsync(desk.Entry(actor.Id, action, account.Id), cancellation);
        throw new BadInputException([new InputProblem("Code", "动态码不对，或者已经用过。请等下一个码。")]);
    }
}

/// <summary>两步验证此刻的样子。</summary>
/// <param name="IsOn">已启用。</param>
/// <param name="Secret">等着确认的秘密；已启用为 null，不再显示。</param>
/// <param name="Address">验证器扫的地址。</param>
/// <param name="RecoveryCodesLeft">恢复码还剩几个。</param>
/// <param name="IsRequired">职责要求必须启用。</param>
public sealed record SecondFactorView(bool IsOn, string? Secret, string Address, int RecoveryCodesLeft, bool IsRequired);
