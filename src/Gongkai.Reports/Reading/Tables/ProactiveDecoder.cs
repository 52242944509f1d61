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
    public static DecodedTable Decode(FlatText flat, int start, int end, ReportForm expected)
    {
        var lexed = TableLexer.Lex(flat, start, end, Labels);
        var printed = PrintedRows.Find(lexed, Labels, 3);
        if (!printed.Rows.Exists(r => r.Tokens.Count > 0))
        {
            return DecodedTable.Missing(expected[ReportTable.Proactive], lexed.HasPicture);
        }

        var form = Form(lexed, printed, expected)[ReportTable.Proactive];
        var builder = new CellBuilder(flat, form) { AmountsInYuan = lexed.Hits.Exists(h => Labels.All[h.Label].Text == "单位元") };
        foreach (var row in form.Rows)
        {
            var cells = form.Cells.Where(c => c.Row == row).ToList();
            var found = printed.Rows.Find(r => Labels.Rows[r.Row].Id == row.Id);
            var options = found is null
                ? RowOptions.Only([.. Enumerable.Repeat(Slot.Absent, cells.Count)])
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
        return new DecodedTable(DecodedTable.Prove(form, read, builder, SearchOutcome.Single), notes, printed.Rows.Count);
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
