namespace Gongkai.Reports.Checking;

/// <summary>上一年的一份报告里，与今年相比要用的部分。</summary>
public sealed class PreviousReport
{
    /// <summary>文件名。</summary>
    public required string File { get; init; }

    /// <summary>报告年度。</summary>
    public required int Year { get; init; }
}
