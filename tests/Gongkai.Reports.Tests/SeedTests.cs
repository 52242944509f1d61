using System.Text.Json;
using Gongkai.Bench.Conformance;
using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Tests;

/// <summary>
/// 五份真实的年度报告。它们不在本项目里；旁边没有时这些测试跳过。
/// 单位名称也不写在这里：取自报告自己的标题行（「某单位2023年」）或落款行。
/// </summary>
public class SeedTests
{
    private const string TitleEnd = "2023年";

    /// <summary>各份都是：2021 年格式、2023 年度、六个部分齐全、没有勾稽问题。</summary>
    private const string Common = "\"year\":2023,\"form\":\"2021\",\"sections\":[1,2,3,4,5,6],\"findings\":[]";

    /// <summary>各表都印全了：表二没有勾稽可证，表三、表四成立。没有印日期。</summary>
    private const string Whole =
        """ "publishedOn":null,"signedOn":null,"proof":{"proactive":["unchecked"],"requests":["consistent","proved"],"remedies":["consistent","proved"]} """;

    public static TheoryData<string, string> Truths => new()
    {
        {
            "000",
            """ "level":"department","cells":{"proactive.licensing.decisions":34,"proactive.penalty.decisions":9} """
        },
        {
            "001",
            """
            "level":"street","cells":{"requests.received.person":1,"requests.received.total":1,"requests.granted.person":1,"requests.granted.total":1,
             "requests.total.person":1,"requests.total.total":1}
            """
        },
        {
            "002",
            """ "level":"other" """
        },
        {
            "004",
            """
            "level":"department","cells":{"proactive.licensing.decisions":55009,"proactive.penalty.decisions":213,
             "proactive.coercion.decisions":7,"proactive.charges.amount":14.67}
            """
        },
    };

    [Theory]
    [MemberData(nameof(Truths))]
    public void A_seed_is_read_exactly(string seed, string truth)
    {
        var (file, lines) = Open(seed);
        var title = lines.FirstOrDefault(l => l.EndsWith(TitleEnd, StringComparison.Ordinal) && l.Length > TitleEnd.Length);
        var agency = title is null ? "" : $"\"agency\":{JsonSerializer.Serialize(title[..^TitleEnd.Length])},";
        Expect.Nothing(Mistakes(file, $"{agency}{Common},{Whole},{truth}"));
    }

    [Fact]
    public void Where_only_the_total_column_is_printed_the_other_six_are_absent_not_zero()
    {
        var (file, lines) = Open("003");
        var totals = ReportForms.V2021[ReportTable.Requests].Rows.Select(r => $"\"requests.{r.Id}.total\":{(r.Id is "received" or "granted" or "total" ? 1 : 0)}");
        Expect.Nothing(Mistakes(
            file,
            $$"""
            "agency":{{JsonSerializer.Serialize(lines[^2])}},"level":"department","publishedOn":"2024-02-02","signedOn":"2024-01-08",{{Common}},
            "proof":{"proactive":["unchecked"],"requests":["partial"],"remedies":["consistent","proved"]},
            "others":{"requests":"absent"},"cells":{{{string.Join(',', totals)}} }
            """));
    }

    [Theory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("004")]
    public void The_stray_zero_in_a_label_cell_is_dropped_with_a_note(string seed) =>
        Assert.Single(Check(Open(seed).File).Reports.Single().Reading.Notes, n => n.Code == ReaderNotes.StrayDropped);

    /// <summary>五份真实报告各应查出什么，引的是哪一句（以句中的几个字为证）。</summary>
    public static TheoryData<string, string[]> Faults => new()
    {
        { "000", ["E17:2020年政务公开重点工作任务", "E28:"] },
        { "001", ["E17:2020年政务公开重点工作任务", "E28:"] },
        { "002", [] },
        { "003", ["E06:未收到政府信息公开申请", "E15:未发生政务公开责任追究", "E16:对我镇信息公开评议", "E18:依申请公开政府信息和不予公开政府信息", "E23:本年发件", "E24:", "E27:官网娱乐平台", "E29:2024-02-02"] },
        { "004", ["E17:2020年政务公开重点工作任务", "E28:"] },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_seed_is_accused_of_what_is_wrong_in_it(string seed, string[] faults)
    {
        var findings = Check(Open(seed).File).Reports.Single().Findings;
        Expect.Nothing(
            from fault in faults
            let parts = fault.Split(':', 2)
            where !findings.Any(f => f.Rule == parts[0] && (parts[1].Length == 0 || f.Quotes.Any(q => q.Text.Contains(parts[1], StringComparison.Ordinal))))
            select $"{seed}: no {fault}");
    }

    [Theory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("002")]
    [InlineData("004")]
    public void A_seed_without_contradiction_is_not_accused_of_an_error(string seed) =>
        Expect.Nothing(Check(Open(seed).File).Reports.Single().Findings.Where(f => f.Severity >= Severity.Error || f.Rule is "E06" or "E07" or "E08" or "E11" or "E12").Select(f => $"{seed}: {f.Rule} {f.Message}"));

    private static IReadOnlyList<string> Mistakes(string file, string truth)
    {
        var json = $$"""{"about":"a real report","author":"","reports":[{ {{truth}} }]}""";
        return CaseScore.Of(new ConformanceCase("seeds", Path.GetFileNameWithoutExtension(file), file, TruthJson.Parse(json)), Check(file)).Mistakes;
    }

    private static CheckedFile Check(string file) => ReportChecker.CheckFile(Path.GetFileName(file), File.ReadAllBytes(file), ConformanceCase.Options);

    private static (string File, string[] Lines) Open(string seed)
    {
        var root = new DirectoryInfo(ConformanceSuite.RepositoryRoot(AppContext.BaseDirectory));
        var folder = Path.Combine(root.Parent!.FullName, "shared", "seeds");
        var file = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, seed + "_*.txt").SingleOrDefault() : null;
        if (file is null)
        {
            Assert.Skip($"The real report {seed} is not here: it would stand in ../shared/seeds beside the repository.");
        }

        return (file, [.. File.ReadLines(file).Select(l => l.Trim()).Where(l => l.Length > 0)]);
    }
}
