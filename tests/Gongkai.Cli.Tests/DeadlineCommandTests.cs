using System.Globalization;
using System.Text.Json;
using Gongkai.Core.Calendar;
using Gongkai.Reports;
using Gongkai.Storage;
using Gongkai.Storage.Rows;
using Microsoft.Data.Sqlite;

namespace Gongkai.Cli.Tests;

public class DeadlineCommandTests
{
    [Fact]
    public async Task A_person_reads_the_date_and_how_it_was_counted()
    {
        var run = await CommandRun.Of(
            "deadline", "--received", "2025-09-22", "--channel", "internet", "--event", "consultationSent=2025-10-13,id=k1,to=thirdParty,servedOn=2025-10-14",
            "--event", "consultationAnswered=2025-10-20,id=k1", "--event", "extended=2025-10-30,workingDays=20,approvedBy=公开办负责人", "--as-of", "2025-11-12");
        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        Golden.Matches(run.Output, "tests", "cases", "cli", "deadline.txt");
    }

    [Fact]
    public async Task A_database_gives_its_own_calendar_and_clock()
    {
        using var folder = new TemporaryFolder();
        var options = new StorageOptions { DataFolder = folder["data"] };
        await StorageStart.PrepareAsync(options, TestContext.Current.CancellationToken);
        await using (var db = new GongkaiDb(StorageSetup.ContextOptions(options)))
        {
            db.Agencies.Add(new AgencyRow
            {
                Name = "清溪县人民政府",
                PagePath = "qingxi",
                Settings = """{"regionalDays":[{"date":"2026-04-20","isOff":true,"reason":"壮族三月三"}],"regionClock":{"countsFromNextDay":false}}""",
            });
            await db.CommitAsync(new AuditEntry(new DateTime(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc), "system", null, "test", "qingxi"), TestContext.Current.CancellationToken);
        }

        SqliteConnection.ClearAllPools();
        var run = await CommandRun.Of("deadline", "--received", "2026-04-13", "--as-of", "2026-04-13", "--format", "json", "--data", options.DataFolder);
        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        using var json = JsonDocument.Parse(run.Output);
        var due = PublishedHolidays.Calendar.WithRegion([new RegionalDay(new DateOnly(2026, 4, 20), true, "壮族三月三")]).WorkingDaysAfter(new DateOnly(2026, 4, 12), 20).Date;
        Assert.Equal(due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), json.RootElement.GetProperty("dueOn").GetString());

        Assert.Equal(2, (await CommandRun.Of("deadline", "--received", "2026-04-13", "--data", folder["none"])).ExitCode);
        Assert.Contains("写一样", (await CommandRun.Of("deadline", "--received", "2026-04-13", "--data", folder["none"], "--region", "national")).Error, StringComparison.Ordinal);
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task What_the_law_refuses_is_explained_and_exits_3()
    {
        var run = await CommandRun.Of("deadline", "--received", "2026-12-01", "--event", "supplementAsked=2026-12-11", "--event", "extended=2026-12-14,workingDays=21", "--as-of", "2026-12-14");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("收到申请已经超过 7 个工作日", run.Output, StringComparison.Ordinal);
        Assert.Contains("最长 20 个工作日", run.Output, StringComparison.Ordinal);
        Assert.Contains("2026-12-29 周二（暂定", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("supplementAsked=2025-03-05", "2025-03-06", "等申请人补正，最迟 2025-03-19")]
    [InlineData("feeNotified=2025-03-05", "2025-03-06", "等申请人缴费，最迟 2025-04-02")]
    [InlineData("supplementAsked=2025-03-05,days=5", "2025-03-13", "视为放弃，不再处理")]
    [InlineData("consultationSent=2025-03-05,id=k1,to=otherAgency", "2025-03-06", "停止计算：正在等意见或者理由，没有期限")]
    [InlineData("consultationSent=2025-03-05,id=k1,to=thirdParty", "2025-03-06", "最迟等到 2025-03-26")]
    [InlineData("reasonsAsked=2025-03-05", "2025-04-02", "已经届满，过了 2 个工作日")]
    [InlineData("reasonsAsked=2025-03-05", "2025-03-31", "今天届满")]
    public async Task The_state_is_told_in_words(string happening, string asOf, string says)
    {
        var run = await CommandRun.Of("deadline", "--received", "2025-03-03", "--event", happening, "--as-of", asOf);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(says, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_case_can_be_printed_as_json()
    {
        var run = await CommandRun.Of("deadline", "--received", "2025-09-25", "--as-of", "2025-09-25", "--format", "json");
        var json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("2025-10-29", json.GetProperty("dueOn").GetString());
        Assert.Equal(20, json.GetProperty("ledger").EnumerateArray().Where(l => l.GetProperty("reason").GetString() is "counted" or "makeUp").Sum(l => l.GetProperty("workingDays").GetInt32()));
    }

    [Theory]
    [InlineData("只写一样", "deadline")]
    [InlineData("只写一样", "deadline", "--received", "2025-03-03", "--cases", "a.jsonl")]
    [InlineData("--received 要写成", "deadline", "--received", "2025-02-30")]
    [InlineData("--as-of 要写成", "deadline", "--received", "2025-03-03", "--as-of", "tomorrow")]
    [InlineData("--channel 只能是 counter", "deadline", "--received", "2025-03-03", "--channel", "pigeon")]
    [InlineData("--format 只能是 text 或 json", "deadline", "--received", "2025-03-03", "--format", "xml")]
    [InlineData("--region 没有 nowhere 这个地区", "deadline", "--received", "2025-03-03", "--region", "nowhere")]
    [InlineData("--event answered=2025-03-04 不对：type：只能是 supplementAsked", "deadline", "--received", "2025-03-03", "--event", "answered=2025-03-04")]
    [InlineData("on：要写成", "deadline", "--received", "2025-03-03", "--event", "feePaid")]
    [InlineData("workingDays：没有写天数", "deadline", "--received", "2025-03-03", "--event", "extended=2025-03-04")]
    [InlineData("workingDays：要写成整数", "deadline", "--received", "2025-03-03", "--event", "extended=2025-03-04,workingDays=ten")]
    [InlineData("每个名写一次", "deadline", "--received", "2025-03-03", "--event", "extended=2025-03-04,workingDays=2,workingDays=3")]
    [InlineData("servdOn：没有 servdOn 这个字段，是不是想写 servedOn", "deadline", "--received", "2025-03-03", "--event", "feeNotified=2025-03-04,servdOn=2025-03-05")]
    [InlineData("--cases 写的 missing.jsonl 不存在", "deadline", "--cases", "missing.jsonl")]
    public async Task Wrong_usage_is_explained_and_exits_64(string says, params string[] args)
    {
        var run = await CommandRun.Of(args);
        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", null, "这一行是空的")]
    [InlineData("{", null, "不是完整的 json")]
    [InlineData("[]", null, "一行要是一个 json 对象")]
    [InlineData("""{"id":"a","id":"b"}""", null, "同一个字段写了两次")]
    [InlineData("""{"id":"\ud800"}""", null, "不成字的转义符")]
    [InlineData("""{"id":7,"channel":"counter"}""", "id", "要写成一段文字")]
    [InlineData("""{"id":"a"}""", "channel", "没有写")]
    [InlineData("""{"id":"a","channel":"pigeon"}""", "channel", "只能是 counter")]
    [InlineData("""{"id":"a","channel":"counter"}""", "submittedOn", "要写提交之日")]
    [InlineData("""{"id":"a","channel":"registeredPost","submittedOn":"2025-03-03"}""", "signedForOn", "要写签收之日")]
    [InlineData("""{"id":"a","channel":"internet","submittedOn":"2025-03-03","confirmedOn":"2025-03-01"}""", "confirmedOn", "早于提交之日")]
    [InlineData("""{"id":"a","channel":"internet","confirmdOn":"2025-03-01"}""", "confirmdOn", "是不是想写 confirmedOn")]
    [InlineData("""{"id":"a","channel":"counter","submittedOn":"1825-03-03"}""", "submittedOn", "2000 年至 2199 年")]
    [InlineData("""{"id":"a","channel":"counter","submittedOn":"2025-03-03","events":{}}""", "events", "要写成数组")]
    [InlineData("""{"id":"a","channel":"counter","submittedOn":"2025-03-03","events":[7]}""", "events[0]", "要写成")]
    [InlineData("""{"id":"a","channel":"counter","submittedOn":"2025-03-03","events":[{"type":"feePaid","on":"2025-03-04"},{"type":"extended","on":"2025-03-04","workingDays":1e9}]}""", "events[1].workingDays", "要写成整数")]
    [InlineData("""{"id":"a","channel":"counter","submittedOn":"2025-03-03","events":[{"type":"consultationSent","id":"k1","on":"2025-03-04"}]}""", "events[0].to", "没有写")]
    [InlineData("""{"id":"a","channel":"counter","submittedOn":"2025-03-03","asOf":"soon"}""", "asOf", "要写成")]
    public async Task A_malformed_line_gives_a_line_that_names_it_and_the_rest_goes_on(string line, string? field, string says)
    {
        const string Lawful = """{"id":"ok","channel":"counter","submittedOn":"2025-03-03","asOf":"2025-03-03"}""";
        var (code, lines) = await RunCases($"{Lawful}\n{line}\r\n{Lawful}\n");
        Assert.Equal((2, 3), (code, lines.Count));
        Assert.Equal(field, lines[1].GetProperty("field").GetString());
        Assert.StartsWith($"第 2 行{(field is null ? "" : " " + field)}：", lines[1].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Contains(says, lines[1].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("2025-03-31", lines[2].GetProperty("dueOn").GetString());
    }

    [Fact]
    public async Task A_line_too_long_is_skipped_whole_and_a_last_line_needs_no_newline()
    {
        var (code, lines) = await RunCases($"\uFEFF{{\"id\":\"{new string('x', 300_000)}\"}}\n{{\"id\":\"ok\",\"channel\":\"fax\"}}");
        Assert.Equal((2, 2), (code, lines.Count));
        Assert.Contains("太长", lines[0].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("unconfirmed", lines[1].GetProperty("state").GetString());
    }

    [Fact]
    public async Task Many_lines_come_out_one_for_one_in_order()
    {
        var input = string.Concat(Enumerable.Range(0, 5_000).Select(i => $$"""{"id":"c{{i}}","channel":"counter","submittedOn":"2025-03-03","events":[],"asOf":"2025-03-03"}""" + "\n"));
        var (code, lines) = await RunCases("\uFEFF" + input);
        Assert.Equal((0, 5_000), (code, lines.Count));
        Assert.All(lines.Index(), l => Assert.Equal($"c{l.Index}", l.Item.GetProperty("id").GetString()));
    }

    private static async Task<(int Code, List<JsonElement> Lines)> RunCases(string text)
    {
        using var folder = new TemporaryFolder();
        var run = await CommandRun.Of("deadline", "--cases", folder.Write("cases.jsonl", text));
        return (run.ExitCode, [.. run.Output.TrimEnd('\n').Split('\n').Select(l => JsonDocument.Parse(l).RootElement)]);
    }
}
