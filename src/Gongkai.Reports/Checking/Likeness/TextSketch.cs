using System.Numerics;
using Gongkai.Reports.Reading.Facts;
using Gongkai.Reports.Reading.Narrative;

namespace Gongkai.Reports.Checking.Likeness;

/// <summary>
/// 一段正文的定长草图，用来估两段有多像：去掉数字、标点与空白，取相连的四字，各四字的散列分进 128 个箱，每箱留最小的（单次置换的最小散列）。
/// 大小与正文长短无关。估计的误差约 ±0.04。
/// </summary>
public sealed class TextSketch
{
    private const int Bins = 128;
    private const int Shingle = 4;

    /// <summary>少于这么多个四字就不比：几句套话总是像的。</summary>
    private const int Enough = 60;

    private readonly ushort[] _bins = new ushort[Bins];

    private TextSketch()
    {
    }

    /// <summary>一个部分（标题除外）的草图；太短时为 null。</summary>
    /// <param name="text">正文。</param>
    /// <param name="section">第几部分。</param>
    public static TextSketch? Of(NarrativeText text, int section)
    {
        ArgumentNullException.ThrowIfNull(text);
        var least = new uint[Bins];
        Array.Fill(least, uint.MaxValue);
        var count = 0;
        foreach (var paragraph in text.ParagraphSpan)
        {
            if (paragraph.Section == section && !paragraph.IsHeading)
            {
                count += Add(text.Letters.AsSpan(paragraph.Start, paragraph.End - paragraph.Start), least);
            }
        }

        if (count < Enough)
        {
            return null;
        }

        var sketch = new TextSketch();
        for (var i = 0; i < Bins; i++)
        {
            // 0 stands for an empty bin.
            sketch._bins[i] = least[i] == uint.MaxValue ? (ushort)0 : (ushort)Math.Max(1, least[i] & 0xFFFF);
        }

        return sketch;
    }

    /// <summary>两段相同四字所占的比例（Jaccard 系数）的估计，0 至 1。</summary>
    public double LikenessTo(TextSketch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (same, used) = (0, 0);
        for (var i = 0; i < Bins; i++)
        {
            if (_bins[i] != 0 || other._bins[i] != 0)
            {
                used++;
                same += _bins[i] == other._bins[i] ? 1 : 0;
            }
        }

        return used == 0 ? 0 : (double)same / used;
    }

    /// <summary>相邻若干箱合成的一个值：很像的两段多半有一个相同。</summary>
    internal uint Band(int band, int width)
    {
        var hash = (uint)band + 1;
        foreach (var bin in _bins.AsSpan(band * width, width))
        {
            hash = Mix(hash ^ ((uint)bin << 8));
        }

        return hash;
    }

    private static int Add(ReadOnlySpan<char> letters, uint[] least)
    {
        var (window, length, count) = (0UL, 0, 0);
        foreach (var c in letters)
        {
            if (char.IsAsciiDigit(c) || Glyphs.KindOf(c) != Glyph.Letter)
            {
                continue;
            }

            window = (window << 16) | c;
            if (++length >= Shingle)
            {
                var hash = Mix((uint)(window ^ (window >> 32) * 0x9E3779B1));
                ref var bin = ref least[hash >> 25];
                bin = Math.Min(bin, hash & 0x1FFFFFF);
                count++;
            }
        }

        return count;
    }

    private static uint Mix(uint x)
    {
        x ^= x >> 16;
        x *= 0x7FEB352D;
        x ^= BitOperations.RotateRight(x, 15);
        x *= 0x846CA68B;
        return x ^ (x >> 16);
    }
}
