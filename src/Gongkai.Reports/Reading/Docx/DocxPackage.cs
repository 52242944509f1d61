using System.IO.Compression;
using System.Xml;

namespace Gongkai.Reports.Reading.Docx;

/// <summary>docx 这个压缩包：找到正文和编号，一概带着限度打开。</summary>
internal sealed class DocxPackage(ZipArchive archive)
{
    private const string DefaultDocument = "word/document.xml";

    /// <summary>目录项的条数在限度内。压缩包末尾自报的条数可以是假的，所以数目录项的记号。</summary>
    public static bool HasFewParts(ReadOnlySpan<byte> bytes) => bytes.Count("PK\x01\x02"u8) <= ReadLimits.PackageParts;

    /// <summary>正文部件；不是 Word 文档时为 null，并说是什么。</summary>
    public ZipArchiveEntry? Document(out ReadError? error)
    {
        error = null;
        var entry = archive.GetEntry(DefaultDocument) ?? FromRelationships();
        if (entry is null)
        {
            error = WhatElse();
        }
        else if (entry.IsEncrypted)
        {
            error = FileErrors.Encrypted;
        }

        return error is null ? entry : null;
    }

    /// <summary>正文旁边的部件，如编号、样式；没有时为 null。</summary>
    /// <param name="document">正文部件，其他部件与它在同一个文件夹。</param>
    /// <param name="name">部件的文件名。</param>
    public XmlReader? Beside(ZipArchiveEntry document, string name)
    {
        var folder = document.FullName[..(document.FullName.LastIndexOf('/') + 1)];
        return archive.GetEntry(folder + name) is { IsEncrypted: false } entry ? Open(entry) : null;
    }

    /// <summary>打开一个部件。不许 DTD，不取外部资源。</summary>
    public static XmlReader Open(ZipArchiveEntry entry) => XmlReader.Create(
        new LimitedStream(entry.Open(), entry.CompressedLength),
        new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = ReadLimits.PartBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            CloseInput = true,
        });

    private ZipArchiveEntry? FromRelationships()
    {
        if (archive.GetEntry("_rels/.rels") is not { IsEncrypted: false } entry)
        {
            return null;
        }

        using var reader = Open(entry);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Relationship"
                && reader.GetAttribute("Type")?.EndsWith("/officeDocument", StringComparison.Ordinal) == true
                && reader.GetAttribute("Target") is { } target
                && target.EndsWith(".xml", StringComparison.Ordinal) && target.Contains("word/", StringComparison.Ordinal))
            {
                return archive.GetEntry(target.TrimStart('/'));
            }
        }

        return null;
    }

    private ReadError WhatElse()
    {
        if (archive.GetEntry("xl/workbook.xml") is not null)
        {
            return FileErrors.Kind(" Excel 工作簿（xlsx）", "请把内容复制到 Word 或 WPS 文档，另存为 docx 再试。");
        }

        if (archive.GetEntry("ppt/presentation.xml") is not null)
        {
            return FileErrors.Kind("演示文稿（pptx）", "请改用报告的 docx 文件或网页。");
        }

        if (archive.GetEntry("OFD.xml") is not null)
        {
            return FileErrors.Kind(" OFD 文件", "请改用报告的 docx 文件或网页。");
        }

        return archive.GetEntry("content.xml") is not null
            ? FileErrors.Kind(" ODF 文档", "请用 Word 或 WPS 打开，另存为 docx 再试。")
            : FileErrors.Kind("压缩包", "请解压后，选其中的报告再试。");
    }
}
