using Gongkai.Core.Reports;
using Gongkai.Reports.Reading.Facts;

namespace Gongkai.Reports.Tests.Facts;

public class SeedFactsTests
{
    public static TheoryData<string, string, AgencyLevel, string?, string?> Seeds => new()
    {
        { "000", "阿城区应急管理局", AgencyLevel.Department, null, null },
        { "001", "阿城区亚沟街道办事处", AgencyLevel.Street, null, null },
        { "002", "应急中心", AgencyLevel.Other, null, null },
        { "003", "清河区应急管理局", AgencyLevel.Department, "2024-02-02", "2024-01-08" },
        { "004", "阿城区市场监督管理局", AgencyLevel.Department, null, null },
    };

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_real_report_says_who_and_when(string seed, string agency, AgencyLevel level, string? publishedOn, string? signedOn)
    {
        var file = SeedFile(seed);
        Assert.SkipWhen(file == null, "The seeds (a folder `shared/seeds` beside the repository) are not here.");
        var text = File.ReadAllText(file!);
        var span = Assert.Single(ReportSplitter.Split(text));
        Assert.Equal([1, 2, 3, 4, 5, 6], span.Headings.Select(h => h.Section));
        var facts = FactFinder.Find(text, span, Path.GetFileName(file!), null);
        Assert.Equal(
            (agency, level, 2023, publishedOn, signedOn),
            (facts.Agency, facts.Level, facts.Year, facts.PublishedOn?.ToString("yyyy-MM-dd", null), facts.SignedOn?.ToString("yyyy-MM-dd", null)));
    }

    private static string? SeedFile(string seed)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder != null; folder = folder.Parent)
        {
            var seeds = Path.Combine(folder.FullName, "shared", "seeds");
            if (Directory.Exists(seeds))
            {
                return Directory.EnumerateFiles(seeds, seed + "_*.txt").FirstOrDefault();
            }
        }

        return null;
    }
}
