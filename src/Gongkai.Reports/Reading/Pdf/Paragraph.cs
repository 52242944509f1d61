namespace Gongkai.Reports.Reading.Pdf;

/// <summary>一段：折开的各行接起来。</summary>
internal sealed class Paragraph(LineItem first)
{
    private readonly System.Text.StringBuilder _text = new(first.Line.Text);
    private LineItem _last = first;

    public string Text => _text.ToString();

    public int Page { get; } = first.Page;

    /// <summary>首页上的框。</summary>
    public Box Box { get; private set; } = first.Box;

    /// <summary>下一行是这一段的，就接上。</summary>
    public bool TryContinue(LineItem next)
    {
        if (!Continues(next))
        {
            return false;
        }

        if (char.IsAsciiLetterOrDigit(_text[^1]) && char.IsAsciiLetter(next.Line.Text[0]))
        {
            _text.Append(' ');
        }

        _text.Append(next.Line.Text);
        Box = next.Page == Page ? Box.Union(next.Box) : Box;
        _last = next;
        return true;
    }

    /// <summary>上一行排到了右边界，下一行不缩进、字号相同、隔得不远。</summary>
    private bool Continues(LineItem next)
    {
        var (above, below) = (_last.Line, next.Line);
        var em = Math.Min(above.Em, below.Em);

        // 只在右半边的一行是落款、日期，不是排满的一行。
        if (above.Box.X0 > (_last.Left + _last.Right) / 2)
        {
            return false;
        }

        if (Math.Max(above.Em, below.Em) > 1.25 * em || above.Box.X1 < _last.Right - (1.6 * em) || HasColumns(above.Text) || HasColumns(below.Text)
            || below.Text.All(c => char.IsAsciiDigit(c) || c == ' '))
        {
            return false;
        }

        if (next.Page == _last.Page && below.Box.CenterY - above.Box.CenterY is < 0 or > 40 && below.Box.CenterY - above.Box.CenterY > 3.2 * em)
        {
            return false;
        }

        var isCentered = Math.Abs(above.Box.CenterX - below.Box.CenterX) < 1.5 * em && below.Box.Width < above.Box.Width;
        return below.Box.X0 <= above.Box.X0 + (0.8 * em) || isCentered;
    }

    /// <summary>行里有成列的大间隙：是没有画线的表格，不是折行的文字。</summary>
    private static bool HasColumns(string text) => text.Contains("    ", StringComparison.Ordinal);
}
