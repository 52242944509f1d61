namespace Gongkai.WebKit.Qr;

/// <summary>二维码的表与码字：容量、里德—所罗门纠错、格式与版本信息，照 ISO/IEC 18004。</summary>
internal static class QrData
{
    public const int LargestVersion = 10;

    // 纠错等级 M，版本 1 至 10：每块的纠错码字数、块数。
    private static readonly int[] EccPerBlock = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26];
    private static readonly int[] Blocks = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5];

    public static int CapacityOf(int version) => (DataCodewords(version) * 8 - 4 - CountBits(version)) / 8;

    public static byte[] CodewordsOf(ReadOnlySpan<byte> content, int version) => Interleave(DataOf(content, version), version);

    public static int[] AlignmentCentres(int version, int size)
    {
        if (version == 1)
        {
            return [];
        }

        var count = version / 7 + 2;
        var step = (version * 8 + count * 3 + 5) / (count * 4 - 4) * 2;
        var centres = new int[count];
        centres[0] = 6;
        for (var i = 1; i < count; i++)
        {
            centres[count - i] = size - 7 - (i - 1) * step;
        }

        return centres;
    }

    // 纠错等级 M 的代码是 00，所以数据就是掩模。
    public static int FormatBits(int mask) => (mask << 10 | Remainder(mask << 10, 0x537, 10)) ^ 0x5412;

    public static int VersionBits(int version) => version << 12 | Remainder(version << 12, 0x1F25, 12);

    public static bool Masks(int mask, int x, int y) => mask switch
    {
        0 => (x + y) % 2 == 0,
        1 => y % 2 == 0,
        2 => x % 3 == 0,
        3 => (x + y) % 3 == 0,
        4 => (x / 3 + y / 2) % 2 == 0,
        5 => x * y % 2 + x * y % 3 == 0,
        6 => (x * y % 2 + x * y % 3) % 2 == 0,
        7 => ((x + y) % 2 + x * y % 3) % 2 == 0,
        _ => throw new ArgumentOutOfRangeException(nameof(mask)),
    };

    private static int CountBits(int version) => version < 10 ? 8 : 16;

    private static int RawCodewords(int version)
    {
        var modules = (16 * version + 128) * version + 64;
        if (version >= 2)
        {
            var aligned = version / 7 + 2;
            modules -= (25 * aligned - 10) * aligned - 55;
            modules -= version >= 7 ? 36 : 0;
        }

        return modules / 8;
    }

    private static int DataCodewords(int version) => RawCodewords(version) - EccPerBlock[version - 1] * Blocks[version - 1];

    private static byte[] DataOf(ReadOnlySpan<byte> content, int version)
    {
        var data = new byte[DataCodewords(version)];
        var at = 0;
        void Append(int value, int bits)
        {
            for (var i = bits - 1; i >= 0; i--, at++)
            {
                data[at >> 3] |= (byte)((value >> i & 1) << (7 - (at & 7)));
            }
        }

        Append(0b0100, 4);
        Append(content.Length, CountBits(version));
        foreach (var item in content)
        {
            Append(item, 8);
        }

        // 结束符四个零位（放得下就写），补齐到整字节，其余交替填 EC、11。
        at = Math.Min(at + 4, data.Length * 8);
        for (var (i, pad) = ((at + 7) / 8, (byte)0xEC); i < data.Length; i++, pad ^= 0xEC ^ 0x11)
        {
            data[i] = pad;
        }

        return data;
    }

    private static byte[] Interleave(byte[] data, int version)
    {
        var (blocks, ecc, raw) = (Blocks[version - 1], EccPerBlock[version - 1], RawCodewords(version));
        var shortBlocks = blocks - raw % blocks;
        var shortData = raw / blocks - ecc;
        var divisor = Divisor(ecc);
        var (parts, checks) = (new byte[blocks][], new byte[blocks][]);
        for (var (block, from) = (0, 0); block < blocks; block++)
        {
            var length = shortData + (block < shortBlocks ? 0 : 1);
            parts[block] = data[from..(from + length)];
            checks[block] = CheckOf(parts[block], divisor);
            from += length;
        }

        List<byte> woven = [];
        for (var i = 0; i <= shortData; i++)
        {
            woven.AddRange(parts.Where(p => i < p.Length).Select(p => p[i]));
        }

        for (var i = 0; i < ecc; i++)
        {
            woven.AddRange(checks.Select(c => c[i]));
        }

        return [.. woven];
    }

    private static byte[] Divisor(int degree)
    {
        var divisor = new byte[degree];
        divisor[^1] = 1;
        byte root = 1;
        for (var i = 0; i < degree; i++)
        {
            for (var j = 0; j < degree; j++)
            {
                divisor[j] = (byte)(Multiply(divisor[j], root) ^ (j + 1 < degree ? divisor[j + 1] : 0));
            }

            root = Multiply(root, 2);
        }

        return divisor;
    }

    private static byte[] CheckOf(byte[] data, byte[] divisor)
    {
        var check = new byte[divisor.Length];
        foreach (var item in data)
        {
            var factor = (byte)(item ^ check[0]);
            Array.Copy(check, 1, check, 0, check.Length - 1);
            check[^1] = 0;
            for (var i = 0; i < check.Length; i++)
            {
                check[i] ^= Multiply(divisor[i], factor);
            }
        }

        return check;
    }

    // 有限域 GF(2^8)，约化多项式 0x11D。
    private static byte Multiply(byte a, byte b)
    {
        var product = 0;
        for (var i = 7; i >= 0; i--)
        {
            product = product << 1 ^ (product >> 7) * 0x11D;
            product ^= (b >> i & 1) * a;
        }

        return (byte)product;
    }

    private static int Remainder(int value, int generator, int degree)
    {
        for (var i = 30; i >= degree; i--)
        {
            if ((value >> i & 1) != 0)
            {
                value ^= generator << (i - degree);
            }
        }

        return value;
    }
}
