using System.Buffers;
using System.Text.Json;
using Gongkai.Reports.Checking;

namespace Gongkai.Reports.Writing.Json;

/// <summary>规则目录写成一行 JSON（<c>gongkai.rules/1</c>）。</summary>
public static class RulesJson
{
    /// <summary>写这些规则，以换行结尾。</summary>
    public static void Write(IBufferWriter<byte> output, IReadOnlyList<Rule> rules)
    {
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = SafeJsonEncoder.Instance }))
        {
            json.WriteStartObject();
            json.WriteString("schema", "gongkai.rules/1");
            json.WriteStartArray("rules");
            foreach (var rule in rules)
            {
                WriteRule(json, rule);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteRule(Utf8JsonWriter json, Rule rule)
    {
        json.WriteStartObject();
        json.WriteString("code", rule.Code);
        json.WriteString("title", rule.Title);
        json.WriteString("basis", rule.Basis);
        json.WriteString("severity", JsonNames.Camel(rule.Severity));
        json.WriteString("summary", rule.Summary);
        if (rule.FromYear is { } year)
        {
            json.WriteNumber("fromYear", year);
        }
        else
        {
            json.WriteNull("fromYear");
        }

        json.WriteString("scope", ReportWords.Scope(rule));
        json.WriteStartArray("examples");
        foreach (var example in rule.Examples)
        {
            json.WriteStartObject();
            json.WriteString("title", example.Title);
            json.WriteBoolean("fires", example.Fires);
            json.WriteStartArray("changes");
            foreach (var line in ExampleWords.Of(example))
            {
                json.WriteStringValue(line);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
