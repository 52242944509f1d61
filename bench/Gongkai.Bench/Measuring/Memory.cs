using System.Globalization;

namespace Gongkai.Bench.Measuring;

/// <summary>进程的最大常驻内存（Linux 的 VmHWM）。</summary>
public static class Memory
{
    /// <summary>字节；系统不说时为 null。</summary>
    public static long? Peak(int processId) => Peak($"/proc/{processId}/status");

    /// <summary>本进程的；字节，系统不说时为 null。</summary>
    public static long? OwnPeak() => Peak("/proc/self/status");

    /// <summary>收掉垃圾，让最大常驻内存从现在重新算起；系统不许时仍连同以前一起算。</summary>
    public static void ForgetPeak()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        try
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Some containers forbid it, and only Linux has it: the peak then is only too high, never too low.
        }
    }

    private static long? Peak(string status)
    {
        try
        {
            var line = File.ReadLines(status).FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? null : long.Parse(line.AsSpan(6, line.Length - 9), CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            // Not Linux, or the process has just ended.
            return null;
        }
    }
}
