namespace Gongkai.Reports.Reading.Facts;

/// <summary>像标题的一处：「…局2023年政府信息公开工作年度报告」。</summary>
/// <param name="Start">起点。</param>
/// <param name="End">终点（不含）。</param>
/// <param name="Agency">其中的机关名称，如印出。</param>
/// <param name="Year">其中的年度。</param>
/// <param name="Alone">独占一行或几行。</param>
/// <param name="Joined">名称取自上一行，也可能是网站的名称。</param>
internal readonly record struct TitleCandidate(int Start, int End, string? Agency, int? Year, bool Alone, bool Joined);
