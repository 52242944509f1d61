namespace Gongkai.Reports.Checking.Claims;

/// <summary>正文里的一个数：阿拉伯数字（千分位、小数、万、亿）或汉字数字，带余、多、左右与单位。</summary>
internal static class ClaimNumber
{
    private const int MaximumDigits = 15;

    private static readonly (string Word, ClaimUnit Unit, decimal Factor)[] Units =
    [
        ("件次", ClaimUnit.Case, 1), ("个工作日", ClaimUnit.Other, 1), ("人次", ClaimUnit.Other, 1), ("亿元", ClaimUnit.Money, 10_000), ("万元", ClaimUnit.Money, 1), ("千元", ClaimUnit.Money, 0.1m),
        ("元", ClaimUnit.Money, 0.0001m), ("件", ClaimUnit.Case, 1), ("宗", ClaimUnit.Case, 1), ("起", ClaimUnit.Case, 1), ("份", ClaimUnit.Case, 1), ("例", ClaimUnit.Case, 1),
        ("个", ClaimUnit.Loose, 1), ("项", ClaimUnit.Loose, 1), ("条", ClaimUnit.Loose, 1), ("次", ClaimUnit.Loose, 1), ("部", ClaimUnit.Loose, 1), ("笔", ClaimUnit.Loose, 1),
    ];

    /// <summary>自 <paramref name="at"/> 起读一个数；不是数时返回 false，<paramref name="token"/> 的终点是应当略过之处。</summary>
    public static bool TryRead(string text, int at, int limit, out ClaimToken token)
    {
        var isArabic = char.IsAsciiDigit(text[at]);
        var (end, value, grain) = isArabic ? Arabic(text, at, limit) : Chinese(text, at, limit);
        token = new ClaimToken(ClaimRole.Unknown, at, Math.Max(end, at + 1));
        if (end > at && end < limit && text[end] == '月' && !IsOrdinal(text, at))
        {
            token = IsEndOfYear(text, at, end, limit, value) ? token with { End = end + 1 } : new ClaimToken(ClaimRole.PartOfYear, at, end + 1);
            return true;
        }

        // 「依申请公开:2024年」不是钟点。
        if (end > at && at > 1 && text[at - 1] == ':' && !char.IsAsciiDigit(text[at - 2]) && Year(text, at, end, limit, value, isArabic) is { } first)
        {
            token = first;
            return true;
        }

        if (end == at || IsOrdinal(text, at) || (end < limit && text[end] is '%' or '‰' or '-' or '/' or ':' or '.' or '号' or '时' or '月' or '日' or '岁' or '倍'))
        {
            return false;
        }

        var bound = ClaimBound.Exact;
        if (end < limit && text[end] is '余' or '多' or '几')
        {
            bound = ClaimBound.Over;
            end++;
        }

        if (Year(text, at, end, limit, value, isArabic) is { } year)
        {
            token = year;
            return true;
        }

        var unit = ClaimUnit.None;
        var factor = 1m;
        foreach (var (word, kind, by) in Units)
        {
            if (text.AsSpan(end, limit - end).StartsWith(word))
            {
                (unit, factor, end) = (kind, by, end + word.Length);
                break;
            }
        }

        // 汉字数字没有单位时多半不是数（统一、十分），只有零可以单独说。
        if (!isArabic && unit is ClaimUnit.None && !(value == 0 && end == at + 1))
        {
            return false;
        }

        if (end < limit && text[end] is '余' or '多')
        {
            bound = ClaimBound.Over;
            end++;
        }
        else if (text.AsSpan(end, limit - end).StartsWith("以上"))
        {
            bound = ClaimBound.AtLeast;
            end += 2;
        }
        else if (text.AsSpan(end, limit - end) is ['左', '右', ..] or ['上', '下', ..])
        {
            bound = ClaimBound.About;
            end += 2;
        }

        token = new ClaimToken(ClaimRole.Number, at, end, value * factor, grain * factor, unit, bound);
        return true;
    }

    /// <summary>汉字数字。</summary>
    public static bool IsChineseDigit(char c) => c is '零' or '〇' or '○' or '两' or '十' or '百' or '千' || Digit(c) > 0;

    private static bool IsOrdinal(string text, int at) =>
        at > 0 && (text[at - 1] is '第' or '-' or '/' or ':' or '.' or '〔' or '~' || char.IsAsciiLetterOrDigit(text[at - 1]));

    // 「1月1日至12月31日」「截至12月底」「1月至12月」说的是全年。
    private static bool IsEndOfYear(string text, int at, int end, int limit, decimal month)
    {
        var rest = text.AsSpan(end, limit - end);
        return month == 1
            ? rest is ['月', '1' or '一', '日', ..] or ['月', '0', '1', '日', ..] or ['月', '至' or '到' or '-' or '—', '1', '2', ..]
            : month == 12 && (rest is ['月', '3', '1', ..] or ['月', '底' or '末', ..] or ['月', '三', '十', '一', ..] || (at > 0 && text[at - 1] is '至' or '到' or '-' or '—'));
    }

    private static ClaimToken? Year(string text, int at, int end, int limit, decimal value, bool isArabic)
    {
        if (end >= limit || text[end] != '年')
        {
            return null;
        }

        var year = isArabic ? (end - at == 4 ? (int)value : 0) : DigitByDigit(text.AsSpan(at, end - at));
        var stop = end + 1 < limit && text[end + 1] == '度' ? end + 2 : end + 1;
        return year is >= 1990 and <= 2100
            ? new ClaimToken(ClaimRole.Year, at, stop, year)
            : new ClaimToken(ClaimRole.Unknown, at, end + 1);
    }

    private static int DigitByDigit(ReadOnlySpan<char> digits)
    {
        var year = 0;
        foreach (var c in digits)
        {
            var digit = c is '零' or '〇' or '○' ? 0 : Digit(c);
            if (digits.Length != 4 || digit < 0)
            {
                return 0;
            }

            year = (year * 10) + digit;
        }

        return year;
    }

    private static (int End, decimal Value, decimal Grain) Arabic(string text, int at, int limit)
    {
        var (end, value, grain, digits) = (at, 0m, 1m, 0);
        for (; end < limit; end++)
        {
            if (char.IsAsciiDigit(text[end]))
            {
                digits++;
                value = digits <= MaximumDigits ? (value * 10) + (text[end] - '0') : value;
            }
            else if (!(text[end] == ',' && end - at <= 3 + (4 * ((end - at) / 4)) && IsThousands(text, at, end, limit)))
            {
                break;
            }
        }

        if (digits > MaximumDigits)
        {
            return (at, 0, 1);
        }

        if (end + 1 < limit && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            for (end++; end < limit && char.IsAsciiDigit(text[end]); end++)
            {
                if (++digits <= MaximumDigits)
                {
                    grain /= 10;
                    value += grain * (text[end] - '0');
                }
            }
        }

        return Multiplied(text, end, limit, value, grain);
    }

    // A comma between thousands has exactly three digits after it, and one to three before the first.
    private static bool IsThousands(string text, int at, int comma, int limit)
    {
        var run = 0;
        while (comma + 1 + run < limit && char.IsAsciiDigit(text[comma + 1 + run]) && run < 4)
        {
            run++;
        }

        var first = text.AsSpan(at, comma - at).IndexOf(',');
        return run == 3 && (first < 0 ? comma - at : first) is >= 1 and <= 3;
    }

    private static (int End, decimal Value, decimal Grain) Multiplied(string text, int end, int limit, decimal value, decimal grain)
    {
        // 「万元」「亿元」是单位，在后面换算。
        if (end < limit && text[end] is '万' or '亿' && !(end + 1 < limit && text[end + 1] == '元'))
        {
            var factor = text[end] == '万' ? 10_000m : 100_000_000m;
            return (end + 1, value * factor, grain * factor);
        }

        return (end, value, grain);
    }

    private static (int End, decimal Value, decimal Grain) Chinese(string text, int at, int limit)
    {
        var (end, total, section, digit) = (at, 0m, 0m, -1);
        var grain = 1m;
        for (; end < limit && end - at < 16; end++)
        {
            var c = text[end];
            if (c is '零' or '〇' or '○')
            {
                digit = Math.Max(digit, 0);
            }
            else if (Digit(c) is > 0 and var next)
            {
                digit = next;
            }
            else if (c is '十' or '百' or '千')
            {
                section += (digit < 0 ? 1 : digit) * (c == '十' ? 10 : c == '百' ? 100 : 1000);
                digit = 0;
            }
            else if (c == '万' && !(end + 1 < limit && text[end + 1] == '元') && (section > 0 || digit > 0))
            {
                total = (section + Math.Max(digit, 0)) * 10_000;
                (section, digit) = (0, 0);
            }
            else
            {
                break;
            }
        }

        return end == at ? (at, 0, 1) : (end, total + section + Math.Max(digit, 0), grain);
    }

    private static int Digit(char c) => c switch
    {
        '一' => 1,
        '二' or '两' => 2,
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
