using System.Buffers;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Xml;
using Gongkai.Reports.Reading.Converters;
using Gongkai.Reports.Reading.Docx;
using Gongkai.Reports.Reading.Html;
using Gongkai.Reports.Reading.Markdown;
using Gongkai.Reports.Reading.Packages;
using Gongkai.Reports.Reading.Pdf;
using Gongkai.Reports.Reading.Text;
using Gongkai.Reports.Reading.Workbooks;

namespace Gongkai.Reports.Reading;

/// <summary>打开一个文件：认出种类，读成块或文字。不信扩展名，不信文件所说的任何大小。</summary>
internal static class SourceOpener
{
    /// <summary>有内容没有读的说明。</summary>
    public static readonly ReaderNote Truncated = new(ReaderNotes.Truncated, "文件的段落、表格太多、太宽或嵌套太深，超过限度的部分没有读，或只按文字读。", []);

    /// <summary>纯文本太长的说明。</summary>
    public static readonly ReaderNote TextTruncated = new(ReaderNotes.Truncated, $"文件太长，不像是一份年度报告，只读了前 {ReadLimits.TextCharacters:N0} 个字符。请只保留报告正文后再试。", []);

    private static readonly SearchValues<char> TagEnd = SearchValues.Create(" \t\r\n/>");
    private static readonly string[] PageTags = ["html", "!doctype", "head", "body", "meta", "script", "table", "tbody", "tr", "td", "div"];

    private static readonly string[] WholePageTags = ["html", "!doctype", "head", "body", "meta"];

    // 这些也会残留在纯文本里；文件以它们开头才算网页，否则文本的分行就丢了。
    private static readonly string[] FragmentTags = ["p", "span", "title", "style", "h1", "h2", "h3", "ul", "font", "section", "!--"];

    /// <summary>打开文件；读不了时为 null，并说为什么。</summary>
    /// <param name="fileName">文件名，只看扩展名。</param>
    /// <param name="content">文件内容。</param>
    /// <param name="error">读不了的原因。</param>
    public static SourceDocument? Open(string fileName, ReadOnlyMemory<byte> content, out ReadError? error)
    {
        var bytes = content.Span;
        error = bytes.IsEmpty ? FileErrors.Empty : bytes.Length > ReadLimits.FileBytes ? FileErrors.TooLarge : FileSignature.WhyNotReadable(bytes);
        if (error is not null)
        {
            return null;
        }

        if (FileSignature.IsPdf(bytes))
        {
            return PdfSource.Installed.Open(content, out error);
        }

        if (FileSignature.IsZip(bytes))
        {
            var document = OpenPackage(content, out var convertible, out error);
            return convertible is null ? document : Converted(convertible, content, out error);
        }

        if (FileSignature.ToConvert(bytes) is { } office)
        {
            return Converted(office, content, out error);
        }

        var text = TextDecoder.Decode(TextDecoder.Head(bytes, ReadLimits.DecodedBytes), out var charset);
        var isCut = bytes.Length > ReadLimits.DecodedBytes;
        if (text is null)
        {
            error = HasExtension(fileName, ".docx") ? FileErrors.Damaged : FileErrors.Binary;
            return null;
        }

        List<ReaderNote> notes = charset is null ? [] : [charset];
        switch (KindOf(fileName, text))
        {
            case SourceKind.Html when isCut || text.Length > ReadLimits.PageCharacters:
                error = FileErrors.PageTooLarge;
                return null;
            case SourceKind.Html:
                return HtmlBlocks.Read(text, notes);
            case var kind:
                error = text.AsSpan().IsWhiteSpace() ? FileErrors.Empty : null;
                return error is null ? TextOf(kind, text, isCut, notes) : null;
        }
    }

    private static SourceDocument TextOf(SourceKind kind, string text, bool isCut, List<ReaderNote> notes)
    {
        if (isCut || text.Length > ReadLimits.TextCharacters)
        {
            notes.Add(TextTruncated);
            text = text.Length > ReadLimits.TextCharacters ? text[..ReadLimits.TextCharacters] : text;
        }

        return kind is SourceKind.Markdown ? MarkdownBlocks.Read(text, notes) : new SourceDocument([], text, null, notes);
    }

    private static SourceDocument? Converted(OfficeFile file, ReadOnlyMemory<byte> content, out ReadError? error)
    {
        if (OfficeConverter.Installed.Convert(file, content, out error) is not { } converted)
        {
            return null;
        }

        if (file == OfficeFile.Odt && LostDigits.Any(content, converted))
        {
            error = FileErrors.LostInConversion(file);
            return null;
        }

        // 转换的结果一样不可信，也不再转换第二次。
        var document = OpenPackage(converted, out _, out error);
        error ??= document is null ? FileErrors.NotConverted(file) : null;
        return document;
    }

    private static SourceDocument? OpenPackage(ReadOnlyMemory<byte> content, out OfficeFile? convertible, out ReadError? error)
    {
        convertible = null;
        try
        {
            var array = MemoryMarshal.TryGetArray(content, out var segment) ? segment : new ArraySegment<byte>(content.ToArray());
            using var stream = new MemoryStream(array.Array!, array.Offset, array.Count, writable: false);
            if (!OfficePackage.HasFewParts(content.Span))
            {
                error = FileErrors.Bomb;
                return null;
            }

            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            var package = new OfficePackage(archive);
            if (package.Main(out var kind, out convertible, out error) is { } main)
            {
                return kind is SourceKind.Xlsx ? XlsxBlocks.Read(package, main) : DocxBlocks.Read(package, main);
            }

            return null;
        }
        catch (ReadLimitException)
        {
            error = FileErrors.Bomb;
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or NotSupportedException or DecoderFallbackException)
        {
            // 压缩包或 XML 不合规，各库报的类型不一；都是文件的错，不是程序的错。
            error = FileErrors.Damaged;
        }

        return null;
    }

    private static SourceKind KindOf(string fileName, string text)
    {
        if ((HasExtension(fileName, ".md") || HasExtension(fileName, ".markdown")) && !IsWholePage(text))
        {
            return SourceKind.Markdown;
        }

        var page = PageStart(text);
        return page || HasExtension(fileName, ".html") || HasExtension(fileName, ".htm") || HasExtension(fileName, ".shtml")
            || (text.Length <= ReadLimits.PageCharacters && text.AsSpan(0, Math.Min(text.Length, 64)).TrimStart() is ['{' or '[', ..] && ScriptedPage.Find(text) is not null)
            ? SourceKind.Html
            : SourceKind.Text;
    }

    /// <summary>一开头就是整个网页；Markdown 里夹的标签不是。</summary>
    private static bool IsWholePage(ReadOnlySpan<char> text)
    {
        var start = text[..Math.Min(text.Length, 256)].TrimStart();
        return !start.IsEmpty && start[0] == '<' && IsTag(start[1..], WholePageTags);
    }

    /// <summary>文中有网页的标签。只看前面几十个尖括号：文本里偶尔也有。</summary>
    private static bool PageStart(ReadOnlySpan<char> text)
    {
        var start = text[..Math.Min(text.Length, 256)].TrimStart();
        if (!start.IsEmpty && start[0] == '<' && IsTag(start[1..], FragmentTags))
        {
            return true;
        }

        for (var looked = 0; looked < 64 && text.IndexOf('<') is >= 0 and var at; looked++)
        {
            text = text[(at + 1)..];
            if (IsTag(text, PageTags))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTag(ReadOnlySpan<char> text, string[] tags)
    {
        var end = text[..Math.Min(text.Length, 12)].IndexOfAny(TagEnd);
        foreach (var tag in tags)
        {
            if (end > 0 && text[..end].Equals(tag, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasExtension(string fileName, string extension) => fileName.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
