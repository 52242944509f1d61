using System.Text.Json;
using Gongkai.Core;
using Gongkai.Reports;

namespace Gongkai.Cli.Tests;

/// <summary>tests/cases/deadlines：一件一个文件，期望的结果由另写的程序和手算得出，不是本程序的输出。</summary>
public class DeadlineCasesTests
{
    private static readonly string Folder = Path.Combine(Golden.Root, "tests", "cases", "deadlines");

    private static readonly string[] Compared = ["id", "receivedOn", "startedOn", "dueOn", "provisional", "state", "refused"];

    // 要看这一件申请才说得出的，不是时钟说的。
    private static readonly string[] OfRequests = ["consultation.positionMissing", "extension.fixed", "extension.notProposed", "extension.pending", "fee.notByPage", "fee.second", "supplement.redo"];

    // 各件是按 2026 年为止的通知算的；2027 年的一公布，算到那里的就不再是暂定，日子也会动。
    private static readonly bool KnowsLaterYears = PublishedHolidays.Calendar.Notices.Any(n => n.Year > 2026);

    [Fact]
    public async Task Every_case_comes_out_as_expected()
    {
        var cases = Load().Where(c => !KnowsLaterYears || !IsAboutLaterYears(c)).ToList();
        using var folder = new TemporaryFolder();
        var file = folder.Write("cases.jsonl", string.Join('\n', cases.Select(c => c.GetProperty("case").GetRawText())));
        var run = await CommandRun.Of("deadline", "--cases", file, "--format", "json");
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        var lines = run.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(cases.Count, lines.Length);
        Assert.All(cases.Zip(lines), pair =>
        {
            var (expected, actual) = (pair.First.GetProperty("expected"), JsonDocument.Parse(pair.Second).RootElement);
            Assert.Equal(pair.First.GetProperty("case").GetProperty("id").GetString(), actual.GetProperty("id").GetString());
            foreach (var field in Compared.Skip(1))
            {
                Assert.True(
                    JsonElement.DeepEquals(Sorted(expected.GetProperty(field)), Sorted(actual.GetProperty(field))),
                    $"{actual.GetProperty("id")} ({pair.First.GetProperty("why")}): {field} should be {expected.GetProperty(field)}, is {actual.GetProperty(field)}");
            }
        });
    }

    [Fact]
    public void The_cases_cover_every_channel_event_state_and_reason()
    {
        var cases = Load();
        Assert.True(cases.Count >= 150, $"{cases.Count} cases");
        var text = string.Concat(cases.Select(c => c.GetRawText()));
        string[] words =
        [
            "counter", "registeredPost", "ordinaryPost", "internet", "fax", "email", "thirdParty", "coProducer", "otherAgency",
            "running", "suspended", "awaitingSupplement", "awaitingFee", "lapsed", "unconfirmed",
            .. Deadlines.EventReader.TypeNames, .. RefusalText.Codes.Where(IsOfClock),
        ];
        Assert.All(words, word => Assert.Contains($"\"{word}\"", text, StringComparison.Ordinal));
        Assert.Contains("\"provisional\": true", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_case_file_is_named_after_its_case_and_says_why() => Assert.All(Directory.GetFiles(Folder, "*.json"), file =>
    {
        var root = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
        Assert.Equal(Path.GetFileNameWithoutExtension(file), root.GetProperty("case").GetProperty("id").GetString());
        Assert.True(root.GetProperty("why").GetString()!.Length > 5, file);
    });

    private static bool IsAboutLaterYears(JsonElement root) => root.GetProperty("expected").GetProperty("provisional").GetBoolean()
        || string.CompareOrdinal(root.GetProperty("case").GetProperty("asOf").GetString(), "2026-12-25") >= 0;

    private static bool IsOfClock(string code) => code.Split('.')[0] is "supplement" or "extension" or "consultation" or "reasons" or "fee" or "event" && !OfRequests.Contains(code);

    private static List<JsonElement> Load() =>
        [.. Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal).Select(f => JsonDocument.Parse(File.ReadAllText(f)).RootElement)];

    // 一件事的几条理由不分先后。
    private static JsonElement Sorted(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.Array)
        {
            return value;
        }

        var sorted = value.EnumerateArray().Select(r => new { index = r.GetProperty("index").GetInt32(), codes = r.GetProperty("codes").EnumerateArray().Select(c => c.GetString()).Order(StringComparer.Ordinal) });
        return JsonSerializer.SerializeToElement(sorted);
    }
}
