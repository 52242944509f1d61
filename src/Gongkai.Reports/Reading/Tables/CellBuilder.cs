using Gongkai.Core.Reports;
using Gongkai.Reports.Reading.Labels;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>把留下的读法写成一张表的各格，并记下读法上的说明。</summary>
internal sealed class CellBuilder(FlatText flat, FormTable form)
{
    private const int MaximumRaw = 80;

    private readonly CellReading[] _cells = new CellReading[form.Cells.Count];

    // Most tables have neither.
    private SortedDictionary<string, List<CellAddress>>? _notes;
    private List<string>? _strays;

    /// <summary>金额的单位印作「元」：值要除以一万。</summary>
    public bool AmountsInYuan { get; init; }

    public bool HasAmbiguous { get; private set; }

    public bool HasUnread { get; private set; }

    /// <summary>一格：各种读法里的样子都一致就照写，不一致就是两可。</summary>
    /// <param name="index">格的序号。</param>
    /// <param name="readings">留下的读法。</param>
    /// <param name="slot">在读法里的第几格。</param>
    /// <param name="open">读法列不全的一行：可能的值从这里取。</param>
    public void Set(int index, List<RowReading> readings, int slot, RowOptions? open = null)
    {
        if (open is null && Agree(readings, slot))
        {
            Set(index, readings[0], slot);
        }
        else
        {
            Differ(index, readings, slot, open);
        }
    }

    private void Set(int index, RowReading reading, int slot)
    {
        var cell = form.Cells[index];
        Read(cell, reading.Slots[slot], out _cells[index]);
        HasUnread |= _cells[index].State is CellState.Absent or CellState.Unreadable;
        if (reading.Note is { } note)
        {
            Note(note, cell.Address);
        }
    }

    private static bool Agree(List<RowReading> readings, int slot)
    {
        for (var i = 1; i < readings.Count; i++)
        {
            if (!readings[i].Slots[slot].SameAs(readings[0].Slots[slot]))
            {
                return false;
            }
        }

        return true;
    }

    private void Differ(int index, List<RowReading> readings, int slot, RowOptions? open)
    {
        var cell = form.Cells[index];
        var candidates = readings.Select(r => Candidate(cell, r.Slots[slot]))
            .Concat(open?.Possible?[slot] ?? [])
            .Distinct().OrderBy(v => v ?? -1).ToArray();
        if (candidates.Length == 0 || candidates is [null])
        {
            var only = candidates.Length == 0 && open is not null ? open.Printed : Slot.Absent;
            Set(index, new RowReading([.. Enumerable.Repeat(only, slot + 1)], null), slot);
            return;
        }

        List<Slot> printed = [.. readings.Select(r => r.Slots[slot]).Where(s => s.Start >= 0)];
        if (open is not null)
        {
            printed.Add(open.Printed);
        }

        var start = printed.Count > 0 ? printed.Min(s => s.Start) : -1;
        var end = printed.Count > 0 ? printed.Max(s => s.End) : -1;
        _cells[index] = new CellReading(CellState.Ambiguous, 0, start < 0 ? "" : Raw(start, end), start < 0 ? Place.Nowhere : flat.PlaceAt(start), candidates);
        HasAmbiguous = true;
        foreach (var note in readings.Select(r => r.Note).OfType<string>().Distinct())
        {
            Note(note, cell.Address);
        }
    }

    /// <summary>记一条读者说明。</summary>
    public void Note(string code, params ReadOnlySpan<CellAddress> cells)
    {
        _notes ??= new(StringComparer.Ordinal);
        if (!_notes.TryGetValue(code, out var all))
        {
            _notes[code] = all = [];
        }

        foreach (var cell in cells)
        {
            if (!all.Contains(cell))
            {
                all.Add(cell);
            }
        }
    }

    /// <summary>印在这一行、又不在任何一格里的数：记下是什么、在哪里。</summary>
    /// <param name="row">一行。</param>
    /// <param name="readings">这一行留下的读法；不止一种时说不清哪个是游离的。</param>
    public void NoteStrays(PrintedRow row, List<RowReading> readings)
    {
        if (readings is not [{ Note: ReaderNotes.StrayDropped } reading])
        {
            return;
        }

        foreach (var token in row.Tokens)
        {
            if (token.Kind is not TokenKind.Empty && !Array.Exists(reading.Slots, s => s.Start >= 0 && s.Start <= token.Start && token.End <= s.End))
            {
                (_strays ??= []).Add($"“{Raw(token.Start, token.End)}”（{flat.PlaceAt(token.Start)}）");
            }
        }
    }

    public (CellReading[] Cells, List<ReaderNote> Notes) Build() =>
        (_cells, _notes is null ? [] : [.. _notes.Select(n => new ReaderNote(n.Key, NoteTexts.Say(n.Key, form.Table, n.Value.Count, _strays ?? []), n.Value))]);

    private decimal? Candidate(FormCell cell, Slot slot) => slot.Kind switch
    {
        SlotKind.Absent => null,
        SlotKind.Number => Value(cell, slot.Value, Raw(slot.Start, slot.End)),
        _ => 0,
    };

    // A cell is large: it is written where it belongs, once.
    private void Read(FormCell cell, in Slot slot, out CellReading reading)
    {
        if (slot.Kind is SlotKind.Absent)
        {
            reading = CellReading.Absent;
            return;
        }

        var state = slot.Kind switch
        {
            SlotKind.Number => CellState.Number,
            SlotKind.Blank => CellState.Blank,
            SlotKind.Dash => CellState.Dash,
            _ => CellState.Unreadable,
        };
        var raw = state is CellState.Blank ? "" : Raw(slot.Start, slot.End);
        reading = new CellReading(state, state is CellState.Number ? Value(cell, slot.Value, raw) : 0, raw, flat.PlaceAt(slot.Start));
    }

    private decimal Value(FormCell cell, long scaled, string raw)
    {
        if (scaled == 0 && raw.Length <= 1)
        {
            return 0;
        }

        var value = scaled % Token.Scale == 0 ? scaled / Token.Scale : scaled / (decimal)Token.Scale;
        if (raw.Length <= 1)
        {
            return AmountsInYuan && cell.Unit is "万元" && value != 0 ? Converted(cell, value) : value;
        }

        var unit = raw[^1];
        if (CharKinds.Of(unit) is CharKind.Han)
        {
            Note(ReaderNotes.UnitConverted, cell.Address);
            if (cell.Unit is "万元" && unit is '元')
            {
                return raw[^2] is '万' or '萬' ? value : raw[^2] is '亿' ? value * 10_000 : value / 10_000;
            }

            return value;
        }

        foreach (var c in raw)
        {
            if (c is not ((>= '0' and <= '9') or '.' or '-'))
            {
                Note(ReaderNotes.NumberNormalised, cell.Address);
                break;
            }
        }

        return AmountsInYuan && cell.Unit is "万元" ? Converted(cell, value) : value;
    }

    private decimal Converted(FormCell cell, decimal value)
    {
        Note(ReaderNotes.UnitConverted, cell.Address);
        return value / 10_000;
    }

    private string Raw(int start, int end)
    {
        if (end - start == 1 && !char.IsSurrogate(flat.Text[start]))
        {
            return Singles.Of(flat.Text[start]);
        }

        var stop = Math.Min(end, start + MaximumRaw);
        return WholeText.Of(flat.Text.AsSpan(start, stop - start));
    }

    /// <summary>单字的原文各存一份：一张表里绝大多数是「0」。</summary>
    private static class Singles
    {
        private static readonly string[] All = [.. Enumerable.Range(0, 128).Select(i => ((char)i).ToString())];

        public static string Of(char c) => c < All.Length ? All[c] : c.ToString();
    }
}
