using System.Text;
using System.Text.RegularExpressions;

namespace Gongkai.Bench.Fuzzing;

/// <summary>对报告文字的变异：数、标签、分隔、换行，以及控制符。</summary>
public static partial class TextMutations
{
    private static readonly string[] Values =
        ["", "/", "-", "—", "无", "０", "１２", "1,234", "0.5", "-3", "3件", "251000元", "14.67万元", "007", "1e9", "99999999999999999999999999999999", "一百零三", "（见附件）", "\uFFFC", "　", "&nbsp;"];

    private static readonly string[] Marks =
        ["\0", "\u001b[31m", "\u001b]0;标题\a", "\u001b[2J", "\u202E", "\u2066", "\u200B", "\uFEFF", "\u0085", "\u2028", "\u00A0", "\u3000", "\v", "\f", "\r", "\b", "\u007F", "\uFFFD", "\U0001F600", "e\u0301", "[bookmark: _GoBack]", "- 12 -", "第3页 共9页"];

    private static readonly string[] Separators = ["\t", "|", " | ", " ", "　", "\n", "\r\n", "\n\n\t", "", ",", "\u00A0"];

    /// <summary>变异一次。</summary>
    public static string Apply(string text, string other, Chance chance) => chance.Below(14) switch
    {
        0 => ReplaceNumber(text, chance, _ => chance.Digits(chance.Between(1, 4))),
        1 => ReplaceNumber(text, chance, _ => chance.Digits(chance.OneIn(20) ? 20_000 : chance.Between(8, 120))),
        2 => ReplaceNumber(text, chance, old => chance.Pick(Values) + (chance.OneIn(3) ? old : "")),
        3 => Insert(text, chance, chance.Pick(Marks)),
        4 => Insert(text, chance, Token(chance)),
        5 => Insert(text, chance, Brackets(chance)),
        6 => FuseNumbers(text, chance),
        7 => BetweenNumbers().Replace(text, chance.Pick(Separators)),
        8 => Lines(text, chance),
        9 => text.ReplaceLineEndings(chance.Pick(Separators)),
        10 => Window(text, chance, 60, part => new string([.. part.Where((_, i) => !chance.OneIn(8))])),
        11 => Window(text, chance, 2000, part => part + part),
        12 => Window(text, chance, 600, _ => Slice(other, chance, 600)),
        _ => Widen(text, chance),
    };

    /// <summary>编码成字节，字符集任取。</summary>
    public static byte[] Encode(string text, Chance chance) => chance.Below(8) switch
    {
        0 => Encoding.GetEncoding("GB18030").GetBytes(text),
        1 => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
        2 => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
        3 => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
        _ => Encoding.UTF8.GetBytes(text),
    };

    /// <summary>长短不一的一个大词。</summary>
    private static string Token(Chance chance)
    {
        var piece = chance.Pick(["公", "政府信息公开", "9", "A", "（", "一、", "第二十条第（", "总计", "\ud842\udfb7"]);
        return string.Concat(Enumerable.Repeat(piece, chance.OneIn(20) ? 50_000 : chance.Between(10, 800)));
    }

    private static string Brackets(Chance chance)
    {
        var depth = chance.OneIn(10) ? 20_000 : chance.Between(5, 500);
        return new string(chance.Pick(["（", "(", "[", "{", "【", "<", "“"])[0], depth) + (chance.OneIn(2) ? new string('）', depth) : "");
    }

    private static string ReplaceNumber(string text, Chance chance, Func<string, string> replace)
    {
        var start = chance.Below(text.Length);
        return Number().Replace(text, match => replace(match.Value), chance.OneIn(10) ? -1 : chance.Between(1, 6), start);
    }

    private static string Insert(string text, Chance chance, string piece)
    {
        var at = chance.Below(text.Length + 1);
        if (chance.OneIn(3) && text.IndexOfAny(['0', '1', '2', '3'], at) is >= 0 and var digit)
        {
            at = digit + chance.Below(2);
        }

        return text.Insert(at, piece);
    }

    private static string FuseNumbers(string text, Chance chance) =>
        chance.OneIn(3) ? BetweenNumbers().Replace(text, "") : BetweenNumbers().Replace(text, "", chance.Between(1, 20), chance.Below(text.Length));

    private static string Lines(string text, Chance chance)
    {
        var lines = text.Split('\n').ToList();
        for (var n = chance.Between(1, 8); n > 0 && lines.Count > 1; n--)
        {
            var at = chance.Below(lines.Count);
            switch (chance.Below(4))
            {
                case 0:
                    lines.RemoveAt(at);
                    break;
                case 1:
                    lines.Insert(chance.Below(lines.Count), lines[at]);
                    break;
                case 2:
                    var to = chance.Below(lines.Count);
                    (lines[at], lines[to]) = (lines[to], lines[at]);
                    break;
                default:
                    lines[at] = lines[at].Trim();
                    break;
            }
        }

        return string.Join('\n', lines);
    }

    private static string Window(string text, Chance chance, int size, Func<string, string> change)
    {
        var start = chance.Below(text.Length + 1);
        var end = Math.Min(text.Length, start + chance.Between(1, size));
        return string.Concat(text.AsSpan(0, start), change(text[start..end]), text.AsSpan(end));
    }

    private static string Slice(string text, Chance chance, int size)
    {
        var start = chance.Below(text.Length + 1);
        return text[start..Math.Min(text.Length, start + chance.Between(1, size))];
    }

    private static string Widen(string text, Chance chance) =>
        Window(text, chance, 3000, part => new string([.. part.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c)]));

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex("(?<=[0-9])[ \t\r\n　|]+(?=[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex BetweenNumbers();
}
