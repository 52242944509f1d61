using Gongkai.Letters.Facts;

namespace Gongkai.Letters;

/// <summary>一份成文的文书。文字都已清理（没有控制符和双向标记），写成何种格式由 Writing 决定。</summary>
public sealed class Letter
{
    internal Letter()
    {
    }

    /// <summary>种类。</summary>
    public required LetterType Type { get; init; }

    /// <summary>版式。</summary>
    public required LetterForm Form { get; init; }

    /// <summary>公文格式；表格不看它。</summary>
    public LetterLayout Layout { get; init; }

    /// <summary>标题，如 政府信息公开申请补正告知书。</summary>
    public required string Title { get; init; }

    /// <summary>文号；内部用纸不编号，为 null。</summary>
    public required string? Number { get; init; }

    /// <summary>发文机关标志，也是落款。</summary>
    public required string Agency { get; init; }

    /// <summary>主送，不带冒号；表格没有。</summary>
    public string? Addressee { get; init; }

    /// <summary>正文各段和表格，依次。</summary>
    public required IReadOnlyList<LetterBlock> Blocks { get; init; }

    /// <summary>附件名称，依次。</summary>
    public required IReadOnlyList<string> Attachments { get; init; }

    /// <summary>成文日期，如 2026年3月5日。</summary>
    public required string WrittenOn { get; init; }

    /// <summary>联系方式一行；没有则空。</summary>
    public string? Contact { get; init; }

    /// <summary>随文的回执页（征求意见确认函等），另面。</summary>
    public required IReadOnlyList<LetterEnclosure> Enclosures { get; init; }
}

/// <summary>文书的版式。</summary>
public enum LetterForm
{
    /// <summary>公文：红色机关标志、文号、红线、标题、主送、正文、落款。</summary>
    Official,

    /// <summary>表格：标题、文号、表。</summary>
    Table,
}

/// <summary>段落在文书里的作用。</summary>
public enum LetterRole
{
    /// <summary>开头：何时收到何申请。</summary>
    Opening,

    /// <summary>经过：补正、延期、征求意见、缴费。</summary>
    History,

    /// <summary>决定或者要求。</summary>
    Decision,

    /// <summary>理由。</summary>
    Reason,

    /// <summary>办法：怎样获取、补正、缴费、回复。</summary>
    Instruction,

    /// <summary>分条列出的一条。</summary>
    Item,

    /// <summary>救济告知。</summary>
    Remedy,

    /// <summary>结尾：特此告知一类。</summary>
    Closing,

    /// <summary>表格上下的说明。</summary>
    Note,
}

/// <summary>正文的一块：一段或者一张表。</summary>
public abstract record LetterBlock;

/// <summary>一段。</summary>
/// <param name="Role">作用。</param>
/// <param name="Text">文字，没有换行。</param>
public sealed record LetterParagraph(LetterRole Role, string Text) : LetterBlock;

/// <summary>一张表。</summary>
/// <param name="Columns">各列宽，毫米，合计不超过 156。</param>
/// <param name="Rows">各行。</param>
public sealed record LetterTable(IReadOnlyList<int> Columns, IReadOnlyList<LetterTableRow> Rows) : LetterBlock;

/// <summary>表的一行。</summary>
/// <param name="Height">最小高度，毫米。</param>
/// <param name="Cells">各格，跨列数合计等于列数。</param>
public sealed record LetterTableRow(int Height, IReadOnlyList<LetterCell> Cells);

/// <summary>表的一格。</summary>
/// <param name="Text">文字，可以有换行。</param>
/// <param name="Span">跨几列。</param>
/// <param name="IsLabel">是否栏名。</param>
public sealed record LetterCell(string Text, int Span, bool IsLabel);

/// <summary>随文的一页。</summary>
/// <param name="Title">标题。</param>
/// <param name="Addressee">主送；没有则空。</param>
/// <param name="Blocks">内容。</param>
public sealed record LetterEnclosure(string Title, string? Addressee, IReadOnlyList<LetterBlock> Blocks);
