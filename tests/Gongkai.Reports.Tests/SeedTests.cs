using Gongkai.Bench.Conformance;
using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Tests;

/// <summary>五份真实的年度报告。它们不在本项目里；旁边没有时这些测试跳过。</summary>
public class SeedTests
{
    private const string Sections = "\"sections\":[1,2,3,4,5,6],\"findings\":[]";

    /// <summary>整表无误：表二没有勾稽可证，表三、表四成立。</summary>
    private const string AllRead = """ "proof":{"proactive":["unchecked"],"requests":["consistent","proved"],"remedies":["consistent","proved"]} """;

    public static TheoryData<string, string> Truths => new()
    {
        {
            "000",
            $$$"""{"agency":"阿城区应急管理局","level":"department","year":2023,"form":"2021","publishedOn":null,"signedOn":null,{{{Sections}}},{{{AllRead}}},"cells":{"proactive.licensing.decisions":34,"proactive.penalty.decisions":9}}"""
        },
        {
            "001",
            $$$"""{"agency":"阿城区亚沟街道办事处","level":"street","year":2023,"form":"2021","publishedOn":null,"signedOn":null,{{{Sections}}},{{{AllRead}}},"cells":{"requests.received.person":1,"requests.received.total":1,"requests.granted.person":1,"requests.granted.total":1,"requests.total.person":1,"requests.total.total":1}}"""
        },
        {
            "002",
            $$$"""{"level":"other","year":2023,"form":"2021","publishedOn":null,"signedOn":null,{{{Sections}}},{{{AllRead}}}}"""
        },
        {
            "004",
            $$$"""{"agency":"阿城区市场监督管理局","level":"department","year":2023,"form":"2021","publishedOn":null,"signedOn":null,{{{Sections}}},{{{AllRead}}},"cells":{"proactive.licensing.decisions":55009,"proactive.penalty.decisions":213,"proactive.coercion.decisions":7,"proactive.charges.amount":14.67}}"""
        },
    };

    [Theory]
    [MemberData(nameof(Truths))]
    public void A_seed_is_read_exactly(string seed, string truth) => Assert.Empty(Mistakes(seed, truth));

    [Fact]
    public void Where_only_the_total_column_is_printed_the_other_six_are_absent_not_zero()
    {
        var totals = ReportForms.V2021[ReportTable.Requests].Rows.Select(r => $"\"requests.{r.Id}.total\":{(r.Id is "received" or "granted" or "total" ? 1 : 0)}");
        var truth =
            $$$"""
            {"agency":"清河区应急管理局","level":"department","year":2023,"form":"2021","publishedOn":"2024-02-02","signedOn":"2024-01-08",{{{Sections}}},
             "others":{"requests":"absent"},"cells":{{{{string.Join(',', totals)}}}},
             "proof":{"proactive":["unchecked"],"requests":["partial"],"remedies":["consistent","proved"]}}
            """;
        Assert.Empty(Mistakes("003", truth));
    }

    [Theory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("004")]
    public void The_stray_zero_in_a_label_cell_is_dropped_with_a_note(string seed) =>
        Assert.Single(Check(seed).Reports.Single().Reading.Notes, n => n.Code == ReaderNotes.StrayDropped);

    private static IReadOnlyList<string> Mistakes(string seed, string truth)
    {
        var judged = new ConformanceCase("seeds", seed, "", TruthJson.Parse($$"""{"about":"a real report","author":"","reports":[{{truth}}]}"""));
        return CaseScore.Of(judged, Check(seed)).Mistakes;
    }

    private static CheckedFile Check(string seed)
    {
        var root = new DirectoryInfo(ConformanceSuite.RepositoryRoot(AppContext.BaseDirectory));
        var folder = Path.Combine(root.Parent!.FullName, "shared", "seeds");
        var file = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, seed + "_*.txt").SingleOrDefault() : null;
        if (file is null)
        {
            Assert.Skip($"The real report {seed} is not here: it would stand in ../shared/seeds beside the repository.");
        }

        return ReportChecker.CheckFile(Path.GetFileName(file), File.ReadAllBytes(file));
    }
}
