using System.Runtime.InteropServices;
using Gongkai.Core.Reports;
using Gongkai.Reports.Reading.Labels;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>读表四：三块各五格，每块末格为其余之和；通常印成一行十五格，也有一块一行、一格一标签的。</summary>
internal sealed class RemediesDecoder
{
    private const int Columns = 5;
    private const int Width = 3 * Columns;
    private const int MaximumListed = 60;
    private static readonly TableLabels Labels = TableLabels.Remedies;

    private readonly FlatText _flat;
    private readonly LexedTable _lexed;

    private RemediesDecoder(FlatText flat, LexedTable lexed) => (_flat, _lexed) = (flat, lexed);

    /// <summary>读一段文字里的表四。</summary>
    /// <param name="flat">摊平的文字。</param>
    /// <param name="start">起点。</param>
    /// <param name="end">终点（不含）。</param>
    /// <param name="expected">这一年的格式。</param>
    /// <param name="year">报告年度，用来在几年的表里取这一年的；不知道时为 null。</param>
    public static DecodedTable Decode(FlatText flat, int start, int end, ReportForm expected, int? year)
    {
        var form = expected[ReportTable.Remedies];
        var lexed = TableLexer.Lex(flat, start, end, Labels);
        List<PartReading> parts = [];
        foreach (var table in RemediesFocus.Find(lexed, Labels, start, year))
        {
            var decoder = new RemediesDecoder(flat, table);
            if (decoder.Runs() is { Count: > 0 } runs)
            {
                parts.Add(decoder.Read(runs));
            }
        }

        return parts.Count == 0 ? DecodedTable.Missing(form, lexed.HasPicture) : Write(flat, form, parts);
    }

    /// <summary>一张候选的表的读法；各读法都是格式的十五格。</summary>
    private sealed record PartReading(List<RowReading> Readings, SearchOutcome Outcome, int Tokens, RowOptions? Open = null, PrintedRow? Row = null, bool HitLimit = false);

    private static DecodedTable Write(FlatText flat, FormTable form, List<PartReading> parts)
    {
        var builder = new CellBuilder(flat, form);
        var readings = parts.Count == 1 ? parts[0].Readings : parts.ConvertAll(p => p.Open is null ? p : Undecided(p.Row!.Tokens, p.Tokens)).SelectMany(p => p.Readings).ToList();
        for (var i = 0; i < Width; i++)
        {
            builder.Set(i, readings, i, parts.Count == 1 ? parts[0].Open : null);
        }

        if (parts is [{ Row: { } row }])
        {
            builder.NoteStrays(row, readings);
        }

        if (parts.Exists(p => p.HitLimit))
        {
            builder.Note(ReaderNotes.SearchLimit);
        }

        var (cells, notes) = builder.Build();
        return new DecodedTable(DecodedTable.Prove(form, cells, builder, parts[0].Outcome), notes, parts.Max(p => p.Tokens) >= Width ? 3 : 1);
    }

    private PartReading Read(List<RemedyRun> runs)
    {
        var count = runs.Sum(r => r.Tokens.Count);
        if (RemedyRun.Place(runs) is { } slots)
        {
            return new PartReading([new RowReading(slots, null)], SearchOutcome.Single, count);
        }

        List<Token> tokens = runs.Count == 1 ? runs[0].Tokens : [.. runs.SelectMany(r => r.Tokens)];
        var layout = RemediesLayout.Standard;
        if (!RemediesLayout.IsStandard(runs[0].Before) && runs.Count == 1)
        {
            if (RemediesLayout.ByField(runs[0].Before.ConvertAll(Placed), tokens) is { } placed)
            {
                return new PartReading([new RowReading(placed, null)], SearchOutcome.Single, count);
            }

            if (RemediesLayout.ByOrder(runs[0].Before, tokens.Count(t => PrintedRow.IsContent(t))) is not { } ordered)
            {
                return Undecided(tokens, count);
            }

            layout = ordered;
        }

        var shape = new RowShape(layout.Width, layout.Group);
        var row = new PrintedRow(0, null, Trim(tokens));
        var options = new RowDecoder(_flat.Text, shape, _flat.IsGrid).Decode(row);
        var search = ReadingSearch.Solve(shape, [options], []);
        var readings = search.Rows[0];
        if (!ReferenceEquals(layout, RemediesLayout.Standard))
        {
            if (options.IsOpen)
            {
                return Undecided(tokens, count);
            }

            readings = readings.ConvertAll(r => Rearranged(r, layout));
        }

        return new PartReading(readings, search.Outcome, count, search.HitLimit && options.IsOpen ? options : null, row, search.HitLimit);
    }

    private static RowReading Rearranged(RowReading reading, RemediesLayout layout)
    {
        var slots = Enumerable.Repeat(Slot.Absent, Width).ToArray();
        for (var i = 0; i < layout.Width; i++)
        {
            if (layout.Cells[i] >= 0)
            {
                slots[layout.Cells[i]] = reading.Slots[i];
            }
        }

        return new RowReading(slots, reading.Note);
    }

    /// <summary>标签的次序与格式不合，又对不上各数：哪一格都可能是其中任一个。</summary>
    private static PartReading Undecided(List<Token> contents, int count)
    {
        List<RowReading> readings = [new RowReading([.. Enumerable.Repeat(Slot.Absent, Width)], null)];
        foreach (var slot in contents.Where(t => PrintedRow.IsContent(t)).Take(MaximumListed).Select(RowDecoder.ToSlot))
        {
            readings.Add(new RowReading([.. Enumerable.Repeat(slot, Width)], null));
        }

        return new PartReading(readings, SearchOutcome.Several, count);
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

    private List<RemedyRun> Runs()
    {
        var hits = _lexed.Hits;
        var first = hits.FindIndex(h => Labels.All[h.Label] is { Column: >= 0, Text: not ("总计" or "合计" or "小计" or "其他" or "其它") } && IsAlone(h));
        if (first < 0)
        {
            // Only totals are printed: the names of the blocks follow at once.
            for (var i = 1; i < hits.Count && first < 0; i++)
            {
                first = Labels.All[hits[i].Label].Row >= 0 && Labels.All[hits[i - 1].Label].Column >= 0
                    && IsAlone(hits[i]) && IsAlone(hits[i - 1]) && NoContentBetween(hits[i - 1].End, hits[i].Start) ? i : -1;
            }
        }

        if (first < 0)
        {
            first = hits.FindIndex(h => Labels.All[h.Label].Row > 0 && IsAlone(h));
        }

        if (first < 0)
        {
            return [];
        }

        while (first > 0 && IsAlone(hits[first - 1]) && NoContentBetween(hits[first - 1].End, hits[first].Start))
        {
            first--;
        }

        List<RemedyRun> runs = [];
        var (token, line) = (0, 0);
        for (var i = first; i < hits.Count; i++)
        {
            List<RemedyMark> before = [];
            var stop = int.MaxValue;
            for (; i < hits.Count; i++)
            {
                before.Add(Mark(hits[i], ref line));
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
                runs.Add(new RemedyRun(before, tokens));
            }
        }

        return runs;
    }

    private RemedyMark Mark(LabelHit hit, ref int line)
    {
        while (line + 1 < _lexed.Lines.Count && _lexed.Lines[line + 1].Start <= hit.Start)
        {
            line++;
        }

        var label = Labels.All[hit.Label];
        var column = label.Column == Columns - 1 && hit.Start > _lexed.Lines[line].Start && CharKinds.Of(_flat.Text[hit.Start - 1]) is CharKind.Han ? RemediesLayout.Extra : label.Column;
        return new RemedyMark(label.Row, column, line, hit.Start, 0);
    }

    /// <summary>看清标签印在行内第几格；只有次序与格式不合时才要看。</summary>
    private RemedyMark Placed(RemedyMark mark)
    {
        var line = _lexed.Lines[mark.Line];
        return line.Fields > 1 ? mark with { Field = FieldOf(_flat.Text.AsSpan(line.Start, Math.Max(0, mark.Start - line.Start))) } : mark;
    }

    private static int FieldOf(ReadOnlySpan<char> text)
    {
        var (tabs, pipes, leading) = (0, 0, true);
        foreach (var c in text)
        {
            var kind = CharKinds.Of(c);
            tabs += kind is CharKind.Tab ? 1 : 0;
            pipes += kind is CharKind.Pipe && !leading ? 1 : 0;
            leading &= kind is CharKind.Space;
        }

        return tabs > 0 ? tabs : pipes;
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
}
