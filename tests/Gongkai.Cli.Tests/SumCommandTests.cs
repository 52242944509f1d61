using System.Text.Json;
using Gongkai.Reports.Checking;

namespace Gongkai.Cli.Tests;

public class SumCommandTests
{
    [Fact]
    public async Task A_folder_is_summed_cell_by_cell_with_the_own_report_once()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "年报/a.txt", "清溪县水务局", ("requests.received.person", "3"), ("requests.received.total", "3"), ("requests.granted.person", "3"), ("requests.granted.total", "3"), ("requests.total.person", "3"), ("requests.total.total", "3"));
        Write(folder, "年报/b.txt", "清溪县民政局", ("proactive.charges.amount", "1.25"));
        var own = Write(folder, "本级.txt", "清溪县人民政府", ("proactive.charges.amount", "2.5"));
        var list = folder.Write("名录.txt", "清溪县水务局\n清溪县民政局\n");
        var run = await CommandRun.Of("report", "sum", folder["年报"], "--own", own, "--units", list, "--out", folder["汇总.json"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("清溪县2023年政府信息公开工作年度报告（汇总）", run.Output, StringComparison.Ordinal);
        Assert.Contains("3 份年度报告逐格相加而成，其中政府本级一份（清溪县人民政府）", run.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(folder["汇总.json"], TestContext.Current.CancellationToken));
        decimal Value(string cell) => json.RootElement.GetProperty("cells").GetProperty(cell).GetProperty("value").GetDecimal();
        Assert.Equal((3, 3.75m), (Value("requests.total.total"), Value("proactive.charges.amount")));
        Assert.True(json.RootElement.GetProperty("complete").GetBoolean());
    }

    [Theory]
    [InlineData("a.docx")]
    [InlineData("a.xlsx")]
    [InlineData("a.json")]
    public async Task The_extension_decides_the_kind(string name)
    {
        using var folder = new TemporaryFolder();
        var report = Write(folder, "报告.txt", "清溪县水务局");
        Assert.Equal(0, (await CommandRun.Of("report", "sum", report, "--out", folder[name])).ExitCode);
        var bytes = await File.ReadAllBytesAsync(folder[name], TestContext.Current.CancellationToken);
        Assert.Equal(name.EndsWith("json", StringComparison.Ordinal) ? (byte)'{' : (byte)'P', bytes[0]);
    }

    [Fact]
    public async Task What_is_missing_or_in_conflict_is_exit_code_1_and_unreadable_is_2()
    {
        using var folder = new TemporaryFolder();
        var first = Write(folder, "a.txt", "清溪县水务局");
        var list = folder.Write("名录/名录.txt", "清溪县水务局\n清溪县民政局\n");
        var missing = await CommandRun.Of("report", "sum", first, "--units", list, "--out", folder["o.json"]);
        Assert.Equal(1, missing.ExitCode);
        Assert.Contains("没有报告的单位：\n  清溪县民政局", missing.Output, StringComparison.Ordinal);

        var second = Write(folder, "b.txt", "清溪县水务局", ("proactive.charges.amount", "1"));
        var conflict = await CommandRun.Of("report", "sum", first, second, "--out", folder["o.json"]);
        Assert.Equal(1, conflict.ExitCode);
        Assert.Contains("有冲突，未计入", conflict.Output, StringComparison.Ordinal);

        Assert.Equal(2, (await CommandRun.Of("report", "sum", first, folder.Write("c.txt", "不是年报"), "--out", folder["o.json"])).ExitCode);
        Assert.Equal(2, (await CommandRun.Of("report", "sum", first, "--own", folder["没有.txt"], "--out", folder["o.json"])).ExitCode);
    }

    [Fact]
    public async Task A_total_beside_its_agencies_is_added_only_when_told_to()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "a/全县.txt", "清溪县人民政府", ("proactive.charges.amount", "9"));
        Write(folder, "a/水务.txt", "清溪县水务局", ("proactive.charges.amount", "1"));
        var refused = await CommandRun.Of("report", "sum", folder["a"], "--out", folder["o.json"]);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("已是汇总，未计入", refused.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await CommandRun.Of("report", "sum", folder["a"], "--include-totals", "--out", folder["o.json"])).ExitCode);
    }

    [Fact]
    public async Task The_result_of_an_earlier_run_is_not_read_again()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "a.txt", "清溪县水务局");
        await CommandRun.Of("report", "sum", folder.Path, "--out", folder["汇总.docx"]);
        var again = await CommandRun.Of("report", "sum", folder.Path, "--out", folder["汇总.docx"]);
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("由 1 份年度报告", again.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("没有写要汇总的文件或目录", "--out", "a.json")]
    [InlineData("要用 --out 写明", "a.txt")]
    [InlineData("--out 的扩展名要是 docx、xlsx 或 json，不能是 .pdf", "a.txt", "--out", "a.pdf")]
    [InlineData("--format 只能是 docx、xlsx 或 json，不能是 csv", "a.txt", "--out", "a.json", "--format", "csv")]
    [InlineData("--year 要写成 2023 这样的四位年度，不能是 去年", "a.txt", "--out", "a.json", "--year", "去年")]
    [InlineData("所在的目录不存在", "a.txt", "--out", "no/such/a.json")]
    [InlineData("不能用名录 no-such.txt", "a.txt", "--out", "a.json", "--units", "no-such.txt")]
    [InlineData("不认识的选项 --unit。是不是想写 --units", "a.txt", "--out", "a.json", "--unit", "x")]
    [InlineData("不读标准输入", "-", "--out", "a.json")]
    public async Task Wrong_usage_is_said_in_Chinese_with_exit_code_64(string message, params string[] args)
    {
        var run = await CommandRun.Of(["report", "sum", .. args]);
        Assert.Equal(64, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sum_of_nothing_is_not_written()
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.Of("report", "sum", folder.Path, "--out", folder["sum.docx"]);
        Assert.Equal(64, run.ExitCode);
        Assert.Contains("没有可以汇总的报告", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["sum.docx"]));
    }

    [Fact]
    public async Task A_file_to_be_read_is_never_overwritten()
    {
        using var folder = new TemporaryFolder();
        var report = Write(folder, "a.json", "清溪县水务局");
        var run = await CommandRun.Of("report", "sum", report, "--out", report);
        Assert.Equal(64, run.ExitCode);
        Assert.StartsWith("清溪县水务局", await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Escapes_in_names_do_not_reach_the_terminal()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a/wrong.txt");
        folder.Write("a/wrong2.txt");
        var run = await CommandRun.Of(SampleReport.ByName, "report", "sum", folder["a"], "--out", folder["o.json"]);
        Assert.DoesNotContain('\u001b', run.Output + run.Error + await File.ReadAllTextAsync(folder["o.json"], TestContext.Current.CancellationToken));
        Assert.DoesNotContain('\u202e', run.Output);
    }

    [Fact]
    public async Task Help_tells_how_things_are_added() =>
        Assert.Contains("--include-totals", (await CommandRun.Of("report", "sum", "--help")).Output, StringComparison.Ordinal);

    private static string Write(TemporaryFolder folder, string name, string agency, params (string, string)[] cells) =>
        folder.Write(name, Specimen.Print(new SpecimenChanges { Agency = agency, Cells = cells }));
}
