using System.Globalization;

namespace Gongkai.Portal.Applying;

/// <summary>来得太多的地址要答的一道加法题：读屏软件念得出，不用看图。每份草稿一道，不变。</summary>
public static class Arithmetic
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>题目，如「三加五等于几」。</summary>
    public static string QuestionFor(Draft draft)
    {
        var (a, b) = Of(draft);
        return $"{Digits[a]}加{Digits[b]}等于几？";
    }

    /// <summary>答得对不对；全角数字也算。</summary>
    public static bool IsRight(Draft draft, string answer)
    {
        var (a, b) = Of(draft);
        return int.TryParse(string.Concat(answer.Trim().Select(HalfWidth)), NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given == a + b;
    }

    private static char HalfWidth(char c) => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c;

    private static (int A, int B) Of(Draft draft)
    {
        var bytes = draft.Once.ToByteArray();
        return (bytes[^1] % 9 + 1, bytes[^2] % 9 + 1);
    }
}
