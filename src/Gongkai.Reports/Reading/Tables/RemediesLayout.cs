namespace Gongkai.Reports.Reading.Tables;

/// <summary>表头里的一个标签，和它印在哪一行哪一格。</summary>
/// <param name="Block">第几块；不是块时为 -1。</param>
/// <param name="Column">第几列；不是列时为 -1，「诉讼合计」之类表外的列为 <see cref="RemediesLayout.Extra"/>。</param>
/// <param name="Line">第几行。</param>
/// <param name="Start">在摊平文字中的起点。</param>
/// <param name="Field">行内第几格。</param>
internal readonly record struct RemedyMark(int Block, int Column, int Line, int Start, int Field)
{
    /// <summary>「行政诉讼」：只是两块的总称。</summary>
    public bool IsCaption => Block < 0 && Column == -1;
}

/// <summary>照印出的标签，表四的数各归哪一格。</summary>
/// <param name="Width">印出的一行有几格。</param>
/// <param name="Cells">印出的第几格是表里的第几格；表外的格为 -1。</param>
internal sealed record RemediesLayout(int Width, int[] Cells)
{
    /// <summary>表外的列。</summary>
    public const int Extra = -2;

    private const int Blocks = 3;
    private const int Columns = 5;

    public static RemediesLayout Standard { get; } = new(Blocks * Columns, [.. Enumerable.Range(0, Blocks * Columns)]);

    /// <summary>行内勾稽可用：各块五格，末格为总计。</summary>
    public int Group { get; } = Cells.Length % Columns == 0 && Cells.Index().All(c => c.Item >= 0 && c.Item % Columns == c.Index % Columns) ? Columns : 0;

    /// <summary>表头印全了，次序与格式一致。</summary>
    public static bool IsStandard(List<RemedyMark> marks)
    {
        var (block, column) = (0, 0);
        foreach (var mark in marks)
        {
            if (mark.Block >= 0 && mark.Block != block++)
            {
                return false;
            }

            if (mark.Column != -1 && mark.Column != column++ % Columns)
            {
                return false;
            }

            if (mark.IsCaption && block == 0)
            {
                return false;
            }
        }

        return block is 0 or Blocks && column == Blocks * Columns;
    }

    /// <summary>有分隔符的一行：每个数归它上方的列标签和左上方的块标签；对不上时为 null。</summary>
    public static Slot[]? ByField(List<RemedyMark> marks, List<Token> tokens)
    {
        var values = tokens.FindAll(t => t.Has(TokenFlags.Fielded) && !t.Has(TokenFlags.LeadIn | TokenFlags.InLabel | TokenFlags.BesideLabel));
        var contents = values.FindAll(t => t.Kind is not (TokenKind.Empty or TokenKind.Other));
        var columns = Lowest(marks);
        var blocks = marks.FindAll(m => m.Block >= 0);
        if (contents.Count == 0 || contents.Exists(t => t.Line != contents[0].Line) || blocks.Count == 0
            || columns.Count == 0 || tokens.Exists(t => PrintedRow.IsContent(t) && t.Kind is not TokenKind.Other && !t.Has(TokenFlags.Fielded)))
        {
            return null;
        }

        values.RemoveAll(t => t.Line != contents[0].Line);
        if (contents.Exists(t => !columns.Exists(m => m.Field == t.Field)) || values.DistinctBy(t => t.Field).Count() != values.Count)
        {
            return null;
        }

        var slots = Enumerable.Repeat(Slot.Absent, Blocks * Columns).ToArray();
        foreach (var column in columns)
        {
            var value = values.FindIndex(t => t.Field == column.Field);
            if (value < 0)
            {
                return null;
            }

            if (column.Column == Extra)
            {
                continue;
            }

            var over = Over(blocks, column);
            var block = over?.Block ?? -1;
            if (over is { } name && column.Line == name.Line && column.Column == Columns - 1
                && columns.Exists(c => c.Column == column.Column && c.Line > name.Line && Over(blocks, c)?.Block == name.Block))
            {
                // Printed level with the names of the blocks: the sum of the blocks, not of this one.
                continue;
            }

            if (block < 0 || slots[(block * Columns) + column.Column].Kind is not SlotKind.Absent)
            {
                return null;
            }

            slots[(block * Columns) + column.Column] = RowDecoder.ToSlot(values[value]);
        }

        return slots;
    }

    private static RemedyMark? Over(List<RemedyMark> blocks, RemedyMark column) =>
        blocks.FindAll(b => b.Field <= column.Field) is { Count: > 0 } left ? left.MaxBy(b => b.Field) : null;

    /// <summary>各格里最靠下的列标签；合并的格拆开重印时，同一格上下是同一个标签，不同就说不清，一个也不取。</summary>
    private static List<RemedyMark> Lowest(List<RemedyMark> marks)
    {
        SortedDictionary<int, RemedyMark> byField = [];
        foreach (var mark in marks.Where(m => m.Column != -1))
        {
            if (byField.TryGetValue(mark.Field, out var above) && (above.Column != mark.Column || above.Line == mark.Line))
            {
                return [];
            }

            byField[mark.Field] = mark;
        }

        return [.. byField.Values];
    }

    /// <summary>一串标签、一串数：按印出的次序一一对应。标签不全但不违格式时照格式；违了又对不上时为 null。</summary>
    public static RemediesLayout? ByOrder(List<RemedyMark> marks, int contents)
    {
        int[] blocks = [.. marks.Where(m => m.Block >= 0).Select(m => m.Block)];
        int[] columns = [.. marks.Where(m => m.Column != -1).Select(m => m.Column)];

        // The names of the last header are the ones that stand over the values.
        blocks = [.. blocks.Reverse().Distinct().Reverse()];
        var review = marks.FindIndex(m => m.Block == 0);
        if (review > 0 && blocks[0] == 0 && marks[..review].Exists(m => m.IsCaption))
        {
            blocks = [.. blocks[1..], 0];
        }

        if (columns.Length > contents && contents > 0 && (columns.Length % contents == 0 || contents == Blocks * Columns))
        {
            columns = columns[^contents..];
        }

        return Pair(blocks, columns, contents)
            ?? (IsInOrder(blocks) && IsPartOfForm(columns) ? Standard : null);
    }

    private static RemediesLayout? Pair(int[] blocks, int[] columns, int contents)
    {
        if (blocks.Length == 0 || columns.Length % blocks.Length != 0 || columns.Length < 2 || Array.IndexOf(columns, Extra) >= 0)
        {
            return null;
        }

        var size = columns.Length / blocks.Length;
        var cells = new int[columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            cells[i] = (blocks[i / size] * Columns) + columns[i];
        }

        return cells.Distinct().Count() == cells.Length && (contents == columns.Length || (contents < columns.Length && columns.Length == Blocks * Columns))
            && columns.Chunk(size).All(c => c.Order().SequenceEqual(columns[..size].Order()))
            ? new RemediesLayout(columns.Length, cells)
            : null;
    }

    private static bool IsInOrder(int[] blocks) => blocks.SequenceEqual(blocks.Order());

    /// <summary>少认了几个列标签，认出的还是格式的次序。</summary>
    private static bool IsPartOfForm(int[] columns)
    {
        var at = 0;
        foreach (var column in columns)
        {
            if (column == Extra)
            {
                continue;
            }

            while (at < Blocks * Columns && at % Columns != column)
            {
                at++;
            }

            if (at++ >= Blocks * Columns)
            {
                return false;
            }
        }

        return true;
    }
}
