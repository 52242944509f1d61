using System.Buffers;
using System.Globalization;
using System.Net;

namespace Gongkai.Reports.Reading.Html;

/// <summary>把网页的标签变成 <see cref="BlockWriter"/> 的调用；建树的与不建树的读法共用。</summary>
internal sealed class HtmlFlow(BlockWriter writer)
{
    private static readonly SearchValues<string> LeftEntities =
        SearchValues.Create(["&amp;", "&nbsp;", "&ensp;", "&emsp;", "&thinsp;", "&ldquo;", "&rdquo;", "&hellip;", "&middot;", "&mdash;", "&#"], StringComparison.OrdinalIgnoreCase);

    private int preformatted;

    /// <summary>文字，实体已解。</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        // 「0&amp;nbsp;」：实体转义了两遍，不再解就成了格里的字母。
        for (var level = 0; level < 2 && text.Contains('&') && text.ContainsAny(LeftEntities); level++)
        {
            text = WebUtility.HtmlDecode(text.ToString());
        }

        if (preformatted == 0)
        {
            writer.Text(text);
            return;
        }

        while (text.IndexOfAny('\n', '\r') is >= 0 and var end)
        {
            writer.Verbatim(text[..end]);
            writer.Break();
            text = text[(end + 1)..];
        }

        writer.Verbatim(text);
    }

    /// <summary>元素没有读；划去的要让所在的格知道。</summary>
    public void Struck(Display display)
    {
        if (display is Display.Struck or Display.Blank)
        {
            writer.Struck();
        }
    }

    /// <summary>元素开始。</summary>
    public void Open(TagTraits traits, ReadOnlySpan<char> rowSpan, ReadOnlySpan<char> columnSpan)
    {
        if ((traits & TagTraits.Cell) != 0)
        {
            writer.OpenCell(Span(rowSpan), Math.Max(Span(columnSpan), 1));
        }
        else if ((traits & TagTraits.Row) != 0)
        {
            writer.OpenRow();
        }
        else if ((traits & TagTraits.Table) != 0)
        {
            writer.OpenTable();
        }
        else if ((traits & (TagTraits.Block | TagTraits.LineBreak)) != 0)
        {
            writer.Break();
            preformatted += (traits & TagTraits.Preformatted) != 0 ? 1 : 0;
        }
        else if ((traits & TagTraits.Picture) != 0)
        {
            writer.Picture();
        }
        else if ((traits & TagTraits.Raised) != 0)
        {
            writer.OpenMark();
        }
    }

    /// <summary>元素结束。</summary>
    public void Close(TagTraits traits)
    {
        if ((traits & TagTraits.Cell) != 0)
        {
            writer.CloseCell();
        }
        else if ((traits & TagTraits.RowGroup) != 0)
        {
            writer.EndRowGroup();
        }
        else if ((traits & TagTraits.Table) != 0)
        {
            writer.CloseTable();
        }
        else if ((traits & TagTraits.Block) != 0)
        {
            writer.Break();
            preformatted -= (traits & TagTraits.Preformatted) != 0 && preformatted > 0 ? 1 : 0;
        }
        else if ((traits & TagTraits.Raised) != 0)
        {
            writer.CloseMark();
        }
    }

    /// <summary>合并的格数：开头的数字，写得不对时按 1。</summary>
    private static int Span(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        var digits = value.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(digits < 0 ? value : value[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? span : 1;
    }
}
