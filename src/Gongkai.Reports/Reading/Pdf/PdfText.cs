using System.Text;

namespace Gongkai.Reports.Reading.Pdf;

/// <summary>pdf 里的字：字体常把「一」映成部首「⼀」，把连写的字母映成一个字符。</summary>
internal static class PdfText
{
    /// <summary>部首、兼容汉字、连字换成通常的字（NFKC）；其余照原样，全角数字也不动：那是原文的写法。</summary>
    public static string Clean(string text)
    {
        text = text.Trim();
        if (!text.AsSpan().ContainsAnyInRange('\u2E80', '\u2FDF') && !text.AsSpan().ContainsAnyInRange('\uF900', '\uFE4F'))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = IsDisguised(c) ? clean.Append(c.ToString().Normalize(NormalizationForm.FormKC)) : clean.Append(c);
        }

        return clean.ToString();
    }

    private static bool IsDisguised(char c) => c is >= '\u2E80' and <= '\u2FDF' or >= '\uF900' and <= '\uFAFF' or >= '\uFB00' and <= '\uFB06' or >= '\uFE10' and <= '\uFE19' or >= '\uFE30' and <= '\uFE44';
}
