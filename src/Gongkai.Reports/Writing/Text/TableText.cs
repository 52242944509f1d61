using System.Globalization;
using System.Text;
using Gongkai.Core.Reports;

namespace Gongkai.Reports.Writing.Text;

/// <summary>把一张表照印出的样子写进终端：行、列、分组，双宽对齐；有错的一格写成 <c>[12→13]</c>。</summary>
internal static class TableText
{
    private const int LabelWidth = 30;
    private const int MostCandidateLines = 12;

    public static void Write(StringBuilder output, TableReading table, IReadOnlyList<Finding> findings, Ink ink)
    {
        output.Append(ink.Strong($"{table.Form.Table.ShortName()}  {ReportWords.Title(table.Form.Table)}"));
        output.Append("  ").AppendLine(Proof(table.Proof, ink));
        if (table.Proof is TableProof.Absent or TableProof.Unreadable)
        {
            return;
        }

        var mends = Mends(table.Form, findings);
        var shownGroups = new HashSet<string>();
        foreach (var block in Blocks(table.Form))
        {
            WriteBlock(output, table, block, mends, ink, shownGroups);
        }

        WriteCandidates(output, table, ink);
    }

    /// <summary>读得怎样，一句话，带颜色。</summary>
    public static string Proof(TableProof proof, Ink ink)
    {
        var sentence = ReportWords.Sentence(proof);
        return proof switch
        {
            TableProof.Consistent or TableProof.Proved => ink.Good($"✓ {sentence}"),
            TableProof.Inconsistent => ink.Wrong($"✕ {sentence}"),
            TableProof.Ambiguous => ink.Unsure($"? {sentence}"),
            TableProof.Unreadable => ink.Caution($"▨ {sentence}"),
            TableProof.Partial or TableProof.Absent => ink.Caution($"! {sentence}"),
            _ => ink.Quiet($"· {sentence}"),
        };
    }

    /// <summary>列相同的相邻各行为一块：表三、表四各一块，表二一组一块。</summary>
    private static List<FormCell[][]> Blocks(FormTable form)
    {
        List<FormCell[][]> blocks = [];
        List<FormCell[]> rows = [];
        foreach (var row in form.Cells.GroupBy(c => c.Row.Id).Select(g => g.ToArray()))
        {
            if (rows.Count > 0 && !rows[0].Select(c => c.Column.Label).SequenceEqual(row.Select(c => c.Column.Label)))
            {
                blocks.Add([.. rows]);
                rows.Clear();
            }

            rows.Add(row);
        }

        blocks.Add([.. rows]);
        return blocks;
    }

    private static void WriteBlock(StringBuilder output, TableReading table, FormCell[][] rows, Dictionary<int, string> mends, Ink ink, HashSet<string> shownGroups)
    {
        var narrow = rows[0].Length > 3;
        string[][] headings = [.. rows[0].Select(c => narrow ? InPairs(c.Column.Label) : [c.Column.Label])];
        int[] widths = [.. Enumerable.Range(0, headings.Length).Select(column => Math.Max(
            narrow ? 5 : 8,
            Math.Max(headings[column].Max(h => DisplayWidth.Of(h)), rows.Max(r => DisplayWidth.Of(Shown(table, r[column], mends))))))];
        WriteColumnGroups(output, rows[0], widths, ink);
        var lead = narrow ? null : rows[0][0].Row.Group;
        shownGroups.Add(lead ?? "");
        WriteHeadings(output, lead ?? "", headings, widths, ink);
        foreach (var row in rows)
        {
            if (row[0].Row.Group is { } group && shownGroups.Add(group))
            {
                output.Append(DisplayWidth.Spaces(Indent(group) - 2)).AppendLine(ink.Quiet(group));
            }

            WriteRow(output, table, row, widths, mends, ink);
        }
    }

    private static void WriteHeadings(StringBuilder output, string lead, string[][] headings, int[] widths, Ink ink)
    {
        var height = headings.Max(h => h.Length);
        for (var line = 0; line < height; line++)
        {
            output.Append(ink.Quiet(DisplayWidth.PadRight(line == 0 ? lead : "", LabelWidth)));
            for (var column = 0; column < headings.Length; column++)
            {
                // 标题靠底对齐，最后一行挨着数。
                var piece = line - (height - headings[column].Length);
                output.Append("  ").Append(ink.Quiet(DisplayWidth.PadLeft(piece < 0 ? "" : headings[column][piece], widths[column])));
            }

            TrimEnd(output).AppendLine();
        }
    }

    private static void WriteRow(StringBuilder output, TableReading table, FormCell[] row, int[] widths, Dictionary<int, string> mends, Ink ink)
    {
        var label = DisplayWidth.Spaces(row[0].Row.Group is { } group ? Indent(group) : 0) + row[0].Row.Label;
        output.Append(DisplayWidth.PadRight(DisplayWidth.Fit(label, LabelWidth), LabelWidth));
        for (var column = 0; column < row.Length; column++)
        {
            var text = Shown(table, row[column], mends);
            output.Append("  ").Append(DisplayWidth.Spaces(widths[column] - DisplayWidth.Of(text))).Append(Coloured(table, row[column], text, mends, ink));
        }

        TrimEnd(output).AppendLine();
    }

    private static void WriteColumnGroups(StringBuilder output, FormCell[] row, int[] widths, Ink ink)
    {
        if (Array.Find(row, c => c.Column.Group is not null)?.Column.Group is not { } group)
        {
            return;
        }

        var first = Array.FindIndex(row, c => c.Column.Group == group);
        var last = Array.FindLastIndex(row, c => c.Column.Group == group);
        var span = widths[first..(last + 1)].Sum(w => w + 2) - 2;
        var rule = Math.Max(0, span - DisplayWidth.Of(group) - 2);
        output.Append(DisplayWidth.Spaces(LabelWidth + 2 + widths[..first].Sum(w => w + 2)));
        output.AppendLine(ink.Quiet($"{new string('╌', rule / 2)} {group} {new string('╌', rule - (rule / 2))}"));
    }

    private static void WriteCandidates(StringBuilder output, TableReading table, Ink ink)
    {
        var ambiguous = table.Form.Cells.Where(c => table.Cells[c.Index] is { State: CellState.Ambiguous, Candidates.Count: > 0 }).ToArray();
        foreach (var cell in ambiguous.Take(MostCandidateLines))
        {
            var candidates = table.Cells[cell.Index].Candidates!.Take(MostCandidateLines).Select(v => v is { } value ? ReportWords.Number(value) : "未印");
            output.Append("  ").Append(ink.Unsure("?")).Append(CultureInfo.InvariantCulture, $" {cell.Name}：可能是 {string.Join("、", candidates)}");
            output.AppendLine(table.Cells[cell.Index].Raw is { Length: > 0 } raw ? $"（原文 {DisplayWidth.Fit(HarmlessText.From(raw), 40)}）" : "");
        }

        if (ambiguous.Length > MostCandidateLines)
        {
            output.AppendLine(CultureInfo.InvariantCulture, $"  ? 另有 {ambiguous.Length - MostCandidateLines} 格两可，见 --format json");
        }
    }

    private static Dictionary<int, string> Mends(FormTable form, IReadOnlyList<Finding> findings)
    {
        Dictionary<int, string> mends = [];
        foreach (var finding in findings)
        {
            // 只有一处可改时是定论，几处都说得通时带问号。
            var mark = finding.Suggestions.Count == 1 ? "" : "?";
            foreach (var suggestion in finding.Suggestions)
            {
                if (suggestion.Cell.Table == form.Table && form.Find(suggestion.Cell.Row, suggestion.Cell.Column) is { } cell)
                {
                    mends.TryAdd(cell.Index, ReportWords.Number(suggestion.Value) + mark);
                }
            }
        }

        return mends;
    }

    private static string Shown(TableReading table, FormCell cell, Dictionary<int, string> mends)
    {
        var text = ReportWords.Show(table.Cells[cell.Index]);
        return mends.TryGetValue(cell.Index, out var mend) ? $"[{text}→{mend}]" : text;
    }

    private static string Coloured(TableReading table, FormCell cell, string text, Dictionary<int, string> mends, Ink ink) =>
        mends.ContainsKey(cell.Index) ? ink.Wrong(text) : table.Cells[cell.Index] switch
        {
            { State: CellState.Number, Value: 0 } => ink.Quiet(text),
            { State: CellState.Number } => text,
            { State: CellState.Ambiguous } => ink.Unsure(text),
            { State: CellState.Unreadable } => ink.Caution(text),
            _ => ink.Quiet(text),
        };

    /// <summary>「（三）不予公开」一类的分组在「三、」之下，再缩一层。</summary>
    private static int Indent(string group) => group.StartsWith('（') ? 4 : 2;

    /// <summary>列名两字一行：商业/企业，法律/服务/机构；三字以下不拆。</summary>
    private static string[] InPairs(string label) =>
        label.Length <= 3 ? [label] : [.. label.Chunk(2).Select(pair => new string(pair))];

    private static StringBuilder TrimEnd(StringBuilder output)
    {
        while (output.Length > 0 && output[^1] == ' ')
        {
            output.Length--;
        }

        return output;
    }
}
