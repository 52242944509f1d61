using System.Text.Json;
using Gongkai.Core.Reports;

namespace Gongkai.Reports.Tests.Properties;

/// <summary>印出的一格：网格坐标自 0 起；<see cref="IsValue"/> 为假的是标签。</summary>
internal readonly record struct PrintedCell(int Row, int Column, int RowSpan, int ColumnSpan, string Text, bool IsValue);

/// <summary>照官方样式印出的一张表，合并的格一如官方样式。标签都取自格式文件。</summary>
internal sealed record PrintedTable(ReportTable Table, int Rows, int Columns, IReadOnlyList<PrintedCell> Cells)
{
    private const int LabelColumns = 3;

    public static PrintedTable Of(RandomReport report, ReportTable table) => table switch
    {
        ReportTable.Proactive => Proactive(report),
        ReportTable.Requests => Requests(report),
        _ => Remedies(report),
    };

    /// <summary>一行里各格，包括由上面合并下来的（<paramref name="row"/> 大于它的首行）。</summary>
    public IEnumerable<PrintedCell> Row(int row) =>
        Cells.Where(c => c.Row <= row && row < c.Row + c.RowSpan).OrderBy(c => c.Column);

    /// <summary>每行的各个数粘连成一格；有小数或负数的行照旧。</summary>
    public PrintedTable WithFusedRows() => this with { Cells = [.. Enumerable.Range(0, Rows).SelectMany(FusedRow)] };

    private IEnumerable<PrintedCell> FusedRow(int row)
    {
        var own = Row(row).Where(c => c.Row == row).ToList();
        var values = own.Where(c => c.IsValue).ToList();
        return values.Count < 2 || values.Exists(c => !c.Text.All(char.IsAsciiDigit))
            ? own
            : [.. own.Where(c => !c.IsValue), values[0] with { ColumnSpan = values.Sum(c => c.ColumnSpan), Text = string.Concat(values.Select(c => c.Text)) }];
    }

    private static PrintedTable Proactive(RandomReport report)
    {
        var form = report.Form[ReportTable.Proactive];
        var columns = 1 + form.Cells.GroupBy(c => c.Row).Max(r => r.Count());
        var cells = new List<PrintedCell>();
        var row = 0;
        foreach (var block in form.Cells.GroupBy(c => c.Row.Group))
        {
            cells.Add(new PrintedCell(row++, 0, 1, columns, block.Key!, false));
            Line("信息内容", block.GroupBy(c => c.Row).First().Select(c => (c.Column.Label, false)));
            foreach (var line in block.GroupBy(c => c.Row))
            {
                Line(line.Key.Label, line.Select(c => (report.Printed(c), true)));
            }
        }

        return new PrintedTable(ReportTable.Proactive, row, columns, cells);

        void Line(string label, IEnumerable<(string Text, bool IsValue)> rest)
        {
            cells.Add(new PrintedCell(row, 0, 1, 1, label, false));
            var texts = rest.ToList();
            cells.AddRange(texts.Select((t, i) => new PrintedCell(row, i + 1, 1, i + 1 == texts.Count ? columns - texts.Count : 1, t.Text, t.IsValue)));
            row++;
        }
    }

    private static PrintedTable Requests(RandomReport report)
    {
        var form = report.Form[ReportTable.Requests];
        List<PrintedCell> cells = [new PrintedCell(0, 0, 3, LabelColumns, Note, false), new PrintedCell(0, LabelColumns, 1, form.Columns.Count, "申请人情况", false)];
        foreach (var (column, i) in form.Columns.Select((c, i) => (c, LabelColumns + i)))
        {
            if (column.Group is null)
            {
                cells.Add(new PrintedCell(1, i, 2, 1, column.Label, false));
                continue;
            }

            if (!cells.Exists(c => c.Text == column.Group))
            {
                cells.Add(new PrintedCell(1, i, 1, form.Columns.Count(c => c.Group == column.Group), column.Group, false));
            }

            cells.Add(new PrintedCell(2, i, 1, 1, column.Label, false));
        }

        // The outer group is the one that the first grouped row belongs to; it spans down to its last row, over the inner groups.
        var rows = form.Rows.ToList();
        var outer = rows.First(r => r.Group is not null).Group!;
        var (first, last) = (rows.FindIndex(r => r.Group == outer), rows.FindLastIndex(r => r.Group == outer));
        cells.Add(new PrintedCell(3 + first, 0, last - first + 1, 1, outer, false));
        foreach (var (row, i) in rows.Select((r, i) => (r, i)))
        {
            var column = row.Group is null ? 0 : row.Group == outer ? 1 : 2;
            if (column == 2 && rows[i - 1].Group != row.Group)
            {
                cells.Add(new PrintedCell(3 + i, 1, rows.Count(r => r.Group == row.Group), 1, row.Group!, false));
            }

            cells.Add(new PrintedCell(3 + i, column, 1, LabelColumns - column, row.Label, false));
            cells.AddRange(form.Columns.Select((c, n) => new PrintedCell(3 + i, LabelColumns + n, 1, 1, report.Printed(form.Find(row.Id, c.Id)!), true)));
        }

        return new PrintedTable(ReportTable.Requests, 3 + rows.Count, LabelColumns + form.Columns.Count, InOrder(cells));
    }

    private static PrintedTable Remedies(RandomReport report)
    {
        var form = report.Form[ReportTable.Remedies];
        var width = form.Columns.Count;
        var cells = new List<PrintedCell>();
        foreach (var (block, i) in form.Rows.Select((r, i) => (r, i * width)))
        {
            var isGrouped = block.Group is not null;
            cells.Add(new PrintedCell(isGrouped ? 1 : 0, i, 1, width, block.Label, false));
            if (isGrouped && !cells.Exists(c => c.Text == block.Group))
            {
                cells.Add(new PrintedCell(0, i, 1, form.Rows.Count(r => r.Group == block.Group) * width, block.Group!, false));
            }

            cells.AddRange(form.Columns.Select((c, n) => new PrintedCell(isGrouped ? 2 : 1, i + n, isGrouped ? 1 : 2, 1, c.Label, false)));
            cells.AddRange(form.Columns.Select((c, n) => new PrintedCell(3, i + n, 1, 1, report.Printed(form.Find(block.Id, c.Id)!), true)));
        }

        return new PrintedTable(ReportTable.Remedies, 4, form.Rows.Count * width, InOrder(cells));
    }

    private static PrintedCell[] InOrder(IEnumerable<PrintedCell> cells) => [.. cells.OrderBy(c => c.Row).ThenBy(c => c.Column)];

    private static string Note { get; } = ReadNote();

    private static string ReadNote()
    {
        using var stream = typeof(ReportForms).Assembly.GetManifestResourceStream("forms/2021.json")!;
        using var json = JsonDocument.Parse(stream);
        return json.RootElement.GetProperty("tables").GetProperty("requests").GetProperty("note").GetString()!;
    }
}
