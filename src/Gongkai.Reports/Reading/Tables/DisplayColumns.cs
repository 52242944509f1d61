namespace Gongkai.Reports.Reading.Tables;

/// <summary>等宽显示时的位置：汉字和全角占两格。</summary>
internal static class DisplayColumns
{
    /// <summary>一个记号的中点在行内的显示位置。</summary>
    public static double Middle(string text, Token token)
    {
        var line = text.LastIndexOf('\n', Math.Max(0, token.Start - 1)) + 1;
        var width = 0;
        for (var i = line; i < token.Start; i++)
        {
            width += Width(text[i]);
        }

        var own = 0;
        for (var i = token.Start; i < token.End; i++)
        {
            own += Width(text[i]);
        }

        return width + (own / 2.0);
    }

    private static int Width(char c) => c switch
    {
        '\t' => 8,
        < '\u1100' => 1,
        (>= '\u2E80' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE30' and <= '\uFE6F') or (>= '\uFF00' and <= '\uFF60') or '\u3000' or '“' or '”' or '—' => 2,
        _ => 1,
    };
}
