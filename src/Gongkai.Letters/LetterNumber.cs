using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Gongkai.Letters;

/// <summary>文号：机关代字、类型字、年份、序号，如 清应急公开答〔2026〕12号。不编虚位，不加「第」（GB/T 9704）。</summary>
/// <param name="Mark">机关代字，如 清应急。</param>
/// <param name="TypeWord">类型字，如 答；见模板的 <see cref="Templates.LetterTemplate.TypeWord"/>。</param>
/// <param name="Year">年份，四位。</param>
/// <param name="Serial">当年该类型的序号，从 1 起。</param>
public sealed record LetterNumber(string Mark, string TypeWord, int Year, int Serial)
{
    private const string Joint = "公开";
    private const int LongestWord = 20;

    /// <summary>读一个文号；方括号、圆括号、全角数字都认，写出时一律用六角括号。</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out LetterNumber? number)
    {
        number = null;
        var trimmed = text?.Trim();
        if (trimmed is null or { Length: > 64 } || !trimmed.EndsWith('号'))
        {
            return false;
        }

        var open = trimmed.IndexOfAny(['〔', '[', '［', '(', '（', '【']);
        var close = trimmed.IndexOfAny(['〕', ']', '］', ')', '）', '】']);
        if (open < 0 || close != open + 5 || trimmed.LastIndexOf(Joint, open, StringComparison.Ordinal) is var joint && joint < 1)
        {
            return false;
        }

        var (mark, word) = (trimmed[..joint], trimmed[(joint + Joint.Length)..open]);
        if (word.Length == 0 || !AreWords(mark) || !AreWords(word)
            || !TryDigits(trimmed.AsSpan(open + 1, 4), out var year) || year < 1949
            || !TryDigits(trimmed.AsSpan(close + 1, trimmed.Length - close - 2), out var serial))
        {
            return false;
        }

        number = new LetterNumber(mark, word, year, serial);
        return true;
    }

    /// <summary>规范的写法。</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Mark}{Joint}{TypeWord}〔{Year:0000}〕{Serial}号");

    /// <summary>各部分是否能组成文号：字不空、不含括号空白，年份四位，序号为正。</summary>
    public bool IsWellFormed => AreWords(Mark) && AreWords(TypeWord) && Year is >= 1949 and <= 9999 && Serial > 0;

    private static bool AreWords(string text) =>
        text.Length is > 0 and <= LongestWord && text.All(c => char.IsLetter(c) && !char.IsSurrogate(c));

    private static bool TryDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (text.Length is 0 or > 8)
        {
            return false;
        }

        foreach (var c in text)
        {
            var digit = c switch { >= '0' and <= '9' => c - '0', >= '０' and <= '９' => c - '０', _ => -1 };
            if (digit < 0 || (value == 0 && digit == 0))
            {
                return false;
            }

            value = (value * 10) + digit;
        }

        return true;
    }
}
