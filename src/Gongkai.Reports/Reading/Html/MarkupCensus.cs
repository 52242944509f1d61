using System.Buffers;

namespace Gongkai.Reports.Reading.Html;

/// <summary>
/// 建树之前先数一遍标签：规范的建树算法对几种写法要用平方的时间或极深的树（不关的格式标签、极深的嵌套、
/// 表格里格外的内容、成百的属性）。这样的网页改走 <see cref="FlatPage"/>，用时与长度成正比。
/// </summary>
internal static class MarkupCensus
{
    private const int Tags = 60_000;
    private const int Depth = 200;
    private const int OpenFormatting = 64;

    // 每个没关的格式标签在其后的每一段里重建一次；累计的次数。
    private const int Rebuilt = 250_000;
    private const int Fostered = 300;
    private const int LongTag = 4096;
    private const int AttributesPerTag = 200;
    private const int Roots = 16;
    private const int SelfClosed = 2000;
    private static readonly SearchValues<char> Separators = SearchValues.Create(" \t\n\r\f/");

    /// <summary>可以放心建树。</summary>
    public static bool IsOrdinary(ReadOnlySpan<char> source)
    {
        Span<Open> stack = stackalloc Open[Depth];
        int depth = 0, tags = 0, formatting = 0, fostered = 0, roots = 0, selfClosed = 0, foreign = 0, rebuilt = 0;
        var scanner = new TagScanner(source);
        while (scanner.Next())
        {
            if (++tags > Tags)
            {
                return false;
            }

            var traits = HtmlTags.Of(scanner.Name);
            var outsideCell = depth > 0 && stack[depth - 1] is { IsTable: true, InCell: false };
            if (outsideCell && (!scanner.Text.IsWhiteSpace() || (!scanner.Name.IsEmpty && (traits & TablePart) == 0)) && ++fostered > Fostered)
            {
                return false;
            }

            if (scanner.Name.IsEmpty)
            {
                continue;
            }

            if ((traits & (TagTraits.RowGroup | TagTraits.Row | TagTraits.Cell)) != 0)
            {
                if (depth > 0 && stack[depth - 1].IsTable)
                {
                    stack[depth - 1].InCell = (traits & TagTraits.Cell) != 0 && !scanner.IsEnd;
                }
                else if (InnermostTable(stack[..depth]) is >= 0 and var table)
                {
                    // 格内没有关的元素随格一起结束。
                    depth = table + 1;
                    stack[table].InCell = (traits & TagTraits.Cell) != 0 && !scanner.IsEnd;
                }

                continue;
            }

            if (scanner.IsEnd)
            {
                formatting -= (traits & TagTraits.Formatting) != 0 && formatting > 0 ? 1 : 0;
                depth = Close(source, stack[..depth], scanner.Name, traits);
                continue;
            }

            if (scanner.Attributes.Length > LongTag && CountAttributes(scanner.Attributes) > AttributesPerTag)
            {
                return false;
            }

            formatting += (traits & TagTraits.Formatting) != 0 ? 1 : 0;
            roots += (traits & TagTraits.Root) != 0 ? 1 : 0;
            foreign += (traits & TagTraits.Foreign) != 0 ? 1 : 0;
            rebuilt += formatting;
            if (formatting > OpenFormatting || roots > Roots || rebuilt > Rebuilt)
            {
                return false;
            }

            if ((traits & (TagTraits.Void | TagTraits.ImpliedEnd | TagTraits.Root)) != 0)
            {
                continue;
            }

            if (foreign > 0 && (traits & ~(TagTraits.Struck | TagTraits.Raised)) == 0 && scanner.Attributes.EndsWith("/"))
            {
                if (++selfClosed > SelfClosed)
                {
                    return false;
                }

                continue;
            }

            if (foreign == 0 && scanner.Name.Equals("script", StringComparison.OrdinalIgnoreCase))
            {
                scanner.SkipRaw("script");
                continue;
            }

            if (depth == Depth)
            {
                return false;
            }

            source.Overlaps(scanner.Name, out var offset);
            stack[depth++] = new Open(offset, scanner.Name.Length, (traits & TagTraits.Table) != 0, (traits & ~TagTraits.Inline) != 0);
        }

        return true;
    }

    private const TagTraits TablePart = TagTraits.RowGroup | TagTraits.Row | TagTraits.Cell | TagTraits.Table | TagTraits.Skip | TagTraits.Void | TagTraits.ImpliedEnd;

    /// <summary>结束标签之后的深度：只关规范会关的。行内的结束标签越不过块，别的越不过表格。</summary>
    private static int Close(ReadOnlySpan<char> source, ReadOnlySpan<Open> stack, ReadOnlySpan<char> name, TagTraits traits)
    {
        var isTable = (traits & TagTraits.Table) != 0;
        var isInline = (traits & ~TagTraits.Inline) == 0;
        for (var i = stack.Length - 1; i >= 0; i--)
        {
            if (name.Equals(source.Slice(stack[i].Start, stack[i].Length), StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }

            if ((stack[i].IsTable && !isTable) || (stack[i].IsBlock && isInline))
            {
                break;
            }
        }

        return stack.Length;
    }

    private static int InnermostTable(ReadOnlySpan<Open> stack)
    {
        var i = stack.Length - 1;
        while (i >= 0 && !stack[i].IsTable)
        {
            i--;
        }

        return i;
    }

    private static int CountAttributes(ReadOnlySpan<char> attributes)
    {
        var count = 0;
        while (attributes.IndexOfAny(Separators) is >= 0 and var at)
        {
            count++;
            attributes = attributes[(at + 1)..];
        }

        return count;
    }

    private record struct Open(int Start, int Length, bool IsTable, bool IsBlock)
    {
        public bool InCell;
    }
}
