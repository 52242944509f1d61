using Gongkai.Core.Reports;

namespace Gongkai.Reports.Reading;

/// <summary>源文件去掉格式后的一块，按阅读次序排列。此后的一切都不知道文件格式。</summary>
public abstract class Block;

/// <summary>一段文字；段内可有换行符。</summary>
/// <param name="text">文字，未经任何归一。</param>
/// <param name="place">位置。</param>
public sealed class ParagraphBlock(string text, Place place) : Block
{
    /// <summary>文字。</summary>
    public string Text { get; } = text;

    /// <summary>位置。</summary>
    public Place Place { get; } = place;
}

/// <summary>表格里的一格；行、列自 0 起，是展开合并之后的网格坐标。</summary>
/// <param name="Row">首行。</param>
/// <param name="Column">首列。</param>
/// <param name="RowSpan">占几行。</param>
/// <param name="ColumnSpan">占几列。</param>
/// <param name="Text">文字；段落之间以换行符分开。只有图片时为 <see cref="GridBlock.PictureText"/>。</param>
/// <param name="Place">位置。</param>
public readonly record struct GridCell(int Row, int Column, int RowSpan, int ColumnSpan, string Text, Place Place);

/// <summary>一张表格，合并已展开。数据格里嵌套的表格按文字读，是所在那一格的文字的一部分。</summary>
/// <param name="cells">各格，先行后列。</param>
public sealed class GridBlock(IReadOnlyList<GridCell> cells) : Block
{
    /// <summary>格里只有图片时的文字：对象替换符。</summary>
    public const string PictureText = "\uFFFC";

    /// <summary>各格。</summary>
    public IReadOnlyList<GridCell> Cells { get; } = cells;
}

/// <summary>一张图片。</summary>
/// <param name="place">位置。</param>
public sealed class PictureBlock(Place place) : Block
{
    /// <summary>位置。</summary>
    public Place Place { get; } = place;
}

/// <summary>一份源文件：各块，以及读它时用到的说明。</summary>
/// <param name="Blocks">各块；纯文本文件为空。</param>
/// <param name="Text">纯文本文件的全文；其他格式为 null。</param>
/// <param name="PublishedOn">网页元数据里的发布日期（如 PubDate）；没有时为 null。</param>
/// <param name="Notes">读者说明，如猜测的字符集。</param>
public sealed record SourceDocument(IReadOnlyList<Block> Blocks, string? Text, DateOnly? PublishedOn, IReadOnlyList<ReaderNote> Notes)
{
    /// <summary>网页里不显示、但搜索引擎看得见的字；没有时为 null。</summary>
    public string? Unseen { get; init; }
}
