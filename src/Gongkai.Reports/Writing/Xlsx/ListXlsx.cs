using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Gongkai.Reports.Writing.Xlsx;

/// <summary>一张平常的表写成工作簿：一行表头，其下一件一行，全是文字。没有公式、链接和宏。</summary>
public static class ListXlsx
{
    // 压缩包里的时间写死，同样的内容逐字节相同。
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>写出。</summary>
    /// <param name="output">写到哪里，归调用者所有。</param>
    /// <param name="title">工作表的名字，由程序给出。</param>
    /// <param name="columns">各列的名字与宽度（以半角字符计）。</param>
    /// <param name="rows">各行，格数与列数相同。</param>
    public static void Write(Stream output, string title, IReadOnlyList<(string Name, double Width)> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        Part(zip, "[Content_Types].xml", WorkbookParts.ContentTypes(1));
        Part(zip, "_rels/.rels", WorkbookParts.PackageRelationships);
        Part(zip, "xl/_rels/workbook.xml.rels", WorkbookParts.WorkbookRelationships(1));
        Part(zip, "xl/styles.xml", WorkbookParts.Styles);
        var filter = Sheet(zip, columns, rows);
        Part(zip, "xl/workbook.xml", WorkbookParts.Workbook([(title, filter, 1)]));
    }

    private static string Sheet(ZipArchive zip, IReadOnlyList<(string Name, double Width)> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var part = Open(zip, "xl/worksheets/sheet1.xml");
        var top = new StringBuilder();
        top.Append(CultureInfo.InvariantCulture, $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"{WorkbookParts.Main}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        top.Append("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        for (var i = 0; i < columns.Count; i++)
        {
            top.Append(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{columns[i].Width}\" customWidth=\"1\"/>");
        }

        top.Append("</cols><sheetData>");
        part.Write(Encoding.UTF8.GetBytes(top.ToString()));
        using var sheet = new SheetWriter(part, [.. columns.Select(c => c.Width)], 1, SheetWriter.MostRows);
        Row(sheet, columns.Select(c => c.Name), SheetStyle.Head);
        foreach (var row in rows)
        {
            Row(sheet, row, SheetStyle.Text);
        }

        sheet.Finish();
        var end = SheetWriter.Letters(columns.Count - 1);
        part.Write(Encoding.UTF8.GetBytes($"</sheetData><autoFilter ref=\"A1:{end}{sheet.LastRow}\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>"));
        return $"$A$1:${end}${sheet.LastRow}";
    }

    private static void Row(SheetWriter sheet, IEnumerable<string> cells, SheetStyle style)
    {
        if (!sheet.BeginRow())
        {
            return;
        }

        foreach (var cell in cells)
        {
            sheet.Text(cell, style);
        }

        sheet.EndRow();
    }

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var part = Open(zip, name);
        part.Write(Encoding.UTF8.GetBytes(xml));
    }

    private static Stream Open(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        return entry.Open();
    }
}
