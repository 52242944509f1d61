using System.Text;
using Gongkai.Cli.Batch;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Writing.Text;

namespace Gongkai.Cli;

/// <summary>命令与外界之间的一切：输出、是不是终端、时钟、怎样检查一个文件。测试换成自己的。</summary>
internal sealed class CliHost : IDisposable
{
    /// <summary>标准输出，UTF-8 字节。</summary>
    public required Stream Output { get; init; }

    /// <summary>标准错误：说明、进度。</summary>
    public required TextWriter Error { get; init; }

    /// <summary>标准输出是终端。</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>标准错误是终端：可以有进度行。</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>标准输出是否上色。</summary>
    public Ink Ink { get; init; }

    /// <summary>时钟。</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>读并检查一个文件。</summary>
    public FileCheck Check { get; init; } = ReportChecker.CheckFile;

    /// <summary>只读一个文件，不查。</summary>
    public FileCheck Read { get; init; } = static (file, content, _) =>
    {
        var reading = ReportReader.Read(file, content);
        return new CheckedFile(reading.File, [.. reading.Reports.Select(r => new CheckedReport(r, []))], reading.Error);
    };

    /// <summary>同时检查几个文件。</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>本进程的标准流；NO_COLOR 非空时不上色（no-color.org）。</summary>
    public static CliHost ForProcess()
    {
        var terminal = !Console.IsOutputRedirected;
        return new CliHost
        {
            Output = Console.OpenStandardOutput(),
            Error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true },
            OutputIsTerminal = terminal,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Ink = new Ink(terminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))),
        };
    }

    /// <summary>往标准输出写文字，给出退出码。接收的一方先走了（如 <c>| head</c>）不算错。</summary>
    public int Write(string text)
    {
        try
        {
            Output.Write(Encoding.UTF8.GetBytes(text));
            Output.Flush();
            return ExitCodes.Clean;
        }
        catch (IOException e)
        {
            return IoFailure.IsClosedPipe(e) ? ExitCodes.Clean : OutputFailed(null, e);
        }
    }

    /// <summary>说明结果没能写完，给出相应的退出码。</summary>
    /// <param name="path">写到哪个文件；写到标准输出时为 null。</param>
    /// <param name="e">写不下去的原因。</param>
    public int OutputFailed(string? path, Exception e)
    {
        Error.WriteLine($"结果没能写完：{(path is null ? "" : $"{HarmlessText.From(path)}：")}{IoFailure.Words(e)}。请检查磁盘空间后重来。");
        return ExitCodes.Unreadable;
    }

    /// <summary>说明用法哪里不对、怎么办，给出相应的退出码。</summary>
    public int WrongUsage(string problem, string remedy) => CannotStart($"用法不对：{problem}", remedy);

    /// <summary>写法没有错，但照着做不了（端口被占用、文件不能写）：说明原因和怎么办，退出码与用法不对相同。</summary>
    public int CannotStart(string problem, string remedy)
    {
        Error.WriteLine(HarmlessText.From(problem));
        Error.WriteLine(remedy);
        return ExitCodes.WrongUsage;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Output.Dispose();
        Error.Dispose();
    }
}
