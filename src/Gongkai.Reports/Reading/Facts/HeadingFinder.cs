using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gongkai.Reports.Reading.Facts;

/// <summary>在全文中找六个部分的标题，不论怎样写；目录、前言里的列举和部分之下的小标题不算。</summary>
internal static class HeadingFinder
{
    // Lines that begin like a heading, tried in one file: many times what ten thousand reports have.
    private const int MaxTries = 200_000;

    // A heading with its line breaks and letter spacing; more than this is no heading.
    private const int Reach = 240;
    private const int LongestLine = 40;

    private const byte Numeral = 1, Opening = 2, AliasFirst = 4, Bullet = 8;
    private static readonly byte[] Starts = BuildStarts();

    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create("。；;：:，");

    // What a sentence says after the words of a heading.
    private static readonly string[] Continuations = ["和", "与", "及", "以及", "良好", "较好", "平稳", "稳定", "显示", "表明", "来看", "看", "等", "的通知", "是"];

    /// <summary>全文的标题，按先后；几份报告的接在一起，部分号变小处是另一份。</summary>
    public static List<HeadingHit> Find(string text) => Find(text, 0, text.Length);

    /// <summary>两处之间的标题，位置仍是全文的。</summary>
    public static List<HeadingHit> Find(string text, int from, int to)
    {
        var candidates = new List<HeadingCandidate>();
        var tries = MaxTries;
        var span = text.AsSpan(0, to);
        AtLineStart(span, from, ref tries, candidates);
        var at = from;
        for (; at + Vector256<ushort>.Count <= to; at += Vector256<ushort>.Count)
        {
            // Most lines of a table are shorter than what setting up a search costs: all marks of a stretch are found at once.
            var stretch = Vector256.Create(MemoryMarshal.Cast<char, ushort>(span.Slice(at, Vector256<ushort>.Count)));
            var marks = (Vector256.Equals(stretch, Vector256.Create((ushort)'\n')) | Vector256.Equals(stretch, Vector256.Create((ushort)'、')))
                .ExtractMostSignificantBits();
            for (; marks != 0; marks &= marks - 1)
            {
                AtMark(span, at + BitOperations.TrailingZeroCount(marks), ref tries, candidates);
            }
        }

        for (; at < to; at++)
        {
            if (span[at] is '\n' or '、')
            {
                AtMark(span, at, ref tries, candidates);
            }
        }

        return HeadingChain.Choose(ContentsList.Drop(span, candidates));
    }

    private static void AtMark(ReadOnlySpan<char> text, int mark, ref int tries, List<HeadingCandidate> candidates)
    {
        if (tries <= 0)
        {
            return;
        }

        if (text[mark] == '\n')
        {
            AtLineStart(text, mark + 1, ref tries, candidates);
        }
        else
        {
            Inline(text, mark, ref tries, candidates);
        }
    }

    private static void AtLineStart(ReadOnlySpan<char> text, int at, ref int tries, List<HeadingCandidate> candidates)
    {
        at = Glyphs.SkipSpaces(text, at);
        if (at >= text.Length || Starts[text[at]] == 0)
        {
            return;
        }

        if (text[at] is >= '0' and <= '9' && at + 1 < text.Length && text[at + 1] is '\n')
        {
            return;
        }

        at = SkipResidue(text, at);
        if (at >= text.Length)
        {
            return;
        }

        var start = Starts[text[at]];
        if ((start & (Numeral | Opening)) != 0 && HeadingNumber.Read(text, at) is { } number)
        {
            tries--;
            Numbered(text, at, number, true, candidates);
        }
        else if ((start & AliasFirst) != 0)
        {
            tries--;
            Unnumbered(text, at, candidates);
        }
    }

    private static void Inline(ReadOnlySpan<char> text, int mark, ref int tries, List<HeadingCandidate> candidates)
    {
        var at = Glyphs.TrimBack(text, mark, Math.Max(0, mark - 4), false) - 1;
        if (at < 1 || HeadingNumber.ValueOf(text[at]) == 0)
        {
            return;
        }

        var before = HanFold.Fold(text[at - 1]);
        if (before is '第' or '十' or '“' or '"' or '《' or '‘' or '('
            || (char.IsAsciiDigit(before) ? char.IsAsciiDigit(HanFold.Fold(text[at])) : HeadingNumber.ValueOf(before) != 0)
            || (candidates.Count > 0 && candidates[^1].End > at)
            || HeadingNumber.Read(text, at) is not { } number
            || !BeginsAlias(text, number.End))
        {
            return;
        }

        tries--;
        Numbered(text, at, number, false, candidates);
    }

    private static bool BeginsAlias(ReadOnlySpan<char> text, int at)
    {
        at = Glyphs.SkipBlank(text[..Math.Min(text.Length, at + 8)], at);
        return at < text.Length && ((Starts[text[at]] & AliasFirst) != 0 || text[at] == '[');
    }

    // Two letters tell most rows of a table from a heading.
    private static bool MayBeginAlias(ReadOnlySpan<char> text, int at, int breaks)
    {
        Span<char> letters = stackalloc char[2];
        Span<int> positions = stackalloc int[2];
        return Glyphs.Take(text, at, letters, positions, breaks, Reach) == 2 && HeadingAliases.MayBegin(letters[0], letters[1]);
    }

    private static void Numbered(ReadOnlySpan<char> text, int at, HeadingNumber number, bool lineStart, List<HeadingCandidate> candidates)
    {
        var breaks = BeginsAlias(text, number.End) ? 6 : 2;
        if (MayBeginAlias(text, number.End, breaks) || (lineStart && HeadingSieve.MayBeWorded(text, number.End, number.Value, Reach)))
        {
            Worded(text, at, number, lineStart, breaks, candidates);
        }
    }

    private static void Worded(ReadOnlySpan<char> text, int at, HeadingNumber number, bool lineStart, int breaks, List<HeadingCandidate> candidates)
    {
        Span<char> letters = stackalloc char[LongestLine];
        Span<int> positions = stackalloc int[LongestLine];
        var count = Glyphs.Take(text, number.End, letters, positions, breaks, Reach);
        letters = letters[..count];
        if (HeadingAliases.TryExact(letters, out var section, out var length))
        {
            var end = positions[length - 1] + 1;
            if ((lineStart || length >= 4) && !GoesOn(text, end))
            {
                candidates.Add(new(section, at, WithTail(text, end), number.Style, Weigh(number, section, lineStart ? 10 : 6)));
                return;
            }
        }

        if (!lineStart || count == 0)
        {
            return;
        }

        if (NewlyWorded(text, number, letters, positions) is { Weight: > 0 } found)
        {
            candidates.Add(new(number.Value, at, found.End, number.Style, Weigh(number, number.Value, found.Weight)));
        }
    }

    // No alias begins here: the whole line, or the line and the next, may be one misspelt or worded anew.
    private static (int End, int Weight) NewlyWorded(ReadOnlySpan<char> text, HeadingNumber number, ReadOnlySpan<char> letters, ReadOnlySpan<int> positions)
    {
        var (line, from) = (0, number.End);
        for (var lines = 0; lines < 2; lines++)
        {
            var length = text.Slice(from, Math.Min(Reach, text.Length - from)).IndexOf('\n');
            var end = length < 0 ? text.Length : from + length;
            while (line < letters.Length && positions[line] < end)
            {
                line++;
            }

            if (line is 0 or LongestLine || (length < 0 && text.Length - from > Reach))
            {
                return default;
            }

            if (HeadingAliases.IsNear(number.Value, letters[..line]))
            {
                return (positions[line - 1] + 1, 8);
            }

            if (lines == 0 && HeadingAliases.HasGist(number.Value, letters[..line]) && !IsSentence(text[number.End..end]))
            {
                return (positions[line - 1] + 1, 7);
            }

            from = Math.Min(text.Length, end + 1);
        }

        return default;
    }

    private static void Unnumbered(ReadOnlySpan<char> text, int at, List<HeadingCandidate> candidates)
    {
        if (!MayBeginAlias(text, at, 2))
        {
            return;
        }

        Span<char> letters = stackalloc char[LongestLine];
        Span<int> positions = stackalloc int[LongestLine];
        var count = Glyphs.Take(text, at, letters, positions, 2, Reach);
        if (HeadingAliases.TryExact(letters[..count], out var section, out var length)
            && EndsLine(text, positions[length - 1] + 1, out var mark)
            && mark is '\0' or ':' or '】' or '*' or '#')
        {
            candidates.Add(new(section, at, positions[length - 1] + 1, NumberStyle.None, length >= 8 ? 8 : 4));
        }
    }

    private static int Weigh(HeadingNumber number, int section, int weight) =>
        (number.Value == section ? weight : weight - 4) + number.Style switch
        {
            NumberStyle.Han or NumberStyle.Part => 1,
            NumberStyle.BracketedHan or NumberStyle.BracketedArabic => -4,
            _ => 0,
        };

    // Nothing but marks up to the end of the line; mark is the first of them.
    private static bool EndsLine(ReadOnlySpan<char> text, int at, out char mark)
    {
        mark = '\0';
        var end = Math.Min(text.Length, at + 80);
        for (; at < end; at++)
        {
            switch (Glyphs.KindOf(text[at]))
            {
                case Glyph.Break:
                    return true;
                case Glyph.Letter:
                    return false;
                case Glyph.Mark when mark == '\0':
                    mark = HanFold.Fold(text[at]);
                    break;
            }
        }

        return at >= text.Length;
    }

    private static bool GoesOn(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length)
        {
            return false;
        }

        if (Glyphs.KindOf(text[at]) == Glyph.Mark)
        {
            return HanFold.Fold(text[at]) is '、' or ',';
        }

        if (Glyphs.KindOf(text[at]) != Glyph.Letter)
        {
            return false;
        }

        Span<char> letters = stackalloc char[3];
        Span<int> positions = stackalloc int[3];
        letters = letters[..Glyphs.Take(text, at, letters, positions, 0, 6)];
        foreach (var words in Continuations)
        {
            if (letters.StartsWith(words))
            {
                return true;
            }
        }

        return false;
    }

    // “…的情况”, “…统计表”: a short rest of the line belongs to the heading.
    private static int WithTail(ReadOnlySpan<char> text, int end)
    {
        var at = end;
        while (at < text.Length && at - end <= 4 && Glyphs.KindOf(text[at]) == Glyph.Letter)
        {
            at++;
        }

        return at - end <= 4 && EndsLine(text, at, out _) ? at : end;
    }

    private static bool IsSentence(ReadOnlySpan<char> line) => line.IndexOfAny(SentenceMarks) >= 0;

    // Bookmarks left by an editor, marks of headings in plain text, bullets.
    private static int SkipResidue(ReadOnlySpan<char> text, int at)
    {
        for (var rounds = 0; rounds < 8 && at < text.Length && (Starts[text[at]] & (Bullet | Opening)) != 0; rounds++)
        {
            if (text[at] is '[' && Glyphs.EndOfBookmark(text, at) is > 0 and var next)
            {
                at = Glyphs.SkipSpaces(text, next);
            }
            else if ((Starts[text[at]] & Bullet) != 0 && HeadingNumber.Read(text, at) is null)
            {
                at = Glyphs.SkipSpaces(text, at + 1);
            }
            else
            {
                return at;
            }
        }

        return at;
    }

    private static byte[] BuildStarts()
    {
        var starts = new byte[char.MaxValue + 1];
        var firsts = HeadingAliases.FirstLetters.ToHashSet();
        for (var i = 0; i < starts.Length; i++)
        {
            var c = HanFold.Fold((char)i);
            starts[i] = (byte)((HeadingNumber.ValueOf(c) != 0 ? Numeral : 0)
                | (c is '(' or '〔' or '[' or '【' or '第' ? Opening : 0)
                | (firsts.Contains(c) ? AliasFirst : 0)
                | (c is '#' or '*' or '>' or '·' or '•' or '◆' or '■' or '●' or '※' or '★' or '☆' or '○' or '►' or '▶' or '【' or '|' or '-' or '_' ? Bullet : 0));
        }

        return starts;
    }
}
