using System.Text.Json;
using Gongkai.Reports.Checking;

namespace Gongkai.Cli.Tests;

public class CheckCommandTests
{
    [Theory]
    [InlineData(0, "clean.txt")]
    [InlineData(1, "clean.txt", "wrong.txt")]
    [InlineData(2, "bad.txt", "clean.txt")]
    [InlineData(2, "bad.txt", "wrong.txt")]
    [InlineData(2, "clean.txt", "fault.txt")]
    public async Task The_exit_code_is_the_greatest_that_applies(int code, params string[] names)
    {
        using var folder = new TemporaryFolder();
        foreach (var name in names)
        {
            folder.Write(name);
        }

        Assert.Equal(code, (await CommandRun.Of(SampleReport.ByName, "report", "check", folder.Path)).ExitCode);
        Assert.Equal(code, (await CommandRun.Of(SampleReport.ByName, ["report", "check", "--format", "json", .. names.Select(n => folder[n])])).ExitCode);
    }

    [Fact]
    public async Task Lines_keep_the_order_of_the_input_however_long_each_takes()
    {
        using var folder = new TemporaryFolder();
        var names = Enumerable.Range(0, 700).Select(i => folder.Write($"{i:0000}.txt")).ToArray();
        CheckedFile Uneven(string file, ReadOnlyMemory<byte> content)
        {
            if (file.EndsWith("00.txt", StringComparison.Ordinal))
            {
                Thread.SpinWait(200_000);
            }

            return SampleReport.ByName(file, content);
        }

        var run = await CommandRun.Of(Uneven, "report", "check", folder.Path, "--format", "json");
        Assert.Equal(names, Files(run));
    }

    [Fact]
    public async Task A_batch_ends_with_one_line_of_counts()
    {
        using var folder = new TemporaryFolder();
        folder.Write("clean.txt");
        folder.Write("wrong.html");
        folder.Write("bad.docx");
        folder.Write("photo.png");
        var run = await CommandRun.Of(SampleReport.ByName, "report", "check", folder.Path, "--format", "json");
        using var batch = JsonDocument.Parse(run.Output.TrimEnd('\n').Split('\n')[^1]);
        int Count(string name) => batch.RootElement.GetProperty(name).GetInt32();
        Assert.Equal("gongkai.batch/1", batch.RootElement.GetProperty("schema").GetString());
        Assert.Equal((3, 2, 1, 1), (Count("files"), Count("reports"), Count("unreadable"), Count("skipped")));
        Assert.Equal(1, batch.RootElement.GetProperty("byRule").GetProperty("L01").GetInt32());
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task A_path_that_does_not_exist_is_an_error_line()
    {
        var run = await CommandRun.Of("report", "check", "no/such/file.txt", "--format", "json");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("\"error\":{\"code\":\"file.notFound\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_before_it_is_read()
    {
        using var folder = new TemporaryFolder();
        using (var file = File.Create(folder["huge.txt"]))
        {
            file.SetLength((64L << 20) + 1);
        }

        var run = await CommandRun.Of(SampleReport.ByName, "report", "check", folder["huge.txt"], "--format", "json");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("file.tooLarge", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Up_to_three_reports_come_with_their_tables_more_as_a_list()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 3; i++)
        {
            folder.Write($"{i}.txt");
        }

        Assert.Contains("（七）总计", (await CommandRun.Of(SampleReport.ByName, "report", "check", folder.Path)).Output, StringComparison.Ordinal);
        folder.Write("3.txt");
        var list = await CommandRun.Of(SampleReport.ByName, "report", "check", folder.Path);
        Assert.DoesNotContain("（七）总计", list.Output, StringComparison.Ordinal);
        Assert.Equal(4, list.Output.Split('\n').Count(l => l.StartsWith("✓ 清溪县医保局", StringComparison.Ordinal)));
        Assert.Contains("（七）总计", (await CommandRun.Of(SampleReport.ByName, "report", "check", "--tables", folder.Path)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Out_writes_the_file_and_says_so()
    {
        using var folder = new TemporaryFolder();
        folder.Write("clean.txt");
        var run = await CommandRun.Of(SampleReport.ByName, "report", "check", folder.Path, "--format", "json", "--out", folder["out.txt"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains("已写到", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await File.ReadAllLinesAsync(folder["out.txt"], TestContext.Current.CancellationToken)).Length);
    }

    [Theory]
    [InlineData("missing/out.json", "不能写")]
    [InlineData("", "是一个目录")]
    [InlineData("clean.txt", "就是要检查的文件")]
    public async Task An_output_that_cannot_be_or_would_destroy_the_input_is_refused(string outName, string explanation)
    {
        using var folder = new TemporaryFolder();
        var input = folder.Write("clean.txt");
        var run = await CommandRun.Of(SampleReport.ByName, "report", "check", input, "--out", folder[outName]);
        Assert.Equal(64, run.ExitCode);
        Assert.Contains(explanation, run.Error, StringComparison.Ordinal);
        Assert.Equal("年报", await File.ReadAllTextAsync(input, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_reader_that_leaves_early_is_no_error()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 50; i++)
        {
            folder.Write($"{i:00}.txt");
        }

        using var error = new StringWriter();
        using var host = new CliHost { Output = new BrokenPipe(), Error = error, Check = (file, content, _) => SampleReport.ByName(file, content) };
        Assert.Equal(0, await GongkaiCommand.RunAsync(["report", "check", folder.Path], host, TestContext.Current.CancellationToken));
        Assert.Equal("", error.ToString());
    }

    [Fact]
    public async Task Stopping_leaves_whole_lines_and_no_counts()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 40; i++)
        {
            folder.Write($"{i:00}.txt");
        }

        using var stop = new CancellationTokenSource();
        CheckedFile StopAtTwenty(string file, ReadOnlyMemory<byte> content)
        {
            if (file.EndsWith("20.txt", StringComparison.Ordinal))
            {
                stop.Cancel();
            }

            return SampleReport.ByName(file, content);
        }

        using var output = new MemoryStream();
        using var error = new StringWriter();
        using var host = new CliHost { Output = output, Error = error, Check = (file, content, _) => StopAtTwenty(file, content), Workers = 1 };
        Assert.Equal(130, await GongkaiCommand.RunAsync(["report", "check", folder.Path, "--format", "json"], host, stop.Token));
        var text = System.Text.Encoding.UTF8.GetString(output.ToArray());
        Assert.DoesNotContain("gongkai.batch/1", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => JsonDocument.Parse(line).Dispose());
        Assert.Contains("已停下", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report", "check", "missing.txt")]
    [InlineData("rules")]
    [InlineData("--help")]
    public async Task A_full_disk_behind_standard_output_is_said_and_exits_2(params string[] args)
    {
        using var error = new StringWriter();
        using var host = new CliHost { Output = new FullDisk(), Error = error };
        Assert.Equal(2, await GongkaiCommand.RunAsync(args, host, TestContext.Current.CancellationToken));
        Assert.Contains("结果没能写完：磁盘已满。", error.ToString(), StringComparison.Ordinal);
    }

    internal static IEnumerable<string> Files(CommandRun run) =>
        run.Output.TrimEnd('\n').Split('\n').SkipLast(1).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.GetProperty("file").GetString()!;
        });

    private sealed class BrokenPipe : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe", 32);
    }

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device", 28);
    }
}
