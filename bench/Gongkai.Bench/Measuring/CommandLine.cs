using System.Diagnostics;
using System.Globalization;
using Gongkai.Bench.Fuzzing;

namespace Gongkai.Bench.Measuring;

/// <summary>命令行作为子进程跑一次的结果。</summary>
/// <param name="ExitCode">退出码。</param>
/// <param name="Elapsed">用时。</param>
/// <param name="Processor">处理器时间；系统不说时为 null。</param>
/// <param name="PeakMemory">最大常驻内存，字节；系统不说时为 null。</param>
public sealed record CommandRun(int ExitCode, TimeSpan Elapsed, TimeSpan? Processor, long? PeakMemory);

/// <summary>已经构建好的命令行。</summary>
public static class CommandLine
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    /// <summary>程序文件。</summary>
    public static string Program { get; } = Path.Combine(Corpus.Root, "artifacts", "bin", "Gongkai.Cli", "release", "gongkai.dll");

    /// <summary>还没有构建时说明并返回 false。</summary>
    public static bool IsBuilt()
    {
        if (File.Exists(Program))
        {
            return true;
        }

        Console.Error.WriteLine($"not built: {Path.GetRelativePath(Corpus.Root, Program)}; run ./build setup or dotnet build -c Release first");
        return false;
    }

    /// <summary>跑一次，输出交给 <paramref name="output"/>；一边跑一边看内存。</summary>
    public static CommandRun Run(string output, params IEnumerable<string> arguments) =>
        // The shell only redirects and is then replaced: output costs this process nothing, and the id is the program's own.
        Watch("/bin/sh", ["-c", "out=$1; shift; exec \"$@\" > \"$out\"", "sh", output, "dotnet", Program, .. arguments]);

    /// <summary>跑一个程序并看着它。</summary>
    public static CommandRun Watch(string program, IEnumerable<string> arguments)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
        long? peak = null;
        TimeSpan? processor = null;
        do
        {
            peak = Memory.Peak(process.Id) ?? peak;
            processor = ProcessorTime(process.Id) ?? processor;
        }
        while (!process.WaitForExit(Look));

        return new CommandRun(process.ExitCode, Stopwatch.GetElapsedTime(started), processor, peak);
    }

    private static TimeSpan? ProcessorTime(int processId)
    {
        try
        {
            // Fields 14 and 15 of stat, after the name in brackets, in hundredths of a second.
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return TimeSpan.FromMilliseconds(10 * (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)));
        }
        catch (IOException)
        {
            // Not Linux, or the process has just ended.
            return null;
        }
    }
}
