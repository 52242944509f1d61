using System.Text;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Converters;

namespace Gongkai.Reports.Tests.Reading;

public class SourceKindTests
{
    private static byte[] CompoundFile(string stream) => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes(stream), .. new byte[64]];

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "empty.txt", [], "file.empty" },
        { "blank.txt", " \r\n\t\u3000 "u8.ToArray(), "file.empty" },
        { "report.wps", CompoundFile("MatOST"), "file.kind" },
        { "slides.pptx", SourceFiles.Zip(("ppt/presentation.xml", "<a/>"u8.ToArray())), "file.kind" },
        { "locked.docx", CompoundFile("EncryptedPackage"), "file.encrypted" },
        { "report.zip", SourceFiles.Zip(("a.txt", "a"u8.ToArray())), "file.kind" },
        { "scan.png", [0x89, .. "PNG\r\n"u8, 0x1A, 10, 0, 0], "file.kind" },
        { "scan.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "file.kind" },
        { "report.mht", "MIME-Version: 1.0\r\n"u8.ToArray(), "file.kind" },
        { "program", [0x7F, .. "ELF"u8, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 3, 0, 62, 0], "file.kind" },
        { "torn.docx", [1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 9, 9, 0, 0], "file.damaged" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_file_that_cannot_be_read_says_which_kind_it_is(string fileName, byte[] content, string code) =>
        Assert.Equal(code, SourceFiles.ErrorCode(fileName, content));

    public static TheoryData<byte[], string, string> Converted => new()
    {
        { CompoundFile("WordDocument"), "doc", "docx" },
        { CompoundFile("Workbook"), "xls", "xlsx" },
        { "{\\rtf1\\ansi"u8.ToArray(), "rtf", "docx" },
        { "<?xml version=\"1.0\"?><w:wordDocument/>"u8.ToArray(), "xml", "docx" },
    };

    [Theory]
    [MemberData(nameof(Converted))]
    public void The_content_says_what_an_old_file_is_converted_from_and_to(byte[] content, string from, string to)
    {
        var file = FileSignature.ToConvert(content);

        Assert.Equal((from, to), (file!.Extension, file.Target));
        Assert.Null(FileSignature.WhyNotReadable(content));
    }

    [Fact]
    public void Without_LibreOffice_an_old_file_is_refused_with_the_format_to_save_it_as()
    {
        Assert.Null(new OfficeConverter(null).Convert(OfficeFile.Xls, CompoundFile("Workbook"), out var error));

        Assert.Equal("file.needsOffice", error!.Code);
        Assert.Contains("另存为 xlsx 再试", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_old_file_is_refused_after_LibreOffice_tried_it()
    {
        Assert.SkipUnless(OfficeConverter.Installed.IsAvailable, "LibreOffice is not installed.");

        Assert.Equal("file.convertFailed", SourceFiles.ErrorCode("a.doc", CompoundFile("WordDocument")));
    }

    [Fact]
    public void An_odt_is_read_and_nothing_it_points_to_is_fetched()
    {
        Assert.SkipUnless(OfficeConverter.Installed.IsAvailable, "LibreOffice is not installed.");
        const string names = "urn:oasis:names:tc:opendocument:xmlns:";
        const string type = "application/vnd.oasis.opendocument.text";
        const string content = $"<o:document-content xmlns:o=\"{names}office:1.0\" xmlns:t=\"{names}text:1.0\" xmlns:x=\"http://www.w3.org/1999/xlink\" o:version=\"1.2\"><o:body><o:text><t:p>正文</t:p><t:section t:name=\"s\"><t:section-source x:href=\"file:///etc/passwd\"/><t:p>旧文</t:p></t:section></o:text></o:body></o:document-content>";
        const string manifest = $"<m:manifest xmlns:m=\"{names}manifest:1.0\" m:version=\"1.2\"><m:file-entry m:full-path=\"/\" m:media-type=\"{type}\"/><m:file-entry m:full-path=\"content.xml\" m:media-type=\"text/xml\"/></m:manifest>";

        Assert.Equal(
            ["P:正文", "P:旧文"],
            SourceFiles.Open("a.odt", SourceFiles.Zip(("mimetype", Encoding.UTF8.GetBytes(type)), ("content.xml", Encoding.UTF8.GetBytes(content)), ("META-INF/manifest.xml", Encoding.UTF8.GetBytes(manifest)))).Show());
    }

    [Theory]
    [InlineData("a.doc", "<html><body><p>正文</p></body></html>")]
    [InlineData("a.txt", "<!DOCTYPE html><p>正文</p>")]
    [InlineData("a", "\r\n<table><tr><td>正文</td></tr></table>")]
    [InlineData("a.htm", "正文")]
    public void A_page_is_known_by_its_content_before_its_name(string fileName, string page) =>
        Assert.Equal(["P:正文"], SourceFiles.Open(fileName, Encoding.UTF8.GetBytes(page)).Show());

    [Theory]
    [InlineData("甲 < 乙，乙 > 丙")]
    [InlineData("|本年新收|1<br>2|")]
    [InlineData("{本年新收} 12 件")]
    [InlineData("本年新收\n<p>12</p>\n<span>件</span>")]
    public void A_text_with_angle_brackets_is_still_a_text(string text) =>
        Assert.Equal(text, SourceFiles.Open("a.txt", Encoding.UTF8.GetBytes(text)).Text);

    [Fact]
    public void A_docx_is_known_by_its_content_before_its_name() =>
        Assert.Equal(["P:正文"], SourceFiles.Open("a.txt", SourceFiles.DocxFile("<w:p><w:r><w:t>正文</w:t></w:r></w:p>")).Show());
}
