using System.Text;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Tests.Reading;

public class TextDecodingTests
{
    private const string Report = "清溪县应急管理局2023年政府信息公开工作年度报告\r\n一、总体情况\r\n本年新收政府信息公开申请12件。\r\n";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    public static TheoryData<string, byte[], bool> Charsets => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes(Report), false },
        { "utf-8 with a mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Report)], false },
        { "utf-16 le with a mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Report)], false },
        { "utf-16 be with a mark", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Report)], false },
        { "utf-16 le", Encoding.Unicode.GetBytes(Report), true },
        { "utf-16 be", Encoding.BigEndianUnicode.GetBytes(Report), true },
        { "gb18030", Gb18030.GetBytes(Report), true },
    };

    [Theory]
    [MemberData(nameof(Charsets))]
    public void A_text_reads_the_same_in_every_charset(string charset, byte[] content, bool guessed)
    {
        var document = SourceFiles.Open(charset + ".txt", content);

        Assert.Equal(Report, document.Text);
        Assert.Empty(document.Blocks);
        Assert.Equal(guessed ? [ReaderNotes.CharsetGuessed] : [], document.Notes.Select(n => n.Code));
    }

    [Fact]
    public void A_text_of_more_than_a_megabyte_reads_whole()
    {
        var text = string.Concat(Enumerable.Repeat(Report, 10_000));

        Assert.Equal(text, SourceFiles.Open("a.txt", Encoding.UTF8.GetBytes(text)).Text);
    }

    [Fact]
    public void A_declared_gbk_page_is_not_a_guess()
    {
        var document = SourceFiles.Open("a.html", Gb18030.GetBytes("<meta charset=\"gbk\"><p>清溪县应急管理局</p>"));

        Assert.Equal(["P:清溪县应急管理局"], document.Show());
        Assert.Empty(document.Notes);
    }

    [Fact]
    public void A_utf8_page_that_declares_gbk_is_read_as_what_it_is() =>
        Assert.Equal(["P:清溪县应急管理局"], SourceFiles.Html("<meta charset=gb2312><p>清溪县应急管理局</p>").Show());

    [Fact]
    public void A_broken_byte_in_utf8_costs_one_character_only()
    {
        var bytes = Encoding.UTF8.GetBytes(Report);
        bytes[^4] = 0xFF;

        var document = SourceFiles.Open("a.txt", bytes);

        Assert.StartsWith(Report[..^4], document.Text, StringComparison.Ordinal);
        Assert.Contains('\uFFFD', document.Text!);
        Assert.Equal([ReaderNotes.CharsetGuessed], document.Notes.Select(n => n.Code));
    }

    [Fact]
    public void Any_bytes_at_all_are_read_or_refused_but_never_throw()
    {
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var bytes = new byte[random.Next(1, 400)];
            random.NextBytes(bytes);
            string[] starts = ["", "PK\u0003\u0004", "<table><tr>", "{\"a\":\"", "%PDF-"];
            Encoding.Latin1.GetBytes(starts[i % starts.Length]).AsSpan(0, Math.Min(bytes.Length, starts[i % starts.Length].Length)).CopyTo(bytes);

            SourceFiles.ErrorCode("a", bytes);
        }
    }
}
