namespace Gongkai.Reports.Reading;

/// <summary>要由 LibreOffice 转换才能读的文件。</summary>
/// <param name="Extension">内容所说的扩展名，不带点；LibreOffice 据此认文件。</param>
/// <param name="What">是什么，写给人看，如「老式的 Word 文档（doc）」；以西文开头时前面空一格。</param>
/// <param name="Target">转换成什么：docx 或 xlsx。</param>
internal sealed record OfficeFile(string Extension, string What, string Target)
{
    /// <summary>Word 97 至 2003，以及 WPS 文字。</summary>
    public static readonly OfficeFile Doc = new("doc", "老式的 Word 文档（doc 或 wps）", "docx");

    /// <summary>Excel 97 至 2003，以及 WPS 表格。</summary>
    public static readonly OfficeFile Xls = new("xls", "老式的 Excel 工作簿（xls 或 et）", "xlsx");

    /// <summary>RTF。</summary>
    public static readonly OfficeFile Rtf = new("rtf", " RTF 文档", "docx");

    /// <summary>Word 2003 的 XML。</summary>
    public static readonly OfficeFile WordXml = new("xml", " XML 格式的 Word 文档", "docx");

    /// <summary>ODF 文档。</summary>
    public static readonly OfficeFile Odt = new("odt", " ODF 文档（odt）", "docx");

    /// <summary>ODF 表格。</summary>
    public static readonly OfficeFile Ods = new("ods", " ODF 表格（ods）", "xlsx");

    /// <summary>二进制的 Excel 工作簿。</summary>
    public static readonly OfficeFile Xlsb = new("xlsb", "二进制的 Excel 工作簿（xlsb）", "xlsx");
}
