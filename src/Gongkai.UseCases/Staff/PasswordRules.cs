namespace Gongkai.UseCases.Staff;

/// <summary>密码的规矩：够长，或者够杂；不含用户名，不是人人会猜的。</summary>
public static class PasswordRules
{
    /// <summary>最长几个字符：再长只会拖慢计算。</summary>
    public const int MaximumLength = 128;

    private const int LongEnough = 12;
    private const int ShortLength = 10;
    private const int KindsWhenShort = 3;
    private const int DistinctCharacters = 5;

    // 去掉大小写与常见的替换之后，含有这些词又没有别的多少字符的，猜起来很快。
    private static readonly string[] Forbidden =
    [
        "password", "passw0rd", "p@ssw0rd", "qwerty", "qazwsx", "1qaz2wsx", "asdfgh", "zxcvbn", "admin", "administrator", "welcome", "letmein", "iloveyou",
        "gongkai", "zhengfu", "xinxigongkai", "woaini", "123456", "654321", "111111", "000000", "888888", "666666", "abc123", "a123456",
    ];

    /// <summary>给人看的规矩，一句话。</summary>
    public static string Hint => $"至少 {LongEnough} 个字符；或者至少 {ShortLength} 个字符，并有大写字母、小写字母、数字、符号中的 {KindsWhenShort} 种。不能含用户名，不能是常见的密码。";

    /// <summary>哪里不合规矩；合的给 null。</summary>
    public static string? ProblemOf(string userName, string password)
    {
        if (password.Length > MaximumLength)
        {
            return $"密码太长，最多 {MaximumLength} 个字符。";
        }

        if (password.Length < ShortLength || (password.Length < LongEnough && Kinds(password) < KindsWhenShort))
        {
            return $"密码太简单。要{Hint[..Hint.IndexOf('。', StringComparison.Ordinal)]}。";
        }

        if (userName.Length >= 3 && password.Contains(userName, StringComparison.OrdinalIgnoreCase))
        {
            return "密码不能含用户名，请换一个。";
        }

        if (password.Distinct().Count() < DistinctCharacters || Array.Exists(Forbidden, word => IsMostly(password, word)))
        {
            return "这个密码太常见，容易被猜中，请换一个。";
        }

        return null;
    }

    private static bool IsMostly(string password, string word) =>
        password.Contains(word, StringComparison.OrdinalIgnoreCase) && password.Length - word.Length < ShortLength - 2;

    private static int Kinds(string password) =>
        (password.Any(char.IsUpper) ? 1 : 0) + (password.Any(char.IsLower) ? 1 : 0) + (password.Any(char.IsDigit) ? 1 : 0) + (password.Any(c => !char.IsLetterOrDigit(c)) ? 1 : 0);
}
