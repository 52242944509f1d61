using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gongkai.Storage.Rows;
using Gongkai.Storage.Sealing;

namespace Gongkai.UseCases.Staff;

/// <summary>一个账号的两步验证：秘密、恢复码的摘要、用过的最后一个码。用主密钥封着存。</summary>
internal sealed record SecondFactorKey(string Secret, bool IsConfirmed, long LastStep, IReadOnlyList<string> RecoveryHashes)
{
    public const int RecoveryCodes = 10;
    private const int RecoveryLength = 10;
    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";

    public static string SlotOf(Guid accountId) => $"totp/{accountId:N}";

    public static SecondFactorKey Open(Vault vault, SecretSlotRow slot) =>
        JsonSerializer.Deserialize<SecondFactorKey>(vault.OpenSecret(slot.Name, slot.Cipher, slot.KeyVersion), Json.Options)!;

    public void SealInto(Vault vault, SecretSlotRow slot) =>
        (slot.Cipher, slot.KeyVersion) = vault.SealSecret(slot.Name, JsonSerializer.SerializeToUtf8Bytes(this, Json.Options));

    /// <summary>填的是动态码或者恢复码：对了给出用过之后的样子，不对给 null。</summary>
    public SecondFactorKey? Spend(Guid accountId, string code, DateTimeOffset now)
    {
        var plain = string.Concat(code.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        if (plain.Length == 6)
        {
            return Totp.Match(Secret, plain, now, LastStep) is { } step ? this with { LastStep = step } : null;
        }

        var hash = HashOf(accountId, plain);
        return RecoveryHashes.Contains(hash, StringComparer.Ordinal) ? this with { RecoveryHashes = [.. RecoveryHashes.Where(h => h != hash)] } : null;
    }

    public (SecondFactorKey Key, IReadOnlyList<string> Codes) WithNewRecoveryCodes(Guid accountId)
    {
        string[] codes = [.. Enumerable.Range(0, RecoveryCodes).Select(_ => RandomNumberGenerator.GetString(Letters, RecoveryLength))];
        return (this with { RecoveryHashes = [.. codes.Select(c => HashOf(accountId, c))] }, [.. codes.Select(c => $"{c[..5]}-{c[5..]}")]);
    }

    private static string HashOf(Guid accountId, string code) => Convert.ToHexStringLower(Sm3.Hash(Encoding.UTF8.GetBytes($"{accountId:N}/{code}")));
}
