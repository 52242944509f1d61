using Gongkai.Core.Reports;
using Gongkai.Reports.Reading.Labels;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>读表二：每行一格或三格，没有勾稽，所以只认标签，拆不定的就是两可。</summary>
internal static class ProactiveDecoder
{
    private static readonly TableLabels Labels = TableLabels.Proactive;
    private static readonly string[] OldColumns = ["made", "newlyDisclosed", "disclosed", "itemsLastYear", "change", "projects"];
    private static readonly string[] NewColumns = ["issued", "repealed", "inForce"];

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
        foreach (var row in form.Rows)
        {
            var cells = form.Cells.Where(c => c.Row == row).ToList();
            var found = printed.Rows.Find(r => Labels.Rows[r.Row].Id == row.Id);
            var options = found is null ? RowOptions.Only([.. Enumerable.Repeat(Slot.Absent, cells.Count)])
                : ByHeader(flat, lexed, found, cells) is { } slots ? RowOptions.Only(slots)
                : new RowDecoder(flat.Text, new RowShape(cells.Count, 0), flat.IsGrid).Decode(found);
            var readings = options.Tiers.Count > 0 ? options.Tiers[0] : [];
            for (var c = 0; c < cells.Count; c++)
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
    private static Slot[]? ByHeader(FlatText flat, LexedTable lexed, PrintedRow row, List<FormCell> cells)
    {
        List<(int Column, LabelHit Hit)> header = [];
        for (var i = lexed.Hits.Count - 1; i >= 0 && header.Count < cells.Count; i--)
        {
            var column = Labels.All[lexed.Hits[i].Label].Column;
            if (column < 0 || lexed.Hits[i].Start > row.Hit!.Value.Start)
            {
                continue;
            }

            var at = cells.FindIndex(c => c.Column.Id == Labels.Columns[column].Id);
            if (at >= 0 && !header.Exists(h => h.Column == at))
            {
                header.Insert(0, (at, lexed.Hits[i]));
            }
        }

        if (header.Count != cells.Count || (row.Contents == cells.Count && header.Zip(header.Skip(1)).All(p => p.First.Column < p.Second.Column))
            || HeaderColumns.From(flat, header) is not { } columns)
        {
            return null;
        }

        var printed = columns.Pick(row) ?? (row.Contents == cells.Count ? [.. row.Tokens.Where(t => PrintedRow.IsContent(t)).Select(RowDecoder.ToSlot)] : null);
        if (printed is null)
        {
            return null;
        }

        var slots = new Slot[cells.Count];
        for (var i = 0; i < slots.Length; i++)
        {
            slots[columns.Columns[i]] = printed[i];
        }

        return slots;
    }

    /// <summary>哪一版：看列标签，再看有没有旧版才有的行。</summary>
    private static ReportForm Form(LexedTable lexed, PrintedRows printed, ReportForm expected)
    {
        var columns = lexed.Hits.Where(h => Labels.All[h.Label].Column >= 0).Select(h => Labels.Columns[Labels.All[h.Label].Column].Id).ToHashSet();
        var old = OldColumns.Count(columns.Contains);
        var current = NewColumns.Count(columns.Contains);
        return old != current ? (old > current ? ReportForms.V2019 : ReportForms.V2021)
            : printed.Rows.Exists(r => Labels.Rows[r.Row].Id is "otherServices" or "procurement") ? ReportForms.V2019
            : printed.Rows.Exists(r => Labels.Rows[r.Row].Id is "licensing" && r.Contents == 3) ? ReportForms.V2019
            : printed.Rows.Exists(r => Labels.Rows[r.Row].Id is "licensing" && r.Contents == 1) ? ReportForms.V2021
            : expected;
    }
}
