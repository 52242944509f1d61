using System.Buffers;
using Gongkai.Cli.Batch;
using Gongkai.Core.Calendar;
using Gongkai.Core.Requests.Clock;

namespace Gongkai.Cli.Deadlines;

/// <summary>用例文件：一行一件进，一行一件出，边读边写，内存与行数无关。</summary>
internal static class CaseFile
{
    /// <summary>一行最多几个字节。</summary>
    public const int LongestLine = 1 << 18;

    /// <summary>算完全部，给出退出码：有一行读不了就是 2。</summary>
    public static int Run(Stream input, ResultStream output, ClockSettings settings, WorkingDayCalendar calendar, DateOnly today, CancellationToken cancellation)
    {
        var lines = new BoundedLines(input, LongestLine);
        var buffer = new ArrayBufferWriter<byte>();
        var code = ExitCodes.Clean;
        for (var number = 1L; lines.Next() is var (line, isTooLong); number++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (found, id, problem) = isTooLong ? (null, null, new FieldProblem("", $"太长：一行最多 {LongestLine} 个字节。")) : CaseReader.Read(line);
            buffer.ResetWrittenCount();
            if (found is null)
            {
                DeadlineJson.WriteError(buffer, id, number, problem!);
                code = ExitCodes.Unreadable;
            }
            else
            {
                DeadlineJson.Write(buffer, found.Answer(settings, calendar, today));
            }

            output.Write(buffer.WrittenSpan);
        }

        output.Flush();
        return code;
    }
}
