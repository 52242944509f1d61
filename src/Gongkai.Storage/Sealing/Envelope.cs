using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Storage.Sealing;

/// <summary>
/// 先加密后鉴别：SM4-CTR，HMAC-SM3 盖住用途、计数器和密文。
/// 字节次序：版本（1）、起始计数器（16）、密文、鉴别码（32）。
/// </summary>
internal sealed class Envelope : IDisposable
{
    /// <summary>比原文多出的字节数。</summary>
    public const int Overhead = HeadSize + Sm3.Size;

    private const int HeadSize = 1 + Sm4Ctr.BlockSize;
    private const byte Format = 1;
    private readonly byte[] _cipherKey;
    private readonly byte[] _macKey;

    /// <param name="secret">32 字节；加密和鉴别各用由它派生的一把。</param>
    public Envelope(ReadOnlySpan<byte> secret)
    {
        _cipherKey = HmacSm3.Of(secret, "gongkai.seal/sm4"u8)[..Sm4Ctr.BlockSize];
        _macKey = HmacSm3.Of(secret, "gongkai.seal/hmac"u8);
    }

    /// <summary>封一段字节。</summary>
    public byte[] Seal(string purpose, ReadOnlySpan<byte> plain)
    {
        var blob = new byte[plain.Length + Overhead];
        var head = blob.AsSpan(0, HeadSize);
        FillHead(head);
        var cipher = blob.AsSpan(HeadSize, plain.Length);
        plain.CopyTo(cipher);
        using var ctr = Sm4Ctr.Start(_cipherKey, head[1..]);
        ctr.Transform(cipher);
        using var mac = StartMac(purpose, head);
        mac.Append(cipher);
        mac.Finish().CopyTo(blob.AsSpan(HeadSize + plain.Length));
        return blob;
    }

    /// <summary>打开一段密文。</summary>
    /// <exception cref="SealBrokenException">打不开。</exception>
    public byte[] Open(string purpose, ReadOnlySpan<byte> blob)
    {
        if (blob.Length < Overhead || blob[0] != Format)
        {
            throw new SealBrokenException("Not a sealed value.");
        }

        var head = blob[..HeadSize];
        var plain = blob[HeadSize..^Sm3.Size].ToArray();
        using var mac = StartMac(purpose, head);
        mac.Append(plain);
        Verify(mac, blob[^Sm3.Size..]);
        using var ctr = Sm4Ctr.Start(_cipherKey, head[1..]);
        ctr.Transform(plain);
        return plain;
    }

    /// <summary>封一个流，边读边写，内存只占一段。给出原文的字节数。</summary>
    public async Task<long> SealAsync(string purpose, Stream plain, Stream destination, CancellationToken cancellation)
    {
        var head = new byte[HeadSize];
        FillHead(head);
        await destination.WriteAsync(head, cancellation);
        using var ctr = Sm4Ctr.Start(_cipherKey, head.AsSpan(1));
        using var mac = StartMac(purpose, head);
        var buffer = new byte[64 * 1024];
        var length = 0L;
        int read;
        while ((read = await plain.ReadAsync(buffer, cancellation)) > 0)
        {
            length += read;
            ctr.Transform(buffer.AsSpan(0, read));
            mac.Append(buffer.AsSpan(0, read));
            await destination.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        await destination.WriteAsync(mac.Finish(), cancellation);
        return length;
    }

    /// <summary>打开一个可以回头的流：先读一遍核对鉴别码，再给出原文的流。给出的流关闭时 <paramref name="sealedContent"/> 也关闭。</summary>
    /// <exception cref="SealBrokenException">打不开。</exception>
    public async Task<Stream> OpenAsync(string purpose, Stream sealedContent, CancellationToken cancellation)
    {
        var start = sealedContent.Position;
        var length = sealedContent.Length - start - Overhead;
        var head = new byte[HeadSize];
        if (length < 0 || await sealedContent.ReadAtLeastAsync(head, HeadSize, false, cancellation) < HeadSize || head[0] != Format)
        {
            throw new SealBrokenException("Not a sealed file.");
        }

        using var mac = StartMac(purpose, head);
        var buffer = new byte[64 * 1024];
        for (var left = length; left > 0;)
        {
            var read = await sealedContent.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), cancellation);
            if (read == 0)
            {
                throw new SealBrokenException("The sealed file ends early.");
            }

            mac.Append(buffer.AsSpan(0, read));
            left -= read;
        }

        var tag = new byte[Sm3.Size];
        await sealedContent.ReadExactlyAsync(tag, cancellation);
        Verify(mac, tag);
        sealedContent.Position = start + HeadSize;
        return new UnsealingStream(sealedContent, Sm4Ctr.Start(_cipherKey, head.AsSpan(1)), length);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_cipherKey);
        CryptographicOperations.ZeroMemory(_macKey);
    }

    private static void FillHead(Span<byte> head)
    {
        head[0] = Format;
        RandomNumberGenerator.Fill(head[1..]);
    }

    private static void Verify(HmacSm3 mac, ReadOnlySpan<byte> tag)
    {
        if (!CryptographicOperations.FixedTimeEquals(mac.Finish(), tag))
        {
            throw new SealBrokenException("The seal does not match: changed, or another key or purpose.");
        }
    }

    private HmacSm3 StartMac(string purpose, ReadOnlySpan<byte> head)
    {
        var mac = new HmacSm3(_macKey);
        var name = Encoding.UTF8.GetBytes(purpose);
        mac.Append(BitConverter.GetBytes(System.Net.IPAddress.HostToNetworkOrder(name.Length)));
        mac.Append(name);
        mac.Append(head);
        return mac;
    }
}
