using System.Collections.Frozen;

namespace Gongkai.Reports.Reading.Html;

/// <summary>一种标签对阅读的作用，以及解析时的性质。</summary>
[Flags]
internal enum TagTraits
{
    /// <summary>行内，无特别作用。</summary>
    None = 0,

    /// <summary>前后分段。</summary>
    Block = 1,

    /// <summary>换行。</summary>
    LineBreak = 1 << 1,

    /// <summary>图片。</summary>
    Picture = 1 << 2,

    /// <summary>表格。</summary>
    Table = 1 << 3,

    /// <summary>行组。</summary>
    RowGroup = 1 << 4,

    /// <summary>行。</summary>
    Row = 1 << 5,

    /// <summary>格。</summary>
    Cell = 1 << 6,

    /// <summary>内容不是正文。</summary>
    Skip = 1 << 7,

    /// <summary>保留空白与换行。</summary>
    Preformatted = 1 << 8,

    /// <summary>元数据。</summary>
    Meta = 1 << 9,

    /// <summary>没有结束标签。</summary>
    Void = 1 << 10,

    /// <summary>内容是原文，不含标签。</summary>
    Raw = 1 << 11,

    /// <summary>格式标签：不关闭就会被解析器一再重建。</summary>
    Formatting = 1 << 12,

    /// <summary>可以省略结束标签。</summary>
    ImpliedEnd = 1 << 13,

    /// <summary>html 或 body：重复时只并入属性。</summary>
    Root = 1 << 14,

    /// <summary>SVG 或 MathML。</summary>
    Foreign = 1 << 15,

    /// <summary>划去的、删除的。</summary>
    Struck = 1 << 16,

    /// <summary>上标。</summary>
    Raised = 1 << 17,

    /// <summary>只有这些性质的标签是行内的。</summary>
    Inline = Formatting | Struck | Raised,
}

/// <summary>各标签的性质。</summary>
internal static class HtmlTags
{
    private static readonly FrozenDictionary<string, TagTraits> ByName = Build();
    private static readonly FrozenDictionary<string, TagTraits>.AlternateLookup<ReadOnlySpan<char>> BySpan = ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>标签的性质；不认识的按行内。</summary>
    public static TagTraits Of(string name) => ByName.GetValueOrDefault(name);

    /// <summary>标签的性质；不认识的按行内。</summary>
    public static TagTraits Of(ReadOnlySpan<char> name) => BySpan.TryGetValue(name, out var traits) ? traits : TagTraits.None;

    private static FrozenDictionary<string, TagTraits> Build()
    {
        Dictionary<string, TagTraits> tags = new(StringComparer.OrdinalIgnoreCase);
        Add(TagTraits.Block, "div section article header footer main nav aside blockquote center form fieldset figure figcaption details summary h1 h2 h3 h4 h5 h6 ul ol dl dir menu address hgroup legend caption");
        Add(TagTraits.Block | TagTraits.ImpliedEnd, "p li dt dd");
        Add(TagTraits.Block | TagTraits.Preformatted, "pre listing xmp plaintext");
        Add(TagTraits.Block | TagTraits.Root, "html body");
        Add(TagTraits.LineBreak | TagTraits.Void, "br hr");
        Add(TagTraits.Picture | TagTraits.Void, "img image");
        Add(TagTraits.Table, "table");
        Add(TagTraits.RowGroup | TagTraits.ImpliedEnd, "tbody thead tfoot");
        Add(TagTraits.Row | TagTraits.ImpliedEnd, "tr");
        Add(TagTraits.Cell | TagTraits.ImpliedEnd, "td th");
        Add(TagTraits.Skip | TagTraits.Raw, "script style title textarea iframe noembed noframes");
        Add(TagTraits.Skip, "noscript template select datalist object audio video canvas button");
        Add(TagTraits.Skip | TagTraits.Foreign, "svg math");
        Add(TagTraits.Meta | TagTraits.Void, "meta");
        Add(TagTraits.Void, "area base basefont bgsound col embed frame input link param source track wbr keygen");
        Add(TagTraits.Formatting, "a b big code em font i nobr small strong tt u");
        Add(TagTraits.Formatting | TagTraits.Struck, "s strike");
        Add(TagTraits.Struck, "del");
        Add(TagTraits.Raised, "sup");
        Add(TagTraits.ImpliedEnd, "colgroup option");
        return tags.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(TagTraits traits, string names)
        {
            foreach (var name in names.Split(' '))
            {
                tags.Add(name, traits);
            }
        }
    }
}
