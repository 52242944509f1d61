namespace Gongkai.Reports.Reading;

/// <summary>上标的脚注记号：「10<sup>1</sup>」是十，不是一百零一。</summary>
internal sealed partial class BlockWriter
{
    private const int LongestMark = 12;

    // 格里这么多字以后的上标是文章里的，不是数字的脚注。
    private const int ProseCell = 80;

    private TextFlow? markFlow;
    private int markStart;
    private int markDepth;
    private (bool LineBegun, bool BreakPending, bool Space) beforeMark;

    // 格里最先写的是上标：后面还有字时才知道它是记号。
    private TextFlow? leadFlow;
    private int leadEnd;

    /// <summary>这里有划去的内容，没有读。</summary>
    public void Struck() => current.HasStruck = true;

    /// <summary>上标开始。</summary>
    public void OpenMark()
    {
        if (markFlow is not null)
        {
            markDepth++;
            return;
        }

        markFlow = current;
        markStart = length;
        markDepth = 0;
        beforeMark = (current.LineBegun, current.BreakPending, current.Space);
    }

    /// <summary>上标结束：格里的脚注记号不收；别的与前面的数字隔开。</summary>
    public void CloseMark()
    {
        if (markFlow is null || markDepth-- > 0)
        {
            return;
        }

        markFlow = null;
        var mark = buffer.AsSpan(markStart, length - markStart);
        if (mark.IsWhiteSpace())
        {
            return;
        }

        if (current.IsCell && length - current.Start <= ProseCell && IsFootnoteMark(mark))
        {
            if (markStart == current.Start || (leadFlow == current && leadEnd == markStart))
            {
                (leadFlow, leadEnd) = (current, length);
                return;
            }

            length = markStart;
            (current.LineBegun, current.BreakPending, current.Space) = beforeMark;
        }
        else if (markStart > current.Start && char.IsDigit(buffer[markStart - 1]) && char.IsDigit(mark[0]))
        {
            Reserve(1);
            buffer.AsSpan(markStart, length - markStart).CopyTo(buffer.AsSpan(markStart + 1));
            buffer[markStart] = ' ';
            length++;
        }
    }

    /// <summary>分了段、进了别的格，上标就到此为止。</summary>
    private void ForgetMark() => markFlow = null;

    private void ForgetMarks() => markFlow = leadFlow = null;

    private void DropLeadingMark(ReadOnlySpan<char> text)
    {
        if (leadFlow == current && leadEnd == length && markFlow is null && !text.IsWhiteSpace())
        {
            length = current.Start;
            current.BreakPending = current.Space = false;
            leadFlow = null;
        }
    }

    /// <summary>只有一两位的数、括号、星号之类：「1」「[2]」「注1」「①」「*」。</summary>
    public static bool IsFootnoteMark(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length > LongestMark)
        {
            return false;
        }

        var digits = 0;
        var letters = 0;
        foreach (var c in text)
        {
            digits = char.IsDigit(c) ? digits + 1 : 0;
            letters += char.IsAsciiLetter(c) ? 1 : 0;
            var belongs = char.IsDigit(c) || char.IsAsciiLetter(c) || char.IsWhiteSpace(c) || c is >= '\u2460' and <= '\u24FF'
                || "*＊※#†‡§★☆△▲○●[]［］【】〔〕()（）,，、注".Contains(c, StringComparison.Ordinal);
            if (!belongs || digits > 2 || letters > 1)
            {
                return false;
            }
        }

        return true;
    }
}
