using System.Security.Cryptography;

namespace Gongkai.Storage.Sealing;

/// <summary>HMAC-SM3（RFC 2104 的结构，SM3 为杂凑），可以逐段。</summary>
internal sealed class HmacSm3 : IDisposable
{
    private const int BlockSize = 64;
    private readonly byte[] _outerPad = new byte[BlockSize];
    private readonly Sm3State _inner = Sm3.Start();

    public HmacSm3(ReadOnlySpan<byte> key)
    {
        Span<byte> pad = stackalloc byte[BlockSize];
        pad.Clear();
        (key.Length > BlockSize ? Sm3.Hash(key) : key).CopyTo(pad);
        for (var i = 0; i < BlockSize; i++)
        {
            _outerPad[i] = (byte)(pad[i] ^ 0x5c);
            pad[i] ^= 0x36;
        }

        _inner.Append(pad);
        pad.Clear();
    }

    /// <summary>一段字节的鉴别码，32 字节。</summary>
    public static byte[] Of(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data)
    {
        using var hmac = new HmacSm3(key);
        hmac.Append(data);
        return hmac.Finish();
    }

    /// <summary>接上一段。</summary>
    public void Append(ReadOnlySpan<byte> data) => _inner.Append(data);

    /// <summary>结束，给出 32 字节。</summary>
    public byte[] Finish()
    {
        using var outer = Sm3.Start();
        outer.Append(_outerPad);
        outer.Append(_inner.Finish());
        return outer.Finish();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_outerPad);
        _inner.Dispose();
    }
}
