using System.Reflection;
using System.Text.Json;
using Gongkai.Core.Reports;

namespace Gongkai.Reports;

/// <summary>年度报告的各版格式，读自 <c>data/forms</c>。读者、规则、页面都照着走，谁也不另写一份。</summary>
public static class ReportForms
{
    /// <summary>2021 年格式（国办公开办函〔2021〕30号），用于 2021 年度起的报告。</summary>
    public static ReportForm V2021 { get; } = Load("2021");

    /// <summary>2019 年格式（国办公开办函〔2019〕60号，试行），用于 2019、2020 年度的报告。</summary>
    public static ReportForm V2019 { get; } = Load("2019");

    /// <summary>全部格式，新的在前。</summary>
    public static IReadOnlyList<ReportForm> All { get; } = [V2021, V2019];

    /// <summary>表三中办理结果的分组标签，如「不予公开」；两版相同。</summary>
    public static IReadOnlyList<string> ResultGroups { get; } = LoadResultGroups();

    private static JsonDocument Open(string id)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"forms/{id}.json")
            ?? throw new InvalidOperationException($"Form {id} is not embedded.");
        return JsonDocument.Parse(stream);
    }

    private static ReportForm Load(string id)
    {
        using var json = Open(id);
        var root = json.RootElement;
        var tables = root.GetProperty("tables");
        var linkages = root.GetProperty("linkages");
        return new ReportForm(
            id,
            Text(root, "source")!,
            [.. root.GetProperty("sections").EnumerateArray().Select(s => new FormSection(s.GetProperty("number").GetInt32(), Text(s, "heading")!, Aliases(s)))],
            [
                Proactive(id, tables.GetProperty("proactive")),
                Crossed(id, ReportTable.Requests, tables.GetProperty("requests"), linkages),
                Crossed(id, ReportTable.Remedies, tables.GetProperty("remedies"), linkages),
            ]);
    }

    private static string[] LoadResultGroups()
    {
        using var json = Open("2021");
        return [.. json.RootElement.GetProperty("tables").GetProperty("requests").GetProperty("groups").EnumerateArray().Select(g => g.GetString()!)];
    }

    private static FormTable Proactive(string form, JsonElement table)
    {
        List<FormRow> rows = [];
        List<FormColumn> columns = [];
        List<FormCell> cells = [];
        foreach (var block in table.GetProperty("blocks").EnumerateArray())
        {
            var group = Text(block, "label");
            foreach (var row in block.GetProperty("rows").EnumerateArray().Select(r => Row(r) with { Group = group }))
            {
                rows.Add(row);
                foreach (var json in block.GetProperty("columns").EnumerateArray())
                {
                    var column = Column(json);
                    if (!columns.Exists(c => c.Id == column.Id && c.Label == column.Label))
                    {
                        columns.Add(column);
                    }

                    cells.Add(new FormCell(
                        cells.Count,
                        new CellAddress(ReportTable.Proactive, row.Id, column.Id),
                        row,
                        column,
                        Flag(json, "decimal"),
                        Flag(json, "mayBeNegative"),
                        Text(json, "unit")));
                }
            }
        }

        return new FormTable(form, ReportTable.Proactive, rows, columns, cells, []);
    }

    private static FormTable Crossed(string form, ReportTable table, JsonElement json, JsonElement linkages)
    {
        FormRow[] rows = [.. json.GetProperty("rows").EnumerateArray().Select(Row)];
        FormColumn[] columns = [.. json.GetProperty("columns").EnumerateArray().Select(Column)];
        var cells = rows
            .SelectMany(_ => columns, (row, column) => (row, column))
            .Select((c, index) => new FormCell(index, new CellAddress(table, c.row.Id, c.column.Id), c.row, c.column, false, false, null))
            .ToArray();
        return new FormTable(form, table, rows, columns, cells,
            [.. linkages.EnumerateArray().Where(l => Text(l, "table") == table.Key()).SelectMany(l => Linkages(l, rows, columns))]);
    }

    private static IEnumerable<Linkage> Linkages(JsonElement json, FormRow[] rows, FormColumn[] columns)
    {
        var code = Text(json, "code")!;
        string[] left = Ids("left"), right = Ids("right");
        if (Text(json, "each") == "column")
        {
            int RowIndex(string id) => Array.FindIndex(rows, r => r.Id == id) * columns.Length;
            return columns.Select((column, c) => new Linkage(code, $"{column.Label}列", left.Select(id => RowIndex(id) + c), right.Select(id => RowIndex(id) + c)));
        }

        int ColumnIndex(string id) => Array.FindIndex(columns, c => c.Id == id);
        return rows.Select((row, r) => new Linkage(code, row.Label, left.Select(id => (r * columns.Length) + ColumnIndex(id)), right.Select(id => (r * columns.Length) + ColumnIndex(id))));

        string[] Ids(string side) => [.. json.GetProperty(side).EnumerateArray().Select(e => e.GetString()!)];
    }

    private static FormRow Row(JsonElement json) => new(Text(json, "id")!, Text(json, "label")!, Text(json, "group"), Aliases(json));

    private static FormColumn Column(JsonElement json) => new(Text(json, "id")!, Text(json, "label")!, Text(json, "group"), Aliases(json));

    private static string[] Aliases(JsonElement json) =>
        json.TryGetProperty("aliases", out var aliases) ? [.. aliases.EnumerateArray().Select(a => a.GetString()!)] : [];

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static bool Flag(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.GetBoolean();
}
