using System.IO.Compression;
using System.Xml;
using Gongkai.Reports.Reading.Packages;

namespace Gongkai.Reports.Reading.Converters;

/// <summary>
/// ODF 文档转换之后少了数字没有。合并得不合规的表格（格子压着格子），LibreOffice 读进来时会扔掉被压的格，
/// 余下的数错了位：那样的结果宁可不读。
/// </summary>
internal static class LostDigits
{
    // 脚注、批注不在正文部件里，修订里删去的不算。
    private static readonly string[] Elsewhere = ["note", "annotation", "tracked-changes"];

    /// <summary>正文里的数字比原来少。读不了的部件由别处说，这里不算少。</summary>
    /// <param name="odt">原来的文档。</param>
    /// <param name="docx">转换的结果。</param>
    public static bool Any(ReadOnlyMemory<byte> odt, byte[] docx)
    {
        try
        {
            return Count(odt.ToArray(), "content.xml") > Count(docx, "word/document.xml");
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or NotSupportedException or ReadLimitException)
        {
            return false;
        }
    }

    private static int Count(byte[] package, string part)
    {
        using var archive = new ZipArchive(new MemoryStream(package, writable: false), ZipArchiveMode.Read);
        using var reader = new OfficePackage(archive).Part(part);
        var digits = 0;
        while (reader?.Read() == true)
        {
            while (reader.NodeType == XmlNodeType.Element && Elsewhere.Contains(reader.LocalName))
            {
                reader.Skip();
            }

            digits += reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && reader.Value is var text ? text.Count(char.IsAsciiDigit) : 0;
        }

        return digits;
    }
}
