using Gongkai.Core.Reports;

namespace Gongkai.Core.Tests.Reports;

public class PlaceTests
{
    [Fact]
    public void A_place_says_where_it_is_in_chinese()
    {
        Assert.Equal("第 93 行第 2 列", Place.AtLine(93, 2).ToString());
        Assert.Equal("第 4 段", Place.AtParagraph(4).ToString());
        Assert.Equal("第 2 张表第 5 行第 3 列", Place.AtTableCell(2, 5, 3).ToString());
        Assert.Equal("工作表“表三”C7", Place.AtSheetCell("表三", 7, 3).ToString());
    }

    [Theory]
    [InlineData(1, "A1")]
    [InlineData(26, "Z1")]
    [InlineData(27, "AA1")]
    [InlineData(702, "ZZ1")]
    [InlineData(16384, "XFD1")]
    public void A_cell_of_a_sheet_has_the_letters_that_a_spreadsheet_shows(int column, string cell) =>
        Assert.Equal(cell, Place.AtSheetCell("表一", 1, column).SheetCell);

    [Fact]
    public void Nowhere_says_nothing_and_is_the_default()
    {
        Assert.Equal("", Place.Nowhere.ToString());
        Assert.Equal(default, Place.Nowhere);
        Assert.Equal(PlaceKind.Nowhere, Place.Nowhere.Kind);
    }

    [Fact]
    public void Places_of_different_kinds_differ_whatever_their_numbers() =>
        Assert.NotEqual(Place.AtLine(1, 0), Place.AtParagraph(1));

    [Fact]
    public void A_box_on_a_page_keeps_its_tenths_of_a_point()
    {
        var place = Place.AtBox(2, 90.04, 120.06, 2999.99, 1200);
        Assert.Equal("第 2 页", place.ToString());
        Assert.Equal([900, 1201, 30_000, 12_000], place.BoxInTenths);
        Assert.Equal([0, 0, 30_000, 30_000], Place.AtBox(1, -5, double.MinValue, 1e9, double.MaxValue).BoxInTenths);
        Assert.Empty(Place.AtLine(1, 1).BoxInTenths);
    }
}
