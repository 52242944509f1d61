using Gongkai.Reports.Reading.Labels;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>表头印出的各列：从左到右是哪几列，各在第几格。</summary>
/// <param name="Columns">列的次序号，从左到右。</param>
/// <param name="Fields">各列所在的格号；没有分隔符时为 null。</param>
internal sealed record HeaderColumns(int[] Columns, int[]? Fields)
{
    /// <summary>列的次序与格式相同。</summary>
    public bool IsOrdered => Columns.Zip(Columns.Skip(1)).All(p => p.First < p.Second);

    /// <summary>由列标签所在的格，或同一行里的先后，定出从左到右的次序；定不出为 null。</summary>
    /// <param name="flat">摊平的文字。</param>
    /// <param name="header">列标签，按先后。</param>
    public static HeaderColumns? From(FlatText flat, IEnumerable<(int Column, LabelHit Hit)> header)
    {
        var hits = header.DistinctBy(h => h.Column).Select(h => (h.Column, h.Hit.Start, Field: Field(flat, h.Hit.Start))).ToList();
        if (hits.Count == 0)
        {
            return null;
        }

        if (hits.TrueForAll(h => h.Field >= 0))
        {
            hits.Sort((a, b) => a.Field.CompareTo(b.Field));
            return hits.DistinctBy(h => h.Field).Count() == hits.Count ? new HeaderColumns([.. hits.Select(h => h.Column)], [.. hits.Select(h => h.Field)]) : null;
        }

        var line = LineStart(flat.Text, hits[0].Start);
        return hits.TrueForAll(h => h.Field < 0 && LineStart(flat.Text, h.Start) == line) ? new HeaderColumns([.. hits.Select(h => h.Column)], null) : null;
    }

    /// <summary>一行里各列的格都印了（有数或是空格）时，按格取；否则为 null。</summary>
    public Slot[]? Pick(PrintedRow row)
    {
        if (Fields is null)
        {
            return null;
        }

        var anchor = row.Tokens.FindIndex(t => t.Has(TokenFlags.Fielded) && !t.Has(TokenFlags.LeadIn | TokenFlags.InLabel));
        if (anchor < 0)
        {
            return null;
        }

        var line = row.Tokens[anchor].Line;
        var slots = new Slot[Fields.Length];
        for (var i = 0; i < slots.Length; i++)
        {
            var at = row.Tokens.FindIndex(t => t.Field == Fields[i] && t.Line == line && t.Has(TokenFlags.Fielded) && !t.Has(TokenFlags.LeadIn | TokenFlags.InLabel | TokenFlags.BesideLabel));
            if (at < 0 || (at + 1 < row.Tokens.Count && row.Tokens[at + 1].Line == line && row.Tokens[at + 1].Field == Fields[i]))
            {
                return null;
            }

            slots[i] = RowDecoder.ToSlot(row.Tokens[at]);
        }

        return slots;
    }

    private static int LineStart(string text, int at) => text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;

    /// <summary>所在行第几格；行内没有分隔符为 -1。与记号的格号同样数法：行首的竖线不算。</summary>
    private static int Field(FlatText flat, int at)
    {
        var start = LineStart(flat.Text, at);
        var stop = flat.Text.IndexOf('\n', at);
        var line = flat.Text.AsSpan(start, (stop < 0 ? flat.Text.Length : stop) - start);
        if (line.Contains('\t') || (flat.Grids.Count > 0 && flat.IsGrid(at)))
        {
            return line[..(at - start)].Count('\t');
        }

        var (pipes, first) = (0, -1);
        for (var i = 0; i < line.Length; i++)
        {
            var kind = CharKinds.Of(line[i]);
            first = first < 0 && kind is not CharKind.Space ? i : first;
            if (kind is CharKind.Pipe && i != first)
            {
                pipes += i < at - start ? 1 : 0;
            }
        }

        var any = false;
        foreach (var c in line)
        {
            any |= CharKinds.Of(c) is CharKind.Pipe;
        }

        return any ? pipes : -1;
    }
}
