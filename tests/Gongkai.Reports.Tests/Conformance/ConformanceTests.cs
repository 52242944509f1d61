using Gongkai.Bench.Checks;
using Gongkai.Bench.Conformance;
using Gongkai.Core.Reports;

namespace Gongkai.Reports.Tests.Conformance;

/// <summary>合格测试集：每个答案文件一个测试。</summary>
public class ConformanceTests
{
    private static readonly string Root = ConformanceSuite.RepositoryRoot(AppContext.BaseDirectory);

    private static readonly Lazy<IReadOnlyList<CaseScore>> Scores =
        new(() => [.. ConformanceSuite.LoadAll(ConformanceSuite.Folder(Root)).Select(c => c.Score())]);

    private static readonly Lazy<IReadOnlyList<CheckScore>> Checks = new(() => [.. CheckCase.LoadAll(Root).Select(CheckScore.Of)]);

    public static TheoryData<string> Cases => [.. ConformanceSuite.TruthFiles(ConformanceSuite.Folder(Root)).Select(ConformanceSuite.Id)];

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Cases))]
    public void A_case_is_read_as_its_truth_says(string id)
    {
        var score = ConformanceSuite.Load(Path.Combine(ConformanceSuite.Folder(Root), id + ConformanceSuite.TruthSuffix)).Score();
        Assert.True(score.Mistakes.Count == 0, $"{id}: {score.Case.Truth.About}\n{string.Join('\n', score.Mistakes)}");
    }

    [Fact]
    public void No_wrong_number_is_asserted_anywhere_in_the_suite()
    {
        var wrong = Scores.Value.Where(s => s.Score.WrongNumbers > 0)
            .SelectMany(s => s.Mistakes.Where(m => m.Contains("WRONG NUMBER", StringComparison.Ordinal)), (s, m) => $"{s.Case.Id}: {m}");
        Expect.Nothing(wrong);
    }

    [Fact]
    public void No_report_is_falsely_accused_of_an_error() =>
        Expect.Nothing(Checks.Value.SelectMany(s => s.FalseErrors, (s, m) => $"{s.Case.Id}: {m.Words}"));

    [Fact]
    public void A_faultless_report_has_no_error() =>
        Expect.Nothing(Checks.Value.Where(s => s.Case.IsFaultless)
            .SelectMany(s => s.Case.Check().Reports, (s, r) => (s.Case, Wrong: r.Findings.Where(f => f.Severity >= Severity.Error)))
            .SelectMany(c => c.Wrong, (c, f) => $"{c.Case.Id}: {f.Rule} {f.Message}"));

    [Fact]
    public void The_committed_page_of_scores_is_what_the_reader_scores_now()
    {
        var page = Path.Combine(Root, "docs", "conformance.md");
        Assert.True(File.Exists(page), "docs/conformance.md is missing: run Gongkai.Bench conformance --write docs/conformance.md");
        Assert.Equal(ScoreTable.Markdown(Scores.Value) + RuleScoreTable.Markdown(Checks.Value), File.ReadAllText(page).ReplaceLineEndings("\n"));
    }
}
