using System.Runtime.InteropServices;
using Gongkai.Reports.Reading.Labels;

namespace Gongkai.Reports.Reading.Tables;

/// <summary>把一行的记号读成若干格。合乎标签的照印的读，绝不修补；不合的列出各种读法，由勾稽去定。</summary>
/// <param name="text">摊平的文字。</param>
/// <param name="shape">行的形状。</param>
/// <param name="grid">某处是否来自网格：网格的列位置可信，分隔符文本的要勾稽成立才信。</param>
/// <param name="columnsOf">各列所在的格号（由满行或表头得出）；不知道时为 null。</param>
/// <param name="offsetsOf">各列的显示位置（由满行得出，用于空格对齐的表）；不知道时为 null。</param>
internal sealed class RowDecoder(string text, RowShape shape, Predicate<int> grid, Func<int[]?>? columnsOf = null, Func<double[]?>? offsetsOf = null)
{
    private readonly Lazy<int[]?>? _columns = columnsOf is null ? null : new(columnsOf);
    private readonly Lazy<double[]?>? _offsets = offsetsOf is null ? null : new(offsetsOf);

    private const int MaximumDropped = 4;
    private const int MaximumListed = 60;

    public RowOptions Decode(PrintedRow row) => Plain(row) ?? Weigh(row);

    /// <summary>绝大多数的行：不多不少，干干净净。</summary>
    private RowOptions? Plain(PrintedRow row)
    {
        if (row.Contents != shape.Width)
        {
            return null;
        }

        var slots = new Slot[shape.Width];
        var at = 0;
        foreach (ref readonly var token in CollectionsMarshal.AsSpan(row.Tokens))
        {
            if (token.Kind is TokenKind.Empty)
            {
                continue;
            }

            if (token.Has(TokenFlags.LeadIn | TokenFlags.InLabel | TokenFlags.BesideLabel) || HasLeadingZero(token))
            {
                return null;
            }

            slots[at++] = ToSlot(token);
        }

        return RowOptions.Only(slots);
    }

    private RowOptions Weigh(PrintedRow row)
    {
        var contents = row.Tokens.FindAll(t => PrintedRow.IsContent(t));
        if (contents.Count == 0)
        {
            var inside = row.Tokens.FindAll(t => t.Has(TokenFlags.InLabel));
            if (inside.Count >= Math.Min(shape.Width, 3) || inside.Sum(t => t.End - t.Start) >= Math.Max(3, shape.Width))
            {
                contents = [.. inside.Select(t => t with { Flags = t.Flags & ~TokenFlags.InLabel })];
            }
        }

        string? dropped = contents.Count > 0 && row.Tokens.Exists(t => t.Kind is not TokenKind.Empty && t.Has(TokenFlags.InLabel | TokenFlags.LeadIn))
            ? ReaderNotes.StrayDropped
            : null;
        var values = contents.FindAll(t => !t.Has(TokenFlags.BesideLabel));
        if (values.Count < contents.Count && values.Count + row.Tokens.Count(t => t.Kind is TokenKind.Empty && !t.Has(TokenFlags.LeadIn)) >= shape.Width)
        {
            (contents, dropped) = (values, ReaderNotes.StrayDropped);
        }

        if (contents.Count > shape.Width)
        {
            var trimmed = WithoutStrays(contents);
            dropped = trimmed.Count < contents.Count ? ReaderNotes.StrayDropped : dropped;
            contents = trimmed;
        }

        if (contents.Count == shape.Width && !contents.Exists(HasLeadingZero))
        {
            return RowOptions.Only([.. contents.Select(ToSlot)], dropped);
        }

        var empties = row.Tokens.FindAll(t => t.Kind is TokenKind.Empty && !t.Has(TokenFlags.LeadIn | TokenFlags.InLabel));
        return Fielded(row, contents, dropped)
            ?? WithEmpties(contents, empties)
            ?? Fused(contents)
            ?? Wrong(contents, empties);
    }

    /// <summary>满了以后，别的空行组、下一行行首或页码样式里的数是游离的。</summary>
    private List<Token> WithoutStrays(List<Token> contents)
    {
        if (_columns?.Value is { } columns && contents.TrueForAll(t => t.Has(TokenFlags.Fielded))
            && contents.FindAll(t => Array.IndexOf(columns, t.Field) >= 0) is { } placed && placed.Count == shape.Width)
        {
            return placed;
        }

        var group = contents[0].Group;
        var first = contents.FindAll(t => t.Group == group);
        if (first.Count == shape.Width)
        {
            return first;
        }

        for (var i = 0; i + 2 < contents.Count; i++)
        {
            if (contents.Count - 3 >= shape.Width && IsPageMark(contents[i], contents[i + 1], contents[i + 2]))
            {
                return WithoutStrays([.. contents[..i], .. contents[(i + 3)..]]);
            }
        }

        return contents;
    }

    private static bool IsPageMark(Token a, Token b, Token c) =>
        a.Kind is TokenKind.Dash && b.Kind is TokenKind.Number && c.Kind is TokenKind.Dash
        && a.Line == b.Line && b.Line == c.Line && a.Field == c.Field && b.Start - a.End <= 1 && c.Start - b.End <= 1;

    /// <summary>有分隔符的一行：先看各列的定位，再看能放下全部内容的连续几格。</summary>
    private RowOptions? Fielded(PrintedRow row, List<Token> contents, string? dropped)
    {
        var anchor = contents.Count > 0 ? contents[0] : row.Tokens.Find(t => t.Kind is TokenKind.Empty && t.Has(TokenFlags.Fielded) && !t.Has(TokenFlags.LeadIn));
        if (!anchor.Has(TokenFlags.Fielded) || contents.Exists(t => t.Line != anchor.Line) || contents.Zip(contents.Skip(1)).Any(p => p.First.Field == p.Second.Field))
        {
            return null;
        }

        var fields = row.Tokens.FindAll(t => t.Line == anchor.Line && !t.Has(TokenFlags.LeadIn | TokenFlags.InLabel)).DistinctBy(t => t.Field).ToDictionary(t => t.Field);
        if (_columns?.Value is { } columns && contents.TrueForAll(t => Array.IndexOf(columns, t.Field) >= 0) && contents.Count <= shape.Width)
        {
            var slots = columns.Select(f => fields.TryGetValue(f, out var t) ? ToSlot(t) : Slot.Absent).ToArray();
            var printed = Array.FindLastIndex(slots, s => s.Kind is not SlotKind.Absent) + 1;
            if (printed > 0 && Array.IndexOf(slots, Slot.Absent, 0, printed) < 0 && (grid(anchor.Start) ? printed == shape.Width : shape.Holds(slots)))
            {
                return RowOptions.Only(slots, dropped);
            }
        }

        if (contents.Count == 0 || contents.Count > shape.Width || fields.Count == 0)
        {
            return null;
        }

        var (low, high) = (fields.Keys.Min(), fields.Keys.Max());
        List<RowReading> windows = [];
        for (var start = low; start + shape.Width - 1 <= high; start++)
        {
            if (contents[0].Field >= start && contents[^1].Field < start + shape.Width)
            {
                Add(windows, [.. Enumerable.Range(start, shape.Width).Select(f => fields.TryGetValue(f, out var t) ? ToSlot(t) : Slot.Absent)], ReaderNotes.RowShifted);
            }
        }

        if (windows.Count == 0)
        {
            return null;
        }

        var holding = windows.FindAll(w => shape.Holds(w.Slots));
        return holding.Count > 0 && holding.Count < windows.Count ? new RowOptions([holding, windows]) : new RowOptions([windows]);
    }

    /// <summary>一格一行的表：空行就是空格，数起来刚好。</summary>
    private RowOptions? WithEmpties(List<Token> contents, List<Token> empties)
    {
        if (contents.Count >= shape.Width || empties.Count == 0 || empties.Exists(t => t.Has(TokenFlags.Fielded)) || contents.Count + empties.Count < shape.Width)
        {
            return null;
        }

        var group = contents.Count > 0 ? contents[0].Group : empties[0].Group;
        var own = contents.Concat(empties).Where(t => t.Group == group).OrderBy(t => t.Start).ToList();
        if (own.Count == shape.Width && contents.TrueForAll(t => t.Group == group))
        {
            return RowOptions.Only([.. own.Select(ToSlot)]);
        }

        if (contents.Count == 0)
        {
            return null;
        }

        var all = contents.Concat(empties).OrderBy(t => t.Start).ToList();
        return Ranked(new RowChoices(shape, all.ConvertAll(ToSlot), s => s.Kind is SlotKind.Blank), ReaderNotes.BlanksInferred) ?? Undecided(contents);
    }

    private RowOptions? Fused(List<Token> contents)
    {
        if (contents.Count == 0 || contents.Count > shape.Width || !contents.TrueForAll(t => t.Has(TokenFlags.Plain))
            || (contents[0].Has(TokenFlags.Fielded) && contents[0].Line == contents[^1].Line && contents[0].Field != contents[^1].Field))
        {
            return null;
        }

        var digits = contents.Sum(t => t.End - t.Start - (t.Has(TokenFlags.HasUnit) ? 1 : 0));
        if (digits < shape.Width || (contents.Count < shape.Width && !contents.Exists(t => t.End - t.Start > 1)))
        {
            return null;
        }

        var kept = DigitSplitter.Split(text, contents, shape, keepBreaks: true);
        var loose = contents.Count > 1 ? DigitSplitter.Split(text, contents, shape, keepBreaks: false) : kept;
        List<RowReading> blanks = [];
        if (shape.Group > 0 && contents.Count is > 1 && contents.Count < shape.Width && !contents.Exists(HasLeadingZero))
        {
            if (new RowChoices(shape, contents.ConvertAll(ToSlot), _ => false).List(holding: true, ReaderNotes.BlanksInferred) is not { } spread)
            {
                return Undecided(contents);
            }

            blanks = spread;
        }

        List<List<RowReading>> tiers = [];
        if (kept.Solutions.Count + blanks.Count > 0)
        {
            tiers.Add([.. kept.Solutions, .. blanks]);
        }

        if (loose.Solutions.Count > kept.Solutions.Count)
        {
            tiers.Add(loose.Solutions);
        }

        if (shape.Group > 0)
        {
            var broken = DigitSplitter.Split(text, contents, shape with { Group = 0 }, keepBreaks: contents.Count > 1);
            if (!broken.IsOpen && broken.Solutions.Count > 0)
            {
                tiers.Add(broken.Solutions);
                return new RowOptions(tiers, loose.IsOpen, loose.IsOpen ? DigitSplitter.Possible(text, contents, shape.Width) : null, Span(contents));
            }
        }

        var open = loose.IsOpen || shape.Group > 0 || tiers.Count == 0;
        var possible = open ? DigitSplitter.Possible(text, contents, shape.Width) : null;
        return possible is not null && Array.Exists(possible, p => p.Count == 0)
            ? RowOptions.Only([.. Enumerable.Repeat(Span(contents), shape.Width)])
            : new RowOptions(tiers, open, possible, Span(contents));
    }

    /// <summary>数目不对：多了就丢，少了就是空格没有印出。</summary>
    private RowOptions Wrong(List<Token> contents, List<Token> empties)
    {
        if (contents.Count == shape.Width)
        {
            return RowOptions.Only([.. contents.Select(ToSlot)]);
        }

        if (contents.Count == 0)
        {
            return RowOptions.Only([.. Enumerable.Repeat(empties.Count >= shape.Width || (empties.Count > 0 && shape.Width == 1) ? new Slot(SlotKind.Blank, 0, empties[0].Start, empties[0].Start) : Slot.Absent, shape.Width)]);
        }

        if (contents.Count > shape.Width)
        {
            return contents.Count - shape.Width > MaximumDropped
                ? Undecided(contents.Count > MaximumListed ? contents[..MaximumListed] : contents)
                : Ranked(new RowChoices(shape, contents.ConvertAll(ToSlot), _ => true), ReaderNotes.StrayDropped) ?? Undecided(contents);
        }

        return ByOffset(contents) is { } aligned
            ? RowOptions.Only(aligned, ReaderNotes.BlanksInferred)
            : Ranked(new RowChoices(shape, contents.ConvertAll(ToSlot), _ => false), ReaderNotes.BlanksInferred) ?? Undecided(contents);
    }

    /// <summary>读法多到不值得列：每一格都可能是其中任一个数，也可能没有印出。</summary>
    private RowOptions Undecided(List<Token> contents)
    {
        decimal?[] possible = [null, .. contents.Select(ToSlot).Select(s => (decimal?)(s.Value / (decimal)Token.Scale)).Distinct()];
        return new RowOptions([], true, [.. Enumerable.Repeat(possible, shape.Width)], Span(contents));
    }

    /// <summary>行内勾稽成立的读法在前；读法多到列不全时为 null。</summary>
    private static RowOptions? Ranked(RowChoices choices, string note)
    {
        if (choices.List(holding: true, note) is not { } holding)
        {
            return null;
        }

        var all = choices.List(holding: false, note);
        if (all is null || all.Count == 0)
        {
            return holding.Count > 0 ? new RowOptions([holding]) : null;
        }

        return holding.Count > 0 && holding.Count < all.Count ? new RowOptions([holding, all]) : new RowOptions([all]);
    }

    /// <summary>空格对齐的表：按显示位置归列，偏得明显比列距小才算。</summary>
    private Slot[]? ByOffset(List<Token> contents)
    {
        if (_offsets?.Value is not { } offsets || contents.Exists(t => t.Has(TokenFlags.Fielded) || t.Line != contents[0].Line))
        {
            return null;
        }

        var slots = Enumerable.Repeat(Slot.Absent, shape.Width).ToArray();
        foreach (var token in contents)
        {
            var middle = DisplayColumns.Middle(text, token);
            var nearest = Enumerable.Range(0, shape.Width).MinBy(i => Math.Abs(offsets[i] - middle));
            var spacing = Enumerable.Range(0, shape.Width).Where(i => i != nearest).Min(i => Math.Abs(offsets[i] - offsets[nearest]));
            if (Math.Abs(offsets[nearest] - middle) * 3 > spacing || slots[nearest].Kind is not SlotKind.Absent)
            {
                return null;
            }

            slots[nearest] = ToSlot(token);
        }

        return slots;
    }

    private static void Add(List<RowReading> readings, Slot[] slots, string note)
    {
        var reading = new RowReading(slots, note);
        if (!readings.Exists(reading.SameAs))
        {
            readings.Add(reading);
        }
    }

    private bool HasLeadingZero(Token token) =>
        token.Has(TokenFlags.Plain) && !token.Has(TokenFlags.HasUnit) && token.End - token.Start > 1 && CharKinds.Of(text[token.Start]) is CharKind.Digit && CharKinds.DigitValue(text[token.Start]) == 0;

    /// <summary>一行的全部内容。</summary>
    private static Slot Span(List<Token> contents) => new(SlotKind.Unreadable, 0, contents[0].Start, contents[^1].End);

    public static Slot ToSlot(Token token) => token.Kind switch
    {
        TokenKind.Number when !token.Has(TokenFlags.TooLong) => new Slot(SlotKind.Number, token.Value, token.Start, token.End),
        TokenKind.Dash => new Slot(SlotKind.Dash, 0, token.Start, token.End),
        TokenKind.Empty => new Slot(SlotKind.Blank, 0, token.Start, token.Start),
        _ => new Slot(SlotKind.Unreadable, 0, token.Start, token.End),
    };
}
