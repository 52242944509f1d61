using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Gongkai.Storage.Sealing;

/// <summary>SM4 分组密码的托管实现，照 GB/T 32907-2016；只有加密方向，计数器模式不用解密。</summary>
internal sealed class ManagedSm4 : IDisposable
{
    private static readonly byte[] _box = Convert.FromHexString(
        "d690e9fecce13db716b614c228fb2c05" +
        "2b679a762abe04c3aa44132649860699" +
        "9c4250f491ef987a33540b43edcfac62" +
        "e4b31ca9c908e89580df94fa758f3fa6" +
        "4707a7fcf37317ba83593c19e6854fa8" +
        "686b81b27164da8bf8eb0f4b70569d35" +
        "1e240e5e6358d1a225227c3b01217887" +
        "d40046579fd327524c3602e7a0c4c89e" +
        "eabf8ad240c738b5a3f7f2cef96115a1" +
        "e0ae5da49b341a55ad933230f58cb1e3" +
        "1df6e22e8266ca60c02923ab0d534e6f" +
        "d5db3745defd8e2f03ff6a726d6c5b51" +
        "8d1baf92bbddbc7f11d95c411f105ad8" +
        "0ac13188a5cd7bbd2d74d012b8e5b4b0" +
        "8969974a0c96777e65b9f109c56ec684" +
        "18f07dec3adc4d2079ee5f3ed7cb3948");

    private static readonly uint[] _table = Table();
    private readonly uint[] _keys = new uint[32];

    public ManagedSm4(ReadOnlySpan<byte> key)
    {
        ReadOnlySpan<uint> system = [0xa3b1bac6, 0x56aa3350, 0x677d9197, 0xb27022dc];
        Span<uint> k = stackalloc uint[36];
        for (var i = 0; i < 4; i++)
        {
            k[i] = BinaryPrimitives.ReadUInt32BigEndian(key[(4 * i)..]) ^ system[i];
        }

        for (var i = 0; i < 32; i++)
        {
            var b = Substitute(k[i + 1] ^ k[i + 2] ^ k[i + 3] ^ Constant(i));
            _keys[i] = k[i + 4] = k[i] ^ b ^ BitOperations.RotateLeft(b, 13) ^ BitOperations.RotateLeft(b, 23);
        }

        k.Clear();
    }

    /// <summary>加密一个 16 字节的分组。</summary>
    public void Encrypt(ReadOnlySpan<byte> block, Span<byte> result)
    {
        var a = BinaryPrimitives.ReadUInt32BigEndian(block);
        var b = BinaryPrimitives.ReadUInt32BigEndian(block[4..]);
        var c = BinaryPrimitives.ReadUInt32BigEndian(block[8..]);
        var d = BinaryPrimitives.ReadUInt32BigEndian(block[12..]);
        foreach (var key in _keys)
        {
            var next = a ^ Mix(b ^ c ^ d ^ key);
            (a, b, c, d) = (b, c, d, next);
        }

        BinaryPrimitives.WriteUInt32BigEndian(result, d);
        BinaryPrimitives.WriteUInt32BigEndian(result[4..], c);
        BinaryPrimitives.WriteUInt32BigEndian(result[8..], b);
        BinaryPrimitives.WriteUInt32BigEndian(result[12..], a);
    }

    /// <inheritdoc/>
    public void Dispose() => CryptographicOperations.ZeroMemory(System.Runtime.InteropServices.MemoryMarshal.AsBytes(_keys.AsSpan()));

    private static uint Mix(uint x) =>
        _table[x >> 24] ^ BitOperations.RotateRight(_table[(x >> 16) & 0xff], 8) ^ BitOperations.RotateRight(_table[(x >> 8) & 0xff], 16) ^ BitOperations.RotateRight(_table[x & 0xff], 24);

    private static uint Substitute(uint x) =>
        ((uint)_box[x >> 24] << 24) | ((uint)_box[(x >> 16) & 0xff] << 16) | ((uint)_box[(x >> 8) & 0xff] << 8) | _box[x & 0xff];

    // CK：第 i 个字的第 j 个字节是 (4i + j) × 7 mod 256。
    private static uint Constant(int i)
    {
        var word = 0u;
        for (var j = 0; j < 4; j++)
        {
            word = (word << 8) | (uint)(((4 * i) + j) * 7 % 256);
        }

        return word;
    }

    private static uint[] Table()
    {
        var table = new uint[256];
        for (var i = 0; i < table.Length; i++)
        {
            var b = (uint)_box[i] << 24;
            table[i] = b ^ BitOperations.RotateLeft(b, 2) ^ BitOperations.RotateLeft(b, 10) ^ BitOperations.RotateLeft(b, 18) ^ BitOperations.RotateLeft(b, 24);
        }

        return table;
    }
}
