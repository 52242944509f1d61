using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Core.Calendar;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.UseCases.Law;

/// <summary>本地区增减的日子存在机关树最上一级的设置里，管这一套系统的全部机关。</summary>
internal static class RegionalDaySetting
{
    private const string Key = "regionalDays";

    /// <summary>存着它的机关：已经有的；没有的，树上最上一级、编号最小的一个。还没有机关为 null。</summary>
    public static async Task<AgencyRow?> HolderAsync(IQueryable<AgencyRow> agencies, CancellationToken cancellation) =>
        await agencies.Where(a => a.Settings.Contains(Key)).OrderBy(a => a.Id).FirstOrDefaultAsync(cancellation)
        ?? await agencies.Where(a => a.ParentId == null).OrderBy(a => a.Id).FirstOrDefaultAsync(cancellation);

    /// <summary>这一套系统的。</summary>
    public static async Task<IReadOnlyList<RegionalDay>> ReadAsync(GongkaiDb db, CancellationToken cancellation) =>
        await HolderAsync(db.Agencies.AsNoTracking(), cancellation) is { } holder ? Read(holder) : [];

    /// <summary>写进去，别的设置不动。</summary>
    public static void Write(AgencyRow holder, IEnumerable<RegionalDay> days)
    {
        var settings = Parse(holder);
        settings[Key] = new JsonArray([.. days.Select(d => (JsonNode)new JsonObject
        {
            ["date"] = d.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["isOff"] = d.IsOff,
            ["reason"] = d.Reason,
        })]);
        holder.Settings = settings.ToJsonString(Json.Options);
    }

    /// <summary>一个机关的行里存着的。</summary>
    public static List<RegionalDay> Read(AgencyRow holder) =>
        Parse(holder)[Key] is JsonArray days ? days.Deserialize<List<RegionalDay>>(Json.Options)! : [];

    private static JsonObject Parse(AgencyRow holder) => string.IsNullOrWhiteSpace(holder.Settings) ? [] : JsonNode.Parse(holder.Settings)!.AsObject();
}
