using System.Net;

namespace Gongkai.Reports.Reading.Html;

/// <summary>不建树地读一个网页：一遍扫过，结束标签只按最近的表格理解。用于 <see cref="MarkupCensus"/> 认为不宜建树的网页。</summary>
internal static class FlatPage
{
    /// <summary>读网页的内容。</summary>
    /// <param name="source">网页。</param>
    /// <param name="writer">写到这里。</param>
    /// <param name="date">元数据里的发布日期写到这里。</param>
    /// <param name="hiddenToo">不显示的内容也读。</param>
    public static void Read(ReadOnlySpan<char> source, BlockWriter writer, PublicationMeta date, bool hiddenToo)
    {
        var flow = new HtmlFlow(writer);
        var scanner = new TagScanner(source);

        // 正在跳过的元素：名，以及同名的嵌套层数。
        ReadOnlySpan<char> skipping = default;
        var depth = 0;
        while (true)
        {
            var more = scanner.Next();
            if (depth == 0)
            {
                Text(flow, scanner.Text);
            }

            if (!more || writer.IsFull)
            {
                return;
            }

            if (scanner.Name.IsEmpty)
            {
                continue;
            }

            if (depth > 0)
            {
                depth += scanner.Name.Equals(skipping, StringComparison.OrdinalIgnoreCase) ? (scanner.IsEnd ? -1 : 1) : 0;
                continue;
            }

            var traits = HtmlTags.Of(scanner.Name);
            if (scanner.IsEnd)
            {
                flow.Close(traits);
                continue;
            }

            if ((traits & TagTraits.Raw) != 0)
            {
                scanner.SkipRaw(scanner.Name);
                continue;
            }

            if ((traits & TagTraits.Skip) != 0 || (!hiddenToo && (traits & TagTraits.Void) == 0 && IsHidden(scanner.Attributes)))
            {
                skipping = scanner.Name;
                depth = 1;
                continue;
            }

            if ((traits & TagTraits.Meta) != 0 && TagScanner.TryAttribute(scanner.Attributes, "content", out var content)
                && (TagScanner.TryAttribute(scanner.Attributes, "name", out var name) || TagScanner.TryAttribute(scanner.Attributes, "property", out name)))
            {
                date.Consider(name, content);
            }

            ReadOnlySpan<char> rows = default, columns = default;
            if ((traits & TagTraits.Cell) != 0 && !scanner.Attributes.IsEmpty)
            {
                TagScanner.TryAttribute(scanner.Attributes, "rowspan", out rows);
                TagScanner.TryAttribute(scanner.Attributes, "colspan", out columns);
            }

            flow.Open(traits, rows, columns);
        }
    }

    private static bool IsHidden(ReadOnlySpan<char> attributes) =>
        !attributes.IsEmpty
        && (TagScanner.TryAttribute(attributes, "hidden", out _) || (TagScanner.TryAttribute(attributes, "style", out var style) && HtmlFlow.IsHiding(style)));

    private static void Text(HtmlFlow flow, ReadOnlySpan<char> text)
    {
        if (text.Contains('&'))
        {
            flow.Text(WebUtility.HtmlDecode(text.ToString()));
        }
        else
        {
            flow.Text(text);
        }
    }
}
