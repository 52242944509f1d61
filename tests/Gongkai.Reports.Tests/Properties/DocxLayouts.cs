using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Gongkai.Reports.Tests.Properties;

/// <summary>docx 的印法。</summary>
internal static class DocxLayouts
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>有合并的表格。</summary>
    public static byte[] Spans(RandomReport report, Random random)
    {
        var body = PrintedReport.Of(report).Parts.Select(p => p is PrintedTable t ? Table(t) : Paragraph((string)p));
        var document = new XElement(W + "document", new XAttribute(XNamespace.Xmlns + "w", W), new XElement(W + "body", body));
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
            Add(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
            Add(zip, "word/document.xml", document.ToString(SaveOptions.DisableFormatting));
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        entry.Write(Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + xml));
    }

    private static XElement Table(PrintedTable table) => new(
        W + "tbl",
        new XElement(W + "tblGrid", Enumerable.Repeat(0, table.Columns).Select(_ => new XElement(W + "gridCol"))),
        Enumerable.Range(0, table.Rows).Select(row => new XElement(W + "tr", table.Row(row).Select(c => Cell(c, row)))));

    private static XElement Cell(PrintedCell cell, int row) => new(
        W + "tc",
        new XElement(
            W + "tcPr",
            cell.ColumnSpan > 1 ? new XElement(W + "gridSpan", new XAttribute(W + "val", cell.ColumnSpan)) : null,
            cell.RowSpan == 1 ? null : new XElement(W + "vMerge", cell.Row == row ? new XAttribute(W + "val", "restart") : null)),
        Paragraph(cell.Row == row ? cell.Text : ""));

    private static XElement Paragraph(string text) =>
        new(W + "p", text.Length == 0 ? null : new XElement(W + "r", new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text)));
}
