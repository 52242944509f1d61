using Gongkai.Core.Reports;
using Gongkai.Reports.Checking.Batches;

namespace Gongkai.Reports.Checking;

/// <summary>一批文件的总数。大小与文件多少无关。</summary>
public sealed class BatchSummary
{
    private readonly long[] _bySeverity = new long[Enum.GetValues<Severity>().Length];
    private readonly long[,] _byProof = new long[ReportTableNames.All.Count, Enum.GetValues<TableProof>().Length];
    private readonly BatchChecks _checks = new();
    private readonly SortedDictionary<string, long> _byRule = new(StringComparer.Ordinal);

    /// <summary>读过的文件数，含读不了的。</summary>
    public long Files { get; private set; }

    /// <summary>报告份数。</summary>
    public long Reports { get; private set; }

    /// <summary>读不了的文件数。</summary>
    public long Unreadable { get; private set; }

    /// <summary>没有读全的报告数：有的表没有、是图片、只印了一部分，或分不清该怎样读。</summary>
    public long Incomplete { get; private set; }

    /// <summary>略过的文件数：不认识的种类、特殊文件、指向目录以外的链接。</summary>
    public long Skipped { get; private set; }

    /// <summary>略过的文件里像是报告的至多说出这么多个的名字。</summary>
    public const int MostNamed = 10;

    /// <summary>略过的文件里像是报告、而本机读不了的有多少个。</summary>
    public long Missed { get; private set; }

    /// <summary>其中前几个的路径，至多 <see cref="MostNamed"/> 个。</summary>
    public IReadOnlyList<string> MissedDocuments { get; private set; } = [];

    /// <summary>各规则的问题数，按代号排列；没有问题的规则不在其中。</summary>
    public IReadOnlyDictionary<string, long> ByRule => _byRule;

    /// <summary>到此为止要看整批才知道的问题。不计入 <see cref="Findings"/>：它们不属于哪一份报告。</summary>
    public IReadOnlyList<BatchFinding> BatchFindings => [.. _checks.Findings()];

    /// <summary>问题总数。</summary>
    public long Findings => _bySeverity.Sum();

    /// <summary>某一轻重的问题数。</summary>
    public long CountOf(Severity severity) => _bySeverity[(int)severity];

    /// <summary>某张表读成某种结果的份数。</summary>
    public long CountOf(ReportTable table, TableProof proof) => _byProof[(int)table, (int)proof];

    /// <summary>计入一个读过的文件。</summary>
    public void Add(CheckedFile file)
    {
        Files++;
        Unreadable += file.Error is null ? 0 : 1;
        Reports += file.Reports.Count;
        foreach (var report in file.Reports)
        {
            foreach (var table in report.Reading.Tables)
            {
                _byProof[(int)table.Form.Table, (int)table.Proof]++;
            }

            Incomplete += report.Reading.Tables.Any(t => t.Proof is TableProof.Absent or TableProof.Unreadable or TableProof.Partial or TableProof.Ambiguous) ? 1 : 0;
            foreach (var finding in report.Findings)
            {
                _bySeverity[(int)finding.Severity]++;
                _byRule[finding.Rule] = _byRule.GetValueOrDefault(finding.Rule) + 1;
            }

            if (report.Print is { } print)
            {
                _checks.Add(print);
            }
        }
    }

    /// <summary>计入略过的文件。</summary>
    public void AddSkipped(long count) => Skipped += count;

    /// <summary>记下略过的文件里像是报告的。</summary>
    /// <param name="count">共有多少个。</param>
    /// <param name="first">前几个的路径。</param>
    public void NoteMissed(long count, IReadOnlyList<string> first) => (Missed, MissedDocuments) = (count, [.. first.Take(MostNamed)]);
}
