using System.Runtime.InteropServices;
using Gongkai.Core.Reports;
using Gongkai.Reports.Reading.Labels;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>读表三：25 行（2019 年格式 23 行）× 7 列，行、列、收办三重勾稽。</summary>
internal sealed class RequestsDecoder
{
    private const int Width = 7;
    private static readonly TableLabels Labels = TableLabels.Requests;
    private static readonly int Undivided = Labels.RowIndex["other.undivided"];
    private static readonly int[] Divided = [Labels.RowIndex["other.supplementOverdue"], Labels.RowIndex["other.feeOverdue"], Labels.RowIndex["other.other"]];

    private static readonly int[] AllColumns = [.. Enumerable.Range(0, Width)];
    private static readonly Dictionary<string, int[][]> CoefficientsByForm = ReportForms.All.ToDictionary(f => f.Id, f => Coefficients(f[ReportTable.Requests]));
    private static readonly Dictionary<string, int[]> RowsByForm = ReportForms.All.ToDictionary(f => f.Id, f => f[ReportTable.Requests].Rows.Select(r => Labels.RowIndex[r.Id]).ToArray());
    private static readonly RowOptions Missing = RowOptions.Only([.. Enumerable.Repeat(Slot.Absent, Width)]);

    private readonly FlatText _flat;
    private readonly LexedTable _lexed;
    private readonly PrintedRows _printed;

    private RequestsDecoder(FlatText flat, LexedTable lexed, PrintedRows printed) => (_flat, _lexed, _printed) = (flat, lexed, printed);

    /// <summary>读一段文字里的表三。</summary>
    /// <param name="flat">摊平的文字。</param>
    /// <param name="start">起点。</param>
    /// <param name="end">终点。</param>
    /// <param name="expected">看不出版本时按哪一版。</param>
    /// <param name="year">报告年度，用来在几张同样的表里取今年的。</param>
    public static DecodedTable Decode(FlatText flat, int start, int end, ReportForm expected, int? year)
    {
        var lexed = TableLexer.Lex(flat, start, end, Labels);
        var tables = PrintedRows.FindAll(lexed, Labels, Width);
        tables.RemoveAll(t => !t.Rows.Exists(r => r.Contents > 0 || r.Tokens.Count > 0));
        return tables.Count switch
        {
            0 => DecodedTable.Missing(expected[ReportTable.Requests], lexed.HasPicture),
            1 => new RequestsDecoder(flat, lexed, tables[0]).Read(expected),
            _ when TableCopies.Preferred(flat.Text, start, tables.ConvertAll(t => (t.Start, t.End)), year) is var one and >= 0 =>
                new RequestsDecoder(flat, lexed, tables[one]).Read(expected).AsOneOfSeveral(),
            _ => DecodedTable.Combine(tables.ConvertAll(t => new RequestsDecoder(flat, lexed, t).Read(expected))),
        };
    }

    private DecodedTable Read(ReportForm expected)
    {
        var rows = _printed.Rows;
        var divided = rows.Exists(r => Array.IndexOf(Divided, r.Row) >= 0 && (r.Contents > 0 || r.Row != Divided[2]));
        var undivided = rows.Exists(r => r.Row == Undivided && r.Contents > 0);
        var form = (divided ? ReportForms.V2021 : undivided ? ReportForms.V2019 : expected)[ReportTable.Requests];
        var byRow = Fill(form, rows);
        var (columns, options) = Decode(byRow);
        var search = ReadingSearch.Solve(new RowShape(Width, columns.Length == Width ? Width : 0), options, CoefficientsByForm[form.Form]);
        return Write(form, byRow, columns, options, search);
    }

    /// <summary>各行的读法：表头说了各列在哪里就照表头，否则照格式的次序。</summary>
    private (int[] Columns, RowOptions[] Options) Decode(PrintedRow?[] byRow)
    {
        if (ByHeader(byRow) is { } header)
        {
            return header;
        }

        var columns = PrintedColumns(byRow);
        var shape = new RowShape(columns.Length, columns.Length == Width ? Width : 0);
        var decoder = new RowDecoder(_flat.Text, shape, _flat.IsGrid, () => FieldsOfColumns(columns), () => OffsetsOfColumns(columns.Length));
        return (columns, [.. byRow.Select(r => r is null ? Missing : Widen(decoder.Decode(r), columns))]);
    }

    /// <summary>列的次序与格式不同、多出别的列、或空格占着位置的表：按表头各列所在的格读，只要读得比照格式的次序更合勾稽。</summary>
    private (int[] Columns, RowOptions[] Options)? ByHeader(PrintedRow?[] byRow)
    {
        if (IsPlain(byRow) || HeaderColumns.From(_flat, _printed.Header) is not { } header)
        {
            return null;
        }

        var filled = byRow.OfType<PrintedRow>().Where(r => r.Contents > 0).ToList();
        var order = header.Columns;
        int[] columns = [.. order.Order()];
        if ((header.Fields is null && (header.IsOrdered || columns.Length != Width))
            || (columns.Length < Width && (columns[^1] != Width - 1 || filled.Exists(r => r.Contents >= Width))))
        {
            return null;
        }

        var options = new RowOptions[byRow.Length];
        var (named, usual) = (0, 0);
        var shape = new RowShape(Width, columns.Length == Width ? Width : 0);
        for (var r = 0; r < byRow.Length; r++)
        {
            var slots = byRow[r] is not { } row ? Missing.First.Slots
                : header.Pick(row) is { } picked ? Ordered(picked, order)
                : header.Fields is null && row.Contents == Width ? Ordered([.. row.Tokens.Where(t => PrintedRow.IsContent(t)).Select(RowDecoder.ToSlot)], order)
                : row.Contents == 0 && row.Tokens.TrueForAll(t => t.Kind is TokenKind.Empty) ? Missing.First.Slots
                : null;
            if (slots is null)
            {
                return null;
            }

            options[r] = RowOptions.Only(slots);
            if (byRow[r] is { Contents: > 0 } printed && slots.Any(s => s.Value != 0))
            {
                named += shape.Holds(slots) ? 1 : 0;
                usual += printed.Contents == Width && shape.Holds([.. printed.Tokens.Where(t => PrintedRow.IsContent(t)).Select(RowDecoder.ToSlot)]) ? 1 : 0;
            }
        }

        return filled.Count >= 3 && named >= usual ? (columns, options) : null;
    }

    /// <summary>表头照格式的次序、各行不多不少又连在一起：绝大多数的表。</summary>
    private bool IsPlain(PrintedRow?[] byRow)
    {
        var previous = -1;
        var (swapped, drops) = (0, false);
        foreach (var (column, _) in _printed.Header)
        {
            drops |= column < previous;
            swapped += column < previous ? 1 : 0;
            previous = column;
        }

        // 总计 on an upper line of a spanned header comes before the columns that stand left of it.
        var usual = !drops || (swapped == 1 && _printed.Header[0].Column is 0 or Width - 1 && _printed.Header.Count <= Width);
        return usual && Array.TrueForAll(byRow, r => r is null || (r.Contents == Width && IsTogether(r)))
            && !(drops && _printed.Header[0].Column == Width - 1);
    }

    private static bool IsTogether(PrintedRow row)
    {
        int first = -1, last = -1;
        foreach (ref readonly var token in CollectionsMarshal.AsSpan(row.Tokens))
        {
            if (!PrintedRow.IsContent(token) || !token.Has(TokenFlags.Fielded))
            {
                continue;
            }

            first = first < 0 ? token.Field : first;
            last = token.Field;
        }

        return last - first is 0 or Width - 1;
    }

    private static Slot[] Ordered(Slot[] printed, int[] order)
    {
        var slots = Enumerable.Repeat(Slot.Absent, Width).ToArray();
        for (var i = 0; i < order.Length; i++)
        {
            slots[order[i]] = printed[i];
        }

        return slots;
    }

    private DecodedTable Write(FormTable form, PrintedRow?[] byRow, int[] columns, RowOptions[] options, SearchResult search)
    {
        var builder = new CellBuilder(_flat, form);
        for (var r = 0; r < byRow.Length; r++)
        {
            var open = search.HitLimit && options[r].IsOpen;
            for (var c = 0; c < Width; c++)
            {
                builder.Set((r * Width) + c, search.Rows[r], c, open ? options[r] : null);
            }

            if (byRow[r] is null)
            {
                builder.Note(ReaderNotes.RowsMissing, form.Cells.Skip(r * Width).Take(Width).Select(x => x.Address).ToArray());
            }
            else
            {
                builder.NoteStrays(byRow[r]!, search.Rows[r]);
            }

            if (byRow[r] is { Hit: null or { Approximate: true } })
            {
                builder.Note(ReaderNotes.LabelApproximate, form.Cells[r * Width].Address with { Column = "total" });
            }
        }

        if (columns.Length < Width)
        {
            builder.Note(ReaderNotes.ColumnsMissing);
        }

        if (_printed.HasFurniture)
        {
            builder.Note(ReaderNotes.PageFurniture);
        }

        if (search.HitLimit)
        {
            builder.Note(ReaderNotes.SearchLimit);
        }

        if (form.Form == ReportForms.V2019.Id)
        {
            builder.Note(ReaderNotes.SupersededForm);
        }

        var (cells, notes) = builder.Build();
        return new DecodedTable(DecodedTable.Prove(form, cells, builder, search.Outcome), notes, _printed.Rows.Count)
        {
            UnevenRows = Tables.UnevenRows.Find(form, byRow),
            Strays = form.Form == ReportForms.V2021.Id ? AfterGroup() : [],
            OddLabels = OddLabels.Find(_flat, _lexed, Labels, form, _printed.Rows, _printed.Header.ConvertAll(h => h.Hit)),
        };
    }

    /// <summary>新格式里「其他处理」是一组三行的名称，它自己没有数。</summary>
    private StrayNumber[] AfterGroup()
    {
        var group = _printed.Rows.Find(r => r.Row == Undivided);
        return group is { Contents: 1 } && group.Tokens.Find(t => PrintedRow.IsContent(t)) is { Kind: TokenKind.Number } token
            ? [new StrayNumber(_flat.Text[token.Start..token.End], _flat.PlaceAt(token.Start))]
            : [];
    }

    /// <summary>按格式的各行排好；没有标签而数目刚好够几行的，依次归给缺了标签的那几行。</summary>
    private static PrintedRow?[] Fill(FormTable form, List<PrintedRow> rows)
    {
        var index = RowsByForm[form.Form];
        var byRow = new PrintedRow?[index.Length];
        foreach (var row in rows)
        {
            var at = Array.IndexOf(index, row.Row);
            if (at >= 0)
            {
                byRow[at] = row;
            }
        }

        for (var r = 0; r < byRow.Length; r++)
        {
            var gap = 0;
            while (byRow[r] is not null && r + gap + 1 < byRow.Length && byRow[r + gap + 1] is null)
            {
                gap++;
            }

            if (gap > 0 && r + gap + 1 < byRow.Length && byRow[r]!.Contents == Width * (gap + 1))
            {
                var contents = byRow[r]!.Tokens.FindAll(t => PrintedRow.IsContent(t));
                for (var g = 0; g <= gap; g++)
                {
                    byRow[r + g] = new PrintedRow(index[r + g], g == 0 ? byRow[r]!.Hit : null, contents.GetRange(g * Width, Width));
                }
            }
        }

        return byRow;
    }

    /// <summary>印了哪几列：看表头，看每行有几个数。</summary>
    private int[] PrintedColumns(PrintedRow?[] byRow)
    {
        int[] all = AllColumns;
        if (Array.Exists(byRow, r => r?.Contents == Width))
        {
            return all;
        }

        var filled = byRow.OfType<PrintedRow>().Where(r => r.Contents > 0).ToList();
        if (filled.Count == 0 || filled.Exists(r => r.Tokens.Count(t => !t.Has(TokenFlags.LeadIn | TokenFlags.InLabel) && (t.Has(TokenFlags.Fielded) || t.Kind is not TokenKind.Empty)) >= Width))
        {
            return all;
        }

        var most = filled.Max(r => r.Contents);
        var long_ = filled.Count(r => r.Tokens.Exists(t => PrintedRow.IsContent(t) && t.End - t.Start >= Width - most + 1));
        var header = _printed.Header.Select(h => h.Column).Distinct().Order().ToArray();
        var steady = filled.TrueForAll(r => r.Contents == most);
        if (long_ * 2 > filled.Count && header.Length != most)
        {
            return all;
        }

        return header.Length == most && steady ? header
            : most == 1 ? [Width - 1]
            : most == 2 && steady && filled.Count >= 3 && header.Contains(0) && header.Contains(Width - 1) ? [0, Width - 1]
            : all;
    }

    private int[]? FieldsOfColumns(int[] columns)
    {
        var full = _printed.Rows
            .Select(r => r.Tokens.FindAll(t => PrintedRow.IsContent(t) && !t.Has(TokenFlags.BesideLabel)))
            .Where(t => t.Count == columns.Length && t.TrueForAll(x => x.Has(TokenFlags.Fielded) && x.Line == t[0].Line) && t.Select(x => x.Field).Distinct().Count() == columns.Length)
            .Select(t => t.Select(x => x.Field).ToArray())
            .GroupBy(f => string.Join(',', f))
            .MaxBy(g => g.Count());
        return full?.First() ?? HeaderFields(columns);
    }

    /// <summary>没有满行时，看网格里表头各列在第几格。</summary>
    private int[]? HeaderFields(int[] columns)
    {
        Dictionary<int, int> fields = [];
        foreach (var (column, hit) in _printed.Header)
        {
            if (_flat.Grids.Count > 0 && _flat.IsGrid(hit.Start))
            {
                var line = _flat.Text.LastIndexOf('\n', Math.Max(0, hit.Start - 1)) + 1;
                fields[column] = _flat.Text.AsSpan(line, hit.Start - line).Count('\t');
            }
        }

        if (!columns.All(fields.ContainsKey))
        {
            return null;
        }

        int[] at = [.. columns.Select(c => fields[c])];
        return at.Zip(at.Skip(1)).All(p => p.First < p.Second) ? at : null;
    }

    private double[]? OffsetsOfColumns(int width)
    {
        var full = _printed.Rows
            .Select(r => r.Tokens.FindAll(t => PrintedRow.IsContent(t)))
            .Where(t => t.Count == width && t.TrueForAll(x => !x.Has(TokenFlags.Fielded) && x.Line == t[0].Line))
            .Select(t => t.Select(x => DisplayColumns.Middle(_flat.Text, x)).ToArray())
            .ToList();
        return full.Count < 2 || full.Count == _printed.Rows.Count(r => r.Contents > 0)
            ? null
            : [.. Enumerable.Range(0, width).Select(c => full.Average(f => f[c]))];
    }

    /// <summary>只印了几列的读法，展成七列。</summary>
    private static RowOptions Widen(RowOptions options, int[] columns)
    {
        if (columns.Length == Width)
        {
            return options;
        }

        return options with
        {
            Tiers = [.. options.Tiers.Select(t => t.ConvertAll(r => r with { Slots = Widen(r.Slots, columns) }))],
            Possible = options.Possible is null ? null : [.. AllColumns.Select(c => Array.IndexOf(columns, c) is var i and >= 0 ? options.Possible[i] : [null])],
        };
    }

    private static Slot[] Widen(Slot[] slots, int[] columns)
    {
        var wide = Enumerable.Repeat(Slot.Absent, Width).ToArray();
        for (var i = 0; i < columns.Length; i++)
        {
            wide[columns[i]] = slots[i];
        }

        return wide;
    }

    /// <summary>列勾稽对各行的系数，取自格式里第一列的勾稽关系。</summary>
    private static int[][] Coefficients(FormTable form) =>
    [
        .. form.Linkages.Where(l => l.Cells.All(i => i % Width == 0)).Select(l =>
        {
            var coefficients = new int[form.Rows.Count];
            foreach (var i in l.Left)
            {
                coefficients[i / Width] += 1;
            }

            foreach (var i in l.Right)
            {
                coefficients[i / Width] -= 1;
            }

            return coefficients;
        }),
    ];
}
