namespace Gongkai.Reports.Reading;

/// <summary>读文件的限度。一份年度报告不到这些数的百分之一；超过的不是年度报告，就是恶意文件。</summary>
internal static class ReadLimits
{
    /// <summary>文件大小，字节。</summary>
    public const int FileBytes = 64 << 20;

    /// <summary>网页的字符数；网页展开成块要占几倍的内存，所以比文件的限度低。</summary>
    public const int PageCharacters = 8 << 20;

    /// <summary>纯文本读这么多字符；更多的不读，并作说明。</summary>
    public const int TextCharacters = 8 << 20;

    /// <summary>文件解码这么多字节：任何一种编码都足以超过 <see cref="TextCharacters"/> 与 <see cref="PageCharacters"/>。</summary>
    public const int DecodedBytes = 4 * TextCharacters;

    /// <summary>压缩包里一个部件展开后的字节数。</summary>
    public const int PartBytes = 32 << 20;

    /// <summary>部件展开后与压缩时的大小之比；正常文档在 5 至 60 之间。</summary>
    public const int CompressionRatio = 200;

    /// <summary>部件展开后不到这么大时不论压缩比，字节。</summary>
    public const int RatioFreeBytes = 4 << 20;

    /// <summary>压缩包里的部件数。</summary>
    public const int PackageParts = 10_000;

    /// <summary>XML 的嵌套层数。</summary>
    public const int XmlDepth = 512;

    /// <summary>表格、文本框的嵌套层数；更深的按文字读。</summary>
    public const int Nesting = 24;

    /// <summary>一个文件里的段落与表格数。</summary>
    public const int Paragraphs = 100_000;

    /// <summary>一个文件里的格数。</summary>
    public const int Cells = 200_000;

    /// <summary>一个文件里的表格行数。</summary>
    public const int Rows = 100_000;

    /// <summary>一张表的列数。</summary>
    public const int Columns = 100;

    /// <summary>一格横占的列数。</summary>
    public const int ColumnSpan = 50;

    /// <summary>一格竖占的行数。</summary>
    public const int RowSpan = 1000;

    /// <summary>pdf 的页数；更多的不读，并作说明。</summary>
    public const int PdfPages = 300;

    /// <summary>pdf 里看表格线的页数；再往后的页只按文字的位置读。</summary>
    public const int PdfRuledPages = 60;

    /// <summary>pdf 的词数。</summary>
    public const int PdfWords = 300_000;

    /// <summary>pdf 工具一次输出的字节数。</summary>
    public const int PdfOutputBytes = 48 << 20;
}

/// <summary>文件超过了 <see cref="ReadLimits"/> 的限度。只在读文件时抛出，由 <see cref="SourceOpener"/> 变成给人看的原因。</summary>
internal sealed class ReadLimitException(string message) : Exception(message);
