using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Core.Calendar;
using Gongkai.Core.Requests.Clock;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Law;

/// <summary>本地区的设置——增减的日子、期限怎样算——存在机关树最上一级的设置里，只存一份，管这一套系统的全部机关。</summary>
internal static class RegionSetting
{
    private const string DaysKey = "regionalDays";
    private const string ClockKey = "regionClock";

    // 连引号一起找：别的设置里填的文字不会像它，引号在那里是转义的。
    private const string DaysMark = $"\"{DaysKey}\":";
    private const string ClockMark = $"\"{ClockKey}\":";

    /// <summary>存着它的机关：已经有的；没有的，树上最上一级、编号最小的一个。还没有机关为 null。</summary>
    public static async Task<AgencyRow?> HolderAsync(IQueryable<AgencyRow> agencies, CancellationToken cancellation) =>
        await agencies.Where(a => a.Settings.Contains(DaysMark) || a.Settings.Contains(ClockMark)).OrderBy(a => a.Id).FirstOrDefaultAsync(cancellation)
        ?? await agencies.Where(a => a.ParentId == null).OrderBy(a => a.Id).FirstOrDefaultAsync(cancellation);

    /// <summary>这一套系统的：增减的日子，期限怎样算。没有写的照全国。</summary>
    public static async Task<(IReadOnlyList<RegionalDay> Days, ClockSettings Clock)> ReadAsync(GongkaiDb db, CancellationToken cancellation) =>
        await HolderAsync(db.Agencies.AsNoTracking(), cancellation) is { } holder ? (ReadDays(holder), ReadClock(holder)) : ([], ClockSettings.Default);

    /// <summary>写进去，别的设置不动。</summary>
    public static void Write(AgencyRow holder, IEnumerable<RegionalDay> days)
    {
        var settings = Parse(holder);
        settings[DaysKey] = new JsonArray([.. days.Select(d => (JsonNode)new JsonObject
        {
            ["date"] = d.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["isOff"] = d.IsOff,
            ["reason"] = d.Reason,
        })]);
        holder.Settings = settings.ToJsonString(Json.Options);
    }

    /// <summary>写进去，别的设置不动。</summary>
    public static void Write(AgencyRow holder, ClockSettings clock)
    {
        var settings = Parse(holder);
        settings[ClockKey] = JsonSerializer.SerializeToNode(clock, Json.Options);
        holder.Settings = settings.ToJsonString(Json.Options);
    }

    /// <summary>存着的期限怎样算；没有的照全国。</summary>
    public static ClockSettings ReadClock(AgencyRow holder) =>
        Parse(holder)[ClockKey] is JsonObject clock ? Lawful(clock.Deserialize<ClockSettings>(Json.Options)!) : ClockSettings.Default;

    /// <summary>存着的增减的日子；没有的为空。</summary>
    public static List<RegionalDay> ReadDays(AgencyRow holder) =>
        Parse(holder)[DaysKey] is JsonArray days ? days.Deserialize<List<RegionalDay>>(Json.Options)! : [];

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

    private static JsonObject Parse(AgencyRow holder) => string.IsNullOrWhiteSpace(holder.Settings) ? [] : JsonNode.Parse(holder.Settings)!.AsObject();
}
