using Gongkai.UseCases.Reports.Digests;

namespace Gongkai.Workbench.Mail;

/// <summary>隔一分钟看一次要不要排、要不要发每日提醒。几个节点都跑，发件箱保证一封只发一次。</summary>
public sealed partial class DigestClock(IServiceScopeFactory scopes, TimeProvider time, ILogger<DigestClock> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await OnceAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // 数据库一时连不上：记下，下一分钟再来；不能因此停了整个站点。
                LogFailed(e);
            }
        }
    }

    private async Task OnceAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var digest = scope.ServiceProvider.GetRequiredService<DailyDigest>();
        await digest.PlanAsync(cancellation);
        await digest.SendAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "daily digest failed, will try again")]
    private partial void LogFailed(Exception e);
}
