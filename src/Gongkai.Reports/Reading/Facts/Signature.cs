namespace Gongkai.Reports.Reading.Facts;

/// <summary>落款：报告末尾的机关名称与日期。</summary>
/// <param name="SignedOn">落款日期；只有名称时为 null。</param>
/// <param name="Agency">日期之前的机关名称；没有时为 null。</param>
/// <param name="End">落款的终点（不含）。</param>
internal readonly record struct Signature(DateOnly? SignedOn, string? Agency, int End)
{
    private const int Reach = 20_000;
    private const int Remainder = 150;

    private static readonly string[] DateLabels = ["日期", "落款日期", "签发日期", "成文日期", "时间", "盖章", "公章"];

    /// <summary>在最后一个标题之后找落款；没有时为 null。</summary>
    public static Signature? Find(ReadOnlySpan<char> text, int from, int to)
    {
        var (limit, last) = (Math.Min(to, from + Reach), Glyphs.TrimBack(text, to, from));
        for (var at = from; at < limit;)
        {
            var step = text[at..limit].IndexOfAny("2２二");
            if (step < 0)
            {
                break;
            }

            at += step;
            if ((at == 0 || PrintedDate.Digit(text[at - 1]) < 0) && PrintedDate.Read(text[..to], at) is { } date)
            {
                if (EndsHere(text[..to], date.End) && Before(text, from, date, last) is { } signature)
                {
                    return signature;
                }

                at = date.End;
            }
            else
            {
                at++;
            }
        }

        return LastLine(text, from, last);
    }

    private static bool EndsHere(ReadOnlySpan<char> text, int at)
    {
        var next = Glyphs.SkipSpaces(text, at);
        return next >= text.Length || Glyphs.KindOf(text[next]) == Glyph.Break
            || HanFold.Fold(text[next]) is '(' or '。' or '|'
            || (next > at && !char.IsAsciiDigit(HanFold.Fold(text[next])));
    }

    private static Signature? Before(ReadOnlySpan<char> text, int from, PrintedDate date, int last)
    {
        var sameLine = NameBefore(text, from, date.Start, out var isEmpty);
        if (sameLine != null)
        {
            return new Signature(date.Date, sameLine, date.End);
        }

        if (!isEmpty)
        {
            return null;
        }

        var above = Glyphs.TrimBack(text, LineStart(text, from, date.Start), from);
        var name = NameBefore(text, from, above, out _);
        var near = last - date.End <= Remainder;
        var sentence = above > from && HanFold.Fold(text[above - 1]) is '。' or ')';
        return name != null || near || sentence ? new Signature(date.Date, name, date.End) : null;
    }

    // What stands on the line before `end`, after the last sentence: a name, nothing (perhaps a label), or other words.
    private static string? NameBefore(ReadOnlySpan<char> text, int from, int end, out bool isEmpty)
    {
        Span<char> letters = stackalloc char[AgencyName.Longest + 8];
        Span<int> positions = stackalloc int[AgencyName.Longest + 8];
        var count = letters.Length;
        for (var i = end - 1; i >= from && count > 0; i--)
        {
            var c = HanFold.Fold(text[i]);
            if (c is '\n' or '。' or ';' or '!' or ',' or '、' or '|')
            {
                break;
            }

            if (Glyphs.KindOf(text[i]) == Glyph.Letter || (c is '(' or ')' && count < letters.Length))
            {
                letters[--count] = c;
                positions[count] = i;
            }
        }

        ReadOnlySpan<char> name = letters[count..];
        var first = count;
        foreach (var word in DateLabels)
        {
            name = name.EndsWith(word) ? name[..^word.Length].TrimEnd('(') : name;
        }

        isEmpty = name.IsEmpty;
        if (!AgencyName.IsLikely(name))
        {
            return null;
        }

        Span<char> printed = stackalloc char[name.Length];
        for (var i = 0; i < name.Length; i++)
        {
            printed[i] = text[positions[first + i]];
        }

        return new string(printed);
    }

    // No date: the last line may still be the name.
    private static Signature? LastLine(ReadOnlySpan<char> text, int from, int end)
    {
        var line = LineStart(text, from, end);
        return line > from && text[line..end].IndexOfAny(':', '：') < 0 && NameBefore(text, line, end, out _) is { Length: >= 4 } name
            ? new Signature(null, name, end)
            : null;
    }

    private static int LineStart(ReadOnlySpan<char> text, int from, int at) => text[from..at].LastIndexOf('\n') is var line and >= 0 ? from + line + 1 : from;
}
