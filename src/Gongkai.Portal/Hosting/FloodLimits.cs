using System.Globalization;
using System.Threading.RateLimiting;
using Gongkai.WebKit;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Portal.Hosting;

/// <summary>防洪：一个地址多少页、多少张表单，全站多少张表单，同时传多少份文件。</summary>
public static class FloodLimits
{
    /// <summary>登记各道限度。</summary>
    public static IServiceCollection AddFloodLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<PortalLimits>((limiter, limits) =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = static (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(10);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                Each(_ => true, limits.PageBurst, limits.PagesPerSecond),
                Each(IsForm, limits.FormBurst, limits.FormsPerSecond),
                PartitionedRateLimiter.Create<HttpContext, bool>(context => IsForm(context)
                    ? RateLimitPartition.GetTokenBucketLimiter(true, _ => Bucket(limits.AllFormsPerSecond, limits.AllFormsPerSecond))
                    : RateLimitPartition.GetNoLimiter(false)),
                PartitionedRateLimiter.Create<HttpContext, string>(context => IsUpload(context)
                    ? RateLimitPartition.GetConcurrencyLimiter(ClientAddress.Of(context), _ => Queue(limits.UploadsPerAddress, limits.UploadQueue))
                    : RateLimitPartition.GetNoLimiter("")),
                PartitionedRateLimiter.Create<HttpContext, bool>(context => IsUpload(context)
                    ? RateLimitPartition.GetConcurrencyLimiter(true, _ => Queue(limits.Uploads, limits.UploadQueue))
                    : RateLimitPartition.GetNoLimiter(false)));
        });
        return services;
    }

    /// <summary>是不是在传文件。</summary>
    internal static bool IsUpload(HttpContext context) =>
        IsForm(context) && context.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsForm(HttpContext context) => HttpMethods.IsPost(context.Request.Method);

    // 说明页是同一个请求的第二遍，不再数一次，否则被挡住的人连说明也看不到。
    private static PartitionedRateLimiter<HttpContext> Each(Func<HttpContext, bool> counts, int burst, int perSecond) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context => counts(context) && context.Features.Get<IStatusCodeReExecuteFeature>() is null
            ? RateLimitPartition.GetTokenBucketLimiter(ClientAddress.Of(context), _ => Bucket(burst, perSecond))
            : RateLimitPartition.GetNoLimiter("*"));

    private static TokenBucketRateLimiterOptions Bucket(int burst, int perSecond) => new()
    {
        TokenLimit = burst,
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        AutoReplenishment = true,
    };

    private static ConcurrencyLimiterOptions Queue(int permits, int queue) => new() { PermitLimit = permits, QueueLimit = queue };
}
