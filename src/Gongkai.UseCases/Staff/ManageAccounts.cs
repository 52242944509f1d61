using System.Text.Json;
using Gongkai.Core.Agencies;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Staff;

/// <summary>
/// 管理员管账号：建、给与收回职责、重置密码、锁定、离任。谁也不知道别人的密码；一次性密码只显示一次。
/// 动账号的各个方法都带着看到的那一份的摘要（<see cref="AccountView.Digest"/>）：别人先动了的不做；null 为不是看着页面做的。
/// </summary>
public sealed class ManageAccounts(GongkaiDb db, StaffDesk desk)
{
    // 看的时候没有，提交时别人先建了的，说法一样。
    private static readonly InputProblem Taken = new("UserName", "已经有人用这个用户名了，请换一个。");

    /// <summary>管得到的账号，按用户名。一个机关的管理员只看得到在他机关任职的人。</summary>
    /// <exception cref="NotAllowedException">不是管理员。</exception>
    public async Task<IReadOnlyList<AccountView>> ListAsync(Actor actor, CancellationToken cancellation)
    {
        var management = Management.Of(actor);
        var grants = (await db.RoleGrants.AsNoTracking().ToListAsync(cancellation)).ToLookup(g => g.AccountId);
        var names = await db.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Name, cancellation);
        var factors = (await db.SecretSlots.AsNoTracking().Where(s => s.Name.StartsWith("totp/")).ToListAsync(cancellation)).ToDictionary(s => s.Name);
        var accounts = await db.Users.AsNoTracking().OrderBy(u => u.NormalizedUserName).ToListAsync(cancellation);
        return [.. accounts.Where(a => management.IsEverywhere || grants[a.Id].Any(g => management.Covers(g.AgencyId))).Select(a => View(management, a, [.. grants[a.Id]], names, factors))];
    }

    /// <summary>一个账号；管不到的对他不存在。</summary>
    /// <exception cref="NoSuchThingException">没有，或者管不到。</exception>
    public async Task<AccountView> ViewAsync(Actor actor, Guid id, CancellationToken cancellation) =>
        (await ListAsync(actor, cancellation)).FirstOrDefault(a => a.Id == id) ?? throw new NoSuchThingException();

    /// <summary>建一个账号，同时给第一项职责；给出一次性密码。</summary>
    public async Task<NewPassword> CreateAsync(Actor actor, string userName, string displayName, Grant first, CancellationToken cancellation)
    {
        var management = Management.Of(actor);
        List<InputProblem> problems = [];
        Add(problems, "UserName", StaffDesk.UserNameProblem(userName));
        Add(problems, "DisplayName", StaffDesk.DisplayNameProblem(displayName));
        problems.AddRange(await GrantProblemsAsync(management, first, cancellation));
        if (problems.Count == 0 && await desk.FindAsync(userName, cancellation) is not null)
        {
            problems.Add(Taken);
        }

        BadInputException.ThrowIfAny(problems);
        var password = StaffDesk.NewPassword();
        var account = desk.Add(userName, displayName, password, mustChange: true);
        desk.AddGrant(account.Id, first);
        try
        {
            await CommitAsync(actor, "account.create", account.Id, first.AgencyId, new { role = first.Role.ToString() }, cancellation);
        }
        catch (TakenException)
        {
            throw new BadInputException([Taken]);
        }

        return new NewPassword(account.Id, account.UserName!, password);
    }

    /// <summary>重置密码：给出一次性密码，现有的登录失效，锁定解除。</summary>
    public async Task<NewPassword> ResetAsync(Actor actor, Guid id, string? seen, CancellationToken cancellation)
    {
        var account = await WholeAsync(actor, id, seen, cancellation);
        var password = StaffDesk.NewPassword();
        desk.SetPassword(account, password, mustChange: true);
        await CommitAsync(actor, "account.reset", id, null, null, cancellation);
        return new NewPassword(id, account.UserName!, password);
    }

    /// <summary>取消两步验证：手机丢了的时候。职责要求的，下次登录要重新启用。</summary>
    public async Task ForgetSecondFactorAsync(Actor actor, Guid id, string? seen, CancellationToken cancellation)
    {
        var account = await WholeAsync(actor, id, seen, cancellation);
        if (await desk.SlotAsync(id, cancellation) is { } slot)
        {
            db.SecretSlots.Remove(slot);
        }

        StaffDesk.EndSessions(account);
        await CommitAsync(actor, "account.secondFactorReset", id, null, null, cancellation);
    }

    /// <summary>锁定，直到解锁；现有的登录当即失效。</summary>
    public async Task LockAsync(Actor actor, Guid id, string? seen, CancellationToken cancellation)
    {
        var account = await WholeAsync(actor, id, seen, cancellation);
        await KeepOneAdministratorAsync(id, null, cancellation);
        account.LockoutEnd = StaffDesk.Forever;
        StaffDesk.EndSessions(account);
        await CommitAsync(actor, "account.lock", id, null, null, cancellation);
    }

    /// <summary>解锁。</summary>
    public async Task UnlockAsync(Actor actor, Guid id, string? seen, CancellationToken cancellation)
    {
        var account = await WholeAsync(actor, id, seen, cancellation);
        (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
        StaffDesk.Touch(account);
        await CommitAsync(actor, "account.unlock", id, null, null, cancellation);
    }

    /// <summary>离任：不能再登录，职责全部收回；做过的事仍记在他名下。</summary>
    public async Task EndAsync(Actor actor, Guid id, string? seen, CancellationToken cancellation)
    {
        var account = await WholeAsync(actor, id, seen, cancellation);
        await KeepOneAdministratorAsync(id, null, cancellation);
        db.RoleGrants.RemoveRange(await db.RoleGrants.Where(g => g.AccountId == id).ToListAsync(cancellation));
        if (await desk.SlotAsync(id, cancellation) is { } slot)
        {
            db.SecretSlots.Remove(slot);
        }

        (account.PasswordHash, account.LockoutEnd) = (null, StaffDesk.Forever);
        StaffDesk.EndSessions(account);
        await CommitAsync(actor, "account.end", id, null, null, cancellation);
    }

    /// <summary>给一项职责；已经有的不重复给。</summary>
    public async Task GrantAsync(Actor actor, Guid id, Grant grant, string? seen, CancellationToken cancellation)
    {
        var management = Management.Of(actor);
        var view = await ViewAsync(actor, id, cancellation);
        BadInputException.ThrowIfAny([.. await GrantProblemsAsync(management, grant, cancellation)]);
        var account = await db.Users.SingleAsync(u => u.Id == id, cancellation);
        if (StaffDesk.HasEnded(account))
        {
            throw new BadInputException([new InputProblem("Role", "这个人已离任，不能再给职责。")]);
        }

        Shown.Demand(seen, view.Digest);
        var role = grant.Role.ToString();
        if (await db.RoleGrants.AnyAsync(g => g.AccountId == id && g.AgencyId == grant.AgencyId && g.Role == role, cancellation))
        {
            return;
        }

        desk.AddGrant(id, grant);
        StaffDesk.Touch(account);
        await CommitAsync(actor, "account.grant", id, grant.AgencyId, new { role }, cancellation);
    }

    /// <summary>收回一项职责，当即生效。</summary>
    public async Task RevokeAsync(Actor actor, Guid id, Guid grantId, string? seen, CancellationToken cancellation)
    {
        var management = Management.Of(actor);
        if (seen is not null)
        {
            Shown.Demand(seen, (await ViewAsync(actor, id, cancellation)).Digest);
        }

        var row = await db.RoleGrants.SingleOrDefaultAsync(g => g.Id == grantId && g.AccountId == id, cancellation);
        if (row is null || !management.Covers(row.AgencyId))
        {
            throw new NoSuchThingException();
        }

        if (row.Role == nameof(StaffRole.Administrator) && row.AgencyId is null)
        {
            await KeepOneAdministratorAsync(id, grantId, cancellation);
        }

        db.RoleGrants.Remove(row);
        StaffDesk.Touch(await db.Users.SingleAsync(u => u.Id == id, cancellation));
        await CommitAsync(actor, "account.revoke", id, row.AgencyId, new { role = row.Role }, cancellation);
    }

    // 动整个账号（密码、锁定、离任），要管得到这个人的全部职责；也不能动自己的。
    private async Task<StaffAccount> WholeAsync(Actor actor, Guid id, string? seen, CancellationToken cancellation)
    {
        var view = await ViewAsync(actor, id, cancellation);
        if (!view.IsWhollyManaged)
        {
            throw new NotAllowedException([StaffRole.Administrator]);
        }

        if (id == actor.AccountId)
        {
            throw new BadInputException([new InputProblem("Account", "不能在这里动自己的账号。改密码、两步验证在“我的账号”里；其余的请另一位管理员来做。")]);
        }

        if (view.HasEnded)
        {
            throw new BadInputException([new InputProblem("Account", "这个人已离任，账号不再使用。回来任职的，请另建账号。")]);
        }

        Shown.Demand(seen, view.Digest);
        return await db.Users.SingleAsync(u => u.Id == id, cancellation);
    }

    private async Task KeepOneAdministratorAsync(Guid id, Guid? grantId, CancellationToken cancellation)
    {
        var forever = StaffDesk.Forever;
        var administrator = nameof(StaffRole.Administrator);
        var isOne = await db.RoleGrants.AnyAsync(g => g.AccountId == id && g.AgencyId == null && g.Role == administrator, cancellation);
        var others = await (from grant in db.RoleGrants
                            join account in db.Users on grant.AccountId equals account.Id
                            where grant.AgencyId == null && grant.Role == administrator && grant.AccountId != id && account.PasswordHash != null
                            orderby account.Id
                            select account).ToListAsync(cancellation);
        if (!isOne && grantId is null)
        {
            return;
        }

        // 指望着留下的那一位，也算动过他：他同时被收回、锁定、离任，两边不能都成。
        if (others.Find(a => a.LockoutEnd is null || a.LockoutEnd < forever) is { } staying)
        {
            StaffDesk.Touch(staying);
        }
        else
        {
            throw new BadInputException([new InputProblem("Account", "这是最后一位全系统的管理员，动了就没有人能管理了。请先给另一个人加上管理员职责。")]);
        }
    }

    private async Task<IReadOnlyList<InputProblem>> GrantProblemsAsync(Management management, Grant grant, CancellationToken cancellation)
    {
        if (!Enum.IsDefined(grant.Role))
        {
            return [new InputProblem("Role", "请选一项职责。")];
        }

        if (grant.AgencyId is not { } agency)
        {
            management.DemandEverywhere();
            return RoleWords.MayBeEverywhere(grant.Role) ? [] : [new InputProblem("AgencyId", $"“{RoleWords.Of(grant.Role)}”要选一个机关。只有管理员和审计员可以是全系统的。")];
        }

        // 管不到的机关与不存在的机关，说法一样。
        return management.Covers(agency) && await db.Agencies.AnyAsync(a => a.Id == agency, cancellation)
            ? []
            : [new InputProblem("AgencyId", "没有这个机关，请重新选。")];
    }

    private AccountView View(Management management, StaffAccount account, IReadOnlyList<RoleGrantRow> grants, Dictionary<int, string> names, Dictionary<string, SecretSlotRow> factors)
    {
        var shown = grants.Where(g => management.Covers(g.AgencyId) && Enum.IsDefined(typeof(StaffRole), g.Role))
            .Select(g => new GrantView(g.Id, g.AgencyId, g.AgencyId is { } id ? names[id] : "全系统", Enum.Parse<StaffRole>(g.Role)))
            .OrderBy(g => g.AgencyId).ThenBy(g => g.Role).ToArray();
        return new AccountView(
            account.Id,
            account.UserName!,
            account.DisplayName,
            StaffDesk.HasEnded(account),
            StaffDesk.IsLocked(account, desk.Now),
            account.MustChangePassword,
            factors.TryGetValue(SecondFactorKey.SlotOf(account.Id), out var slot) && desk.Open(slot).IsConfirmed,
            management.IsEverywhere || grants.All(g => management.Covers(g.AgencyId)),
            shown,
            Shown.Of(new { account.SecurityStamp, Ended = StaffDesk.HasEnded(account), Grants = shown.Select(g => g.Id) }));
    }

    private static void Add(List<InputProblem> problems, string field, string? problem)
    {
        if (problem is not null)
        {
            problems.Add(new InputProblem(field, problem));
        }
    }

    private Task CommitAsync(Actor actor, string action, Guid id, int? agencyId, object? detail, CancellationToken cancellation) =>
        db.CommitAsync(desk.Entry(actor.Id, action, id, agencyId, detail is null ? null : JsonSerializer.Serialize(detail, Json.Options)), cancellation);
}

/// <summary>一次性密码，只显示一次。</summary>
/// <param name="AccountId">账号。</param>
/// <param name="UserName">用户名。</param>
/// <param name="Password">密码。</param>
public sealed record NewPassword(Guid AccountId, string UserName, string Password);

/// <summary>管理员看到的一个账号。</summary>
/// <param name="Id">编号。</param>
/// <param name="UserName">用户名。</param>
/// <param name="DisplayName">姓名。</param>
/// <param name="HasEnded">已离任。</param>
/// <param name="IsLocked">锁着。</param>
/// <param name="MustChangePassword">还没有换掉一次性密码。</param>
/// <param name="HasSecondFactor">启用了两步验证。</param>
/// <param name="IsWhollyManaged">他的全部职责都在管得到的机关。</param>
/// <param name="Grants">管得到的职责。</param>
/// <param name="Digest">摘要：重置、锁定、离任过，职责增减过，就不同；他自己登录不算。</param>
public sealed record AccountView(
    Guid Id, string UserName, string DisplayName, bool HasEnded, bool IsLocked, bool MustChangePassword, bool HasSecondFactor, bool IsWhollyManaged, IReadOnlyList<GrantView> Grants, string Digest);

/// <summary>一项职责。</summary>
/// <param name="Id">编号。</param>
/// <param name="AgencyId">机关；全系统为 null。</param>
/// <param name="Agency">机关名称。</param>
/// <param name="Role">职责。</param>
public sealed record GrantView(Guid Id, int? AgencyId, string Agency, StaffRole Role);
