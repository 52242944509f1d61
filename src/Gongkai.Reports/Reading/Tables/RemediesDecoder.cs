using System.Runtime.InteropServices;
using Gongkai.Core.Reports;
using Gongkai.Reports.Reading.Labels;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>读表四：三块各五格，每块末格为其余之和；通常印成一行十五格，也有一块一行、一格一标签的。</summary>
internal sealed class RemediesDecoder
{
    private const int Blocks = 3;
    private const int Columns = 5;
    private const int Width = Blocks * Columns;
    private static readonly TableLabels Labels = TableLabels.Remedies;

    private readonly FlatText _flat;
    private readonly LexedTable _lexed;

    private RemediesDecoder(FlatText flat, LexedTable lexed) => (_flat, _lexed) = (flat, lexed);

    /// <summary>读一段文字里的表四。</summary>
    public static DecodedTable Decode(FlatText flat, int start, int end, ReportForm expected, int? year)
    {
        _ = year;
        var form = expected[ReportTable.Remedies];
        var decoder = new RemediesDecoder(flat, TableLexer.Lex(flat, start, end, Labels));
        var runs = decoder.Runs();
        return runs.Count == 0
            ? DecodedTable.Missing(form, decoder._lexed.HasPicture)
            : decoder.Read(form, runs);
    }

    private DecodedTable Read(FormTable form, List<Run> runs)
    {
        var builder = new CellBuilder(_flat, form);
        var outcome = SearchOutcome.Single;
        var shape = new RowShape(Width, Columns);
        if ((Assign(runs) ?? Labelled(runs)) is { } slots)
        {
            List<RowReading> only = [new RowReading(slots, null)];
            for (var i = 0; i < Width; i++)
            {
                builder.Set(i, only, i);
            }
        }
        else
        {
            var row = new PrintedRow(0, null, Trim([.. runs.SelectMany(r => r.Tokens)]));
            var options = new RowDecoder(_flat.Text, shape, _flat.IsGrid).Decode(row);
            var search = ReadingSearch.Solve(shape, [options], []);
            outcome = search.Outcome;
            for (var i = 0; i < Width; i++)
            {
                builder.Set(i, search.Rows[0], i, search.HitLimit && options.IsOpen ? options : null);
            }

            builder.NoteStrays(row, search.Rows[0]);
            if (search.HitLimit)
            {
                builder.Note(ReaderNotes.SearchLimit);
            }
        }

        var (cells, notes) = builder.Build();
        return new DecodedTable(DecodedTable.Prove(form, cells, builder, outcome), notes, runs.Sum(r => r.Tokens.Count) >= Width ? 3 : 1);
    }

    /// <summary>网格的数据行里，表头占着的空格不算；只取有内容的那些行。</summary>
    private static List<Token> Trim(List<Token> tokens)
    {
        var contents = tokens.FindAll(t => PrintedRow.IsContent(t));
        if (contents.Count == 0 || contents.Count >= Width)
        {
            return tokens;
        }

        var lines = contents.Select(t => t.Line).ToHashSet();
        var fielded = tokens.FindAll(t => lines.Contains(t.Line));
        return fielded.Count >= Width ? fielded : tokens;
    }

    /// <summary>一串记号，和它前面新出现的标签。</summary>
    private sealed record Run(List<(int Block, int Column)> Before, List<Token> Tokens);

    private List<Run> Runs()
    {
        var hits = _lexed.Hits;
        var first = hits.FindIndex(h => Labels.All[h.Label] is { Column: >= 0, Text: not ("总计" or "合计" or "小计" or "其他" or "其它") } && IsAlone(h));
        if (first < 0)
        {
            first = hits.FindIndex(h => Labels.All[h.Label].Row > 0 && IsAlone(h));
        }

        if (first < 0)
        {
            return [];
        }

        while (first > 0 && Labels.All[hits[first - 1].Label].Row >= 0 && IsAlone(hits[first - 1]) && NoContentBetween(hits[first - 1].End, hits[first].Start))
        {
            first--;
        }

        List<Run> runs = [];
        var token = 0;
        for (var i = first; i < hits.Count; i++)
        {
            List<(int, int)> before = [];
            var stop = int.MaxValue;
            for (; i < hits.Count; i++)
            {
                before.Add((Labels.All[hits[i].Label].Row, Labels.All[hits[i].Label].Column));
                stop = i + 1 < hits.Count ? hits[i + 1].Start : int.MaxValue;
                if (!NoContentBetween(hits[i].End, stop))
                {
                    break;
                }
            }

            var from = i < hits.Count ? hits[i].End : hits[^1].End;
            var limit = Limit(from);
            while (token < _lexed.Tokens.Count && _lexed.Tokens[token].Start < from)
            {
                token++;
            }

            List<Token> tokens = [];
            for (; token < _lexed.Tokens.Count && _lexed.Tokens[token].Start < Math.Min(stop, limit); token++)
            {
                tokens.Add(_lexed.Tokens[token]);
            }

            if (tokens.Count > 0)
            {
                runs.Add(new Run(before, tokens));
            }
        }

        return runs;
    }

    /// <summary>表后的正文从哪里开始。</summary>
    private int Limit(int from)
    {
        var content = _lexed.Tokens.FindIndex(t => t.Start >= from && PrintedRow.IsContent(t));
        var after = content < 0 ? from : _lexed.Tokens[content].Start;
        var prose = _lexed.Lines.FindIndex(l => l.Start > after && l.Residue >= 6);
        return prose < 0 ? int.MaxValue : _lexed.Lines[prose].Start;
    }

    private bool NoContentBetween(int from, int to)
    {
        foreach (ref readonly var token in CollectionsMarshal.AsSpan(_lexed.Tokens))
        {
            if (token.Start >= to)
            {
                break;
            }

            if (token.Start >= from && PrintedRow.IsContent(token))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsAlone(LabelHit hit)
    {
        var text = _flat.Text;
        var before = hit.Start > 0 ? text[hit.Start - 1] : '\n';
        var after = hit.End < text.Length ? text[hit.End] : '\n';
        return (CharKinds.Of(before) is not CharKind.Han || _lexed.Hits.Exists(h => h.End == hit.Start))
            && (CharKinds.Of(after) is not CharKind.Han || _lexed.Hits.Exists(h => h.Start == hit.End));
    }

    /// <summary>只印了几块：每块的五个列标签各有一个数。</summary>
    private static Slot[]? Labelled(List<Run> runs)
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
    private static Slot[]? Assign(List<Run> runs)
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
