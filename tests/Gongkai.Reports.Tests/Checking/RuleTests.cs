using System.Text;
using Gongkai.Bench.Conformance;
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
        Finding[] findings = Findings(example, code);
        Assert.Equal(example.Fires, findings.Length > 0);
        Assert.All(findings, f =>
        {
            Assert.Equal(rule.Code, f.Rule);
            Assert.True(f.Severity <= rule.Severity, "A case may be milder than its rule, never worse.");
            Assert.Matches("[\u4e00-\u9fff]", f.Message);
            Assert.True(f.Cells.Count + f.Quotes.Count > 0, "A finding points at the cells or the words it is about.");
        });
    }

    [Fact]
    public void Nothing_is_said_about_a_report_of_which_nothing_is_known()
    {
        var reading = new ReportReading { File = "", Index = 0, Tables = [.. ReportForms.V2021.Tables.Select(t => TableReading.None(t))] };
        Assert.DoesNotContain(ReportChecker.Check(reading, ConformanceCase.Options).Findings, f => f.Rule is not "E19" and not "E54");
    }

    [Theory]
    [InlineData("2021", 2023)]
    [InlineData("2019", 2020)]
    public void Nothing_is_wrong_with_the_specimen(string form, int year) =>
        Assert.Empty(Check(new SpecimenChanges { Form = form, Year = year }, ConformanceCase.Options).Findings);

    private static Rule Rule(string code) => RuleCatalogue.Find(code)!;

    private static Finding[] Findings(RuleExample example, string code)
    {
        var previous = new PreviousReports();
        foreach (var report in example.Previous is { } last ? Read(last) : [])
        {
            Assert.True(previous.Add(report));
        }

        var options = new CheckOptions(example.AsOf ?? new DateOnly(example.Report.Year + 1, 4, 30), RegionProfiles.Find(example.Region)!, previous);
        if (Rule(code).Needs is RuleNeeds.Batch)
        {
            var batch = new BatchSummary();
            foreach (var changes in example.Batch.Append(example.Report))
            {
                var member = Check(changes, options with { InBatch = true });
                batch.Add(new CheckedFile(member.Reading.File, [member], null));
            }

            return [.. batch.BatchFindings.Where(f => f.Rule == code).Select(f => new Finding(f.Rule, f.Severity, f.Message, [], [new Quote(f.Members[0].Agency!, null, Place.Nowhere)], []))];
        }

        return [.. Check(example.Report, options).Findings.Where(f => f.Rule == code)];
    }

    private static IReadOnlyList<ReportReading> Read(SpecimenChanges changes) =>
        ReportReader.Read("上年.txt", Encoding.UTF8.GetBytes(Specimen.Print(changes))).Reports;

    private static CheckedReport Check(SpecimenChanges changes, CheckOptions options) =>
        Assert.Single(ReportChecker.CheckFile("例.txt", Encoding.UTF8.GetBytes(Specimen.Print(changes)), options).Reports);
}
