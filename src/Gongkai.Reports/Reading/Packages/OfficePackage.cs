using System.IO.Compression;
using System.Xml;

namespace Gongkai.Reports.Reading.Packages;

/// <summary>docx、xlsx 这样的压缩包：认出是什么，找到主部件，一概带着限度打开。</summary>
internal sealed class OfficePackage(ZipArchive archive)
{
    private const string Content = "content.xml";

    private static readonly (string Name, SourceKind Kind)[] Defaults = [("word/document.xml", SourceKind.Docx), ("xl/workbook.xml", SourceKind.Xlsx)];

    /// <summary>目录项的条数在限度内。压缩包末尾自报的条数可以是假的，所以数目录项的记号。</summary>
    public static bool HasFewParts(ReadOnlySpan<byte> bytes) => bytes.Count("PK\x01\x02"u8) <= ReadLimits.PackageParts;

    /// <summary>主部件；不是读得了的种类时为 null，并说是什么。</summary>
    /// <param name="kind">是什么。</param>
    /// <param name="convertible">没有主部件，但可以整个转换来读的，是哪一种。</param>
    /// <param name="error">读不了的原因。</param>
    public ZipArchiveEntry? Main(out SourceKind kind, out OfficeFile? convertible, out ReadError? error)
    {
        (convertible, error) = (null, null);
        foreach (var (name, known) in Defaults)
        {
            if (archive.GetEntry(name) is { } part)
            {
                kind = known;
                return Readable(part, ref error);
            }
        }

        kind = SourceKind.Docx;
        if (FromRelationships() is { } main)
        {
            kind = main.FullName.StartsWith("xl/", StringComparison.Ordinal) ? SourceKind.Xlsx : SourceKind.Docx;
            return Readable(main, ref error);
        }

        convertible = ToConvert();
        error = convertible is null ? WhatElse() : null;
        return null;
    }

    /// <summary>某个部件；没有或加了密时为 null。</summary>
    /// <param name="name">在压缩包里的路径。</param>
    public XmlReader? Part(string name) => archive.GetEntry(name) is { IsEncrypted: false } entry ? Open(entry) : null;

    /// <summary>某个部件旁边的部件，如编号、样式；没有时为 null。</summary>
    /// <param name="main">部件；其他部件与它在同一个文件夹。</param>
    /// <param name="name">部件的文件名。</param>
    public XmlReader? Beside(ZipArchiveEntry main, string name) => Part(FolderOf(main) + name);

    /// <summary>部件所在的文件夹，以斜线结尾；在根上时为空串。</summary>
    public static string FolderOf(ZipArchiveEntry part) => part.FullName[..(part.FullName.LastIndexOf('/') + 1)];

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

    private static ZipArchiveEntry? Readable(ZipArchiveEntry entry, ref ReadError? error)
    {
        error = entry.IsEncrypted ? FileErrors.Encrypted : null;
        return error is null ? entry : null;
    }

    private ZipArchiveEntry? FromRelationships()
    {
        using var reader = Part("_rels/.rels");
        while (reader?.Read() == true)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Relationship"
                && reader.GetAttribute("Type")?.EndsWith("/officeDocument", StringComparison.Ordinal) == true
                && reader.GetAttribute("Target")?.TrimStart('/') is { } target
                && target.EndsWith(".xml", StringComparison.Ordinal)
                && (target.Contains("word/", StringComparison.Ordinal) || target.StartsWith("xl/", StringComparison.Ordinal)))
            {
                return archive.GetEntry(target);
            }
        }

        return null;
    }

    /// <summary>要转换才能读的，是哪一种；不是这样的压缩包时为 null。</summary>
    private OfficeFile? ToConvert()
    {
        if (archive.GetEntry("xl/workbook.bin") is not null)
        {
            return OfficeFile.Xlsb;
        }

        if (archive.GetEntry(Content) is null || archive.GetEntry("mimetype") is not { IsEncrypted: false } mimetype)
        {
            return null;
        }

        using var stream = new LimitedStream(mimetype.Open(), mimetype.CompressedLength);
        Span<byte> type = stackalloc byte[80];
        type = type[..stream.ReadAtLeast(type, type.Length, throwOnEndOfStream: false)];
        return type.StartsWith("application/vnd.oasis.opendocument.text"u8) ? OfficeFile.Odt
            : type.StartsWith("application/vnd.oasis.opendocument.spreadsheet"u8) ? OfficeFile.Ods
            : null;
    }

    private ReadError WhatElse()
    {
        if (archive.GetEntry("ppt/presentation.xml") is not null)
        {
            return FileErrors.Kind("演示文稿（pptx）", "请改用报告的 docx 文件或网页。");
        }

        if (archive.GetEntry("OFD.xml") is not null)
        {
            return FileErrors.Kind(" OFD 文件", "请改用报告的 docx 文件或网页。");
        }

        return FileErrors.Kind("压缩包", "请解压后，选其中的报告再试。");
    }
}
