using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Core.Requests;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.Storage.Sealing;
using Gongkai.UseCases.Law;
using Gongkai.UseCases.Staff;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Reports;

/// <summary>
/// 期限日历：一个人的秘密地址，日历软件定时来取。里面只有登记编号与日期，没有题目，也没有申请人；
/// 地址可以换，换了旧的就作废。账号停用、职责收回的，当即就取不到。
/// </summary>
public sealed class CalendarFeed(GongkaiDb db, Vault vault, LawBook law)
{
    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int SecretLength = 32;
    private const int Most = 2000;

    /// <summary>现在有没有地址；地址本身只在新建时显示一次。</summary>
    public Task<bool> ExistsAsync(Actor actor, CancellationToken cancellation)
    {
        var name = NameOf(actor.AccountId);
        return db.SecretSlots.AsNoTracking().AnyAsync(s => s.Name == name, cancellation);
    }

    /// <summary>新建地址，旧的作废。</summary>
    /// <returns>地址里的秘密一段。</returns>
    public async Task<string> RenewAsync(Actor actor, CancellationToken cancellation)
    {
        var secret = RandomNumberGenerator.GetString(Letters, SecretLength);
        var name = NameOf(actor.AccountId);
        var (cipher, version) = vault.SealSecret(name, Digest(secret));
        var slot = await db.SecretSlots.SingleOrDefaultAsync(s => s.Name == name, cancellation);
        if (slot is null)
        {
            db.SecretSlots.Add(new SecretSlotRow { Name = name, Cipher = cipher, KeyVersion = version });
        }
        else
        {
            (slot.Cipher, slot.KeyVersion) = (cipher, version);
        }

        await db.CommitAsync(new AuditEntry(law.Now, actor.Id, null, "calendarFeed.renew", actor.Id), cancellation);
        return $"{actor.AccountId:N}-{secret}";
    }

    /// <summary>作废地址。</summary>
    public async Task RevokeAsync(Actor actor, CancellationToken cancellation)
    {
        var name = NameOf(actor.AccountId);
        if (await db.SecretSlots.SingleOrDefaultAsync(s => s.Name == name, cancellation) is { } slot)
        {
            db.SecretSlots.Remove(slot);
            await db.CommitAsync(new AuditEntry(law.Now, actor.Id, null, "calendarFeed.revoke", actor.Id), cancellation);
        }
    }

    /// <summary>取日历：他办理的各机关没有办结、有期限的申请，逾期的也在。</summary>
    /// <exception cref="NoSuchThingException">地址不对，或者已经作废。</exception>
    public async Task<byte[]> ReadAsync(string token, CancellationToken cancellation)
    {
        var account = await AccountOfAsync(token, cancellation);
        string[] handling = ["Officer", "DisclosureHead", "Reviewer", "SigningLeader"];
        string[] closed = [nameof(RequestStage.Concluded), nameof(RequestStage.Archived), nameof(RequestStage.Merged), nameof(RequestStage.Split)];
        var due = await db.Requests.AsNoTracking()
            .Where(r => r.DueOn != null && !closed.Contains(r.Stage) && db.RoleGrants.Any(g => g.AccountId == account && g.AgencyId == r.AgencyId && handling.Contains(g.Role)))
            .OrderBy(r => r.DueOn).ThenBy(r => r.Number).Take(Most)
            .Select(r => new { r.Id, r.Number, Due = r.DueOn!.Value, r.IsProvisional, r.Version }).ToListAsync(cancellation);
        var text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//gongkai//due dates//ZH\r\nCALSCALE:GREGORIAN\r\nX-WR-CALNAME:依申请公开期限\r\n");
        var stamp = law.Now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        foreach (var one in due)
        {
            text.Append(CultureInfo.InvariantCulture, $"BEGIN:VEVENT\r\nUID:{one.Id:D}@gongkai\r\nDTSTAMP:{stamp}\r\nSEQUENCE:{one.Version}\r\n");
            text.Append(CultureInfo.InvariantCulture, $"DTSTART;VALUE=DATE:{one.Due:yyyyMMdd}\r\nDTEND;VALUE=DATE:{one.Due.AddDays(1):yyyyMMdd}\r\n");
            text.Append(CultureInfo.InvariantCulture, $"SUMMARY:{Escape(one.Number)} 答复期限{(one.IsProvisional ? "（暂定）" : "")}\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
        }

        return Encoding.UTF8.GetBytes(text.Append("END:VCALENDAR\r\n").ToString());
    }

    private async Task<Guid> AccountOfAsync(string token, CancellationToken cancellation)
    {
        var dash = token.IndexOf('-', StringComparison.Ordinal);
        if (dash != 32 || token.Length != 33 + SecretLength || !Guid.TryParseExact(token[..dash], "N", out var account))
        {
            throw new NoSuchThingException();
        }

        var name = NameOf(account);
        var slot = await db.SecretSlots.AsNoTracking().SingleOrDefaultAsync(s => s.Name == name, cancellation) ?? throw new NoSuchThingException();
        var person = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == account, cancellation) ?? throw new NoSuchThingException();
        var isSame = CryptographicOperations.FixedTimeEquals(Digest(token[(dash + 1)..]), vault.OpenSecret(name, slot.Cipher, slot.KeyVersion));
        return isSame && !StaffDesk.HasEnded(person) && !(person.LockoutEnd >= StaffDesk.Forever) ? account : throw new NoSuchThingException();
    }

    private static string NameOf(Guid account) => $"calendar-feed/{account:N}";

    private static byte[] Digest(string secret) => Sm3.Hash(Encoding.UTF8.GetBytes(secret));

    private static string Escape(string text) => text.Replace("\\", @"\\", StringComparison.Ordinal).Replace(";", @"\;", StringComparison.Ordinal).Replace(",", @"\,", StringComparison.Ordinal);
}
