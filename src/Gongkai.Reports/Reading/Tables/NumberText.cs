using Gongkai.Reports.Reading.Labels;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>印出的一个数：位数、写法、后面的单位。</summary>
internal readonly struct NumberText
{
    private readonly int _start;

    private NumberText(int start) => _start = start;

    /// <summary>数字（含小数）之后。</summary>
    public int End { get; private init; }

    /// <summary>值，乘以 <see cref="Token.Scale"/>；单位「万元」「元」不在此换算。</summary>
    public long Value { get; private init; }

    /// <summary>只有半角或全角数字。</summary>
    public bool IsPlain { get; private init; }

    /// <summary>有全角数字或千分位。</summary>
    public bool IsNormalised { get; private init; }

    /// <summary>位数太多，不是一个数（可能是粘连的几个）。</summary>
    public bool IsTooLong { get; private init; }

    /// <summary>后面是年、月、日、页、号之类：不是表里的数。</summary>
    public bool IsDateOrPage { get; private init; }

    /// <summary>单位之后；没有单位时同 <see cref="End"/>。</summary>
    public int AfterUnit { get; private init; }

    public static NumberText Read(string text, int start, int limit)
    {
        long value = 0;
        var digits = 0;
        var (wide, thousands, broken) = (false, false, false);
        var at = start;
        while (at < limit)
        {
            if (CharKinds.Of(text[at]) is CharKind.Digit)
            {
                wide |= text[at] > '9';
                digits++;
                value = digits <= Token.MaximumDigits ? (value * 10) + CharKinds.DigitValue(text[at]) : value;
                at++;
            }
            else if (digits is > 0 and <= 9 && CharKinds.Of(text[at]) is CharKind.Comma && (thousands || at - start <= 3) && ThreeDigits(text, at + 1, limit))
            {
                thousands = true;
                at++;
            }
            else if (text[at] >= '\u00AD' && AfterInvisible(text, at, limit) is var next && next > at && next < limit && CharKinds.Of(text[next]) is CharKind.Digit or CharKind.Comma or CharKind.Dot)
            {
                broken = true;
                at = next;
            }
            else
            {
                break;
            }
        }

        var scaled = value * Token.Scale;
        var isDecimal = false;
        if (at + 1 < limit && text[at] is '.' or '．' && AfterInvisible(text, at + 1, limit) is var fraction && fraction < limit && CharKinds.Of(text[fraction]) is CharKind.Digit)
        {
            isDecimal = true;
            var unit = Token.Scale;
            var stop = fraction;
            while (fraction < limit && CharKinds.Of(text[fraction]) is CharKind.Digit)
            {
                unit /= 10;
                scaled += unit * CharKinds.DigitValue(text[fraction]);
                stop = fraction + 1;
                fraction = AfterInvisible(text, stop, limit);
            }

            at = stop;
        }

        var (afterUnit, date) = Unit(text, at, limit);
        return new NumberText(start)
        {
            End = at,
            Value = scaled,
            IsPlain = !thousands && !isDecimal && !broken,
            IsNormalised = wide || thousands || broken,
            IsTooLong = digits > Token.MaximumDigits,
            IsDateOrPage = date,
            AfterUnit = afterUnit,
        };
    }

    /// <summary>
    /// 末尾的数字其实是下一个标签的序号（「0 0 81.属于国家秘密」里的 1）。
    /// </summary>
    /// <returns>序号起于何处（之前的仍是数）；不是序号时为 null。</returns>
    public int? Ordinal(string text, int label, int ordinal, bool inside)
    {
        if (inside || !IsPlain)
        {
            return null;
        }

        var at = End;
        while (at < text.Length && CharKinds.Of(text[at]) is CharKind.Space)
        {
            at++;
        }

        var marked = at < text.Length && CharKinds.Of(text[at]) is CharKind.Dot or CharKind.Close;
        if (marked)
        {
            at++;
            var apart = false;
            while (at < text.Length && CharKinds.Of(text[at]) is CharKind.Space or CharKind.Newline or CharKind.Tab && at < End + 8)
            {
                apart |= CharKinds.Of(text[at]) is not CharKind.Space;
                at++;
            }

            // "1796." at the end of a cell is a value with a full stop, unless the label in the next cell has this very ordinal.
            if (apart)
            {
                return at == label && ordinal > 0 && CharKinds.DigitValue(text[End - 1]) == ordinal ? End - 1 : null;
            }

            return at == label || (at < text.Length && CharKinds.Of(text[at]) is CharKind.Han)
                ? LastDigit(text, at == label ? ordinal : 0)
                : null;
        }

        return ordinal > 0 && End == label && CharKinds.DigitValue(text[End - 1]) == ordinal ? End - 1 : null;
    }

    private int LastDigit(string text, int ordinal)
    {
        var matches = ordinal == 0 || CharKinds.DigitValue(text[End - 1]) == ordinal;
        return matches ? End - 1 : End - _start <= 2 ? _start : End - 1;
    }

    private static int AfterInvisible(string text, int at, int limit)
    {
        while (at < limit && CharKinds.IsInvisible(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool ThreeDigits(string text, int at, int limit)
    {
        for (var i = 0; i < 3; i++)
        {
            if (at + i >= limit || CharKinds.Of(text[at + i]) is not CharKind.Digit)
            {
                return false;
            }
        }

        return at + 3 >= limit || CharKinds.Of(text[at + 3]) is not CharKind.Digit;
    }

    private static (int After, bool Date) Unit(string text, int at, int limit)
    {
        var unit = at;
        while (unit < limit && CharKinds.Of(text[unit]) is CharKind.Space && unit < at + 2)
        {
            unit++;
        }

        if (unit >= limit)
        {
            return (at, false);
        }

        var length = text[unit] switch
        {
            '万' or '萬' or '亿' => unit + 1 < limit && text[unit + 1] is '元' ? 2 : 1,
            '件' or '条' or '條' or '个' or '個' or '份' or '宗' or '次' or '项' or '起' or '元' or '人' or '例' => 1,
            _ => 0,
        };
        if (length > 0)
        {
            var after = unit + length;
            return after < limit && CharKinds.Of(text[after]) is CharKind.Han && !LabelScanner.IsNumeral(text[after]) ? (at, false) : (after, false);
        }

        return (at, text[unit] is '年' or '月' or '日' or '页' or '頁' or '号' or '期' or '％' or '%' or '：' or ':');
    }
}
