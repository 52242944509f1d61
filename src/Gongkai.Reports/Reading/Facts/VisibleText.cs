using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gongkai.Reports.Reading.Facts;

/// <summary>
/// 去掉看不见的字符（字节序标记、零宽空格、软连字符、方向符、终端控制序列）之后的文字：它们会夹在名称、日期、标题的字与字之间。
/// </summary>
internal readonly ref struct VisibleText
{
    private const char Escape = '\u001B';

    /// <summary>终端控制序列没有更长的。</summary>
    private const int LongestSequence = 24;

    private readonly int[] _positions;

    private VisibleText(string text, int[] positions)
    {
        Text = text;
        _positions = positions;
    }

    /// <summary>余下的文字。</summary>
    public string Text { get; }

    /// <summary>有看不见的字符；绝大多数文件没有。</summary>
    public static bool IsNeeded(ReadOnlySpan<char> text)
    {
        // One pass for them all, as in IsInvisible.
        var at = 0;
        for (; at + Vector256<ushort>.Count <= text.Length; at += Vector256<ushort>.Count)
        {
            var stretch = Vector256.Create(MemoryMarshal.Cast<char, ushort>(text.Slice(at, Vector256<ushort>.Count)));
            var found = Vector256.Equals(stretch, Vector256.Create((ushort)Escape))
                | Vector256.Equals(stretch, Vector256.Create((ushort)0xFEFF))
                | Vector256.Equals(stretch, Vector256.Create((ushort)0x00AD))
                | Vector256.LessThanOrEqual(stretch - Vector256.Create((ushort)0x200B), Vector256.Create((ushort)(0x200F - 0x200B)))
                | Vector256.LessThanOrEqual(stretch - Vector256.Create((ushort)0x202A), Vector256.Create((ushort)(0x202E - 0x202A)))
                | Vector256.LessThanOrEqual(stretch - Vector256.Create((ushort)0x2060), Vector256.Create((ushort)(0x206F - 0x2060)));
            if (found != Vector256<ushort>.Zero)
            {
                return true;
            }
        }

        for (; at < text.Length; at++)
        {
            if (text[at] == Escape || IsInvisible(text[at]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>去掉看不见的字符。</summary>
    public static VisibleText Of(ReadOnlySpan<char> text)
    {
        var kept = new char[text.Length];
        var positions = new int[text.Length + 1];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Escape)
            {
                i = EndOfSequence(text, i);
            }
            else if (!IsInvisible(text[i]))
            {
                kept[count] = text[i];
                positions[count++] = i;
            }
        }

        positions[count] = text.Length;
        return new VisibleText(new string(kept, 0, count), positions);
    }

    /// <summary>余下文字中的位置在原文何处；开头之前的不算在外。</summary>
    public int Before(int position) => position == 0 ? 0 : _positions[position];

    /// <summary>余下文字中的一处终点（不含）在原文何处。</summary>
    public int After(int end) => end == 0 ? 0 : end == Text.Length ? _positions[end] : _positions[end - 1] + 1;

    /// <summary>原文的位置在余下文字中何处。</summary>
    public int Visible(int position)
    {
        var at = Array.BinarySearch(_positions, 0, Text.Length + 1, position);
        return at < 0 ? ~at : at;
    }

    /// <summary>终端控制序列（如 <c>ESC [ 31 m</c>）的末字；不成序列时就是 ESC 本身。</summary>
    private static int EndOfSequence(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 >= text.Length || text[at + 1] != '[')
        {
            return at;
        }

        for (var i = at + 2; i < Math.Min(text.Length, at + LongestSequence); i++)
        {
            if (text[i] is >= '@' and <= '~')
            {
                return i;
            }

            if (text[i] is not (>= ' ' and <= '?'))
            {
                break;
            }
        }

        return at;
    }

    private static bool IsInvisible(char c) =>
        c is '\uFEFF' or '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F');
}
