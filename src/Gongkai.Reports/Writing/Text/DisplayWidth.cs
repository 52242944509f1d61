using System.Globalization;
using System.Text;

namespace Gongkai.Reports.Writing.Text;

/// <summary>文字在等宽终端里占几格：汉字与全角符号两格，组合符号零格，其余一格（依 Unicode 附件 11）。</summary>
public static class DisplayWidth
{
    /// <summary>一段文字占几格。</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Of(rune);
        }

        return width;
    }

    /// <summary>一个字符占几格。</summary>
    public static int Of(Rune rune) => rune.Value switch
    {
        < 0x300 => 1,
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        >= 0x1100 and <= 0x115F => 2,
        >= 0x2E80 and <= 0x303E => 2,
        >= 0x3041 and <= 0xA4CF => 2,
        >= 0xA960 and <= 0xA97F => 2,
        >= 0xAC00 and <= 0xD7A3 => 2,
        >= 0xF900 and <= 0xFAFF => 2,
        >= 0xFE10 and <= 0xFE19 => 2,
        >= 0xFE30 and <= 0xFE6F => 2,
        >= 0xFF00 and <= 0xFF60 => 2,
        >= 0xFFE0 and <= 0xFFE6 => 2,
        >= 0x1F300 and <= 0x1FAFF => 2,
        >= 0x20000 and <= 0x3FFFD => 2,
        _ => 1,
    };

    /// <summary>右边补空格到 <paramref name="width"/> 格；已够宽时不变。</summary>
    public static string PadRight(string text, int width) => text + Spaces(width - Of(text));

    /// <summary>左边补空格到 <paramref name="width"/> 格；已够宽时不变。</summary>
    public static string PadLeft(string text, int width) => Spaces(width - Of(text)) + text;

    /// <summary>至多 <paramref name="width"/> 格；放不下时截断，末尾为省略号。</summary>
    public static string Fit(string text, int width)
    {
        if (Of(text) <= width)
        {
            return text;
        }

        var kept = new StringBuilder();
        var used = 1;
        foreach (var rune in text.EnumerateRunes())
        {
            used += Of(rune);
            if (used > width)
            {
                break;
            }

            kept.Append(rune.ToString());
        }

        return kept.Append('…').ToString();
    }

    /// <summary>若干个空格；负数按 0 计。</summary>
    internal static string Spaces(int count) => new(' ', Math.Max(0, count));
}
