namespace Gongkai.Letters.Templates;

/// <summary>一种文书的模板，已载入并核对。</summary>
public sealed class LetterTemplate
{
    internal LetterTemplate()
    {
    }

    /// <summary>种类。</summary>
    public required LetterType Type { get; init; }

    /// <summary>中文名称，各不相同，如 答复书（国家秘密）。</summary>
    public required string Name { get; init; }

    /// <summary>文书的标题，如 政府信息公开申请答复书。</summary>
    public required string Title { get; init; }

    /// <summary>文号的类型字，如 答；同一类型字的文书共用一列序号。不编号的为空。</summary>
    public required string TypeWord { get; init; }

    /// <summary>编不编文号：登记表、审批单一类内部用纸以登记编号为准，不占号。</summary>
    public bool IsNumbered => TypeWord.Length > 0;

    /// <summary>法律依据。</summary>
    public required IReadOnlyList<string> Basis { get; init; }

    /// <summary>版式。</summary>
    public required LetterForm Form { get; init; }

    /// <summary>处理决定小类的代码（G1、G2、P、N1…N8、U1…U3、R1…R5、O1…O3）；不是答复则空。U1 和 O3 各有两种。</summary>
    public string? Outcome { get; init; }

    /// <summary>给经办人的提示，不进文书。</summary>
    public string? Note { get; init; }

    /// <summary>必备要素。</summary>
    public required IReadOnlyList<MandatoryElement> Elements { get; init; }

    /// <summary>出这种文书必须有的事实，按模板里出现的先后，最后是主送；有条件的段不算。</summary>
    public IReadOnlyList<string> RequiredFacts => [.. AllBlocks
        .Where(b => b.When is null && b.Unless is null)
        .SelectMany(b => b.Fields)
        .Concat(Salutation?.Fields ?? [])
        .Where(f => !f.IsOptional)
        .Select(f => f.Name)
        .Distinct()];

    /// <summary>这种文书会写到的全部事实，含有条件的段；表单据此只摆用得着的项。</summary>
    public IReadOnlyList<string> UsedFacts => [.. AllBlocks.SelectMany(b => b.Fields.Select(f => f.Name)).Concat(AllBlocks.Select(b => b.When).OfType<string>()).Distinct()];

    internal TemplateText? Salutation { get; init; }

    internal IReadOnlyList<TemplateBlock> Blocks { get; init; } = [];

    internal TemplateEnclosure? Enclosure { get; init; }

    internal IEnumerable<TemplateBlock> AllBlocks => Enclosure is null ? Blocks : [.. Blocks, .. Enclosure.Blocks];
}

/// <summary>载入后的一块：一段，或者一张表。</summary>
internal sealed record TemplateBlock(LetterRole Role, TemplateText? Text, TemplateTable? Table, string? When, string? Unless)
{
    /// <summary>里面的空格。</summary>
    public IEnumerable<(string Name, bool IsOptional)> Fields => Text?.Fields ?? Table!.Cells.SelectMany(c => c.Text.Fields);

    /// <summary>照抄的字。</summary>
    public string Literal => Text?.Literal ?? string.Concat(Table!.Cells.Select(c => c.Text.Literal));
}

internal sealed record TemplateTable(IReadOnlyList<int> Columns, IReadOnlyList<TemplateRow> Rows)
{
    public IEnumerable<TemplateCell> Cells => Rows.SelectMany(r => r.Cells);
}

internal sealed record TemplateRow(int Height, IReadOnlyList<TemplateCell> Cells, bool PerSearch);

internal sealed record TemplateCell(TemplateText Text, int Span, bool IsLabel);

internal sealed record TemplateEnclosure(string Title, TemplateText? Salutation, IReadOnlyList<TemplateBlock> Blocks);
