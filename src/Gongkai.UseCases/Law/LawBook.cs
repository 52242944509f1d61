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
    private WorkingDayCalendar _calendar = PublishedHolidays.Calendar;
    private DateTimeOffset _readAt = DateTimeOffset.MinValue;

    /// <summary>今天（中国）。</summary>
    public DateOnly Today => ChinaDay.Of(time.GetUtcNow());

    /// <summary>此刻，UTC。</summary>
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>工作日历：自带的各年安排，加上导入的，再叠加本地区增减的日子。别的节点改的，半分钟之内也看得到。</summary>
    public async ValueTask<WorkingDayCalendar> CalendarAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            if (now - _readAt < Freshness)
            {
                return _calendar;
            }
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        var imported = await db.HolidayNotices.AsNoTracking().OrderBy(n => n.Year).ToListAsync(cancellation);
        var published = imported.Count == 0 ? PublishedHolidays.Calendar : PublishedHolidays.With(imported.Select(n => n.Json));
        var region = await RegionalDaySetting.ReadAsync(db, cancellation);
        var calendar = region.Count == 0 ? published : published.WithRegion(region);
        lock (_lock)
        {
            (_calendar, _readAt) = (calendar, now);
        }

        return calendar;
    }

    /// <summary>导入了新的安排：下一次重新读。</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _readAt = DateTimeOffset.MinValue;
        }
    }

    /// <summary>一个机关的口径，取自它的设置；没有写的取全国默认。</summary>
    public static RequestSettings SettingsOf(AgencyRow agency)
    {
        using var json = JsonDocument.Parse(string.IsNullOrWhiteSpace(agency.Settings) ? "{}" : agency.Settings);
        var root = json.RootElement;
        var clock = root.TryGetProperty("clock", out var given) ? Lawful(given.Deserialize<ClockSettings>(Json.Options)!) : null;
        return new RequestSettings(
            clock,
            !root.TryGetProperty("confirmsInternetAtOnce", out var atOnce) || atOnce.GetBoolean(),
            root.TryGetProperty("mixed", out var mixed) && mixed.GetString() == "split" ? MixedOutcomes.Split : MixedOutcomes.Principal,
            root.TryGetProperty("reviews", out var reviews) ? [.. reviews.EnumerateArray().Select(r => Enum.Parse<ReviewKind>(r.GetString()!, true)).Append(ReviewKind.Secrecy).Distinct()] : null,
            root.TryGetProperty("merged", out var merged) && merged.GetString() == MergedNotCounted ? MergedRequests.NotCounted : MergedRequests.OtherHandling,
            root.TryGetProperty("opinionDaysAhead", out var ahead) ? ahead.GetInt32() : RequestSettings.DefaultOpinionDaysAhead);
    }

    // 条例与 109 号文写明的天数不归地区定：设置里写了别的，也照法律算。
    private static ClockSettings Lawful(ClockSettings given) => given with
    {
        ReplyDays = ClockSettings.Default.ReplyDays,
        MaximumExtensionDays = ClockSettings.Default.MaximumExtensionDays,
        SupplementAskDays = ClockSettings.Default.SupplementAskDays,
        FeePaymentDays = ClockSettings.Default.FeePaymentDays,
        ThirdPartyDays = ClockSettings.Default.ThirdPartyDays,
        CoProducerDays = ClockSettings.Default.CoProducerDays,
    };
}
