using System.Globalization;
using System.Xml;

namespace Gongkai.Reports.Reading.Workbooks;

/// <summary>读一张工作表：从头到尾一遍，只留看得见的字。公式取存着的结果，从不计算。</summary>
/// <param name="strings">共用的文字。</param>
/// <param name="styles">格的式样。</param>
/// <param name="from1904">日期自 1904 年起算。</param>
/// <param name="budget">还可以读多少。</param>
internal sealed class SheetReader(SharedStrings strings, CellStyles styles, bool from1904, SheetBudget budget)
{
    private const int LongestValue = 32_767;
    /// <summary>读一张工作表。</summary>
    /// <param name="name">名称。</param>
    /// <param name="reader">它的部件。</param>
    public Sheet Read(string name, XmlReader reader)
    {
        var sheet = new Sheet(name);
        var (row, column) = (0, 0);
        while (reader.Read())
        {
            if (reader.Depth > ReadLimits.XmlDepth || budget.Nodes-- <= 0)
            {
                throw new ReadLimitException("The sheets are too large or nest too deeply.");
            }

            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "col" when IsOn(reader, "hidden"):
                    HideColumns(sheet, Number(reader, "min", 0), Number(reader, "max", 0));
                    break;
                case "row":
                    (row, column) = (Number(reader, "r", row + 1), 0);
                    if (budget.Rows-- <= 0)
                    {
                        sheet.Truncated = true;
                        return sheet;
                    }

                    if (IsOn(reader, "hidden"))
                    {
                        sheet.HiddenRows.Add(row);
                    }

                    break;
                case "c":
                    column++;
                    if (CellRange.TryParse(reader.GetAttribute("r"), out var at))
                    {
                        (row, column) = (at.Top, at.Left);
                    }

                    Cell(sheet, row, column, reader);
                    break;
                case "mergeCell" when CellRange.TryParse(reader.GetAttribute("ref"), out var merge) && sheet.Merges.Count < ReadLimits.Cells:
                    sheet.Merges.Add(merge);
                    break;
            }
        }

        return sheet;
    }

    private void Cell(Sheet sheet, int row, int column, XmlReader reader)
    {
        var type = reader.GetAttribute("t");
        var style = Number(reader, "s", 0);
        var text = Content(reader, type, style);
        if (string.IsNullOrWhiteSpace(text) || styles.IsStruck(style) || row <= 0)
        {
            return;
        }

        if (column > ReadLimits.Columns || budget.Cells <= 0 || budget.Characters < text.Length)
        {
            sheet.Truncated = true;
            return;
        }

        budget.Cells--;
        budget.Characters -= text.Length;
        sheet.Cells[(row, column)] = WholeText.Of(text).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
    }

    private string Content(XmlReader reader, string? type, int style)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var depth = reader.Depth;
        var value = "";
        var inValue = false;
        while (reader.Read() && reader.Depth > depth)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.LocalName == "is":
                    value = RichText.Read(reader);
                    break;
                case XmlNodeType.Element or XmlNodeType.EndElement:
                    inValue = reader is { NodeType: XmlNodeType.Element, LocalName: "v", IsEmptyElement: false };
                    break;
                default:
                    value = inValue && value.Length == 0 ? reader.Value : value;
                    break;
            }
        }

        value = value.Length > LongestValue ? value[..LongestValue] : value;
        return type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? strings[index] : "",
            "inlineStr" => value,
            "str" => RichText.Unescaped(value),
            "b" => value is "1" or "true" ? "是" : "否",
            "e" => value,
            _ => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? styles.Show(number, style, from1904) : value,
        };
    }

    private static void HideColumns(Sheet sheet, int first, int last)
    {
        for (var column = Math.Max(first, 1); column <= Math.Min(last, ReadLimits.Columns); column++)
        {
            sheet.HiddenColumns.Add(column);
        }
    }

    private static bool IsOn(XmlReader reader, string attribute) => reader.GetAttribute(attribute) is "1" or "true";

    private static int Number(XmlReader reader, string attribute, int otherwise) =>
        int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
