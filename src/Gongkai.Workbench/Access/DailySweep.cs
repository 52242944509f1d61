using System.Data.Common;
using Gongkai.Storage.Files;

namespace Gongkai.Workbench.Access;

/// <summary>启动时和每过一天，清理没有附件用到的文件：提交没有成的，写到一半断了的，资料已经销毁而文件没有来得及删的。</summary>
public sealed partial class DailySweep(FileSweep sweep, TimeProvider time, ILogger<DailySweep> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    // 存下不到一天的不动：它的申请可能正要提交。
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                var removed = await sweep.RunAsync(Grace, stoppingToken);
                if (removed > 0)
                {
                    Swept(log, removed);
                }
            }
            catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException)
            {
                // 数据库一时不在，或者别的节点正在动同一个文件：明天再来，网站照常。
                Postponed(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed {Count} files that no attachment uses.")]
    private static partial void Swept(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sweep of unused files was postponed.")]
    private static partial void Postponed(ILogger log, Exception reason);
}
