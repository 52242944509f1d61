using System.Text.Json;
using Gongkai.Core.Reports;
using Gongkai.Reports.Summing;
using static Gongkai.Reports.Writing.Json.JsonNames;

namespace Gongkai.Reports.Writing.Json;

/// <summary>把汇总写成 JSON（<c>gongkai.sum/1</c>）。这是对外的约定：可以添，不可以改。</summary>
public static class SumJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = SafeJsonEncoder.Instance, Indented = true, NewLine = "\n" };

    /// <summary>写出整个汇总，以换行结尾。</summary>
    /// <param name="output">写到哪里，归调用者所有。</param>
    /// <param name="total">汇总。</param>
    /// <param name="skipped">略过的文件数：不认识的种类、特殊文件、指向目录以外的链接。</param>
    public static void Write(Stream output, RegionTotal total, long skipped = 0)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString(Schema, "gongkai.sum/1");
            json.WriteString("region", total.RegionName);
            WriteNumber(json, "year", total.Year);
            json.WriteString(Form, total.Form.Id);
            json.WriteBoolean("complete", total.IsComplete);
            WriteNumber(json, "own", total.Own?.Number);
            WriteCounts(json, total, skipped);
            WriteCoverage(json, total.Coverage);
            WriteCells(json, total);
            WriteLinkages(json, total);
            WriteReports(json, total);
            json.WriteStartArray("unreadable");
            foreach (var file in total.Unread)
            {
                json.WriteStartObject();
                json.WriteString(JsonNames.File, file.File);
                json.WriteStartObject(Error);
                json.WriteString(Code, file.Error.Code);
                json.WriteString(Message, file.Error.Message);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray(Notes);
            foreach (var note in SumNotes.Of(total))
            {
                json.WriteStartObject();
                json.WriteString(Code, note.Code);
                json.WriteString(Message, note.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteCounts(Utf8JsonWriter json, RegionTotal total, long skipped)
    {
        json.WriteStartObject("counts");
        json.WriteNumber(JsonNames.Reports, total.Units.Count);
        foreach (var status in Enum.GetValues<SumStatus>())
        {
            json.WriteNumber(Camel(status), total.CountOf(status));
        }

        json.WriteNumber(Unreadable, total.Unread.Count);
        json.WriteNumber(Skipped, skipped);
        json.WriteNumber("incompleteCells", total.Incomplete.Count());
        json.WriteEndObject();
    }

    private static void WriteCoverage(Utf8JsonWriter json, SumCoverage? coverage)
    {
        if (coverage is null)
        {
            json.WriteNull("coverage");
            return;
        }

        json.WriteStartObject("coverage");
        json.WriteNumber("expected", coverage.Rows.Count);
        json.WriteNumber("counted", coverage.Counted);
        json.WriteStartArray("units");
        foreach (var row in coverage.Rows)
        {
            json.WriteStartObject();
            json.WriteString("name", row.Unit.Name);
            json.WriteString("state", row.Report is null ? "missing" : row.Report.Status is SumStatus.Counted ? "counted" : "notCounted");
            WriteNumber(json, "report", row.Report?.Number);
            json.WriteString("match", row.Match is UnitMatch.None ? null : Camel(row.Match));
            if (row.Maybe.Count > 0)
            {
                WriteNumbers(json, "maybe", row.Maybe);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteNumbers(json, "unexpected", coverage.Unexpected);
        json.WriteEndObject();
    }

    private static void WriteCells(Utf8JsonWriter json, RegionTotal total)
    {
        json.WriteStartObject(JsonNames.Cells);
        foreach (var cell in total.Cells)
        {
            json.WriteStartObject(cell.Form.Address.ToString());

            // The known part of an incomplete total is not the total; with nothing counted there is not even a part.
            if (cell.Counted > 0)
            {
                json.WriteNumber(Value, Plain(cell.Value));
            }
            else
            {
                json.WriteNull(Value);
            }

            json.WriteBoolean("complete", cell.IsComplete);
            json.WriteNumber("counted", cell.Counted);
            json.WriteNumber("blanks", cell.Blanks);
            json.WriteStartObject("missing");
            json.WriteNumber("count", cell.LeftOutCount);
            json.WriteStartArray(JsonNames.Reports);
            foreach (var unit in cell.LeftOut)
            {
                json.WriteNumberValue(unit);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteLinkages(Utf8JsonWriter json, RegionTotal total)
    {
        json.WriteStartObject("linkages");
        foreach (var verdict in Enum.GetValues<LinkageVerdict>())
        {
            json.WriteNumber(Camel(verdict), total.Tables.Sum(t => t.Verdicts.Count(v => v == verdict)));
        }

        json.WriteStartArray("brokenAt");
        foreach (var table in total.Tables)
        {
            foreach (var linkage in table.Broken)
            {
                var (left, right) = table.Sides(linkage);
                json.WriteStartObject();
                json.WriteString(JsonNames.Rule, linkage.Code);
                json.WriteString(JsonNames.Table, table.Form.Table.Key());
                json.WriteString("name", linkage.Name);
                json.WriteNumber("left", Plain(left));
                json.WriteNumber("right", Plain(right));
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteReports(Utf8JsonWriter json, RegionTotal total)
    {
        json.WriteStartArray(JsonNames.Reports);
        foreach (var unit in total.Units)
        {
            json.WriteStartObject();
            json.WriteNumber(Number, unit.Number);
            json.WriteString(JsonNames.File, unit.File);
            json.WriteNumber(JsonNames.Index, unit.Index);
            json.WriteString(Agency, unit.Agency);
            json.WriteString(Level, Levels[(int)unit.Level]);
            WriteNumber(json, "year", unit.Year);
            json.WriteBoolean("own", unit.IsOwn);
            json.WriteString("status", Camel(unit.Status));
            WriteNumber(json, "sameAs", unit.SameAs);
            json.WriteString("listed", unit.Listed);
            json.WriteNumber("leftOut", unit.LeftOut);
            json.WriteStartArray("broken");
            foreach (var code in unit.Broken.Select(l => l.Code).Distinct())
            {
                json.WriteStringValue(code);
            }

            json.WriteEndArray();
            json.WriteString(Message, SumWords.Remark(total, unit));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IReadOnlyList<SumUnit> units)
    {
        json.WriteStartArray(name);
        foreach (var unit in units)
        {
            json.WriteNumberValue(unit.Number);
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static decimal Plain(decimal value) => value.Scale == 0 ? value : value / 1.0000000000000000000000000000m;
}
