using System.Buffers;

namespace Gongkai.Reports.Reading.Facts;

/// <summary>
/// 由「报告」二字往回读标题：〔机关〕〔关于〕〔年度〕政府信息公开〔工作〕〔情况〕〔的〕〔年度〕报告〔（年度）〕。
/// </summary>
internal ref struct TitleLine
{
    private const int Most = 96;
    private const int MostBreaks = 3;

    // Words that may stand between 公开 and 报告.
    private const string Filler = "工作情况的年度总结专项全文";

    // Endings that need what stands before them, where a line was broken inside a name.
    private static readonly string[] Generic = ["管理局", "办公室", "委员会", "办事处", "人民政府", "监督管理局", "街道办事处", "管委会", "管理委员会", "中心", "服务中心", "局", "办公厅"];

    private static readonly SearchValues<char> PlaceEndings = SearchValues.Create("省市县区旗州镇乡");

    private readonly ReadOnlySpan<char> _text;
    private readonly ReadOnlySpan<char> _letters;
    private readonly ReadOnlySpan<int> _positions;
    private readonly ReadOnlySpan<byte> _gaps;

    private TitleLine(ReadOnlySpan<char> text, ReadOnlySpan<char> letters, ReadOnlySpan<int> positions, ReadOnlySpan<byte> gaps)
    {
        _text = text;
        _letters = letters;
        _positions = positions;
        _gaps = gaps;
    }

    /// <summary>读标题；<paramref name="anchor"/> 是「报」字，<paramref name="end"/> 是「报告」之后。不像标题时为 null。</summary>
    public static TitleCandidate? Read(ReadOnlySpan<char> text, int floor, int anchor, int end)
    {
        Span<char> letters = stackalloc char[Most];
        Span<int> positions = stackalloc int[Most];
        Span<byte> gaps = stackalloc byte[Most + 1];
        var first = Collect(text, floor, anchor, letters, positions, gaps);
        return new TitleLine(text, letters[first..], positions[first..], gaps[first..]).Parse(anchor, end);
    }

    // Fills from the back; returns where the letters begin.
    private static int Collect(ReadOnlySpan<char> text, int floor, int anchor, Span<char> letters, Span<int> positions, Span<byte> gaps)
    {
        var (count, breaks, spaces) = (Most, 0, 0);
        for (var i = anchor - 1; i >= floor && count > 0 && spaces < 400; i--)
        {
            var c = HanFold.Fold(text[i]);
            var kind = Glyphs.KindOf(text[i]);
            if (kind == Glyph.Letter || c is '(' or ')')
            {
                letters[--count] = c;
                positions[count] = i;
                gaps[count] = 0;
                continue;
            }

            spaces++;
            if (kind == Glyph.Break)
            {
                if (gaps[count] != 2 && ++breaks > MostBreaks)
                {
                    break;
                }

                gaps[count] = 2;
            }
            else if (kind == Glyph.Space || IsDivider(c))
            {
                gaps[count] = Math.Max(gaps[count], (byte)1);
            }
            else
            {
                break;
            }
        }

        gaps[Most] = 0;
        return count;
    }

    private readonly TitleCandidate? Parse(int anchor, int end)
    {
        var fillerStart = _letters.Length;
        while (fillerStart > 0 && IsFiller(_letters[fillerStart - 1]))
        {
            fillerStart--;
        }

        var core = Core(fillerStart);
        var year = YearIn(fillerStart, _letters.Length, out var yearStart, out _);
        if (core < 0)
        {
            // “X中心2023年度报告”: without 公开 only a year makes it a title.
            if (year == null)
            {
                return null;
            }

            core = fillerStart;
        }

        var (agencyEnd, agencyStart, start) = (core, 0, core);
        if (YearIn(0, core, out var from, out var to) is { } before)
        {
            year ??= before;
            start = from;
            (agencyStart, agencyEnd) = AgencyName.Strip(_letters[to..core]).IsEmpty ? (0, from) : (to, core);
        }

        var agency = Agency(agencyStart, agencyEnd, out var nameStart, out var joined);
        if (agency == null && agencyStart > 0)
        {
            agency = Agency(0, from, out nameStart, out joined);
        }

        year ??= YearAfter(ref end);
        start = agency != null ? Math.Min(start, nameStart) : start;
        var startsAt = start < _letters.Length ? _positions[start] : anchor;
        var alone = IsAlone(startsAt, end);
        return agency == null && year == null && !alone ? null : new TitleCandidate(startsAt, end, agency, year, alone, joined);
    }

    private static bool IsFiller(char c) => Filler.Contains(c, StringComparison.Ordinal) || c is '(' or ')' || PrintedDate.Digit(c) >= 0;

    private static bool IsDivider(char c) => c is '-' or '—' or '–' or '_' or '|' or '>' or '»' or '›' or '/' or '\\' or '·' or '•' or '→' or '=' or '*' or '#' or '⸺';

    // Where 政府信息公开 begins; −1 when the letters before the filler say nothing of the kind.
    private readonly int Core(int end)
    {
        var rest = _letters[..end];
        if (!rest.EndsWith("公开"))
        {
            return -1;
        }

        rest = rest[..^2];
        foreach (var word in (ReadOnlySpan<string>)["信息", "政务", "政府"])
        {
            if (rest.EndsWith(word) && !(word == "政府" && rest.EndsWith("人民政府")))
            {
                rest = rest[..^2];
            }
        }

        return rest.Length;
    }

    private readonly int? YearIn(int from, int to, out int start, out int end)
    {
        for (var i = to - 4; i >= from; i--)
        {
            var at = i;
            if (PrintedDate.Digit(_letters[i]) == 2 && !GoesOnFromDigit(i) && PrintedDate.ReadYear(_letters[..to], ref at) is { } year)
            {
                (start, end) = (i, at);
                while (end < to && _letters[end] is '年' or '度' or ')')
                {
                    end++;
                }

                start -= start > from && _letters[start - 1] == '(' ? 1 : 0;
                return year;
            }
        }

        (start, end) = (to, to);
        return null;
    }

    // “……6 ⏎ 2021年”: the page number of a list of contents is no digit of the year, unless the year itself is letter-spaced.
    private readonly bool GoesOnFromDigit(int at) =>
        at > 0 && PrintedDate.Digit(_letters[at - 1]) >= 0 && (_gaps[at] == 0 || (_gaps[at] == 1 && _gaps[at + 1] == 1));

    private readonly int? YearAfter(ref int end)
    {
        var at = Glyphs.SkipSpaces(_text, end);
        var below = at < _text.Length && Glyphs.KindOf(_text[at]) == Glyph.Break;
        if (below)
        {
            at = Glyphs.SkipBlank(_text[..Math.Min(_text.Length, at + 40)], at);
        }

        if (at < _text.Length && HanFold.Fold(_text[at]) is '(' or '[' or '〔' or '【')
        {
            at = Glyphs.SkipSpaces(_text, at + 1);
        }

        if (at >= _text.Length || PrintedDate.ReadYear(_text, ref at) is not { } year)
        {
            return null;
        }

        for (var i = 0; i < 3 && at < _text.Length && HanFold.Fold(_text[at]) is '年' or '度' or ')' or ']' or '〕' or '】'; i++)
        {
            at++;
        }

        // A full date after the title is a publication date; on the line below, a year is the title's only when it is all the line says.
        if (at < _text.Length && (char.IsAsciiDigit(HanFold.Fold(_text[at])) || HanFold.Fold(_text[at]) is '-' or '.' or '/'))
        {
            return null;
        }

        if (below && Glyphs.SkipSpaces(_text, at) is var rest && rest < _text.Length && Glyphs.KindOf(_text[rest]) != Glyph.Break)
        {
            return null;
        }

        end = at;
        return year;
    }

    private readonly string? Agency(int from, int to, out int start, out bool joined)
    {
        (start, joined) = (to, to < _letters.Length && _gaps[to] == 2);
        var end = to;
        for (var begin = TokenStart(from, end); end > from; begin = TokenStart(from, begin))
        {
            var name = AgencyName.Strip(_letters[begin..end]);
            var likely = AgencyName.IsLikely(name);
            if (likely && !(begin > from && Needs(name, TokenStart(from, begin), begin)))
            {
                start = begin + _letters[begin..end].IndexOf(name);
                return Printed(start, start + name.Length);
            }

            if (begin <= from || end - begin > AgencyName.Longest)
            {
                break;
            }
        }

        return null;
    }

    // “清溪县 | 应急管理局”, “清溪县应急 | 管理局”: the name goes on to the left.
    private readonly bool Needs(ReadOnlySpan<char> name, int previous, int begin)
    {
        var before = AgencyName.Strip(_letters[previous..begin]);
        if (before.IsEmpty || before.Length > 14 || name.StartsWith(before))
        {
            return false;
        }

        if (AgencyName.IsPlace(before) && name.IndexOfAny(PlaceEndings) is < 0 or > 6)
        {
            return true;
        }

        foreach (var word in Generic)
        {
            if (name.SequenceEqual(word))
            {
                return Glyphs.IsHan(before[^1]) && before.IndexOf("公开") < 0 && before.IndexOf("首页") < 0;
            }
        }

        return false;
    }

    // Words are parted by gaps; letter-spaced single characters are one word.
    private readonly int TokenStart(int from, int end)
    {
        var i = end - 1;
        while (i > from && (_gaps[i] == 0 || (_gaps[i] == 1 && IsSingle(i, end) && IsSingle(i - 1, end))))
        {
            i--;
        }

        return Math.Max(from, i);
    }

    private readonly bool IsSingle(int i, int end) => (i == 0 || _gaps[i] > 0) && (i + 1 >= end || _gaps[i + 1] > 0);

    private readonly string Printed(int from, int to)
    {
        Span<char> name = stackalloc char[to - from];
        for (var i = from; i < to; i++)
        {
            name[i - from] = _text[_positions[i]];
        }

        return new string(name);
    }

    private readonly bool IsAlone(int start, int end)
    {
        for (var i = start - 1; i >= 0 && start - i < 80 && Glyphs.KindOf(_text[i]) != Glyph.Break; i--)
        {
            if (Glyphs.KindOf(_text[i]) == Glyph.Letter)
            {
                return false;
            }
        }

        for (var i = end; i < _text.Length && i - end < 80 && Glyphs.KindOf(_text[i]) != Glyph.Break; i++)
        {
            if (Glyphs.KindOf(_text[i]) == Glyph.Letter)
            {
                return false;
            }
        }

        return true;
    }
}
