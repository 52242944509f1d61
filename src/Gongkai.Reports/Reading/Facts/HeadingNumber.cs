namespace Gongkai.Reports.Reading.Facts;

/// <summary>标题序号的写法。</summary>
internal enum NumberStyle
{
    /// <summary>没有序号。</summary>
    None,

    /// <summary>一、</summary>
    Han,

    /// <summary>1、或 1.</summary>
    Arabic,

    /// <summary>（一）</summary>
    BracketedHan,

    /// <summary>（1）</summary>
    BracketedArabic,

    /// <summary>第一部分</summary>
    Part,
}

/// <summary>标题前的序号。</summary>
/// <param name="Style">写法。</param>
/// <param name="Value">几，1 至 6。</param>
/// <param name="End">序号（含顿号、点、括号）之后的位置。</param>
internal readonly record struct HeadingNumber(NumberStyle Style, int Value, int End)
{
    /// <summary>一至六、1 至 6 的值；不是时为 0。</summary>
    public static int ValueOf(char c) => HanFold.Fold(c) switch
    {
        '一' or '1' => 1,
        '二' or '2' => 2,
        '三' or '3' => 3,
        '四' or '4' => 4,
        '五' or '5' => 5,
        '六' or '6' => 6,
        _ => 0,
    };

    /// <summary>在 <paramref name="at"/> 处读序号；没有时为 null。</summary>
    public static HeadingNumber? Read(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length)
        {
            return null;
        }

        var c = HanFold.Fold(text[at]);
        var bracket = c is '(' or '〔' or '[' or '【';
        var part = c == '第';
        if (bracket || part)
        {
            at = Glyphs.SkipSpaces(text, at + 1);
        }

        if (at >= text.Length || ValueOf(text[at]) is var value && value == 0)
        {
            return null;
        }

        var arabic = HanFold.Fold(text[at]) is >= '0' and <= '9';
        var next = Glyphs.SkipSpaces(text, at + 1);
        if (part)
        {
            return Part(text, value, next);
        }

        if (next < text.Length && Glyphs.KindOf(text[next]) == Glyph.Letter && (next == at + 1 && Continues(HanFold.Fold(text[next]), arabic)))
        {
            return null;
        }

        for (var marks = 0; next < text.Length && marks < 3 && IsSeparator(HanFold.Fold(text[next])); marks++)
        {
            next = Glyphs.SkipSpaces(text, next + 1);
        }

        var style = (bracket, arabic) switch
        {
            (true, true) => NumberStyle.BracketedArabic,
            (true, false) => NumberStyle.BracketedHan,
            (false, true) => NumberStyle.Arabic,
            _ => NumberStyle.Han,
        };
        return new HeadingNumber(style, value, next);
    }

    private static HeadingNumber? Part(ReadOnlySpan<char> text, int value, int next)
    {
        if (next >= text.Length)
        {
            return null;
        }

        switch (HanFold.Fold(text[next]))
        {
            case '部' when next + 1 < text.Length && HanFold.Fold(text[next + 1]) == '分':
                next += 2;
                break;
            case '章' or '节' or '项':
                next++;
                break;
            default:
                return null;
        }

        next = Glyphs.SkipSpaces(text, next);
        while (next < text.Length && IsSeparator(HanFold.Fold(text[next])))
        {
            next = Glyphs.SkipSpaces(text, next + 1);
        }

        return new HeadingNumber(NumberStyle.Part, value, next);
    }

    private static bool IsSeparator(char c) => c is '、' or '.' or ',' or '。' or ':' or ')' or '〕' or ']' or '】' or '､' or '·' or ';';

    // “一是”, “十一”, “2023”: a numeral that goes on is no heading number.
    private static bool Continues(char c, bool arabic) => arabic
        ? char.IsAsciiDigit(c) || c is '年' or '月' or '日' or '条' or '件'
        : c is '是' or '十' or '百' or '年' or '月' or '方' or '些' || ValueOf(c) != 0;
}
