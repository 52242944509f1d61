using System.Text;

namespace Gongkai.Storage.Sealing;

/// <summary>同一个人的姓名、电话、证件号码写法各异，查找之前先写成一样。</summary>
internal static class Folding
{
    /// <summary>姓名：去掉空白和间隔号，字母大写、半角。</summary>
    public static string Name(string? text) => Kept(text, c => !char.IsWhiteSpace(c) && c is not ('·' or '•' or '・' or '.' or '．'));

    /// <summary>电话：只留数字，去掉开头的 86 和 0086。</summary>
    public static string Phone(string? text)
    {
        var digits = Kept(text, char.IsAsciiDigit);
        foreach (var prefix in (ReadOnlySpan<string>)["0086", "86"])
        {
            if (digits.Length == prefix.Length + 11 && digits.StartsWith(prefix, StringComparison.Ordinal))
            {
                return digits[prefix.Length..];
            }
        }

        return digits;
    }

    /// <summary>证件号码：只留字母和数字，大写、半角。</summary>
    public static string Identifier(string? text) => Kept(text, char.IsLetterOrDigit);

    private static string Kept(string? text, Func<char, bool> keep)
    {
        var kept = new StringBuilder();
        foreach (var c in text ?? "")
        {
            var narrow = c is >= '\uff01' and <= '\uff5e' ? (char)(c - 0xfee0) : c;
            if (char.IsSurrogate(narrow) || keep(narrow))
            {
                kept.Append(char.ToUpperInvariant(narrow));
            }
        }

        return kept.ToString();
    }
}
