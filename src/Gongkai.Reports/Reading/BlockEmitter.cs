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
    private const int LargeNested = 12;
    private readonly GridBuilder grid;

    public DraftTable(GridBuilder grid)
    {
        this.grid = grid;
        var own = 0;
        var nested = 0;
        var longCells = 0;
        var largest = 0;
        var columns = false;
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
            columns |= cell.Column > 0;
            largest = Math.Max(largest, inside);
            own += inside == 0 && (cell.HasPicture || characters > 0) ? 1 : 0;
            longCells += characters > LongText ? 1 : 0;
        }

        TotalCells = Cells.Length + nested;

        // 版面用的表格：只有一列；装着大的表格；或者大半是长文。夹着一两格长文（说明、备注）的数据表不算。
        IsLayout = !columns || nested > own || largest >= LargeNested || (longCells > 0 && own <= (3 * longCells) + 4);
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
    private const int ProseRow = 120;

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
        var start = 0;
        foreach (var prose in ProseRows(drafts))
        {
            Part(drafts[start..prose]);
            Lines(TextOf(ref drafts[prose]));
            start = prose + 1;
        }

        Part(drafts[start..]);
    }

    /// <summary>表格里两段长文之间的部分；各行都只有一格时是装在框里的段落。否则成一块，行号在块里自 0 起，位置仍是原表的。</summary>
    private void Part(Span<DraftCell> drafts)
    {
        var columns = false;
        foreach (ref var draft in drafts)
        {
            columns |= draft.Column > 0;
        }

        if (!columns)
        {
            for (var i = 0; i < drafts.Length; i++)
            {
                Lines(TextOf(ref drafts[i]));
            }

            return;
        }

        var firstRow = drafts[0].Row;
        var struck = StruckRows(drafts);
        List<GridCell> cells = new(drafts.Length);
        var before = 0;
        foreach (ref var draft in drafts)
        {
            while (before < struck.Count && struck[before] < draft.Row)
            {
                before++;
            }

            if (before < struck.Count && struck[before] == draft.Row)
            {
                continue;
            }

            var within = 0;
            while (before + within < struck.Count && struck[before + within] < draft.Row + draft.RowSpan)
            {
                within++;
            }

            cells.Add(new GridCell(draft.Row - firstRow - before, draft.Column, draft.RowSpan - within, draft.ColumnSpan, TextOf(ref draft), Place.AtTableCell(tables, draft.Row + 1, draft.Column + 1)));
        }

        if (cells.Count > 0)
        {
            blocks.Add(new GridBlock(cells));
        }
    }

    /// <summary>整行划去的行：格都空着，有的是划空的，没有一格占到下一行。</summary>
    private static List<int> StruckRows(Span<DraftCell> drafts)
    {
        List<int> rows = [];
        for (var i = 0; i < drafts.Length;)
        {
            var row = drafts[i].Row;
            var (isStruck, isEmpty) = (false, true);
            for (; i < drafts.Length && drafts[i].Row == row; i++)
            {
                ref var cell = ref drafts[i];
                isStruck |= cell.IsStruck;
                isEmpty &= cell.RowSpan == 1 && !cell.HasPicture && cell.Items is null && string.IsNullOrWhiteSpace(cell.Text);
            }

            if (isStruck && isEmpty)
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    /// <summary>表格里独占一行的长文：整份报告装在一张表里时，各部分的文字就是这样。自成段落，把表格断开。</summary>
    private static List<int> ProseRows(Span<DraftCell> drafts)
    {
        List<int> found = [];
        var spannedUntil = 0;
        for (var i = 0; i < drafts.Length; i++)
        {
            ref var cell = ref drafts[i];
            var alone = cell.RowSpan == 1 && spannedUntil <= cell.Row && (i + 1 == drafts.Length || drafts[i + 1].Row > cell.Row) && (i == 0 || drafts[i - 1].Row < cell.Row);
            if (alone && cell.Text.Length > ProseRow)
            {
                found.Add(i);
            }

            spannedUntil = Math.Max(spannedUntil, cell.Row + cell.RowSpan);
        }

        return found;
    }

    private static string TextOf(ref DraftCell draft)
    {
        var text = draft.Items is null ? draft.Text : Flatten(draft.Items);
        return draft.HasPicture && text.AsSpan().IsWhiteSpace() ? GridBlock.PictureText : text;
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
