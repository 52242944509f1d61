using System.Diagnostics;
using System.Text;
using Gongkai.Reports.Reading.Converters;

namespace Gongkai.Reports.Tests.Converters;

/// <summary>外部工具的限度，用几行脚本假扮工具来试。</summary>
public sealed class ExternalToolTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gongkai-tool-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_output_of_a_tool_is_what_it_wrote()
    {
        var result = Tool("cat \"$1\"").Run(Job("清溪县"));
        Assert.Equal(ToolOutcome.Done, result.Outcome);
        Assert.Equal("清溪县", Encoding.UTF8.GetString(result.Output));
    }

    [Fact]
    public void The_output_can_be_a_file_that_the_tool_writes()
    {
        var result = Tool("cp \"$1\" out.bin").Run(Job("甲") with { OutputName = "out.bin" });
        Assert.Equal(ToolOutcome.Done, result.Outcome);
        Assert.Equal("甲", Encoding.UTF8.GetString(result.Output));
    }

    [Fact]
    public void A_tool_that_writes_no_file_has_failed() =>
        Assert.Equal(ToolOutcome.Failed, Tool("true").Run(Job("甲") with { OutputName = "out.bin" }).Outcome);

    [Fact]
    public void An_output_that_is_a_link_is_not_followed() =>
        Assert.Equal(ToolOutcome.Failed, Tool("ln -s /etc/hostname out.bin").Run(Job("甲") with { OutputName = "out.bin" }).Outcome);

    [Fact]
    public void A_failing_tool_says_why()
    {
        var result = Tool("echo 'no such thing' >&2; exit 3").Run(Job("甲"));
        Assert.Equal(ToolOutcome.Failed, result.Outcome);
        Assert.Contains("no such thing", result.Complaint, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void A_tool_that_does_not_end_is_killed_with_its_children()
    {
        var started = Stopwatch.GetTimestamp();
        var result = Tool("sleep 7731 & sleep 7731").Run(Job("甲") with { TimeLimit = TimeSpan.FromMilliseconds(300) });
        Assert.Equal(ToolOutcome.TimedOut, result.Outcome);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
        Assert.DoesNotContain(Process.GetProcessesByName("sleep"), IsOurs);

        static bool IsOurs(Process process) =>
            File.Exists($"/proc/{process.Id}/cmdline") && File.ReadAllText($"/proc/{process.Id}/cmdline").Contains("7731", StringComparison.Ordinal);
    }

    [Fact]
    public void A_tool_that_writes_without_end_is_stopped() =>
        Assert.Equal(ToolOutcome.OutputTooLarge, Tool("yes").Run(Job("甲") with { OutputBytes = 100_000 }).Outcome);

    [Fact]
    public void A_tool_that_complains_without_end_still_ends()
    {
        var result = Tool("head -c 3000000 /dev/zero >&2; echo done").Run(Job("甲"));
        Assert.Equal(ToolOutcome.Done, result.Outcome);
        Assert.True(result.Complaint.Length <= 4096);
    }

    [Fact]
    public void A_tool_sees_a_clean_environment_and_its_own_folder()
    {
        Environment.SetEnvironmentVariable("GONGKAI_TEST_SECRET", "秘密");
        var seen = Encoding.UTF8.GetString(Tool("env; pwd").Run(Job("甲")).Output);
        Assert.DoesNotContain("GONGKAI_TEST_SECRET", seen, StringComparison.Ordinal);
        var folder = seen.TrimEnd().Split('\n')[^1];
        Assert.Contains($"HOME={folder}\n", seen, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder), "the temporary folder is still there");
    }

    [Fact]
    public void A_program_that_cannot_be_started_has_failed() =>
        Assert.Equal(ToolOutcome.Failed, new ExternalTool(Path.Join(_folder.FullName, "none")).Run(Job("甲")).Outcome);

    [Fact]
    public void A_tool_is_found_on_the_path_or_not_at_all()
    {
        Assert.NotNull(ExternalTool.Find("sh"));
        Assert.Null(ExternalTool.Find("gongkai-no-such-tool"));
    }

    private static ToolJob Job(string input) => new("input.bin", Encoding.UTF8.GetBytes(input), ["input.bin"]);

    private ExternalTool Tool(string script)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "假工具是 sh 脚本，只在 Linux 上能跑");
        var path = Path.Join(_folder.FullName, "tool");
        File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        }

        return new ExternalTool(path);
    }
}
