using System.Numerics;
using Gongkai.Core.Reports;
using Gongkai.Reports.Reading.Labels;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>读表二：每行一格或三格，没有勾稽，所以只认标签，拆不定的就是两可。</summary>
internal static class ProactiveDecoder
{
    private static readonly TableLabels Labels = TableLabels.Proactive;
    private static readonly ulong OldColumns = Mask("made", "newlyDisclosed", "disclosed", "itemsLastYear", "change", "projects");
    private static readonly ulong NewColumns = Mask("issued", "repealed", "inForce");
    private static readonly Dictionary<string, FormLine[]> LinesByForm = ReportForms.All.ToDictionary(f => f.Id, f => Lines(f[ReportTable.Proactive]));

    /// <summary>格式的一行。</summary>
    /// <param name="Label">行在 <see cref="TableLabels.Rows"/> 中的次序。</param>
    /// <param name="Cells">这一行的各格。</param>
    /// <param name="CellOf">印出的列标签（其在 <see cref="TableLabels.Columns"/> 中的次序）是这一行的第几格；没有为 -1。</param>
    private sealed record FormLine(int Label, FormCell[] Cells, int[] CellOf);

    /// <summary>读一段文字里的表二。</summary>
    public static DecodedTable Decode(FlatText flat, int start, int end, ReportForm expected, int? year)
    {
        var lexed = TableLexer.Lex(flat, start, end, Labels);
        var tables = PrintedRows.FindAll(lexed, Labels, 3);
        tables.RemoveAll(t => !t.Rows.Exists(r => r.Tokens.Count > 0));
        return tables.Count switch
        {
            0 => DecodedTable.Missing(expected[ReportTable.Proactive], lexed.HasPicture),
            1 => Read(flat, lexed, tables[0], expected),
            _ when TableCopies.Preferred(flat.Text, start, tables.ConvertAll(t => (t.Start, t.End)), year) is var one and >= 0 =>
                Read(flat, lexed, tables[one], expected).AsOneOfSeveral(),
            _ => DecodedTable.Combine(tables.ConvertAll(t => Read(flat, lexed, t, expected))),
        };
    }

    private static DecodedTable Read(FlatText flat, LexedTable lexed, PrintedRows printed, ReportForm expected)
    {
        var form = Form(lexed, printed, expected)[ReportTable.Proactive];
        var builder = new CellBuilder(flat, form) { AmountsInYuan = lexed.Hits.Exists(h => Labels.All[h.Label].Text == "单位元") };
        Predicate<int> grid = flat.IsGrid;
        foreach (var line in LinesByForm[form.Form])
        {
            var cells = line.Cells;
            var found = printed.Rows.Find(r => r.Row == line.Label);
            var options = found is null ? RowOptions.Only([.. Enumerable.Repeat(Slot.Absent, cells.Length)])
                : ByHeader(flat, lexed, found, line) is { } slots ? RowOptions.Only(slots)
                : new RowDecoder(flat.Text, new RowShape(cells.Length, 0), grid).Decode(found);
            var readings = options.Tiers.Count > 0 ? options.Tiers[0] : [];
            for (var c = 0; c < cells.Length; c++)
            {
                builder.Set(cells[c].Index, readings, c, options.IsOpen ? options : null);
            }

            if (found is null)
            {
                builder.Note(ReaderNotes.RowsMissing, [.. cells.Select(c => c.Address)]);
            }
            else
            {
                builder.NoteStrays(found, readings);
            }

            if (found?.Hit is { Approximate: true })
            {
                builder.Note(ReaderNotes.LabelApproximate, cells[0].Address);
            }
        }

        if (printed.HasFurniture)
        {
            builder.Note(ReaderNotes.PageFurniture);
        }

        if (form.Form == ReportForms.V2019.Id)
        {
            builder.Note(ReaderNotes.SupersededForm);
        }

        var (read, notes) = builder.Build();
        return new DecodedTable(DecodedTable.Prove(form, read, builder, SearchOutcome.Single), notes, printed.Rows.Count)
        {
            OddLabels = OddLabels.Find(flat, lexed, Labels, form, printed.Rows, lexed.Hits.FindAll(h => Labels.All[h.Label].Column >= 0 && h.Start >= printed.Start && h.Start < printed.End)),
        };
    }

    /// <summary>
    /// 这一行前面最近的列标签说了各列在哪里：次序与格式不同、或多出别的列（上年数）时照它读；
    /// 次序相同、数目也对的不必。
    /// </summary>
    private static Slot[]? ByHeader(FlatText flat, LexedTable lexed, PrintedRow row, FormLine line)
    {
        var width = line.Cells.Length;
        var header = new (int Column, LabelHit Hit)[width];
        var (first, seen, ordered) = (width, 0UL, true);
        for (var i = lexed.Hits.Count - 1; i >= 0 && first > 0; i--)
        {
            var hit = lexed.Hits[i];
            var column = Labels.All[hit.Label].Column;
            if (column < 0 || hit.Start > row.Hit!.Value.Start || line.CellOf[column] is not (>= 0 and var at) || (seen & (1UL << at)) != 0)
            {
                continue;
            }

            ordered &= first == width || at < header[first].Column;
            seen |= 1UL << at;
            header[--first] = (at, hit);
        }

        if (first > 0 || (row.Contents == width && ordered) || HeaderColumns.From(flat, header) is not { } columns)
        {
            return null;
        }

        var printed = columns.Pick(row) ?? (row.Contents == width ? [.. row.Tokens.Where(t => PrintedRow.IsContent(t)).Select(RowDecoder.ToSlot)] : null);
        if (printed is null)
        {
            return null;
        }

        var slots = new Slot[width];
        for (var i = 0; i < slots.Length; i++)
        {
            slots[columns.Columns[i]] = printed[i];
        }

        return slots;
    }

    /// <summary>哪一版：看列标签，再看有没有旧版才有的行。</summary>
    private static ReportForm Form(LexedTable lexed, PrintedRows printed, ReportForm expected)
    {
        var columns = 0UL;
        foreach (var hit in lexed.Hits)
        {
            columns |= Labels.All[hit.Label].Column is >= 0 and var column ? 1UL << column : 0;
        }

        var old = BitOperations.PopCount(columns & OldColumns);
        var current = BitOperations.PopCount(columns & NewColumns);
        return old != current ? (old > current ? ReportForms.V2019 : ReportForms.V2021)
            : printed.Rows.Exists(r => Labels.Rows[r.Row].Id is "otherServices" or "procurement") ? ReportForms.V2019
            : printed.Rows.Exists(r => Labels.Rows[r.Row].Id is "licensing" && r.Contents == 3) ? ReportForms.V2019
            : printed.Rows.Exists(r => Labels.Rows[r.Row].Id is "licensing" && r.Contents == 1) ? ReportForms.V2021
            : expected;
    }
    private static ulong Mask(params string[] columns) => columns.Aggregate(0UL, (mask, id) => mask | (1UL << ColumnIndex(id)));

    private static int ColumnIndex(string id) => Labels.Columns.Index().First(c => c.Item.Id == id).Index;

    private static FormLine[] Lines(FormTable form) =>
    [
        .. form.Rows.Select(row =>
        {
            FormCell[] cells = [.. form.Cells.Where(c => c.Row == row)];
            return new FormLine(Labels.RowIndex[row.Id], cells, [.. Labels.Columns.Select(c => Array.FindIndex(cells, x => x.Column.Id == c.Id))]);
        }),
    ];
}
