using System.Text;

namespace Gongkai.Reports.Reading;

/// <summary>按文件开头的几个字节认文件。</summary>
internal static class FileSignature
{
    private const string AsDocx = "请用 Word 或 WPS 打开，另存为 docx 再试。";

    private static readonly (byte[] Start, ReadError Error)[] Known =
    [
        ([0x89, .. "PNG"u8], Image),
        ([0xFF, 0xD8, 0xFF], Image),
        ("GIF8"u8.ToArray(), Image),
        ("II*\0"u8.ToArray(), Image),
        ("MM\0*"u8.ToArray(), Image),
        ("RIFF"u8.ToArray(), Image),
        ([0x37, 0x7A, 0xBC, 0xAF], Archive),
        ("Rar!"u8.ToArray(), Archive),
        ([0x1F, 0x8B], Archive),
        ("MIME-Version:"u8.ToArray(), Mht),
        ("From: <Saved by"u8.ToArray(), Mht),
    ];

    private static ReadError Image => FileErrors.Kind("图片", "请改用报告的 docx 文件或网页。");

    private static ReadError Archive => FileErrors.Kind("压缩包", "请解压后，选其中的报告再试。");

    private static ReadError Mht => FileErrors.Kind("单个文件网页（mht）", "请在浏览器中另存为“网页，仅 HTML”再试。");

    /// <summary>是 zip，docx 也是。</summary>
    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8);

    /// <summary>是 pdf。有的生成工具在前面加了几个字节，PDF 的规范许在开头 1024 字节之内。</summary>
    public static bool IsPdf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) || (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("\n%PDF-1."u8) is >= 0 and var at && bytes[..at].IndexOf((byte)'<') < 0 && bytes.IndexOf("\nendobj"u8) > 0);

    /// <summary>一看开头就知道读不了的原因；不是这样时为 null。</summary>
    public static ReadError? WhyNotReadable(ReadOnlySpan<byte> bytes)
    {
        if (IsCompoundFile(bytes))
        {
            return Names("EncryptedPackage", bytes) ? FileErrors.Encrypted
                : ToConvert(bytes) is null ? FileErrors.Kind("老式的 Office 文件", AsDocx)
                : null;
        }

        foreach (var (start, error) in Known)
        {
            if (bytes.StartsWith(start))
            {
                return error;
            }
        }

        return null;
    }

    /// <summary>要转换才能读的，是哪一种；不是这样的文件时为 null。</summary>
    public static OfficeFile? ToConvert(ReadOnlySpan<byte> bytes)
    {
        if (IsCompoundFile(bytes))
        {
            return Names("WordDocument", bytes) ? OfficeFile.Doc : Names("Workbook", bytes) ? OfficeFile.Xls : null;
        }

        if (bytes.StartsWith("{\\rtf"u8))
        {
            return OfficeFile.Rtf;
        }

        var head = bytes[..Math.Min(bytes.Length, 1024)];
        return !head.StartsWith("<?xml"u8) ? null
            : head.IndexOf("wordDocument"u8) >= 0 || head.IndexOf("xmlPackage"u8) >= 0 ? OfficeFile.WordXml
            : null;
    }

    private static bool IsCompoundFile(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    // 目录里的流名是 UTF-16。
    private static bool Names(string stream, ReadOnlySpan<byte> bytes) => bytes.IndexOf(Encoding.Unicode.GetBytes(stream)) >= 0;
}
