using System.Globalization;
using System.Text;
using System.Xml;
using Gongkai.Core.Reports;
using Gongkai.Reports.Summing;
using Gongkai.Reports.Writing.Printing;
using Gongkai.Reports.Writing.Text;

namespace Gongkai.Reports.Writing.Xlsx;

/// <summary>「汇总三张表」：三张法定的表照格式合并，数格里是合计；前面是说明。</summary>
internal sealed class StatutorySheet
{
    // 表三最宽：两层分组、标签、七个数。表四的十五个数占不下，接着往右。
    private const double GroupWidth = 10;
    private const double LabelWidth = 34;
    private const double NumberWidth = 9;
    private const int LeadColumns = 3;
    private const int NumberColumns = 7;
    private const int TextColumns = LeadColumns + NumberColumns;
    private const double LineHeight = 15;
    private const int MostNumberDigits = 15;

    private readonly SortedDictionary<int, SortedDictionary<int, (SheetStyle Style, string Text, bool IsNumber)>> _rows = [];
    private readonly Dictionary<int, double> _heights = [];
    private readonly List<string> _merges = [];
    private int _next = 1;

    private StatutorySheet()
    {
    }

    /// <summary>写出整张工作表。</summary>
    public static void Write(Stream output, RegionTotal total)
    {
        var sheet = new StatutorySheet();
        sheet.Line(SumWords.Title(total) + "（汇总）", SheetStyle.Title, 28);
        foreach (var sentence in SumWords.Sentences(total).Concat(SumNotes.Of(total).Select(n => n.Message)))
        {
            sheet.Line(sentence, SheetStyle.Text);
        }

        foreach (var table in total.Tables)
        {
            sheet._next++;
            sheet.Line($"{table.Form.Table.ShortName()}　{ReportWords.Title(table.Form.Table)}", SheetStyle.Head);
            sheet.Table(TablePrinter.Print(table, new CellMarks([])), total);
            foreach (var linkage in table.Broken)
            {
                sheet.Line($"不成立：{SumWords.Broken(table, linkage)}", SheetStyle.Wrong);
            }
        }

        sheet.Write(output);
    }

    private void Line(string text, SheetStyle style, double height = 0)
    {
        Put(_next, 0, style, DisplayText.Clean(text, 2000), false);
        _merges.Add($"A{_next}:{SheetWriter.Letters(TextColumns - 1)}{_next}");
        var width = (GroupWidth * 2) + LabelWidth + (NumberWidth * NumberColumns);
        _heights[_next] = height > 0 ? height : LineHeight * Math.Max(1, Math.Ceiling((DisplayWidth.Of(text) + 2) / width));
        _next++;
    }

    private void Table(PrintedTable printed, RegionTotal total)
    {
        var grid = TableGrid.Of(printed);
        var columns = Columns(printed.ColumnWidths);
        foreach (var cell in grid.Cells)
        {
            var (top, left) = (_next + cell.Row, columns[cell.Column]);
            var (bottom, right) = (top + cell.RowSpan - 1, columns[cell.Column + cell.ColumnSpan] - 1);
            var (style, text, isNumber) = Content(cell, total);
            for (var row = top; row <= bottom; row++)
            {
                for (var column = left; column <= right; column++)
                {
                    Put(row, column, style, row == top && column == left ? text : "", isNumber);
                }
            }

            if (bottom > top || right > left)
            {
                _merges.Add($"{SheetWriter.Letters(left)}{top}:{SheetWriter.Letters(right)}{bottom}");
            }

            if (cell is { Head: not null, RowSpan: 1 })
            {
                var width = Enumerable.Range(left, right - left + 1).Sum(WidthOf);
                _heights[top] = Math.Max(_heights.GetValueOrDefault(top, LineHeight), LineHeight * Math.Ceiling((DisplayWidth.Of(text) + 1) / width));
            }
        }

        _next += grid.Rows;
    }

    private static (SheetStyle Style, string Text, bool IsNumber) Content(GridCell cell, RegionTotal total)
    {
        if (cell.Head is { } head)
        {
            return (head.Scope == "row" ? SheetStyle.BoxLabel : SheetStyle.BoxHead, head.Text, false);
        }

        var sum = total[cell.Cell!.Form];
        var text = ReportWords.Number(sum.Value);
        return sum switch
        {
            { Counted: 0 } => (SheetStyle.BoxWrong, "缺", false),
            _ when text.Count(char.IsAsciiDigit) > MostNumberDigits => (sum.IsComplete ? SheetStyle.BoxNumber : SheetStyle.BoxWrong, text, false),
            _ => (sum.IsComplete ? SheetStyle.BoxNumber : SheetStyle.BoxWrong, text, true),
        };
    }

    /// <summary>表的各列从工作表的哪一列起，末尾多一个终点。数都排在前三列之后：标签占满前三列余下的，没有标签的空着前三列。</summary>
    private static int[] Columns(IReadOnlyList<string> kinds)
    {
        var groups = kinds.Count(k => k == "group");
        var labels = kinds.Count(k => k == "label");
        var numbers = kinds.Count(k => k == "number");
        var starts = new int[kinds.Count + 1];
        starts[0] = labels == 0 ? LeadColumns : 0;
        for (var i = 0; i < kinds.Count; i++)
        {
            var order = i - groups - labels;
            starts[i + 1] = kinds[i] switch
            {
                "label" => LeadColumns,
                "number" when numbers < NumberColumns => LeadColumns + ((order + 1) * NumberColumns / numbers),
                _ => starts[i] + 1,
            };
        }

        return starts;
    }

    private static double WidthOf(int column) => column switch { 0 or 1 => GroupWidth, 2 => LabelWidth, _ => NumberWidth };

    private void Put(int row, int column, SheetStyle style, string text, bool isNumber)
    {
        if (!_rows.TryGetValue(row, out var cells))
        {
            _rows[row] = cells = [];
        }

        cells[column] = (style, text, isNumber);
    }

    private void Write(Stream output)
    {
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false });
        xml.WriteStartElement("worksheet", WorkbookParts.Main);
        xml.WriteRaw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView tabSelected=\"1\" showGridLines=\"0\" workbookViewId=\"0\"/></sheetViews><cols>");
        for (var column = 0; column < LeadColumns + 15; column++)
        {
            xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{column + 1}\" max=\"{column + 1}\" width=\"{WidthOf(column)}\" customWidth=\"1\"/>"));
        }

        xml.WriteRaw("</cols>");
        xml.WriteStartElement("sheetData", WorkbookParts.Main);
        foreach (var (row, cells) in _rows)
        {
            xml.WriteStartElement("row", WorkbookParts.Main);
            xml.WriteAttributeString("r", row.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("ht", _heights.GetValueOrDefault(row, LineHeight).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("customHeight", "1");
            foreach (var (column, cell) in cells)
            {
                Write(xml, $"{SheetWriter.Letters(column)}{row}", cell.Style, cell.Text, cell.IsNumber);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<mergeCells count=\"{_merges.Count}\">{string.Concat(_merges.Select(m => $"<mergeCell ref=\"{m}\"/>"))}</mergeCells>"));
        xml.WriteRaw("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>");
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string reference, SheetStyle style, string text, bool isNumber)
    {
        xml.WriteStartElement("c", WorkbookParts.Main);
        xml.WriteAttributeString("r", reference);
        xml.WriteAttributeString("s", ((int)style).ToString(CultureInfo.InvariantCulture));
        if (text.Length > 0 && isNumber)
        {
            xml.WriteElementString("v", WorkbookParts.Main, text);
        }
        else if (text.Length > 0)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", WorkbookParts.Main);
            xml.WriteElementString("t", WorkbookParts.Main, text);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
