using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Letters.Writing;

/// <summary>docx 里的表：细框线，栏名居中，行高是最小值。</summary>
internal static class LetterTableXml
{
    private const uint BorderSize = 6;
    private const double CellMargin = 1.5;

    // 短的行不拆到两面；长的拆开，否则一面放不下。
    private const int LongestUnsplit = 300;

    /// <summary>写成表。</summary>
    public static Table Write(LetterTable table)
    {
        Table xml = new(
            new TableProperties(
                new TableWidth { Width = Width(table.Columns.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = BorderSize },
                    new LeftBorder { Val = BorderValues.Single, Size = BorderSize },
                    new BottomBorder { Val = BorderValues.Single, Size = BorderSize },
                    new RightBorder { Val = BorderValues.Single, Size = BorderSize },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = BorderSize },
                    new InsideVerticalBorder { Val = BorderValues.Single, Size = BorderSize }),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = (short)LetterStyles.Twips(CellMargin), Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = (short)LetterStyles.Twips(CellMargin), Type = TableWidthValues.Dxa })),
            new TableGrid(table.Columns.Select(c => new GridColumn { Width = Width(c) })));
        xml.Append(table.Rows.Select(r => Row(r, table.Columns)));
        return xml;
    }

    private static TableRow Row(LetterTableRow row, IReadOnlyList<int> columns)
    {
        TableRowProperties properties = new();
        if (row.Cells.Sum(c => c.Text.Length) <= LongestUnsplit)
        {
            properties.Append(new CantSplit());
        }

        properties.Append(new TableRowHeight { Val = (uint)LetterStyles.Twips(row.Height), HeightType = HeightRuleValues.AtLeast });
        TableRow xml = new(properties);
        var column = 0;
        foreach (var cell in row.Cells)
        {
            TableCellProperties cellProperties = new(new TableCellWidth { Width = Width(columns.Skip(column).Take(cell.Span).Sum()), Type = TableWidthUnitValues.Dxa });
            if (cell.Span > 1)
            {
                cellProperties.Append(new GridSpan { Val = cell.Span });
            }

            cellProperties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
            xml.Append(new TableCell([cellProperties, .. cell.Text.Split('\n').Select(l => Line(cell.IsLabel, l))]));
            column += cell.Span;
        }

        return xml;
    }

    private static Paragraph Line(bool isLabel, string text)
    {
        ParagraphProperties properties = new() { ParagraphStyleId = new ParagraphStyleId { Val = isLabel ? LetterStyles.Label : LetterStyles.Cell } };
        return text.Length == 0
            ? new Paragraph(properties)
            : new Paragraph(properties, LetterRun.Of(text));
    }

    private static string Width(int millimetres) => LetterStyles.Twips(millimetres).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
