namespace Gongkai.Reports.Reading.Pdf;

/// <summary>
/// 左右并排的两张表：外框相接，由线看是一张。两边的表头各在各的行，数也各在各的行，才拆开；
/// 一张表里空着几格的不会这样：它的表头在同一行。
/// </summary>
internal static class SideBySide
{
    private const int LeastColumns = 2;

    /// <summary>拆成的各张，自左而右；不是并排的照原样。</summary>
    public static IEnumerable<RuledTable> Split(RuledTable table)
    {
        for (var at = LeastColumns; at <= table.Xs.Length - 1 - LeastColumns; at++)
        {
            if (table.Cells.Exists(c => c.Column < at && c.Column + c.ColumnSpan > at))
            {
                continue;
            }

            List<RuledCell> left = table.Cells.FindAll(c => c.Column < at);
            List<RuledCell> right = table.Cells.FindAll(c => c.Column >= at);
            if (Values(left) is { } first && Values(right) is { } second && first.Header != second.Header && !first.Rows.Overlaps(second.Rows))
            {
                right.ForEach(c => c.Column -= at);
                left.RemoveAll(c => c.Row > first.Rows.Max() && c.Text.Length == 0);
                right.RemoveAll(c => c.Row > second.Rows.Max() && c.Text.Length == 0);
                return [Part(table, 0, at, left), .. Split(Part(table, at, table.Xs.Length - 1, right))];
            }
        }

        return [table];
    }

    private static RuledTable Part(RuledTable table, int from, int to, List<RuledCell> cells) =>
        new(table.Xs[from..(to + 1)], table.Box with { X0 = table.Xs[from], X1 = table.Xs[to] }, cells) { IsOpenAbove = table.IsOpenAbove, IsOpenBelow = table.IsOpenBelow };

    /// <summary>有数的各行，和紧在头一行数之上的表头；表头不是格格有字的为 null。</summary>
    private static (int Header, HashSet<int> Rows)? Values(List<RuledCell> cells)
    {
        HashSet<int> rows = [.. cells.Where(c => IsNumber(c.Text)).Select(c => c.Row)];
        if (rows.Count == 0)
        {
            return null;
        }

        var first = rows.Min();
        List<RuledCell> header = cells.FindAll(c => c.Row + c.RowSpan == first);
        return header.Count >= LeastColumns && header.TrueForAll(c => c.Text.Length > 0 && !IsNumber(c.Text)) && cells.Where(c => c.Row == first).All(c => IsNumber(c.Text))
            ? (first - 1, rows)
            : null;
    }

    private static bool IsNumber(string text) => text.Length > 0 && text.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-' or '/');
}
