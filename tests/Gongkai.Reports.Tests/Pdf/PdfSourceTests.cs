using System.Text;
using Gongkai.Core.Reports;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Converters;
using Gongkai.Reports.Reading.Pdf;
using static Gongkai.Reports.Tests.Pdf.SmallPdf;

namespace Gongkai.Reports.Tests.Pdf;

public class PdfSourceTests
{
    [Fact]
    public void Words_in_drawn_cells_become_a_grid_with_blank_and_merged_cells()
    {
        // Two columns by two rows; the upper row is one merged cell, the last cell is blank.
        var grid = Assert.IsType<GridBlock>(Assert.Single(Blocks(Table + Text(110, 690, "Head") + Text(110, 660, "a") + Text(110, 650, "b"))));
        Assert.Equal(["0,0 1x2 Head", "1,0 1x1 a\nb", "1,1 1x1 "], grid.Cells.Select(c => $"{c.Row},{c.Column} {c.RowSpan}x{c.ColumnSpan} {c.Text}"));
    }

    [Fact]
    public void A_cell_knows_its_page_and_its_box()
    {
        var place = Assert.IsType<GridBlock>(Blocks(Text(50, 780, "first page"), Table + Text(110, 655, "7"))[^1]).Cells[1].Place;
        Assert.Equal("第 2 页", place.ToString());
        Assert.Equal(PlaceKind.PageBox, place.Kind);
        Assert.InRange(place.BoxInTenths[0], 1090, 1110);
        Assert.InRange(place.BoxInTenths[3], 1440, 1500);
    }

    [Fact]
    public void A_word_that_poppler_ran_across_a_line_is_cut_at_the_line()
    {
        var grid = Assert.IsType<GridBlock>(Assert.Single(Blocks(Table + Text(195, 655, "1234", 6))));
        Assert.Equal("1234", string.Concat(grid.Cells.Select(c => c.Text)));
        Assert.NotEqual("", grid.Cells[1].Text);
        Assert.NotEqual("", grid.Cells[2].Text);
    }

    [Fact]
    public void A_raised_footnote_number_is_no_part_of_the_number()
    {
        var grid = Assert.IsType<GridBlock>(Assert.Single(Blocks(Table + Text(110, 655, "165", 12) + Text(130, 661, "1", 6))));
        Assert.Equal("165", grid.Cells[1].Text);
    }

    [Fact]
    public void A_struck_number_is_not_read()
    {
        var grid = Assert.IsType<GridBlock>(Assert.Single(Blocks(Table + Text(110, 655, "165", 12) + Line(109, 659, 131, 659) + Text(150, 655, "42", 12))));
        Assert.Equal("42", grid.Cells[1].Text);
    }

    [Fact]
    public void A_table_over_two_pages_is_one_table()
    {
        var grid = Assert.IsType<GridBlock>(Assert.Single(Blocks(
            Table + Text(110, 690, "Head") + Text(110, 655, "1") + Text(210, 655, "2") + Text(290, 20, "- 1 -"),
            Table + Text(110, 690, "Tail") + Text(110, 655, "3") + Text(210, 655, "4") + Text(290, 20, "- 2 -"))));
        Assert.Equal(["Head", "1", "2", "Tail", "3", "4"], grid.Cells.Select(c => c.Text));
        Assert.Equal([1, 1, 1, 2, 2, 2], grid.Cells.Select(c => c.Place.First));
    }

    [Fact]
    public void A_line_that_reaches_the_margin_goes_on_in_the_next()
    {
        var text = Blocks(Text(50, 700, new string('x', 90)) + Text(50, 685, "yyy") + Text(50, 670, "zzz")).Cast<ParagraphBlock>().Select(p => p.Text).ToArray();
        Assert.Equal(2, text.Length);
        Assert.EndsWith("yyy", text[0], StringComparison.Ordinal);
        Assert.Equal("zzz", text[1]);
    }

    [Fact]
    public void Radicals_that_a_font_puts_for_characters_are_read_as_the_characters() => Assert.Equal("一方８", PdfText.Clean("⼀⽅８"));

    [Fact]
    public void Without_poppler_the_error_says_what_to_install()
    {
        Assert.Null(new PdfSource(null, null).Open(Of(Text(50, 700, "a")), out var error));
        Assert.Equal("file.needsPoppler", error!.Code);
        Assert.Contains("poppler-utils", error.Message, StringComparison.Ordinal);
        Assert.Contains("docx", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_tool_for_lines_the_words_are_still_read()
    {
        var source = new PdfSource(Poppler("pdftotext"), null).Open(Of(Table + Text(110, 655, "7")), out var error);
        Assert.Null(error);
        Assert.Equal("7", Assert.IsType<ParagraphBlock>(Assert.Single(source!.Blocks)).Text);
    }

    [Fact]
    public void A_pdf_without_text_is_called_a_scan() => Assert.Equal("file.scanned", Refused(Of("0 0 m 600 800 l S ")));

    [Theory]
    [InlineData("%PDF-1.4\n")]
    [InlineData("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 1 0 R>>\nendobj\ntrailer<</Root 1 0 R>>")]
    public void A_pdf_that_is_none_is_damaged(string content) => Assert.Equal("file.damaged", Refused(Encoding.Latin1.GetBytes(content)));

    [Fact]
    public void A_truncated_pdf_never_throws()
    {
        var whole = Of(Table + Text(110, 655, "7"), Text(50, 700, "more"));
        foreach (var length in (int[])[20, whole.Length / 3, whole.Length / 2, whole.Length - 60])
        {
            var source = Installed.Open(whole.AsMemory(0, length), out var error);
            Assert.True(source is null != error is null);
        }
    }

    [Fact]
    public void Only_the_first_pages_of_two_thousand_are_read()
    {
        var source = new PdfSource(Poppler("pdftotext"), null).Open(Of([.. Enumerable.Repeat(Text(50, 700, "page"), 2000)]), out var error);
        Assert.Null(error);
        Assert.Equal(ReadLimits.PdfPages, source!.Blocks.Count);
        Assert.Contains(source.Notes, n => n.Code == ReaderNotes.Truncated);
    }

    [Fact]
    public void A_tool_that_hangs_is_stopped_and_the_error_says_so()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "假工具是 sh 脚本，只在 Linux 上能跑");
        var folder = Directory.CreateTempSubdirectory("gongkai-pdf-test-");
        try
        {
            var path = Path.Join(folder.FullName, "pdftotext");
            File.WriteAllText(path, "#!/bin/sh\nsleep 60\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            Assert.Null(new PdfSource(new ExternalTool(path), null) { TimeLimit = TimeSpan.FromMilliseconds(200) }.Open(Of(""), out var error));
            Assert.Equal("file.timeout", error!.Code);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Output_that_is_not_xml_or_holds_forbidden_characters_is_no_crash()
    {
        Assert.Throws<System.Xml.XmlException>(() => WordBoxes.Read("nothing"u8.ToArray()));
        var page = Assert.Single(WordBoxes.Read("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><doc><page width=\"600\" height=\"800\"><word xMin=\"1\" yMin=\"1\" xMax=\"NaN\" yMax=\"9\">bad</word><word xMin=\"1\" yMin=\"1\" xMax=\"9\" yMax=\"9\">\u0001好</word></page></doc>"u8.ToArray()));
        Assert.Equal("好", Assert.Single(page.Words).Text);
    }

    private static PdfSource Installed => new(Poppler("pdftotext"), Poppler("pdftocairo"));

    private static string Table => Line(100, 700, 300, 700) + Line(100, 680, 300, 680) + Line(100, 640, 300, 640) + Line(100, 640, 100, 700) + Line(300, 640, 300, 700) + Line(200, 640, 200, 680);

    private static ExternalTool Poppler(string name)
    {
        Assert.SkipUnless(ExternalTool.Find(name) is not null, $"没有安装 {name}（poppler-utils）");
        return ExternalTool.Find(name)!;
    }

    private static IReadOnlyList<Block> Blocks(params string[] pages)
    {
        var source = Installed.Open(Of(pages), out var error);
        Assert.Null(error);
        return source!.Blocks;
    }

    private static string? Refused(byte[] content)
    {
        Assert.Null(Installed.Open(content, out var error));
        return error?.Code;
    }
}
