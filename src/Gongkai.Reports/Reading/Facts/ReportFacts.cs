using Gongkai.Core.Reports;

namespace Gongkai.Reports.Reading.Facts;

/// <summary>一份报告是谁的、哪一年的、何时发布。</summary>
/// <param name="Agency">单位名称，如印出；看不出时为 null。</param>
/// <param name="Level">层级与类别，由名称看出。</param>
/// <param name="Year">报告年度；看不出时为 null。</param>
/// <param name="PublishedOn">发布日期：标题旁印出的，其次网页元数据里的。</param>
/// <param name="SignedOn">落款日期。</param>
/// <param name="Title">标题，去掉换行；没有时为 null。</param>
internal sealed record ReportFacts(string? Agency, AgencyLevel Level, int? Year, DateOnly? PublishedOn, DateOnly? SignedOn, string? Title);
