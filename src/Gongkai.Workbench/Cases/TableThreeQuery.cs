using System.Globalization;
using Gongkai.UseCases;

namespace Gongkai.Workbench.Cases;

/// <summary>表三数哪个机关、哪一段时间，取自地址；不写的，取今年到今天为止。写得不对的说出来，不悄悄换成别的。</summary>
public sealed class TableThreeQuery
{
    /// <param name="query">地址里的各项。</param>
    /// <param name="today">今天（中国）。</param>
    /// <param name="agencies">他数得到的机关。</param>
    public TableThreeQuery(IQueryCollection query, DateOnly today, IReadOnlyList<KeyValuePair<int, string>> agencies)
    {
        var days = new QueryDays(query);
        WithLower = query["with"] == "lower";
        Agency = int.TryParse(query["agency"], NumberStyles.None, CultureInfo.InvariantCulture, out var agency) ? agency : agencies.Count > 0 ? agencies[0].Key : null;
        To = days.To ?? today;
        From = days.From ?? new DateOnly(To.Year, 1, 1);
        Problems = days.Problems.Count == 0 && From > To ? [new InputProblem("from", "期初晚于今天，请把期末也写上。")] : days.Problems;
    }

    /// <summary>哪个机关；一个也数不到为 null。</summary>
    public int? Agency { get; }

    /// <summary>含下级：一级政府连同它的部门、派出机关、乡镇街道。</summary>
    public bool WithLower { get; private set; }

    /// <summary>期初，含；没有写的是期末那一年的一月一日。</summary>
    public DateOnly From { get; }

    /// <summary>期末，含；没有写的是今天。</summary>
    public DateOnly To { get; }

    /// <summary>日子写得不对；空的是对的。</summary>
    public IReadOnlyList<InputProblem> Problems { get; }

    /// <summary>改为只数它自己：没有下级，或者不都归他看。</summary>
    public void OnlyItself() => WithLower = false;

    /// <summary>同样的一段写回地址，不带问号。</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"agency={Agency}&from={From:yyyy-MM-dd}&to={To:yyyy-MM-dd}{(WithLower ? "&with=lower" : "")}");
}
