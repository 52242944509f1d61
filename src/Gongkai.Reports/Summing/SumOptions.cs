namespace Gongkai.Reports.Summing;

/// <summary>怎样汇总。</summary>
public sealed record SumOptions
{
    /// <summary>只加这一年度的；null 为份数最多的那一年度，一样多时取晚的。</summary>
    public int? Year { get; init; }

    /// <summary>地区名称，如「清溪县」；null 为各单位名称开头共有的地名。</summary>
    public string? RegionName { get; init; }

    /// <summary>一级政府的汇总数与其部门并存时也照加。</summary>
    public bool IncludeTotals { get; init; }

    /// <summary>勾稽关系不成立的报告不加。</summary>
    public bool OnlyClean { get; init; }
}

/// <summary>汇总时要让人知道的一件事。</summary>
/// <param name="Code">代号，如 <c>SM01</c>，不改义。</param>
/// <param name="Message">给人看的中文。</param>
public sealed record SumNote(string Code, string Message);
