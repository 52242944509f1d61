using System.Text;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Tests.Reading;

/// <summary>恶意的工作簿：都在限度内了结。</summary>
public class HostileWorkbookTests
{
    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static SourceDocument Read(byte[] file) => SourceFiles.Open("a.xlsx", file);

    [Fact]
    public void A_sheet_that_expands_beyond_its_limit_is_refused() =>
        Assert.Equal("file.bomb", SourceFiles.ErrorCode("a.xlsx", WorkbookFile.Of(Repeat(" ", ReadLimits.PartBytes + 10))));

    [Fact]
    public void A_sheet_with_a_dtd_is_refused_and_its_entity_is_not_opened()
    {
        var file = SourceFiles.Zip(("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><workbook>&x;</workbook>"u8.ToArray()));

        Assert.Equal("file.damaged", SourceFiles.ErrorCode("a.xlsx", file));
    }

    [Fact]
    public void Of_a_million_rows_the_first_are_read_and_that_is_said()
    {
        var document = Read(WorkbookFile.Of(Repeat("<row><c><v>1</v></c><c><v>2</v></c></row>", 1000) + Repeat("<row/>", 1_000_000) + WorkbookFile.Row(1_002_000, "甲", "乙")));

        Assert.Equal([ReaderNotes.Truncated], document.Notes.Select(n => n.Code));
        Assert.Equal(2000, document.Grid().Cells.Count);
    }

    [Theory]
    [InlineData("<row><c><v>1</v></c></row>", 100_100)]
    [InlineData("<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>", 67_000)]
    public void Very_many_cells_are_read_in_linear_time_and_cut_at_the_limit(string row, int times)
    {
        var document = Read(WorkbookFile.Of(Repeat(row, times)));

        Assert.Equal([ReaderNotes.Truncated], document.Notes.Select(n => n.Code));
        Assert.InRange(document.Blocks.Sum(b => b is GridBlock g ? g.Cells.Count : 1), 1000, ReadLimits.Cells);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("5")]
    [InlineData("99999999999")]
    [InlineData("x")]
    public void A_shared_string_that_is_not_there_is_blank(string index) =>
        Assert.Equal(
            ["0,0=项|0,1=数|0,2=计|1,0=甲|1,1=|1,2=乙"],
            Read(WorkbookFile.Of(WorkbookFile.Row(1, "项", "数", "计") + $"<row r=\"2\">{WorkbookFile.Cell("A2", "甲")}<c r=\"B2\" t=\"s\"><v>{index}</v></c>{WorkbookFile.Cell("C2", "乙")}</row>")).Show());

    [Fact]
    public void One_long_string_shared_by_very_many_cells_stays_within_the_limit()
    {
        var document = Read(WorkbookFile.Of(Repeat("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>", 50_000), strings: $"<si><t>{new string('文', 32_000)}</t></si>"));

        Assert.Equal([ReaderNotes.Truncated], document.Notes.Select(n => n.Code));
        Assert.InRange(document.Blocks.Sum(b => b is GridBlock g ? g.Cells.Sum(c => (long)c.Text.Length) : ((ParagraphBlock)b).Text.Length), 1, ReadLimits.TextCharacters);
    }

    [Fact]
    public void Addresses_at_the_far_corner_do_not_make_a_table_as_large_as_the_sheet()
    {
        var document = Read(WorkbookFile.Of($"<row r=\"1\">{WorkbookFile.Cell("A1", "甲")}</row><row r=\"1048576\">{WorkbookFile.Cell("XFD1048576", "乙")}{WorkbookFile.Cell("CV1048576", "丙")}</row>"));

        Assert.Equal(["P:甲", "P:丙"], [.. document.Show().Select(s => s.Replace("0,0=", "P:", StringComparison.Ordinal))]);
        Assert.Equal([ReaderNotes.Truncated], document.Notes.Select(n => n.Code));
    }

    [Theory]
    [InlineData("A1:XFD1048576")]
    [InlineData("A1:A0")]
    [InlineData("B2:A1")]
    [InlineData("AAAAAAAAAA1:ZZZZZZZZZZZZ99999999999")]
    [InlineData("")]
    public void Merges_of_any_size_stay_within_the_limits(string merge)
    {
        var document = Read(WorkbookFile.Of(WorkbookFile.Row(1, "甲", "乙"), $"<mergeCells>{Repeat($"<mergeCell ref=\"{merge}\"/>", 20_000)}</mergeCells>"));

        Assert.Contains(document.Show(), b => b.Contains('甲'));
    }

    [Fact]
    public void Very_many_merges_are_read_in_linear_time()
    {
        var merges = string.Concat(Enumerable.Range(0, 60_000).Select(i => $"<mergeCell ref=\"A{(i * 2) + 1}:CV{(i * 2) + 1000}\"/>"));

        Assert.NotEmpty(Read(WorkbookFile.Of(string.Concat(Enumerable.Range(1, 2000).Select(i => WorkbookFile.Row(i, "甲", "1"))), $"<mergeCells>{merges}</mergeCells>")).Blocks);
    }

    [Fact]
    public void The_same_sheet_named_very_often_is_read_once()
    {
        var file = WorkbookFile.Of([.. Enumerable.Repeat(("表", "", $"<sheetData>{WorkbookFile.Row(1, "甲", "1")}</sheetData>"), 300)]);

        Assert.Equal(100, Read(file).Blocks.Count);
        Assert.Equal([ReaderNotes.Truncated], Read(file).Notes.Select(n => n.Code));
    }

    [Fact]
    public void Deep_nesting_stops_at_the_limit() =>
        Assert.Equal("file.bomb", SourceFiles.ErrorCode("a.xlsx", WorkbookFile.Of(Repeat("<x>", 100_000) + Repeat("</x>", 100_000))));

    [Fact]
    public void A_workbook_with_a_flipped_byte_is_read_or_damaged()
    {
        var file = WorkbookFile.Of(WorkbookFile.Row(1, "甲", "1"));
        for (var i = 4; i < file.Length; i += 3)
        {
            var broken = (byte[])file.Clone();
            broken[i] ^= 0x5A;

            Assert.Contains(SourceFiles.ErrorCode("a.xlsx", broken), new[] { null, "file.damaged", "file.kind", "file.encrypted", "file.bomb" });
        }
    }
}
