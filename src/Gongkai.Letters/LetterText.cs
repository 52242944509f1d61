using System.Globalization;
using System.Text;

namespace Gongkai.Letters;

/// <summary>填进文书的文字先清理：去掉控制符、双向标记和不成对的代理项，换行统一。</summary>
internal static class LetterText
{
    /// <summary>一项事实最多多少个字；再长不是一封信。</summary>
    public const int Longest = 20_000;

    /// <summary>清理成可以有换行的文字。</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        StringBuilder clean = new(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r' or 0x85 or 0x2028 or 0x2029)
            {
                clean.Append('\n');
            }
            else if (Rune.IsWhiteSpace(rune) && rune.Value != 0x3000)
            {
                clean.Append(' ');
            }
            else if (!IsHarmful(rune))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Trim();
    }

    /// <summary>清理成一行。</summary>
    public static string Line(string? text) => string.Join(' ', Lines(text));

    /// <summary>清理后的各行，空行不算。</summary>
    public static string[] Lines(string? text) =>
        Clean(text).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>公文里的日期：阿拉伯数字，月日不补零。</summary>
    public static string Date(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日");

    // 格式类（Cf）里有双向标记、零宽空格、标签字符；蒙古文、波斯字母的连写要用的三个留着。
    // 自用区和未登记的码位也留着：生僻的人名用字可能在那里。EnumerateRunes 已把不成对的代理项换成 U+FFFD。
    private static bool IsHarmful(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
        || (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format && rune.Value is not (0x180E or 0x200C or 0x200D))
        || (rune.Value & 0xFFFE) == 0xFFFE;
}
