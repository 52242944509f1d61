using Gongkai.Core.Reports;

namespace Gongkai.Reports.Writing.Printing;

/// <summary>照格式的定义排出一张表。行、列、分组、标签全部取自格式，这里只管合并怎么算。</summary>
public static class TablePrinter
{
    /// <summary>排出一张表。</summary>
    public static PrintedTable Print(TableReading table, CellMarks marks)
    {
        var linkages = new LinkageJudgement(table);
        return table.Form.Table switch
        {
            ReportTable.Proactive => Blocks(table, Cell),
            ReportTable.Requests => Crossed(table, Cell),
            ReportTable.Remedies => OneRow(table, Cell),
            _ => throw new ArgumentOutOfRangeException(nameof(table)),
        };

        PrintedCell Cell(FormCell cell, string headers, int span = 1) =>
            new(cell, table.Cells[cell.Index], headers, span, marks.Of(cell, linkages));
    }

    private delegate PrintedCell CellPrinter(FormCell cell, string headers, int span = 1);

    /// <summary>表二：每个法条一块，块内各有各的列；列少的块，数格横跨。</summary>
    private static PrintedTable Blocks(TableReading table, CellPrinter print)
    {
        var blocks = table.Form.Cells.GroupBy(c => c.Row.Group).ToArray();
        var columnsOf = blocks.Select(b => b.Select(c => c.Column.Id).Distinct().Count()).ToArray();
        var width = columnsOf.Aggregate(1, LeastCommonMultiple);
        List<IReadOnlyList<PrintedRow>> bodies = [];
        for (var b = 0; b < blocks.Length; b++)
        {
            var span = width / columnsOf[b];
            var block = $"h-p-b{b}";
            List<PrintedRow> rows = [new([new(block, blocks[b].Key ?? "", "rowgroup", ColumnSpan: width + 1)], [])];
            var columns = blocks[b].Select(c => c.Column).DistinctBy(c => c.Id).ToArray();
            rows.Add(new([new("", "", "col"), .. columns.Select(c => new PrintedHead($"{block}-{c.Id}", c.Label, "col", ColumnSpan: span, Headers: block))], []));
            rows.AddRange(blocks[b].GroupBy(c => c.Row).Select(row => new PrintedRow(
                [new($"h-p-{row.Key.Id}", row.Key.Label, "row", Headers: block)],
                [.. row.Select(c => print(c, $"{block} {block}-{c.Column.Id} h-p-{row.Key.Id}", span))])));
            bodies.Add(rows);
        }

        return new PrintedTable(table, [], bodies, ["label", .. Enumerable.Repeat("number", width)]);
    }

    /// <summary>表三：行有两层分组，列有一层。</summary>
    private static PrintedTable Crossed(TableReading table, CellPrinter print)
    {
        var form = table.Form;
        var rowGroups = SpanGroup.Find([.. form.Rows.Select(r => r.Group)]);
        var columnGroups = SpanGroup.Find([.. form.Columns.Select(c => c.Group)]);
        var depth = rowGroups.Count == 0 ? 0 : rowGroups.Max(g => g.Depth) + 1;

        PrintedRow upper = new(
            [
                new("", "", "col", 2, depth + 1),
                .. form.Columns.Select((column, index) => (column, group: columnGroups.FirstOrDefault(g => g.Covers(index)), index))
                    .Where(c => c.group is null || c.group.First == c.index)
                    .Select(c => c.group is null
                        ? new PrintedHead($"h-r-c-{c.column.Id}", c.column.Label, "col", 2)
                        : new PrintedHead($"h-r-cg{c.group.First}", c.group.Label, "colgroup", 1, c.group.Span)),
            ],
            []);
        PrintedRow lower = new(
            [
                .. columnGroups.SelectMany(g => Enumerable.Range(g.First, g.Span)
                    .Select(i => new PrintedHead($"h-r-c-{form.Columns[i].Id}", form.Columns[i].Label, "col", Headers: $"h-r-cg{g.First}"))),
            ],
            []);

        var body = form.Rows.Select((row, index) =>
        {
            var around = rowGroups.Where(g => g.Covers(index)).OrderBy(g => g.Depth).ToArray();
            var groupIds = string.Join(' ', around.Select(GroupId));
            var label = new PrintedHead($"h-r-{row.Id}", row.Label, "row", 1, depth + 1 - around.Length, groupIds);
            return new PrintedRow(
                [.. around.Where(g => g.First == index).Select(g => new PrintedHead(GroupId(g), g.Label, "rowgroup", g.Span)), label],
                [
                    .. form.Columns.Select((column, c) => form.Find(row.Id, column.Id) is { } cell
                        ? print(cell, Headers(groupIds, label.Id, columnGroups.FirstOrDefault(g => g.Covers(c)) is { } g ? $"h-r-cg{g.First}" : "", $"h-r-c-{column.Id}"))
                        : throw new InvalidOperationException($"{row.Id}.{column.Id} is not in the form.")),
                ]);
        });

        return new PrintedTable(table, [upper, lower], [[.. body]],
            [.. Enumerable.Repeat("group", depth), "label", .. Enumerable.Repeat("number", form.Columns.Count)]);

        static string GroupId(SpanGroup group) => $"h-r-g{group.Depth}-{group.First}";
    }

    /// <summary>表四：格式里的三行横着印成一行。</summary>
    private static PrintedTable OneRow(TableReading table, CellPrinter print)
    {
        var form = table.Form;
        var groups = SpanGroup.Find([.. form.Rows.Select(r => r.Group)]);
        var width = form.Columns.Count;
        List<PrintedHead> upper = [], middle = [], lower = [];
        List<PrintedCell> cells = [];
        for (var r = 0; r < form.Rows.Count; r++)
        {
            var row = form.Rows[r];
            var group = groups.FirstOrDefault(g => g.Covers(r));
            var groupId = group is null ? "" : $"h-m-g{group.First}";
            if (group?.First == r)
            {
                upper.Add(new PrintedHead(groupId, group.Label, "colgroup", 1, group.Span * width));
            }

            (group is null ? upper : middle).Add(new PrintedHead($"h-m-{row.Id}", row.Label, "colgroup", group is null ? 2 : 1, width, groupId));
            foreach (var column in form.Columns)
            {
                var id = $"h-m-{row.Id}-{column.Id}";
                lower.Add(new PrintedHead(id, column.Label, "col", Headers: Headers(groupId, $"h-m-{row.Id}")));
                cells.Add(print(form.Find(row.Id, column.Id)!, Headers(groupId, $"h-m-{row.Id}", id)));
            }
        }

        return new PrintedTable(table, [new(upper, []), new(middle, []), new(lower, [])], [[new([], cells)]],
            [.. Enumerable.Repeat("number", form.Rows.Count * width)]);
    }

    private static string Headers(params string[] ids) => string.Join(' ', ids.Where(id => id.Length > 0));

    private static int LeastCommonMultiple(int a, int b)
    {
        var (x, y) = (a, b);
        while (y != 0)
        {
            (x, y) = (y, x % y);
        }

        return a / x * b;
    }
}
