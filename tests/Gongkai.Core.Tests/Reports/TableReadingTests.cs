using Gongkai.Core.Reports;
using static Gongkai.Core.Tests.Reports.SmallForm;

namespace Gongkai.Core.Tests.Reports;

public class TableReadingTests
{
    [Fact]
    public void Every_linkage_of_the_form_has_its_verdict()
    {
        var right = Read(Number(1), Number(2), Number(3));
        Assert.Equal([LinkageVerdict.Holds], right.Verdicts);
        Assert.Empty(right.Broken);

        var wrong = Read(Number(1), Number(2), Number(4));
        Assert.Equal([LinkageVerdict.Broken], wrong.Verdicts);
        Assert.Equal([Sum], wrong.Broken);
        Assert.Equal((3m, 4m), wrong.Sides(Sum));
    }

    [Fact]
    public void A_linkage_is_known_when_all_its_cells_are()
    {
        Assert.True(Read(Number(1), Of(CellState.Blank), Of(CellState.Dash)).IsKnown(Sum));
        Assert.False(Read(Number(1), CellReading.Absent, Number(1)).IsKnown(Sum));
    }

    [Fact]
    public void A_cell_is_found_by_row_and_column()
    {
        var table = Read(Number(1), Number(2), Number(3));
        Assert.Equal(2, table["second", "count"].Value);
        Assert.Equal(table.Cells[1], table["second", "count"]);
    }

    [Fact]
    public void A_cell_that_the_form_lacks_is_not_printed()
    {
        var table = Read(Number(1), Number(2), Number(3));
        Assert.Equal(CellState.Absent, table["third", "count"].State);
        Assert.Equal(CellState.Absent, table["first", "person"].State);
    }

    [Theory]
    [InlineData(TableProof.Absent)]
    [InlineData(TableProof.Unreadable)]
    public void A_table_that_was_not_read_has_every_cell_not_printed_and_judges_nothing(TableProof proof)
    {
        var none = TableReading.None(Table, proof);
        Assert.Equal(proof, none.Proof);
        Assert.All(none.Cells, c => Assert.Equal(CellReading.Absent, c));
        Assert.Equal([LinkageVerdict.Unknown], none.Verdicts);
    }

    [Fact]
    public void Another_proof_keeps_the_cells()
    {
        var table = Read(Number(1), Number(2), Number(4));
        var judged = table.With(TableProof.Inconsistent);
        Assert.Equal(TableProof.Inconsistent, judged.Proof);
        Assert.Equal(table.Cells, judged.Cells);
        Assert.Equal(table.Verdicts, judged.Verdicts);
    }

    [Fact]
    public void Cells_must_be_those_of_the_form() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TableReading(Table, [Number(1)], TableProof.Consistent));

    [Fact]
    public void What_is_not_printed_is_never_zero()
    {
        Assert.Null(CellReading.Absent.ForLinkage);
        Assert.Null(Of(CellState.Ambiguous).ForLinkage);
        Assert.Null(Of(CellState.Unreadable).ForLinkage);
        Assert.Equal(0, Of(CellState.Blank).ForLinkage);
        Assert.Equal(0, Of(CellState.Dash).ForLinkage);
        Assert.Equal(7, Number(7).ForLinkage);
    }

    private static TableReading Read(params CellReading[] cells) => new(Table, cells, TableProof.Consistent);
}
