using Gongkai.Core.Reports;

namespace Gongkai.Reports.Checking.Batches;

/// <summary>一批里的一份报告。</summary>
/// <param name="File">文件名。</param>
/// <param name="Index">文件中的第几份，自 0 起。</param>
/// <param name="Agency">单位；看不出时为 null。</param>
public sealed record BatchMember(string File, int Index, string? Agency);

/// <summary>要看整批才知道的问题。</summary>
/// <param name="Rule">规则代号，如 <c>E14</c>。</param>
/// <param name="Severity">轻重。</param>
/// <param name="Message">给人看的中文。</param>
/// <param name="Members">涉及的报告，至多二十份。</param>
/// <param name="Count">涉及的份数，可以多于列出的。</param>
public sealed record BatchFinding(string Rule, Severity Severity, string Message, IReadOnlyList<BatchMember> Members, int Count);
