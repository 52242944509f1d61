namespace Gongkai.Reports.Reading.Facts;

/// <summary>粗看带序号的一行会不会是改了说法或写错了字的标题；表格的行（「1.属于国家秘密」）大多一看便知不是。</summary>
internal static class HeadingSieve
{
    // One flag a section: the letter is in one of its aliases; and again six bits up: in what its heading must say.
    private const int GistShift = 6;
    private const ushort Letter = 1 << 12, Break = 1 << 13, Bookmark = 1 << 14;

    // The longest line near an alias, with a fifth more letters.
    private static readonly int MostLetters = HeadingAliases.Longest * 6 / 5;
    private static readonly ushort[] Flags = BuildFlags();

    /// <summary>为否时，自 <paramref name="at"/> 起的一行或两行一定不是第 <paramref name="section"/> 部分的标题。</summary>
    /// <param name="text">全文。</param>
    /// <param name="at">序号之后。</param>
    /// <param name="section">第几部分。</param>
    /// <param name="reach">看多少个字符。</param>
    public static bool MayBeWorded(ReadOnlySpan<char> text, int at, int section, int reach)
    {
        var own = (ushort)(1 << (section - 1));
        var gist = (ushort)(own << GistShift);
        var end = Math.Min(text.Length, at + reach);
        var (letters, strange, lines) = (0, 0, 0);
        for (; at < end; at++)
        {
            var flags = Flags[text[at]];
            if ((flags & Letter) != 0)
            {
                letters++;
                strange += (flags & own) == 0 ? 1 : 0;
                if ((flags & gist) != 0 && lines == 0)
                {
                    return true;
                }
            }
            else if ((flags & Break) != 0)
            {
                if (letters == 0 || MayBeNear(letters, strange))
                {
                    return letters > 0;
                }

                if (++lines == 2)
                {
                    return false;
                }
            }
            else if ((flags & Bookmark) != 0)
            {
                return true;
            }

            // Past the first line only a line near an alias counts, and every strange letter is a fault in it.
            if (lines > 0 && strange * 4 > MostLetters)
            {
                return false;
            }
        }

        return MayBeNear(letters, strange);
    }

    // An alias of n letters may have n/5 faults, so a line near it has at least four letters, and four for each fault.
    private static bool MayBeNear(int letters, int strange) => letters >= 4 && strange * 4 <= letters;

    private static ushort[] BuildFlags()
    {
        var byLetter = new Dictionary<char, int>();
        foreach (var (section, letter) in HeadingAliases.Letters)
        {
            byLetter[letter] = byLetter.GetValueOrDefault(letter) | (1 << (section - 1));
        }

        foreach (var (section, letter) in HeadingAliases.GistLetters)
        {
            byLetter[letter] = byLetter.GetValueOrDefault(letter) | (1 << (section - 1 + GistShift));
        }

        var flags = new ushort[char.MaxValue + 1];
        for (var i = 0; i < flags.Length; i++)
        {
            flags[i] = Glyphs.KindOf((char)i) switch
            {
                Glyph.Letter => (ushort)(Letter | byLetter.GetValueOrDefault(HanFold.Fold((char)i))),
                Glyph.Break => Break,
                _ => i == '[' ? Bookmark : (ushort)0,
            };
        }

        return flags;
    }
}
