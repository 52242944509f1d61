namespace Gongkai.Storage.Sealing;

/// <summary>SM3 密码杂凑（GB/T 32905-2016）。有 libcrypto 时用它，没有时用自己的，两者逐字节相同。</summary>
public static class Sm3
{
    /// <summary>杂凑的长度，字节。</summary>
    public const int Size = 32;

    /// <summary>一段字节的杂凑。</summary>
    public static byte[] Hash(ReadOnlySpan<byte> data)
    {
        using var state = Start();
        state.Append(data);
        return state.Finish();
    }

    /// <summary>一个流余下部分的杂凑。</summary>
    public static async Task<byte[]> HashAsync(Stream content, CancellationToken cancellation)
    {
        using var state = Start();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellation)) > 0)
        {
            state.Append(buffer.AsSpan(0, read));
        }

        return state.Finish();
    }

    /// <summary>逐段杂凑。</summary>
    internal static Sm3State Start() => LibCrypto.HasSm3 ? new NativeSm3() : new ManagedSm3();
}
