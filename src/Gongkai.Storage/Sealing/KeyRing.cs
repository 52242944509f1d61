using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Gongkai.Storage.Sealing;

/// <summary>主密钥文件的内容。</summary>
internal sealed class KeyRing(int current, ImmutableDictionary<int, byte[]> secrets, byte[] search)
{
    /// <summary>一把密钥的长度，字节。</summary>
    public const int SecretSize = 32;

    public int Current => current;

    public ImmutableDictionary<int, byte[]> Secrets => secrets;

    public byte[] Search => search;

    public static KeyRing New() => new(1, ImmutableDictionary<int, byte[]>.Empty.Add(1, Random()), Random());

    public KeyRing WithNext()
    {
        var next = secrets.Keys.Max() + 1;
        return new KeyRing(next, secrets.Add(next, Random()), search);
    }

    public KeyRing Without(int version) => version == current
        ? throw new InvalidOperationException("The current version cannot be removed.")
        : new KeyRing(current, secrets.Remove(version), search);

    private static byte[] Random() => RandomNumberGenerator.GetBytes(SecretSize);
}
