using System.Threading.RateLimiting;
using Gongkai.WebKit;

namespace Gongkai.Portal.Hosting;

/// <summary>数着每个地址交了几件、试了几次查询码。只在内存里，每个节点各数各的；不记下地址。</summary>
public sealed class Doorkeeper(PortalLimits limits) : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly PartitionedRateLimiter<string> _questions = Bucket(limits.FilingsBeforeQuestion, limits.FilingsBeforeQuestion, Hour);
    private readonly PartitionedRateLimiter<string> _filings = Bucket(limits.FilingsPerHour, limits.FilingsPerHour, Hour);
    private readonly PartitionedRateLimiter<string> _codes = Bucket(limits.CodeTries, 1, limits.CodeRefill);
    private readonly PartitionedRateLimiter<string> _addressCodes = Bucket(limits.CodeTriesPerAddress, Math.Max(1, limits.CodeTriesPerAddress / limits.CodeTries), limits.CodeRefill);

    /// <summary>这个地址近来交得多，再交要答一道题。</summary>
    public bool AsksQuestion(HttpContext context) => _questions.GetStatistics(ClientAddress.Of(context)) is { CurrentAvailablePermits: 0 };

    /// <summary>这个地址还能不能再交一件；能就记上一件。</summary>
    public bool MayFile(HttpContext context)
    {
        var address = ClientAddress.Of(context);
        using var filing = _filings.AttemptAcquire(address);
        if (filing.IsAcquired)
        {
            using var question = _questions.AttemptAcquire(address);
        }

        return filing.IsAcquired;
    }

    /// <summary>这个地址还能不能再试一次这一件的查询码；能就记上一次。</summary>
    /// <param name="context">这次访问。</param>
    /// <param name="number">登记编号，照输的。</param>
    public bool MayTryCode(HttpContext context, string number)
    {
        // 一个办事大厅、一个村的人常常是同一个地址：一件猜错了，不连累别的件。先数地址的，编一万个编号来试的也占不了多少内存。
        var address = ClientAddress.Of(context);
        using var all = _addressCodes.AttemptAcquire(address);
        using var one = all.IsAcquired ? _codes.AttemptAcquire($"{address}\n{number.Trim().ToLowerInvariant()}") : null;
        return one is { IsAcquired: true };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _questions.Dispose();
        _filings.Dispose();
        _codes.Dispose();
        _addressCodes.Dispose();
    }

    private static PartitionedRateLimiter<string> Bucket(int limit, int refill, TimeSpan period) =>
        PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limit,
            TokensPerPeriod = refill,
            ReplenishmentPeriod = period,
            AutoReplenishment = true,
        }));
}
