namespace Gongkai.Bench.Fuzzing;

/// <summary>不问格式的变异：改字节、截断、重复或删去一段、与另一份拼接。</summary>
public static class ByteMutations
{
    /// <summary>变异一次；<paramref name="other"/> 供拼接。</summary>
    public static byte[] Apply(byte[] bytes, byte[] other, Chance chance)
    {
        if (bytes.Length == 0)
        {
            return chance.Bytes(chance.Below(64));
        }

        var (start, length) = Stretch(bytes.Length, chance);
        return chance.Below(7) switch
        {
            0 => Flip(bytes, chance),
            1 => bytes[..chance.Below(bytes.Length)],
            2 => bytes[chance.Below(bytes.Length)..],
            3 => [.. bytes[..(start + length)], .. bytes[start..]],
            4 => [.. bytes[..start], .. bytes[(start + length)..]],
            5 => [.. bytes[..start], .. other[chance.Below(other.Length + 1)..]],
            _ => [.. bytes[..start], .. chance.Bytes(chance.Between(1, 40)), .. bytes[start..]],
        };
    }

    private static (int Start, int Length) Stretch(int length, Chance chance)
    {
        var start = chance.Below(length);
        return (start, chance.Between(1, Math.Min(length - start, chance.OneIn(4) ? 4096 : 200)));
    }

    private static byte[] Flip(byte[] bytes, Chance chance)
    {
        var changed = (byte[])bytes.Clone();
        for (var n = chance.Between(1, 20); n > 0; n--)
        {
            changed[chance.Below(changed.Length)] ^= (byte)(1 << chance.Below(8));
        }

        return changed;
    }
}
