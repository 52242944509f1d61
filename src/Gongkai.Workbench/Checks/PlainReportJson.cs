using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;

namespace Gongkai.Workbench.Checks;

/// <summary>最小的 JSON 写法，待 Gongkai.Reports 的写出器接上后换掉。</summary>
public sealed class PlainReportJson : IReportJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <inheritdoc/>
    public string Report(CheckedReport report)
    {
        var reading = report.Reading;
        JsonObject cells = [], proof = [];
        foreach (var table in reading.Tables)
        {
            proof[table.Form.Table.Key()] = Camel(table.Proof);
            foreach (var cell in table.Form.Cells)
            {
                var read = table.Cells[cell.Index];
                cells[cell.Address.ToString()] = new JsonObject
                {
                    ["value"] = read.State is CellState.Number ? read.Value : null,
                    ["state"] = Camel(read.State),
                    ["raw"] = read.Raw,
                };
            }
        }

        return new JsonObject
        {
            ["schema"] = "gongkai.report/1",
            ["file"] = reading.File,
            ["index"] = reading.Index,
            ["agency"] = reading.Agency,
            ["level"] = Camel(reading.Level),
            ["year"] = reading.Year,
            ["form"] = reading.Form,
            ["cells"] = cells,
            ["proof"] = proof,
            ["findings"] = new JsonArray([.. report.Findings.Select(Finding)]),
        }.ToJsonString(Options);
    }

    /// <inheritdoc/>
    public string Unread(CheckedFile file) => new JsonObject
    {
        ["schema"] = "gongkai.report/1",
        ["file"] = file.File,
        ["error"] = new JsonObject { ["code"] = file.Error?.Code, ["message"] = file.Error?.Message },
    }.ToJsonString(Options);

    /// <inheritdoc/>
    public string Batch(IReadOnlyList<CheckedFile> files) => new JsonObject
    {
        ["schema"] = "gongkai.batch/1",
        ["files"] = files.Count,
        ["reports"] = files.Sum(f => f.Reports.Count),
        ["unread"] = files.Count(f => f.Error is not null),
    }.ToJsonString(Options);

    private static JsonObject Finding(Finding finding) => new()
    {
        ["rule"] = finding.Rule,
        ["severity"] = Camel(finding.Severity),
        ["cells"] = new JsonArray([.. finding.Cells.Select(c => JsonValue.Create(c.ToString()))]),
        ["message"] = finding.Message,
    };

    private static string Camel<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
