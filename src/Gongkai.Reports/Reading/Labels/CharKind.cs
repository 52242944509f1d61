using Gongkai.Reports.Reading.Facts;

namespace Gongkai.Reports.Reading.Labels;

/// <summary>读表时字符的种类。</summary>
internal enum CharKind : byte
{
    Other,
    Space,
    Newline,
    Tab,
    Pipe,
    Digit,
    Han,
    Dash,
    Slash,
    Dot,
    Comma,
    Open,
    Close,
    Latin,
    Covered,
    Picture,
    Semicolon,
}

/// <summary>全部字符的种类，一次查表。</summary>
internal static class CharKinds
{
    private static readonly CharKind[] Kinds = Build();

    public static CharKind Of(char c) => Kinds[c];

    /// <summary>半角、全角数字的值。</summary>
    public static int DigitValue(char c) => c <= '9' ? c - '0' : c - '０';

    /// <summary>不占位置的字符：零宽空格、软连字符、书写方向标记。夹在数字中间也不把数断开。</summary>
    public static bool IsInvisible(char c) =>
        c is '\u00AD' or '\u061C' or '\u180E' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or (>= '\u2066' and <= '\u2069') or '\uFEFF';

    private static CharKind[] Build()
    {
        var kinds = new CharKind[char.MaxValue + 1];
        for (var i = 0; i <= char.MaxValue; i++)
        {
            var c = (char)i;
            kinds[i] = c switch
            {
                '\n' or '\r' or '\u2028' or '\u2029' or '\f' => CharKind.Newline,
                '\t' => CharKind.Tab,
                FlatText.Covered => CharKind.Covered,
                FlatText.Picture => CharKind.Picture,
                '|' or '｜' or '¦' or '丨' => CharKind.Pipe,
                '─' or '━' or '═' or '┄' or '┅' or '┈' or '┉' => CharKind.Dash,
                >= '\u2502' and <= '\u257B' => CharKind.Pipe,
                ';' or '；' => CharKind.Semicolon,
                >= '0' and <= '9' or >= '０' and <= '９' => CharKind.Digit,
                '-' or '－' or '—' or '–' or '―' or '‐' or '‑' or '−' or '﹣' => CharKind.Dash,
                '/' or '／' or '\\' or '＼' => CharKind.Slash,
                '.' or '．' or '、' or '。' => CharKind.Dot,
                ',' or '，' or '\'' => CharKind.Comma,
                '(' or '（' or '[' or '［' or '【' or '〔' => CharKind.Open,
                ')' or '）' or ']' or '］' or '】' or '〕' => CharKind.Close,
                _ when IsInvisible(c) => CharKind.Space,
                _ when char.IsWhiteSpace(c) => CharKind.Space,
                _ when char.IsAsciiLetter(c) || (c >= 'Ａ' && c <= 'ｚ') => CharKind.Latin,
                _ when IsHan(HanFold.Fold(c)) => CharKind.Han,
                _ => CharKind.Other,
            };
        }

        return kinds;
    }

    private static bool IsHan(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '〇';
}
