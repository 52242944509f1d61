using System.Text;

namespace Gongkai.Reports.Tests.Properties;

/// <summary>纯文本的各种印法。</summary>
internal static class TextLayouts
{
    static TextLayouts() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>段落各占一行，表格由 <paramref name="table"/> 印；字符集随机。</summary>
    public static byte[] Write(RandomReport report, Random random, Func<PrintedTable, Random, string> table, string between = "\n")
    {
        var parts = PrintedReport.Of(report).Parts.Select(p => p is PrintedTable t ? table(t, random).TrimEnd('\n') : (string)p);
        var text = string.Join(between, parts) + "\n";
        return random.Next(5) switch
        {
            0 => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
            1 => Encoding.GetEncoding("GB18030").GetBytes(text),
            2 => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
            _ => Encoding.UTF8.GetBytes(text),
        };
    }

    /// <summary>一格一行，行首有制表符；由上面合并下来的格是空行。</summary>
    public static string CellPerLine(PrintedTable table, Random random) =>
        Lines(table, "\n\n", row => string.Join('\n', table.Row(row).Select(c => "\t" + (c.Row == row ? Broken(c, random) : ""))));

    /// <summary>一值一段，段间空行；合并下来的格不印。</summary>
    public static string ValuePerLine(PrintedTable table, Random random) => string.Join("\n\n", table.Cells.Select(c => c.Text));

    /// <summary>一值一段，标签随处断成几行。</summary>
    public static string SplitLabels(PrintedTable table, Random random) =>
        string.Join("\n\n", table.Cells.Select(c => c.IsValue ? c.Text : Split(c.Text, random, "\n")));

    /// <summary>制表符分隔，合并的格留空。</summary>
    public static string TabsClean(PrintedTable table, Random random) => Lines(table, "\n", row => string.Join('\t', Grid(table, row)));

    /// <summary>制表符分隔，一些行行首的空格丢了，整行左移，后面补上几个制表符。</summary>
    public static string TabsShifted(PrintedTable table, Random random) => Lines(table, "\n", row =>
    {
        var cells = Grid(table, row).ToList();
        var shift = random.Next(3) == 0 ? cells.TakeWhile(c => c.Length == 0).Count() : 0;
        return string.Join('\t', cells.Skip(shift)) + new string('\t', shift > 0 ? random.Next(shift + 1) : 0);
    });

    /// <summary>竖线分隔；合并下来的标签不印，跨列的格后面留空格。</summary>
    public static string Pipes(PrintedTable table, Random random) =>
        Lines(table, "\n", row => $"| {string.Join(" | ", Own(table, row).SelectMany(c => Enumerable.Repeat("", c.ColumnSpan - 1).Prepend(c.Text)))} |");

    /// <summary>空格对齐：标签补足宽度，数右对齐。</summary>
    public static string SpaceAligned(PrintedTable table, Random random) => Lines(table, "\n", row =>
    {
        var labels = string.Join("  ", Own(table, row).Where(c => !c.IsValue).Select(c => c.Text));
        var values = string.Concat(Own(table, row).Where(c => c.IsValue).Select(c => "  " + c.Text.PadLeft(6)));
        return values.Length == 0 ? labels : labels + new string(' ', Math.Max(2, 84 - (2 * labels.Length))) + values;
    });

    /// <summary>整张表在一行里。</summary>
    public static string OneLine(PrintedTable table, Random random) => string.Join(' ', table.Cells.Select(c => c.Text));

    /// <summary>一行的数粘连在一起；<paramref name="spaces"/> 是每个界处仍有空格的机会。</summary>
    public static string Fused(PrintedTable table, Random random, double spaces) => Lines(table, "\n", row =>
    {
        var line = new StringBuilder(string.Join(' ', Own(table, row).Where(c => !c.IsValue).Select(c => c.Text)));
        string[] values = [.. Own(table, row).Where(c => c.IsValue).Select(c => c.Text)];

        // A decimal or a negative number among whole ones is not what this layout is about: such a row keeps its spaces.
        var keep = values.Any(v => v.Contains('.', StringComparison.Ordinal) || v.Contains('-', StringComparison.Ordinal));
        foreach (var (value, i) in values.Select((v, i) => (v, i)))
        {
            line.Append(i == 0 || keep || random.NextDouble() < spaces ? " " : "").Append(value);
        }

        return line.ToString();
    });

    /// <summary>在标签中间断开一两处；编号（1.、（一））与其后的第一个字不分开。</summary>
    public static string Split(string label, Random random, string breaker)
    {
        if (label.Length < 4)
        {
            return label;
        }

        var afterNumbering = label.AsSpan(0, 3).IndexOfAny(".、）") + 1;
        var at = random.Next(Math.Clamp(afterNumbering + 1, 2, label.Length - 1), label.Length);
        return label[..at] + breaker + (random.Next(3) == 0 ? Split(label[at..], random, breaker) : label[at..]);
    }

    // The narrow header cells are printed two characters to a line, as word processors do.
    private static string Broken(PrintedCell cell, Random random) =>
        !cell.IsValue && cell.ColumnSpan == 1 && cell.Text.Length is >= 4 and <= 6 && random.Next(2) == 0
            ? string.Join('\n', cell.Text.Chunk(2).Select(c => new string(c)))
            : cell.Text;

    private static IEnumerable<PrintedCell> Own(PrintedTable table, int row) => table.Row(row).Where(c => c.Row == row);

    private static IEnumerable<string> Grid(PrintedTable table, int row) =>
        table.Row(row).SelectMany(c => Enumerable.Repeat("", c.ColumnSpan - 1).Prepend(c.Row == row ? c.Text : ""));

    private static string Lines(PrintedTable table, string between, Func<int, string> line) =>
        string.Join(between, Enumerable.Range(0, table.Rows).Select(line));
}
