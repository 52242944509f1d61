using System.Text;

namespace Gongkai.Bench.Copies;

/// <summary>把 LibreOffice 印的 pdf 的各页转过来，像横着扫描、拼版的那样。</summary>
internal static class TurnedPages
{
    private const string Box = "/MediaBox[0 0 595.303937007874 841.889763779528]";

    /// <summary>转了的；各页的页面框不是预料的写法时为 null。</summary>
    /// <param name="pdf">LibreOffice 印的 pdf。</param>
    /// <param name="degrees">顺时针转多少度：90、180 或 270。</param>
    public static byte[]? Of(byte[] pdf, int degrees)
    {
        // 长短不变，所以文件里记的各处位置仍是对的。
        var text = Encoding.Latin1.GetString(pdf);
        return text.Contains(Box, StringComparison.Ordinal)
            ? Encoding.Latin1.GetBytes(text.Replace(Box, $"/Rotate {degrees}/MediaBox[0 0 595.30 841.89]".PadRight(Box.Length), StringComparison.Ordinal))
            : null;
    }
}
