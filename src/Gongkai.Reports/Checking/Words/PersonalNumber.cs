using Gongkai.Reports.Reading.Facts;

namespace Gongkai.Reports.Checking.Words;

/// <summary>个人号码的种类。</summary>
internal enum PersonalKind
{
    /// <summary>居民身份证号码（GB 11643）。</summary>
    Identity,

    /// <summary>手机号码。</summary>
    Mobile,

    /// <summary>银行卡号。</summary>
    BankCard,
}

/// <summary>看一串数字是不是个人的号码。</summary>
internal static class PersonalNumber
{
    private const int EarliestBirth = 1900;

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>18 位身份证号码：地区、出生日期、校验码都对，出生不晚于 <paramref name="latest"/> 年。</summary>
    public static bool IsIdentity(ReadOnlySpan<char> number, int latest)
    {
        if (number.Length != 18 || !IsRegion(((number[0] - '0') * 10) + number[1] - '0'))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            if (!char.IsAsciiDigit(number[i]))
            {
                return false;
            }

            sum += (number[i] - '0') * Weights[i];
        }

        var (year, month, day) = (Int(number[6..10]), Int(number[10..12]), Int(number[12..14]));
        return "10X98765432"[sum % 11] == char.ToUpperInvariant(number[17])
            && year >= EarliestBirth && year <= latest
            && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    /// <summary>手机号码：11 位，1 后面是 3 至 9。</summary>
    public static bool IsMobile(ReadOnlySpan<char> number) => number.Length == 11 && number[0] == '1' && number[1] is >= '3' and <= '9';

    /// <summary>银行卡号：16 至 19 位，开头是银联、维萨、万事达的标识，校验码对。</summary>
    public static bool IsBankCard(ReadOnlySpan<char> number)
    {
        if (number.Length is < 16 or > 19 || !(number.StartsWith("62") || number[0] is '4' || (number[0] is '5' && number[1] is >= '1' and <= '5')))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < number.Length; i++)
        {
            var digit = number[^(i + 1)] - '0';
            digit = i % 2 == 0 ? digit : digit > 4 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0;
    }

    /// <summary>
    /// 遮去文字里的长号码：11 位以上的数字（其间的空白、连字符不论）只留头三位、尾两位。
    /// </summary>
    public static string Masked(string text)
    {
        var masked = text.AsSpan().ContainsAnyInRange('0', '9') || text.AsSpan().ContainsAnyInRange('０', '９') ? text.ToCharArray() : null;
        for (var at = 0; masked is not null && at < masked.Length; at++)
        {
            if (!IsDigit(masked[at]))
            {
                continue;
            }

            var (end, digits) = (at, 0);
            for (var i = at; i < masked.Length && (IsDigit(masked[i]) || (digits > 0 && IsJoint(masked[i])) || (digits >= 17 && masked[i] is 'X' or 'x' or 'Ｘ' or 'ｘ')); i++)
            {
                if (!IsJoint(masked[i]))
                {
                    (digits, end) = (digits + 1, i + 1);
                }
            }

            if (digits >= 11)
            {
                Cover(masked.AsSpan(at, end - at), digits);
            }

            at = Math.Max(at, end - 1);
        }

        return masked is null ? text : new string(masked);
    }

    private static void Cover(Span<char> number, int digits)
    {
        var seen = 0;
        foreach (ref var c in number)
        {
            if (!IsJoint(c) && ++seen > 3 && seen <= digits - 2)
            {
                c = '*';
            }
        }
    }

    private static bool IsDigit(char c) => char.IsAsciiDigit(HanFold.Fold(c));

    private static bool IsJoint(char c) => c is '-' or '－' || char.IsWhiteSpace(c) || Glyphs.KindOf(c) == Glyph.Space;

    private static bool IsRegion(int code) => code is (>= 11 and <= 15) or (>= 21 and <= 23) or (>= 31 and <= 37) or (>= 41 and <= 46) or (>= 50 and <= 54) or (>= 61 and <= 65) or 71 or 81 or 82 or 83;

    private static int Int(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var c in digits)
        {
            value = (value * 10) + c - '0';
        }

        return value;
    }
}
