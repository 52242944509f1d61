namespace Gongkai.Core.Requests;

/// <summary>公民身份号码（GB 11643-1999，ISO 7064 MOD 11-2）。港澳台居民居住证、新版外国人永久居留身份证同算法。</summary>
public static class ResidentNumber
{
    private const string CheckDigits = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>18 位、出生日期合法且不晚于 <paramref name="today"/>、校验位对。</summary>
    public static bool IsValid(string number, DateOnly today)
    {
        if (number.Length != 18 || !number.AsSpan(0, 17).ContainsOnlyDigits())
        {
            return false;
        }

        return char.ToUpperInvariant(number[17]) == CheckDigitOf(number)
            && DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", out var born) && born <= today;
    }

    /// <summary>给前 17 位加上校验位，用于演示与测试的虚构号码。</summary>
    public static string WithCheckDigit(string seventeen) => seventeen + CheckDigitOf(seventeen);

    private static char CheckDigitOf(string number)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += (number[i] - '0') * Weights[i];
        }

        return CheckDigits[sum % 11];
    }

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
