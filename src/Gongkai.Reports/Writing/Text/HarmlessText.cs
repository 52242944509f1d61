using System.Globalization;
using System.Text;

namespace Gongkai.Reports.Writing.Text;

/// <summary>把来自文件的文字变得对终端无害：控制符、双向标记显示成看得见的符号，不起作用；一律成为一行。</summary>
public static class HarmlessText
{
    /// <summary>无害的写法；本来无害的原样返回。</summary>
    public static string From(string? text)
    {
        if (text is null)
        {
            return "";
        }

        return text.AsSpan().IndexOfAny(HostileCharacters.OrSurrogates) < 0 ? text : Replaced(text);
    }

    private static string Replaced(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case <= 0x1F:
                    result.Append((char)(0x2400 + rune.Value));
                    break;
                case 0x7F:
                    result.Append('\u2421');
                    break;
                case var value when HostileCharacters.Contains(value):
                    result.Append(CultureInfo.InvariantCulture, $"‹U+{value:X4}›");
                    break;
                default:
                    result.Append(rune.ToString());
                    break;
            }
        }

        return result.ToString();
    }
}
