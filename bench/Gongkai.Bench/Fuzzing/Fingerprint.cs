using System.Globalization;
using System.Text;
using Gongkai.Reports.Checking;

namespace Gongkai.Bench.Fuzzing;

/// <summary>一个结果的全部内容写成一行字，用来比较两次读的结果是否相同。</summary>
public static class Fingerprint
{
    /// <summary>写出一个结果。</summary>
    public static string Of(CheckedFile file)
    {
        var text = new StringBuilder(file.Error?.Code);
        foreach (var report in file.Reports)
        {
            var reading = report.Reading;
            text.Append(CultureInfo.InvariantCulture, $"\n{reading.Index} {reading.Agency} {reading.Level} {reading.Year} {reading.PublishedOn:O} {reading.SignedOn:O}");
            text.AppendJoin(';', reading.Sections.Select(s => s.ToString()));
            foreach (var table in reading.Tables)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n{table.Form.Form} {table.Proof}");
                text.AppendJoin(';', table.Cells.Select(c => $"{c.State} {c.Value} {c.Raw} {c.Place} {(c.Candidates is null ? "" : string.Join(',', c.Candidates))}"));
            }

            text.AppendJoin(';', reading.Notes.Select(n => $"{n.Code} {n.Message} {string.Join(',', n.Cells)}"));
            text.AppendJoin(';', report.Findings.Select(f => $"{f.Rule} {f.Severity} {f.Message} {string.Join(',', f.Cells)} {string.Join(',', f.Suggestions)}"));
        }

        return text.ToString();
    }
}
