using System.Text;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Tests.Reading;

/// <summary>恶意的文件：都在限度内了结，或说明为什么没有读。若限度失灵，这些测试会跑上几小时或耗尽内存。</summary>
public class HostileFilesTests
{
    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static byte[] Page(string page) => Encoding.UTF8.GetBytes(page);

    [Fact]
    public void A_file_over_the_limit_is_refused() =>
        Assert.Equal("file.tooLarge", SourceFiles.ErrorCode("a.txt", new byte[ReadLimits.FileBytes + 1]));

    [Fact]
    public void A_page_over_the_limit_is_refused() =>
        Assert.Equal("file.tooLarge", SourceFiles.ErrorCode("a.html", Page("<p>" + new string('a', ReadLimits.PageCharacters))));

    [Theory]
    [InlineData('1', 50_000_000)]
    [InlineData('文', 15_000_000)]
    [InlineData('\n', ReadLimits.TextCharacters + 1)]
    public void A_text_over_the_limit_is_cut_and_says_so(char character, int times)
    {
        var document = SourceFiles.Open("a.txt", Page("题" + new string(character, times)));

        Assert.Equal("题" + new string(character, ReadLimits.TextCharacters - 1), document.Text);
        Assert.Equal([ReaderNotes.Truncated], document.Notes.Select(n => n.Code));
    }

    [Fact]
    public void A_text_at_the_limit_is_whole()
    {
        var document = SourceFiles.Open("a.txt", Page(new string('文', ReadLimits.TextCharacters)));

        Assert.Equal(ReadLimits.TextCharacters, document.Text!.Length);
        Assert.Empty(document.Notes);
    }

    [Fact]
    public void Places_after_very_many_lines_are_right()
    {
        var flat = FlatText.From(SourceFiles.Open("a.txt", Page(new string('\n', 1_000_000) + "一、二")));

        Assert.Equal(Gongkai.Core.Reports.Place.AtLine(1_000_001, 3), flat.PlaceAt(1_000_002));
    }

    [Fact]
    public void A_docx_of_very_many_paragraphs_is_cut_and_says_so()
    {
        var document = SourceFiles.Docx(Repeat("<w:p><w:r><w:t>文</w:t></w:r></w:p>", ReadLimits.Paragraphs + 10));

        Assert.Equal(ReadLimits.Paragraphs, document.Blocks.Count);
        Assert.Equal([ReaderNotes.Truncated], document.Notes.Select(n => n.Code));
    }

    [Fact]
    public void A_zip_bomb_stops_at_the_limit()
    {
        var body = new byte[ReadLimits.PartBytes + 100];
        body.AsSpan().Fill((byte)' ');
        Encoding.UTF8.GetBytes("<w:document xmlns:w=\"urn:w\">").CopyTo(body, 0);

        Assert.Equal("file.bomb", SourceFiles.ErrorCode("a.docx", SourceFiles.Zip(("word/document.xml", body))));
    }

    [Fact]
    public void A_package_of_very_many_parts_is_not_opened()
    {
        var parts = Enumerable.Range(0, ReadLimits.PackageParts + 1).Select(i => ($"{i}", Array.Empty<byte>())).ToArray();

        Assert.Equal("file.bomb", SourceFiles.ErrorCode("a.docx", SourceFiles.Zip(parts)));
    }

    [Fact]
    public void An_entity_bomb_is_damaged_because_no_document_has_a_dtd() =>
        Assert.Equal("file.damaged", SourceFiles.ErrorCode("a.docx", SourceFiles.Zip(("word/document.xml", Page(
            "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"urn:w\"><w:t>&b;&x;</w:t></w:document>")))));

    [Fact]
    public void Deeply_nested_xml_stops_at_the_limit() =>
        Assert.Equal("file.bomb", SourceFiles.ErrorCode("a.docx", SourceFiles.DocxFile(Repeat("<w:sdt>", 100_000) + Repeat("</w:sdt>", 100_000))));

    [Fact]
    public void A_truncated_docx_is_damaged()
    {
        var file = SourceFiles.DocxFile("<w:p><w:r><w:t>正文</w:t></w:r></w:p>");

        Assert.Equal("file.damaged", SourceFiles.ErrorCode("a.docx", file[..(file.Length / 2)]));
        Assert.Equal("file.damaged", SourceFiles.ErrorCode("a.docx", file[..^1]));
    }

    [Fact]
    public void A_docx_with_a_flipped_byte_is_read_or_damaged()
    {
        var file = SourceFiles.DocxFile("<w:p><w:r><w:t>正文</w:t></w:r></w:p>");
        for (var i = 4; i < file.Length; i++)
        {
            var broken = (byte[])file.Clone();
            broken[i] ^= 0x5A;

            Assert.Contains(SourceFiles.ErrorCode("a.docx", broken), new[] { null, "file.damaged", "file.kind", "file.encrypted" });
        }
    }

    [Fact]
    public void An_encrypted_part_says_so()
    {
        var file = SourceFiles.DocxFile("<w:p/>");
        var directory = file.AsSpan().IndexOf("PK\x01\x02"u8);
        file[directory + 8] |= 1;

        Assert.Equal("file.encrypted", SourceFiles.ErrorCode("a.docx", file));
    }

    public static TheoryData<string, string> PathologicalPages => new()
    {
        { "nested blocks", Repeat("<div>", 100_000) + "底" + Repeat("</div>", 100_000) },
        { "nested inline", Repeat("<span>", 300_000) + "底" },
        { "nested unknown", Repeat("<x-y>", 100_000) + "底" },
        { "nested foreign", "<p>底</p><svg>" + Repeat("<g>", 100_000) },
        { "self-closed in foreign", "<p>底</p><svg><foreignObject>" + Repeat("<g/>", 100_000) },
        { "unclosed formatting", Repeat("<b><i><font color=1><p>", 30_000) + "底" },
        { "differing formatting", string.Concat(Enumerable.Range(0, 30_000).Select(i => $"<font a{i}><p>")) + "底" },
        { "few formatting tags rebuilt in many paragraphs", string.Concat(Enumerable.Range(0, 60).Select(i => $"<font a{i}>")) + "底" + Repeat("<p>a", 55_000) },
        { "few formatting tags rebuilt in many cells", string.Concat(Enumerable.Range(0, 60).Select(i => $"<font a{i}>")) + "<table><tr>" + Repeat("<td>底<td><tr>", 18_000) },
        { "unclosed annotations", Repeat("<rt>", 60_000) + Repeat("<optgroup>", 60_000) + "底" },
        { "misnested formatting", Repeat("<b><p></b></i>", 50_000) + "底" },
        { "anchors", Repeat("<a><div>", 50_000) + "底" },
        { "attributes", "<p " + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i} ")) + ">底" },
        { "attributes of the body", string.Concat(Enumerable.Range(0, 60_000).Select(i => $"<body a{i}>")) + "底" },
        { "content outside the cells", "<table>" + Repeat("<br>a", 100_000) + "<tr><td>底</table>" },
        { "nested tables", Repeat("<table><tr><td>", 20_000) + "底" },
        { "nested tables without cells", Repeat("<table>", 100_000) + "底" },
        { "end tags that do not match", Repeat("<div><table><tr><td></div></table>", 20_000) + "底" },
        { "spans closed across blocks", Repeat("<span><div></span></div>", 50_000) + "底" },
        { "nesting behind a short comment", "<!-->" + Repeat("<div>", 100_000) + "底" },
        { "nesting behind a select", "<select><title></select>" + Repeat("<div>", 100_000) + "<p>底" },
        { "unclosed tags", "<p>底</p>" + Repeat("<a ", 200_000) },
        { "unclosed comments", "<p>底</p>" + Repeat("<!-- -", 200_000) },
        { "bare angle brackets", "<p>底</p>" + Repeat("<", 1_000_000) },
        { "quotes in scripts", "<p>底</p><script>" + Repeat("\"\\\"'`\\`\n", 200_000) + "</script>" },
        { "escaped tables", "<p>底</p>" + Repeat("&lt;table &lt;td", 100_000) },
        { "entities", "<p>底</p>" + Repeat("&notit;&#9999999999;&amp", 100_000) },
        { "nested lists", Repeat("<ul><li>", 60_000) + "底" },
        { "headings and paragraphs", Repeat("<p><h1>", 50_000) + "底" },
        { "templates and selects", "<p>底</p>" + Repeat("<template><select>", 50_000) },
        { "frames", "<p>底</p>" + Repeat("<frameset><iframe>", 50_000) },
    };

    [Theory]
    [MemberData(nameof(PathologicalPages))]
    public void A_pathological_page_is_read_in_linear_time(string way, string page)
    {
        Assert.NotEmpty(way);

        var document = SourceFiles.Open("a.html", Page("<html>" + page));

        Assert.Contains(document.Show(), b => b.Contains('底'));
    }

    [Fact]
    public void A_table_of_a_million_cells_is_cut_and_says_so()
    {
        var document = SourceFiles.Html("<table>" + Repeat("<tr>" + Repeat("<td>1", 10), 100_000) + "</table>");

        Assert.Equal([ReaderNotes.Truncated], document.Notes.Select(n => n.Code));
        Assert.Equal(ReadLimits.Cells, document.Grid().Cells.Count);
    }

    [Fact]
    public void A_docx_table_of_a_million_cells_is_cut_and_says_so()
    {
        var row = "<w:tr>" + Repeat("<w:tc><w:p/></w:tc>", 10) + "</w:tr>";
        var document = SourceFiles.Docx("<w:tbl>" + Repeat(row + "<!--" + "-->", 100_000) + "</w:tbl>");

        Assert.Equal([ReaderNotes.Truncated], document.Notes.Select(n => n.Code));
        Assert.Equal(ReadLimits.Cells, document.Grid().Cells.Count);
    }

    [Fact]
    public void A_page_of_a_million_paragraphs_is_cut_and_says_so()
    {
        var document = SourceFiles.Html(Repeat("<p>文", 1_000_000));

        Assert.Equal([ReaderNotes.Truncated], document.Notes.Select(n => n.Code));
        Assert.Equal(ReadLimits.Paragraphs, document.Blocks.Count);
    }

    [Fact]
    public void A_table_of_very_many_columns_is_cut_and_says_so()
    {
        var document = SourceFiles.Html("<table><tr>" + Repeat("<td>1</td>", 5000) + "</table>");

        Assert.Equal(ReadLimits.Columns, document.Grid().Cells.Count);
        Assert.Equal([ReaderNotes.Truncated], document.Notes.Select(n => n.Code));
    }

    [Fact]
    public void Spans_over_very_many_empty_rows_stay_within_the_limits()
    {
        var document = SourceFiles.Html("<table><tr><td rowspan=65534 colspan=1000>a<td>b" + Repeat("<tr>", 1_000_000) + "</table>");

        Assert.All(document.Grid().Cells, c => Assert.InRange(c.RowSpan, 1, ReadLimits.RowSpan));
    }
}
