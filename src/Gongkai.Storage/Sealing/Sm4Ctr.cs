namespace Gongkai.Storage.Sealing;

/// <summary>SM4 分组密码（GB/T 32907-2016）的计数器模式：加密和解密是同一件事。</summary>
internal abstract class Sm4Ctr : IDisposable
{
    /// <summary>分组、密钥、起始计数器的长度，字节。</summary>
    public const int BlockSize = 16;

    /// <summary>开始。有 libcrypto 时用它。</summary>
    public static Sm4Ctr Start(ReadOnlySpan<byte> key, ReadOnlySpan<byte> counter) =>
        LibCrypto.HasSm4 ? new NativeSm4Ctr(key, counter) : new ManagedSm4Ctr(key, counter);

    /// <summary>就地加密或解密接下来的一段，长短不限。</summary>
    public abstract void Transform(Span<byte> data);

    /// <inheritdoc/>
    public abstract void Dispose();

    private protected static void Check(ReadOnlySpan<byte> key, ReadOnlySpan<byte> counter)
    {
        if (key.Length != BlockSize || counter.Length != BlockSize)
        {
            throw new ArgumentException("SM4 takes a key and a counter of 16 bytes.", nameof(key));
        }
    }
}
