using Gongkai.Reports.Reading.Pdf;

namespace Gongkai.Reports.Tests.Pdf;

/// <summary>横着印的页、竖排的表头、并在一起的数：不用 poppler，直接给词。</summary>
public class PdfShapesTests
{
    private static readonly Box Page = new(0, 0, 600, 800);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_turned_page_is_read_upright_and_its_places_are_as_shown(int quarters)
    {
        // Twelve lines of three words, laid out upright and then turned.
        var turn = new PageTurn(quarters, 600, 800);
        List<List<PdfWord>> upright = [.. Enumerable.Range(0, 12).Select(y => Enumerable.Range(0, 3).Select(x => new PdfWord("政务公开", new Box(50 + (60 * x), 50 + (20 * y), 90 + (60 * x), 60 + (20 * y)))).ToList())];
        List<List<PdfWord>> shown = [.. upright.Select(l => l.ConvertAll(w => w with { Box = turn.AsShown(w.Box) }))];

        var found = PageTurn.Of(shown, Page);

        Assert.Equal(quarters, found.Quarters);
        Assert.Equal(upright[3][1].Box, found.Upright(shown[3][1].Box));
    }

    [Fact]
    public void A_page_of_upright_numbers_is_not_turned() =>
        Assert.Equal(0, PageTurn.Of([.. Enumerable.Range(0, 30).Select(y => new List<PdfWord> { new("12", new Box(50, 20 * y, 62, (20 * y) + 14)), new("3", new Box(90, 20 * y, 96, (20 * y) + 14)) })], Page).Quarters);

    [Fact]
    public void Two_numbers_of_neighbouring_cells_are_cut_where_a_digit_is_wider_than_it_can_be()
    {
        List<PdfWord> words = [Number("03", 100, 7, 5), Number("30", 200, 5, 5), Number("330", 300, 5, 5, 5), Number("7", 400, 5)];
        FusedWords.Split(words);
        Assert.Equal(["0", "3", "30", "330", "7"], words.OrderBy(w => w.Box.X0).Select(w => w.Text));
    }

    [Fact]
    public void Wide_digits_in_a_sentence_are_left_alone()
    {
        List<PdfWord> words = [Number("03", 100, 7, 5), Number("30", 200, 5, 5), new PdfWord("年度报告", new Box(300, 100, 340, 110))];
        FusedWords.Split(words);
        Assert.Equal(["03", "30", "年度报告"], words.Select(w => w.Text));
    }

    [Fact]
    public void A_label_that_covers_the_next_cell_gives_its_number_back()
    {
        List<PdfWord> words = [new("区分处理19", new Box(50, 100, 100, 110)), Number("0", 200, 5), Number("0", 300, 5), Number("19", 400, 5, 5)];
        FusedWords.Split(words);
        Assert.Equal(["区分处理", "19", "0", "0", "19"], words.OrderBy(w => w.Box.X0).Select(w => w.Text));
    }

    [Fact]
    public void Labels_set_one_character_a_line_become_a_header_even_over_a_page()
    {
        string[] names = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
        List<PageItem> items = [Line(1, 100, ("行政复议", 50))];
        items.AddRange(Enumerable.Range(0, 4).Select(i => Line(i < 2 ? 1 : 2, 120 + (15 * i), [.. names.Select((n, c) => (n, c)).Where(n => n.n.Length > i).Select(n => ($"{n.n[i]}", 50 + (30 * n.c)))])));
        items.Add(Line(2, 200, ("1", 50), ("0", 80), ("2", 110), ("13", 170)));

        StackedTable.Replace(items);

        var table = Assert.IsType<TableItem>(Assert.Single(items)).Table;
        Assert.Equal(["行政复议", .. names, "1", "0", "2", "", "13"], table.Cells.Select(c => c.Text));
    }

    [Fact]
    public void Stacked_words_that_are_no_labels_stay_lines()
    {
        List<PageItem> items = [Line(1, 100, ("春", 50), ("夏", 80), ("秋", 110), ("冬", 140), ("年", 170)), Line(1, 120, ("1", 50), ("2", 80), ("3", 110), ("4", 140), ("5", 170))];
        StackedTable.Replace(items);
        Assert.Equal(2, items.Count);
    }

    private static PdfWord Number(string text, double x, params double[] widths)
    {
        double[] edges = [x, .. widths.Select((_, i) => x + widths[..(i + 1)].Sum())];
        return new PdfWord(text, new Box(x, 100, edges[^1], 110)) { Edges = edges, Font = 1 };
    }

    private static LineItem Line(int page, double y, params (string Text, int X)[] words) =>
        new(page, TextLines.Line([.. words.Select(w => new PdfWord(w.Text, new Box(w.X, y, w.X + (w.Text.Sum(PdfWord.UnitsOf) * 5), y + 10)))]), 550, 50);
}
