namespace Gongkai.Reports.Reading.Tables;

/// <summary>一串记号，和它前面新出现的标签。</summary>
/// <param name="Before">标签，按先后。</param>
/// <param name="Tokens">记号，按先后。</param>
internal sealed record RemedyRun(List<RemedyMark> Before, List<Token> Tokens)
{
    private const int Blocks = 3;
    private const int Columns = 5;
    private const int Width = Blocks * Columns;

    /// <summary>标签与数相间印出的，照标签归位；一串印完的返回 null。</summary>
    public static Slot[]? Place(List<RemedyRun> runs) => Assign(runs) ?? Crossed(runs) ?? Labelled(runs);

    /// <summary>一行一个结果、一列一块，或一行一块、一列一个结果：行标签与列标签相交处即是。</summary>
    private static Slot[]? Crossed(List<RemedyRun> runs)
    {
        if (runs.Count < 2 || runs[0].Before.Count < 2)
        {
            return null;
        }

        var first = runs[0].Before[^1];
        var header = runs[0].Before[..^1].FindAll(m => !m.IsCaption);
        var byBlock = header.TrueForAll(m => m.Block >= 0);
        if (header.Count == 0 || header.Count > Columns || (!byBlock && !header.TrueForAll(m => m.Column >= 0)) || header.DistinctBy(m => (m.Block, m.Column)).Count() != header.Count)
        {
            return null;
        }

        var slots = Enumerable.Repeat(Slot.Absent, Width).ToArray();
        for (var r = 0; r < runs.Count; r++)
        {
            var names = r == 0 ? [first] : runs[r].Before.FindAll(m => !m.IsCaption);
            var values = runs[r].Tokens.FindAll(t => PrintedRow.IsContent(t));
            if (values.Count < header.Count)
            {
                values = runs[r].Tokens.FindAll(t => !t.Has(TokenFlags.LeadIn | TokenFlags.InLabel));
            }

            if (names.Count != 1 || values.Count != header.Count || (byBlock ? names[0].Column : names[0].Block) < 0)
            {
                return null;
            }

            for (var i = 0; i < values.Count; i++)
            {
                var cell = byBlock ? (header[i].Block * Columns) + names[0].Column : (names[0].Block * Columns) + header[i].Column;
                if (slots[cell].Kind is not SlotKind.Absent)
                {
                    return null;
                }

                slots[cell] = RowDecoder.ToSlot(values[i]);
            }
        }

        return slots;
    }

    /// <summary>只印了几块：每块的五个列标签各有一个数。</summary>
    private static Slot[]? Labelled(List<RemedyRun> runs)
    {
        var contents = runs[0].Tokens.FindAll(t => PrintedRow.IsContent(t));
        if (runs.Count != 1 || contents.Count is 0 or >= Width || contents.Count % Columns != 0)
        {
            return null;
        }

        var labels = runs[0].Before.Where(b => b.Column >= 0).Select(b => b.Column).ToList();
        int[] named = [.. runs[0].Before.Where(b => b.Block >= 0).Select(b => b.Block).Distinct().Order()];
        if (labels.Count != contents.Count || named.Length != contents.Count / Columns || labels.Where((c, i) => c != i % Columns).Any())
        {
            return null;
        }

        var slots = Enumerable.Repeat(Slot.Absent, Width).ToArray();
        for (var i = 0; i < contents.Count; i++)
        {
            slots[(named[i / Columns] * Columns) + (i % Columns)] = RowDecoder.ToSlot(contents[i]);
        }

        return slots;
    }

    /// <summary>标签与数交替印出时，逐块或逐格归位；一串印完的返回 null。</summary>
    private static Slot[]? Assign(List<RemedyRun> runs)
    {
        var contents = runs.ConvertAll(r => r.Tokens.FindAll(t => PrintedRow.IsContent(t)));
        if (runs.Count < 2 || contents.Sum(c => c.Count) > Width)
        {
            return null;
        }

        var slots = Enumerable.Repeat(Slot.Absent, Width).ToArray();
        var (block, column) = (-1, Columns);
        for (var r = 0; r < runs.Count; r++)
        {
            var named = runs[r].Before.Where(b => b.Block >= 0).Select(b => b.Block).ToList();
            var columns = runs[r].Before.Where(b => b.Column >= 0).Select(b => b.Column).ToList();
            if (contents[r].Count == Columns && columns.Count is 0 or Columns)
            {
                block = named.Count > 0 ? named[^1] : block + 1;
                if (block >= Blocks)
                {
                    return null;
                }

                for (var c = 0; c < Columns; c++)
                {
                    slots[(block * Columns) + c] = RowDecoder.ToSlot(contents[r][c]);
                }

                column = Columns;
                continue;
            }

            if (contents[r].Count != 1 || columns.Count == 0)
            {
                return null;
            }

            block = named.Count > 0 ? named[^1] : columns[^1] <= column ? block + 1 : block;
            column = columns[^1];
            if (block is < 0 or >= Blocks || slots[(block * Columns) + column].Kind is not SlotKind.Absent)
            {
                return null;
            }

            slots[(block * Columns) + column] = RowDecoder.ToSlot(contents[r][0]);
        }

        return slots;
    }
}
