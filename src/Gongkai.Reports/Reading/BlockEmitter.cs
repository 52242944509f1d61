using System.Text;
using Gongkai.Core.Reports;

namespace Gongkai.Reports.Reading;

/// <summary>草稿里文字与表格以外的项。</summary>
internal enum Draft
{
    /// <summary>一张图片。</summary>
    Picture,
}

/// <summary>一张表格的草稿。</summary>
internal sealed class DraftTable
{
    private const int LongText = 400;
    private readonly GridBuilder grid;

    public DraftTable(GridBuilder grid)
    {
        this.grid = grid;
        var own = 0;
        var nested = 0;
        var longCells = 0;
        foreach (ref var cell in Cells)
        {
            var inside = 0;
            var characters = cell.Text.Length;
            foreach (var item in cell.Items ?? [])
            {
                inside += item is DraftTable table ? table.TotalCells : 0;
                characters += item is string text ? text.Length : 0;
            }

            nested += inside;
            own += inside == 0 && (cell.HasPicture || characters > 0) ? 1 : 0;
            longCells += characters > LongText ? 1 : 0;
        }

        TotalCells = Cells.Length + nested;

        // 版面用的表格：只有一格；装着比自己还大的表格；或者大半是长文。夹着一两格长文（说明、备注）的数据表不算。
        IsLayout = Cells.Length == 1 || nested > own || (longCells > 0 && own <= (3 * longCells) + 4);
    }

    /// <summary>各格。</summary>
    public Span<DraftCell> Cells => grid.Cells;

    /// <summary>格数，连嵌套的在内。</summary>
    public int TotalCells { get; }

    /// <summary>是版面用的表格，不是数据表。</summary>
    public bool IsLayout { get; }
}

/// <summary>草稿写成块，并给出位置。段落从 1 数起，只数有字的；表格从 1 数起，只数数据表，与人看到的一致。</summary>
internal sealed class BlockEmitter
{
    private readonly List<Block> blocks;
    private int paragraphs;
    private int tables;

    private BlockEmitter(int capacity) => blocks = new List<Block>(capacity);

    /// <summary>各项写成块。</summary>
    public static IReadOnlyList<Block> Emit(List<object> items)
    {
        var emitter = new BlockEmitter(items.Count);
        emitter.Add(items);
        return emitter.blocks;
    }

    // 递归的层数以 ReadLimits.Nesting 为限。
    private void Add(List<object> items)
    {
        foreach (var item in items)
        {
            switch (item)
            {
                case string text:
                    Paragraph(text);
                    break;
                case DraftTable { IsLayout: true } layout:
                    Unfold(layout);
                    break;
                case DraftTable table:
                    Grid(table);
                    break;
                default:
                    Picture();
                    break;
            }
        }
    }

    private void Paragraph(string text) => blocks.Add(new ParagraphBlock(text, Place.AtParagraph(++paragraphs)));

    private void Picture() => blocks.Add(new PictureBlock(Place.AtParagraph(paragraphs + 1)));

    private void Unfold(DraftTable layout)
    {
        for (var i = 0; i < layout.Cells.Length; i++)
        {
            var cell = layout.Cells[i];
            foreach (var item in cell.Items ?? [cell.Text])
            {
                if (item is string text)
                {
                    Lines(text);
                }
                else
                {
                    Add([item]);
                }
            }

            if (cell.HasPicture)
            {
                Picture();
            }
        }
    }

    private void Lines(string text)
    {
        foreach (var line in text.AsSpan().Split('\n'))
        {
            if (!text.AsSpan()[line].IsWhiteSpace())
            {
                Paragraph(text[line]);
            }
        }
    }

    private void Grid(DraftTable table)
    {
        tables++;
        var drafts = table.Cells;
        var cells = new GridCell[drafts.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            ref var draft = ref drafts[i];
            var text = draft.Items is null ? draft.Text : Flatten(draft.Items);
            if (draft.HasPicture && text.AsSpan().IsWhiteSpace())
            {
                text = GridBlock.PictureText;
            }

            cells[i] = new GridCell(draft.Row, draft.Column, draft.RowSpan, draft.ColumnSpan, text, Place.AtTableCell(tables, draft.Row + 1, draft.Column + 1));
        }

        blocks.Add(new GridBlock(cells));
    }

    private static string Flatten(List<object> items)
    {
        var text = new StringBuilder();
        Flatten(items, text);
        return text.ToString();
    }

    private static void Flatten(List<object> items, StringBuilder text)
    {
        foreach (var item in items)
        {
            if (text.Length > 0 && text[^1] != '\t')
            {
                text.Append('\n');
            }

            switch (item)
            {
                case string line:
                    text.Append(line);
                    break;
                case DraftTable table:
                    Flatten(table, text);
                    break;
                default:
                    text.Append(GridBlock.PictureText[0]);
                    break;
            }
        }
    }

    private static void Flatten(DraftTable table, StringBuilder text)
    {
        for (var i = 0; i < table.Cells.Length; i++)
        {
            var cell = table.Cells[i];
            if (i > 0)
            {
                text.Append(cell.Row == table.Cells[i - 1].Row ? '\t' : '\n');
            }

            if (cell.Items is not null)
            {
                Flatten(cell.Items, text);
            }
            else
            {
                text.Append(cell.HasPicture && cell.Text.Length == 0 ? GridBlock.PictureText : cell.Text);
            }
        }
    }
}
