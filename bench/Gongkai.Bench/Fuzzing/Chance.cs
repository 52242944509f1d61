namespace Gongkai.Bench.Fuzzing;

/// <summary>有种子的偶然：同样的种子与序号，处处给出同样的输入。</summary>
public sealed class Chance(ulong seed, ulong index)
{
    private ulong _state = Mix(Mix(seed) + index);

    /// <summary>0 至 count - 1。</summary>
    public int Below(int count) => count <= 1 ? 0 : (int)(Next() % (ulong)count);

    /// <summary>low 至 high，两端都在内。</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>大约每 count 次成一次。</summary>
    public bool OneIn(int count) => Below(count) == 0;

    /// <summary>任取其一。</summary>
    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>随机的字节。</summary>
    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
        {
            bytes[i] = (byte)Next();
        }

        return bytes;
    }

    /// <summary>一串随机的数字，首位可以是 0。</summary>
    public string Digits(int count) => string.Create(count, this, static (span, chance) =>
    {
        foreach (ref var c in span)
        {
            c = (char)('0' + chance.Below(10));
        }
    });

    private ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    // SplitMix64: small, well mixed, and unlike System.Random fixed for ever by this file.
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
