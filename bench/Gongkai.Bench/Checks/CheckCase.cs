using System.Globalization;
using System.Text.Json;
using Gongkai.Bench.Conformance;
using Gongkai.Core.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;

namespace Gongkai.Bench.Checks;

/// <summary>答案要求的一个问题。</summary>
/// <param name="Rule">规则代号。</param>
/// <param name="Severity">轻重；不评判为 null。</param>
/// <param name="Quote">所引原文须有的一段，不计空白；不评判为 null。</param>
/// <param name="Cells">须指到的格。</param>
public sealed record ExpectedFinding(string Rule, Severity? Severity, string? Quote, IReadOnlyList<string> Cells);

/// <summary>一份报告的答案。</summary>
/// <param name="Must">必须查出的问题。</param>
/// <param name="May">查出与否都可以的规则。</param>
public sealed record CheckTruth(IReadOnlyList<ExpectedFinding> Must, IReadOnlySet<string> May);

/// <summary>一个检查案例：<c>tests/cases/checks/主题/案例.*</c> 和它的答案。</summary>
/// <param name="Theme">主题：所在文件夹的名字。</param>
/// <param name="Name">案例名。</param>
/// <param name="File">案例文件的路径。</param>
/// <param name="About">特别在哪里（英文一句）。</param>
/// <param name="Author">谁写的；<c>blind</c> 指没有看过规则代码的人。</param>
/// <param name="IsFaultless">没有破了的勾稽，也没有矛盾：不许有错误以上的问题。</param>
/// <param name="AsOf">按哪一天看迟不迟。</param>
/// <param name="Region">按哪个地区的规定。</param>
/// <param name="Previous">上一年的报告的路径；没有为 null。</param>
/// <param name="Reports">各份报告的答案。</param>
public sealed record CheckCase(
    string Theme, string Name, string File, string About, string Author, bool IsFaultless, DateOnly AsOf, string Region, string? Previous, IReadOnlyList<CheckTruth> Reports)
{
    private static readonly string[] CaseKeys = ["about", "author", "faultless", "asOf", "region", "previous", "reports"];

    /// <summary>主题/案例。</summary>
    public string Id => $"{Theme}/{Name}";

    /// <summary>全部案例，按主题、案例名排列。</summary>
    public static IReadOnlyList<CheckCase> LoadAll(string repositoryRoot)
    {
        var folder = Path.Combine(repositoryRoot, "tests", "cases", "checks");
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*" + ConformanceSuite.TruthSuffix, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Load)]
            : [];
    }

    /// <summary>读并检查这个案例。</summary>
    public CheckedFile Check()
    {
        var previous = new PreviousReports();
        foreach (var report in Previous is null ? [] : ReportReader.Read(Previous, System.IO.File.ReadAllBytes(Previous)).Reports)
        {
            previous.Add(report);
        }

        var options = ConformanceCase.Options with { AsOf = AsOf, Region = RegionProfiles.Find(Region)!, Previous = previous };
        return ReportChecker.CheckFile(Path.GetFileName(File), System.IO.File.ReadAllBytes(File), options);
    }

    private static CheckCase Load(string truthFile)
    {
        var stem = truthFile[..^ConformanceSuite.TruthSuffix.Length];
        try
        {
            using var document = JsonDocument.Parse(System.IO.File.ReadAllText(truthFile));
            var root = document.RootElement;
            OnlyKeys(root, CaseKeys);
            return new CheckCase(
                Path.GetFileName(Path.GetDirectoryName(truthFile)!),
                Path.GetFileName(stem),
                ConformanceSuite.Extensions.Select(e => stem + e).Single(System.IO.File.Exists),
                root.GetProperty("about").GetString()!,
                root.GetProperty("author").GetString()!,
                root.TryGetProperty("faultless", out var faultless) && faultless.GetBoolean(),
                root.TryGetProperty("asOf", out var asOf) ? DateOnly.ParseExact(asOf.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture) : ConformanceCase.Options.AsOf,
                root.TryGetProperty("region", out var region) ? region.GetString()! : RegionProfile.National.Id,
                root.TryGetProperty("previous", out var previous) && previous.GetString() is { } name ? Path.Combine(Path.GetDirectoryName(truthFile)!, name) : null,
                [.. root.GetProperty("reports").EnumerateArray().Select(Report)]);
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new FormatException($"{truthFile}: {wrong.Message}", wrong);
        }
    }

    private static CheckTruth Report(JsonElement json)
    {
        OnlyKeys(json, ["must", "may"]);
        return new CheckTruth(
            [.. json.GetProperty("must").EnumerateArray().Select(Expected)],
            json.TryGetProperty("may", out var may) ? may.EnumerateArray().Select(m => m.GetString()!).ToHashSet() : []);
    }

    private static ExpectedFinding Expected(JsonElement json)
    {
        OnlyKeys(json, ["rule", "severity", "quote", "cells"]);
        return new ExpectedFinding(
            json.GetProperty("rule").GetString()!,
            json.TryGetProperty("severity", out var severity) && severity.GetString() is { } name ? Enum.Parse<Severity>(name, ignoreCase: true) : null,
            json.TryGetProperty("quote", out var quote) ? quote.GetString() : null,
            json.TryGetProperty("cells", out var cells) ? [.. cells.EnumerateArray().Select(c => c.GetString()!)] : []);
    }

    private static void OnlyKeys(JsonElement json, string[] known)
    {
        if (json.EnumerateObject().Select(p => p.Name).FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new FormatException($"Unknown key “{unknown}”; known: {string.Join(", ", known)}.");
        }
    }
}
