using System.Text;
using System.Text.RegularExpressions;
using Gongkai.Core.Reports;
using Gongkai.Reports.Reading;

namespace Gongkai.Bench.Fuzzing;

/// <summary>文本里的一个数，在它说的那行那列上真有它的原文：凭据经得起回头看。</summary>
public static partial class PlaceInvariants
{
    /// <summary>哪些格的位置不对。只看写法没有歧义的 UTF-8 文本：换行只有 LF，不含标记与控制符。</summary>
    public static IEnumerable<string> Broken(FuzzInput input, IReadOnlyList<ReportReading> reports)
    {
        if (reports.Count == 0 || !System.Text.Unicode.Utf8.IsValid(input.Content) || Encoding.UTF8.GetString(input.Content) is var text && Unclear().IsMatch(text))
        {
            yield break;
        }

        // Only as many lines as the cells speak of: a text of line breaks has more than memory has room for.
        var last = reports.SelectMany(r => r.Tables).SelectMany(t => t.Cells).Where(c => c.Place.Kind == PlaceKind.Line).Select(c => c.Place.First).DefaultIfEmpty().Max();
        var lines = text.Split('\n', last + 1);
        foreach (var (report, table) in reports.SelectMany(r => r.Tables, (r, t) => (r, t)))
        {
            foreach (var form in table.Form.Cells)
            {
                var cell = table.Cells[form.Index];
                if (cell is { State: CellState.Number, Place.Kind: PlaceKind.Line, Raw.Length: > 0 } && !Stands(lines, cell))
                {
                    yield return $"report {report.Index}: {form.Address} says {cell.Raw} stands at {cell.Place}";
                }
            }
        }
    }

    private static bool Stands(string[] lines, CellReading cell) =>
        cell.Place.First <= lines.Length
        && lines[cell.Place.First - 1] is var line
        && cell.Place.Second <= line.Length
        && line[cell.Place.Second - 1] == cell.Raw[0];

    [GeneratedRegex("[\0-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u2028\\u2029\\uFEFF\\uFFFD]|<[!/a-zA-Z]|\\\\u003c", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Unclear();
}
