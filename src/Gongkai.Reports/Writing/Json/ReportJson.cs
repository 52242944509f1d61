using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Checking.Batches;
using Gongkai.Reports.Reading;
using static Gongkai.Reports.Writing.Json.JsonNames;

namespace Gongkai.Reports.Writing.Json;

/// <summary>把查过的报告写成 JSON，一份一行（<c>gongkai.report/1</c>），一批末尾一行总数（<c>gongkai.batch/1</c>）。这是对外的约定。</summary>
public static class ReportJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = SafeJsonEncoder.Instance, SkipValidation = true };

    private static readonly ConditionalWeakTable<FormTable, JsonEncodedText[]> AddressesByTable = [];

    /// <summary>写一个文件的结果：每份报告一行，读不了则是一行原因。</summary>
    public static void Write(IBufferWriter<byte> output, CheckedFile file)
    {
        foreach (var report in file.Reports)
        {
            Write(output, report);
        }

        if (file.Error is { } error)
        {
            Write(output, file.File, error);
        }
    }

    /// <summary>写一份报告，以换行结尾。</summary>
    public static void Write(IBufferWriter<byte> output, CheckedReport report) => Line(output, report, WriteReport);

    /// <summary>写一个读不了的文件，以换行结尾。</summary>
    public static void Write(IBufferWriter<byte> output, string file, ReadError error) => Line(output, (file, error), static (json, it) =>
    {
        json.WriteString(Schema, ReportSchema);
        json.WriteString(JsonNames.File, it.file);
        json.WriteStartObject(Error);
        json.WriteString(Code, it.error.Code);
        json.WriteString(Message, it.error.Message);
        json.WriteEndObject();
    });

    /// <summary>写一批的总数，以换行结尾。</summary>
    public static void Write(IBufferWriter<byte> output, BatchSummary batch) => Line(output, batch, WriteBatch);

    private static void Line<T>(IBufferWriter<byte> output, T content, Action<Utf8JsonWriter, T> write)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            write(json, content);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteReport(Utf8JsonWriter json, CheckedReport report)
    {
        var reading = report.Reading;
        json.WriteString(Schema, ReportSchema);
        json.WriteString(JsonNames.File, reading.File);
        json.WriteNumber(JsonNames.Index, reading.Index);
        json.WriteString(Agency, reading.Agency);
        json.WriteString(Level, Levels[(int)reading.Level]);
        WriteNumberOrNull(json, Year, reading.Year);
        json.WriteString(Form, reading.Form);
        json.WriteStartObject(Forms);
        foreach (var table in reading.Tables)
        {
            json.WriteString(Tables[(int)table.Form.Table], table.Form.Form);
        }

        json.WriteEndObject();
        WriteDate(json, PublishedOn, reading.PublishedOn);
        WriteDate(json, SignedOn, reading.SignedOn);
        WriteArray(json, Sections, reading.Sections, WriteSection);
        json.WriteStartObject(Cells);
        foreach (var table in reading.Tables)
        {
            WriteCells(json, table);
        }

        json.WriteEndObject();
        json.WriteStartObject(Proof);
        foreach (var table in reading.Tables)
        {
            json.WriteString(Tables[(int)table.Form.Table], Proofs[(int)table.Proof]);
        }

        json.WriteEndObject();
        WriteArray(json, Notes, reading.Notes, WriteNote);
        WriteArray(json, JsonNames.Findings, report.Findings, WriteFinding);
    }

    private static void WriteSection(Utf8JsonWriter json, ReportSection section)
    {
        json.WriteNumber(Number, section.Number);
        json.WriteString(Heading, section.Heading);
        WritePlace(json, section.Place);
    }

    private static void WriteCells(Utf8JsonWriter json, TableReading table)
    {
        var addresses = AddressesByTable.GetValue(table.Form, static form => [.. form.Cells.Select(c => JsonEncodedText.Encode(c.Address.ToString(), SafeJsonEncoder.Instance))]);
        for (var i = 0; i < addresses.Length; i++)
        {
            var cell = table.Cells[i];
            json.WriteStartObject(addresses[i]);
            if (cell.State is CellState.Number)
            {
                json.WriteNumber(Value, Plain(cell.Value));
            }
            else
            {
                json.WriteNull(Value);
            }

            json.WriteString(State, States[(int)cell.State]);
            json.WriteString(Raw, cell.Raw);
            WritePlace(json, cell.Place);
            if (cell is { State: CellState.Ambiguous, Candidates: { } candidates })
            {
                WriteCandidates(json, candidates);
            }

            json.WriteEndObject();
        }
    }

    private static void WriteCandidates(Utf8JsonWriter json, IReadOnlyList<decimal?> candidates)
    {
        json.WriteStartArray(Candidates);
        foreach (var candidate in candidates)
        {
            if (candidate is { } value)
            {
                json.WriteNumberValue(Plain(value));
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
    }

    private static void WriteNote(Utf8JsonWriter json, ReaderNote note)
    {
        json.WriteString(Code, note.Code);
        json.WriteString(Message, note.Message);
        WriteAddresses(json, note.Cells);
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString(JsonNames.Rule, finding.Rule);
        json.WriteString(JsonNames.Severity, Severities[(int)finding.Severity]);
        WriteAddresses(json, finding.Cells);
        json.WriteString(Message, finding.Message);
        WriteArray(json, Quotes, finding.Quotes, WriteQuote);
        WriteArray(json, JsonNames.Suggestion, finding.Suggestions, WriteSuggestion);
    }

    private static void WriteQuote(Utf8JsonWriter json, Quote quote)
    {
        json.WriteString(JsonNames.Text, quote.Text);
        WriteNumberOrNull(json, Section, quote.Section);
        WritePlace(json, quote.Place);
    }

    private static void WriteSuggestion(Utf8JsonWriter json, Suggestion suggestion)
    {
        json.WriteString(Cell, suggestion.Cell.ToString());
        json.WriteNumber(Value, Plain(suggestion.Value));
    }

    private static void WritePlace(Utf8JsonWriter json, Place place)
    {
        if (place.Kind is PlaceKind.Nowhere)
        {
            json.WriteNull(JsonNames.Place);
            return;
        }

        json.WriteStartObject(JsonNames.Place);
        switch (place.Kind)
        {
            case PlaceKind.Line:
                json.WriteNumber(JsonNames.Line, place.First);
                json.WriteNumber(Column, place.Second);
                break;
            case PlaceKind.Paragraph:
                json.WriteNumber(Paragraph, place.First);
                break;
            case PlaceKind.TableCell:
                json.WriteNumber(Table, place.First);
                json.WriteNumber(Row, place.Second);
                json.WriteNumber(Column, place.Third);
                break;
            case PlaceKind.SheetCell:
                json.WriteString(JsonNames.Sheet, place.Sheet);
                json.WriteString(Cell, place.SheetCell);
                break;
            case PlaceKind.PageBox:
                WriteBox(json, place);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(place));
        }

        json.WriteEndObject();
    }

    /// <summary>框是 [左, 上, 右, 下]，点，一位小数。</summary>
    private static void WriteBox(Utf8JsonWriter json, Place place)
    {
        json.WriteNumber(Page, place.First);
        json.WriteStartArray(Box);
        foreach (var tenths in place.BoxInTenths)
        {
            json.WriteNumberValue(Plain(new decimal(tenths, 0, 0, false, 1)));
        }

        json.WriteEndArray();
    }

    private static void WriteBatch(Utf8JsonWriter json, BatchSummary batch)
    {
        json.WriteString(Schema, BatchSchema);
        json.WriteNumber(Files, batch.Files);
        json.WriteNumber(JsonNames.Reports, batch.Reports);
        json.WriteNumber(Unreadable, batch.Unreadable);
        json.WriteNumber(Skipped, batch.Skipped);
        json.WriteStartObject(JsonNames.Findings);
        foreach (var severity in Enum.GetValues<Severity>().Reverse())
        {
            json.WriteNumber(Severities[(int)severity], batch.CountOf(severity));
        }

        json.WriteEndObject();
        json.WriteStartObject(ByRule);
        foreach (var (rule, count) in batch.ByRule)
        {
            json.WriteNumber(rule, count);
        }

        json.WriteEndObject();
        json.WriteStartObject(Proof);
        foreach (var table in ReportTableNames.All)
        {
            json.WriteStartObject(Tables[(int)table]);
            foreach (var proof in Enum.GetValues<TableProof>())
            {
                json.WriteNumber(Proofs[(int)proof], batch.CountOf(table, proof));
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        WriteArray(json, BatchFindings, batch.BatchFindings, WriteBatchFinding);
    }

    private static void WriteBatchFinding(Utf8JsonWriter json, BatchFinding finding)
    {
        json.WriteString(JsonNames.Rule, finding.Rule);
        json.WriteString(JsonNames.Severity, Severities[(int)finding.Severity]);
        json.WriteString(Message, finding.Message);
        json.WriteNumber(Count, finding.Count);
        WriteArray(json, JsonNames.Reports, finding.Members, static (json, member) =>
        {
            json.WriteString(JsonNames.File, member.File);
            json.WriteNumber(JsonNames.Index, member.Index);
            json.WriteString(Agency, member.Agency);
        });
    }

    private static void WriteArray<T>(Utf8JsonWriter json, JsonEncodedText name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAddresses(Utf8JsonWriter json, IReadOnlyList<CellAddress> cells)
    {
        json.WriteStartArray(Cells);
        foreach (var cell in cells)
        {
            json.WriteStringValue(cell.ToString());
        }

        json.WriteEndArray();
    }

    private static void WriteDate(Utf8JsonWriter json, JsonEncodedText name, DateOnly? date) =>
        json.WriteString(name, date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static void WriteNumberOrNull(Utf8JsonWriter json, JsonEncodedText name, int? number)
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

    /// <summary>去掉小数末尾的零：同一个值只有一种写法。</summary>
    private static decimal Plain(decimal value) => value.Scale == 0 ? value : value / 1.0000000000000000000000000000m;
}
