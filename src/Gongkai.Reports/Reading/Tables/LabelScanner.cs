using System.Buffers;
using Gongkai.Reports.Reading.Labels;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>在一段文字里找一张表的标签：先按字典逐字，剩下的字按相近。</summary>
internal static class LabelScanner
{
    /// <summary>标签再怎么被换行、空格拆散，首尾之间也不会超过这么多字符。</summary>
    private const int MaximumSpread = 400;

    /// <summary>相近比较的次数限度：正文再长，也只试这么多处。</summary>
    private const int MaximumGuesses = 120;

    /// <summary>一段里至多这么多标签；真的表不到百个。</summary>
    private const int MaximumHits = 4_000;

    private const int UsualHits = 48;

    /// <summary>找标签。</summary>
    /// <param name="text">摊平的文字。</param>
    /// <param name="start">起点。</param>
    /// <param name="end">终点。</param>
    /// <param name="labels">这张表的标签。</param>
    /// <param name="hasSeparators">其中有制表符或竖线。</param>
    public static List<LabelHit> Scan(string text, int start, int end, TableLabels labels, out bool hasSeparators)
    {
        var rented = ArrayPool<int>.Shared.Rent(end - start);
        var (count, seen) = (0, 0);
        for (var i = start; i < end; i++)
        {
            var kind = CharKinds.Of(text[i]);
            seen |= 1 << (int)kind;
            if (kind is CharKind.Han)
            {
                rented[count++] = i;
            }
        }

        hasSeparators = (seen & (1 << (int)CharKind.Tab | 1 << (int)CharKind.Pipe)) != 0;

        var hits = Scan(text, rented.AsSpan(0, count), labels);
        ArrayPool<int>.Shared.Return(rented);
        return hits;
    }

    private static List<LabelHit> Scan(string text, ReadOnlySpan<int> positions, TableLabels labels)
    {
        List<LabelHit> hits = new(UsualHits);
        var guesses = MaximumGuesses;
        var residue = 0;
        for (var i = 0; i < positions.Length && hits.Count < MaximumHits;)
        {
            var (label, length) = labels.Trie.LongestAt(text, positions[i..Math.Min(positions.Length, i + 64)]);
            if (label >= 0 && positions[i + length - 1] - positions[i] <= MaximumSpread)
            {
                Guess(text, positions[residue..i], labels, hits, ref guesses);
                hits.Add(new LabelHit(positions[i], positions[i + length - 1] + 1, label, false));
                i += length;
                residue = i;
            }
            else
            {
                i++;
            }
        }

        Guess(text, positions[residue..], labels, hits, ref guesses);
        return hits;
    }

    /// <summary>两个标签之间剩下的字：整段像一个标签，或其中一行像。</summary>
    private static void Guess(string text, ReadOnlySpan<int> han, TableLabels labels, List<LabelHit> hits, ref int guesses)
    {
        han = han[Numerals(text, han)..];
        if (han.Length < 3 || guesses <= 0)
        {
            return;
        }

        if (han.Length <= 48 && han[^1] - han[0] <= MaximumSpread && Numbers(text, han[0], han[^1]) < 3 && TryOne(text, han, labels, hits, ref guesses))
        {
            return;
        }

        for (var from = 0; from < han.Length && guesses > 0;)
        {
            var to = from + 1;
            while (to < han.Length && !Breaks(text, han[to - 1], han[to]))
            {
                to++;
            }

            var piece = han[from..to];
            piece = piece[Numerals(text, piece)..];
            if (piece.Length is >= 3 and <= 48 && piece.Length < han.Length)
            {
                TryOne(text, piece, labels, hits, ref guesses);
            }

            from = to;
        }
    }

    /// <summary>其间夹着几个数：夹着一行数的两段字是两个标签。</summary>
    private static int Numbers(string text, int from, int to)
    {
        var (count, inside) = (0, false);
        for (var i = from; i < to; i++)
        {
            var digit = CharKinds.Of(text[i]) is CharKind.Digit;
            count += digit && !inside ? 1 : 0;
            inside = digit;
        }

        return count;
    }

    private static bool TryOne(string text, ReadOnlySpan<int> han, TableLabels labels, List<LabelHit> hits, ref int guesses)
    {
        guesses--;
        Span<char> folded = stackalloc char[48];
        for (var i = 0; i < han.Length; i++)
        {
            folded[i] = Facts.HanFold.Fold(text[han[i]]);
        }

        var label = labels.Nearest(folded[..han.Length]);
        if (label < 0)
        {
            return false;
        }

        hits.Add(new LabelHit(han[0], han[^1] + 1, label, true));
        return true;
    }

    private static bool Breaks(string text, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (CharKinds.Of(text[i]) is CharKind.Newline or CharKind.Tab or CharKind.Pipe or CharKind.Digit or CharKind.Covered)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>开头的序号：「三、」「（五）」。</summary>
    private static int Numerals(string text, ReadOnlySpan<int> han)
    {
        var count = 0;
        while (count < han.Length && IsNumeral(text[han[count]]))
        {
            count++;
        }

        return count;
    }

    public static bool IsNumeral(char c) => c is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十';
}
