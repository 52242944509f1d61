using System.Security.Cryptography;
using Gongkai.Core.Agencies;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.Storage.Sealing;
using Gongkai.UseCases.Law;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Staff;

/// <summary>账号的读与改，各用例共用；自己不授权，也不提交。</summary>
public sealed class StaffDesk(GongkaiDb db, Vault vault, LawBook law, IPasswordHasher<StaffAccount> hasher)
{
    /// <summary>连错几次就锁。</summary>
    public const int Attempts = 5;

    /// <summary>锁多久。</summary>
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    /// <summary>由管理员锁定的，锁到这个时候，就是没有期限。</summary>
    public static readonly DateTimeOffset Forever = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const string PasswordLetters = "23456789abcdefghjkmnpqrstuvwxyz";

    // 用户名不存在时也算一次，时间上看不出有没有这个账号。
    private static readonly string _nobody = new PasswordHasher<StaffAccount>().HashPassword(new StaffAccount(), "nobody has this password");

    /// <summary>此刻。</summary>
    internal DateTimeOffset Now => new(law.Now, TimeSpan.Zero);

    /// <summary>用户名的统一写法，查找用。</summary>
    public static string Fold(string userName) => userName.Trim().ToUpperInvariant();

    /// <summary>已离任：没有密码，不能再登录；记录留着。</summary>
    public static bool HasEnded(StaffAccount account) => account.PasswordHash is null;

    /// <summary>此刻锁着。</summary>
    public static bool IsLocked(StaffAccount account, DateTimeOffset now) => account.LockoutEnd > now;

    /// <summary>按用户名找。</summary>
    internal Task<StaffAccount?> FindAsync(string userName, CancellationToken cancellation)
    {
        var folded = Fold(userName);
        return db.Users.SingleOrDefaultAsync(u => u.NormalizedUserName == folded, cancellation);
    }

    /// <summary>账号的全部职责。</summary>
    internal async Task<IReadOnlyList<Grant>> GrantsAsync(Guid accountId, CancellationToken cancellation)
    {
        var rows = await db.RoleGrants.AsNoTracking().Where(g => g.AccountId == accountId).ToListAsync(cancellation);
        return [.. rows.Where(g => Enum.IsDefined(typeof(StaffRole), g.Role)).Select(g => new Grant(g.AgencyId, Enum.Parse<StaffRole>(g.Role)))];
    }

    /// <summary>两步验证的行；没有设过为 null。</summary>
    internal Task<SecretSlotRow?> SlotAsync(Guid accountId, CancellationToken cancellation)
    {
        var name = SecondFactorKey.SlotOf(accountId);
        return db.SecretSlots.SingleOrDefaultAsync(s => s.Name == name, cancellation);
    }

    /// <summary>打开两步验证的行。</summary>
    internal SecondFactorKey Open(SecretSlotRow slot) => SecondFactorKey.Open(vault, slot);

    /// <summary>存下两步验证；没有行就加一行。</summary>
    internal void Put(SecretSlotRow? slot, Guid accountId, SecondFactorKey key)
    {
        if (slot is null)
        {
            slot = new SecretSlotRow { Name = SecondFactorKey.SlotOf(accountId), Cipher = [] };
            db.SecretSlots.Add(slot);
        }

        key.SealInto(vault, slot);
    }

    /// <summary>密码对不对；没有这个账号也照样算一遍。</summary>
    internal bool IsPassword(StaffAccount? account, string password)
    {
        var result = hasher.VerifyHashedPassword(account ?? new StaffAccount(), account?.PasswordHash ?? _nobody, password.Length <= PasswordRules.MaximumLength ? password : "");
        return account?.PasswordHash is not null && result != PasswordVerificationResult.Failed;
    }

    /// <summary>换密码；别处的登录随之失效。</summary>
    internal void SetPassword(StaffAccount account, string password, bool mustChange)
    {
        account.PasswordHash = hasher.HashPassword(account, password);
        account.MustChangePassword = mustChange;
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
        EndSessions(account);
    }

    /// <summary>这个账号现有的登录全部失效。</summary>
    internal static void EndSessions(StaffAccount account)
    {
        account.SecurityStamp = NewStamp();
        Touch(account);
    }

    /// <summary>改过了：别人同时改的会被发现。</summary>
    internal static void Touch(StaffAccount account) => account.ConcurrencyStamp = NewStamp();

    /// <summary>错了一次；够数就锁。给出审计用的代号。</summary>
    internal string CountFailure(StaffAccount account)
    {
        Touch(account);
        if (++account.AccessFailedCount < Attempts)
        {
            return "account.signInFailed";
        }

        (account.AccessFailedCount, account.LockoutEnd) = (0, Now + LockedFor);
        return "account.lockedOut";
    }

    /// <summary>新账号，还没有提交。</summary>
    internal StaffAccount Add(string userName, string displayName, string password, bool mustChange)
    {
        var account = new StaffAccount
        {
            Id = Guid.CreateVersion7(),
            UserName = userName.Trim(),
            NormalizedUserName = Fold(userName),
            DisplayName = displayName.Trim(),
            LockoutEnabled = true,
        };
        SetPassword(account, password, mustChange);
        db.Users.Add(account);
        return account;
    }

    /// <summary>加一项职责，还没有提交。</summary>
    internal void AddGrant(Guid accountId, Grant grant) =>
        db.RoleGrants.Add(new RoleGrantRow { Id = Guid.CreateVersion7(), AccountId = accountId, AgencyId = grant.AgencyId, Role = grant.Role.ToString() });

    /// <summary>一次性密码，只显示一次，登录之后必须换。</summary>
    internal static string NewPassword() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(PasswordLetters, 4)));

    /// <summary>审计记录的一条。</summary>
    internal AuditEntry Entry(string actor, string action, Guid accountId, int? agencyId = null, string? detail = null) =>
        new(law.Now, actor, agencyId, action, accountId.ToString("D"), detail);

    /// <summary>用户名哪里不行；行的给 null。</summary>
    internal static string? UserNameProblem(string userName) =>
        userName.Trim() is { Length: >= 3 and <= 32 } name && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
            ? null
            : "用户名要 3 至 32 个字符，只用英文字母、数字、点、横线、下划线。";

    /// <summary>姓名哪里不行；行的给 null。</summary>
    internal static string? DisplayNameProblem(string displayName) =>
        displayName.Trim() is { Length: >= 1 and <= 40 } name && !name.Any(char.IsControl) && PlainText.Holds(name) ? null : "请填姓名，最多 40 个字。";

    private static string NewStamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
}
