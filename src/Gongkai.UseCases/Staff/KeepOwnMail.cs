using System.Net.Mail;
using Gongkai.Storage;
using Gongkai.UseCases.Law;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Staff;

/// <summary>自己的工作邮箱：每日提醒发到这里；空着就不发。</summary>
public sealed class KeepOwnMail(GongkaiDb db, LawBook law)
{
    private const int Longest = 120;

    /// <summary>现在的；没有为空。</summary>
    public async Task<string> ReadAsync(Actor actor, CancellationToken cancellation) =>
        await db.Users.AsNoTracking().Where(u => u.Id == actor.AccountId).Select(u => u.Email).SingleOrDefaultAsync(cancellation) ?? "";

    /// <summary>换掉。</summary>
    /// <exception cref="BadInputException">写法不对。</exception>
    public async Task SaveAsync(Actor actor, string address, CancellationToken cancellation)
    {
        var clean = (address ?? "").Trim();
        BadInputException.ThrowIfAny(clean.Length > Longest || clean.Any(char.IsControl) || (clean.Length > 0 && (!MailAddress.TryCreate(clean, out var parsed) || parsed.Address != clean))
            ? [new InputProblem("Email", "邮箱的写法不对，应像 name@example.cn。不要每日提醒的，留空。")]
            : []);
        var account = await db.Users.SingleOrDefaultAsync(u => u.Id == actor.AccountId, cancellation) ?? throw new NoSuchThingException();
        (account.Email, account.NormalizedEmail) = clean.Length == 0 ? (null, null) : (clean, clean.ToUpperInvariant());
        await db.CommitAsync(new AuditEntry(law.Now, actor.Id, null, "account.mail", actor.Id), cancellation);
    }
}
