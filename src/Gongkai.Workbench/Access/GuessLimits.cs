using System.Threading.RateLimiting;
using Gongkai.Workbench.Hosting;

namespace Gongkai.Workbench.Access;

/// <summary>数着每个账号碰到几次“没有这件申请”：别的机关的与不存在的答复一样，但不许挨个编号试下去。只在内存里。</summary>
public sealed class GuessLimits(WorkbenchLimits limits) : IDisposable
{
    private static readonly PathString Requests = "/requests";

    private readonly PartitionedRateLimiter<Guid> _misses = PartitionedRateLimiter.Create<Guid, Guid>(account => RateLimitPartition.GetTokenBucketLimiter(account, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = limits.MissesPerMinute,
        TokensPerPeriod = limits.MissesPerMinute,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1),
        AutoReplenishment = true,
    }));

    /// <summary>猜得太多的，先等一等，存在的也不给看。放在认出是谁之后、拒绝变成状态码之前。</summary>
    public async Task WatchAsync(HttpContext context, RequestDelegate next)
    {
        var current = context.RequestServices.GetRequiredService<CurrentActor>();
        if (!current.IsSignedIn || !context.Request.Path.StartsWithSegments(Requests, StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        var account = current.Actor.AccountId;
        if (_misses.GetStatistics(account) is { CurrentAvailablePermits: 0 })
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        try
        {
            await next(context);
        }
        catch (UseCases.NoSuchThingException)
        {
            Count(account);
            throw;
        }

        if (context.Response.StatusCode == StatusCodes.Status404NotFound)
        {
            Count(account);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _misses.Dispose();

    private void Count(Guid account)
    {
        using var miss = _misses.AttemptAcquire(account);
    }
}
