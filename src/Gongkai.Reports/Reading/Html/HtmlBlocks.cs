using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Gongkai.Reports.Reading.Html;

/// <summary>网页变成块。</summary>
internal static class HtmlBlocks
{
    // 转义最多套这么多层。
    private const int MaximumEscapes = 3;

    // 不显示的元素里至多看这么多节点。
    private const int MostUnseen = 4_000;

    /// <summary>正文不是显示出来的标记：已还原来读。</summary>
    public static ReaderNote MarkupRestored { get; } = new(ReaderNotes.PageInScript, "网页的正文写在脚本的字符串里，或标记被转义成了文字，已还原来读。", []);

    // 不执行脚本、不取外部资源是默认；注释与位置用不着。
    private static readonly HtmlParserOptions Options = new() { SkipComments = true, DisableElementPositionTracking = true, SkipProcessingInstructions = true };

    // Making one costs a twentieth of a page; it never changes, and each page has a context of its own.
    private static readonly Configuration Configuration = new();

    /// <summary>读网页；正文在脚本的字符串里或不显示的元素里时，读那里。</summary>
    /// <param name="source">网页。</param>
    /// <param name="notes">说明加在这里。</param>
    public static SourceDocument Read(string source, List<ReaderNote> notes)
    {
        var date = new PublicationMeta();
        var blocks = Parse(source, date, hiddenToo: false, out var truncated);
        if (!ScriptedPage.LooksLikeReport(blocks))
        {
            if (InScript(source, blocks, ref truncated) is { } inner)
            {
                blocks = inner;
                notes.Add(MarkupRestored);
            }
            else if (ScriptedPage.IsLabel(source) && Parse(source, new PublicationMeta(), hiddenToo: true, out var hiddenTruncated) is var hidden && ScriptedPage.LooksLikeReport(hidden))
            {
                (blocks, truncated) = (hidden, hiddenTruncated);
            }
        }

        if (truncated)
        {
            notes.Add(SourceOpener.Truncated);
        }

        return new SourceDocument(blocks, null, date.Date, notes) { Unseen = date.Unseen.Text };
    }

    /// <summary>夹在别的文字里的一段标记（Markdown 里的表格）。</summary>
    /// <param name="source">标记。</param>
    /// <param name="truncated">有内容超过限度，没有读。</param>
    public static IReadOnlyList<Block> Fragment(string source, out bool truncated) => Parse(source, new PublicationMeta(), hiddenToo: false, out truncated);

    /// <summary>写成字符串的正文：先看显示成文字的标记，再看脚本、属性和不显示的元素；解开的仍是转义的标记时再解。</summary>
    private static IReadOnlyList<Block>? InScript(string source, IReadOnlyList<Block> blocks, ref bool truncated)
    {
        for (var level = 0; level < MaximumEscapes; level++)
        {
            if ((ScriptedPage.Displayed(blocks) ?? ScriptedPage.Find(source)) is not { } inner)
            {
                return null;
            }

            blocks = Parse(inner, new PublicationMeta(), hiddenToo: false, out var innerTruncated);
            if (ScriptedPage.LooksLikeReport(blocks))
            {
                truncated = innerTruncated;
                return blocks;
            }

            source = inner;
        }

        return null;
    }

    private static IReadOnlyList<Block> Parse(string source, PublicationMeta date, bool hiddenToo, out bool truncated)
    {
        var writer = new BlockWriter();
        if (MarkupCensus.IsOrdinary(source))
        {
            Walk(new HtmlParser(Options, BrowsingContext.New(Configuration)).ParseDocument(source), StyleSheet.Of(source), writer, date, hiddenToo);
        }
        else
        {
            FlatPage.Read(source, writer, date, hiddenToo);
        }

        var blocks = writer.Finish();
        truncated = writer.Truncated;
        return blocks;
    }

    /// <summary>按文档次序走一遍树。自带的栈，不递归：树可能很深。</summary>
    private static void Walk(INode document, StyleSheet sheet, BlockWriter writer, PublicationMeta date, bool hiddenToo)
    {
        var flow = new HtmlFlow(writer);
        var stack = new Stack<Level>();
        var level = new Level(document.ChildNodes, TagTraits.None);
        while (true)
        {
            if (level.Next == level.Count)
            {
                flow.Close(level.Traits);
                if (!stack.TryPop(out level))
                {
                    return;
                }

                continue;
            }

            var node = level.Nodes[level.Next++];
            if (node is IText text)
            {
                flow.Text(text.Data);
            }
            else if (node is IElement element)
            {
                var traits = HtmlTags.Of(element.LocalName);
                var display = (traits & TagTraits.Skip) != 0 ? Display.Skipped : Admit(element, ref traits, sheet, date, hiddenToo);
                if (display is Display.Skipped or Display.Struck)
                {
                    KeepUnseen(element, traits, date.Unseen);
                    flow.Struck(display);
                    continue;
                }

                var isCell = (traits & TagTraits.Cell) != 0 && element.Attributes.Length > 0;
                flow.Open(traits, isCell ? element.GetAttribute("rowspan") : null, isCell ? element.GetAttribute("colspan") : null);
                if (display == Display.Blank)
                {
                    flow.Struck(display);
                    flow.Close(traits);
                    continue;
                }

                stack.Push(level);
                level = new Level(element.ChildNodes, traits);
            }
        }
    }

    private static void KeepUnseen(IElement element, TagTraits traits, UnseenText unseen)
    {
        var isText = (traits & (TagTraits.Skip | TagTraits.Meta)) == 0 || element.LocalName == "title";
        if (!isText || !unseen.HasRoom)
        {
            return;
        }

        // The tree may be deep, and TextContent walks it by recursion.
        var stack = new Stack<Level>();
        var level = new Level(element.ChildNodes, traits);
        for (var looked = 0; looked < MostUnseen && unseen.HasRoom; looked++)
        {
            if (level.Next == level.Count)
            {
                if (!stack.TryPop(out level))
                {
                    return;
                }
            }
            else if (level.Nodes[level.Next++] is var node && node is IText text)
            {
                unseen.Add(text.Data);
            }
            else if (node is IElement inner && (HtmlTags.Of(inner.LocalName) & TagTraits.Skip) == 0)
            {
                stack.Push(level);
                level = new Level(inner.ChildNodes, traits);
            }
        }
    }

    /// <summary>元素怎么读；元数据顺便记下，样式定的上标并入性质。</summary>
    private static Display Admit(IElement element, ref TagTraits traits, StyleSheet sheet, PublicationMeta date, bool hiddenToo)
    {
        if ((traits & TagTraits.Meta) != 0)
        {
            date.Consider(element.GetAttribute("name") ?? element.GetAttribute("property"), element.GetAttribute("content"));
            return Display.Skipped;
        }

        if (element.Attributes.Length == 0 && sheet.IsEmpty)
        {
            return (traits & TagTraits.Struck) != 0 ? Display.Struck : Display.Shown;
        }

        var style = DisplayRules.Effect(sheet, element.LocalName, element.GetAttribute("id"), element.GetAttribute("class"), element.GetAttribute("style"));
        if ((style.On & StyleTraits.Raised) != 0 && (traits & ~TagTraits.Inline) == 0)
        {
            traits |= TagTraits.Raised;
        }

        var isLeaf = (style.On & StyleTraits.Tiny) != 0 && element.ChildElementCount == 0;
        return DisplayRules.Of(traits, style, element.HasAttribute("hidden"), isLeaf, hiddenToo);
    }

    private record struct Level(INodeList Nodes, TagTraits Traits)
    {
        public readonly int Count = Nodes.Length;
        public int Next;
    }
}
