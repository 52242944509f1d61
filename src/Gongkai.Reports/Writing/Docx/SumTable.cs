using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Core.Reports;
using Gongkai.Reports.Summing;
using Gongkai.Reports.Writing.Printing;
using TableGrid = Gongkai.Reports.Writing.Printing.TableGrid;
using WordGrid = DocumentFormat.OpenXml.Wordprocessing.TableGrid;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Gongkai.Reports.Writing.Docx;

/// <summary>汇总草稿里的表：三张法定的表照格式合并，清单一行一条。</summary>
internal static class SumTable
{
    // 版心宽 156 毫米，分给各列。
    private const double TextWidth = 156;
    private const double GroupWidth = 11;
    private const double TwipsPerMillimetre = 1440 / 25.4;

    /// <summary>一张法定的表，数格里是合计。</summary>
    public static Table Statutory(TableReading table, RegionTotal total)
    {
        var printed = TablePrinter.Print(table, new CellMarks([]));
        var grid = TableGrid.Of(printed);
        var widths = Widths(printed.ColumnWidths);
        var result = Open(widths);
        for (var row = 0; row < grid.Rows; row++)
        {
            TableRow line = new(Properties(row < grid.HeadRows));
            for (var column = 0; column < grid.Columns;)
            {
                var cell = grid.Cells.First(c => c.Row <= row && row < c.Row + c.RowSpan && c.Column <= column && column < c.Column + c.ColumnSpan);
                line.Append(Cell(cell, row, widths, total));
                column = cell.Column + cell.ColumnSpan;
            }

            result.Append(line);
        }

        return result;
    }

    /// <summary>清单。</summary>
    /// <param name="columns">各列的名称与宽度（毫米）。</param>
    /// <param name="rows">各行。</param>
    public static Table List((string Name, double Width)[] columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        double[] widths = [.. columns.Select(c => c.Width)];
        var table = Open(widths);
        table.Append(Row([.. columns.Select(c => c.Name)], widths, isHead: true));
        foreach (var row in rows)
        {
            table.Append(Row(row, widths, isHead: false));
        }

        return table;
    }

    /// <summary>一段文字。来自文件的在此之前已清理；空格照原样留着。</summary>
    public static Run Run(string text) => new(new WordText(text) { Space = SpaceProcessingModeValues.Preserve });

    private static TableCell Cell(GridCell cell, int row, double[] widths, RegionTotal total)
    {
        TableCellProperties properties = new(Width(widths.AsSpan(cell.Column, cell.ColumnSpan).ToArray().Sum()));
        if (cell.ColumnSpan > 1)
        {
            properties.Append(new GridSpan { Val = cell.ColumnSpan });
        }

        if (cell.RowSpan > 1)
        {
            properties.Append(row == cell.Row ? new VerticalMerge { Val = MergedCellValues.Restart } : new VerticalMerge());
        }

        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        var text = row > cell.Row ? "" : cell.Head?.Text ?? SumWords.Show(total[cell.Cell!.Form]);
        return new TableCell(properties, Paragraph(cell.Head is { Scope: "row" } ? "CellLabel" : "Cell", text));
    }

    private static TableRow Row(IReadOnlyList<string> texts, double[] widths, bool isHead)
    {
        TableRow row = new(Properties(isHead));
        for (var i = 0; i < widths.Length; i++)
        {
            row.Append(new TableCell(
                new TableCellProperties(Width(widths[i]), new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
                Paragraph(isHead ? "Cell" : "CellLabel", texts[i])));
        }

        return row;
    }

    private static Paragraph Paragraph(string style, string text)
    {
        Paragraph paragraph = new(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        if (text.Length > 0)
        {
            paragraph.Append(Run(text));
        }

        return paragraph;
    }

    private static TableRowProperties Properties(bool isHead)
    {
        TableRowProperties properties = new(new CantSplit());
        if (isHead)
        {
            properties.Append(new TableHeader());
        }

        return properties;
    }

    private static Table Open(double[] widths) => new(
        new TableProperties(
            new TableWidth { Width = Twips(widths.Sum()), Type = TableWidthUnitValues.Dxa },
            new TableJustification { Val = TableRowAlignmentValues.Center },
            new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 4 },
                new LeftBorder { Val = BorderValues.Single, Size = 4 },
                new BottomBorder { Val = BorderValues.Single, Size = 4 },
                new RightBorder { Val = BorderValues.Single, Size = 4 },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
                new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(
                new TopMargin { Width = "20", Type = TableWidthUnitValues.Dxa },
                new TableCellLeftMargin { Width = 30, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "20", Type = TableWidthUnitValues.Dxa },
                new TableCellRightMargin { Width = 30, Type = TableWidthValues.Dxa })),
        new WordGrid(widths.Select(w => new GridColumn { Width = Twips(w) })));

    /// <summary>组的列窄，标签的列占余下的，数的列一样宽。</summary>
    private static double[] Widths(IReadOnlyList<string> kinds)
    {
        var groups = kinds.Count(k => k == "group") * GroupWidth;
        var numbers = kinds.Count(k => k == "number");
        var labels = kinds.Count(k => k == "label");
        var number = labels == 0 ? TextWidth / numbers : Math.Min(14, (TextWidth - groups) * 0.72 / numbers);
        if (groups == 0 && labels > 0)
        {
            number = (TextWidth - 40) / numbers;
        }

        var label = labels == 0 ? 0 : (TextWidth - groups - (number * numbers)) / labels;
        return [.. kinds.Select(k => k switch { "group" => GroupWidth, "label" => label, _ => number })];
    }

    private static TableCellWidth Width(double millimetres) => new() { Width = Twips(millimetres), Type = TableWidthUnitValues.Dxa };

    private static string Twips(double millimetres) => ((int)Math.Round(millimetres * TwipsPerMillimetre)).ToString(CultureInfo.InvariantCulture);
}
