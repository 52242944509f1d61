using System.Diagnostics;

namespace Gongkai.Cli.Tests;

public class ProcessTests
{
    [Fact]
    public async Task The_program_answers_and_exits_with_its_code()
    {
        using var folder = new TemporaryFolder();
        var (code, output, _) = await RunAsync("report", "check", folder.Write("notes.txt", "今天下雨。"), "--format", "json");
        Assert.Equal(2, code);
        Assert.Contains("report.notFound", output, StringComparison.Ordinal);
        Assert.Contains("gongkai.batch/1", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_usage_of_the_program_exits_64()
    {
        var (code, output, error) = await RunAsync("report", "check", "--nonsense");
        Assert.Equal(64, code);
        Assert.Equal("", output);
        Assert.Contains("不认识的选项", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("xlsx")]
    public async Task Nothing_is_left_among_the_temporary_files(string format)
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/notes.txt", "今天下雨。");
        var temporary = Directory.CreateDirectory(folder["tmp"]).FullName;
        var (code, _, _) = await RunAsync(start => start.Environment["TMPDIR"] = temporary, "report", "check", folder["in"], "--format", format, "--out", folder["out"]);
        Assert.Equal(2, code);
        Assert.True(new FileInfo(folder["out"]).Length > 500);
        Assert.DoesNotContain(Directory.GetFiles(temporary), f => Path.GetFileName(f).StartsWith("gongkai-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Spool_files_that_cannot_be_made_are_explained()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/notes.txt", "今天下雨。");
        var (code, _, error) = await RunAsync(start => start.Environment["TMPDIR"] = folder["missing"], "report", "check", folder["in"], "--format", "html", "--out", folder["out"]);
        Assert.Equal(2, code);
        Assert.Contains("结果没能写完", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirected_output_has_no_colour_and_no_progress()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", "今天下雨。");
        var (_, output, error) = await RunAsync("report", "check", folder.Path);
        Assert.DoesNotContain('\e', output);
        Assert.Equal("", error);
    }

    // 在另一个进程里：这几个要载入网站，而下一个测试查本进程有没有载入它。
    [Theory]
    [InlineData("不是回环地址", "http://0.0.0.0:5080")]
    [InlineData("只支持 http", "https://127.0.0.1:5080")]
    [InlineData("只能写到端口为止", "http://127.0.0.1:5080/a")]
    [InlineData("服务器不支持这样的地址", "http://localhost:0")]
    public async Task An_address_that_cannot_be_served_is_refused_in_one_line(string explanation, string urls)
    {
        var (code, output, error) = await RunAsync("serve", "--urls", urls);
        Assert.Equal(64, code);
        Assert.Equal("", output);
        Assert.Contains(explanation, error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_other_than_serve_do_not_load_the_site()
    {
        await CommandRun.Of("rules");
        await CommandRun.Of("serve", "--help");
        Assert.DoesNotContain(AppDomain.CurrentDomain.GetAssemblies(), a => a.GetName().Name is "Gongkai.Workbench" or "Microsoft.AspNetCore");
    }

    private static Task<(int Code, string Output, string Error)> RunAsync(params string[] args) => RunAsync(_ => { }, args);

    private static async Task<(int Code, string Output, string Error)> RunAsync(Action<ProcessStartInfo> prepare, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "gongkai.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };

        prepare(start);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
