using System.Globalization;

namespace Gongkai.Workbench.Cases;

/// <summary>表三数哪个机关、哪一段时间，取自地址；不写的，取今年到今天为止。</summary>
/// <param name="query">地址里的各项。</param>
/// <param name="today">今天（中国）。</param>
/// <param name="agencies">他数得到的机关。</param>
public sealed class TableThreeQuery(IQueryCollection query, DateOnly today, IReadOnlyList<KeyValuePair<int, string>> agencies)
{
    /// <summary>哪个机关；一个也数不到为 null。</summary>
    public int? Agency { get; } = int.TryParse(query["agency"], NumberStyles.None, CultureInfo.InvariantCulture, out var agency) ? agency : agencies.Count > 0 ? agencies[0].Key : null;

    /// <summary>期初，含。</summary>
    public DateOnly From { get; } = RegisterQuery.DayOf(query["from"]) ?? new DateOnly(today.Year, 1, 1);

    /// <summary>期末，含。</summary>
    public DateOnly To { get; } = RegisterQuery.DayOf(query["to"]) ?? today;

    /// <summary>同样的一段写回地址，不带问号。</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"agency={Agency}&from={From:yyyy-MM-dd}&to={To:yyyy-MM-dd}");
}
