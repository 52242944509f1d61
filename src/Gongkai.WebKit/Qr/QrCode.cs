using System.Globalization;
using System.Text;

namespace Gongkai.WebKit.Qr;

/// <summary>二维码（GB/T 18284，字节模式，中等纠错，1 至 10 版，至多 213 字节）。够一个网址或者验证器的地址用。</summary>
public static class QrCode
{
    private const int QuietZone = 4;

    // 各版中等纠错：每块的纠错字节数、块数；总字节数由版数算出。
    private static readonly (int Check, int Blocks)[] _levels = [(10, 1), (16, 1), (26, 1), (18, 2), (24, 2), (16, 4), (18, 4), (22, 4), (22, 5), (26, 5)];

    /// <summary>画成一条 svg 路径（每个黑格一个单位），连同四周的空白。</summary>
    /// <param name="text">内容，UTF-8。</param>
    /// <returns>边长（格）与路径；直接放进 svg 的 viewBox 与 path 的 d。</returns>
    /// <exception cref="ArgumentException">太长，放不下。</exception>
    public static (int Size, string Path) Draw(string text)
    {
        var modules = Encode(Encoding.UTF8.GetBytes(text));
        var size = modules.GetLength(0);
        var path = new StringBuilder();
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                if (modules[y, x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x + QuietZone} {y + QuietZone}h1v1h-1z");
                }
            }
        }

        return (size + (2 * QuietZone), path.ToString());
    }

    /// <summary>各格，[行, 列]，真为黑。</summary>
    public static bool[,] Encode(ReadOnlySpan<byte> data)
    {
        for (var version = 1; version <= _levels.Length; version++)
        {
            var (check, blocks) = _levels[version - 1];
            var capacity = (QrGrid.DataModules(version) / 8) - (check * blocks);
            var lengthBits = version < 10 ? 8 : 16;
            if (4 + lengthBits + (8 * data.Length) <= 8 * capacity)
            {
                return QrGrid.Place(version, Interleave(Words(data, lengthBits, capacity), check, blocks));
            }
        }

        throw new ArgumentException("The text does not fit a version 10 symbol.", nameof(data));
    }

    private static byte[] Words(ReadOnlySpan<byte> data, int lengthBits, int capacity)
    {
        List<bool> bits = [];
        void Append(int value, int count)
        {
            for (var i = count - 1; i >= 0; i--)
            {
                bits.Add(((value >> i) & 1) != 0);
            }
        }

        Append(4, 4);
        Append(data.Length, lengthBits);
        foreach (var value in data)
        {
            Append(value, 8);
        }

        Append(0, Math.Min(4, (8 * capacity) - bits.Count));
        Append(0, (8 - (bits.Count % 8)) % 8);
        var words = new byte[capacity];
        for (var i = 0; i < bits.Count; i++)
        {
            words[i >> 3] |= (byte)(bits[i] ? 0x80 >> (i & 7) : 0);
        }

        for (int i = bits.Count / 8, pad = 0xEC; i < capacity; i++, pad ^= 0xEC ^ 0x11)
        {
            words[i] = (byte)pad;
        }

        return words;
    }

    private static byte[] Interleave(byte[] words, int check, int blocks)
    {
        var divisor = Divisor(check);
        var shortLength = words.Length / blocks;
        var longBlocks = words.Length % blocks;
        var parts = new (byte[] Data, byte[] Check)[blocks];
        for (int i = 0, at = 0; i < blocks; i++)
        {
            var length = shortLength + (i >= blocks - longBlocks ? 1 : 0);
            var data = words[at..(at + length)];
            parts[i] = (data, Remainder(data, divisor));
            at += length;
        }

        List<byte> all = [];
        for (var i = 0; i <= shortLength; i++)
        {
            all.AddRange(parts.Where(p => i < p.Data.Length).Select(p => p.Data[i]));
        }

        for (var i = 0; i < check; i++)
        {
            all.AddRange(parts.Select(p => p.Check[i]));
        }

        return [.. all];
    }

    private static byte[] Divisor(int degree)
    {
        var result = new byte[degree];
        result[^1] = 1;
        byte root = 1;
        for (var i = 0; i < degree; i++)
        {
            for (var j = 0; j < degree; j++)
            {
                result[j] = Multiply(result[j], root);
                if (j + 1 < degree)
                {
                    result[j] ^= result[j + 1];
                }
            }

            root = Multiply(root, 2);
        }

        return result;
    }

    private static byte[] Remainder(byte[] data, byte[] divisor)
    {
        var result = new byte[divisor.Length];
        foreach (var value in data)
        {
            var factor = (byte)(value ^ result[0]);
            Array.Copy(result, 1, result, 0, result.Length - 1);
            result[^1] = 0;
            for (var i = 0; i < result.Length; i++)
            {
                result[i] ^= Multiply(divisor[i], factor);
            }
        }

        return result;
    }

    private static byte Multiply(byte x, byte y)
    {
        var z = 0;
        for (var i = 7; i >= 0; i--)
        {
            z = (z << 1) ^ ((z >> 7) * 0x11D);
            z ^= ((y >> i) & 1) * x;
        }

        return (byte)z;
    }
}
