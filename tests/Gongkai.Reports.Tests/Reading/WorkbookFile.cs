using System.Text;

namespace Gongkai.Reports.Tests.Reading;

/// <summary>造工作簿。</summary>
internal static class WorkbookFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>一张名叫「表一」的工作表。</summary>
    /// <param name="rows">sheetData 里的行。</param>
    /// <param name="after">sheetData 之后的内容，如合并。</param>
    /// <param name="before">sheetData 之前的内容，如列。</param>
    /// <param name="strings">sst 里的 si。</param>
    /// <param name="styles">styleSheet 里的内容。</param>
    public static byte[] Of(string rows, string after = "", string before = "", string strings = "", string styles = "") =>
        Of([("表一", "", $"{before}<sheetData>{rows}</sheetData>{after}")], strings, styles);

    /// <summary>几张工作表。</summary>
    public static byte[] Of(IReadOnlyList<(string Name, string Attributes, string Content)> sheets, string strings = "", string styles = "")
    {
        List<(string, byte[])> parts =
        [
            Part("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" {s.Attributes} r:id=\"rId{i + 1}\"/>"))}</sheets></workbook>"),
            Part(
                "xl/_rels/workbook.xml.rels",
                $"<Relationships xmlns=\"urn:r\">{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}"
                + $"<Relationship Id=\"a\" Type=\"{Relations}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/><Relationship Id=\"b\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/>"
                + $"<Relationship Id=\"c\" Type=\"{Relations}/externalLink\" Target=\"file:///etc/passwd\" TargetMode=\"External\"/></Relationships>"),
            Part("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{strings}</sst>"),
            Part("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{styles}</styleSheet>"),
            .. sheets.Select((s, i) => Part($"xl/worksheets/sheet{i + 1}.xml", $"<worksheet xmlns=\"{Main}\">{s.Content}</worksheet>")),
        ];
        return SourceFiles.Zip([.. parts]);
    }

    /// <summary>一行文字。</summary>
    public static string Row(int row, params string[] texts) =>
        $"<row r=\"{row}\">{string.Concat(texts.Select((t, i) => t.Length == 0 ? "" : Cell($"{(char)('A' + i)}{row}", t)))}</row>";

    /// <summary>一格文字。</summary>
    public static string Cell(string at, string text) => $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static (string, byte[]) Part(string name, string content) => (name, Encoding.UTF8.GetBytes(content));
}
