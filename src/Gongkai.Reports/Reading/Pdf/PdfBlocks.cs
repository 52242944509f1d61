using Gongkai.Core.Reports;

namespace Gongkai.Reports.Reading.Pdf;

/// <summary>各页的词和线排成块：表格接好跨页，正文接好折行。</summary>
internal static class PdfBlocks
{
    public static IReadOnlyList<Block> Of(List<PdfPage> pages)
    {
        List<List<PageItem>> items = [.. pages.Select(PageItems.Of)];
        PageFurniture.Remove(items, pages);
        List<PageItem> flow = [.. items.SelectMany(i => i)];
        StackedTable.Replace(flow);
        List<Block> blocks = [];
        Paragraph? paragraph = null;
        TableItem? table = null;
        foreach (var item in flow)
        {
            switch (item)
            {
                case LineItem line when paragraph is not null && paragraph.TryContinue(line):
                    break;
                case LineItem line when table is not null && line.Page == table.Page + 1 && TableJoin.TryContinueLabel(table.Table, line.Line):
                    break;
                case LineItem line:
                    Flush();
                    paragraph = new Paragraph(line);
                    break;
                case TableItem next when table is not null && next.Page == table.Page + 1 && TableJoin.TryJoin(table.Table, next.Table):
                    table = table with { Page = next.Page };
                    break;
                case TableItem next:
                    Flush();
                    table = next;
                    break;
                default:
                    Flush();
                    blocks.Add(new PictureBlock(At(pages, item.Page, item.Box)));
                    break;
            }
        }

        Flush();
        return blocks;

        void Flush()
        {
            if (paragraph is not null)
            {
                blocks.Add(new ParagraphBlock(paragraph.Text, At(pages, paragraph.Page, paragraph.Box)));
            }

            if (table is not null)
            {
                blocks.Add(Grid(pages, table.Table));
            }

            (paragraph, table) = (null, null);
        }
    }

    private static GridBlock Grid(List<PdfPage> pages, RuledTable table) =>
        new([.. table.Cells.OrderBy(c => c.Row).ThenBy(c => c.Column).Select(c => new GridCell(c.Row, c.Column, c.RowSpan, c.ColumnSpan, c.Text, At(pages, c.Page, WordsBox(c))))]);

    /// <summary>格里有字时指字，没有时指格。</summary>
    private static Box WordsBox(RuledCell cell) => cell.Words.Count == 0 ? cell.Box : cell.Words.Select(w => w.Box).Aggregate((a, b) => a.Union(b));

    /// <summary>位置按文件显示的样子，不按转正之后的。</summary>
    private static Place At(List<PdfPage> pages, int page, Box upright)
    {
        var box = pages[page - 1].Turn.AsShown(upright);
        return Place.AtBox(page, box.X0, box.Y0, box.X1, box.Y1);
    }
}
