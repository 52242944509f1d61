using Gongkai.Bench.Conformance;
using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Tests.Conformance;

public class CaseScoreTests
{
    private const string Cell = "requests.received.person";

    [Fact]
    public void A_perfect_reading_has_no_mistake()
    {
        var score = Score(
            $$"""{"agency":"清溪县应急管理局","level":"department","year":2023,"form":"2021","signedOn":null,"sections":[1,2],"cells":{"{{Cell}}":12},"proof":{"requests":["proved"]},"findings":[]}""",
            Number(12));
        Assert.Empty(score.Mistakes);
        Assert.Equal(new Tally(200, 200), score.Score.Cells);
        Assert.Equal(new Tally(6, 6), score.Score.Facts);
        Assert.Equal(new Tally(1, 1), score.Score.Proofs);
        Assert.Equal(new Tally(1, 1), score.Score.Findings);
        Assert.Equal(new Tally(1, 1), score.Score.Cases);
    }

    [Theory]
    [InlineData("12")]
    [InlineData("\"absent\"")]
    [InlineData("\"blank\"")]
    [InlineData("\"dash\"")]
    [InlineData("\"unreadable\"")]
    [InlineData("""{"truth":12,"orAmbiguous":true}""")]
    [InlineData("""{"oneOf":[0,"blank"]}""")]
    public void A_number_where_the_truth_says_otherwise_is_a_wrong_number(string truth)
    {
        var score = Score(OneCell(truth), Number(13));
        Assert.Equal(1, score.Score.WrongNumbers);
        Assert.Equal(new Tally(199, 200), score.Score.Cells);
        Assert.Contains("got 13, raw “13”, 第 5 行第 2 列", Assert.Single(score.Mistakes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_was_not_read_is_a_mistake_but_not_a_wrong_number()
    {
        var score = Score(OneCell("12"), CellReading.Absent);
        Assert.Equal(0, score.Score.WrongNumbers);
        Assert.Equal($"{Cell}: expected 12, got absent", Assert.Single(score.Mistakes));
    }

    [Theory]
    [InlineData("""{"truth":12,"orAmbiguous":true}""", 12, true)]
    [InlineData("""{"truth":12,"orAmbiguous":true}""", 7, false)]
    [InlineData("""{"oneOf":["blank","absent"],"orAmbiguous":true}""", 0, true)]
    [InlineData("12", 12, false)]
    public void An_ambiguous_cell_is_right_only_where_allowed_and_with_the_truth_among_its_candidates(string truth, int candidate, bool right)
    {
        var score = Score(OneCell(truth), new CellReading(CellState.Ambiguous, 0, "", Place.Nowhere, [candidate, 88]));
        Assert.Equal(right, score.Mistakes.Count == 0);
        Assert.Equal(1, score.Score.Ambiguous);
        Assert.Equal(0, score.Score.WrongNumbers);
    }

    [Fact]
    public void A_report_that_is_not_there_is_made_of_wrong_numbers()
    {
        var score = CaseScore.Of(Case("""{"about":"x","author":"blind","reports":[]}"""), new CheckedFile("a.txt", [Reading(Number(1))], null));
        Assert.Equal(200, score.Score.WrongNumbers);
    }

    [Fact]
    public void A_report_that_was_not_found_costs_all_its_cells()
    {
        var score = CaseScore.Of(
            Case("""{"about":"x","author":"blind","reports":[{}]}"""),
            new CheckedFile("a.txt", [], new ReadError("report.notFound", "没有找到。")));
        Assert.Equal(new Tally(0, 200), score.Score.Cells);
        Assert.Contains("report.notFound", score.Mistakes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_suggestion_must_be_the_only_one()
    {
        const string Truth = $$$"""{"cells":{"{{{Cell}}}":12},"findings":["L03"],"suggestion":{"cell":"{{{Cell}}}","value":7}}""";
        Assert.True(CellAddress.TryParse(Cell, out var cell));
        Assert.Empty(Score(Truth, Number(12), Finding(new Suggestion(cell, 7))).Mistakes);
        Assert.NotEmpty(Score(Truth, Number(12), Finding(new Suggestion(cell, 8))).Mistakes);
        Assert.NotEmpty(Score(Truth, Number(12), Finding(new Suggestion(cell, 7), new Suggestion(cell with { Row = "carriedIn" }, 3))).Mistakes);
        Assert.NotEmpty(Score(Truth, Number(12), Finding()).Mistakes);
    }

    [Theory]
    [InlineData("""{"cells":{"requests.granted.nobody":1}}""")]
    [InlineData("""{"cells":{"requests.granted.person":"nil"}}""")]
    [InlineData("""{"cell":{}}""")]
    [InlineData("""{"level":"village"}""")]
    [InlineData("""{"proof":{"tableTwo":"unchecked"}}""")]
    [InlineData("""{"signedOn":"2024-13-01"}""")]
    public void A_misspelt_truth_is_refused(string report) =>
        Assert.Throws<FormatException>(() => OneReport(report));

    [Fact]
    public void Columns_line_up_under_double_width_names()
    {
        var score = Score("{}", Number(0));
        var lines = ScoreTable.Text([score with { Case = score.Case with { Layout = "版式" } }]).TrimEnd('\n').Split('\n');
        Assert.StartsWith("layout  cases right", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("版式          1 / 1", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("all           1 / 1", lines[2], StringComparison.Ordinal);
    }

    private static CaseScore Score(string report, CellReading first, params Finding[] findings) =>
        CaseScore.Of(
            OneReport(report),
            new CheckedFile("a.txt", [Reading(first) with { Findings = findings }], null));

    private static string OneCell(string truth) => $$$"""{"cells":{"{{{Cell}}}":{{{truth}}}}}""";

    private static ConformanceCase OneReport(string json) => Case($$"""{"about":"x","author":"blind","reports":[{{json}}]}""");

    private static ConformanceCase Case(string json) => new("layout", "name", "a.txt", TruthJson.Parse(json));

    private static CellReading Number(decimal value) => new(CellState.Number, value, value.ToString(), Place.AtLine(5, 2));

    private static Finding Finding(params Suggestion[] suggestions) => new("L03", Severity.Error, "", [], [], suggestions);

    private static CheckedReport Reading(CellReading first) => new(
        new ReportReading
        {
            File = "a.txt",
            Index = 0,
            Agency = "清溪县应急管理局",
            Level = AgencyLevel.Department,
            Year = 2023,
            Sections = [new ReportSection(1, "一、总体情况", Place.Nowhere), new ReportSection(2, "二、主动公开", Place.Nowhere)],
            Tables =
            [
                .. ReportForms.V2021.Tables.Select(t => new TableReading(
                    t,
                    [.. t.Cells.Select(c => c.Address.ToString() == Cell ? first : new CellReading(CellState.Number, 0, "0", Place.Nowhere))],
                    TableProof.Proved)),
            ],
        },
        []);
}
