using Gongkai.Core.Reports;

namespace Gongkai.Reports.Tests.Properties;

/// <summary>
/// 改错一格，查得出是哪一格、应当是多少。
/// </summary>
/// <remarks>
/// Table three. Write an identity as residual = left − right. Changing the cell (r, c) by d changes exactly one residual of L03, that of
/// row r: by +d when c is one of the six applicants, by −d when c is the total column. Of the column identities it changes only those of column c:
/// <list type="bullet">
/// <item>a leaf row (one of the outcomes): L02[c] by +d;</item>
/// <item>the row of the total: L02[c] and L01[c], each by −d;</item>
/// <item>received or carried in: L01[c] by +d; carried out: L01[c] by −d.</item>
/// </list>
/// So every one of the cells, corners included, breaks one row and one column. A single cell that mends all must lie in row r, the only
/// place where L03[r] can be mended, and in column c, the only place where L01[c] or L02[c] can be; so it is the cell itself, and its
/// value follows from L03[r]. Nothing is left to guess: exactly one suggestion.
/// Table four has one identity to a block: changing a cell by d breaks that block's L04 and no other. Each of the four parts may be the wrong
/// one (its mend is value − residual, if that is not negative), or the total (value + residual): up to five mends, the right one among them.
/// </remarks>
public class LocatingTests
{
    private const int Trials = 200;

    [Fact]
    public void By_the_form_alone_only_the_wrong_cell_itself_can_mend_what_it_breaks_in_table_three()
    {
        foreach (var table in ReportForms.All.Select(f => f[ReportTable.Requests]))
        {
            int[][] weights = [.. table.Cells.Select(c => Weights(table, c).ToArray())];
            foreach (var wrong in table.Cells)
            {
                var (broken, opposite) = (weights[wrong.Index], weights[wrong.Index].Select(w => -w).ToArray());
                Assert.Contains(broken, w => w != 0);
                Assert.Equal(wrong, Assert.Single(table.Cells, c => weights[c.Index].SequenceEqual(broken) || weights[c.Index].SequenceEqual(opposite)));
            }
        }
    }

    [Fact]
    public void One_wrong_cell_of_table_three_is_named_with_its_right_value()
    {
        foreach (var (seed, form, layout) in Trial.Many(Trials, Layouts.Separated, first: 4000))
        {
            var (trial, cell, right) = Broken(seed, form[ReportTable.Requests], layout);
            ExpectAsPrinted(trial);
            var table = trial.Only.Reading[ReportTable.Requests];
            trial.Expect(table.Proof is TableProof.Inconsistent, $"{cell.Address} is {trial.Report[cell]} instead of {right}, but the table was read as {table.Proof}");

            string[] expected = [.. table.Form.Linkages.Where(l => l.Left.Concat(l.Right).Contains(cell.Index)).Select(l => l.Code).Distinct().Order(StringComparer.Ordinal)];
            string[] codes = [.. trial.Linkages.Select(f => f.Rule).Distinct().Order(StringComparer.Ordinal)];
            trial.Expect(expected.SequenceEqual(codes), $"{cell.Address}: expected findings {string.Join(' ', expected)}, got {string.Join(' ', codes)}");

            Suggestion[] suggested = [.. trial.Linkages.SelectMany(f => f.Suggestions).Distinct()];
            trial.Expect(
                suggested is [var only] && only == new Suggestion(cell.Address, right),
                [$"{cell.Address} should be mended to {right}; suggested:", .. suggested.Select(s => $"{s.Cell} = {s.Value}")]);
        }
    }

    [Fact]
    public void One_wrong_cell_of_table_four_gives_its_block_and_every_mend_of_it()
    {
        foreach (var (seed, form, layout) in Trial.Many(Trials, Layouts.Separated, first: 5000))
        {
            var (trial, cell, right) = Broken(seed, form[ReportTable.Remedies], layout);
            ExpectAsPrinted(trial);
            var finding = trial.Linkages is [{ Rule: "L04" } found] ? found : null;
            trial.Expect(finding is not null, [$"{cell.Address} is wrong: expected one L04, got:", .. trial.Linkages.Select(f => $"{f.Rule} {f.Message}")]);
            trial.Expect(
                finding!.Cells.Contains(cell.Address) && finding.Cells.All(c => c.Table == ReportTable.Remedies && c.Row == cell.Row.Id),
                $"the finding names {string.Join(' ', finding.Cells)}, not the block of {cell.Address}");

            Suggestion[] mends = [.. Mends(trial.Report, form[ReportTable.Remedies], cell)];
            trial.Expect(mends.Contains(new Suggestion(cell.Address, right)), "the test's own mends lack the right one");
            trial.Expect(
                mends.ToHashSet().SetEquals(finding.Suggestions),
                [$"{cell.Address} = {trial.Report[cell]}, right {right}; suggested:", .. finding.Suggestions.Select(s => $"{s.Cell} = {s.Value}"), "due:", .. mends.Select(s => $"{s.Cell} = {s.Value}")]);
        }
    }

    private static (Trial Trial, FormCell Cell, decimal Right) Broken(int seed, FormTable table, Layout layout)
    {
        var random = new Random(seed);
        var report = RandomReport.Make(seed, ReportForms.All.Single(f => f.Id == table.Form));
        var cell = table.Cells[random.Next(table.Cells.Count)];
        var right = report[cell];
        var off = random.Next(1, 4) * (random.Next(4) == 0 ? 10 : 1);
        var wrong = random.Next(2) == 0 && right >= off ? right - off : right + off;
        return (new Trial(seed, report.With(cell, wrong), layout), cell, right);
    }

    // How much each residual changes when the cell grows by one. A change of another cell mends what this one broke only if its
    // weights are proportional to these; being −1, 0 or 1, that means equal or opposite.
    private static IEnumerable<int> Weights(FormTable table, FormCell cell) =>
        table.Linkages.Select(l => l.Left.Contains(cell.Index) ? 1 : l.Right.Contains(cell.Index) ? -1 : 0);

    // A wrong number in the source is still what the source prints: the reader reports it and mends nothing.
    private static void ExpectAsPrinted(Trial trial) =>
        trial.ExpectCells((cell, got) => got.State is CellState.Number && got.Value == trial.Report[cell]);

    private static IEnumerable<Suggestion> Mends(RandomReport report, FormTable table, FormCell wrong)
    {
        var block = table.Linkages.Single(l => l.Left.Concat(l.Right).Contains(wrong.Index));
        var residual = block.Left.Sum(i => report[table.Cells[i]]) - block.Right.Sum(i => report[table.Cells[i]]);
        return block.Left.Select(i => (Cell: table.Cells[i], Off: residual))
            .Concat(block.Right.Select(i => (Cell: table.Cells[i], Off: -residual)))
            .Select(m => new Suggestion(m.Cell.Address, report[m.Cell] - m.Off))
            .Where(s => s.Value >= 0);
    }
}
