namespace Gongkai.Core.Agencies;

/// <summary>统一社会信用代码（GB 32100-2015，18 位）。现实中有校验位不对的真实代码，所以校验不过只提醒，不拦。</summary>
public static class CreditCode
{
    private const string Letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int Length = 18;

    /// <summary>写法对不对：18 位，只用规定的数字与大写字母。</summary>
    public static bool IsWellFormed(string code) => code.Length == Length && code.All(c => Letters.Contains(c, StringComparison.Ordinal));

    /// <summary>校验位对不对。</summary>
    public static bool HasRightCheckDigit(string code)
    {
        if (!IsWellFormed(code))
        {
            return false;
        }

        var (sum, weight) = (0, 1);
        for (var i = 0; i < Length - 1; i++)
        {
            sum += Letters.IndexOf(code[i], StringComparison.Ordinal) * weight;
            weight = weight * 3 % Letters.Length;
        }

        // 余数为 0 时校验位是 0，不是 31。
        return code[^1] == Letters[(Letters.Length - sum % Letters.Length) % Letters.Length];
    }
}
