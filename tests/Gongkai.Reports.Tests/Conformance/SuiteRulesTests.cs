using Gongkai.Bench.Conformance;

namespace Gongkai.Reports.Tests.Conformance;

/// <summary>测试集自己的规矩：够多、够杂、够实，一半由没看过代码的人写。</summary>
public class SuiteRulesTests
{
    private const int LeastCases = 80;
    private const int LeastCasesOfALayout = 3;
    private const int LeastRichCasesOfALayout = 2;
    private const int MostAllZeroCases = 6;

    /// <summary>做不到两个「二十格以上非 0」案例的版式，及为什么。</summary>
    private static readonly Dictionary<string, string> CannotBeRich = new()
    {
        ["docx-pictures"] = "a table that is a picture prints no number",
        ["html-pictures"] = "a table that is a picture prints no number",
    };

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
            .Where(l => !CannotBeRich.ContainsKey(l.Key) && l.Count(IsRich) < LeastRichCasesOfALayout)
            .Select(l => $"{l.Key}: {string.Join(", ", l.Select(c => $"{c.Name} {c.Truth.NonZeroCells} non-zero, {c.Truth.LongNumbers} of several digits"))}"));

    [Fact]
    public void An_exempt_layout_exists_and_still_needs_its_exemption() =>
        Assert.All(CannotBeRich.Keys, layout =>
        {
            var cases = All.Value.Where(c => c.Layout == layout).ToList();
            Assert.NotEmpty(cases);
            Assert.True(cases.Count(IsRich) < LeastRichCasesOfALayout, $"{layout} has rich cases: take it off the list.");
        });

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

    private static bool IsRich(ConformanceCase c) => c.Truth.NonZeroCells >= 20 && c.Truth.LongNumbers >= 2;
}
