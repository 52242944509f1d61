using System.Text;

namespace Gongkai.Reports.Tests.Reading;

public class SourceKindTests
{
    private static byte[] CompoundFile(string stream) => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes(stream), .. new byte[64]];

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "empty.txt", [], "file.empty" },
        { "blank.txt", " \r\n\t\u3000 "u8.ToArray(), "file.empty" },
        { "report.doc", CompoundFile("WordDocument"), "file.kind" },
        { "report.xls", CompoundFile("Workbook"), "file.kind" },
        { "locked.docx", CompoundFile("EncryptedPackage"), "file.encrypted" },
        { "report.xlsx", SourceFiles.Zip(("xl/workbook.xml", "<a/>"u8.ToArray())), "file.kind" },
        { "report.zip", SourceFiles.Zip(("a.txt", "a"u8.ToArray())), "file.kind" },
        { "scan.png", [0x89, .. "PNG\r\n"u8, 0x1A, 10, 0, 0], "file.kind" },
        { "scan.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "file.kind" },
        { "report.rtf", "{\\rtf1\\ansi"u8.ToArray(), "file.kind" },
        { "report.mht", "MIME-Version: 1.0\r\n"u8.ToArray(), "file.kind" },
        { "report.xml", "<?xml version=\"1.0\"?><w:wordDocument/>"u8.ToArray(), "file.kind" },
        { "program", [0x7F, .. "ELF"u8, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 3, 0, 62, 0], "file.kind" },
        { "torn.docx", [1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 9, 9, 0, 0], "file.damaged" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_file_that_cannot_be_read_says_which_kind_it_is(string fileName, byte[] content, string code) =>
        Assert.Equal(code, SourceFiles.ErrorCode(fileName, content));

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
