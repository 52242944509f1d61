using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Gongkai.Bench.Measuring;

/// <summary>本线程用掉的处理器时间：别人占着机器的时候不算。Linux 以外退为墙上的钟。</summary>
internal static partial class ThreadClock
{
    private const int ThreadProcessorTime = 3;

    /// <summary>纳秒，起点任意。</summary>
    public static double Nanoseconds()
    {
        if (OperatingSystem.IsLinux() && GetTime(ThreadProcessorTime, out var time) == 0)
        {
            return (time.Seconds * 1e9) + time.Nanoseconds;
        }

        return Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency);
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
