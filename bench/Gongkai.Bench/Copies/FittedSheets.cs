using System.IO.Compression;
using System.Xml.Linq;

namespace Gongkai.Bench.Copies;

/// <summary>
/// 为打印、另存改一改工作簿：缩到一页宽（不然右边几列印在别的纸上，纸上就没有那张表了），
/// 去掉隐藏的工作表（Excel、WPS 从不打印它，LibreOffice 却印；排在第一张的，另存时还会变成显示的）。
/// </summary>
internal static class FittedSheets
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    // pageSetup 之后的元素，次序由格式规定。
    private static readonly string[] AfterSetup =
        ["headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"];

    public static byte[] Of(byte[] workbook)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var part in archive.Entries.ToList())
            {
                if (part.FullName == "xl/workbook.xml")
                {
                    Edit(part, book => book.Descendants(Main + "sheet").Where(s => s.Attribute("state") is not null).Remove());
                }
                else if (part.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal) && part.FullName.EndsWith(".xml", StringComparison.Ordinal))
                {
                    Edit(part, Fit);
                }
            }
        }

        return stream.ToArray();
    }

    private static void Fit(XElement sheet)
    {
        sheet.Elements(Main + "sheetPr").Remove();
        sheet.Elements(Main + "pageSetup").Remove();
        sheet.AddFirst(new XElement(Main + "sheetPr", new XElement(Main + "pageSetUpPr", new XAttribute("fitToPage", 1))));
        var setup = new XElement(Main + "pageSetup", new XAttribute("paperSize", 9), new XAttribute("orientation", "landscape"), new XAttribute("fitToWidth", 1), new XAttribute("fitToHeight", 0));
        if (sheet.Elements().FirstOrDefault(e => AfterSetup.Contains(e.Name.LocalName)) is { } next)
        {
            next.AddBeforeSelf(setup);
        }
        else
        {
            sheet.Add(setup);
        }
    }

    private static void Edit(ZipArchiveEntry part, Action<XElement> edit)
    {
        XDocument document;
        using (var reader = part.Open())
        {
            document = XDocument.Load(reader);
        }

        edit(document.Root!);
        using var writer = part.Open();
        writer.SetLength(0);
        document.Save(writer, SaveOptions.DisableFormatting);
    }
}
