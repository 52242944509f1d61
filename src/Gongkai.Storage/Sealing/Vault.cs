using System.Security.Cryptography;
using System.Text;
using Gongkai.Storage.Rows;

namespace Gongkai.Storage.Sealing;

/// <summary>保管申请人资料：每件申请一把密钥，用主密钥包裹；查找用带密钥的杂凑。</summary>
public sealed class Vault(MasterKeys keys)
{
    private const string Applicant = "applicant";

    /// <summary>给一件新申请造密钥。</summary>
    public RequestKey CreateKey(Guid requestId)
    {
        var secret = RandomNumberGenerator.GetBytes(KeyRing.SecretSize);
        try
        {
            var version = keys.Current;
            return new RequestKey(requestId, Wrap(requestId, version, secret), version, secret);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    /// <summary>打开一件申请的密钥。</summary>
    /// <exception cref="SealBrokenException">密钥已销毁，或包裹被改动过。</exception>
    /// <exception cref="KeysFileException">没有那一版主密钥。</exception>
    public RequestKey OpenKey(ApplicantVaultRow row)
    {
        var wrapped = row.WrappedKey ?? throw new SealBrokenException("The key of this request was destroyed.");
        var secret = Unwrap(row.RequestId, row.KeyVersion, wrapped);
        try
        {
            return new RequestKey(row.RequestId, wrapped, row.KeyVersion, secret);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    /// <summary>封好一件申请的申请人资料，成为一行。</summary>
    /// <param name="key">这件申请的密钥。</param>
    /// <param name="json">全部资料，一份 json。</param>
    /// <param name="name">姓名或名称，供查找。</param>
    /// <param name="phone">电话，供查找；没有时为 null。</param>
    /// <param name="idNumber">证件号码或信用代码，供查找；没有时为 null。</param>
    /// <param name="maskedName">列表里显示的姓名，如 <see cref="Mask.Name"/> 所给。</param>
    public ApplicantVaultRow SealApplicant(RequestKey key, string json, string? name, string? phone, string? idNumber, string? maskedName) => new()
    {
        RequestId = key.RequestId,
        WrappedKey = [.. key.Wrapped],
        KeyVersion = key.Version,
        Cipher = key.SealText(Applicant, json),
        NameHash = NameHash(name),
        PhoneHash = PhoneHash(phone),
        IdHash = IdHash(idNumber),
        MaskedName = maskedName,
    };

    /// <summary>打开一件申请的申请人资料。</summary>
    /// <exception cref="SealBrokenException">已销毁，或被改动过。</exception>
    public string OpenApplicant(ApplicantVaultRow row)
    {
        using var key = OpenKey(row);
        return key.OpenText(Applicant, row.Cipher);
    }

    /// <summary>姓名的杂凑：不计空白、全半角、间隔号的写法、字母大小写。空的为 null。</summary>
    public string? NameHash(string? name) => Hash("name", Folding.Name(name));

    /// <summary>电话的杂凑：只计数字，不计 +86。空的为 null。</summary>
    public string? PhoneHash(string? phone) => Hash("phone", Folding.Phone(phone));

    /// <summary>证件号码的杂凑：不计空白、连字符、全半角、字母大小写。空的为 null。</summary>
    public string? IdHash(string? idNumber) => Hash("id", Folding.Identifier(idNumber));

    /// <summary>查询码的杂凑，绑定在它的申请上。</summary>
    public string QueryCodeHash(Guid requestId, string code) => Hash($"code/{requestId:N}", Folding.Identifier(code))!;

    /// <summary>直接用主密钥封一个小秘密。给出密文和所用的版本。</summary>
    public (byte[] Cipher, int KeyVersion) SealSecret(string name, ReadOnlySpan<byte> plain)
    {
        var version = keys.Current;
        using var envelope = new Envelope(keys.Secret(version));
        return (envelope.Seal($"secret/{name}", plain), version);
    }

    /// <summary>打开一个小秘密。</summary>
    /// <exception cref="SealBrokenException">打不开。</exception>
    public byte[] OpenSecret(string name, ReadOnlySpan<byte> cipher, int keyVersion)
    {
        using var envelope = new Envelope(keys.Secret(keyVersion));
        return envelope.Open($"secret/{name}", cipher);
    }

    /// <summary>换用当前版本的主密钥包裹；资料本身不动。已经是当前版本或已销毁的不变。</summary>
    internal bool Rewrap(ApplicantVaultRow row)
    {
        var version = keys.Current;
        if (row.WrappedKey is null || row.KeyVersion == version)
        {
            return false;
        }

        var secret = Unwrap(row.RequestId, row.KeyVersion, row.WrappedKey);
        row.WrappedKey = Wrap(row.RequestId, version, secret);
        row.KeyVersion = version;
        CryptographicOperations.ZeroMemory(secret);
        return true;
    }

    private byte[] Wrap(Guid requestId, int version, ReadOnlySpan<byte> secret)
    {
        using var envelope = new Envelope(keys.Secret(version));
        return envelope.Seal($"request/{requestId:N}", secret);
    }

    private byte[] Unwrap(Guid requestId, int version, ReadOnlySpan<byte> wrapped)
    {
        using var envelope = new Envelope(keys.Secret(version));
        return envelope.Open($"request/{requestId:N}", wrapped);
    }

    private string? Hash(string field, string folded)
    {
        if (folded.Length == 0)
        {
            return null;
        }

        var fieldKey = HmacSm3.Of(keys.SearchSecret(), Encoding.UTF8.GetBytes(field));
        return Convert.ToHexStringLower(HmacSm3.Of(fieldKey, Encoding.UTF8.GetBytes(folded)));
    }
}
