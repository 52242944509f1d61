using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Core.Reports;
using Gongkai.Reports;

namespace Gongkai.Bench.Conformance;

/// <summary>解析答案文件。写错一个键或地址就报错：拼错的答案等于没有评判。</summary>
public static class TruthJson
{
    private static readonly string[] CaseKeys = ["about", "author", "reports", "copy"];

    private static readonly string[] ReportKeys =
    [
        "agency", "level", "year", "form", "forms", "publishedOn", "signedOn", "sections",
        "others", "cells", "proof", "findings", "suggestion",
    ];

    /// <summary>解析一个答案文件的全文。</summary>
    /// <exception cref="FormatException">不合写法；消息说明哪里不合。</exception>
    public static CaseTruth Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            OnlyKeys(root, CaseKeys, "the truth");
            var truth = new CaseTruth(
                root.GetProperty("about").GetString()!,
                root.TryGetProperty("author", out var author) ? author.GetString() ?? "" : "",
                [.. root.GetProperty("reports").EnumerateArray().Select(Report)]);
            return root.TryGetProperty("copy", out var copy) ? truth with { Copy = Copied(truth, root, copy) } : truth;
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"The truth is not as it should be: {wrong.Message}", wrong);
        }
    }

    /// <summary>副本的答案：每份报告写与原件不同的键，其余照原件；cells 逐格合并。reports 是空的，就是一份也没有印出来。</summary>
    private static CaseTruth Copied(CaseTruth truth, JsonElement root, JsonElement copy)
    {
        OnlyKeys(copy, ["about", "of", "reports"], "copy");
        JsonObject[] originals = [.. JsonNode.Parse(root.GetProperty("reports").GetRawText())!.AsArray().Select(r => r!.AsObject())];
        List<ReportTruth> reports = [];
        foreach (var (report, changed) in originals.Zip(copy.GetProperty("reports").EnumerateArray()))
        {
            foreach (var change in changed.EnumerateObject())
            {
                var value = JsonNode.Parse(change.Value.GetRawText());
                if (change.Name is "cells" or "proof" && report[change.Name] is JsonObject all && value is JsonObject some)
                {
                    some.ToList().ForEach(c => all[c.Key] = c.Value?.DeepClone());
                }
                else
                {
                    report[change.Name] = value;
                }
            }

            using var merged = JsonDocument.Parse(report.ToJsonString());
            reports.Add(Report(merged.RootElement));
        }

        string[] of = copy.TryGetProperty("of", out var extensions) ? [.. extensions.EnumerateArray().Select(e => e.GetString()!)] : [];
        return truth with { About = copy.GetProperty("about").GetString()!, Reports = reports, CopyOf = of };
    }

    private static ReportTruth Report(JsonElement json)
    {
        OnlyKeys(json, ReportKeys, "a report");
        var form = Text(json, "form");
        Judged<string>[] forms = [.. PerTable(json, "forms", f => f.GetString()!)];
        return new ReportTruth
        {
            Agency = Text(json, "agency"),
            Level = Take(json, "level", Level),
            Year = Take<int?>(json, "year", y => y.GetInt32()),
            Form = form,
            Forms = forms,
            PublishedOn = Take<DateOnly?>(json, "publishedOn", Date),
            SignedOn = Take<DateOnly?>(json, "signedOn", Date),
            Sections = Take<IReadOnlyList<int>>(json, "sections", s => [.. s.EnumerateArray().Select(n => n.GetInt32())]),
            Tables = [.. ReportTableNames.All.Select(t => Table(json, FormOf(forms[(int)t].Value ?? form.Value ?? "2021")[t]))],
            Proof = [.. PerTable<IReadOnlyList<TableProof>>(json, "proof", p => [.. (p.ValueKind is JsonValueKind.Array ? p.EnumerateArray().ToArray() : [p]).Select(Proof)])],
            Findings = Take<IReadOnlyList<string>>(json, "findings", f => [.. f.EnumerateArray().Select(c => c.GetString()!).Order(StringComparer.Ordinal)]),
            Suggestion = Take(json, "suggestion", s => new Suggestion(Address(s.GetProperty("cell").GetString()!), s.GetProperty("value").GetDecimal())),
        };
    }

    private static TableTruth Table(JsonElement json, FormTable form)
    {
        var key = form.Table.Key();
        var others = json.TryGetProperty("others", out var all) && all.TryGetProperty(key, out var other) ? Cell(other) : CellTruth.Zero;
        var cells = Enumerable.Repeat(others, form.Cells.Count).ToArray();
        foreach (var named in json.TryGetProperty("cells", out var listed) ? [.. listed.EnumerateObject()] : Array.Empty<JsonProperty>())
        {
            var address = Address(named.Name);
            if (address.Table == form.Table)
            {
                var cell = form.Find(address.Row, address.Column)
                    ?? throw new FormatException($"The {form.Form} form has no cell {named.Name}.");
                cells[cell.Index] = Cell(named.Value);
            }
        }

        return new TableTruth(form, cells);
    }

    private static CellTruth Cell(JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.Object)
        {
            return new CellTruth([Accepted(json)], orAmbiguous: false);
        }

        OnlyKeys(json, ["truth", "oneOf", "orAmbiguous"], "a cell");
        AcceptedCell[] accepted = json.TryGetProperty("oneOf", out var oneOf)
            ? [.. oneOf.EnumerateArray().Select(Accepted)]
            : [Accepted(json.GetProperty("truth"))];
        return accepted.Length > 0
            ? new CellTruth(accepted, json.TryGetProperty("orAmbiguous", out var also) && also.GetBoolean())
            : throw new FormatException("oneOf is empty.");
    }

    private static AcceptedCell Accepted(JsonElement json) => json.ValueKind is JsonValueKind.Number
        ? new AcceptedCell(CellState.Number, json.GetDecimal())
        : new AcceptedCell(
            json.GetString() switch
            {
                "absent" => CellState.Absent,
                "blank" => CellState.Blank,
                "dash" => CellState.Dash,
                "unreadable" => CellState.Unreadable,
                var unknown => throw new FormatException($"A cell cannot be “{unknown}”."),
            },
            0);

    private static CellAddress Address(string text) =>
        CellAddress.TryParse(text, out var address) ? address : throw new FormatException($"{text} is not a cell address.");

    private static AgencyLevel Level(JsonElement json) =>
        Enum.TryParse<AgencyLevel>(json.GetString(), ignoreCase: true, out var level) ? level : throw new FormatException($"No level “{json}”.");

    private static TableProof Proof(JsonElement json) =>
        Enum.TryParse<TableProof>(json.GetString(), ignoreCase: true, out var proof) ? proof : throw new FormatException($"No proof “{json}”.");

    private static DateOnly? Date(JsonElement json) => DateOnly.ParseExact(json.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ReportForm FormOf(string id) =>
        ReportForms.All.FirstOrDefault(f => f.Id == id) ?? throw new FormatException($"No form “{id}”.");

    private static Judged<string> Text(JsonElement json, string key) => Take(json, key, v => v.GetString()!);

    private static Judged<T> Take<T>(JsonElement json, string key, Func<JsonElement, T> parse) =>
        !json.TryGetProperty(key, out var value) ? Judged<T>.Not
        : value.ValueKind is JsonValueKind.Null ? new Judged<T>(true, default)
        : new Judged<T>(true, parse(value));

    private static IEnumerable<Judged<T>> PerTable<T>(JsonElement json, string key, Func<JsonElement, T> parse)
    {
        if (!json.TryGetProperty(key, out var tables))
        {
            return ReportTableNames.All.Select(_ => Judged<T>.Not);
        }

        OnlyKeys(tables, [.. ReportTableNames.All.Select(t => t.Key())], key);
        return ReportTableNames.All.Select(t => Take(tables, t.Key(), parse));
    }

    private static void OnlyKeys(JsonElement json, string[] known, string where)
    {
        if (json.EnumerateObject().Select(p => p.Name).FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new FormatException($"Unknown key “{unknown}” in {where}; known: {string.Join(", ", known)}.");
        }
    }
}
