using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Gongkai.Core.Requests.Clock;
using Gongkai.Reports.Writing.Json;

namespace Gongkai.Cli.Deadlines;

/// <summary>把期限写成 json，一件一行。这是对外的约定：只增不改。</summary>
internal static class DeadlineJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = SafeJsonEncoder.Instance };

    /// <summary>写一件算好的。</summary>
    public static void Write(IBufferWriter<byte> output, DeadlineAnswer answer)
    {
        var reading = answer.Reading;
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", answer.Case.Id);
            json.WriteString("receivedOn", Day(reading.ReceivedOn));
            json.WriteString("startedOn", Day(reading.StartedOn));
            json.WriteString("dueOn", Day(reading.DueOn));
            json.WriteBoolean("provisional", reading.IsProvisional);
            json.WriteString("state", Name(reading.State.ToString()));
            json.WriteString("latestOn", Day(reading.LatestOn));
            json.WriteString("asOf", Day(answer.AsOf));
            json.WriteStartArray("refused");
            foreach (var refused in answer.Refused)
            {
                json.WriteStartObject();
                json.WriteNumber("index", refused.Index);
                json.WriteStartArray("codes");
                foreach (var reason in refused.Reasons)
                {
                    json.WriteStringValue(reason.Code);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("ledger");
            foreach (var line in reading.Ledger)
            {
                Write(json, line);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    /// <summary>写一行读不了的。</summary>
    /// <param name="output">写到哪里。</param>
    /// <param name="id">编号；读不出时为 null。</param>
    /// <param name="line">第几行，从 1 起。</param>
    /// <param name="problem">哪里不对。</param>
    public static void WriteError(IBufferWriter<byte> output, string? id, long line, FieldProblem problem)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteNumber("line", line);
            json.WriteString("field", problem.Field.Length > 0 ? problem.Field : null);
            json.WriteString("error", $"第 {line} 行{(problem.Field.Length > 0 ? $" {problem.Field}" : "")}：{problem.Message}");
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter json, LedgerLine line)
    {
        json.WriteStartObject();
        json.WriteString("from", Day(line.From));
        json.WriteString("to", Day(line.To));
        json.WriteString("reason", Name(line.Reason.ToString()));
        json.WriteNumber("workingDays", line.WorkingDays);
        if (line.Detail is not null)
        {
            json.WriteString("detail", line.Detail);
        }

        json.WriteEndObject();
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Name(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
