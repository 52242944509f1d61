using System.Globalization;
using Gongkai.Reports.Checking;

namespace Gongkai.Cli.Batch;

/// <summary>标准错误上的一行进度：只在它是终端、结果又不写在同一个终端上时才有。</summary>
internal sealed class Progress(TextWriter error, TimeProvider clock, BatchSummary summary, bool isShown)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly long _started = clock.GetTimestamp();
    private TimeSpan _next = Patience;
    private bool _onScreen;

    /// <summary>又完成了一个文件。</summary>
    public void Advance()
    {
        if (!isShown || clock.GetElapsedTime(_started) is var elapsed && elapsed < _next)
        {
            return;
        }

        _next = elapsed + Interval;
        _onScreen = true;
        error.Write(string.Create(CultureInfo.InvariantCulture, $"\r\e[K已查 {summary.Files} 个文件，每秒 {summary.Files / elapsed.TotalSeconds:0} 个，问题 {summary.Findings} 处，读不了 {summary.Unreadable} 个"));
    }

    /// <summary>擦去进度行。</summary>
    public void Clear()
    {
        if (_onScreen)
        {
            error.Write("\r\e[K");
            _onScreen = false;
        }
    }
}
