using Gongkai.Reports.Checking;

namespace Gongkai.Reports.Writing.Docx;

/// <summary>认出同一份报告的几种格式（年报.docx、年报.pdf）：文件名除扩展名外相同，单位、年度和所有问题也相同，通知只要一份。</summary>
public sealed class NoticeCopies
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>这一份的通知与前面某一份相同。看不出单位或年度的不算副本。</summary>
    /// <param name="file">报告所在的文件。</param>
    /// <param name="report">报告。</param>
    public bool IsCopy(string file, CheckedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Reading is { Agency: { } agency, Year: { } year } && !_seen.Add(string.Join('\n', report.Findings.Select(f => f.Message).Prepend($"{Path.GetFileNameWithoutExtension(file)} {report.Reading.Index} {agency} {year}")));
    }
}
