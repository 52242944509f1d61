using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Tests.Checking;

public class RuleTests
{
    public static TheoryData<string> Codes => [.. RuleCatalogue.All.Select(r => r.Code)];

    public static TheoryData<string, string> Examples
    {
        get
        {
            var examples = new TheoryData<string, string>();
            foreach (var rule in RuleCatalogue.All)
            {
                foreach (var example in rule.Examples)
                {
                    examples.Add(rule.Code, example.Title);
                }
            }

            return examples;
        }
    }

    [Fact]
    public void The_catalogue_holds_the_linkages_of_the_forms()
    {
        var linkages = ReportForms.All.SelectMany(f => f.Tables).SelectMany(t => t.Linkages).Select(l => l.Code).Distinct();
        Assert.Empty(linkages.Except(RuleCatalogue.All.Select(r => r.Code)));
    }

    [Fact]
    public void Codes_are_unique_and_sorted()
    {
        string[] codes = [.. RuleCatalogue.All.Select(r => r.Code)];
        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_rule_has_a_code_a_name_a_basis_and_a_sentence(string code)
    {
        var rule = Rule(code);
        Assert.Matches("^[A-Z]{1,2}[0-9]{2}$", rule.Code);
        Assert.All([rule.Title, rule.Basis, rule.Summary], text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.Same(rule, RuleCatalogue.Find(code.ToLowerInvariant()));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_rule_has_a_passing_and_a_failing_example(string code)
    {
        var rule = Rule(code);
        Assert.Contains(rule.Examples, e => e.Fires);
        Assert.Contains(rule.Examples, e => !e.Fires);
        Assert.Equal(rule.Examples.Count, rule.Examples.Select(e => e.Title).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_does_what_it_says(string code, string title)
    {
        var rule = Rule(code);
        var example = rule.Examples.Single(e => e.Title == title);
        Finding[] findings = [.. rule.Check(Reading(example))];
        Assert.Equal(example.Fires, findings.Length > 0);
        Assert.All(findings, f =>
        {
            Assert.Equal(rule.Code, f.Rule);
            Assert.True(f.Severity <= rule.Severity, "A case may be milder than its rule, never worse.");
            Assert.Matches("[\u4e00-\u9fff]", f.Message);
            Assert.True(f.Cells.Count + f.Quotes.Count > 0, "A finding points at the cells or the words it is about.");
        });
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_rule_says_nothing_about_a_report_of_which_nothing_is_known(string code)
    {
        var reading = new ReportReading { File = "", Index = 0, Tables = [.. ReportForms.V2021.Tables.Select(t => TableReading.None(t))] };
        Assert.Empty(Rule(code).Check(reading));
    }

    private static Rule Rule(string code) => RuleCatalogue.Find(code)!;

    private static ReportReading Reading(RuleExample example)
    {
        var changes = example.Cells.ToDictionary(c => CellAddress.TryParse(c.Cell, out var address) ? address : throw new FormatException(c.Cell), c => c.Value);
        Assert.All(changes.Keys, a => Assert.NotNull(ReportForms.V2021[a.Table].Find(a.Row, a.Column)));
        return new ReportReading { File = "例.txt", Index = 0, Year = 2023, Tables = [.. ReportForms.V2021.Tables.Select(t => Table(t, changes))] };
    }

    private static TableReading Table(FormTable form, Dictionary<CellAddress, decimal> changes)
    {
        CellReading[] cells = [.. form.Cells.Select(c => changes.GetValueOrDefault(c.Address)).Select(v => new CellReading(CellState.Number, v, v.ToString(), Place.Nowhere))];
        return new TableReading(form, cells, TableProof.Consistent);
    }
}
