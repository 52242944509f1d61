namespace Gongkai.Reports.Reading;

/// <summary>取原文：半个代理对换成替换符，使写出的 JSON 与网页总是合法的文字。</summary>
internal static class WholeText
{
    public static string Of(ReadOnlySpan<char> text)
    {
        var broken = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                var paired = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
                broken |= !paired;
                i += paired ? 1 : 0;
            }
        }

        return broken ? Mended(text) : text.ToString();
    }

    private static string Mended(ReadOnlySpan<char> text)
    {
        var mended = text.ToArray();
        for (var i = 0; i < mended.Length; i++)
        {
            if (!char.IsSurrogate(mended[i]))
            {
                continue;
            }

            if (char.IsHighSurrogate(mended[i]) && i + 1 < mended.Length && char.IsLowSurrogate(mended[i + 1]))
            {
                i++;
            }
            else
            {
                mended[i] = '\uFFFD';
            }
        }

        return new string(mended);
    }
}
