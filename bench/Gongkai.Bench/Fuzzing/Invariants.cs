using System.Text.RegularExpressions;
using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;

namespace Gongkai.Bench.Fuzzing;

/// <summary>对任何输入都应成立的事。</summary>
public static partial class Invariants
{
    private const int LongestOutput = 16_000_000;

    /// <summary>一个结果违背了什么；没有违背时为空。</summary>
    public static IReadOnlyList<string> Broken(FuzzInput input, CheckedFile file)
    {
        var fileName = input.Name;
        var broken = new List<string>();
        Require(broken, file.File == fileName, "the file is not named as given");
        Require(broken, file.Error is null == file.Reports.Count > 0, "a file has either reports or an error");
        if (file.Error is { } error)
        {
            Require(broken, ErrorCode().IsMatch(error.Code) && error.Message.Length > 0, $"error {error.Code} has no proper code or message");
        }

        for (var i = 0; i < file.Reports.Count; i++)
        {
            var reading = file.Reports[i].Reading;
            Require(broken, reading.Index == i && reading.File == fileName, $"report {i} does not know where it stands");
            Require(broken, reading.Tables.Count == 3, "a report has three tables");
            for (var t = 0; t < reading.Tables.Count; t++)
            {
                broken.AddRange(TableInvariants.Broken(reading.Tables[t], ReportTableNames.All[t]));
            }

            Narrative(broken, reading);
            Findings(broken, file.Reports[i]);
        }

        broken.AddRange(PlaceInvariants.Broken(input, [.. file.Reports.Select(r => r.Reading)]));
        Strings(broken, file);
        return broken;
    }

    private static void Narrative(List<string> broken, ReportReading reading)
    {
        foreach (var section in reading.Sections)
        {
            Require(broken, section.Number is >= 1 and <= 6 && section.Heading.Length > 0, $"section {section.Number} has no number or heading");
            Require(broken, TableInvariants.IsProper(section.Place), $"section {section.Number} stands at {section.Place}");
        }

        foreach (var note in reading.Notes)
        {
            Require(broken, NoteCode().IsMatch(note.Code) && note.Message.Length > 0, $"note {note.Code} has no proper code or message");
            Require(broken, note.Cells.All(c => Knows(reading, c)), $"note {note.Code} names a cell that the form does not have");
        }
    }

    private static void Findings(List<string> broken, CheckedReport report)
    {
        var reading = report.Reading;
        foreach (var finding in report.Findings)
        {
            Require(broken, RuleCatalogue.Find(finding.Rule) is not null && finding.Message.Length > 0, $"finding {finding.Rule} has no rule or message");
            Require(broken, finding.Cells.All(c => Knows(reading, c)), $"finding {finding.Rule} names a cell that the form does not have");
            Require(broken, finding.Suggestions.All(s => reading[s.Cell.Table].Form.Find(s.Cell.Row, s.Cell.Column) is { } cell && (s.Value >= 0 || cell.MayBeNegative)), $"finding {finding.Rule} suggests an impossible value");
        }

        Require(broken, report.Findings.Select(f => f.Rule).SequenceEqual(report.Findings.Select(f => f.Rule).Order(StringComparer.Ordinal)), "findings are not in the order of their rules");
        Accusations(broken, report);
    }

    /// <summary>勾稽规则响，当且仅当确有一处不成立。有两可的格时，产品知道得比各格更多，不在此判。</summary>
    private static void Accusations(List<string> broken, CheckedReport report)
    {
        foreach (var code in report.Reading.Tables.SelectMany(t => t.Form.Linkages).Select(l => l.Code).Distinct().Where(c => RuleCatalogue.Find(c) is not null))
        {
            var tables = report.Reading.Tables.Where(t => t.Form.Linkages.Any(l => l.Code == code)).ToArray();
            if (tables.Any(t => t.Cells.Any(c => c.State is CellState.Ambiguous)))
            {
                continue;
            }

            var raised = report.Findings.Any(f => f.Rule == code);
            var isBroken = tables.Any(t => t.Form.Linkages.Any(l => l.Code == code && IndependentJudge.Judge(t, l) is LinkageVerdict.Broken));
            Require(broken, isBroken || !raised, $"{code} accuses a report whose {code} is not broken");
            Require(broken, raised || !isBroken, $"{code} is broken and nobody says so");
        }
    }

    /// <summary>所有的字符串都能写成 JSON：没有落单的代理项，总量有限。</summary>
    private static void Strings(List<string> broken, CheckedFile file)
    {
        long length = 0;
        foreach (var text in Texts(file))
        {
            length += text.Length;
            if (!IsWellFormed(text))
            {
                broken.Add("a string holds half of a surrogate pair");
                break;
            }
        }

        Require(broken, length <= LongestOutput, $"the result holds {length} characters");
    }

    private static IEnumerable<string> Texts(CheckedFile file) => file.Reports.SelectMany(report =>
        report.Reading.Tables.SelectMany(t => t.Cells).Select(c => c.Raw)
            .Append(report.Reading.Agency ?? "")
            .Concat(report.Reading.Sections.Select(s => s.Heading))
            .Concat(report.Reading.Notes.Select(n => n.Message))
            .Concat(report.Findings.Select(f => f.Message))
            .Concat(report.Findings.SelectMany(f => f.Quotes).Select(q => q.Text)))
        .Append(file.Error?.Message ?? "");

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return false;
            }

            i++;
        }

        return true;
    }

    private static bool Knows(ReportReading reading, CellAddress cell) => reading[cell.Table].Form.Find(cell.Row, cell.Column) is not null;

    private static void Require(List<string> broken, bool holds, string otherwise)
    {
        if (!holds)
        {
            broken.Add(otherwise);
        }
    }

    [GeneratedRegex("^[a-z]+(\\.[a-zA-Z]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex ErrorCode();

    [GeneratedRegex("^RD[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex NoteCode();
}
