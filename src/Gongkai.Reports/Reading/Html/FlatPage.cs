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
        var sheet = StyleSheet.Of(source);
        var scanner = new TagScanner(source);

        // 正在跳过的元素：名，以及同名的嵌套层数。
        ReadOnlySpan<char> skipping = default;
        var depth = 0;
        var tableInside = false;
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

            var traits = HtmlTags.Of(scanner.Name);
            if (depth > 0 && !tableInside && ((HtmlTags.Of(skipping) & TagTraits.Cell) != 0) && ((traits & (TagTraits.Cell | TagTraits.Row | TagTraits.RowGroup)) != 0 || ((traits & TagTraits.Table) != 0 && scanner.IsEnd)))
            {
                // 省略了结束标签的格到下一格、下一行为止。
                depth = 0;
            }

            if (depth > 0)
            {
                tableInside |= (traits & TagTraits.Table) != 0;
                depth += scanner.Name.Equals(skipping, StringComparison.OrdinalIgnoreCase) ? (scanner.IsEnd ? -1 : 1) : 0;
                continue;
            }

            tableInside = false;
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

            var display = (traits & TagTraits.Skip) != 0 ? Display.Skipped
                : (traits & TagTraits.Void) != 0 ? Display.Shown
                : DisplayOf(scanner.Name, scanner.Attributes, traits, sheet, hiddenToo);
            if (display is Display.Skipped or Display.Struck)
            {
                flow.Struck(display);
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
            if (display == Display.Blank)
            {
                flow.Struck(display);
                flow.Close(traits);
                skipping = scanner.Name;
                depth = 1;
            }
        }
    }

    private static Display DisplayOf(ReadOnlySpan<char> tag, ReadOnlySpan<char> attributes, TagTraits traits, StyleSheet sheet, bool hiddenToo)
    {
        if (attributes.IsEmpty && sheet.IsEmpty)
        {
            return (traits & TagTraits.Struck) != 0 ? Display.Struck : Display.Shown;
        }

        TagScanner.TryAttribute(attributes, "style", out var style);
        ReadOnlySpan<char> id = default, classes = default;
        if (!sheet.IsEmpty)
        {
            TagScanner.TryAttribute(attributes, "id", out id);
            TagScanner.TryAttribute(attributes, "class", out classes);
        }

        // 不建树，不知道有没有下级元素，字号为零的不算看不见。
        return DisplayRules.Of(traits, DisplayRules.Effect(sheet, tag, id, classes, style), TagScanner.TryAttribute(attributes, "hidden", out _), isLeaf: false, hiddenToo);
    }

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
