using Gongkai.Bench.Conformance;
using Gongkai.Core.Reports;

namespace Gongkai.Reports.Tests.Conformance;

/// <summary>测试集自己的规矩：够多、够杂、够实，一半由没看过代码的人写。</summary>
public class SuiteRulesTests
{
    private const int LeastCases = 80;
    private const int LeastCasesOfALayout = 3;
    private const int LeastRichCasesOfALayout = 2;
    private const int MostAllZeroCases = 6;

    private static readonly string Folder = ConformanceSuite.Folder(ConformanceSuite.RepositoryRoot(AppContext.BaseDirectory));

    private static readonly Lazy<IReadOnlyList<ConformanceCase>> All = new(() => ConformanceSuite.LoadAll(Folder));

    [Fact]
    public void The_suite_is_large_enough() =>
        Assert.True(All.Value.Count >= LeastCases, $"{All.Value.Count} cases; at least {LeastCases} are due.");

    [Fact]
    public void Every_layout_has_enough_cases() =>
        Expect.Nothing(All.Value.GroupBy(c => c.Layout).Where(l => l.Count() < LeastCasesOfALayout).Select(l => $"{l.Key}: {l.Count()}"));

    [Fact]
    public void Every_layout_has_cases_rich_in_numbers_of_several_digits() =>
        Expect.Nothing(All.Value.GroupBy(c => c.Layout)
            .Where(l => l.Count(IsRich) < LeastRichCasesOfALayout)
            .Select(l => $"{l.Key}: {string.Join(", ", l.Select(c => $"{c.Name} {c.Truth.NonZeroCells} non-zero, {c.Truth.LongNumbers} of several digits"))}"));

    [Fact]
    public void Hardly_any_case_is_all_zeros()
    {
        string[] zero = [.. All.Value.Where(c => c.Truth.IsAllZero).Select(c => c.Id)];
        Assert.True(zero.Length <= MostAllZeroCases, $"{zero.Length} cases are all zeros: {string.Join(", ", zero)}");
    }

    [Fact]
    public void Half_the_cases_are_by_someone_who_has_not_read_the_code()
    {
        var blind = All.Value.Count(c => c.Truth.IsBlind);
        Assert.True(blind * 2 >= All.Value.Count, $"{blind} of {All.Value.Count} cases are blind.");
    }

    [Fact]
    public void Every_case_file_has_its_truth() => Expect.Nothing(ConformanceSuite.FilesWithoutTruth(Folder));

    [Fact]
    public void Every_case_says_in_one_line_what_is_special_about_it() =>
        Expect.Nothing(All.Value.Where(c => c.Truth.About.Length < 10 || c.Truth.About.Contains('\n', StringComparison.Ordinal)).Select(c => c.Id));

    [Fact]
    public void The_findings_of_a_truth_are_what_its_own_numbers_break() =>
        Expect.Nothing(
            from c in All.Value
            from report in c.Truth.Reports
            where report.Findings.IsJudged
            let broken = Codes(report.Tables.SelectMany(t => t.Form.Linkages.Where(l => IsBroken(t, l))).Select(l => l.Code))
            let stated = Codes(report.Findings.Value!)
            where broken != stated
            select $"{c.Id}: its numbers break {broken}, its findings are {stated}");

    [Fact]
    public void The_suggestion_of_a_truth_mends_everything_that_its_numbers_break() =>
        Expect.Nothing(
            from c in All.Value
            from report in c.Truth.Reports
            where report.Suggestion is { IsJudged: true, Value: not null }
            let mend = report.Suggestion.Value
            let table = report.Tables[(int)mend.Cell.Table]
            let index = table.Form.Find(mend.Cell.Row, mend.Cell.Column)!.Index
            let mended = table with { Cells = [.. table.Cells.Select((t, i) => i == index ? new CellTruth([new AcceptedCell(CellState.Number, mend.Value)], false) : t)] }
            where table.Form.Linkages.Any(l => IsBroken(mended, l))
            select $"{c.Id}: {mend.Cell} = {mend.Value} does not mend it");

    private static string Codes(IEnumerable<string> codes) => $"[{string.Join(' ', codes.Distinct().Order(StringComparer.Ordinal))}]";

    /// <summary>一处勾稽肯定不成立：各格全知而两边不等；或一边还有不知道的格，已知的却已多过另一边。</summary>
    private static bool IsBroken(TableTruth table, Linkage linkage)
    {
        var (left, leftKnown) = Side(linkage.Left);
        var (right, rightKnown) = Side(linkage.Right);
        return (leftKnown, rightKnown) switch
        {
            (true, true) => left != right,
            (false, true) => left > right,
            (true, false) => right > left,
            _ => false,
        };

        (decimal Sum, bool IsKnown) Side(IReadOnlyList<int> cells)
        {
            AcceptedCell[] accepted = [.. cells.Select(i => table.Cells[i].Accepted[0])];
            return (accepted.Sum(a => a.Value), accepted.All(a => a.State is CellState.Number or CellState.Blank or CellState.Dash));
        }
    }

    private static bool IsRich(ConformanceCase c) => c.Truth.NonZeroCells >= 20 && c.Truth.LongNumbers >= 2;
}
