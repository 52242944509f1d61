using System.Globalization;
using System.Text;
using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Writing.Text;

/// <summary>查过的报告写成终端里读的文字。来自文件的一切都先化为无害。</summary>
public static class ReportText
{
    private const int MostFindings = 40;
    private const int MostSuggestions = 6;
    private const int MostQuoteWidth = 120;

    /// <summary>一份报告全写：单位与结论、三张表、读法说明、问题。</summary>
    public static string Full(CheckedReport report, Ink ink)
    {
        var output = new StringBuilder(8192);
        var reading = report.Reading;
        output.AppendLine(ink.Quiet($"── {HarmlessText.From(reading.File)}{(reading.Index > 0 ? $" 第 {reading.Index + 1} 份" : "")}"));
        output.Append(ink.Strong($"{Agency(reading)}  {YearOf(reading)}")).Append("  ").AppendLine(Verdict(report, ink));
        output.AppendLine(string.Join(" · ", Facts(reading)));
        foreach (var table in reading.Tables)
        {
            TableText.Write(output.AppendLine(), table, report.Findings, ink);
        }

        if (reading.Notes.Count > 0)
        {
            output.AppendLine().AppendLine(ink.Strong("读法说明"));
            foreach (var note in reading.Notes)
            {
                output.Append("  ").Append(ink.Quiet($"· {HarmlessText.From(note.Code)}")).Append("  ").AppendLine(HarmlessText.From(note.Message));
            }
        }

        if (report.Findings.Count > 0)
        {
            WriteFindings(output.AppendLine().AppendLine(ink.Strong($"问题 {report.Findings.Count} 处")), report, ink);
        }

        return output.AppendLine().ToString();
    }

    /// <summary>一份报告一行，问题逐条列在下面。</summary>
    public static string Brief(CheckedReport report, Ink ink)
    {
        var output = new StringBuilder(256);
        var reading = report.Reading;
        output.Append(Mark(report, ink)).Append(' ');
        output.Append(DisplayWidth.PadRight(DisplayWidth.Fit(Agency(reading), 28), 28)).Append(' ');
        output.Append(DisplayWidth.PadRight(reading.Year is { } year ? year.ToString(CultureInfo.InvariantCulture) : "年度？", 6)).Append("  ");
        foreach (var table in reading.Tables)
        {
            output.Append(ink.Quiet(table.Form.Table.ShortName())).Append(' ').Append(DisplayWidth.PadRight(ReportWords.Word(table.Proof), 6)).Append("  ");
        }

        output.AppendLine(ink.Quiet(HarmlessText.From(reading.File) + (reading.Index > 0 ? $"#{reading.Index + 1}" : "")));
        WriteFindings(output, report, ink);
        return output.ToString();
    }

    /// <summary>一个读不了的文件。</summary>
    public static string Unreadable(string file, ReadError error, Ink ink) =>
        $"{ink.Caution("▨")} {HarmlessText.From(file)}  {HarmlessText.From(error.Message)} {ink.Quiet($"({HarmlessText.From(error.Code)})")}{Environment.NewLine}";

    /// <summary>一批的总数，一两行。</summary>
    public static string Summary(BatchSummary batch, Ink ink)
    {
        var output = new StringBuilder();
        output.Append(CultureInfo.InvariantCulture, $"共 {batch.Files} 个文件，{batch.Reports} 份报告");
        output.Append(batch.Unreadable > 0 ? $"，{batch.Unreadable} 个读不了" : "").Append(batch.Incomplete > 0 ? $"，{batch.Incomplete} 份没读全" : "").Append(batch.Skipped > 0 ? $"，略过 {batch.Skipped} 个" : "");
        var clear = batch.Incomplete + batch.Unreadable == 0 ? ink.Good("没有发现问题") : ink.Caution("读到的部分没有发现问题");
        string[] counts = [.. Enum.GetValues<Severity>().Reverse().Where(s => batch.CountOf(s) > 0).Select(s => $"{ReportWords.Name(s)} {batch.CountOf(s)} 处")];
        output.Append('；').Append(counts.Length > 0 ? ink.Wrong(string.Join("、", counts)) : batch.Reports > 0 ? clear : batch.Skipped > 0 ? "没有可查的报告：略过的都不是读得了的种类（txt、md、网页、docx、xlsx 等）" : "没有可查的报告").AppendLine("。");
        if (batch.Missed > 0)
        {
            var names = string.Join("、", batch.MissedDocuments.Select(HarmlessText.From));
            var rest = batch.Missed > batch.MissedDocuments.Count ? $"等 {batch.Missed} 个" : "";
            output.AppendLine(ink.Caution($"略过的文件里像是报告的：{names}{rest}。这些种类本机读不了，请另存为 docx 再查；装上 LibreOffice（doc、wps）、poppler（pdf）也可以直接读。"));
        }

        if (batch.ByRule.Count > 0)
        {
            output.Append("按规则：").AppendLine(string.Join("  ", batch.ByRule.Select(r => $"{r.Key} {r.Value}")));
        }

        foreach (var finding in batch.BatchFindings.Take(MostFindings))
        {
            output.Append("整批：").Append(ink.Caution($"{ReportWords.Symbol(finding.Severity)} {finding.Rule} {ReportWords.Name(finding.Severity)}")).Append("  ").AppendLine(HarmlessText.From(finding.Message));
        }

        return output.ToString();
    }

    private static void WriteFindings(StringBuilder output, CheckedReport report, Ink ink)
    {
        foreach (var finding in report.Findings.Take(MostFindings))
        {
            var mark = $"{ReportWords.Symbol(finding.Severity)} {HarmlessText.From(finding.Rule)} {ReportWords.Name(finding.Severity)}";
            output.Append("  ").Append(finding.Severity >= Severity.Error ? ink.Wrong(mark) : ink.Caution(mark)).Append("  ").AppendLine(HarmlessText.From(finding.Message));
            if (Where(report.Reading, finding) is { Length: > 0 } where)
            {
                output.Append("        ").AppendLine(ink.Quiet($"在 {where}"));
            }

            foreach (var quote in finding.Quotes)
            {
                var section = quote.Section is { } number ? $"第{"零一二三四五六"[Math.Clamp(number, 0, 6)]}部分 " : "";
                output.Append("        ").AppendLine(ink.Quiet($"“{DisplayWidth.Fit(HarmlessText.From(quote.Text), MostQuoteWidth)}”〔{section}{HarmlessText.From(quote.Place.ToString())}〕"));
            }

            foreach (var suggestion in finding.Suggestions.Take(MostSuggestions))
            {
                var one = finding.Suggestions.Count == 1 ? "改为" : "或改为";
                output.Append("        ").AppendLine(CultureInfo.InvariantCulture, $"→ {NameOf(report.Reading, suggestion.Cell)} {one} {ReportWords.Number(suggestion.Value)}");
            }

            if (finding.Suggestions.Count > MostSuggestions)
            {
                output.Append("        ").AppendLine(CultureInfo.InvariantCulture, $"→ 另有 {finding.Suggestions.Count - MostSuggestions} 格，见 --format json");
            }
        }

        if (report.Findings.Count > MostFindings)
        {
            output.AppendLine(CultureInfo.InvariantCulture, $"  另有 {report.Findings.Count - MostFindings} 处，见 --format json");
        }
    }

    private static string Where(ReportReading reading, Finding finding)
    {
        if (finding.Cells.Count == 0)
        {
            return "";
        }

        var first = finding.Cells[0];
        var place = reading[first.Table][first.Row, first.Column].Place;
        var others = finding.Cells.Count > 1 ? $" 等 {finding.Cells.Count} 格" : "";
        return $"{first.Table.ShortName()} {NameOf(reading, first)}{others}{(place.Kind is PlaceKind.Nowhere ? "" : $"（{HarmlessText.From(place.ToString())}）")}";
    }

    private static string NameOf(ReportReading reading, CellAddress cell) =>
        reading[cell.Table].Form.Find(cell.Row, cell.Column)?.Name ?? HarmlessText.From(cell.ToString());

    private static string Agency(ReportReading reading) => reading.Agency is { Length: > 0 } agency ? HarmlessText.From(agency) : "（单位名称看不出）";

    private static string YearOf(ReportReading reading) => reading.Year is { } year ? $"{year} 年度" : "（年度看不出）";

    private static IEnumerable<string> Facts(ReportReading reading)
    {
        yield return ReportWords.Name(reading.Level);
        var forms = reading.Tables.Select(t => t.Form.Form).Distinct().ToArray();
        yield return forms.Length == 1 ? $"{forms[0]} 年格式" : $"混用格式（{string.Join("、", reading.Tables.Select(t => $"{t.Form.Table.ShortName()} {t.Form.Form}"))}）";
        if (reading.PublishedOn is { } published)
        {
            yield return $"{Date(published)}公布";
        }

        if (reading.SignedOn is { } signed)
        {
            yield return $"落款 {Date(signed)}";
        }
    }

    private static string Date(DateOnly date) => $"{date.Year}年{date.Month}月{date.Day}日";

    private static string Verdict(CheckedReport report, Ink ink)
    {
        var wrong = report.Findings.Count(f => f.Severity >= Severity.Error);
        return Mark(report, ink) + wrong switch
        {
            > 0 => ink.Wrong($" {wrong} 处错误"),
            _ when report.Findings.Count > 0 => ink.Caution($" {report.Findings.Count} 处提醒"),
            _ when report.Reading.Tables.Any(t => t.Proof is TableProof.Absent or TableProof.Unreadable or TableProof.Partial or TableProof.Ambiguous) => ink.Caution(" 没有发现错误，但有的格没有读到"),
            _ => ink.Good(" 没有发现问题"),
        };
    }

    private static string Mark(CheckedReport report, Ink ink) => report switch
    {
        _ when report.Findings.Any(f => f.Severity is Severity.Critical) => ink.Wrong(ReportWords.Symbol(Severity.Critical)),
        _ when report.Findings.Any(f => f.Severity >= Severity.Error) => ink.Wrong("✕"),
        _ when report.Findings.Count > 0 => ink.Caution("!"),
        _ when report.Reading.Tables.Any(t => t.Proof is TableProof.Absent or TableProof.Unreadable or TableProof.Partial or TableProof.Ambiguous) => ink.Caution("▨"),
        _ => ink.Good("✓"),
    };
}
