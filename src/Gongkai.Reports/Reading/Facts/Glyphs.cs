using System.Globalization;

namespace Gongkai.Reports.Reading.Facts;

/// <summary>字符的类别。</summary>
internal enum Glyph : byte
{
    /// <summary>有义的字：汉字、字母、数字。</summary>
    Letter,

    /// <summary>行内空白及不可见的控制符、方向符。</summary>
    Space,

    /// <summary>换行。</summary>
    Break,

    /// <summary>标点与符号。</summary>
    Mark,
}

/// <summary>一个一个地看字：类别、折叠，以及略去空白与标点的取字。</summary>
internal static class Glyphs
{
    private static readonly Glyph[] Kinds = [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => Classify((char)c))];

    /// <summary>类别。</summary>
    public static Glyph KindOf(char c) => Kinds[c];

    /// <summary>汉字（折叠之后）。</summary>
    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '〇';

    /// <summary>自 <paramref name="at"/> 起跳过行内空白。</summary>
    public static int SkipSpaces(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Kinds[text[at]] == Glyph.Space)
        {
            at++;
        }

        return at;
    }

    /// <summary>自 <paramref name="at"/> 起跳过空白与换行。</summary>
    public static int SkipBlank(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Kinds[text[at]] is Glyph.Space or Glyph.Break)
        {
            at++;
        }

        return at;
    }

    /// <summary>自 <paramref name="at"/> 往前跳过空白与换行，返回所余的结尾（不含）。</summary>
    public static int TrimBack(ReadOnlySpan<char> text, int at, int floor, bool breaks = true)
    {
        while (at > floor && (Kinds[text[at - 1]] == Glyph.Space || (breaks && Kinds[text[at - 1]] == Glyph.Break)))
        {
            at--;
        }

        return at;
    }

    /// <summary>
    /// 自 <paramref name="from"/> 起取折叠后的有义的字，略去空白、标点；至多越过 <paramref name="breaks"/> 个换行，看 <paramref name="reach"/> 个字符。
    /// </summary>
    /// <returns>取得的字数。</returns>
    public static int Take(ReadOnlySpan<char> text, int from, Span<char> letters, Span<int> positions, int breaks, int reach)
    {
        var count = 0;
        var end = Math.Min(text.Length, from + reach);
        for (var i = from; i < end && count < letters.Length; i++)
        {
            var c = text[i];
            if (c == '[' && EndOfBookmark(text, i) is > 0 and var next)
            {
                i = next - 1;
                continue;
            }

            switch (Kinds[c])
            {
                case Glyph.Letter:
                    letters[count] = HanFold.Fold(c);
                    positions[count++] = i;
                    break;
                case Glyph.Break when --breaks < 0:
                    return count;
            }
        }

        return count;
    }

    /// <summary>编辑软件留下的书签 <c>[bookmark: _GoBack]</c> 之后的位置；不是书签时为 0。</summary>
    public static int EndOfBookmark(ReadOnlySpan<char> text, int at) =>
        text[at..].StartsWith("[bookmark") && text.Slice(at, Math.Min(120, text.Length - at)).IndexOf(']') is > 0 and var close ? at + close + 1 : 0;

    /// <summary>折叠一个常量，略去空白与标点。</summary>
    public static string Folded(string text) => string.Concat(text.Where(c => KindOf(c) == Glyph.Letter).Select(HanFold.Fold));

    private static Glyph Classify(char c)
    {
        if (c == '\n')
        {
            return Glyph.Break;
        }

        // ○ is written for 〇 in years.
        if (c is '〇' or '○' or '◯')
        {
            return Glyph.Letter;
        }

        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => Glyph.Space,

            // Kangxi and other radicals are category So, but stand for their characters.
            UnicodeCategory.OtherSymbol when c is >= '\u2E80' and <= '\u2FD5' => Glyph.Letter,
            UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
                or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
                or UnicodeCategory.OtherPunctuation or UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol
                or UnicodeCategory.ModifierSymbol or UnicodeCategory.OtherSymbol => Glyph.Mark,
            _ => Glyph.Letter,
        };
    }
}
