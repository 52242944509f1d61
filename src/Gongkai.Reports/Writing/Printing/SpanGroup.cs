namespace Gongkai.Reports.Writing.Printing;

/// <summary>连着几行（或几列）共有的分组标签。</summary>
/// <param name="Label">标签，如「（三）不予公开」。</param>
/// <param name="First">第一行，自 0 起。</param>
/// <param name="Last">最后一行。</param>
/// <param name="Depth">外面还套着几层分组。</param>
internal sealed record SpanGroup(string Label, int First, int Last, int Depth)
{
    public int Span => Last - First + 1;

    public bool Covers(int index) => First <= index && index <= Last;

    /// <summary>
    /// 由每行的直接分组推出各组的起止与套叠。格式里每行只记最里层的分组：
    /// 同名的首行到末行就是这一组的范围，被另一组的范围包住的是里层。
    /// </summary>
    public static IReadOnlyList<SpanGroup> Find(IReadOnlyList<string?> groups)
    {
        var ranges = groups
            .Select((label, index) => (label, index))
            .Where(g => g.label is not null)
            .GroupBy(g => g.label!, (label, rows) => (Label: label, First: rows.Min(r => r.index), Last: rows.Max(r => r.index)))
            .ToArray();
        return
        [
            .. ranges
                .Select(r => new SpanGroup(r.Label, r.First, r.Last, ranges.Count(o => o.Label != r.Label && o.First <= r.First && r.Last <= o.Last)))
                .OrderBy(g => g.First)
                .ThenBy(g => g.Depth),
        ];
    }
}
