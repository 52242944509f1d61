using System.Text;
using System.Text.Json;
using Gongkai.Reports.Checking;

namespace Gongkai.Cli.Tests;

/// <summary>与上一年相比，以及整批相比：从命令行走一遍。</summary>
public class PreviousYearTests
{
    [Fact]
    public async Task Last_years_folder_is_matched_by_agency_and_year()
    {
        using var now = new TemporaryFolder();
        using var last = new TemporaryFolder();
        Print(now, "水务局.txt", new SpecimenChanges { Agency = "清溪县水务局" });
        Print(now, "财政局.txt", new SpecimenChanges { Agency = "清溪县财政局" });
        Print(last, "a.txt", new SpecimenChanges
        {
            Agency = "清溪县水务局",
            Year = 2022,
            Cells = [("requests.received.person", "1"), ("requests.received.total", "1"), ("requests.carriedOut.person", "1"), ("requests.carriedOut.total", "1")],
        });
        File.WriteAllText(last["坏.docx"], "PK\u0003\u0004 nothing");

        var run = await CommandRun.Of("report", "check", now.Path, "--previous", last.Path, "--as-of", "2024-02-01", "--format", "json");
        Assert.Contains("上一年的报告：1 份可以相比，1 个文件读不了。", run.Error, StringComparison.Ordinal);
        Assert.Contains("份对上了上一年的报告。", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.DoesNotContain("\"L05\"", lines.Single(l => l.Contains("\"agency\":\"清溪县财政局\"", StringComparison.Ordinal) && l.Contains("gongkai.report/1", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("\"L05\"", lines.Single(l => l.Contains("\"agency\":\"清溪县水务局\"", StringComparison.Ordinal) && l.Contains("gongkai.report/1", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copied_texts_are_told_on_the_last_line()
    {
        using var folder = new TemporaryFolder();
        Print(folder, "a.txt", new SpecimenChanges { Agency = "清溪县水务局" });
        Print(folder, "b.txt", new SpecimenChanges { Agency = "清溪县财政局" });
        var run = await CommandRun.Of("report", "check", folder.Path, "--as-of", "2024-02-01", "--format", "json");
        Assert.Equal(0, run.ExitCode);
        using var batch = JsonDocument.Parse(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]);
        var findings = batch.RootElement.GetProperty("batchFindings").EnumerateArray().ToArray();
        Assert.NotEmpty(findings);
        Assert.All(findings, f =>
        {
            Assert.Equal("E14", f.GetProperty("rule").GetString());
            Assert.Equal(2, f.GetProperty("count").GetInt32());
            Assert.Equal(["清溪县水务局", "清溪县财政局"], f.GetProperty("reports").EnumerateArray().Select(r => r.GetProperty("agency").GetString()));
        });

        Assert.Contains("整批：", (await CommandRun.Of("report", "check", folder.Path, "--as-of", "2024-02-01")).Output, StringComparison.Ordinal);
    }

    private static void Print(TemporaryFolder folder, string name, SpecimenChanges changes) =>
        File.WriteAllText(folder[name], Specimen.Print(changes), new UTF8Encoding(false));
}
