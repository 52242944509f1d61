using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace Gongkai.Reports.Reading.Converters;

/// <summary>
/// 一个外部转换工具（pdftotext、soffice），每次运行都关在限度里：自己的临时目录、干净的环境、没有网络、
/// 时间、内存与结果大小都有上限。文件内容是敌意的，工具又是别人写的，所以只信它的输出，还要再查一遍。
/// </summary>
/// <param name="path">可执行文件的绝对路径。</param>
internal sealed class ExternalTool(string path)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private static readonly ConcurrentDictionary<string, ExternalTool?> Found = new(StringComparer.Ordinal);

    /// <summary>可执行文件的绝对路径。</summary>
    public string Path { get; } = path;

    /// <summary>在 PATH 里找一个工具，只找一次；没有安装时为 null。</summary>
    /// <param name="name">程序名，不带扩展名。</param>
    public static ExternalTool? Find(string name) =>
        Found.GetOrAdd(name, static name => ToolSandbox.OnPath(name) is { } path ? new ExternalTool(path) : null);

    /// <summary>运行一次。从不因文件或工具而抛出；临时目录总会删去。</summary>
    public ToolResult Run(ToolJob job)
    {
        DirectoryInfo? folder = null;
        try
        {
            folder = Directory.CreateTempSubdirectory("gongkai-");
            using (var input = File.Create(System.IO.Path.Join(folder.FullName, job.InputName)))
            {
                input.Write(job.Input.Span);
            }

            foreach (var (name, setting) in job.Settings)
            {
                var file = System.IO.Path.Join(folder.FullName, name);
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
                File.WriteAllBytes(file, setting);
            }

            return Run(job, folder.FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Win32Exception)
        {
            // 临时目录写不了，或程序起不来：与转换失败一样对待。
            return new ToolResult(ToolOutcome.Failed, [], e.Message);
        }
        finally
        {
            Delete(folder);
        }
    }

    private ToolResult Run(ToolJob job, string folder)
    {
        using var process = Process.Start(StartInfo(job, folder))!;
        process.StandardInput.Close();

        // 管道不读会堵住工具；它的子进程若握着管道不放，读也不会结束，所以放在后台线程里，到时不再等。
        var output = new PipeReader(process.StandardOutput.BaseStream, job.OutputBytes, stopsAtLimit: true);
        var complaint = new PipeReader(process.StandardError.BaseStream, 4096, stopsAtLimit: false);
        var started = Stopwatch.GetTimestamp();
        TimeSpan Left() => job.TimeLimit - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } left ? left : TimeSpan.Zero;
        try
        {
            if (!output.Join(Left()) || (!output.IsOverLimit && !process.WaitForExit(Left())))
            {
                return new ToolResult(ToolOutcome.TimedOut, [], "");
            }

            if (output.IsOverLimit)
            {
                return new ToolResult(ToolOutcome.OutputTooLarge, [], "");
            }

            complaint.Join(Grace);
            return process.ExitCode != 0 ? new ToolResult(ToolOutcome.Failed, [], complaint.Text)
                : job.OutputName is null ? new ToolResult(ToolOutcome.Done, output.Bytes, complaint.Text)
                : FromFile(System.IO.Path.Join(folder, job.OutputName), job.OutputBytes, complaint.Text);
        }
        finally
        {
            Kill(process);
        }
    }

    private ProcessStartInfo StartInfo(ToolJob job, string folder)
    {
        var command = ToolSandbox.Wrap(Path, job);
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        ToolSandbox.CleanEnvironment(start.Environment, folder);
        return start;
    }

    private static ToolResult FromFile(string path, int limit, string complaint)
    {
        var file = new FileInfo(path);

        // 工具若被攻破，可以在这里放一个指向别处的链接。
        return !file.Exists || file.LinkTarget is not null ? new ToolResult(ToolOutcome.Failed, [], complaint)
            : file.Length > limit ? new ToolResult(ToolOutcome.OutputTooLarge, [], "")
            : new ToolResult(ToolOutcome.Done, File.ReadAllBytes(path), complaint);
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(Grace);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException or NotSupportedException)
        {
            // 已经结束，或正在结束：没有可终止的了。
        }
    }

    private static void Delete(DirectoryInfo? folder)
    {
        try
        {
            folder?.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // 刚终止的子进程可能还在写；目录只有本人可读，系统会清理临时目录。
        }
    }
}
