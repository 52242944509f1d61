namespace Gongkai.Reports.Reading.Narrative;

/// <summary>词语开头的两个字的粗筛：一对字一位，小到常在手边。说没有就一定没有；说有的再去细找。</summary>
internal sealed class PairSieve
{
    private readonly ulong[] _bits = new ulong[0x10000 / 64];

    /// <summary>记下一对字。</summary>
    public void Add(char first, char second)
    {
        var pair = Hash(first, second);
        _bits[pair >> 6] |= 1UL << (int)(pair & 63);
    }

    /// <summary>为否时，一定没有以这两个字开头的。</summary>
    public bool MayBegin(char first, char second)
    {
        var pair = Hash(first, second);
        return (_bits[pair >> 6] & (1UL << (int)(pair & 63))) != 0;
    }

    private static uint Hash(char first, char second) => ((first * 0x9E37U) ^ (second * 0x85EBU)) & 0xFFFF;
}
