using System.Globalization;
using System.Text;
using System.Text.Json;
using Gongkai.Cli.Commands;
using Gongkai.Core.Reports;
using Gongkai.Core.Requests;
using Gongkai.Reports;
using Gongkai.Reports.Writing.Json;
using Gongkai.Reports.Writing.Text;

namespace Gongkai.Cli.Tables;

/// <summary>把表三写成文字、json（格的地址与年度报告的相同）或者 csv。</summary>
internal static class TablesOutput
{
    /// <summary>json 的格式名，是对外的约定。</summary>
    public const string Schema = "gongkai.tables/1";

    private const int ColumnWidth = 12;
    private const int LabelWidth = 34;

    private static readonly FormTable _form = ReportForms.V2021[ReportTable.Requests];

    /// <summary>写。</summary>
    public static string Of(TablesRequest request, IReadOnlyList<AgencyTable> parts, TableThree total) => request.Format switch
    {
        "json" => Json(request, parts, total),
        "csv" => Csv(parts, total),
        _ => Text(request, parts, total),
    };

    private static string Json(TablesRequest request, IReadOnlyList<AgencyTable> parts, TableThree total)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = SafeJsonEncoder.Instance, Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteString("form", _form.Form);
            json.WriteString("from", Day(request.From));
            json.WriteString("to", Day(request.To));
            json.WriteStartArray("agencies");
            foreach (var part in parts)
            {
                json.WriteStartObject();
                json.WriteString("path", part.Path);
                json.WriteString("name", part.Name);
                Cells(json, "cells", part.Table);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Cells(json, "total", total);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(output.ToArray()) + "\n";
    }

    private static void Cells(Utf8JsonWriter json, string name, TableThree table)
    {
        json.WriteStartObject(name);
        foreach (var cell in _form.Cells)
        {
            json.WriteNumber(cell.Address.ToString(), table[cell.Row.Id, cell.Column.Id]);
        }

        json.WriteEndObject();
    }

    // 开头有标记，表格软件才按 UTF-8 打开。
    private static string Csv(IReadOnlyList<AgencyTable> parts, TableThree total)
    {
        var output = new StringBuilder("\uFEFF机关,网址名,行,");
        output.AppendJoin(',', _form.Columns.Select(c => c.Label)).Append("\r\n");
        foreach (var part in parts)
        {
            Rows(output, part.Name, part.Path, part.Table);
        }

        if (parts.Count > 1)
        {
            Rows(output, "合计", "", total);
        }

        return output.ToString();
    }

    private static void Rows(StringBuilder output, string name, string path, TableThree table)
    {
        foreach (var row in _form.Rows)
        {
            output.Append(Field(name)).Append(',').Append(Field(path)).Append(',').Append(Field(Label(row))).Append(',')
                .AppendJoin(',', _form.Columns.Select(c => Number(table[row.Id, c.Id]))).Append("\r\n");
        }
    }

    // 表格软件把 = + - @ 开头的当公式：前面加一个撇号，只当文字。
    private static string Field(string text)
    {
        var harmless = HarmlessText.From(text);
        var plain = harmless.Length > 0 && "=+-@\t\r".Contains(harmless[0], StringComparison.Ordinal) ? $"'{harmless}" : harmless;
        return plain.AsSpan().IndexOfAny(",\"\r\n") < 0 ? plain : $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Text(TablesRequest request, IReadOnlyList<AgencyTable> parts, TableThree total)
    {
        var output = new StringBuilder();
        var title = parts is [var only] ? HarmlessText.From(only.Name) : $"{parts.Count} 个机关合计";
        output.Append(title).Append("　收到和处理政府信息公开申请情况　").Append(Day(request.From)).Append(" 至 ").Append(Day(request.To)).Append("\n\n");
        Line(output, "", _form.Columns.Select(c => c.Label));
        string? group = null;
        foreach (var row in _form.Rows)
        {
            if (row.Group is { } named && named != group)
            {
                output.Append(named).Append('\n');
            }

            group = row.Group;
            Line(output, row.Group is null ? row.Label : $"  {row.Label}", _form.Columns.Select(c => Number(total[row.Id, c.Id])));
        }

        if (parts.Count > 1)
        {
            output.Append("\n各机关（总计列）\n");
            Line(output, "", ["新收", "上年结转", "办结", "结转下年"]);
            foreach (var part in parts)
            {
                Line(output, HarmlessText.From(part.Name), [.. ((string[])["received", "carriedIn", "total", "carriedOut"]).Select(r => Number(part.Table[r, "total"]))]);
            }
        }

        return output.ToString();
    }

    private static void Line(StringBuilder output, string label, IEnumerable<string> values)
    {
        output.Append(DisplayWidth.PadRight(DisplayWidth.Fit(label, LabelWidth), LabelWidth));
        foreach (var value in values)
        {
            output.Append(DisplayWidth.PadLeft(value, ColumnWidth + 2));
        }

        output.Append('\n');
    }

    private static string Label(FormRow row) => row.Group is null ? row.Label : $"{row.Group} {row.Label}";

    private static string Number(long count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
