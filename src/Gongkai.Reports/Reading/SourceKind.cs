namespace Gongkai.Reports.Reading;

/// <summary>源文件的种类。先看内容，后看扩展名：网上下载的文件，扩展名常常不对。</summary>
internal enum SourceKind
{
    /// <summary>纯文本。</summary>
    Text,

    /// <summary>Markdown。</summary>
    Markdown,

    /// <summary>网页。</summary>
    Html,

    /// <summary>Word 文档（docx）。</summary>
    Docx,

    /// <summary>Excel 工作簿（xlsx、xlsm；宏不读）。</summary>
    Xlsx,
}
