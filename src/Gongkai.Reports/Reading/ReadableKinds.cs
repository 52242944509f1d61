using Gongkai.Reports.Reading.Converters;
using Gongkai.Reports.Reading.Pdf;

namespace Gongkai.Reports.Reading;

/// <summary>按扩展名，本机读得了哪些文件。走文件夹时用；点名的文件一律看内容。</summary>
public static class ReadableKinds
{
    private static readonly string[] Always = [".txt", ".text", ".md", ".markdown", ".html", ".htm", ".docx", ".xlsx", ".xlsm"];

    private static readonly string[] WithOffice = [".doc", ".wps", ".rtf", ".odt", ".xls", ".et", ".ods", ".xlsb"];

    // 装的常是报告，而本机可能读不了。
    private static readonly string[] OtherDocuments = [".pdf", ".ofd", ".mht", ".mhtml"];

    /// <summary>本机读得了的扩展名：装了 poppler-utils 时有 pdf，装了 LibreOffice 时有 doc、wps 等。</summary>
    public static IReadOnlyList<string> Here { get; } =
        [.. Always, .. PdfSource.Installed.IsAvailable ? [".pdf"] : Array.Empty<string>(), .. OfficeConverter.Installed.IsAvailable ? WithOffice : []];

    /// <summary>本机读得了这种扩展名的文件。</summary>
    /// <param name="fileName">文件名。</param>
    public static bool Includes(ReadOnlySpan<char> fileName) => Has(Here, fileName);

    /// <summary>本机读不了，但扩展名像是报告：略过时应当说出来。</summary>
    /// <param name="fileName">文件名。</param>
    public static bool MissesDocument(ReadOnlySpan<char> fileName) => !Includes(fileName) && (Has(WithOffice, fileName) || Has(OtherDocuments, fileName));

    private static bool Has(IReadOnlyList<string> kinds, ReadOnlySpan<char> fileName)
    {
        var extension = Path.GetExtension(fileName);
        foreach (var kind in kinds)
        {
            if (extension.Equals(kind, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
