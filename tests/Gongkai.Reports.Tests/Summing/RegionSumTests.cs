using Gongkai.Core.Reports;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Summing;
using Gongkai.Reports.Tests.Properties;
using static Gongkai.Reports.Tests.Summing.Units;

namespace Gongkai.Reports.Tests.Summing;

public class RegionSumTests
{
    [Theory]
    [InlineData("2021", 2023)]
    [InlineData("2019", 2020)]
    public void The_sum_of_random_reports_is_the_sum_of_each_cell_and_keeps_every_linkage(string id, int year)
    {
        var form = ReportForms.All.Single(f => f.Id == id);
        RandomReport[] reports = [.. Enumerable.Range(0, 60).Select(seed => RandomReport.Make(seed, form))];
        var total = Sum(reports.Select((r, i) => Of($"云溪县第{i}局", r, year)));
        Assert.Equal((year, id, 60), (total.Year, total.Form.Id, total.CountOf(SumStatus.Counted)));
        Assert.True(total.IsComplete);
        Assert.All(total.Cells, c => Assert.Equal((reports.Sum(r => r[c.Form]), 60), (c.Value, c.Counted)));
        Assert.All(total.Tables.SelectMany(t => t.Verdicts), v => Assert.Equal(LinkageVerdict.Holds, v));
    }

    [Theory]
    [InlineData(CellState.Absent)]
    [InlineData(CellState.Ambiguous)]
    [InlineData(CellState.Unreadable)]
    public void A_cell_that_is_not_a_known_number_is_left_out_and_its_total_says_so(CellState state)
    {
        var total = Sum(
            Report("云溪县水务局", 1),
            Report("云溪县民政局", 2, change: c => c.Address.ToString() == "requests.granted.person" ? State(state) : null),
            Report("云溪县财政局", 3));
        var cell = total.At("requests.granted.person");
        Assert.Equal((false, 2, 1), (cell.IsComplete, cell.Counted, cell.LeftOutCount));
        Assert.Equal([1], cell.LeftOut);
        Assert.Equal(RandomReport.Make(1, total.Form)[cell.Form] + RandomReport.Make(3, total.Form)[cell.Form], cell.Value);
        Assert.Equal([cell], total.Incomplete);
        Assert.Equal(1, total.Units[1].LeftOut);
        Assert.False(total.IsComplete);

        // Its column and its row cannot be judged; all else holds.
        Assert.Equal(2, total.Tables[1].Verdicts.Count(v => v is LinkageVerdict.Unknown));
        Assert.DoesNotContain(LinkageVerdict.Broken, total.Tables.SelectMany(t => t.Verdicts));
    }

    [Fact]
    public void Blanks_and_dashes_count_as_nothing_and_are_noted()
    {
        var total = Sum(Report("云溪县水务局"), Report("云溪县民政局", change: c => State(c.Index % 2 == 0 ? CellState.Blank : CellState.Dash)));
        Assert.True(total.IsComplete);
        Assert.All(total.Cells, c => Assert.Equal((RandomReport.Make(1, total.Form)[c.Form], 2, 1), (c.Value, c.Counted, c.Blanks)));
        Assert.Contains(SumNotes.Of(total), n => n.Code == "SM12" && n.Message.Contains("200", StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_of_every_size_survive_the_packing_and_absurd_ones_are_left_out()
    {
        decimal[] values = [0, 1, 231, 232, 255, 256, 999_999_999_999_999m, -7, 0.01m, 123_456.789m, -0.5m, 1_000_000_000_000_000m, 0.0000001m, 100_000_000_000_000_000_000m];
        var packed = Sum(Report("云溪县水务局", change: c => Number(values[c.Index % values.Length])), Report("云溪县民政局", change: _ => Number(0)));
        foreach (var cell in packed.Cells)
        {
            var value = values[cell.Form.Index % values.Length];
            Assert.Equal(cell.Form.Index % values.Length < 11 ? (value, 0) : (0, 1), (cell.Value, cell.LeftOutCount));
        }
    }

    [Fact]
    public void Only_one_year_is_summed_the_commonest_or_the_one_asked_for()
    {
        ReportReading[] reports = [Report("云溪县水务局", 1, 2022), Report("云溪县民政局", 2), Report("云溪县财政局", 3), Report("云溪县教育局", 4, null), Report(null, 5)];
        Assert.Equal([SumStatus.OtherYear, SumStatus.Counted, SumStatus.Counted, SumStatus.YearUnknown, SumStatus.Unnamed], Sum(reports).Statuses());
        var asked = Sum(null, new SumOptions { Year = 2022 }, reports);
        Assert.Equal([SumStatus.Counted, SumStatus.OtherYear, SumStatus.OtherYear, SumStatus.YearUnknown, SumStatus.Unnamed], asked.Statuses());
        Assert.Equal(2024, Sum(Report("云溪县水务局", 1, 2023), Report("云溪县水务局", 1, 2024)).Year);
    }

    [Fact]
    public void Copies_count_once_and_the_fuller_one_counts()
    {
        var total = Sum(
            Report("云溪县水务局", change: c => c.Index == 3 ? CellReading.Absent : null, file: "a.pdf"),
            Report(" 云溪縣水务局（本级）", file: "a.docx"),
            Report("云溪县水务局", change: c => RandomReport.Make(1, ReportForms.V2021)[c] == 0 ? State(CellState.Blank) : null, file: "a.html"));
        Assert.Equal([SumStatus.Copy, SumStatus.Counted, SumStatus.Copy], total.Statuses());
        Assert.Equal([1, null, 1], total.Units.Select(u => u.SameAs));
        Assert.True(total.IsComplete);
    }

    [Fact]
    public void Two_different_reports_of_one_agency_are_neither_counted()
    {
        var total = Sum(Report("云溪县水务局", 1), Report("云溪县水务局", 2), Report("云溪县水务局", 1), Report("云溪县民政局", 3));
        Assert.Equal([SumStatus.Conflict, SumStatus.Conflict, SumStatus.Conflict, SumStatus.Counted], total.Statuses());
        Assert.All(total.Cells, c => Assert.Equal((RandomReport.Make(3, total.Form)[c.Form], 1), (c.Value, c.Counted)));
        Assert.False(total.IsComplete);
        Assert.Contains(SumNotes.Of(total), n => n.Code == "SM04");
    }

    [Fact]
    public void Broken_linkages_are_summed_as_printed_and_listed_or_left_out()
    {
        ReportReading[] reports = [Report("云溪县水务局", change: c => c.Address.ToString() == "requests.granted.person" ? Number(9_999) : null), Report("云溪县民政局", 2)];
        var printed = Sum(reports);
        Assert.Equal(9_999 + RandomReport.Make(2, printed.Form)[printed.At("requests.granted.person").Form], printed.At("requests.granted.person").Value);
        Assert.Equal(["L02", "L03"], printed.Units[0].Broken.Select(l => l.Code).Order());
        Assert.Equal(["L02", "L03"], printed.Tables[1].Broken.Select(l => l.Code).Order());
        Assert.Equal([SumStatus.NotClean, SumStatus.Counted], Sum(null, new SumOptions { OnlyClean = true }, reports).Statuses());
    }

    [Fact]
    public void Of_the_old_form_only_cells_that_mean_the_same_are_summed()
    {
        var old = RandomReport.Make(8, ReportForms.V2019);
        var undivided = ReportForms.V2019[ReportTable.Requests].Cells.Where(c => c.Row.Id == "other.undivided").ToDictionary(c => c.Column.Id);
        var total = Sum(Report("云溪县水务局", 1), Report("云溪县民政局", 2), Of("云溪县财政局", old));
        foreach (var cell in total.Cells)
        {
            var same = ReportForms.V2019[cell.Form.Address.Table].Find(cell.Form.Row.Id, cell.Form.Column.Id);
            var isPart = cell.Form.Row.Id.StartsWith("other.", StringComparison.Ordinal);
            Assert.Equal(same is not null || (isPart && old[undivided[cell.Form.Column.Id]] == 0), cell.IsComplete);
        }

        Assert.False(total.At("proactive.rules.inForce").IsComplete);
        Assert.Contains(undivided.Values, c => old[c] != 0);
        Assert.Contains(SumNotes.Of(total), n => n.Code == "SM07");
    }

    [Fact]
    public void Of_the_new_form_the_three_other_rows_make_the_one_old_row()
    {
        var total = Sum(Report("云溪县水务局", 1, 2020, form: ReportForms.V2019), Report("云溪县民政局", 2, 2020));
        var cell = total.At("requests.other.undivided.person");
        decimal Part(string row) => RandomReport.Make(2, ReportForms.V2021)[ReportForms.V2021[ReportTable.Requests].Find(row, "person")!];
        Assert.Equal(RandomReport.Make(1, ReportForms.V2019)[cell.Form] + Part("other.supplementOverdue") + Part("other.feeOverdue") + Part("other.other"), cell.Value);
        Assert.True(cell.IsComplete);
        Assert.False(total.At("proactive.rules.disclosed").IsComplete);
    }

    [Fact]
    public void A_sum_of_nothing_is_not_complete()
    {
        var total = Sum();
        Assert.Null(total.Year);
        Assert.False(total.IsComplete);
        Assert.Equal(200, total.Incomplete.Count());
        Assert.Equal(["SM01"], SumNotes.Of(total).Select(n => n.Code));
    }

    [Fact]
    public void The_list_of_what_is_left_out_is_bounded_and_the_count_is_not()
    {
        var total = Sum(Enumerable.Range(0, 300).Select(i => Report($"云溪县第{i}局", i, change: c => c.Index == 0 ? CellReading.Absent : null)));
        Assert.Equal((300, CellTotal.MostListed), (total.Cells[0].LeftOutCount, total.Cells[0].LeftOut.Count));
    }

    [Fact]
    public void Finishing_again_gives_the_same_and_more_may_be_added()
    {
        var sum = new RegionSum();
        sum.Add(Report("云溪县水务局", 1));
        Assert.Equal(sum.Finish(null, new SumOptions()).Cells.Select(c => c.Value), sum.Finish(null, new SumOptions()).Cells.Select(c => c.Value));
        sum.Add(Report("云溪县民政局", 2));
        Assert.Equal(2, sum.Finish(null, new SumOptions()).CountOf(SumStatus.Counted));
    }
}
