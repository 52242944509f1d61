namespace Gongkai.Reports.Reading.Facts;

/// <summary>印出的一个日期。</summary>
/// <param name="Date">日期。</param>
/// <param name="Start">起点。</param>
/// <param name="End">终点（不含）。</param>
internal readonly record struct PrintedDate(DateOnly Date, int Start, int End)
{
    private const int FirstYear = 2000;
    private const int LastYear = 2099;

    /// <summary>
    /// 在 <paramref name="at"/> 处读日期：2024年1月8日、2024-01-08、2024.1.8、2024/1/8、二〇二四年一月八日，可有空格、全角。
    /// 不是日期或没有这一天时为 null。
    /// </summary>
    public static PrintedDate? Read(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        if (ReadYear(text, ref at) is not { } year || NumberAfter(text, ref at, out var first) is not { } month)
        {
            return null;
        }

        if (NumberAfter(text, ref at, out var second) is not { } day
            || (first == '年') != (second == '月')
            || month is < 1 or > 12
            || day < 1
            || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        var end = Glyphs.SkipSpaces(text, at);
        if (second == '月')
        {
            at = end < text.Length && HanFold.Fold(text[end]) is '日' or '号' ? end + 1 : at;
        }

        return new PrintedDate(new DateOnly(year, month, day), start, at);
    }

    /// <summary>在 <paramref name="at"/> 处读四位年份，不看后面有没有「年」；读到时 <paramref name="at"/> 移到其后。</summary>
    public static int? ReadYear(ReadOnlySpan<char> text, ref int at)
    {
        var (value, digits, i) = (0, 0, at);
        while (i < text.Length && digits < 4)
        {
            if (Digit(text[i]) is var digit && digit < 0)
            {
                if (digits > 0 && Glyphs.KindOf(text[i]) == Glyph.Space)
                {
                    i++;
                    continue;
                }

                return null;
            }

            value = (value * 10) + digit;
            digits++;
            i++;
        }

        if (digits < 4 || value is < FirstYear or > LastYear || (i < text.Length && char.IsAsciiDigit(HanFold.Fold(text[i]))))
        {
            return null;
        }

        at = i;
        return value;
    }

    /// <summary>一个数字的值：半角、全角、汉字（〇○零 O 都作 0）；不是时为 −1。</summary>
    public static int Digit(char c)
    {
        c = HanFold.Fold(c);
        return c switch
        {
            >= '0' and <= '9' => c - '0',
            '〇' or '○' or '零' or 'O' or 'o' or '◯' or 'Ο' or 'О' => 0,
            '一' => 1,
            '二' => 2,
            '三' => 3,
            '四' => 4,
            '五' => 5,
            '六' => 6,
            '七' => 7,
            '八' => 8,
            '九' => 9,
            _ => -1,
        };
    }

    // The separator and the number after it.
    private static int? NumberAfter(ReadOnlySpan<char> text, ref int at, out char separator)
    {
        separator = '\0';
        var i = Glyphs.SkipSpaces(text, at);
        if (i >= text.Length || HanFold.Fold(text[i]) is not ('年' or '月' or '-' or '.' or '/' or '－' or '—' or '–'))
        {
            return null;
        }

        separator = HanFold.Fold(text[i]);
        i = Glyphs.SkipSpaces(text, i + 1);
        var (value, digits) = (0, 0);
        for (; i < text.Length && digits < 3; i++, digits++)
        {
            if (HanFold.Fold(text[i]) == '十')
            {
                value = digits == 0 ? 10 : value * 10;
                if (i + 1 < text.Length && Digit(text[i + 1]) is > 0 and var ones && !char.IsAsciiDigit(text[i + 1]))
                {
                    value += ones;
                    i++;
                }

                i++;
                digits++;
                break;
            }

            if (Digit(text[i]) is var digit && digit < 0)
            {
                break;
            }

            value = (value * 10) + digit;
        }

        if (digits is 0 or > 2 && value > 31)
        {
            return null;
        }

        at = i;
        return digits == 0 ? null : value;
    }
}
