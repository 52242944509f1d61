using System.Text;
using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;

namespace Gongkai.Reports.Tests.Checking;

/// <summary>一份改动过的范本，查一遍，只看一条规则。</summary>
internal static class RuleTrial
{
    public static Finding[] Of(string code, SpecimenChanges changes, string region = "national", string? text = null) =>
        [.. Assert.Single(ReportChecker.CheckFile(
            "例.txt",
            Encoding.UTF8.GetBytes(text ?? Specimen.Print(changes)),
            new CheckOptions(new DateOnly(changes.Year + 1, 4, 30), RegionProfiles.Find(region)!)).Reports).Findings.Where(f => f.Rule == code)];

    /// <summary>这条规则最重说到哪一级；没有说时为 null。</summary>
    public static string? Severity(string code, SpecimenChanges changes, string region = "national", string? text = null) =>
        Of(code, changes, region, text).Select(f => (Severity?)f.Severity).Max()?.ToString();
}
