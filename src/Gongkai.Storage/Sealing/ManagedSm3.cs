using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Gongkai.Storage.Sealing;

/// <summary>SM3 的托管实现，照 GB/T 32905-2016 第 5 章。</summary>
internal sealed class ManagedSm3 : Sm3State
{
    private const int BlockSize = 64;
    private readonly uint[] _state = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e];
    private readonly byte[] _pending = new byte[BlockSize];
    private int _count;
    private ulong _length;

    /// <inheritdoc/>
    public override void Append(ReadOnlySpan<byte> data)
    {
        _length += (ulong)data.Length;
        if (_count > 0)
        {
            var taken = Math.Min(BlockSize - _count, data.Length);
            data[..taken].CopyTo(_pending.AsSpan(_count));
            _count += taken;
            data = data[taken..];
            if (_count < BlockSize)
            {
                return;
            }

            Compress(_pending);
            _count = 0;
        }

        for (; data.Length >= BlockSize; data = data[BlockSize..])
        {
            Compress(data[..BlockSize]);
        }

        data.CopyTo(_pending);
        _count = data.Length;
    }

    /// <inheritdoc/>
    public override byte[] Finish()
    {
        var bits = _length * 8;
        Span<byte> tail = stackalloc byte[BlockSize + 8];
        tail.Clear();
        tail[0] = 0x80;
        var padding = ((BlockSize + 55 - _count) % BlockSize) + 1;
        BinaryPrimitives.WriteUInt64BigEndian(tail[padding..], bits);
        Append(tail[..(padding + 8)]);
        var hash = new byte[Sm3.Size];
        for (var i = 0; i < 8; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(4 * i), _state[i]);
        }

        return hash;
    }

    /// <inheritdoc/>
    public override void Dispose() => CryptographicOperations.ZeroMemory(_pending);

    private void Compress(ReadOnlySpan<byte> block)
    {
        Span<uint> w = stackalloc uint[68];
        for (var j = 0; j < 16; j++)
        {
            w[j] = BinaryPrimitives.ReadUInt32BigEndian(block[(4 * j)..]);
        }

        for (var j = 16; j < 68; j++)
        {
            var x = w[j - 16] ^ w[j - 9] ^ BitOperations.RotateLeft(w[j - 3], 15);
            w[j] = x ^ BitOperations.RotateLeft(x, 15) ^ BitOperations.RotateLeft(x, 23) ^ BitOperations.RotateLeft(w[j - 13], 7) ^ w[j - 6];
        }

        uint a = _state[0], b = _state[1], c = _state[2], d = _state[3], e = _state[4], f = _state[5], g = _state[6], h = _state[7];
        for (var j = 0; j < 64; j++)
        {
            var twelve = BitOperations.RotateLeft(a, 12);
            var ss1 = BitOperations.RotateLeft(twelve + e + BitOperations.RotateLeft(j < 16 ? 0x79cc4519u : 0x7a879d8au, j), 7);
            var ff = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
            var gg = j < 16 ? e ^ f ^ g : (e & f) | (~e & g);
            var tt1 = ff + d + (ss1 ^ twelve) + (w[j] ^ w[j + 4]);
            var tt2 = gg + h + ss1 + w[j];
            d = c;
            c = BitOperations.RotateLeft(b, 9);
            b = a;
            a = tt1;
            h = g;
            g = BitOperations.RotateLeft(f, 19);
            f = e;
            e = tt2 ^ BitOperations.RotateLeft(tt2, 9) ^ BitOperations.RotateLeft(tt2, 17);
        }

        _state[0] ^= a;
        _state[1] ^= b;
        _state[2] ^= c;
        _state[3] ^= d;
        _state[4] ^= e;
        _state[5] ^= f;
        _state[6] ^= g;
        _state[7] ^= h;
    }
}
