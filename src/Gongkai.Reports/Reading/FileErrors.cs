namespace Gongkai.Reports.Reading;

/// <summary>文件读不了的各种原因：代号，以及给人看的说明和办法。</summary>
internal static class FileErrors
{
    /// <summary>没有内容。</summary>
    public static readonly ReadError Empty = new("file.empty", "文件是空的，请检查是否保存或下载完整。");

    /// <summary>太大。</summary>
    public static readonly ReadError TooLarge = new("file.tooLarge", $"文件超过 {ReadLimits.FileBytes >> 20} MB，不像是年度报告。请删去文件中的大图片或附件后再试。");

    /// <summary>网页太大。</summary>
    public static readonly ReadError PageTooLarge = new("file.tooLarge", $"网页超过 {ReadLimits.PageCharacters >> 20} MB，不像是年度报告。请只保存网页正文后再试。");

    /// <summary>压缩包或标记损坏。</summary>
    public static readonly ReadError Damaged = new("file.damaged", "文件已损坏或没有下载完整，打不开。请重新下载，或用 Word、WPS 打开后另存为 docx 再试。");

    /// <summary>展开后大得不合常理。</summary>
    public static readonly ReadError Bomb = new("file.bomb", "文件展开后大得不合常理，为安全起见没有读。请用 Word、WPS 打开，把正文复制到新文档，另存为 docx 再试。");

    /// <summary>有密码。</summary>
    public static readonly ReadError Encrypted = new("file.encrypted", "文件设了密码，打不开。请去掉密码，另存为 docx 再试。");

    /// <summary>没有安装读 pdf 的工具。</summary>
    public static readonly ReadError NeedsPoppler = new("file.needsPoppler", "这是 PDF 文件，要装上 poppler-utils（其中的 pdftotext）才读得了。请安装后再试（如 apt-get install poppler-utils），或改用报告的 docx 文件或网页，也可用 Word 或 WPS 转为 docx 再试。");

    /// <summary>扫描件。</summary>
    public static readonly ReadError PdfScanned = new("file.scanned", "这份 PDF 是扫描件或图片，里面没有文字，读不出。请索取可复制文字的版本，或改用报告的 docx 文件或网页。");

    /// <summary>pdf 打不开。</summary>
    public static readonly ReadError PdfDamaged = new("file.damaged", "PDF 文件已损坏或没有下载完整，打不开。请重新下载，或另存为 docx 再试。");

    /// <summary>pdf 里的字多得不合常理。</summary>
    public static readonly ReadError PdfTooLong = new("file.tooLarge", "这份 PDF 里的文字多得不像是一份年度报告，没有读。请只保留报告的各页，或另存为 docx 再试。");

    /// <summary>读 pdf 超时。</summary>
    public static readonly ReadError PdfTimedOut = new("file.timeout", "读这份 PDF 用的时间太长，已停下。请只保留报告的各页，或另存为 docx 再试。");

    /// <summary>不收的种类。</summary>
    /// <param name="what">这是什么文件，如「 PDF 文件」；以西文开头时前面空一格。</param>
    /// <param name="remedy">怎么办，以句号结尾。</param>
    public static ReadError Kind(string what, string remedy) => new("file.kind", $"这是{what}，目前读不了。{remedy}");

    /// <summary>要借助 LibreOffice，而它没有安装。</summary>
    public static ReadError NeedsOffice(OfficeFile file) =>
        new("file.needsOffice", $"这是{file.What}，要借助 LibreOffice 来读，而本机没有安装。请用 Word、WPS 打开，另存为 {file.Target} 再试；或请管理员安装 LibreOffice。");

    /// <summary>LibreOffice 打不开。</summary>
    public static ReadError NotConverted(OfficeFile file) =>
        new("file.convertFailed", $"这是{file.What}，LibreOffice 打不开它：文件可能已损坏，或设了密码。请用 Word、WPS 打开，另存为 {file.Target} 再试。");

    /// <summary>LibreOffice 转换时丢了格子。</summary>
    public static ReadError LostInConversion(OfficeFile file) =>
        new("file.convertFailed", $"这是{file.What}，其中有的表格合并得不合规，LibreOffice 打开时丢了一些格子，读出的数会错位，所以没有读。请用原来的软件打开，核对后另存为 {file.Target} 再试。");

    /// <summary>LibreOffice 太久没有转换完。</summary>
    public static ReadError ConversionTimedOut(OfficeFile file) =>
        new("file.convertFailed", $"这是{file.What}，LibreOffice 转换了太久，没有等到结果。请用 Word、WPS 打开，另存为 {file.Target} 再试。");

    /// <summary>认不出的二进制文件。</summary>
    public static readonly ReadError Binary = new("file.kind", "文件不是文本、网页、Word 文档或 Excel 工作簿，认不出格式。请用原来的软件打开，另存为 docx 再试。");
}
