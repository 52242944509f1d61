using Gongkai.Reports.Reading.Facts;

namespace Gongkai.Reports.Reading.Pdf;

/// <summary>pdf 里的字：字体常把「一」映成部首「⼀」，看上去一样，比对起来不同。</summary>
internal static class PdfText
{
    /// <summary>部首、兼容汉字换成通常的字；其余照原样，全角数字也不动：那是原文的写法。</summary>
    public static string Clean(string text)
    {
        text = text.Trim();
        return text.AsSpan().ContainsAnyInRange('\u2E80', '\u2FDF') || text.AsSpan().ContainsAnyInRange('\uF900', '\uFAFF')
            ? string.Concat(text.Select(c => IsDisguised(c) ? HanFold.Fold(c) : c))
            : text;
    }

    private static bool IsDisguised(char c) => c is (>= '\u2E80' and <= '\u2FDF') or (>= '\uF900' and <= '\uFAFF');
}
