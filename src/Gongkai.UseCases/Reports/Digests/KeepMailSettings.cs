using System.Net.Mail;
using System.Text.Json;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Gongkai.Storage.Sealing;
using Gongkai.UseCases.Law;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Reports.Digests;

/// <summary>发信的设置：整份加密存着，密码不再显示。</summary>
public sealed class KeepMailSettings(GongkaiDb db, Vault vault, LawBook law)
{
    private const string Slot = "smtp";
    private const int Longest = 200;

    /// <summary>现在的设置；没有设过为 null，就不发信。</summary>
    public async Task<MailSettings?> ReadAsync(CancellationToken cancellation) =>
        Open(await db.SecretSlots.AsNoTracking().SingleOrDefaultAsync(s => s.Name == Slot, cancellation));

    /// <summary>给管理员看的设置，密码不在内。</summary>
    /// <exception cref="NotAllowedException">不是管理员。</exception>
    public async Task<ShownMail> ShowAsync(Actor actor, CancellationToken cancellation)
    {
        actor.DemandSystemAdministrator();
        var slot = await db.SecretSlots.AsNoTracking().SingleOrDefaultAsync(s => s.Name == Slot, cancellation);
        return new ShownMail(Open(slot) is { } settings ? settings with { Password = "" } : null, DigestOf(slot));
    }

    /// <summary>换成这样的设置；密码空着就是不改。</summary>
    /// <param name="actor">谁。</param>
    /// <param name="given">填的。</param>
    /// <param name="seen">他看着改的那一份的摘要；null 为不是看着页面改的。</param>
    /// <param name="cancellation">取消。</param>
    /// <exception cref="NotAllowedException">不是管理员。</exception>
    /// <exception cref="BadInputException">填的不对。</exception>
    /// <exception cref="StaleDataException">别人先改了。</exception>
    public async Task SaveAsync(Actor actor, MailSettings given, string? seen, CancellationToken cancellation)
    {
        actor.DemandSystemAdministrator();
        BadInputException.ThrowIfAny(Problems(given));
        var slot = await db.SecretSlots.SingleOrDefaultAsync(s => s.Name == Slot, cancellation);
        Shown.Demand(seen, DigestOf(slot));
        var before = Open(slot);
        var settings = given with { Host = given.Host.Trim(), Password = given.Password.Length > 0 || before is null || before.Host != given.Host.Trim() || before.User != given.User ? given.Password : before.Password };
        var (cipher, version) = vault.SealSecret(Slot, JsonSerializer.SerializeToUtf8Bytes(settings, Json.Options));
        if (slot is not null)
        {
            (slot.Cipher, slot.KeyVersion) = (cipher, version);
        }
        else
        {
            db.SecretSlots.Add(new SecretSlotRow { Name = Slot, Cipher = cipher, KeyVersion = version });
        }

        await db.CommitAsync(new AuditEntry(law.Now, actor.Id, null, "mail.settings", Slot), cancellation);
    }

    /// <summary>不再发信。</summary>
    /// <param name="actor">谁。</param>
    /// <param name="seen">他看着的那一份的摘要；null 为不是看着页面改的。</param>
    /// <param name="cancellation">取消。</param>
    /// <exception cref="NotAllowedException">不是管理员。</exception>
    /// <exception cref="StaleDataException">别人先改了。</exception>
    public async Task ForgetAsync(Actor actor, string? seen, CancellationToken cancellation)
    {
        actor.DemandSystemAdministrator();
        if (await db.SecretSlots.SingleOrDefaultAsync(s => s.Name == Slot, cancellation) is { } slot)
        {
            Shown.Demand(seen, DigestOf(slot));
            db.SecretSlots.Remove(slot);
            await db.CommitAsync(new AuditEntry(law.Now, actor.Id, null, "mail.forget", Slot), cancellation);
        }
    }

    private MailSettings? Open(SecretSlotRow? slot) =>
        slot is null ? null : JsonSerializer.Deserialize<MailSettings>(vault.OpenSecret(Slot, slot.Cipher, slot.KeyVersion), Json.Options);

    // 每次保存密文都不同，只换密码的也看得出。
    private static string DigestOf(SecretSlotRow? slot) => Shown.Of(slot?.Cipher ?? []);

    private static List<InputProblem> Problems(MailSettings given)
    {
        List<InputProblem> problems = [];
        if (string.IsNullOrWhiteSpace(given.Host) || given.Host.Length > Longest || given.Host.Trim().Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
        {
            problems.Add(new InputProblem("Host", "请填写发信服务器，如 mail.example.cn。"));
        }

        if (given.Port is < 1 or > 65535)
        {
            problems.Add(new InputProblem("Port", "端口要在 1 至 65535 之间，常用 587 或者 25。"));
        }

        if (!MailAddress.TryCreate(given.From, out _) || given.From.Any(char.IsControl))
        {
            problems.Add(new InputProblem("From", "发信地址的写法不对，应像 gongkai@example.cn。"));
        }

        if (!Uri.TryCreate(given.SiteAddress, UriKind.Absolute, out var site) || site.Scheme is not ("http" or "https") || given.SiteAddress.Length > Longest)
        {
            problems.Add(new InputProblem("SiteAddress", "请填写工作台的网址，以 http:// 或者 https:// 开头；写在信里给人点开。"));
        }

        return problems;
    }
}

/// <summary>给管理员看的一份。</summary>
/// <param name="Settings">设置，密码不在内；没有设过为 null。</param>
/// <param name="Digest">摘要。</param>
public sealed record ShownMail(MailSettings? Settings, string Digest);

/// <summary>发信的设置。</summary>
/// <param name="Host">发信服务器。</param>
/// <param name="Port">端口。</param>
/// <param name="UsesTls">先 STARTTLS 再登录、发信。</param>
/// <param name="User">用户名；空为不登录。</param>
/// <param name="Password">密码。</param>
/// <param name="From">发信地址。</param>
/// <param name="SiteAddress">工作台的网址，写在信里。</param>
public sealed record MailSettings(string Host, int Port, bool UsesTls, string User, string Password, string From, string SiteAddress);
