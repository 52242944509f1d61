using System.Text;
using Gongkai.Bench.Fuzzing;
using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Tests.Fuzzing;

/// <summary>裁判本身也要受审：错的读数它必须看得出。</summary>
public class InvariantTests
{
    private static readonly FormTable Requests = ReportForms.V2021[ReportTable.Requests];

    [Fact]
    public void A_table_of_zeros_is_consistent() => Assert.Empty(Judge(Zeros(), TableProof.Consistent));

    [Fact]
    public void A_proof_over_a_broken_identity_is_noticed() =>
        Assert.Contains(Judge(Changed(new CellReading(CellState.Number, 3, "3", Place.AtLine(1, 1))), TableProof.Proved), b => b.Contains("an identity does not hold", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(ImproperCells))]
    public void A_cell_that_says_more_than_it_knows_is_noticed(CellReading cell, string why) =>
        Assert.Contains(Judge(Changed(cell), TableProof.Partial), b => b.Contains(why, StringComparison.Ordinal));

    public static TheoryData<CellReading, string> ImproperCells => new()
    {
        { new(CellState.Number, 3, "", Place.AtLine(1, 1)), "without raw text" },
        { new(CellState.Number, -3, "3", Place.AtLine(1, 1)), "negative" },
        { new(CellState.Number, 0.5m, "05", Place.AtLine(1, 1)), "not whole" },
        { new(CellState.Number, decimal.MaxValue, "9", Place.AtLine(1, 1)), "no count of anything" },
        { new(CellState.Number, 3, "3", Place.AtLine(0, 1)), "stands at" },
        { new(CellState.Blank, 3, "", Place.AtLine(1, 1)), "with the value" },
        { new(CellState.Absent, 0, "0", Place.Nowhere), "stands somewhere" },
        { new(CellState.Ambiguous, 0, "12", Place.AtLine(1, 1)), "without candidates" },
        { new(CellState.Ambiguous, 0, "12", Place.AtLine(1, 1), [12, 1]), "ascending" },
        { new(CellState.Number, 3, "3", Place.AtLine(1, 1), [3, 4]), "with candidates" },
    };

    [Fact]
    public void An_unknown_cell_leaves_an_identity_undecided_until_the_rest_exceeds_the_total()
    {
        var row = Requests.Linkages.First(l => l.Code == "L03");
        var cells = Zeros();
        cells[row.Left[0]] = CellReading.Absent;
        Assert.Equal(LinkageVerdict.Unknown, IndependentJudge.Judge(new TableReading(Requests, cells, TableProof.Partial), row));

        cells[row.Left[1]] = new CellReading(CellState.Number, 2, "2", Place.AtLine(1, 1));
        Assert.Equal(LinkageVerdict.Broken, IndependentJudge.Judge(new TableReading(Requests, cells, TableProof.Partial), row));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_noticed()
    {
        var reading = new ReportReading { File = "a.txt", Index = 0, Agency = "清溪县\uD842", Tables = [.. ReportForms.V2021.Tables.Select(t => TableReading.None(t))] };
        var file = new CheckedFile("a.txt", [new CheckedReport(reading, [])], null);
        Assert.Contains(Invariants.Broken(new FuzzInput("a.txt", []), file), b => b.Contains("surrogate", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("总计\t3\n", 4, true)]
    [InlineData("总计\t3\n", 2, false)]
    [InlineData("总计\t3\n", 9, false)]
    [InlineData("总计\t3\r\n", 2, true)]
    public void A_number_that_does_not_stand_where_it_says_is_noticed(string text, int column, bool passes)
    {
        var table = new TableReading(Requests, Changed(new CellReading(CellState.Number, 3, "3", Place.AtLine(1, column)), CellReading.Absent), TableProof.Partial);
        var reading = new ReportReading { File = "a.txt", Index = 0, Tables = [TableReading.None(ReportForms.V2021.Tables[0]), table, TableReading.None(ReportForms.V2021.Tables[2])] };
        Assert.Equal(passes, !PlaceInvariants.Broken(new FuzzInput("a.txt", Encoding.UTF8.GetBytes(text)), [reading]).Any());
    }

    private static CellReading[] Zeros() =>
        [.. Enumerable.Repeat(new CellReading(CellState.Number, 0, "0", Place.AtLine(1, 1)), Requests.Cells.Count)];

    private static CellReading[] Changed(CellReading cell, CellReading? others = null)
    {
        var cells = others is { } other ? [.. Enumerable.Repeat(other, Requests.Cells.Count)] : Zeros();
        cells[0] = cell;
        return cells;
    }

    private static string[] Judge(CellReading[] cells, TableProof proof) =>
        [.. TableInvariants.Broken(new TableReading(Requests, cells, proof), ReportTable.Requests)];
}
