using Gongkai.Core.Reports;

namespace Gongkai.Reports.Writing.Printing;

/// <summary>一格上的标记。</summary>
/// <param name="Confirmed">勾稽关系证实了它。</param>
/// <param name="Finding">第一条涉及它的问题的序号，自 1 起；没有时为 0。</param>
/// <param name="Rules">涉及它的规则代号。</param>
/// <param name="Severity">涉及它的问题中最重的。</param>
/// <param name="Mend">改成多少；没有建议时为 null。</param>
public readonly record struct CellMark(bool Confirmed, int Finding, string Rules, Severity Severity, decimal? Mend);

/// <summary>一份报告里各格的标记。</summary>
public sealed class CellMarks
{
    private readonly Dictionary<CellAddress, List<int>> _findings = [];
    private readonly Dictionary<CellAddress, (int Finding, decimal Value)> _mends = [];
    private readonly IReadOnlyList<Finding> _all;

    /// <summary>由一份报告的全部问题建立；问题的序号就是它在表中的位置加 1。</summary>
    public CellMarks(IReadOnlyList<Finding> findings)
    {
        _all = findings;
        for (var i = 0; i < findings.Count; i++)
        {
            foreach (var cell in findings[i].Cells.Concat(findings[i].Suggestions.Select(s => s.Cell)).Distinct())
            {
                if (!_findings.TryGetValue(cell, out var list))
                {
                    _findings[cell] = list = [];
                }

                list.Add(i + 1);
            }

            foreach (var suggestion in findings[i].Suggestions)
            {
                _mends.TryAdd(suggestion.Cell, (i + 1, suggestion.Value));
            }
        }
    }

    /// <summary>取一格的标记。</summary>
    public CellMark Of(FormCell cell, LinkageJudgement linkages)
    {
        var confirmed = linkages.Confirms(cell.Index);
        if (!_findings.TryGetValue(cell.Address, out var numbers))
        {
            return new CellMark(confirmed, 0, "", Severity.Info, null);
        }

        var mended = _mends.TryGetValue(cell.Address, out var mend);
        return new CellMark(
            confirmed,
            mended ? mend.Finding : numbers[0],
            string.Join('、', numbers.Select(n => _all[n - 1].Rule).Distinct()),
            numbers.Max(n => _all[n - 1].Severity),
            mended ? mend.Value : null);
    }
}
