using Gongkai.Core.Reports;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Tests.Properties;

/// <summary>随机的自洽报告写成任一版式，读回来每格都对，或者诚实地两可。</summary>
public class ReadBackTests
{
    private const int PerLayout = 30;
    private const int Mixed = 120;

    private static readonly string[] Dashes = ["/", "-", "—", "无"];

    public static TheoryData<string> LayoutNames => [.. Layouts.All.Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(LayoutNames))]
    public void Every_cell_comes_back_right_or_where_digits_run_together_honestly_ambiguous(string name)
    {
        var layout = Layouts.All.Single(l => l.Name == name);
        foreach (var (seed, form, _) in Trial.Many(PerLayout, [layout]))
        {
            var trial = new Trial(seed, RandomReport.Make(seed, form), layout);
            trial.ExpectCells((cell, got) => got.State is CellState.Ambiguous
                ? layout.IsFused && got.Candidates?.Contains(trial.Report[cell]) == true
                : got.State is CellState.Number && got.Value == trial.Report[cell]);
            trial.Expect(trial.Only.Reading.Year == trial.Report.Year, $"year {trial.Only.Reading.Year}, printed {trial.Report.Year}");
            trial.Expect(trial.Only.Reading.Agency == trial.Report.Agency, $"agency {trial.Only.Reading.Agency}, printed {trial.Report.Agency}");
            trial.Expect(trial.Linkages.Count == 0 || layout.IsFused, [.. trial.Linkages.Select(f => $"{f.Rule}: {f.Message}")]);
        }
    }

    [Fact]
    public void Nearly_every_cell_of_a_fused_table_three_is_proved_rather_than_called_ambiguous()
    {
        var (right, all) = (0, 0);
        foreach (var (seed, form, layout) in Trial.Many(Mixed / 4, [.. Layouts.All.Where(l => l.IsFused)], first: 500))
        {
            var table = new Trial(seed, RandomReport.Make(seed, form), layout).Only.Reading[ReportTable.Requests];
            right += table.Cells.Count(c => c.State is CellState.Number);
            all += table.Cells.Count;
        }

        Assert.True(right * 10 >= all * 9, $"{right} of {all} cells were told.");
    }

    [Fact]
    public void A_dash_for_zero_is_read_as_a_dash_and_changes_no_other_cell()
    {
        foreach (var (seed, form, layout) in Trial.Many(Mixed, Layouts.Separated, first: 1000))
        {
            var random = new Random(seed);
            var (dash, share) = (Dashes[random.Next(Dashes.Length)], random.Next(1, 11) / 10.0);
            var trial = new Trial(seed, RandomReport.Make(seed, form).WithZerosAs(() => random.NextDouble() < share ? dash : null), layout);
            trial.ExpectCells((cell, got) => trial.Report.IsReplaced(cell)
                ? got.State is CellState.Dash
                : got.State is CellState.Number && got.Value == trial.Report[cell]);
        }
    }

    [Fact]
    public void An_empty_cell_for_zero_is_read_as_blank_and_changes_no_other_cell()
    {
        foreach (var (seed, form, layout) in Trial.Many(Mixed, [.. Layouts.All.Where(l => l.ShowsBlanks)], first: 2000))
        {
            var random = new Random(seed);
            var share = random.Next(1, 10) / 10.0;
            var trial = new Trial(seed, RandomReport.Make(seed, form).WithZerosAs(() => random.NextDouble() < share ? "" : null), layout);
            trial.ExpectCells((cell, got) => trial.Report.IsReplaced(cell)
                ? got.State is CellState.Blank
                : got.State is CellState.Number && got.Value == trial.Report[cell]);
        }
    }

    [Fact]
    public void Reading_twice_gives_the_same_reading()
    {
        foreach (var (seed, form, layout) in Trial.Many(Mixed / 2, Layouts.All, first: 3000))
        {
            var trial = new Trial(seed, RandomReport.Make(seed, form), layout);
            var (first, second) = (trial.Only, trial.Check().Reports.Single());
            trial.Expect(Told(first.Reading) == Told(second.Reading), "the second reading differs", Told(first.Reading), Told(second.Reading));
            trial.Expect(
                first.Findings.Select(f => f.Rule + f.Message).SequenceEqual(second.Findings.Select(f => f.Rule + f.Message)),
                "the second reading has other findings");
        }
    }

    private static string Told(ReportReading reading) => string.Join('\n',
    [
        $"{reading.Agency} {reading.Level} {reading.Year} {reading.Form} {reading.PublishedOn} {reading.SignedOn}",
        .. reading.Sections.Select(s => $"{s.Number} {s.Heading} {s.Place}"),
        .. reading.Notes.Select(n => $"{n.Code} {n.Message} {string.Join(' ', n.Cells)}"),
        .. reading.Tables.Select(t => $"{t.Form.Form} {t.Proof}"),
        .. reading.Tables.SelectMany(t => t.Cells).Select(c => $"{c.State} {c.Value} {c.Raw} {c.Place} {string.Join(' ', c.Candidates ?? [])}"),
    ]);
}
