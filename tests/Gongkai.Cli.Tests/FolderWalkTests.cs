using System.Net.Sockets;

namespace Gongkai.Cli.Tests;

public class FolderWalkTests
{
    [Fact]
    public async Task A_folder_is_walked_in_ordinal_order_of_names()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in (string[])["b.txt", "B.TXT", "a/2.html", "a/10.htm", "a.docx", "表.text", "c/d/e.txt"])
        {
            folder.Write(name);
        }

        Assert.Equal(["B.TXT", "a/10.htm", "a/2.html", "a.docx", "b.txt", "c/d/e.txt", "表.text"], await Walked(folder, skipped: 0));
    }

    [Fact]
    public async Task Other_kinds_are_counted_hidden_ones_are_not_seen()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in (string[])["a.txt", "b.png", "c", "d.txt.bak", ".hidden.txt", ".git/e.txt"])
        {
            folder.Write(name);
        }

        Assert.Equal(["a.txt"], await Walked(folder, skipped: 3));
    }

    [Fact]
    public async Task Skipped_files_that_look_like_reports_are_named()
    {
        using var folder = new TemporaryFolder();
        folder.Write("clean.txt");
        foreach (var name in (string[])["年报.ofd", "b.mht", "图.png", "c.zip"])
        {
            folder.Write(name);
        }

        var run = await CommandRun.Of(SampleReport.ByName, "report", "check", folder.Path);
        var line = Assert.Single(run.Output.Split('\n'), l => l.Contains("像是报告的", StringComparison.Ordinal));
        Assert.Contains("年报.ofd", line, StringComparison.Ordinal);
        Assert.Contains("b.mht", line, StringComparison.Ordinal);
        Assert.DoesNotContain("png", line, StringComparison.Ordinal);
        Assert.DoesNotContain("zip", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_very_many_skipped_reports_ten_are_named_and_the_rest_counted()
    {
        using var folder = new TemporaryFolder();
        folder.Write("clean.txt");
        for (var i = 0; i < 25; i++)
        {
            folder.Write($"{i}.ofd");
        }

        var run = await CommandRun.Of(SampleReport.ByName, "report", "check", folder.Path);
        var line = Assert.Single(run.Output.Split('\n'), l => l.Contains("像是报告的", StringComparison.Ordinal));
        Assert.Equal(10, line.Split(".ofd").Length - 1);
        Assert.Contains("等 25 个", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.png")]
    [InlineData("a.ofd")]
    [InlineData(null)]
    public async Task Nothing_checked_is_not_the_same_as_nothing_wrong(string? only)
    {
        using var folder = new TemporaryFolder();
        if (only is not null)
        {
            folder.Write(only);
        }

        var run = await CommandRun.Of(SampleReport.ByName, "report", "check", folder.Path);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("没有可查的报告", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workbooks_and_markdown_in_a_folder_are_checked()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in (string[])["a.xlsx", "b.MD", "c.xlsm", "d.markdown"])
        {
            folder.Write(name);
        }

        Assert.Equal(["a.xlsx", "b.MD", "c.xlsm", "d.markdown"], await Walked(folder, skipped: 0));
    }

    [Fact]
    public async Task Pipes_and_sockets_are_skipped_and_never_opened()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt");
        folder.Write("empty.txt", "");
        folder.Fifo("b.txt");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(folder["c.txt"]));
        File.CreateSymbolicLink(folder["d.txt"], folder["b.txt"]);
        Assert.Equal(["a.txt", "empty.txt"], await Walked(folder, skipped: 3));
    }

    [Fact]
    public async Task A_special_file_that_is_named_is_an_error_line()
    {
        using var folder = new TemporaryFolder();
        foreach (var path in (string[])[folder.Fifo("b.txt"), "/dev/zero"])
        {
            var run = await CommandRun.Of(SampleReport.ByName, "report", "check", path, "--format", "json");
            Assert.Equal(2, run.ExitCode);
            Assert.Contains("\"code\":\"file.special\"", run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Links_that_leave_the_folder_are_skipped_even_through_another_link()
    {
        using var outside = new TemporaryFolder();
        outside.Write("secret.txt");
        using var folder = new TemporaryFolder();
        folder.Write("a.txt");
        Directory.CreateSymbolicLink(folder["out"], outside.Path);
        File.CreateSymbolicLink(folder["direct.txt"], outside["secret.txt"]);
        File.CreateSymbolicLink(folder["through.txt"], "out/secret.txt");
        File.CreateSymbolicLink(folder["broken.txt"], "nowhere.txt");
        Assert.Equal(["a.txt"], await Walked(folder, skipped: 4));
    }

    [Fact]
    public async Task Links_inside_the_folder_are_followed_and_loops_end()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a/1.txt");
        File.CreateSymbolicLink(folder["z.txt"], "a/1.txt");
        Directory.CreateSymbolicLink(folder["a/up"], folder.Path);
        Directory.CreateSymbolicLink(folder["link"], "a");
        Directory.CreateSymbolicLink(folder["more"], "a");
        File.CreateSymbolicLink(folder["self.txt"], "self.txt");
        Assert.Equal(["a/1.txt", "link/1.txt", "z.txt"], await Walked(folder, skipped: 4));
    }

    [Fact]
    public async Task A_folder_given_through_a_link_is_walked()
    {
        using var folder = new TemporaryFolder();
        folder.Write("real/a.txt");
        Directory.CreateSymbolicLink(folder["link"], folder["real"]);
        var run = await CommandRun.Of(SampleReport.ByName, "report", "check", folder["link"], "--format", "json");
        Assert.Equal([folder["link/a.txt"]], CheckCommandTests.Files(run));
    }

    [Fact]
    public async Task Folders_nested_too_deep_are_said_to_be()
    {
        using var folder = new TemporaryFolder();
        folder.Write(string.Concat(Enumerable.Repeat("d/", 70)) + "a.txt");
        var run = await CommandRun.Of(SampleReport.ByName, "report", "check", folder.Path, "--format", "json");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("dir.tooDeep", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_output_file_is_not_taken_for_an_input()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt");
        folder.Write("out.txt");
        await CommandRun.Of(SampleReport.ByName, "report", "check", folder.Path, "--format", "json", "--out", folder["out.txt"]);
        Assert.Equal(2, (await File.ReadAllLinesAsync(folder["out.txt"], TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task A_name_that_is_not_UTF8_is_an_error_line_and_not_lost()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt");

        // .NET 写不出这样的名字，借外壳来写。
        using var shell = System.Diagnostics.Process.Start("sh", ["-c", "printf x > \"$1/$(printf '\\304\\352.txt')\"", "sh", folder.Path]);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        try
        {
            var run = await CommandRun.Of(SampleReport.ByName, "report", "check", folder.Path, "--format", "json");
            Assert.Equal(2, run.ExitCode);
            Assert.Equal(2, CheckCommandTests.Files(run).Count());
            Assert.Contains("\"code\":\"file.badName\"", run.Output, StringComparison.Ordinal);
        }
        finally
        {
            // .NET 也删不掉它。
            using var remove = System.Diagnostics.Process.Start("sh", ["-c", "rm -f \"$1\"/*.txt", "sh", folder.Path]);
            remove.WaitForExit();
        }
    }

    private static async Task<IEnumerable<string>> Walked(TemporaryFolder folder, int skipped)
    {
        var run = await CommandRun.Of(SampleReport.ByName, "report", "check", folder.Path, "--format", "json");
        Assert.Contains($"\"skipped\":{skipped},", run.Output, StringComparison.Ordinal);
        return CheckCommandTests.Files(run).Select(f => f[(folder.Path.Length + 1)..]);
    }
}
