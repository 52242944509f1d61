using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Gongkai.Reports.Reading.Converters;

/// <summary>外部工具外面的一层：系统有什么就用什么（prlimit 限资源，unshare 断网络并把子进程圈在一起）。</summary>
internal static class ToolSandbox
{
    // 从最严的试起。--kill-child 使整个进程空间随 unshare 一起结束。
    private static readonly string[][] Isolations =
    [
        ["-r", "-n", "-p", "-f", "--kill-child", "--mount-proc"],
        ["-r", "-n", "-p", "-f", "--kill-child"],
        ["-r", "-n"],
        ["-n"],
    ];

    private static readonly Lazy<string?> Limiter = new(() => OnPath("prlimit"));
    private static readonly Lazy<string[]> Isolation = new(ProbeIsolation);

    /// <summary>在 PATH 里找一个程序；没有时为 null。相对的目录不算：那里的东西可能是别人放的。</summary>
    public static string? OnPath(string name)
    {
        var file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        {
            if (Path.IsPathFullyQualified(folder) && Path.Join(folder, file) is var path && File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>完整的命令行：限度、隔离、工具、参数。</summary>
    public static IReadOnlyList<string> Wrap(string tool, ToolJob job)
    {
        List<string> command = [];
        if (Limiter.Value is { } limiter)
        {
            var seconds = Math.Max(1, (int)Math.Ceiling(job.TimeLimit.TotalSeconds));
            command.AddRange([limiter, Limit("as", job.MemoryBytes), Limit("cpu", seconds), Limit("fsize", job.OutputBytes + (1L << 20)), "--core=0", "--"]);
        }

        return [.. command, .. Isolation.Value, tool, .. job.Arguments];
    }

    /// <summary>只留运行所需的环境变量：不让工具读到主目录、代理或任何秘密。</summary>
    public static void CleanEnvironment(IDictionary<string, string?> environment, string folder)
    {
        var path = environment.TryGetValue("PATH", out var value) ? value : null;
        var system = environment.TryGetValue("SystemRoot", out value) ? value : null;
        environment.Clear();
        environment["PATH"] = path ?? "";
        environment["HOME"] = folder;
        environment["TMPDIR"] = folder;
        environment["LC_ALL"] = "C.UTF-8";
        if (system is not null)
        {
            environment["SystemRoot"] = system;
            environment["TEMP"] = folder;
        }
    }

    private static string Limit(string resource, long value) => string.Create(CultureInfo.InvariantCulture, $"--{resource}={value}");

    private static string[] ProbeIsolation()
    {
        if (OnPath("unshare") is not { } unshare || OnPath("true") is not { } nothing)
        {
            return [];
        }

        foreach (var isolation in Isolations)
        {
            if (Works([unshare, .. isolation, "--", nothing]))
            {
                return [unshare, .. isolation, "--"];
            }
        }

        return [];
    }

    private static bool Works(string[] command)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
            if (process.WaitForExit(TimeSpan.FromSeconds(5)))
            {
                return process.ExitCode == 0;
            }

            process.Kill(entireProcessTree: true);
            return false;
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            return false;
        }
    }
}
