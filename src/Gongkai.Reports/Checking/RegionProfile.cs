namespace Gongkai.Reports.Checking;

/// <summary>一个地区对年度报告的规定：日期、字数、必含的数。没有规定的照全国。</summary>
public sealed record RegionProfile
{
    /// <summary>标识，如 <c>national</c>；就是 <c>data/regions</c> 里的文件名。</summary>
    public required string Id { get; init; }

    /// <summary>给人看的名称，如「全国」。</summary>
    public required string Name { get; init; }

    /// <summary>全国的规定。</summary>
    public static RegionProfile National { get; } = new() { Id = "national", Name = "全国" };
}
