using System.Data.Common;
using Gongkai.Core.Calendar;
using Gongkai.Storage;
using Gongkai.UseCases;
using Gongkai.UseCases.Calendar;

namespace Gongkai.Workbench.Access;

/// <summary>每过一天，把没有办结的申请的时钟重算一遍：补正、缴费、征求意见到限的，列表上随之改。</summary>
public sealed partial class DailyClocks(IServiceScopeFactory scopes, TimeProvider time, ILogger<DailyClocks> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        DateOnly? done = null;
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            var today = ChinaDay.Of(time.GetUtcNow());
            if (done != today && await RunAsync(stoppingToken))
            {
                done = today;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> RunAsync(CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RecomputeClocks>().RunAsync(Actor.System, cancellation);
            return true;
        }
        catch (Exception e) when (e is StaleDataException or DbException)
        {
            // 有人正在办其中一件，或者数据库一时不在：十分钟之后再来，网站照常。
            Postponed(log, e);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The daily recomputation of clocks was postponed.")]
    private static partial void Postponed(ILogger log, Exception reason);
}
