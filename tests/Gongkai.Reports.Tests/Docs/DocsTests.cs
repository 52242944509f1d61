using System.Reflection;
using System.Text.RegularExpressions;
using Gongkai.Bench.Conformance;
using Gongkai.Core.Reports;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Tests.Docs;

/// <summary>文档说的与代码一致：词汇表齐全，链接都通，导览里的例子读出来正是那样。</summary>
public partial class DocsTests
{
    private static readonly string Root = ConformanceSuite.RepositoryRoot(AppContext.BaseDirectory);
    private static readonly string Glossary = File.ReadAllText(Path.Combine(Root, "docs", "glossary.md"));
    private static readonly string Tour = File.ReadAllText(Path.Combine(Root, "docs", "tour.md"));

    private static IEnumerable<string> Pages =>
        Directory.EnumerateFiles(Root, "README*.md").Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories));

    [Fact]
    public void The_pages_print_the_score_of_today()
    {
        var score = Figures(File.ReadLines(Path.Combine(Root, "docs", "conformance.md")).Single(l => l.StartsWith("| all |", StringComparison.Ordinal)));
        foreach (var page in Directory.EnumerateFiles(Root, "README*.md"))
        {
            Assert.Equal(score, Figures(File.ReadLines(page).Single(l => l.StartsWith("all  ", StringComparison.Ordinal))));
        }
    }

    [Fact]
    public void No_page_has_a_gap_to_fill() =>
        Expect.Nothing(Pages.Where(p => File.ReadAllText(p).Contains("待填", StringComparison.Ordinal)));

    private static string Figures(string line) => string.Join(' ', Regex.Matches(line, @"\d+").Select(m => m.Value));

    [Fact]
    public void The_glossary_explains_every_reader_note() => Expect.Nothing(
        typeof(ReaderNotes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => $"| {f.GetRawConstantValue()} | `{f.Name}` |")
            .Where(row => !Glossary.Contains(row, StringComparison.Ordinal)));

    [Fact]
    public void The_glossary_explains_every_outcome_and_every_state() => Expect.Nothing(
        Enum.GetNames<TableProof>().Select(n => (Section: "`TableProof`", Name: n))
            .Concat(Enum.GetNames<CellState>().Select(n => (Section: "`CellState`", Name: n)))
            .Where(w => !SectionOf(w.Section).Contains($"\n| `{w.Name}` |", StringComparison.Ordinal))
            .Select(w => $"{w.Section} {w.Name}"));

    [Fact]
    public void Links_between_the_pages_lead_somewhere() => Expect.Nothing(
        from page in Pages
        from Match link in Link().Matches(File.ReadAllText(page))
        let target = Uri.UnescapeDataString(link.Groups[1].Value.Split('#')[0])
        where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
        let path = Path.Combine(Path.GetDirectoryName(page)!, target)
        where !File.Exists(path) && !Directory.Exists(path)
        select $"{Path.GetRelativePath(Root, page)} → {link.Groups[1].Value}");

    [Fact]
    public void Paths_that_the_tour_names_below_the_root_exist() => Expect.Nothing(
        from Match path in RootPath().Matches(Tour)
        where !File.Exists(Path.Combine(Root, path.Groups[1].Value)) && !Directory.Exists(Path.Combine(Root, path.Groups[1].Value))
        select path.Groups[1].Value);

    [Fact]
    public void Types_that_the_tour_and_the_glossary_name_exist()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText).ToArray();
        var known = sources.SelectMany(s => Word().Matches(s)).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);

        Expect.Nothing((Tour + Glossary).Split('`').Where((_, i) => i % 2 == 1)
            .Where(code => TypeName().IsMatch(code))
            .SelectMany(code => code.Split('.'))
            .Where(name => !known.Contains(name)));
    }

    [Fact]
    public void The_worked_example_of_the_tour_is_read_as_it_says()
    {
        var file = Path.Combine(Root, "samples", "云溪县水务局2023-粘连.txt");
        var report = Assert.Single(ReportReader.Read(file, File.ReadAllBytes(file)).Reports);
        var table = report[ReportTable.Requests];

        Assert.Equal(TableProof.Proved, table.Proof);
        Assert.Equal([12, 3, 0, 1, 0, 0, 16], table.Form.Columns.Select(c => (int)table["partlyGranted", c.Id].Value));
        Assert.Equal(Place.AtLine(28, 30), table["partlyGranted", "person"].Place);
        Assert.Contains("123010016", File.ReadLines(file).ElementAt(27), StringComparison.Ordinal);
        Assert.Contains(report.Notes, n => n.Code == ReaderNotes.DigitsSplit);
    }

    private static string SectionOf(string heading)
    {
        var start = Glossary.IndexOf($"({heading})", StringComparison.Ordinal);
        var end = start < 0 ? -1 : Glossary.IndexOf("\n## ", start, StringComparison.Ordinal);
        return start < 0 ? "" : Glossary[start..(end < 0 ? Glossary.Length : end)];
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"`((?:tests|data|bench|docs|samples)/[^`<*\s]*)", RegexOptions.NonBacktracking)]
    private static partial Regex RootPath();

    [GeneratedRegex(@"^[A-Z][a-z]+[A-Z][A-Za-z]+(\.[A-Z][A-Za-z]+)?$", RegexOptions.NonBacktracking)]
    private static partial Regex TypeName();

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+\b", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
