using Gongkai.Core.Reports;
using static Gongkai.Core.Tests.Reports.SmallForm;

namespace Gongkai.Core.Tests.Reports;

public class LinkageJudgeTests
{
    [Fact]
    public void Equal_sides_hold() => Assert.Equal(LinkageVerdict.Holds, Judge(Number(2), Number(3), Number(5)));

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    public void Unequal_sides_are_broken(int total) => Assert.Equal(LinkageVerdict.Broken, Judge(Number(2), Number(3), Number(total)));

    [Fact]
    public void Decimals_are_added_exactly() => Assert.Equal(LinkageVerdict.Holds, Judge(Number(0.1m), Number(0.2m), Number(0.3m)));

    [Theory]
    [InlineData(CellState.Blank)]
    [InlineData(CellState.Dash)]
    public void Blanks_and_dashes_count_as_zero(CellState zero)
    {
        Assert.Equal(LinkageVerdict.Holds, Judge(Of(zero), Number(5), Number(5)));
        Assert.Equal(LinkageVerdict.Broken, Judge(Of(zero), Number(4), Number(5)));
        Assert.Equal(LinkageVerdict.Holds, Judge(Of(zero), Of(zero), Of(zero)));
    }

    [Theory]
    [InlineData(CellState.Absent)]
    [InlineData(CellState.Ambiguous)]
    [InlineData(CellState.Unreadable)]
    public void An_unknown_part_that_could_make_up_the_difference_leaves_it_open(CellState unknown)
    {
        Assert.Equal(LinkageVerdict.Unknown, Judge(Of(unknown), Number(3), Number(5)));
        Assert.Equal(LinkageVerdict.Unknown, Judge(Of(unknown), Number(5), Number(5)));
    }

    [Theory]
    [InlineData(CellState.Absent)]
    [InlineData(CellState.Ambiguous)]
    [InlineData(CellState.Unreadable)]
    public void Known_parts_beyond_the_total_break_it_whatever_the_unknown_part_is(CellState unknown) =>
        Assert.Equal(LinkageVerdict.Broken, Judge(Of(unknown), Number(6), Number(5)));

    [Fact]
    public void An_unknown_total_is_never_less_than_its_parts_may_be() =>
        Assert.Equal(LinkageVerdict.Unknown, Judge(Number(2), Number(3), CellReading.Absent));

    [Fact]
    public void A_right_side_beyond_a_known_left_side_breaks_it_whatever_else_the_right_side_holds()
    {
        var balance = new Linkage("L98", "收办", [0], [1, 2]);

        Assert.Equal(LinkageVerdict.Broken, balance.Judge([Number(2), Number(3), CellReading.Absent]));
        Assert.Equal(LinkageVerdict.Unknown, balance.Judge([Number(3), Number(2), CellReading.Absent]));
    }

    [Fact]
    public void Unknown_cells_on_both_sides_leave_it_open() =>
        Assert.Equal(LinkageVerdict.Unknown, Judge(CellReading.Absent, Number(9), Of(CellState.Ambiguous)));

    [Fact]
    public void A_blank_beside_an_unknown_part_changes_nothing()
    {
        Assert.Equal(LinkageVerdict.Unknown, Judge(Of(CellState.Blank), CellReading.Absent, Number(1)));
        Assert.Equal(LinkageVerdict.Unknown, Judge(Of(CellState.Dash), CellReading.Absent, Number(0)));
    }

    [Fact]
    public void The_sides_are_the_sums_of_what_is_known() =>
        Assert.Equal((3m, 5m), Sum.Sides([Of(CellState.Unreadable), Number(3), Number(5)]));

    private static LinkageVerdict Judge(params CellReading[] cells) => Sum.Judge(cells);
}
