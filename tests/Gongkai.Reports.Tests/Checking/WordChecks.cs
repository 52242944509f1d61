using System.Text;
using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;

namespace Gongkai.Reports.Tests.Checking;

/// <summary>在范本里换上一句话，看某条规则说什么。</summary>
internal static class WordChecks
{
    /// <summary>第一部分是这一句时，这条规则的各处问题。</summary>
    public static Finding[] Of(string rule, string sentence, string agency = "清溪县应急管理局", int section = 1) =>
        Of(rule, new SpecimenChanges { Agency = agency, Sections = [(section, sentence)] });

    /// <summary>引言是这一句时，这条规则的各处问题。</summary>
    public static Finding[] OfIntroduction(string rule, string introduction) => Of(rule, new SpecimenChanges { Introduction = introduction });

    /// <summary>这样改动的范本，这条规则的各处问题。</summary>
    public static Finding[] Of(string rule, SpecimenChanges changes) =>
        [.. Check("例.txt", Specimen.Print(changes)).Findings.Where(f => f.Rule == rule)];

    /// <summary>检查一份文字。</summary>
    public static CheckedReport Check(string file, string text) =>
        Assert.Single(ReportChecker.CheckFile(file, Encoding.UTF8.GetBytes(text), new CheckOptions(new DateOnly(2024, 4, 30), RegionProfile.National)).Reports);

    /// <summary>最重的一处；没有时为 null。</summary>
    public static Severity? Worst(Finding[] findings) => findings.Length == 0 ? null : findings.Max(f => f.Severity);
}
