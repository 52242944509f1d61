using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Letters.Writing;

/// <summary>docx 里的一串文字。</summary>
internal static class LetterRun
{
    /// <summary>只有文字；电话、编号里两个数字之间的连字符不在那里折行。</summary>
    public static Run Of(string text, RunProperties? properties = null)
    {
        Run run = new();
        if (properties is not null)
        {
            run.Append(properties);
        }

        var start = 0;
        for (var i = 1; i < text.Length - 1; i++)
        {
            if (text[i] == '-' && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]))
            {
                run.Append(Plain(text[start..i]), new NoBreakHyphen());
                start = i + 1;
            }
        }

        run.Append(Plain(text[start..]));
        return run;
    }

    private static Text Plain(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };
}
