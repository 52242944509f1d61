using Gongkai.Core.Reports;
using Gongkai.Reports.Checking.Batches;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Checking;

/// <summary>一份读过并查过的报告。</summary>
/// <param name="Reading">读数。</param>
/// <param name="Findings">源文件的问题，按规则代号、再按位置排列。</param>
public sealed record CheckedReport(ReportReading Reading, IReadOnlyList<Finding> Findings)
{
    /// <summary>整批相比要用的部分；不在一批里检查时为 null。</summary>
    internal BatchPrint? Print { get; init; }
}

/// <summary>读并查一个文件的结果。</summary>
/// <param name="File">文件名。</param>
/// <param name="Reports">各份报告；读不了时为空。</param>
/// <param name="Error">读不了的原因；读得了时为 null。</param>
public sealed record CheckedFile(string File, IReadOnlyList<CheckedReport> Reports, ReadError? Error);
