using System.Text.Json;
using Gongkai.Core.Calendar;
using Gongkai.Core.Requests;
using Gongkai.Core.Requests.Clock;
using Gongkai.Reports;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Law;

/// <summary>此刻适用的法：今天是哪一天、工作日历、各机关的口径。</summary>
public sealed class LawBook(IDbContextFactory<GongkaiDb> databases, TimeProvider time)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    /// <summary>设置里写并案不计的那个值。</summary>
    internal const string MergedNotCounted = "notCounted";

    private readonly Lock _lock = new();
    private (WorkingDayCalendar Calendar, ClockSettings Clock) _read = (PublishedHolidays.Calendar, ClockSettings.Default);
    private DateTimeOffset _readAt = DateTimeOffset.MinValue;

    /// <summary>今天（中国）。</summary>
    public DateOnly Today => ChinaDay.Of(time.GetUtcNow());

    /// <summary>此刻，UTC。</summary>
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>工作日历：自带的各年安排，加上导入的，再叠加本地区增减的日子。别的节点改的，半分钟之内也看得到。</summary>
    public async ValueTask<WorkingDayCalendar> CalendarAsync(CancellationToken cancellation) => (await ReadAsync(cancellation)).Calendar;

    /// <summary>本地区期限怎样算，各机关都一样；没有设过的照全国。别的节点改的，半分钟之内也看得到。</summary>
    public async ValueTask<ClockSettings> ClockAsync(CancellationToken cancellation) => (await ReadAsync(cancellation)).Clock;

    /// <summary>一个机关的口径：期限怎样算是本地区的，其余取自它的设置，没有写的取全国默认。</summary>
    public async ValueTask<RequestSettings> SettingsAsync(AgencyRow agency, CancellationToken cancellation) => SettingsOf(agency, await ClockAsync(cancellation));

    /// <summary>导入了新的安排、改了本地区的设置：下一次重新读。</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _readAt = DateTimeOffset.MinValue;
        }
    }

    /// <summary>一个机关的口径，取自它的设置；没有写的取全国默认。</summary>
    /// <param name="agency">机关。</param>
    /// <param name="clock">本地区期限怎样算：机关自己的设置里写了也不管。</param>
    public static RequestSettings SettingsOf(AgencyRow agency, ClockSettings clock)
    {
        using var json = JsonDocument.Parse(string.IsNullOrWhiteSpace(agency.Settings) ? "{}" : agency.Settings);
        var root = json.RootElement;
        return new RequestSettings(
            clock,
            !root.TryGetProperty("confirmsInternetAtOnce", out var atOnce) || atOnce.GetBoolean(),
            root.TryGetProperty("mixed", out var mixed) && mixed.GetString() == "split" ? MixedOutcomes.Split : MixedOutcomes.Principal,
            root.TryGetProperty("reviews", out var reviews) ? [.. reviews.EnumerateArray().Select(r => Enum.Parse<ReviewKind>(r.GetString()!, true)).Append(ReviewKind.Secrecy).Distinct()] : null,
            root.TryGetProperty("merged", out var merged) && merged.GetString() == MergedNotCounted ? MergedRequests.NotCounted : MergedRequests.OtherHandling,
            root.TryGetProperty("opinionDaysAhead", out var ahead) ? ahead.GetInt32() : RequestSettings.DefaultOpinionDaysAhead);
    }

    private async ValueTask<(WorkingDayCalendar Calendar, ClockSettings Clock)> ReadAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            if (now - _readAt < Freshness)
            {
                return _read;
            }
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        var imported = await db.HolidayNotices.AsNoTracking().OrderBy(n => n.Year).ToListAsync(cancellation);
        var published = imported.Count == 0 ? PublishedHolidays.Calendar : PublishedHolidays.With(imported.Select(n => n.Json));
        var (days, clock) = await RegionSetting.ReadAsync(db, cancellation);
        var read = (days.Count == 0 ? published : published.WithRegion(days), clock);
        lock (_lock)
        {
            (_read, _readAt) = (read, now);
        }

        return read;
    }
}
