using Gongkai.Reports.Reading.Labels;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>不是一串阿拉伯数字的数：汉字数字、以空格分千位的数。</summary>
internal static class WrittenNumber
{
    /// <summary>最长的汉字数字：九千九百九十九。</summary>
    private const int LongestNumeral = 7;

    public static bool IsNumeral(char c) => c is '零' or '〇' || Digit(c) > 0 || Power(c) > 0;

    /// <summary>读一段汉字数字：三、十二、一百零五。</summary>
    /// <returns>值；不成一个数时为 -1。</returns>
    public static int ReadNumeral(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > LongestNumeral)
        {
            return -1;
        }

        if (text is "零" or "〇")
        {
            return 0;
        }

        var (total, digit, lowest, zero) = (0, 0, int.MaxValue, false);
        foreach (var c in text)
        {
            if (c is '零' or '〇')
            {
                if (zero || digit > 0 || lowest is int.MaxValue or 10)
                {
                    return -1;
                }

                zero = true;
            }
            else if (Power(c) is > 0 and var power)
            {
                // Only a leading ten may go without its "one".
                if (power >= lowest || (digit == 0 && (power != 10 || total > 0)))
                {
                    return -1;
                }

                total += Math.Max(digit, 1) * power;
                (digit, lowest, zero) = (0, power, false);
            }
            else if (digit > 0 || Digit(c) == 0)
            {
                return -1;
            }
            else
            {
                digit = Digit(c);
            }
        }

        // "一百五" may mean 150 or 105.
        return (zero && digit == 0) || (digit > 0 && !zero && lowest is 100 or 1000) ? -1 : total + digit;
    }

    /// <summary>以空格分千位的数（1 234）止于何处：其后每段正好三位，再无别的数字。</summary>
    /// <returns>终点；不是这样的数时为 <paramref name="firstEnd"/>。</returns>
    public static int SpacedThousandsEnd(string text, int start, int firstEnd, int limit)
    {
        if (firstEnd - start > 3 || CharKinds.DigitValue(text[start]) == 0)
        {
            return firstEnd;
        }

        var at = firstEnd;
        while (at + 3 < limit && at - start <= 7 && CharKinds.Of(text[at]) is CharKind.Space && text[at] != '\u3000' && Digits(text, at + 1, limit) == 3)
        {
            at += 4;
        }

        return at;
    }

    private static int Digits(string text, int at, int limit)
    {
        var first = at;
        while (at < limit && CharKinds.Of(text[at]) is CharKind.Digit)
        {
            at++;
        }

        return at - first;
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
        _ => 0,
    };

    private static int Power(char c) => c switch
    {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        _ => 0,
    };
}
