using System.IO.Compression;
using System.Text;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Tests.Reading;

/// <summary>造源文件，并把读出的块写成容易比较的样子。</summary>
internal static class SourceFiles
{
    public const string WordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static SourceDocument Open(string fileName, byte[] content)
    {
        var document = SourceOpener.Open(fileName, content, out var error);
        Assert.Null(error);
        return document!;
    }

    public static string? ErrorCode(string fileName, byte[] content)
    {
        var document = SourceOpener.Open(fileName, content, out var error);
        Assert.Equal(document is null, error is not null);
        Assert.All(error?.Message ?? "。", c => Assert.False(char.IsControl(c)));
        return error?.Code;
    }

    public static SourceDocument Html(string page) => Open("a.html", Encoding.UTF8.GetBytes(page));

    public static SourceDocument Docx(string body, string? numbering = null) => Open("a.docx", DocxFile(body, numbering));

    public static byte[] DocxFile(string body, string? numbering = null)
    {
        List<(string, byte[])> parts = [("word/document.xml", Encoding.UTF8.GetBytes($"<w:document xmlns:w=\"{WordNamespace}\" xmlns:mc=\"urn:mc\" xmlns:wps=\"urn:wps\" xmlns:a=\"urn:a\" xmlns:v=\"urn:v\"><w:body>{body}</w:body></w:document>"))];
        if (numbering is not null)
        {
            parts.Add(("word/numbering.xml", Encoding.UTF8.GetBytes($"<w:numbering xmlns:w=\"{WordNamespace}\">{numbering}</w:numbering>")));
        }

        return Zip([.. parts]);
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>各块，一块一行：段落为 P:文字，图片为 PIC，表格为 行,列[行合并x列合并]=文字，以 | 相隔。</summary>
    public static string[] Show(this SourceDocument document) => [.. document.Blocks.Select(b => b switch
    {
        ParagraphBlock paragraph => "P:" + paragraph.Text,
        GridBlock grid => string.Join('|', grid.Cells.Select(Show)),
        _ => "PIC",
    })];

    public static GridBlock Grid(this SourceDocument document) => Assert.Single(document.Blocks.OfType<GridBlock>());

    private static string Show(GridCell cell) =>
        $"{cell.Row},{cell.Column}{(cell.RowSpan, cell.ColumnSpan) switch { (1, 1) => "", var (r, c) => $"[{r}x{c}]" }}={cell.Text}";
}
